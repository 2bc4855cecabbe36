"""From a window's picture to a small PNG: fewer pixels, few colours, no date inside."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QImage

COLOURS = 64
"""Our screens are flat: more than this is edge smoothing that nobody misses."""

SURFACES = 16
"""So many of the commonest colours are never changed."""

SHADE_LEVELS, EDGE_LEVELS, EDGE_SHARE = 8, 64, 0.02
"""What may differ between two pictures that look the same, see ``looks_like``."""

Picture = Image.Image
Colours = NDArray[np.int64]
"""Red, green and blue of each colour, 0 to 255: shape (colours, 3); or a number for each."""


def from_qt(image: QImage) -> Picture:
    """A window's picture for Pillow."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    data = bytes(plain.constBits())
    return Image.frombytes("RGB", size, data, "raw", "RGB", plain.bytesPerLine())


def scaled(picture: Picture, ratio: float) -> Picture:
    """The picture at another size, smoothed."""
    size = (round(picture.width * ratio), round(picture.height * ratio))
    return picture.resize(size, Image.Resampling.LANCZOS)


def few_colours(picture: Picture) -> Picture:
    """The picture with at most ``COLOURS`` colours; its surfaces keep theirs exactly."""
    if picture.mode in ("1", "P"):
        return picture
    dots = np.asarray(picture.convert("RGB"), dtype=np.int64)
    packed = dots[..., 0] << 16 | dots[..., 1] << 8 | dots[..., 2]
    found, place, counts = np.unique(packed, return_inverse=True, return_counts=True)
    colours = found[:, None] >> np.array([16, 8, 0]) & 0xFF
    palette, nearest = _palette(colours, counts)
    small = Image.fromarray(nearest[place].reshape(packed.shape).astype(np.uint8), "P")
    small.putpalette(palette.astype(np.uint8).tobytes())
    return small


def _palette(colours: Colours, counts: Colours) -> tuple[Colours, Colours]:
    """The palette, and for each colour its place there.

    First the commonest colours; then again and again the one that is missed most: how many dots
    have it, times the square of how far it is from what there is. Pillow's own choice of a palette
    is not the same every time.
    """
    order = np.argsort(-counts, kind="stable")
    chosen = list(order[:SURFACES])
    missing, nearest = np.full(len(colours), np.iinfo(np.int64).max), np.zeros_like(counts)
    for place in range(min(COLOURS, len(colours))):
        if place >= len(chosen):
            chosen.append(np.argmax(missing * counts))
        distance = ((colours - colours[chosen[place]]) ** 2).sum(axis=1)
        nearest[distance < missing] = place
        missing = np.minimum(missing, distance)
    return colours[chosen], nearest


def write(picture: Picture, path: Path) -> Path:
    """Save as PNG, unless the file there looks the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    small = few_colours(picture)
    if not looks_like(small, path):
        small.save(path, format="PNG", optimize=True)
    return path


def looks_like(small: Picture, path: Path) -> bool:
    """Whether nobody could tell the picture from the file: then the file stays as it is.

    Qt smooths the edges of large letters a shade differently, depending on what it drew before.
    Surfaces must be exactly the same; edges may differ by ``EDGE_LEVELS`` of 255 at few places.
    """
    if not path.exists():
        return False
    new = np.asarray(small.convert("RGB"), dtype=np.int64)
    with Image.open(path) as file:
        old = np.asarray(file.convert("RGB"), dtype=np.int64)
    if new.shape != old.shape:
        return False
    off = np.abs(new - old).max(axis=2)
    few = bool((off > SHADE_LEVELS).mean() < EDGE_SHARE and off.max() < EDGE_LEVELS)
    return few and _surfaces(new) == _surfaces(old)


def _surfaces(dots: Colours) -> list[list[int]]:
    """The four commonest colours, commonest first."""
    colours, counts = np.unique(dots.reshape(-1, 3), axis=0, return_counts=True)
    found: list[list[int]] = colours[np.argsort(-counts, kind="stable")[:4]].tolist()
    return found
