"""Each rule's examples are its tests: a bad one sets the rule off, a good one does not, and the
model sentence is no promise and no excuse. `appeal_lint.proof` says what that means.
"""

import pytest
from appeal_lint import proof, rulebook
from appeal_lint.lint import Linter
from appeal_lint.model.proof import Example

EXAMPLES = [one for rule in rulebook.load().rules for one in proof.examples_of(rule)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example(linter: Linter, example: Example) -> None:
    outcome = proof.prove(example, linter)
    assert outcome.passed, (sorted(outcome.found), outcome.unread)
