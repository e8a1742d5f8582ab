"""What an example of a rule means, whether it holds, and why it does not."""

from appeal_lint.proof.examples import examples_of, prove, prove_rule
from appeal_lint.proof.reasons import look

__all__ = ["examples_of", "look", "prove", "prove_rule"]
