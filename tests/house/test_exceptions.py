"""An exception from a rule names the rule and says why; nothing is left for later in a comment."""

import re

from tests.house.sources import CODE_FOLDERS, PARTS, ROOT, python_files, within

# The words are put together so that this file does not find itself.
SUPPRESSED = re.compile(
    r"#\s*(?:type: " r"ignore|no" r"qa)(?P<codes>\[[\w, -]+\]|: [A-Z\d, ]+)?(?P<why>.*)"
)
LATER = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
GPL_ONLY = re.compile(
    r"\bQt(Charts|Graphs|DataVisualization|VirtualKeyboard)\b|QtQuick\.VirtualKeyboard"
)


def is_explained(line: str, before: str) -> bool:
    """Whether a line with a suppression names its code, and it or the comment above says why."""
    found = SUPPRESSED.search(line)
    assert found is not None
    return bool(found["codes"]) and (bool(re.search(r"\w", found["why"])) or before.startswith("#"))


def test_suppressions_name_the_rule_and_the_reason() -> None:
    """`# <suppression>[code]  # why`, or the reason as a comment on the line above."""
    silent = []
    for path in python_files(*CODE_FOLDERS):
        lines = path.read_text(encoding="utf-8").splitlines()
        silent += [
            f"{within(path)}:{number + 1}"
            for number, line in enumerate(lines)
            if SUPPRESSED.search(line) and not is_explained(line, lines[number - 1].strip())
        ]
    assert silent == []


def test_nothing_is_left_for_later_in_a_comment() -> None:
    """What is not built is an issue, not a comment."""
    assert matches(LATER) == []


def test_no_gpl_only_module_of_qt() -> None:
    """The product is Apache-2.0 with Qt under the LGPL; these modules are not offered under it."""
    assert matches(GPL_ONLY) == []


def matches(pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern occurs in our Python and QML, outside the tests."""
    sources = [
        *python_files(*PARTS),
        *(qml for part in PARTS for qml in (ROOT / part).rglob("*.qml")),
    ]
    return [
        f"{within(path)}:{number}"
        for path in sorted(sources)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]
