"""Counts scores, of which there are 101, so that the median is exact and nothing is kept."""

from appeal_lint.survey.records import Spread

BINS = 10


class Scores:
    """How many letters have each score."""

    def __init__(self) -> None:
        self._counts = [0] * 101

    def add(self, score: int) -> None:
        """Count a score; what is not from 0 to 100 is taken for the nearest that is."""
        self._counts[min(100, max(0, score))] += 1

    def result(self) -> Spread:
        """Return how the scores are spread."""
        bins = [0] * BINS
        for score, count in enumerate(self._counts):
            bins[min(score // 10, BINS - 1)] += count
        total = sum(self._counts)
        if not total:
            return Spread(tuple(bins))
        return Spread(
            tuple(bins),
            self._at(0),
            self._share(0.25, total),
            self._share(0.5, total),
            self._share(0.75, total),
            self._at(total - 1),
            sum(score * count for score, count in enumerate(self._counts)) / total,
        )

    def _share(self, share: float, total: int) -> float:
        """Return the score that a share of the letters has at most, between two where need be."""
        place = share * (total - 1)
        below = int(place)
        low = self._at(below)
        return low + (place - below) * (self._at(min(below + 1, total - 1)) - low)

    def _at(self, place: int) -> int:
        """Return the score at a place, from 0, when all are in order."""
        for score, count in enumerate(self._counts):
            place -= count
            if place < 0:
                return score
        return 100
