"""The booking page as HTML: one file with everything in it, at most 60 KB."""

from shared.config.profile import Profile
from shared.i18n import LANGUAGES
from shared.server.booking.words import both, rule
from shared.server.phone.page import bilingual, icons, languages, script_json, template


def booking_page(
    profile: Profile, *, language: str, nonce: str, at_office: bool = False, is_away: bool = False
) -> str:
    """The page of a branch; without appointments it says so.

    ``at_office``: it is given out by head office, which takes no telephone numbers, and where
    nobody checks in. ``is_away``: the branch does not answer there, which the page says.
    """
    tables = {table.service: table for table in profile.appointments}
    offered = [s for s in profile.services if s.id in tables]
    first, other = languages(language)
    said = both(at_office=at_office)
    names = {"branch": bilingual(profile.branch.name)}
    live = {
        "language": first,
        "names": names,
        "time_zone": profile.branch.time_zone,
        "services": {s.id: bilingual(s.name) for s in offered},
        "rules": {s.id: {lang: rule(tables[s.id], lang) for lang in LANGUAGES} for s in offered},
        "words": said,
        "at_office": at_office,
    }
    return template("book.html").render(
        words=said,
        is_away=is_away,
        lang=first,
        other=other,
        accent=profile.bank.accent,
        branch=names["branch"],
        offered=offered,
        icons=icons(),
        live=script_json(live),
        nonce=nonce,
    )
