"""What branches really change, as tables: rows of the profile and the columns shown of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shared.config.change_words import key_words
from shared.i18n import current_language, translate

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A value of each row: the keys on the way to it. ``member``: in the list there, or not."""

    keys: tuple[str, ...]
    title: str
    kind: type = str
    member: str = ""

    def of(self, row: Table) -> Any:
        """The value in a row; None where it is not there."""
        here: Any = row
        for key in self.keys:
            here = here.get(key) if isinstance(here, dict) else None
        return self.member in (here or ()) if self.member else here

    def put(self, row: Table, value: Any) -> None:
        """Write it into a row."""
        here = row
        for key in self.keys[:-1]:
            here = here.setdefault(key, {})
        key = self.keys[-1]
        if not self.member:
            here[key] = value
        elif value:
            here[key] = [*here.get(key, ()), self.member]
        else:
            here[key] = [each for each in here.get(key, ()) if each != self.member]


@dataclass(frozen=True, slots=True)
class Section:
    """A table of the profile. ``path``: where its rows stand; a table alone is one row."""

    name: str
    path: tuple[str, ...]
    title: Callable[[], str]
    columns: Callable[[Table], Sequence[Column]]

    def rows(self, profile: Table) -> list[Table]:
        """The rows of a profile, which are those of the profile itself, not copies."""
        here: Any = profile
        for key in self.path:
            here = here.get(key, {}) if isinstance(here, dict) else {}
        return list(here) if isinstance(here, list) else [here]


def _words(key: str = "name") -> tuple[Column, Column]:
    return (
        Column((key, "zh"), translate("Profile", "%1, Chinese", key_words(key))),
        Column((key, "en"), translate("Profile", "%1, English", key_words(key))),
    )


def _figures(*keys: str, kind: type = float) -> tuple[Column, ...]:
    return tuple(Column((key,), key_words(key), kind) for key in keys)


def _named(profile: Table, table: str) -> list[tuple[str, str]]:
    language = current_language()
    return [(each["id"], each["name"][language]) for each in profile.get(table, ())]


def _services(_profile: Table) -> Sequence[Column]:
    return (*_words(), *_figures("usual_min", "base"), *_figures("series", kind=str))


def _counters(profile: Table) -> Sequence[Column]:
    services = [
        Column(("services",), name, bool, member) for member, name in _named(profile, "services")
    ]
    return (Column(("id",), translate("Profile", "counter")), *services, *_figures("walk_s"))


def _machines(profile: Table) -> Sequence[Column]:
    services = [
        Column(("services",), name, bool, member) for member, name in _named(profile, "services")
    ]
    return (*_words(), *services)


def _segments(_profile: Table) -> Sequence[Column]:
    return (
        *_words(),
        *_figures("max_wait_min"),
        *_figures("overtakes_max", kind=int),
        *_figures("growth_per_minute", "base"),
        *_figures("rank", kind=int),
    )


def _hours(_profile: Table) -> Sequence[Column]:
    return _figures("opens", "last_ticket", "closes", kind=str)


def _limits(_profile: Table) -> Sequence[Column]:
    return _figures("within_min", "share")


def _calling(_profile: Table) -> Sequence[Column]:
    return (
        *_figures("recalls_before_no_show", "come_within_s", kind=int),
        *_figures("return_credit_min"),
    )


def _incidents(_profile: Table) -> Sequence[Column]:
    return _words()


def _notices(_profile: Table) -> Sequence[Column]:
    return _words("text")


SECTIONS: Final[tuple[Section, ...]] = (
    Section("hours", ("hours",), lambda: translate("Profile", "Opening hours"), _hours),
    Section("services", ("services",), lambda: translate("Profile", "Services"), _services),
    Section("counters", ("counters",), lambda: translate("Profile", "Counters"), _counters),
    Section("segments", ("segments",), lambda: translate("Profile", "Customer groups"), _segments),
    Section(
        "limits", ("standards", "waits"), lambda: translate("Profile", "Waiting standard"), _limits
    ),
    Section("calling", ("calling",), lambda: translate("Profile", "Calling"), _calling),
    Section("machines", ("machines",), lambda: translate("Profile", "Machines"), _machines),
    Section("incidents", ("incidents",), lambda: translate("Profile", "Incidents"), _incidents),
    Section("notices", ("notices",), lambda: translate("Profile", "Notices"), _notices),
)
