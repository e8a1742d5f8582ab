"""A small transformer that reads a sentence for its meaning; knows nothing of appeals."""

from appeal_lint.encoder.load import encoder, prepare

__all__ = ["encoder", "prepare"]
