"""A field of an event's data."""

from typing import NamedTuple


class Field(NamedTuple):
    """A field: its JSON type, what it is, whether every event of the kind has it."""

    type: str
    what: str
    is_required: bool = True


def maybe(type_name: str, what: str) -> Field:
    """A field that stands only where it says something."""
    return Field(type_name, what, is_required=False)
