"""Statements: what each clause does, who acts, what it names or pleads, and why."""

from appeal_lint.statements.read import read, read_ahead

__all__ = ["read", "read_ahead"]
