"""Statements: what each clause does, who acts, what it names or pleads, and why."""

from appeal_lint.statements.read import read

__all__ = ["read"]
