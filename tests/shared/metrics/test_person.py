"""One person's day beside what the branch needs for the same matters."""

import math

from shared.metrics.person import person_figures
from shared.metrics.visit import SECOND_US, Serving, Visit


def visit(staff: str, service: str, time_s: int, rating: int | None = None, *,
          is_training: bool = False) -> Visit:  # fmt: skip
    """A visit of one matter that has ended."""
    serving = Serving(service, "1", staff, 0, is_training, time_s * SECOND_US)
    made = Visit("2026-11-20", "t", "A001", service, "ordinary", 0, 0, 0, servings=[serving])
    made.staff, made.rating, made.state = staff, rating, "closed"
    return made


def test_a_person_is_compared_by_the_same_mix_and_not_by_the_mean_of_all() -> None:
    visits = [
        visit("t1", "account", 600, 5),
        visit("t1", "cash", 120, 2),
        visit("t2", "account", 800),
        visit("t2", "cash", 80),
        visit("t2", "cash", 100),
    ]
    found = person_figures(visits, "t1")
    assert (found.served, found.mean_s, found.same_mix_s) == (2, 360.0, (700 + 100) / 2)
    assert (found.by_service, found.marks) == ({"account": 1, "cash": 1}, 2)
    assert found.share_satisfied == 0.5


def test_what_a_trainee_did_beside_a_mentor_is_in_nobodys_figures() -> None:
    visits = [visit("t1", "cash", 100), visit("t3", "cash", 900, 1, is_training=True)]
    assert person_figures(visits, "t1").same_mix_s == 100.0
    learning = person_figures(visits, "t3")
    assert (learning.served, learning.marks) == (0, 0)
    assert math.isnan(learning.mean_s)
