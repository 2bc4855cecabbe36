"""What customers thought of their visits."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from shared.metrics.visit import Visit

#: From this mark on a customer counts as satisfied (PRODUCT.md R6: satisfaction >= 85 %).
SATISFIED_FROM = 4


@dataclass(frozen=True, slots=True)
class Ratings:
    """Marks from 1 (very poor) to 5 (very good). ``visits`` is how many visits were closed."""

    visits: int
    by_score: dict[int, int]

    @property
    def count(self) -> int:
        """How many rated."""
        return sum(self.by_score.values())

    @property
    def mean(self) -> float:
        """The mean mark; NaN when nobody rated."""
        total = sum(score * count for score, count in self.by_score.items())
        return total / self.count if self.count else float("nan")

    @property
    def share_satisfied(self) -> float:
        """The share of marks of 4 or 5; NaN when nobody rated."""
        good = sum(count for score, count in self.by_score.items() if score >= SATISFIED_FROM)
        return good / self.count if self.count else float("nan")

    @property
    def share_rated(self) -> float:
        """The share of closed visits that were rated; NaN without visits."""
        return self.count / self.visits if self.visits else float("nan")


def ratings(visits: Iterable[Visit]) -> Ratings:
    """The marks of the closed visits among these."""
    closed = [visit for visit in visits if visit.state == "closed"]
    marks = Counter(visit.rating for visit in closed if visit.rating is not None)
    return Ratings(len(closed), {score: marks[score] for score in range(1, 6)})
