"""What a slip says, before anybody thinks about dots."""

from dataclasses import dataclass
from typing import ClassVar

from kiosk.printing.content import Kind
from shared.i18n import translate

ZH, EN = "zh_CN", "en"


@dataclass(frozen=True)
class Bilingual:
    """One text in both languages, as the branch profile gives it."""

    zh: str
    en: str


@dataclass(frozen=True)
class Window:
    """When the call is expected, as local clock times such as ``10:25``.

    ``lower_at`` to ``upper_at`` is the middle 80 % of the forecast, ``likely_at`` its middle.
    """

    lower_at: str
    likely_at: str
    upper_at: str


@dataclass(frozen=True)
class SlipContent:
    """Everything one slip tells its customer.

    ``arrived`` is local time, ``YYYY-MM-DD HH:MM:SS``. ``people_ahead`` and ``window`` are None
    where nobody worked them out: the slip then leaves them out rather than guess. ``copy`` counts
    the prints of one ticket: from 2 on, the slip says so at its top. ``is_own``: the kiosk gave it
    by itself, as no server answered.
    """

    bank: Bilingual
    branch: Bilingual
    number: str
    service: Bilingual
    arrived: str
    short_code: str
    people_ahead: int | None = None
    window: Window | None = None
    have_ready: Bilingual | None = None
    phone_url: str = ""
    missed_rule: Bilingual | None = None
    overtaking_cap: Bilingual | None = None
    copy: int = 1
    is_own: bool = False
    kind: ClassVar[Kind] = "ticket"

    def texts(self) -> dict[str, str]:
        """As ``slip_texts``."""
        return slip_texts(self)


def slip_texts(content: SlipContent) -> dict[str, str]:
    """Every text of the slip by the key that layouts use; what does not apply is left out.

    Wording that belongs to the slip comes from the catalogue, names come from the content.
    """
    service = content.service
    texts = {
        "bank": _bank_line(content),
        "number": content.number,
        "service_zh": service.zh,
        "service_en": service.en if service.en != service.zh else "",
        "phone_url": content.phone_url,
        "arrived": f"{_arrived(ZH)} {_arrived(EN)} {content.arrived}",
        "short_code": content.short_code,
        **_turn(content),
        **_ready(content.have_ready),
        **_pair("missed", content.missed_rule),
        **_pair("cap", content.overtaking_cap),
    }
    if content.copy > 1:
        texts["copy"] = " ".join(
            translate("Slip", "COPY %1", content.copy, language=code) for code in (ZH, EN)
        )
    texts |= _phone(content) | _own(content)
    return {key: text for key, text in texts.items() if text}


def _phone(content: SlipContent) -> dict[str, str]:
    """What the code is for; a page that does not work yet is not promised for now."""
    if not content.phone_url:
        return {}
    if content.is_own:
        zh, en = (
            translate("Slip", "On your phone when we are back online", language=code)
            for code in (ZH, EN)
        )
    else:
        zh, en = (translate("Slip", "Follow on your phone", language=code) for code in (ZH, EN))
    return {"phone_zh": zh, "phone_en": en}


def _own(content: SlipContent) -> dict[str, str]:
    """A ticket that no server knows yet counts like any other, and its slip says so."""
    if not content.is_own:
        return {}
    zh, en = (
        translate("Slip", "Our server is away. This number counts, from %1 on", at, language=code)
        for at, code in ((content.arrived[11:16], ZH), (content.arrived[11:16], EN))
    )
    return {"own_zh": zh, "own_en": en}


def _turn(content: SlipContent) -> dict[str, str]:
    """The block about the customer's turn: the window if there is one, else the arrival time."""
    texts: dict[str, str] = {}
    if content.people_ahead is not None:
        texts["ahead_caption"] = " ".join(
            translate("Slip", "Ahead", language=code) for code in (ZH, EN)
        )
        texts["ahead"] = str(content.people_ahead)
        texts["ahead_unit"] = translate("Slip", "people", language=ZH)
    if content.window is None:
        texts["clock_caption"] = f"{_arrived(ZH)} {_arrived(EN)}"
        texts["clock"] = content.arrived[11:16]
        return texts
    return texts | _window(content.window)


def _window(window: Window) -> dict[str, str]:
    span = f"{window.lower_at}–{window.upper_at}"
    return {
        "about_caption": " ".join(translate("Slip", "About", language=code) for code in (ZH, EN)),
        "about": window.likely_at,
        "window_zh": translate("Slip", "%1, 8 times in 10", span, language=ZH),
        "window_en": translate("Slip", "%1, 8 times in 10", span, language=EN),
    }


def _ready(text: Bilingual | None) -> dict[str, str]:
    """What to have ready; the Chinese line carries the heading for both, as drawn."""
    if text is None:
        return {}
    heading = translate("Slip", "Have ready: %1", text.zh or text.en, language=ZH)
    return {"ready_zh": heading, "ready_en": text.en if text.zh else ""}


def _arrived(language: str) -> str:
    return translate("Slip", "Arrived", language=language)


def _bank_line(content: SlipContent) -> str:
    """Bank and branch; the English names only where there are no Chinese ones."""
    zh = f"{content.bank.zh} {content.branch.zh}".strip()
    return zh or f"{content.bank.en} {content.branch.en}".strip()


def _pair(key: str, text: Bilingual | None) -> dict[str, str]:
    return {} if text is None else {f"{key}_zh": text.zh, f"{key}_en": text.en}
