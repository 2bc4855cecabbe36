"""The product's font inside a page, cut down to the letters that the page shows."""

import base64
import io
from importlib.resources import as_file, files

FAMILY = "Lobby Report"
WEIGHTS = {400: "NotoSansSC-Regular.ttf", 700: "NotoSansSC-Bold.ttf"}


def font_faces(page: str) -> str:
    """CSS that carries the font for every letter of this page, so that it looks the same anywhere.

    A letter that the font does not hold is shown in a font of the reader's machine.
    """
    letters = "".join(sorted(set(page)))
    return "\n".join(_face(weight, name, letters) for weight, name in WEIGHTS.items())


def _face(weight: int, name: str, letters: str) -> str:
    """One weight as an @font-face rule."""
    encoded = base64.b64encode(_subset(name, letters)).decode("ascii")
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; '
        f'src: url("data:font/woff;base64,{encoded}") format("woff"); }}'
    )


def _subset(name: str, letters: str) -> bytes:
    """The font file as WOFF with these letters only."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    buffer = io.BytesIO()
    place = files("shared.ui") / "fonts" / name
    with as_file(place) as path, TTFont(path, lazy=True) as font:
        subsetter = Subsetter(Options(hinting=False, layout_features=["kern"], notdef_outline=True))
        subsetter.populate(text=letters)
        subsetter.subset(font)
        font.flavor = "woff"
        font.save(buffer)
    return buffer.getvalue()
