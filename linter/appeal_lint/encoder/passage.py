"""What the encoder is asked about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a sentence, and the kind of section that it stands in."""

    section: str
    before: str
    words: str
    after: str

    @property
    def sentence(self) -> str:
        """The whole of it."""
        return self.before + self.words + self.after
