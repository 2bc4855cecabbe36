"""Pages in a browser: the customer's phone and the day's report, where Chromium is installed."""

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from shared.i18n import LANGUAGES
from shared.reports.day import day_report
from shared.reports.day_html import render_day
from simulator.model.plan import load_plan
from simulator.model.run import run_day
from tests.shots import lead_shots, phone_shots
from tests.shots.picture import write

CHROMIUM = Path("/usr/bin/chromium")
FONTS = Path(__file__).parents[2] / "shared" / "ui" / "fonts"
REPORT = (1160, 1500)
WAIT_MS = 4000
SEED = 20
BARE = {"PATH": "/usr/bin:/bin"}
"""No proxy, no language, nothing else of this machine's environment."""

Tell = Callable[[Path], None]


def take(out: Path, tell: Tell) -> None:
    """All pages, each in both languages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _font_settings(folder)
        (folder / "phone").mkdir()
        for page, picture in phone_shots.shots(folder / "phone"):
            tell(write(picture, out / f"{page}.png"))
        (folder / "lead").mkdir()
        for page, picture in lead_shots.shots(folder / "lead"):
            tell(write(picture, out / f"{page}.png"))
        for language, file in _report_pages(folder):
            path = out / f"report.{language}.png"
            tell(_picture(file.as_uri(), REPORT, path, folder))


def _font_settings(folder: Path) -> None:
    """The browser knows our font and no other, so that the picture is the same everywhere."""
    text = f"<fontconfig><dir>{FONTS}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    (folder / "fonts.conf").write_text(text, encoding="utf-8")


def _report_pages(folder: Path) -> Iterator[tuple[str, Path]]:
    """A simulated day of the city branch."""
    plan = load_plan("city")
    report = day_report(run_day(plan, SEED, 0).events, plan.profile, None, "simulated")
    for language in LANGUAGES:
        file = folder / f"report-{language}.html"
        file.write_text(_chosen(render_day(report), language), encoding="utf-8")
        yield language, file


def _chosen(page: str, language: str) -> str:
    """The report with the switch at its top set to a language, as a click would do."""
    switch = f'id="choose-{language}"'
    return page.replace(" checked>", ">", 1).replace(f"{switch}>", f"{switch} checked>", 1)


def _picture(url: str, size: tuple[int, int], path: Path, folder: Path) -> Path:
    """What the browser shows after a few seconds of its own time."""
    raw = folder / "page.png"
    width, height = size
    subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--lang=zh-CN", "--force-device-scale-factor=1", f"--window-size={width},{height}",
            f"--user-data-dir={folder / 'browser'}", f"--timeout={WAIT_MS}",
            f"--screenshot={raw}", url,
        ],
        check=True, capture_output=True, timeout=60,
        env={**BARE, "FONTCONFIG_FILE": str(folder / "fonts.conf"), "HOME": str(folder)},
    )  # fmt: skip
    with Image.open(raw) as shown:
        return write(shown.convert("RGB"), path)
