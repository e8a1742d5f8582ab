"""The parts of `appeal-lint fix`: asking, changing a letter in place, and showing what changes."""
