"""The notice that something is not called here for want of a certificate, or soon will not be."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from counter.teller import words
from shared.config.profile import Profile
from shared.i18n import translate
from shared.protocol.lobby import LobbyView
from shared.protocol.staff import CertificateNotice
from shared.ui.look import Look
from shared.ui.marks import Mark, label
from shared.ui.palette import set_role

#: A teller is told so long before the end; whoever keeps the papers, as long as the profile says.
TOLD_BEFORE: Final = timedelta(days=7)


class PaperNotice(QFrame):
    """At least 40 px; it cannot be put away: it is how things are until somebody renews it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        set_role(self, "noticeWarning")
        self.setObjectName("paperNotice")
        self.setMinimumHeight(40)
        self.sentence = label()
        self.sentence.setObjectName("paperSentence")
        self.sentence.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(Mark(look, "id_card", "warning", 22))
        row.addWidget(self.sentence, 1)
        self.hide()

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
        is_new = said not in ("", self.sentence.text())
        self.sentence.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(said))
        if is_new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


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
