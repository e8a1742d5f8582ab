"""The parts of which benchmarks/letters.py puts letters together; all words are invented."""
