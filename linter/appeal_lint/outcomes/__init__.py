"""Statistics of past letters and what became of them.

`Counter` takes letters one by one. scipy and statsmodels (the extra `stats`) are imported only when
its figures are asked for.
"""

from appeal_lint.outcomes.counter import Counter
from appeal_lint.outcomes.titles import Titles

__all__ = ["Counter", "Titles"]
