"""What differs between two profiles: one change for each value, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from shared.config.profile import Profile

#: By which key a list's tables are told apart; lists of others are compared as a whole.
NAMES: Final = ("id", "service")


@dataclass(frozen=True, slots=True)
class Change:
    """A value that differs. ``place``: the keys on the way; None: it is not there."""

    place: tuple[str, ...]
    before: Any
    after: Any


def differences(before: Profile, after: Profile) -> list[Change]:
    """Every change from one profile to the other, in the order of the tables; equal: none."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return list(_walk((), old, new))


def _walk(place: tuple[str, ...], old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    if _is_table(old) and _is_table(new):
        for key in dict.fromkeys([*old, *new]):
            yield from _walk((*place, key), old.get(key), new.get(key))
        return
    key = _name_key(old, new)
    if key is None:
        yield Change(place, old, new)
        return
    olds, news = ({item[key]: item for item in items} for items in (old, new))
    for name in dict.fromkeys([*olds, *news]):
        yield from _walk((*place, name), olds.get(name), news.get(name))
    if list(olds) != list(news) and set(olds) == set(news):
        yield Change((*place, "order"), list(olds), list(news))


def _is_table(value: Any) -> bool:
    """A table of keys, and no pair of words in two languages."""
    return isinstance(value, dict) and set(value) != {"zh", "en"}


def _name_key(old: Any, new: Any) -> str | None:
    """The key that names each table of both lists, once each."""
    if not (isinstance(old, list) and isinstance(new, list)):
        return None
    for key in NAMES:
        if all(_names_apart(items, key) for items in (old, new)):
            return key
    return None


def _names_apart(items: list[Any], key: str) -> bool:
    if not all(isinstance(item, dict) and isinstance(item.get(key), str) for item in items):
        return False
    return len({item[key] for item in items}) == len(items)
