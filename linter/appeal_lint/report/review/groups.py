"""The parts of the page on letters by type and by author."""

from appeal_lint.i18n import Tongue
from appeal_lint.report.review import charts, words
from appeal_lint.report.review.charts import ROW, Bar
from appeal_lint.report.review.escape import apart, escaped
from appeal_lint.report.review.parts import figure, folded, label, paragraph, pick, table
from appeal_lint.report.review.svg import drawn
from appeal_lint.report.review.tokens import Tokens
from appeal_lint.report.safe import safe
from appeal_lint.survey.records import Groups


def groups_section(name: str, title: str, groups: Groups, tokens: Tokens, say: Tongue) -> str:
    """Return the inside of the part on `types` or on `authors`."""
    listed = (*groups.listed, *((groups.rest,) if groups.rest else ()))
    others = say.say("All others together ({number})", number=groups.small)
    token = tokens.type if name == "types" else tokens.author
    bars = [
        Bar(
            label(safe(one.name) or others),
            one.mean,
            say.many(one.letters, "{mean} (1 letter)", "{mean} ({number} letters)",
                     mean=words.figure(one.mean)),
        )
        for one in listed
    ]  # fmt: skip
    best = max(groups.listed, key=lambda one: (one.mean, one.name))
    said = say.say(
        "The bars show the mean score. The highest is {mean}, of “{name}”.",
        mean=words.figure(best.mean),
        name=safe(best.name),
    )
    chart = drawn(name, len(bars) * ROW, title, said, charts.bars(bars, 100))
    rows = [
        (
            pick(token(one.name), apart(one.name) if one.name else escaped(others)),
            "<br>".join(f"{count} × {apart(fault)}" for _, fault, count in one.faults),
            str(one.letters),
            words.figure(one.mean),
            words.percent(one.ready / one.letters),
        )
        for one in listed
    ]
    heads = [
        say.say("Name"), say.say("The commonest faults"), say.say("Letters"),
        say.say("Mean score"), say.say("Ready"),
    ]  # fmt: skip
    return (
        paragraph(
            said,
            words.unnamed(say, groups),
            blank=say.blank,
        )
        + figure(chart)
        + folded(say.say("With their commonest faults"), table(heads, rows, title, texts=2))
    )
