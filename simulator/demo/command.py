"""See it all: a lively branch day through every program on this machine."""

from pathlib import Path
from typing import Annotated

import typer


def demo(
    headless: Annotated[
        bool, typer.Option("--headless", help="Off-screen: play the journey and check it.")
    ] = False,
    out: Annotated[
        Path, typer.Option(help="Folder for pictures, slips, event log and report.")
    ] = Path("out/demo"),
    speed: Annotated[
        float, typer.Option(min=1, max=60, help="With windows: times as fast as real time.")
    ] = 10.0,
) -> None:
    """Play a branch day: with windows to take part in, or headless with every step checked."""
    if headless:
        _headless(out)
    else:
        from simulator.demo.visible import VisibleDay

        VisibleDay(out, speed).play()


def _headless(out: Path) -> None:
    import os

    from rich.console import Console

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from simulator.demo.headless import HeadlessDay

    console = Console()
    checks = HeadlessDay(out, lambda told: console.print(f"{told} …")).play()
    checks.show(console)
    console.print(f"Pictures, slips, event log and report are in {out}")
    if not checks.is_all_held:
        raise typer.Exit(1)
