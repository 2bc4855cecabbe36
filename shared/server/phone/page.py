"""The phone page as HTML: one file with everything in it, at most 60 KB."""

import json
from functools import cache
from typing import TYPE_CHECKING

from shared.config.checklist import checklist
from shared.config.profile import Profile, Text
from shared.i18n import LANGUAGES
from shared.protocol.lobby import PhoneView
from shared.server.phone.words import both, come_within

if TYPE_CHECKING:
    from jinja2 import Template

SECONDS_A_MINUTE = 60


def ticket_page(view: PhoneView, profile: Profile, *, rate: float, nonce: str) -> str:
    """The page of one ticket; ``rate`` is how fast the branch's clock runs."""
    service = next(s for s in profile.services if s.id == view.service)
    ready = checklist(profile, service)
    come_within_s = profile.calling.come_within_s
    live = {
        "view": view.model_dump(mode="json"),
        "rate": rate,
        "come_within_s": come_within_s,
        "time_zone": profile.branch.time_zone,
        "counters": {c.id: _bilingual(c.name) for c in profile.counters},
        "services": {s.id: _bilingual(s.name) for s in profile.services},
        "incidents": {i.id: _bilingual(i.name) for i in profile.incidents},
        "words": both(),
    }
    return _template("ticket.html").render(
        view=view,
        words=both(),
        branch=_bilingual(profile.branch.name),
        accent=profile.bank.accent,
        service=_bilingual(service.name),
        says=headline(view),
        have_ready={lang: [t.of(lang) for t in ready] for lang in LANGUAGES},
        rule={lang: come_within(come_within_s // SECONDS_A_MINUTE, lang) for lang in LANGUAGES},
        live=_script_json(live),
        nonce=nonce,
    )


def unknown_page(nonce: str) -> str:
    """The page for a token that belongs to no ticket of today."""
    return _template("unknown.html").render(words=both(), nonce=nonce, accent="#0A5C9E")


def headline(view: PhoneView) -> str:
    """Which of the words tells how the ticket stands; empty while it is how many are ahead."""
    if view.suspended:
        return "suspended"
    if view.is_deferred:
        return "later"
    if view.people_ahead is None:
        return f"state_{view.state}"
    return "" if view.people_ahead else "next"


def _bilingual(text: Text | None) -> dict[str, str] | None:
    return None if text is None else {lang: text.of(lang) for lang in LANGUAGES}


def _script_json(value: object) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


@cache
def _template(name: str) -> "Template":
    """Jinja is imported with the first page: no kiosk waits for it when the server starts."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("shared.server.phone")
    environment = Environment(autoescape=True, undefined=StrictUndefined, loader=loader)
    return environment.get_template(name)
