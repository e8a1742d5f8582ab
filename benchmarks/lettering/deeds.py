"""What sellers do about it: base form, past form and the rest, so that both deed and promise come
of one line (`choose~chose` in both forms); and practices in force."""

DEEDS = {
    "quality_inspection": (
        (
            "hire",
            "hired",
            "{few} [quality |]inspectors who open [every|each] [carton|batch|pallet] of {goods}",
        ),
        ("inspect", "inspected", "all {big} {goods} [in the hall|in stock] and take~took {n} out"),
        (
            "buy",
            "bought",
            "a [scale|gauge|light table|torque tool] to [test|measure] [each|every] {good}",
        ),
        ("set up", "set up", "a quality [table|corner|team] with {few} people under {staff}"),
    ),
    "customer_service": (
        (
            "name",
            "named",
            "{staff} as the one who [answers|reads] all messages [within|in] {hour} hours",
        ),
        (
            "build",
            "built",
            "a customer service team of {few} people that follows [every|each] parcel",
        ),
        ("write", "wrote", "to all {n} [buyers|customers] of the {goods} and offer~offered help"),
    ),
    "carrier": (
        ("replace", "replaced", "{old} with {carrier} for all {n} [routes|lanes|regions]"),
        (
            "sign",
            "signed",
            "a contract with {carrier} for [a pick-up at {hour} o'clock|daily pick-up]",
        ),
    ),
    "fba": (
        ("send", "sent", "{big} {goods} to the FBA warehouse in {few} [shipments|pallets]"),
        (
            "convert",
            "converted",
            "{n} listings [of {goods} |]to FBA and stop~stopped self-delivery",
        ),
    ),
    "staffing": (
        ("hire", "hired", "{few} [packers|clerks|helpers] for the [evening|late|weekend] shift"),
        (
            "give",
            "gave",
            "{staff} [the duty|the task] to close the list of orders at {hour} o'clock",
        ),
    ),
    "training": (
        (
            "train",
            "trained",
            "{few} [packers|clerks|people of the team] [for {hour} hours|in {few} "
            "lessons] on the [check list|new rules|packing of {goods}]",
        ),
        ("test", "tested", "all {n} people of {our} team with {n} questions"),
    ),
    "inventory": (
        (
            "count",
            "counted",
            "all {big} pieces [in|on] the {few} [halls|shelves|rooms] [by hand|twice]",
        ),
        ("keep", "kept", "{n} {goods} aside as a [buffer|reserve] for [sold-out days|busy weeks]"),
    ),
    "tracking": (
        (
            "connect",
            "connected",
            "{our} [label printer|scanner] to the order list, so that no one "
            "types the {n} numbers of a day",
        ),
        ("scan", "scanned", "[each|every] of the {big} parcels at the door"),
    ),
    "listing_audit": (
        (
            "check",
            "checked",
            "{n} listings against the {good} in {our} hand and correct~corrected {few} of them",
        ),
        ("delete", "deleted", "{n} listings, [among them {asin}|such as {asin} and {asin}]"),
        ("take", "took", "{few} new photos of [each|every] {good}"),
    ),
    "supplier": (
        ("end", "ended", "the contract with {supplier} and give~gave back {n} {goods}"),
        (
            "visit",
            "visited",
            "{few} factories and choose~chose one that gives an invoice for [each|every] batch",
        ),
    ),
    "returns_process": (
        ("correct", "corrected", "the return address [in {place} |]in all {n} offers"),
        ("put", "put", "{n} returned {goods} on a red shelf that only {staff} may open"),
    ),
    "refund": (
        (
            "refund",
            "refunded",
            "all {n} buyers [of the {goods} |]in full, {few} of them twice the shipping",
        ),
        ("pay back", "paid back", "order {order} and {n} others"),
    ),
    "software": (
        (
            "install",
            "installed",
            "a [program|tool] that [changes the stock|sends an alarm] every {n} minutes",
        ),
        (
            "switch on",
            "switched on",
            "{few} automatic reminders for [orders|messages] older than {hour} hours",
        ),
    ),
    "policy_review": (
        ("read", "read", "the policy with {few} people of {our} team and sign~signed {n} pages"),
        ("write", "wrote", "a list of {n} points that {staff} ticks before [a|each] listing"),
    ),
    "documentation": (
        ("ask", "asked", "{supplier} for {few} invoices and {n} test reports of the {goods}"),
        ("file", "filed", "{n} [papers|invoices|bills] of the last 365 days by [day|batch|order]"),
    ),
}

PRACTICES = (
    "{staff}, {our} {role}, opens {n} [cartons|boxes] of {goods} a day and signs [a|the] list.",
    "[Each|Every] {good} is [weighed|measured|wiped and checked] [twice|by {few} people] before it "
    "goes into the box.",
    "{Our} {role} looks at the figures at {hour} o'clock and [calls|tells] {staff} if {few} are "
    "red.",
    "No [parcel|order] leaves [{place}|the hall] without a scan, {big} in the first {n} days.",
    "[Messages|Questions] about {goods} are answered within {hour} hours, also on "
    "[Sunday|Saturday].",
    "Two people, {staff} and {staff}, [sign|check] [each|every] batch of {n} {goods}.",
    "{We} compare {n} listings [a week|a day] with the {goods} on the shelf.",
    "The stock of {n} {goods} is counted every {few} days, and a difference of {few} stops the "
    "sale.",
)

AHEAD = (
    "{We} will", "{We} {are} going to", "{We} plan to", "From next month {we} will", "{Our} team "
    "will",
    "{We} shall", "Soon {we} will", "{We} promise to", "{We} intend to", "In the future {we} will",
    "{Our} {role} will", "{We} {are} planning to", "As a next step {we} want to",
)  # fmt: skip
DONE = (
    "On {day} {we}", "{We} have already", "Already on {day} {we}", "One day later, on {day}, {we}",
    "After that, on {day}, {we}", "{We}", "{Our} {role} and I", "By {day} {we} had",
    "Before {day} {we}", "In the same week, by {day}, {we}",
)  # fmt: skip
SINCE = ("Since {day}: ", "In force since {day}: ", "Now ", "Since {day}, ", "", "From {day} on, ")
