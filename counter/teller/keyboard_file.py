"""The keyboard profile of one counter: which keys, of which device, do what; a TOML file.

[keys]                       # while the window or the strip has the focus
F13 = "next"
"Num+1" = "recall"

[anywhere]                   # whatever program is in front (X11)
"Ctrl+Shift+F2" = "next"

[pad]                        # a call pad of its own (Linux); nobody else gets its keys
device = "/dev/input/by-id/usb-pad-event-kbd"
keys = { KP1 = "next", KP2 = "recall", 164 = "pause" }
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, ValidationError

from counter.teller.key_map import written
from counter.teller.pad_codes import code_of
from shared.config.base_tables import Table
from shared.domain.errors import EnvironmentFailed, FileUnreadable

#: What a key may do; ``counter.teller.actions`` does it.
ACTIONS = (
    "next", "recall", "here", "close", "no_show", "hold", "transfer", "later", "back", "pause",
    "services", "strip", "card", "list", "help", "dismiss", "leave",
)  # fmt: skip


class KeyboardInvalid(EnvironmentFailed):
    """A keyboard profile that cannot be used."""

    code = "keyboard_invalid"
    sentence = "The keyboard profile %1 cannot be used: %2. Correct it and start again."


class PadTable(Table):
    """A call pad that is read straight from the system."""

    device: str = Field(min_length=1, description="its file, best below /dev/input/by-id")
    keys: dict[str, str] = Field(min_length=1, description="code or name of a key to an action")


class Keyboard(Table):
    """All of one file."""

    keys: dict[str, str] = {}
    anywhere: dict[str, str] = {}
    pad: PadTable | None = None


def load_keyboard(path: Path) -> Keyboard:
    """Read and check it.

    Raises:
        FileUnreadable, KeyboardInvalid.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(str(path), str(error)) from error
    try:
        found = Keyboard.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise KeyboardInvalid(str(path), str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(each) for each in first["loc"])
        raise KeyboardInvalid(str(path), f"{where}: {first['msg']}") from error
    fault = next(_faults(found), "")
    if fault:
        raise KeyboardInvalid(str(path), fault)
    return found


def _faults(found: Keyboard) -> Iterator[str]:
    """What is wrong with its keys and actions."""
    pad = found.pad.keys if found.pad is not None else {}
    for key in (*found.keys, *found.anywhere):
        if not written(key):
            yield f"{key} is no key"
    for key in pad:
        if code_of(key) is None:
            yield f"{key} is no key of a pad"
    for action in (*found.keys.values(), *found.anywhere.values(), *pad.values()):
        if action not in ACTIONS:
            yield f"{action} is no action; one of {', '.join(ACTIONS)}"
