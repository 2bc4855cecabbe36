"""Where a program keeps on its machine what it needs while no server answers."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from shared.client.known import Memory, memory_file
from shared.config.state import state_folder

HOLDER_DIGITS: Final = 16


def kept_by(program: str, key: str, options: Mapping[str, str]) -> dict[str, str]:
    """Options for what a program does by itself; none for one without a name.

    ``offline``: its folder, one for each name of a device on this machine. ``holder`` tells this
    device's key from another one, and is not it.
    """
    if not program:
        return {}
    name = quote(f"{program}-{options.get('device', '')}", safe="")
    holder = sha256(key.encode()).hexdigest()[:HOLDER_DIGITS]
    return {"offline": str(state_folder() / "offline" / name), "holder": holder}


def memory_of(program: str, server: str, branch: str) -> Memory:
    """What an earlier run of this program knew of the branch; kept where it has a name."""
    if not program:
        return Memory()
    return Memory(memory_file(state_folder(), program, server, branch))
