"""Past appeals taken together: what their rows count up to.

`Counter` counts rows as they go by and keeps no letter; `Alike` finds the letters that nearly say
the same, from the sketches that `sketch` makes of their texts.
"""

from appeal_lint.survey.count import Counter
from appeal_lint.survey.records import Survey

__all__ = ["Counter", "Survey"]
