"""What a folder of recordings says of itself: ``voice.toml`` with ``name`` and ``mixes``.

The file may be missing.
"""

from pathlib import Path

from pydantic import Field

from kiosk.board.voice.errors import ManifestInvalid
from shared.config.base_tables import Table
from shared.config.load import load_toml

MANIFEST = "voice.toml"


class Manifest(Table):
    """A set of recordings."""

    name: str = Field(default="", max_length=80, description="of the set, for people")
    mixes: bool = Field(
        default=True,
        description="false: a sentence that lacks a piece is spoken by the shipped voice alone",
    )


def read_manifest(folder: Path) -> Manifest:
    """The manifest in a folder; the usual one where there is none.

    Raises:
        ManifestInvalid: with the first thing that is wrong in it.
    """
    path = folder / MANIFEST
    return load_toml(path, Manifest, ManifestInvalid) if path.is_file() else Manifest()
