"""Closed lists of words that a rewrite hangs on."""


def listed(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


MODALS = frozenset({"will", "'ll", "wo", "shall", "sha", "would", "'d", "must", "should"})
BE = frozenset({"am", "is", "are", "'m", "'re", "'s", "be", "been", "being"})
FINITE_BE = frozenset({"am", "is", "are", "'m", "'re", "'s"})
HAVE = frozenset({"have", "has", "'ve"})
NOT = frozenset({"not", "n't", "never", "nt"})

INTENT = listed(
    """plan intend aim promise commit pledge vow undertake propose want need prepare decide agree
    resolve determine like love have mean engage look expect"""
)
"""Before "to" and a verb they put the deed ahead: "plan to hire", "have to hire"."""

BACKED = frozenset({"decide", "plan", "commit", "promise", "agree", "resolve", "determine"})
"""Those that look ahead even in the past: "we have decided to hire"."""

PLANS = listed(
    "plan aim goal intention commitment promise pledge target objective task step priority"
)
"""What "is to" makes a plan of: "our plan is to hire"."""

VOWS = frozenset({"promise", "pledge", "vow", "commit", "plan", "undertake", "decide", "resolve"})
"""Taken out before "that": what is done need not be promised."""

EMPTY = listed(
    """try strive endeavour endeavor attempt hope wish believe think consider become grow wait see
    look search seek learn discuss happen occur recur reoccur explore evaluate
    appreciate love like know understand win regain cooperate cope dare suffer lose die
    deserve prove let cause foster satisfy please delight convince dream schedule plan
    intend"""
)
"""Nothing to be done and finished: there is no honest plain rewrite."""

BEGINNINGS = frozenset({"start", "begin", "join", "arrive", "launch", "come"})
""" "A second packer starts on Monday": it is over when it is done."""

FAULTS = listed(
    """happen occur repeat recur reoccur come let allow forget fail miss disappoint ignore make
    violate break delay be lose neglect do cause harm upset face see get mislead hurt"""
)
""" "We will never miss …" is a hope, and "we no longer miss" claims more than anybody knows."""

LASTING = listed(
    """use avoid ensure monitor keep maintain follow focus offer provide require work ship deliver
    dispatch pack wrap sell track watch be have own continue remain stay guarantee supervise
    control handle manage operate run stock source stick adhere comply respect obey rely
    report respond reply insist oversee care serve observe listen communicate need want
    belong contain consist measure exist charge allow accept prioritise prioritize label
    weigh sit stand wear hold live answer read enable help enforce uphold insure supply wash"""
)
"""Done over and over rather than once, unless something says otherwise."""

ONCE = listed(
    """hire employ recruit appoint buy purchase instal install replace delete remove refund change
    switch convert cancel close sign open train retrain rent dismiss stop terminate
    introduce implement set create establish build write rewrite correct fix update upgrade
    move transfer destroy withdraw recall compensate repay reimburse apologise apologize
    contact invest engage assign contract add cut reduce increase double order print
    redesign reorganise reorganize drop ask attend find"""
)
"""Done once and finished: "refund each buyer" is no habit."""

CHECKS = listed(
    """inspect check test weigh scan photograph count verify measure examine control compare review
    track monitor pack ship send answer record log audit sample seal label wrap update"""
)
"""Habits where all goods undergo them: "all parcels will be inspected"."""

HABIT = listed(
    """every each always regular ongoing continuous daily weekly monthly regularly
    constantly continuously continually
    anyone anybody whoever incoming outgoing
    per twice periodically strictly hourly nightly consistently mornings
    routinely promptly quickly quarterly yearly annually only whenever"""
)
PLAIN_HABIT = HABIT - {"every", "each", "incoming", "outgoing"}
"""What makes a habit of a deed that is otherwise done once."""

DOUBT = frozenset({"perhaps", "maybe", "hopefully", "probably", "possibly", "if possible"})
"""Who doubts has not done it."""

DROPPED = listed(
    """now soon shortly immediately then instantly afterwards later tomorrow henceforth hereafter
    definitely certainly surely simply just again ever eventually currently hereby still
    presently hence"""
)
"""Adverbs in the verb group that do not go with a finished deed."""

BEFORE_ALREADY = frozenset({"all", "both", "therefore", "thus", "each"})
INSTEAD_OF_ALREADY = frozenset({"also", "already", "further", "additionally"})

OTHERS = listed(
    """customer customers buyer buyers client clients consumer consumers shopper shoppers amazon
    you people everybody everyone recipient"""
)
"""Whose future is not the seller's to have done."""
