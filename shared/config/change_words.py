"""A change of the profile as a sentence: which thing, which of its values, from what to what."""

from collections.abc import Callable
from typing import Any, Final

from shared.config.difference import Change
from shared.config.profile import Profile
from shared.i18n import current_language, translate

#: Keys and tables whose values are identifiers of another table.
_NAMED: Final = {
    "services": "services",
    "service": "services",
    "segments": "segments",
    "needs_documents": "documents",
    "zone": "zones",
    "appointments": "services",
}
#: What stands for a whole list of values is cut after so many characters.
VALUE_MAX: Final = 90


def change_sentence(change: Change, before: Profile, after: Profile) -> str:
    """The change in the language of the moment."""
    item, rest = _item(change.place, before, after)
    if not rest and change.before is None:
        return translate("Changes", "%1: new", item)
    if not rest and change.after is None:
        return translate("Changes", "%1: removed", item)
    what = " ".join(part for part in (item, *(map(key_words, rest))) if part)
    table = _NAMED.get(rest[-1] if rest else "", "")
    names = _names(before, table) | _names(after, table)
    if _are_words(change.before) and _are_words(change.after):
        return _of_list(what, change, names)
    old, new = value_words(change.before, names), value_words(change.after, names)
    return translate("Changes", "%1: %2 → %3", what, old, new)


def _item(place: tuple[str, ...], before: Profile, after: Profile) -> tuple[str, tuple[str, ...]]:
    """The thing that changes, by its name, and the keys below it."""
    table = table_words(place[0])
    if len(place) == 1:
        return table, ()
    named = _NAMED.get(place[0], place[0])
    names = _names(before, named) | _names(after, named)
    if isinstance(getattr(after, place[0], None), tuple):
        return f"{table} “{names.get(place[1], place[1])}”", place[2:]
    return table, place[1:]


def _names(profile: Profile, table: str) -> dict[str, str]:
    """What people call the things of a table, by identifier; nothing where they have no names."""
    language = current_language()
    things = getattr(profile, table, ()) if table else ()
    named = things if isinstance(things, tuple) else ()
    return {
        each.id: each.name.of(language)
        for each in named
        if getattr(each, "id", None) and getattr(each, "name", None)
    }


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _of_list(what: str, change: Change, names: dict[str, str]) -> str:
    """What came to a list of names and what went."""
    new = [each for each in change.after if each not in change.before]
    gone = [each for each in change.before if each not in change.after]
    if not new and not gone:
        return translate("Changes", "%1: in another order", what)
    parts = [f"+ {names.get(each, each)}" for each in new]
    parts += [f"− {names.get(each, each)}" for each in gone]
    return f"{what}: {', '.join(parts)}"


def value_words(value: Any, names: dict[str, str]) -> str:
    """A value as people read it."""
    if value is None:
        return translate("Changes", "nothing")
    if isinstance(value, bool):
        return translate("Changes", "yes") if value else translate("Changes", "no")
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dict) and set(value) == {"zh", "en"}:
        return f"“{value['zh' if current_language() == 'zh' else 'en']}”"
    if isinstance(value, dict):
        told = ", ".join(f"{key_words(k)} {value_words(v, names)}" for k, v in value.items())
    elif isinstance(value, list):
        told = "; ".join(value_words(each, names) for each in value)
    else:
        told = names.get(str(value), str(value))
    return told if len(told) <= VALUE_MAX else f"{told[:VALUE_MAX]}…"


def table_words(table: str) -> str:
    """What people call a table of the profile; its key where there is no word."""
    found = _TABLES.get(table)
    return found() if found else table


def key_words(key: str) -> str:
    """What people call a key of the profile; the key itself where there is no word."""
    found = _KEYS.get(key)
    return found() if found else key


_TABLES: Final[dict[str, Callable[[], str]]] = {
    "version": lambda: translate("Changes", "Name of the version"),
    "bank": lambda: translate("Changes", "Bank"),
    "branch": lambda: translate("Changes", "Branch"),
    "hours": lambda: translate("Changes", "Opening hours"),
    "calendar": lambda: translate("Changes", "Calendar"),
    "segments": lambda: translate("Changes", "Customer group"),
    "services": lambda: translate("Changes", "Service"),
    "tiles": lambda: translate("Changes", "Tiles of the kiosk"),
    "counters": lambda: translate("Changes", "Counter"),
    "machines": lambda: translate("Changes", "Machine"),
    "documents": lambda: translate("Changes", "Document"),
    "triage": lambda: translate("Changes", "Other ways than the counter"),
    "zones": lambda: translate("Changes", "Zone"),
    "outcomes": lambda: translate("Changes", "Outcome"),
    "pause_reasons": lambda: translate("Changes", "Reason for a pause"),
    "calling": lambda: translate("Changes", "Calling"),
    "policy": lambda: translate("Changes", "Order of calling"),
    "visit": lambda: translate("Changes", "Visit"),
    "appointments": lambda: translate("Changes", "Appointments for"),
    "incidents": lambda: translate("Changes", "Incident"),
    "standards": lambda: translate("Changes", "Waiting standard"),
    "rush": lambda: translate("Changes", "Rush mode"),
    "cases": lambda: translate("Changes", "Cases"),
    "kiosk": lambda: translate("Changes", "Kiosk"),
    "board": lambda: translate("Changes", "Board"),
    "voice": lambda: translate("Changes", "Voice"),
    "notices": lambda: translate("Changes", "Notice"),
    "phone": lambda: translate("Changes", "Phone page"),
}

_KEYS: Final[dict[str, Callable[[], str]]] = {
    "name": lambda: translate("Changes", "name"),
    "short": lambda: translate("Changes", "short name"),
    "text": lambda: translate("Changes", "text"),
    "announcement": lambda: translate("Changes", "announcement"),
    "series": lambda: translate("Changes", "letter of the numbers"),
    "services": lambda: translate("Changes", "services"),
    "segments": lambda: translate("Changes", "customer groups"),
    "usual_min": lambda: translate("Changes", "usual minutes"),
    "usual_cv": lambda: translate("Changes", "variation"),
    "max_wait_min": lambda: translate("Changes", "longest wait, minutes"),
    "overtakes_max": lambda: translate("Changes", "passed at most, times"),
    "growth_per_minute": lambda: translate("Changes", "points per minute"),
    "base": lambda: translate("Changes", "points at arrival"),
    "rank": lambda: translate("Changes", "rank"),
    "opens": lambda: translate("Changes", "opens"),
    "last_ticket": lambda: translate("Changes", "last ticket"),
    "closes": lambda: translate("Changes", "closes"),
    "waits": lambda: translate("Changes", "limits"),
    "within_min": lambda: translate("Changes", "within minutes"),
    "share": lambda: translate("Changes", "share"),
    "recalls_before_no_show": lambda: translate("Changes", "recalls before a no-show"),
    "come_within_s": lambda: translate("Changes", "seconds to come"),
    "return_credit_min": lambda: translate("Changes", "minutes credited after a missed call"),
    "preset": lambda: translate("Changes", "preset"),
    "walk_s": lambda: translate("Changes", "walk, seconds"),
    "seats": lambda: translate("Changes", "seats"),
    "order": lambda: translate("Changes", "order"),
    "capacity": lambda: translate("Changes", "places"),
}
