"""Two hundred branches on a cluster of two workers, one of which is killed: each answer once."""

import json
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from simulator.planning.many.answers import Answers
from simulator.planning.many.branches import tasks_of
from simulator.planning.many.cluster import cluster, on_cluster
from simulator.planning.many.work import Answer, run_command
from tests.torture.table import Row

WORKERS = 2


def check_many(console: Console, branches: int, seed: int) -> Row:
    """The real command for each branch; a worker goes once a quarter of the answers are there."""
    console.print(f"{branches} branches on {WORKERS} workers, one of them killed …")
    with tempfile.TemporaryDirectory(prefix="lobby-torture-") as name:
        folder = Path(name)
        write_branches(folder, branches)
        tasks = tasks_of(folder, "cost", ["--days", "2", "--seed", str(seed)])
        began, killed = time.monotonic(), threading.Event()
        with cluster("local", WORKERS) as client, Answers(folder / "answers") as answers:

            def keep(answer: Answer) -> None:
                answers.keep(answer)
                if answers.written >= branches // 4 and not killed.is_set():
                    killed.set()
                    kill_one(client)

            on_cluster(client, tasks, run_command, keep)
        seconds = time.monotonic() - began
        lines = [json.loads(line) for line in (folder / "answers").read_text().splitlines()]
        alone = run_command(tasks[0])
    found = Counter(line["branch"] for line in lines if line["error"] is None)
    same = next(line["result"] for line in lines if line["branch"] == tasks[0].branch)
    held = {
        "branches with an answer": (len(found), len(found) == branches),
        "lines of each, at most": (max(found.values()), max(found.values()) == 1),
        "failed": (len(lines) - sum(found.values()), len(lines) == branches),
        "workers killed": (int(killed.is_set()), killed.is_set()),
        "the same as alone": (alone.result == same, alone.result == same),
    }
    table = Table("", "figure", "held", title="Many branches")
    for words, (figure, is_held) in held.items():
        table.add_row(words, str(figure), "yes" if is_held else "NO")
    table.add_row("seconds", f"{seconds:.0f}", "")
    console.print(table)
    return Row("many branches", {}, all(is_held for _, is_held in held.values()))


def write_branches(folder: Path, count: int) -> None:
    """Neighbourhood branches that differ in how many come."""
    for number in range(count):
        text = (
            'schema_version = 1\nbased_on = "neighbourhood"\n'
            f'name = {{ zh = "网点 {number}", en = "Branch {number}" }}\n'
            f"[kiosk]\ncount = {1 + number % 3}\n"
        )
        (folder / f"branch-{number:03d}.toml").write_text(text, encoding="utf-8")


def kill_one(client: Any) -> None:
    """SIGKILL to the first worker's process, as the system would out of memory."""
    import os
    import signal

    pids = client.run(os.getpid)
    os.kill(next(iter(pids.values())), signal.SIGKILL)
