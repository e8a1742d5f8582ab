"""Mails: the appeal is the sender's own text."""

from appeal_lint.formats.mail.read import read

__all__ = ["read"]
