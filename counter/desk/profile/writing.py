"""A change as it is written: its text, the tables of it, what is wrong, what it changes."""

import json
import tomllib
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import uuid4

from pydantic import ValidationError

from counter.desk.profile.sections import Column, Section, Table
from shared.config.change_words import change_sentence
from shared.config.difference import differences
from shared.config.profile import Profile
from shared.config.review import Review, review
from shared.config.toml_text import toml_of, toml_text
from shared.domain.draft import IN_WRITING, DraftState
from shared.protocol.draft import DraftView, SaveDraft

TITLE_MAX: Final = 120


@dataclass
class Writing:
    """One change. ``base`` is the profile that it changes, ``base_hash`` its fingerprint."""

    base: Profile
    base_hash: str
    text: str
    id: str = field(default_factory=lambda: uuid4().hex)
    title: str = ""
    why: str = ""
    view: DraftView | None = None
    is_dirty: bool = False
    read: Review = field(init=False)
    table: Table = field(init=False)

    def __post_init__(self) -> None:
        """Read what is there."""
        self.base_table: Table = self.base.model_dump(mode="json")
        self._read(self.text)

    @classmethod
    def new(cls, base: Profile, base_hash: str) -> "Writing":
        """A change that changes nothing yet."""
        return cls(base, base_hash, toml_text(base))

    @classmethod
    def of(cls, view: DraftView, base: Profile) -> "Writing":
        """A change that the server knows."""
        text = view.text or ""
        return cls(base, view.base, text, view.id, view.title, view.why, view)

    @property
    def state(self) -> DraftState:
        """Where it stands."""
        return self.view.state if self.view else DraftState.WRITING

    def may_write(self, staff: str) -> bool:
        """Whether this person may write on."""
        is_mine = self.view is None or self.view.author == staff
        return is_mine and self.state in IN_WRITING

    @property
    def sentences(self) -> list[str]:
        """What it changes, in words; nothing while the text cannot be read."""
        after = self.read.profile
        if after is None:
            return []
        found = differences(self.base, after)
        return [change_sentence(change, self.base, after) for change in found]

    def say(self, title: str, why: str) -> None:
        """What changes in few words, and why."""
        self.title, self.why, self.is_dirty = title, why, True

    def write_text(self, text: str) -> None:
        """Another text."""
        if text != self.text:
            self.is_dirty = True
            self._read(text)

    def write_cell(self, section: Section, row: int, column: Column, value: Any) -> None:
        """Another value in a table; the text follows, sound or not."""
        changed = json.loads(json.dumps(self.table))
        column.put(section.rows(changed)[row], value)
        try:
            text = toml_text(Profile.model_validate(changed))
        except ValidationError:
            text = toml_of(changed)
        self.is_dirty = True
        self._read(text)
        if self.read.profile is None:
            self.table = changed  # what was typed stays in the cell, with its fault below

    def request(self) -> SaveDraft:
        """What is sent to be kept."""
        return SaveDraft(
            title=self.title[:TITLE_MAX] or "-", why=self.why, base=self.base_hash, text=self.text
        )

    def request_is_not(self, sent: SaveDraft) -> bool:
        """Whether something else stands here now than what was sent."""
        try:
            return self.request() != sent
        except ValueError:
            return True

    def bring_over(self, base: Profile, base_hash: str) -> None:
        """The same values on the profile that holds now, where both did not change one place."""
        mine, after = self.read.profile, base.model_dump(mode="json")
        if mine is None:
            return
        for change in differences(self.base, mine):
            _put(after, change.place, change.after)
        self.base, self.base_hash = base, base_hash
        self.base_table = base.model_dump(mode="json")
        self.is_dirty = True
        try:
            self._read(toml_text(Profile.model_validate(after)))
        except ValidationError:
            self._read(toml_of(after))

    def _read(self, text: str) -> None:
        self.text, self.read = text, review(text)
        if self.read.profile is not None:
            self.table = self.read.profile.model_dump(mode="json")
        elif not hasattr(self, "table"):
            try:
                self.table = tomllib.loads(text)
            except tomllib.TOMLDecodeError:
                self.table = {}


def _put(table: Any, place: tuple[str, ...], value: Any) -> None:
    """Write a value at its place; rows of lists are found by their name."""
    *way, last = place
    for key in way:
        table = table[key] if isinstance(table, dict) else _row(table, key)
        if table is None:
            return
    if isinstance(table, dict):
        table[last] = value
        return
    if last == "order":
        return
    old = _row(table, last)
    if old is not None:
        table.remove(old)
    if value is not None:
        table.append(value)


def _row(rows: list[Any], name: str) -> Any:
    found = (row for row in rows if name in (row.get("id"), row.get("service")))
    return next(found, None)
