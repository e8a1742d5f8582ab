"""The address of the page of a rule."""

from pathlib import Path

import appeal_lint
from appeal_lint.model.report import Finding
from appeal_lint.report.uri import uri


def address(finding: Finding) -> str | None:
    """Return where a person can read more of the rule behind a finding; None where nowhere.

    The pages of the shipped rules come with the program: in an installed package beside the
    code, in a checkout in `docs/`.
    """
    page = finding.page
    if page is None or "://" in page:
        return page
    package = Path(appeal_lint.__file__).resolve().parent
    for folder in (package, package.parents[1]):
        if (folder / page).is_file():
            return uri(str(folder / page))
    return None
