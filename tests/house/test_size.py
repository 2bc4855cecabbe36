"""One idea per module: long ones are named here, with the reason why they are one idea."""

from tests.house.sources import CODE_FOLDERS, ROOT, python_files, within

LONGEST_MODULE_LINES = 400
LONGEST_QML_LINES = 250

# path -> why it is long
LONG: dict[str, str] = {}


def lengths() -> dict[str, int]:
    """Lines of each Python module and QML file that is over its limit."""
    limits = [(path, LONGEST_MODULE_LINES) for path in python_files(*CODE_FOLDERS)]
    for folder in CODE_FOLDERS:
        limits += [(path, LONGEST_QML_LINES) for path in (ROOT / folder).rglob("*.qml")]
    counted = [
        (path, len(path.read_text(encoding="utf-8").splitlines()), most) for path, most in limits
    ]
    return {within(path): lines for path, lines, most in counted if lines > most}


def test_long_modules_are_named_with_a_reason() -> None:
    """Split it, or name it above with the reason; a name that is no longer needed goes."""
    assert set(lengths()) == set(LONG)
