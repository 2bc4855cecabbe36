"""The lead's page as HTML: one file with everything in it."""

from shared.config.profile import Profile
from shared.i18n import LANGUAGES
from shared.server.lead.words import both, troubles
from shared.server.phone.page import bilingual, script_json, template


def lead_page(profile: Profile, nonce: str) -> str:
    """The page of this branch; it holds names of the profile and no state of the hall."""
    first = next((limit.within_min for limit in profile.standards.waits), 10.0)
    live = {
        "branch": profile.branch.id,
        "name": bilingual(profile.branch.name),
        "time_zone": profile.branch.time_zone,
        "limit_min": first,
        "enquiry_min": profile.standards.enquiry_min,
        "key_segments": [s.id for s in profile.segments if s.kind in ("key", "vip")],
        "choices": {s.id: bilingual(s.name) for s in profile.segments if s.is_by_choice},
        "pauses": {p.id: bilingual(p.name) for p in profile.pause_reasons},
        "rating": {r.id: bilingual(r.name) for r in profile.rating.reasons},
        "services": {s.id: bilingual(s.name) for s in profile.services},
        "segments": {s.id: bilingual(s.short or s.name) for s in profile.segments},
        "counters": {c.id: bilingual(c.name) for c in profile.counters if c.name},
        "alarms": {i.id: bilingual(i.to_do) for i in profile.incidents if i.to_do},
        "served": {c.id: list(c.services) for c in profile.counters},
        "incidents": {i.id: bilingual(i.name) for i in profile.incidents},
        "reasons": {r.id: bilingual(r.name) for r in profile.visit.call_reasons},
        "notices": {n.id: bilingual(n.text) for n in profile.notices if n.id},
        "machine_services": sorted({s for m in profile.machines for s in m.services}),
        "words": both(),
        "troubles": {lang: troubles(lang) for lang in LANGUAGES},
    }
    return template("lead.html").render(
        lang=LANGUAGES[0], accent=profile.bank.accent, nonce=nonce, live=script_json(live)
    )
