"""Who sent a mail, and whether that is Amazon."""

import re
from email.utils import parseaddr

_DOMAIN = re.compile(r"(?:^|[@.])amazon\.(?:com?\.)?[a-z]{2,3}$", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}\w")
_NAME = re.compile(r"\bamazon\b|\bseller[ -]performance\b|\baccount health\b|亚马逊", re.IGNORECASE)
_LONGEST = 1000


def of_amazon(sender: str) -> bool:
    """Say whether Amazon wrote a mail; an address says more than the name before it.

    Args:
        sender: a name, an address or both, as in `From:` or "On 3 May, … wrote:".

    """
    sender = sender[:_LONGEST]
    addresses = _ADDRESS.findall(sender)
    if addresses:
        return any(_DOMAIN.search(one) for one in addresses)
    return _NAME.search(sender) is not None


def name_of(sender: str) -> str:
    """Return the name in a `From:` header, or the address where there is no name."""
    name, address = parseaddr(" ".join(sender[:_LONGEST].split()))
    return (name or address)[:200]
