"""The notice that something is not called here for want of a certificate, or soon will not be."""

from datetime import datetime, timedelta
from typing import Final

from counter.teller import words
from counter.teller.standing_notice import StandingNotice
from shared.config.profile import Profile
from shared.i18n import translate
from shared.protocol.lobby import LobbyView
from shared.protocol.staff import CertificateNotice
from shared.ui.look import Look

#: A teller is told so long before the end; whoever keeps the papers, as long as the profile says.
TOLD_BEFORE: Final = timedelta(days=7)


class PaperNotice(StandingNotice):
    """There until somebody renews the certificate."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "paper", "id_card")

    def show_papers(
        self,
        lobby: LobbyView | None,
        counter: str,
        now: datetime,
        profile: Profile | None,
        language: str,
    ) -> None:
        """Say what is missing at this counter, or be gone. A screen reader hears it once."""
        notices = lobby.certificates if lobby is not None else ()
        mine = [each for each in notices if each.counter == counter and is_told(each, now)]
        said = "\n".join(sentence(each, now, profile, language) for each in mine)
        self.say(said)


def is_told(notice: CertificateNotice, now: datetime) -> bool:
    """Whether the teller is told by now."""
    return notice.is_over or notice.valid_until is None or notice.valid_until - now <= TOLD_BEFORE


def sentence(
    notice: CertificateNotice, now: datetime, profile: Profile | None, language: str
) -> str:
    """Which certificate, when it ends or ended, and what is not called because of it."""
    kinds = profile.certificates if profile else ()
    certificate = words.named({kind.id: kind.name for kind in kinds}, notice.certificate, language)
    services = words.service_list(profile, notice.services, language)
    if notice.valid_until is None:
        return translate(
            "Teller",
            "%2 is not called here: you do not hold the certificate “%1”.",
            certificate,
            services,
            language=language,
        )
    until = moment(notice.valid_until, now)
    if notice.is_over:
        return translate(
            "Teller",
            "%2 is not called here: your certificate “%1” ended %3.",
            certificate,
            services,
            until,
            language=language,
        )
    return translate(
        "Teller",
        "Your certificate “%1” ends %3. Then %2 is not called here.",
        certificate,
        services,
        until,
        language=language,
    )


def moment(at: datetime, now: datetime) -> str:
    """The day; on the same day the time."""
    local = at.astimezone(now.tzinfo)
    return f"{local:%H:%M}" if local.date() == now.date() else f"{local:%Y-%m-%d %H:%M}"
