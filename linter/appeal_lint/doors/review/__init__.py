"""Batch review: thousands of letters, by several processes, with what is done kept on the disk."""
