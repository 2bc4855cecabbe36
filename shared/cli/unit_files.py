"""Files that make a machine an appliance: units of systemd and their settings, filled in."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Final

#: What fills a screen of its own, and what serves.
SCREENS: Final = ("board", "kiosk", "rating", "teller")
SERVER: Final = "server"
ROLES: Final = (*SCREENS, SERVER)
SETTINGS: Final = PurePosixPath("/etc/branch-lobby")
UNITS: Final = PurePosixPath("/etc/systemd/system")
#: Debian 12: members of video may ask seatd for screen and touch panel, those of render the GPU.
GROUPS: Final = "video render"
OPEN, OWNER_ONLY = 0o644, 0o600


@dataclass(frozen=True)
class Machine:
    """What differs from machine to machine. ``restart_at`` is local time, ``HH:MM``."""

    user: str = "lobby"
    program: str = "/opt/lobby/bin/lobby"
    cage: str = "/usr/bin/cage"
    groups: str = GROUPS
    restart_at: str = "03:30"


@dataclass(frozen=True)
class UnitFile:
    """One file: where it belongs and what it says. Settings are never written over."""

    path: PurePosixPath
    text: str
    mode: int = OPEN
    is_settings: bool = False

    def under(self, root: Path) -> Path:
        """Its place below another root than ``/``."""
        return root.joinpath(*self.path.parts[1:])


def unit_files(what: str, machine: Machine) -> tuple[UnitFile, ...]:
    """Everything that a machine needs for this program, ready to be written.

    A server is not started afresh at night: it has nobody who goes home, and its log is long.
    """
    said = {
        "WHAT": what,
        "USER": machine.user,
        "PROGRAM": machine.program,
        "CAGE": machine.cage,
        "GROUPS": machine.groups,
        "SETTINGS": str(SETTINGS),
        "RESTART_AT": machine.restart_at,
    }
    kind = SERVER if what == SERVER else "screen"
    made = [
        UnitFile(UNITS / f"lobby-{what}.service", _filled(f"{kind}.service", said)),
        UnitFile(
            SETTINGS / f"{what}.env", _filled(f"{kind}.env", said), OWNER_ONLY, is_settings=True
        ),
    ]
    if what != SERVER:
        made += [
            UnitFile(UNITS / f"lobby-{what}-nightly.{ending}", _filled(f"nightly.{ending}", said))
            for ending in ("service", "timer")
        ]
    return tuple(made)


def commands_after(what: str) -> tuple[str, ...]:
    """What a person types once the files are there."""
    timer = () if what == SERVER else (f"lobby-{what}-nightly.timer",)
    return (
        "systemctl daemon-reload",
        f"systemctl enable --now {' '.join((f'lobby-{what}.service', *timer))}",
    )


def _filled(name: str, said: dict[str, str]) -> str:
    text = (files("shared.cli") / "units" / name).read_text(encoding="utf-8")
    for key, value in said.items():
        text = text.replace(f"@{key}@", value)
    return text
