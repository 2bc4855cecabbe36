"""`lobby demo --headless`: the whole day through real windows, sockets and files."""

from pathlib import Path

import pytest

from simulator.demo.process import run_lobby

pytestmark = [pytest.mark.end2end, pytest.mark.slow, pytest.mark.timeout(240)]

PICTURES = (
    "kiosk-start-zh",
    "kiosk-start-en",
    "kiosk-ticket-zh",
    "kiosk-ticket-en",
    "board-calling",
    "teller-called-zh",
    "teller-serving-en",
    "rating-ask-zh",
)


def test_the_headless_day_holds_in_every_check(tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = run_lobby(["demo", "--headless", "--out", str(out)], tmp_path / "demo.log")
    assert "NO" not in said.split()
    pictures = [out / "pictures" / f"{name}.png" for name in PICTURES]
    assert [p.name for p in pictures if not is_picture(p)] == []
    assert is_picture(out / "slip-1.png")
    assert (out / "events.csv").read_text("utf-8").count("ticket.issued") > 100
    assert "</html>" in (out / "report.html").read_text("utf-8")


def is_picture(path: Path) -> bool:
    """Whether this is a PNG file with something in it."""
    return path.is_file() and path.read_bytes()[:4] == b"\x89PNG"
