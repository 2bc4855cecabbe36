"""The phone page as HTML: one file with everything in it, at most 60 KB."""

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import shared
from shared.config.checklist import checklist
from shared.config.profile import Profile, Text
from shared.i18n import LANGUAGES
from shared.protocol.lobby import PhoneView
from shared.server.phone.words import both, come_within, have_ready

if TYPE_CHECKING:
    from jinja2 import Template

SECONDS_A_MINUTE = 60
PLAIN_ACCENT: Final = "#0A5C9E"
ICONS: Final = Path(shared.__path__[0]) / "ui" / "icons"
FACES: Final = (
    "sentiment_extremely_dissatisfied",
    "sentiment_dissatisfied",
    "sentiment_neutral",
    "sentiment_satisfied",
    "sentiment_very_satisfied",
)
USED: Final = ("account_balance", "notifications", "id_card", *FACES)
#: A pin on a map, drawn for this page.
PIN: Final = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill-rule="evenodd" d="M12 2a7 7 0 0 0-7 7'
    "c0 5 7 13 7 13s7-8 7-13a7 7 0 0 0-7-7zm0 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z"
    '"/></svg>'
)


def ticket_page(
    view: PhoneView, profile: Profile, *, rate: float, nonce: str, is_told: bool | None = None
) -> str:
    """The page of one ticket; ``rate`` is how fast the branch's clock runs.

    ``is_told``: whether a message goes to a telephone; None where there are none.
    """
    service = next(s for s in profile.services if s.id == view.service)
    minutes = profile.calling.come_within_s // SECONDS_A_MINUTE
    ready = checklist(profile, service)
    names = {
        "branch": bilingual(profile.branch.name),
        "service": bilingual(service.name),
        "ready": {lang: have_ready([t.of(lang) for t in ready], lang) for lang in LANGUAGES},
        "rule": {lang: come_within(minutes, lang) for lang in LANGUAGES},
    }
    language, other = languages(view.language)
    live = {
        "view": view.model_dump(mode="json"),
        "language": language,
        "names": names,
        "rate": rate,
        "is_told": is_told,
        "come_within_s": profile.calling.come_within_s,
        "soon_ahead": profile.phone.soon_ahead,
        "time_zone": profile.branch.time_zone,
        "counters": {c.id: bilingual(c.name) for c in profile.counters if c.name},
        "ways": {c.id: bilingual(c.way) for c in profile.counters if c.way},
        "services": {s.id: bilingual(s.name) for s in profile.services},
        "incidents": {i.id: bilingual(i.name) for i in profile.incidents},
        "words": both(),
    }
    return template("ticket.html").render(
        view=view,
        words=both(),
        lang=language,
        other=other,
        accent=profile.bank.accent,
        says=headline(view),
        have_ready=names["ready"] if ready else {"zh": ""},
        faces=FACES,
        icons=icons(),
        live=script_json(live),
        nonce=nonce,
        **{name: names[name] for name in ("branch", "service", "rule")},
    )


def unknown_page(nonce: str) -> str:
    """The page for a token that belongs to no ticket."""
    return _plain_page("unknown", nonce)


def ended_page(nonce: str) -> str:
    """The page for a ticket of another day, or whose visit was over long ago."""
    return _plain_page("ended", nonce)


def headline(view: PhoneView) -> str:
    """Which of the words tells how the ticket stands; empty while it is how many are ahead."""
    if view.suspended:
        return "suspended"
    if view.is_deferred:
        return "later"
    if view.people_ahead is None:
        return f"state_{view.state}"
    return "" if view.people_ahead else "next"


def languages(wanted: str) -> tuple[str, str]:
    """The page's language from a customer's (en, zh_CN ...), and the other one."""
    first = wanted[:2] if wanted[:2] in LANGUAGES else LANGUAGES[0]
    return first, next(lang for lang in LANGUAGES if lang != first)


def bilingual(text: Text) -> dict[str, str]:
    """A name of the profile by language."""
    return {lang: text.of(lang) for lang in LANGUAGES}


def script_json(value: object) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


@cache
def icons() -> dict[str, str]:
    """The icons of the pages as SVG to stand in the text; what they show is said beside them."""
    read = {name: (ICONS / f"{name}.svg").read_text(encoding="utf-8") for name in USED}
    told = '<svg aria-hidden="true"'
    return {name: svg.replace("<svg", told) for name, svg in read.items()} | {"location_on": PIN}


@cache
def template(name: str) -> "Template":
    """Jinja is imported with the first page: no kiosk waits for it when the server starts."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("shared.server.phone")
    environment = Environment(autoescape=True, undefined=StrictUndefined, loader=loader)
    return environment.get_template(name)


def _plain_page(key: str, nonce: str) -> str:
    return template("unknown.html").render(
        words=both(), key=key, lang=LANGUAGES[0], nonce=nonce, accent=PLAIN_ACCENT
    )
