"""The booking page as HTML: one file with everything in it, at most 60 KB."""

from shared.config.profile import Profile
from shared.i18n import LANGUAGES
from shared.server.booking.words import both, rule
from shared.server.phone.page import bilingual, icons, languages, script_json, template


def booking_page(profile: Profile, *, language: str, nonce: str) -> str:
    """The page of a branch; without appointments it says so."""
    tables = {table.service: table for table in profile.appointments}
    offered = [s for s in profile.services if s.id in tables]
    first, other = languages(language)
    names = {"branch": bilingual(profile.branch.name)}
    live = {
        "language": first,
        "names": names,
        "time_zone": profile.branch.time_zone,
        "services": {s.id: bilingual(s.name) for s in offered},
        "rules": {s.id: {lang: rule(tables[s.id], lang) for lang in LANGUAGES} for s in offered},
        "words": both(),
    }
    return template("book.html").render(
        words=both(),
        lang=first,
        other=other,
        accent=profile.bank.accent,
        branch=names["branch"],
        offered=offered,
        icons=icons(),
        live=script_json(live),
        nonce=nonce,
    )
