"""How well the analysis agrees with people: gold labels in, figures and differences out."""

from appeal_lint.evaluation.compare import (
    Difference,
    Outcome,
    Wrong,
    compare,
    differences,
    element_differences,
)
from appeal_lint.evaluation.figures import (
    Count,
    Evaluation,
    Figures,
    Table,
    fallen,
    figures,
    headline,
)
from appeal_lint.evaluation.gold import Gold, Letter, Sentence, read_gold, spans

__all__ = [
    "Count",
    "Difference",
    "Evaluation",
    "Figures",
    "Gold",
    "Letter",
    "Outcome",
    "Sentence",
    "Table",
    "Wrong",
    "compare",
    "differences",
    "element_differences",
    "fallen",
    "figures",
    "headline",
    "read_gold",
    "spans",
]
