"""Words of people: roles, how a certificate stands, what its end means."""

from datetime import datetime, timedelta

from shared.config.profile import Profile
from shared.i18n import current_language, translate
from shared.protocol.staff import CertificateView, PersonView, Standing

#: The token of each standing; "" is plain.
TOKENS: dict[Standing, str] = {"valid": "positive", "ending": "warning", "over": "danger"}
#: What needs somebody first.
URGENT: tuple[Standing, ...] = ("over", "ending", "valid")


def role_word(role: str) -> str:
    """What a person is."""
    return {
        "teller": translate("People", "Teller"),
        "lead": translate("People", "Lobby lead"),
        "supervisor": translate("People", "Supervisor"),
        "adviser": translate("People", "Adviser"),
        "manager": translate("People", "Manager"),
        "quality": translate("People", "Quality"),
        "auditor": translate("People", "Auditor"),
        "admin": translate("People", "Administrator"),
    }.get(role, role)


def standing_word(standing: Standing) -> str:
    """How a certificate stands."""
    return {
        "valid": translate("People", "valid"),
        "ending": translate("People", "ends soon"),
        "over": translate("People", "ended"),
    }[standing]


def worst(person: PersonView) -> Standing | None:
    """The certificate that needs somebody first; None without any."""
    found = {each.standing for each in person.certificates}
    return next((each for each in URGENT if each in found), None)


def certificate_name(profile: Profile | None, kind: str) -> str:
    """Its name; the identifier where the profile has it no more."""
    kinds = profile.certificates if profile else ()
    return next((k.name.of(current_language()) for k in kinds if k.id == kind), kind)


def course_name(profile: Profile | None, course: str) -> str:
    """Likewise of a course."""
    courses = profile.training.courses if profile else ()
    return next((c.name.of(current_language()) for c in courses if c.id == course), course)


def service_names(profile: Profile | None, services: tuple[str, ...] | list[str]) -> str:
    """Services in the language of the moment."""
    known = {s.id: s.name.of(current_language()) for s in profile.services} if profile else {}
    between = "、" if current_language() == "zh" else ", "
    return between.join(known.get(each, each) for each in services)


def until_words(held: CertificateView, now: datetime) -> str:
    """Its last day; of an end in the middle of a day the time too."""
    end = held.valid_until.astimezone(now.tzinfo)
    is_midnight = (end.hour, end.minute) == (0, 0)
    said = f"{end - timedelta(days=1):%Y-%m-%d}" if is_midnight else f"{end:%Y-%m-%d %H:%M}"
    return translate("People", "until %1", said)
