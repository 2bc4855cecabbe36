"""What the slip of a booked appointment says: when, what for, the code, how to check in."""

from dataclasses import dataclass
from typing import ClassVar

from kiosk.printing.content import Kind
from kiosk.printing.slip import EN, ZH, Bilingual
from shared.i18n import translate


@dataclass(frozen=True)
class BookingContent:
    """Everything the slip of one appointment tells its customer.

    ``day`` and ``clock`` are local, such as ``2026-11-23`` and ``10:30``; check-in is open from
    ``check_in_from`` until ``check_in_until``, clock times too. ``code`` is the customer's only
    key: nobody can print this slip again. ``made`` is when it was booked. ``person`` is a chosen
    adviser.
    """

    bank: Bilingual
    branch: Bilingual
    service: Bilingual
    day: str
    clock: str
    code: str
    check_in_from: str
    check_in_until: str
    made: str
    weekday: Bilingual | None = None
    person: str = ""
    have_ready: Bilingual | None = None
    kind: ClassVar[Kind] = "booking"

    def texts(self) -> dict[str, str]:
        """Every text of the slip by the key that layouts use; what does not apply is left out."""
        bank = f"{self.bank.zh} {self.branch.zh}".strip()
        texts = {
            "bank": bank or f"{self.bank.en} {self.branch.en}".strip(),
            "day": self.day if self.weekday is None else f"{self.day} {self.weekday.zh}",
            "clock": self.clock,
            "service_zh": self.service.zh,
            "service_en": self.service.en if self.service.en != self.service.zh else "",
            "person": self.person,
            "code": self.code,
            "code_qr": self.code,
            "made": f"{translate('Slip', 'Booked', language=ZH)} Booked {self.made}",
            **self._words(),
        }
        if self.have_ready is not None:
            zh, en = self.have_ready.zh, self.have_ready.en
            texts["ready_zh"] = translate("Slip", "Have ready: %1", zh or en, language=ZH)
            texts["ready_en"] = en if zh else ""
        return {key: text for key, text in texts.items() if text}

    def _words(self) -> dict[str, str]:
        window = f"{self.check_in_from}–{self.check_in_until}"
        words = {}
        for code, language in (("zh", ZH), ("en", EN)):
            words[f"booked_{code}"] = translate("Slip", "Appointment", language=language)
            words[f"come_{code}"] = translate(
                "Slip", "Check in at the kiosk with it, %1", window, language=language
            )
        words["code_caption"] = " ".join(
            translate("Slip", "Code", language=code) for code in (ZH, EN)
        )
        return words
