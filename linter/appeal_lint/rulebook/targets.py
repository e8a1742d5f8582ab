"""Loads `rules/vocabulary/targets.yaml`: what Amazon asks of a seller's figures, and where."""

from typing import Annotated

from pydantic import Field

from appeal_lint.model.said import Said
from appeal_lint.model.vocabulary import Target
from appeal_lint.model.words import Marketplace
from appeal_lint.rulebook.choices import Listed, OneOf
from appeal_lint.rulebook.faults import Faults, nearest
from appeal_lint.rulebook.schema import Line, Shape, Text
from appeal_lint.rulebook.validate import validate
from appeal_lint.rulebook.yaml_source import Source

EVERYWHERE = "all"


class TargetShape(Shape):
    """One figure and what Amazon asks of it."""

    title: Line
    target: Line
    marketplaces: Annotated[
        tuple[Annotated[str, OneOf(Marketplace, EVERYWHERE)], ...], Field(min_length=1), Listed()
    ]
    instead_of: Text | None = None
    seen: Annotated[str, Field(pattern=r"^\d{4}-\d{2}$", strict=True)]
    source: Line


def read_targets(source: Source, faults: Faults) -> tuple[Target, ...]:
    """Return the targets of a file, and note its faults."""
    found = []
    for name, data in source.data.items():
        shape = validate(TargetShape, data, source, (name,), faults)
        if shape is None:
            continue
        if shape.instead_of is not None and shape.instead_of not in source.data:
            place = (name, "instead_of")
            hint = nearest(shape.instead_of, source.data)
            said = Said("there is no such target{hint}", hint=hint)
            faults.add(source.path, source.line(place), ".".join(place), said)
        countries = {
            Marketplace(one)
            for word in shape.marketplaces
            for one in (Marketplace if word == EVERYWHERE else (word,))
        }
        found.append(
            Target(
                str(name),
                shape.title,
                shape.target,
                frozenset(countries),
                shape.instead_of,
                shape.seen,
                shape.source,
            )
        )
    return tuple(found)
