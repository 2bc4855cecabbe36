"""The command `lobby sim many`."""

import shlex
from pathlib import Path
from typing import Annotated

import typer


def many(
    branches: Annotated[
        Path,
        typer.Argument(help="Folder of scenarios, or a table (CSV: branch, scenario, words)."),
    ],
    command: Annotated[
        str, typer.Option(help="Of lobby sim, such as run, cost, policy, layout, staff.")
    ],
    out: Annotated[Path, typer.Option(help="File for the answers, one JSON line a branch.")],
    words: Annotated[
        str, typer.Option(help="Further words of the command, such as “--days 50 --seed 2”.")
    ] = "",
    jobs: Annotated[int, typer.Option(min=1, max=256, help="Processes, or workers started.")] = 2,
    cluster: Annotated[
        str | None,
        typer.Option(
            help="Dask: local starts one here, or the address of a scheduler (tcp://host:8786).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Run a command for many branches: answers line by line, what is there is not done again."""
    from simulator.planning.long_work import stoppable
    from simulator.planning.many.answers import Answers
    from simulator.planning.many.branches import tasks_of
    from simulator.planning.many.cluster import cluster as opened
    from simulator.planning.many.cluster import on_cluster
    from simulator.planning.many.pool import on_pool
    from simulator.planning.many.work import Answer, run_command
    from simulator.telling import progress

    tasks = tasks_of(branches, command, shlex.split(words))
    with Answers(out) as answers, stoppable() as should_stop, progress() as bar:
        left = answers.missing(tasks)
        before = len(tasks) - len(left)
        task = bar.add_task("Branches", total=len(tasks), completed=before)

        def keep(answer: Answer) -> None:
            answers.keep(answer)
            bar.advance(task)

        if cluster is None:
            on_pool(left, run_command, jobs, keep, should_stop)
        else:
            with opened(cluster, jobs) as client:
                on_cluster(client, left, run_command, keep, should_stop)
    open_still = len(tasks) - before - answers.written
    print(
        f"{len(tasks)} branches: {before} were there, {answers.written} done, "
        f"{answers.failed} failed, {open_still - answers.failed} not begun: {out}"
    )
    if open_still:
        raise typer.Exit(1)
