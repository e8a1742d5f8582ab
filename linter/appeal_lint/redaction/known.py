"""Words that tell a name, and capitalised words that are none; the lists are in `words/`."""

import re
from importlib.resources import files


def _words(name: str) -> frozenset[str]:
    text = files(__package__).joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(" ".join(text.splitlines()[1:]).split())


GIVEN = _words("given")
SURNAMES = _words("surnames")
PARTICLES = _words("particles")
PLACES = _words("places")
NEVER = _words("makers") | _words("calendar") | _words("speech")
"""Words that are no part of a name, however they are written."""
ROLES = _words("roles")
POLICIES = _words("policies")
OPEN = _words("open")

FORMS = (
    r"(?:Co\.?,?\s*(?:Ltd|Limited)|Pvt\.?\s*(?:Ltd|Limited)|Private\s+Limited|Company\s+Limited|"
    r"Ltd|Limited|LLC|L\.L\.C|LLP|PLC|Plc|plc|Inc|Incorporated|Corp|Corporation|GmbH(?:\s*&\s*Co\.?"
    r"\s*KG)?|UG|e\.K|OHG|KG|AG|S\.?L\.?U?|S\.?A\.?S?|S\.?r\.?l|SARL|S\.?p\.?A|B\.?V|FZE|FZCO|FZ-LLC|"
    r"DMCC|Sdn\.?\s*Bhd|Ltd\.?\s*Şti|A\.?Ş|Sp\.?\s*z\s*o\.?\s*o|s\.r\.o|Kft|Oy|AB|ApS|A/S|S\.?R\.?L)"
    r"\b(?:\.(?=\s*[,;)]|\s+[a-z]))?"
)
"""What a company is by law, at the end of its name."""

CLOSING = re.compile(
    r"(?:(?:with|many|my|our)\s+)?(?:(?:kind|best|warm|warmest|kindest|sincere|good)\s+)*"
    r"(?:regards|wishes|greetings|sincerely|respectfully|cordially|thanks|thank you|cheers|"
    r"yours(?:\s+(?:sincerely|faithfully|truly|respectfully))?|best)"
    r"(?:\s+(?:yours|and regards|you|very much|in advance|so much|for your (?:time|help|"
    r"understanding|consideration|attention)|again|a lot))*",
    re.IGNORECASE,
)
"""What stands above a signature."""
