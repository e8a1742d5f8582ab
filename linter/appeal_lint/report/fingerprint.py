"""A sign by which a finding is known again after the letter was edited elsewhere."""

import hashlib
import unicodedata

from appeal_lint.model.report import Finding, Report


def fingerprint(report: Report, finding: Finding) -> str:
    """Return a hash of the rule and of what the statement says, whatever its place.

    Letter case, white space and forms of one character make no difference.
    """
    words = next(
        (one.text for one in report.statements if one.id == finding.statement), finding.quote
    )
    plain = " ".join(unicodedata.normalize("NFKC", words).casefold().split())
    data = f"{finding.rule}\n{plain}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:32]
