"""Two engines behind one contract: durable-rules, and the plain one that checks it."""

from appeal_lint.engine.choose import available, engine
from appeal_lint.engine.contract import Engine
from appeal_lint.engine.remembered import Remembered

__all__ = ["Engine", "Remembered", "available", "engine"]
