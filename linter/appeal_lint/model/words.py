"""The closed words of the analysis: what a statement can be, name or plead.

These names appear in YAML rules, in the JSON output and in the statements
output, so they never change meaning. `rules/vocabulary/` says which phrases
stand for which word.
"""

from enum import StrEnum


class Act(StrEnum):
    """What a statement does."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    PROMISE = "promise"
    CONDITIONAL = "conditional"
    REQUEST = "request"
    ROOT_CAUSE = "root_cause"
    ADMISSION = "admission"
    OTHER = "other"


class Agent(StrEnum):
    """Who acts in a statement."""

    SELLER = "seller"
    AMAZON = "amazon"
    CUSTOMER = "customer"
    CARRIER = "carrier"
    SUPPLIER = "supplier"
    OTHER = "other"
    NONE = "none"


class Issue(StrEnum):
    """What went wrong."""

    LATE_DELIVERY = "late_delivery"
    NOT_AS_DESCRIBED = "not_as_described"
    DAMAGED = "damaged"
    RETURNS = "returns"
    SERVICE = "service"
    INVALID_TRACKING = "invalid_tracking"
    CANCELLATION = "cancellation"
    INAUTHENTIC = "inauthentic"
    COUNTERFEIT = "counterfeit"
    INTELLECTUAL_PROPERTY = "intellectual_property"
    USED_SOLD_AS_NEW = "used_sold_as_new"
    SAFETY = "safety"
    RESTRICTED_PRODUCTS = "restricted_products"
    RELATED_ACCOUNTS = "related_accounts"
    REVIEW_MANIPULATION = "review_manipulation"
    VERIFICATION = "verification"
    LISTING_ABUSE = "listing_abuse"
    DROP_SHIPPING = "drop_shipping"


class Measure(StrEnum):
    """What is done about it."""

    QUALITY_INSPECTION = "quality_inspection"
    CUSTOMER_SERVICE = "customer_service"
    CARRIER = "carrier"
    FBA = "fba"
    STAFFING = "staffing"
    TRAINING = "training"
    INVENTORY = "inventory"
    TRACKING = "tracking"
    LISTING_AUDIT = "listing_audit"
    SUPPLIER = "supplier"
    RETURNS_PROCESS = "returns_process"
    REFUND = "refund"
    SOFTWARE = "software"
    POLICY_REVIEW = "policy_review"
    DOCUMENTATION = "documentation"


class Excuse(StrEnum):
    """What a statement pleads in place of a cause the seller can change."""

    GEOGRAPHY = "geography"
    WEATHER = "weather"
    CARRIER_BLAME = "carrier_blame"
    CUSTOMER_BLAME = "customer_blame"
    AMAZON_BLAME = "amazon_blame"
    COMPETITOR_BLAME = "competitor_blame"
    SUPPLIER_BLAME = "supplier_blame"
    STAFF_BLAME = "staff_blame"
    IGNORANCE = "ignorance"
    HARDSHIP = "hardship"
    VOLUME = "volume"
    GLITCH = "glitch"
    DENIAL = "denial"


class Element(StrEnum):
    """What a whole appeal must have."""

    METRIC = "metric"
    ROOT_CAUSE = "root_cause"
    POLICY = "policy"
    CUSTOMER_IMPACT = "customer_impact"
    MEASURES = "measures"
    FBA_COMMITMENT = "fba_commitment"
    PREVENTION = "prevention"
    EVIDENCE = "evidence"
    REQUEST = "request"


class Status(StrEnum):
    """How well the draft shows an element."""

    COVERED = "covered"
    WEAK = "weak"
    MISSING = "missing"


class Marketplace(StrEnum):
    """The country of an Amazon marketplace, by its two letters."""

    US = "us"
    CA = "ca"
    MX = "mx"
    UK = "uk"
    DE = "de"
    FR = "fr"
    IT = "it"
    ES = "es"
    NL = "nl"
    SE = "se"
    PL = "pl"
    BE = "be"
    IE = "ie"
    TR = "tr"
    AE = "ae"
    SA = "sa"
    IN = "in"
    JP = "jp"
    AU = "au"
    SG = "sg"
    BR = "br"


class EngineName(StrEnum):
    """What judges facts by rules."""

    DURABLE = "durable"
    REFERENCE = "reference"


class FailOn(StrEnum):
    """From what on a letter fails."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class HookMode(StrEnum):
    """What the hook does where a letter is not ready: it only says so, or the save is refused."""

    WARN = "warn"
    REFUSE = "refuse"


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class BlockKind(StrEnum):
    """The shape of a piece of the draft."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class Counted(StrEnum):
    """What the lines of a draft's source are in the file that the user has."""

    LINES = "lines"
    PARAGRAPHS = "paragraphs"
    """Each line is one paragraph, heading, list item or cell of a formatted document."""


class Outcome(StrEnum):
    """What became of a past appeal."""

    REINSTATED = "reinstated"
    REJECTED = "rejected"


class Section(StrEnum):
    """What the heading above a statement announces; it sets the tense of bare verbs."""

    CAUSE = "cause"
    ACTIONS = "actions"
    PREVENTION = "prevention"
    FBA = "fba"
    REQUEST = "request"
    OTHER = "other"
    NONE = "none"


class Case(StrEnum):
    """Which kind of suspension the draft answers."""

    PERFORMANCE = "performance"
    POLICY = "policy"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """How the draft stands to the charge."""

    ADMITS = "admits"
    DISPUTES = "disputes"
    DISASTER = "disaster"
