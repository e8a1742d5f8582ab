"""Names, addresses and numbers of persons and accounts taken out of a text."""

from appeal_lint.redaction.redacted import Redacted
from appeal_lint.redaction.redactor import Redactor
from appeal_lint.redaction.rows import redact_row

__all__ = ["Redacted", "Redactor", "redact_row"]
