"""Contradictions about certificates, courses, surveys: ids that stand twice, unknown services."""

from collections.abc import Iterator

from shared.config.naming import doubles, unknown
from shared.config.profile import Profile


def staff_problems(profile: Profile) -> Iterator[str]:
    """What is wrong with certificates, courses and surveys."""
    services = [service.id for service in profile.services]
    yield from doubles("certificates", [each.id for each in profile.certificates])
    yield from doubles("training.courses", [each.id for each in profile.training.courses])
    yield from doubles("surveys", [each.id for each in profile.surveys])
    for survey in profile.surveys:
        place = f"surveys “{survey.id}” questions"
        yield from doubles(place, [question.id for question in survey.questions])
    for each in profile.certificates:
        yield from unknown(f"certificates “{each.id}”", "service", each.services, services)
