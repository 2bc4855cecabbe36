"""Contradictions about certificates and courses: ids that stand twice, services nobody knows."""

from collections.abc import Iterator

from shared.config.naming import doubles, unknown
from shared.config.profile import Profile


def staff_problems(profile: Profile) -> Iterator[str]:
    """What is wrong with certificates and courses."""
    services = [service.id for service in profile.services]
    yield from doubles("certificates", [each.id for each in profile.certificates])
    yield from doubles("training.courses", [each.id for each in profile.training.courses])
    for each in profile.certificates:
        yield from unknown(f"certificates “{each.id}”", "service", each.services, services)
