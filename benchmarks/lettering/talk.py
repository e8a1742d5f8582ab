"""The other parts of a letter: greeting, apology, FBA, evidence, request, excuses, facts."""

OPENINGS = (
    "Dear [Amazon|Seller Performance|Amazon Seller Performance] Team,",
    "[Hello|Hi|Good day|To whom it may concern],",
    "Dear [Sir or Madam|Amazon],",
)
FIRSTS = (
    "My name is {me} and {we} [run|own|manage] the [store|shop] {shop} in {place}.",
    "{We} write about {our} [store|shop|account] {shop}, [seller ID {merchant}|open since "
    "{day}|which "
    "sells {goods}].",
    "This is the plan of action of {shop} for the {few} [issues|points] in your [notice|mail] of "
    "{day}.",
    "Thank you for [the chance|taking the time] to read {our} plan about {n} {goods}.",
)
POLICIES = (
    "[With this|So|In this way] {we} broke Amazon's %s, and {we} take [full |]responsibility for "
    "all {n} "
    "cases.",
    "This is [against|a breach of] the %s of Amazon[, which {we} had not followed since {day}|, "
    "and it "
    "was {our} mistake|].",
    "{We} accept that {n} [orders|sales] did not follow the %s.",
)
SORRY = (
    "{We} {are} [very |]sorry [for this|that {n} people had this trouble].",
    "{We} apologise to the {n} [buyers|customers] [of {day}|who were let down].",
)
FBA_DONE = (
    "On {day} {we} [stopped|ended] self-delivery and [converted|moved] {n} listings of {goods} to "
    "FBA.",
    "All {n} listings are FBA now, and {big} {goods} [lie|are] labelled [in {place}|on {few} "
    "pallets] "
    "and leave as soon as Amazon allows [it|the sale].",
    "{staff}, an FBA operator with {few} years of experience, works for {us} since {day}.",
)
FBA_AHEAD = (
    "In the future all {big} {goods} will be delivered through FBA.",
    "{We} will [stop|end] self-delivery and send {n} [cartons|pallets] to FBA.",
)
EVIDENCE = (
    "[Attached|Enclosed] are {few} invoices, the list of {n} refunds and photos of {few} "
    "[shelves|boxes].",
    "{We} attach the [contract|bill] of {day} and {n} [signed lists|tracking pages].",
    "[As proof|As evidence] {we} send the [training sheet|receipt] signed by {staff} on {day}.",
)
REQUESTS = (
    "{We} [kindly |]ask you to [reinstate|reactivate|open] {our} [selling privileges|account|store]"
    "[ {shop}| so that {n} orders can go out|].",
    "Please [reinstate|give back] {our} account[ {merchant}| and the {n} listings|].",
)
EXCUSES = (
    "The roads [around|near] {place} are [remote|bad|icy], so [a|each] delivery takes {few} days "
    "more.",
    "[Heavy snow|A storm|The rain] in the week of {day} stopped {n} parcels, which is not {our} "
    "fault.",
    "{old} lost {n} of {our} parcels [and|but] {we} cannot do anything about [it|a carrier].",
    "[Some|About {n}] customers [lie|complain only] to get a free {good}.",
    "Your system [closed|blocked] {us} without [reading|looking at] the {n} orders.",
    "A competitor bought {n} {goods} and wrote {few} false [reviews|complaints].",
    "{supplier} sent {n} bad {goods} and it is the fault of the factory alone.",
    "A new [worker|packer], who is fired now, made all {n} mistakes.",
    "{We} did not know [this|the] policy, nobody told {us} in {few} years.",
    "{We} {have} a family of {few} and a loan of {big} dollars, and without the shop {we} {are} "
    "ruined.",
    "{big} orders came in {few} days [before the holidays|in the sale], and no shop could send "
    "them.",
    "A [glitch|error] of the [program|software] on {day} changed {n} prices by itself.",
    "{We} did nothing wrong, the {n} {goods} were perfect.",
)
FACTS = (
    "Order {order} for a {good} [was promised for|should have come by] {day} and [arrived|came] on "
    "{day}.",
    "The buyer of order {order} wrote on {day} that the {good} [had a scratch|did not fit|was "
    "missing a "
    "part|came late].",
    "In the week to {day} {we} [sold|shipped] {big} {goods}, [of which|and of these] {n} had a "
    "[complaint|problem].",
    "{Our} [hall|warehouse|store room] in {place} has {big} square metres, and {few} people work "
    "there "
    "under {staff}.",
    "{staff}, {our} {role}, went through {big} [records|cartons] [between {day} and {day}|in {few} "
    "days] "
    "and found {n} with the same fault.",
    "{We} sell {goods} since {few} years and have [sent|delivered] about {big} of them to {n} "
    "[towns|countries].",
    "The parcel {track} [left|was scanned in] {place} on {day}.",
    "The [{good}|listing] {asin} [has|had] {n} reviews and {few} variations.",
    "[{supplier}|The maker] delivers {big} {goods} a month in [boxes|cartons] of {n}.",
    "{staff} and {staff} counted the {goods} again at {hour} o'clock and got {big}.",
    "Of the {n} claims, {few} were about {goods} from the batch of {day}.",
    "A {good} weighs {big} grams and goes into a carton with {few} layers of paper.",
    "For order {order} the money went back on {day}, for order {order} on {day}.",
    "{Our} [table|list] shows {n} cases by [cause|day|packer], and {few} of ten have this cause.",
    "The new [shelf|table|plan] of the [hall|room] has {n} places, each with a [number|photo] of "
    "the "
    "{good}.",
    "The [drop|water|weight] test of {day} took {hour} minutes, and all {n} {goods} passed.",
    "[Last|This] month {staff} [wrote down|noted] {n} [small|other] faults, and {few} of them were "
    "[on the label|in the seam|at the lid].",
    "It took {us} {few} days to find this out, because {n} mails and {big} photos had to be [read|"
    "compared].",
    "{carrier} [comes|stops] at {hour} o'clock and takes [up to|about] {big} parcels.",
    "The manual of the {good} has {n} pages now, [with {few} pictures|in {few} languages].",
)
ENDINGS = (
    "[Regards|Kind regards|Best regards|Sincerely|Yours faithfully|Thank you],\n{me}",
    "[Regards|With kind regards|Thanks],\n{me}\n{shop}",
    "[Sincerely|Best regards],\n{me}\n[Owner|Director|Manager], {shop}\n{email}\n{phone}",
    "[Kind regards|Yours sincerely],\n{me}\n{shop}\n{address}\n[Tel. |Phone: |]{phone}",
    "{me}, {shop}",
    "",
)
HEADINGS = {
    "issue": ("The issue", "What happened", "1. Problem", "A. Issue", "ISSUE"),
    "cause": ("Root cause", "The root causes of the issue", "2. Why it happened", "B. Root cause"),
    "actions": ("Actions taken", "What we have done", "3. Corrective actions", "D. Actions taken"),
    "prevention": ("Steps to prevent this", "4. Prevention", "E. In force now", "PREVENTION"),
    "details": ("Details", "Our records", "5. The single cases", "Further facts"),
    "fba": ("FBA", "6. Fulfilment by Amazon", "F. FBA"),
    "request": ("Request", "7. Documents and request", "G. Closing"),
}
SLIPS = (
    (r"\b(have|had) already\b", "already"), (r"\bcustomers\b", "costumers"),
    (r"\breceived\b", "recieved"), (r"\bwill\b", "wil"), (r"\bthe (?=[a-z])", ""),
    (r"\b(are|were) very sorry\b", "very sorry"), (r"\bwhich\b", "wich"), (r"\ba (?=new|list)", ""),
    (r"\banswered\b", "answer"), (r"\bis (?=counted|weighed|measured)", "are "),
    (r"\bbecause\b", "because of"), (r"\balready\b", "allready"), (r"\buntil\b", "untill"),
    (r"\bdid not (\w+)", r"not \1"), (r"\bof the (?=[a-z])", "of "), (r"\bevery\b", "evry"),
)  # fmt: skip
"""Slips of writers whose first language is another one: pattern and what they write."""
