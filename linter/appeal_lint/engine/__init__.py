"""Two engines behind one contract: durable-rules, and the plain one that checks it."""

from appeal_lint.engine.choose import available, engine
from appeal_lint.engine.contract import Engine

__all__ = ["Engine", "available", "engine"]
