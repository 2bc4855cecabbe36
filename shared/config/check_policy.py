"""Contradictions in the policy of a profile: points, guarantees, ratios, counters, visits.

Each sentence names the place, says why it cannot be meant, and gives the nearest right value.
"""

from collections.abc import Iterator

from shared.config.check_guarantee import guarantee_problems
from shared.config.check_points import points_problems
from shared.config.check_ratio import ratio_problems
from shared.config.check_reach import reach_problems
from shared.config.check_visit import visit_problems
from shared.config.profile import Profile


def policy_problems(profile: Profile) -> Iterator[str]:
    """Every contradiction in the policy as one sentence; nothing when it is sound."""
    yield from points_problems(profile)
    yield from guarantee_problems(profile)
    yield from ratio_problems(profile)
    yield from reach_problems(profile)
    yield from visit_problems(profile)
