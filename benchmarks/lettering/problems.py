"""What went wrong, by kind of suspension: the user's words for it, figure, causes, policy, harm."""

_ODR = (
    "[{Our} Order Defect Rate|{Our} ODR|The Order Defect Rate of {our} account] [rose to|was|stood "
    "at|reached] {odr} % [by|on|until] {day}, [because of|from|with] {n} [negative "
    "feedbacks|A-to-z "
    "claims|chargebacks and claims] [about|for] the {goods}."
)
_NOTICE = (
    "[On {day} {our}|{Our}] [selling account|store|shop] was [deactivated|suspended|blocked] "
    "[for|because of] %s, [and {n} listings of {goods} were closed|with {n} orders of {goods} "
    "named in the notice|and the notice named {n} {goods}]."
)


def _notice(reason):
    return _NOTICE % reason


PROBLEMS = {
    "late delivery": (
        "[{Our} late shipment rate|The late shipment rate] [was|went up to] {odr} % [until|by] "
        "{day}"
        ", [and|so] {n} [buyers|customers] opened A-to-z claims [about|for] {goods}.",
        (
            "{We} [printed|opened] the order list only [once|one time] a day at {hour} o'clock, so "
            "{n} orders [of the afternoon|of that week] stayed [until the next day|in the hall].",
            "[Nobody|No one in {our} team] was responsible for orders on [Saturday|Sunday|holidays]"
            ", and {n} {goods} were handed to {old} {few} days too late.",
            "{We} had set a handling time of one day for {n} listings, [which|but] {our} {few} "
            "packers could not keep [when {big} orders came|in the weeks before {day}].",
        ),
        "[shipping|on-time shipping|order fulfilment] policy",
        "{n} [buyers|customers] [waited|had to wait] {few} days [longer|more] for their {good}.",
        ("carrier", "tracking", "staffing", "inventory", "software"),
    ),
    "not as described": (
        _ODR,
        (
            "The [pictures|photos|size chart] of {n} listings [were of|showed] the older {good}, "
            "and "
            "{we} did not [change|update] them when {supplier} changed the model on {day}.",
            "{We} wrote the [size|colour|material] of the {goods} from memory and never measured "
            "one "
            "[of the {big} pieces|before listing it].",
        ),
        "[Product Detail Page Rules|condition guidelines|listing policy]",
        "{n} [customers|buyers] [received|got] a {good} that was [smaller|darker|thinner|older] "
        "than "
        "[the page said|shown] and had to [send it back|ask for money back].",
        ("listing_audit", "quality_inspection", "training", "returns_process"),
    ),
    "damaged": (
        _ODR,
        (
            "{We} packed the {goods} in single-wall [boxes|cartons] and never did a drop test, so "
            "{n} "
            "of {big} [broke|were damaged] on the way.",
            "One packer closed {n} [boxes|cartons] a day alone and [nobody|no one] looked at the "
            "[filling|tape|corners] before {old} took them.",
        ),
        "packaging [policy|requirements]",
        "{n} [customers|families|buyers] [opened|unpacked] a broken {good}[ and one of them cut a "
        "finger|, some of them before a birthday|].",
        ("quality_inspection", "carrier", "training", "refund"),
    ),
    "returns": (
        _ODR,
        (
            "{Our} return address was the one of a [flat|hall] that {we} left in {few} months "
            "before, "
            "so {n} [parcels|returned {goods}] came back to the buyers.",
            "Return requests went to a mailbox that {our} {role} opened only once in {few} days, "
            "and "
            "{n} of them were older than [48 hours|two days].",
        ),
        "[return|customer return] policy",
        "{n} buyers [could not|were not able to] [return|send back] their {good} and got no money "
        "[for {few} weeks|until {day}].",
        ("returns_process", "customer_service", "refund", "staffing"),
    ),
    "service": (
        _ODR,
        (
            "{We} answered [messages|buyer messages] only on {few} days of the week, and {n} of "
            "{big} "
            "[stayed|were left] without an answer for [more than|over] {n} hours.",
            "[Only one|A single] person, {our} {role}, answered all messages [in|beside] {few} "
            "other "
            "jobs, and [complaints about {goods}|angry mails] were put off.",
        ),
        "[customer service|communication] [policy|guidelines]",
        "{n} [customers|buyers] wrote [two|three] times about their {good} and felt [left alone|"
        "ignored].",
        ("customer_service", "staffing", "training", "software"),
    ),
    "invalid tracking": (
        "{Our} valid tracking rate [fell to|was] {n} % in the 30 days [to|before] {day}, and the "
        "target is 95 %.",
        (
            "{We} typed tracking numbers by hand and {our} {role} left out or mixed up digits in "
            "{n} "
            "of {big} [orders|parcels].",
            "{We} shipped {n} {goods} [by|with] {old}, which gives no scan that Amazon can read.",
        ),
        "[valid tracking rate|tracking] policy",
        "{n} buyers could not see where their {good} was.",
        ("tracking", "carrier", "software", "training"),
    ),
    "cancellation": (
        "{Our} pre-fulfilment cancellation rate [was|rose to] {odr} % in the week to {day}; "
        "allowed "
        "is under 2.5 %.",
        (
            "{We} sold the same {n} {goods} [here and on {our} own site|in two shops] and changed "
            "the "
            "[stock|quantity] by hand only [at {hour} o'clock|in the evening].",
            "{We} listed {n} {goods} before {supplier} [had sent|had packed] them, and {few} "
            "[cartons|"
            "pallets] came late.",
        ),
        "cancellation rate policy",
        "{n} [customers|buyers] had ordered a {good} and got a [mail|message] that it was sold "
        "out.",
        ("inventory", "software", "supplier", "training"),
    ),
    "inauthentic": (
        _notice("complaints that {goods} are inauthentic"),
        (
            "{We} bought {n} {goods} from a [trader|market stall|website] that could not give {us} "
            "an "
            "invoice, and {we} did not ask [for one|where they came from].",
            "{We} mixed [leftover|clearance] stock of {few} sources on one shelf and kept no "
            "invoice "
            "for {n} of the {goods}.",
        ),
        "[product authenticity|anti-counterfeiting] policy",
        "{n} buyers did not know if their {good} is genuine.",
        ("supplier", "documentation", "quality_inspection", "listing_audit"),
    ),
    "intellectual property": (
        _notice("a trademark complaint"),
        (
            "{We} used the [logo|name|picture] of a brand on {n} listings of {goods}, because {we} "
            "copied the [text|photos] of {supplier} and did not check the rights.",
            "Nobody in {our} team looked into the [trademark|patent] register before {we} listed "
            "{n} "
            "{goods} on {day}.",
        ),
        "intellectual property policy",
        "{n} [buyers|customers] could not know who [makes|stands behind] the {good}.",
        ("listing_audit", "training", "documentation", "policy_review"),
    ),
    "used sold as new": (
        _notice("{goods} that were sold as new and were used"),
        (
            "{Our} {role} put {n} returned {goods} back on the shelf of new ones, because {we} had "
            "no "
            "[second shelf|grade for returns].",
            "{We} opened {n} {goods} for [photos|a test] and [closed|sealed] them again as new.",
        ),
        "condition guidelines",
        "{n} buyers paid for a new {good} and found [scratches|hair|an open seal].",
        ("returns_process", "quality_inspection", "training", "refund"),
    ),
    "product safety": (
        _notice("a safety complaint about {our} {goods}"),
        (
            "{We} did not ask {supplier} for the test report of the {good} before {we} sold {n} of "
            "them.",
            "The [warning|label|leaflet] was missing in {n} {goods}, and {our} check list did not "
            "have it.",
        ),
        "product safety policy",
        "{n} [families|buyers] used a {good} that could [get hot|break|cut].",
        ("documentation", "quality_inspection", "supplier", "refund"),
    ),
    "restricted products": (
        _notice("listing restricted products"),
        (
            "{We} listed {n} {goods} without reading that this category needs an approval, and "
            "{our} "
            "{role} used {n} words that are not allowed.",
        ),
        "restricted products policy",
        "{n} buyers got a {good} that should not have been on sale.",
        ("listing_audit", "policy_review", "training", "documentation"),
    ),
    "related accounts": (
        _notice("a link to another account"),
        (
            "{We} opened a second account for {goods} on {day} and [did not ask|never asked] for "
            "permission, because {we} used the same [laptop|address|card].",
            "{Our} former {role} had an account at home and logged in from {our} [office|hall] "
            "{few} times.",
        ),
        "multiple accounts policy",
        "{n} buyers could not tell which shop stands behind their {good}.",
        ("documentation", "policy_review", "training"),
    ),
    "review manipulation": (
        _notice("review manipulation"),
        (
            "{We} put a card into {n} [boxes|parcels] of {goods} that offered a [gift|refund] for "
            "a "
            "good review.",
            "{Our} {role} asked {n} [friends|relatives] to [buy|review] the {good}.",
        ),
        "customer product reviews policy",
        "{n} [buyers|customers] trusted stars for the {good} that were not [honest|free].",
        ("policy_review", "training", "listing_audit"),
    ),
    "verification": (
        _notice("documents that could not be verified"),
        (
            "The [bill|bank statement|licence] that {we} sent on {day} still had the address of "
            "{our} "
            "old office, {n} metres from the new one.",
        ),
        "[seller identity|verification] policy",
        "{n} buyers [waited for|had open questions on] their {good} while {our} shop was closed.",
        ("documentation", "policy_review"),
    ),
    "counterfeit": (
        _notice("selling counterfeit {goods}"),
        (
            "{We} trusted {supplier} after one mail, bought {n} {goods} on {day} and did not "
            "compare "
            "[one|a single one] with the original.",
        ),
        "anti-counterfeiting policy",
        "{n} [customers|buyers] paid for a brand {good} and got a copy.",
        ("supplier", "quality_inspection", "documentation", "refund"),
    ),
    "listing abuse": (
        _notice("variation abuse"),
        (
            "{We} joined {n} different {goods} to one family of variations to [share|keep] their "
            "reviews.",
        ),
        "variation policy",
        "{n} buyers read reviews of another {good} than they bought.",
        ("listing_audit", "policy_review", "training"),
    ),
    "drop shipping": (
        _notice("drop shipping"),
        (
            "{We} sold {n} {goods} that {we} did not have and let another online shop send them "
            "with "
            "its own invoice.",
        ),
        "drop shipping policy",
        "{n} [buyers|customers] got a [box|parcel] from a shop that they did not know.",
        ("inventory", "supplier", "documentation", "carrier"),
    ),
}
"""By name: the figure or notice, causes, policy, harm, and the measures that answer it."""
