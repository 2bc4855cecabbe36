"""The blocks of docs/policies.md: sentences of the presets, tables from recorded comparisons.

``python -m tests.docs.policies`` simulates the comparisons again (about two minutes) and keeps them
in tests/data/policies; ``python3 dev.py docs`` puts them into the page.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from shared.cli.main import main as lobby
from shared.config.presets import PRESETS, preset_words
from tests.docs.pages import table

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "policies.md"
DATA = ROOT / "tests" / "data" / "policies"
#: Recorded comparison -> the words after ``lobby`` that make it.
STUDIES: Final = {
    "payday": ("sim", "compare", "payday", "--presets", "all", "--days", "40"),
    "payday120": ("sim", "compare", "payday120", "--overload", "all", "--days", "40"),
}
BLOCK = re.compile(r"(<!-- made: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)

Figures = Mapping[str, Any]


def study(name: str) -> Figures:
    """A recorded comparison (the JSON of ``lobby sim compare``)."""
    found: Figures = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return found


def filled(page: str, blocks: Mapping[str, Callable[[], str]] | None = None) -> str:
    """The page with every block made afresh; ``blocks`` are those of another page.

    Raises:
        KeyError: the page has a block that nobody makes.
    """
    made = BLOCKS if blocks is None else blocks
    return BLOCK.sub(lambda found: f"{found[1]}\n{made[found[2]]()}\n{found[3]}", page)


def presets() -> str:
    """What each preset does and costs, in both languages."""
    rows = []
    for name in PRESETS:
        en, zh = preset_words(name, "en"), preset_words(name, "zh")
        rows.append((f"`{name}`", f"{en.name} · {zh.name}", en.does, en.costs))
        rows.append(("", "", zh.does, zh.costs))
    return table(("preset", "name", "what it does", "what it costs whom"), rows)


def head(name: str) -> str:
    """One line: what was simulated, how much, at which load."""
    found = study(name)
    words = " ".join(STUDIES[name])
    return (
        f"`lobby {words}`: {found['days']} days, seed {found['seed']}, the same customers under "
        f"each; day type `{found['day_type']}`, offered load {found['offered_load_0_1']:.0%}. "
        "± is half of the 95 % confidence interval over days.\n"
    )


def waits(name: str) -> str:
    """Mean, 90 %, share over the first and the last limit, most overtakes, share who left."""
    found = study(name)
    limits = [f"over {limit_s / 60:g} min, %" for limit_s in found["limits_s"]]
    heads = (
        found["compared"],
        "group",
        "mean wait, min",
        "90 % wait less than, min",
        limits[0],
        limits[-1],
        "most often passed",
        "left, %",
    )
    rows = [
        (f"`{variant['name']}`" if number == 0 else "", group, *_figures(figures))
        for variant in found["variants"]
        for number, (group, figures) in enumerate(variant["groups"].items())
    ]
    return head(name) + "\n" + table(heads, rows)


def differences(name: str) -> str:
    """Mean waits against the base, paired by day."""
    found = study(name)
    others = [v for v in found["variants"] if v["name"] != found["base"]]
    groups = others[0]["groups"]
    rows = [
        (group, *(_pm(v["groups"][group]["mean_wait_difference_s"], 1 / 60) for v in others))
        for group in groups
    ]
    heads = (f"mean wait against `{found['base']}`, min", *(f"`{v['name']}`" for v in others))
    return table(heads, rows)


def _figures(figures: Figures) -> tuple[str, ...]:
    over = figures["share_over_0_1"]
    return (
        _pm(figures["mean_wait_s"], 1 / 60),
        _pm(figures["p90_wait_s"], 1 / 60),
        _pm(over[0], 100),
        _pm(over[-1], 100),
        str(figures["overtaken_most"]),
        _pm(figures["share_left_0_1"], 100),
    )


def _pm(interval: Figures, factor: float) -> str:
    if interval["estimate"] is None:
        return "–"
    estimate = round(interval["estimate"] * factor, 1) + 0.0
    return f"{estimate:.1f} ± {interval['half_width'] * factor:.1f}"


BLOCKS: dict[str, Callable[[], str]] = {
    "presets": presets,
    "payday": lambda: waits("payday"),
    "payday-differences": lambda: differences("payday"),
    "payday120": lambda: waits("payday120"),
    "payday120-differences": lambda: differences("payday120"),
}


def main() -> None:
    """Simulate every comparison again."""
    DATA.mkdir(exist_ok=True)
    for name, words in STUDIES.items():
        assert lobby([*words, "--json", str(DATA / f"{name}.json")]) == 0


if __name__ == "__main__":
    main()
