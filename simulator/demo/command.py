"""See it all: a lively branch day through every program on this machine."""

import os
import time
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
    from rich.console import Console

    console = Console()
    began_s = time.monotonic()

    def say(told: str) -> None:
        console.print(f"{time.monotonic() - began_s:5.0f} s  {told} …")

    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from simulator.demo.headless import HeadlessDay

        checks = HeadlessDay(out, say).play()
        checks.show(console)
        console.print(f"Pictures, slips, event log and report are in {out}")
        if not checks.is_all_held:
            raise typer.Exit(1)
    else:
        from simulator.demo.visible import VisibleDay

        VisibleDay(out, speed, say).play()
