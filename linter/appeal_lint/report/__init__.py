"""Report to text, a module a format. A reporter decides nothing."""
