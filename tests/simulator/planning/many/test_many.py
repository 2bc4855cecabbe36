"""Many branches: every answer once, whoever is killed meanwhile."""

import json
from pathlib import Path

import pytest

from simulator.planning.many.answers import Answers
from simulator.planning.many.branches import BranchesInvalid, tasks_of
from simulator.planning.many.cluster import NoCluster, cluster, on_cluster
from simulator.planning.many.pool import on_pool
from simulator.planning.many.work import Answer, Task, run_command
from tests.simulator.command_line import lobby
from tests.simulator.planning.many.light import dies, dies_once

Capture = pytest.CaptureFixture[str]


def tasks(count: int, mark: Path | None = None) -> list[Task]:
    """So many branches; the process of the third is lost once."""
    marks = {2: str(mark)} if mark else {}
    return [Task(f"branch-{n}", marks.get(n, ""), "run") for n in range(count)]


def branches_in(path: Path) -> list[str]:
    """The branches with an answer, as often as they are there."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["error"] for line in lines] == [None] * len(lines)
    return sorted(line["branch"] for line in lines)


def test_a_pool_that_loses_a_process_gives_every_answer_once(tmp_path: Path) -> None:
    wanted, path = tasks(8, tmp_path / "mark"), tmp_path / "answers"
    with Answers(path) as answers:
        on_pool(wanted, dies_once, 2, answers.keep)
    assert (tmp_path / "mark").exists()
    assert branches_in(path) == sorted(task.branch for task in wanted)


def test_what_kills_every_process_is_given_up_and_the_rest_is_done() -> None:
    found: list[Answer] = []
    on_pool([Task("deadly", "", "run"), Task("mild", "", "run")], dies, 1, found.append)
    assert {answer.branch: answer.error for answer in found} == {
        "mild": None,
        "deadly": "its process was lost 3 times",
    }


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_gives_every_answer_once(tmp_path: Path) -> None:
    """Two workers of Dask; the whole, 200 branches, is `dev.py torture --only many`."""
    wanted, path = tasks(12, tmp_path / "mark"), tmp_path / "answers"
    with cluster("local", 2) as client, Answers(path) as answers:
        on_cluster(client, wanted, dies_once, answers.keep)
    assert (tmp_path / "mark").exists()
    assert branches_in(path) == sorted(task.branch for task in wanted)


def test_nobody_at_the_address_is_told_in_a_sentence() -> None:
    with (
        pytest.raises(NoCluster, match="nobody answers there"),
        cluster("tcp://127.0.0.1:1", 1, within_s=0.5),
    ):
        pass


def test_what_is_there_is_not_done_again_and_a_torn_line_is(tmp_path: Path) -> None:
    path, three = tmp_path / "answers", tasks(3)
    with Answers(path) as answers:
        answers.keep(Answer("branch-0", three[0].key, {"figure": 1.5}))
        answers.keep(Answer("branch-1", three[1].key, error="no such day"))
    with path.open("a") as file:
        file.write('{"branch": "branch-2", "key"')
    with Answers(path) as answers:
        assert answers.missing(three) == three[1:]
        for task in (*three, *three):
            answers.keep(Answer(task.branch, task.key, {"figure": 2.0}))
        assert answers.written == 2
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(line["branch"], line["error"]) for line in lines] == [
        ("branch-0", None),
        ("branch-1", "no such day"),
        ("branch-1", None),
        ("branch-2", None),
    ]


def test_a_folder_a_table_and_what_is_wrong_with_them(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.toml").write_text('based_on = "city"\n', encoding="utf-8")
    (tmp_path / "prices.toml").write_text('currency = "CNY"\n', encoding="utf-8")
    found = tasks_of(tmp_path, "run", ["--days", "2"])
    assert [(task.branch, task.words) for task in found] == [
        ("a", ("--days", "2")),
        ("b", ("--days", "2")),
    ]
    table = tmp_path / "branches.csv"
    table.write_text("branch,scenario,words\nWest,city,--seed 3\nEast,a.toml,\n", encoding="utf-8")
    west, east = tasks_of(table, "cost", [])
    assert (west.scenario, west.words) == ("city", ("--seed", "3"))
    assert Path(east.scenario) == tmp_path / "a.toml"
    (tmp_path / "a.toml").write_text('based_on = "neighbourhood"\n', encoding="utf-8")
    assert tasks_of(table, "cost", [])[1].key != east.key
    table.write_text("branch,scenario\nWest,city\nWest,payday\n", encoding="utf-8")
    for place, command, told in (
        (table, "run", "“West” is there twice"),
        (table, "generate", "no command “generate”"),
        (tmp_path / "none", "run", None),
    ):
        with pytest.raises(Exception, match=told or "none") as refused:
            tasks_of(place, command, [])
        assert isinstance(refused.value, BranchesInvalid) == bool(told)


def test_a_branch_that_fails_stops_no_other(capsys: Capture, tmp_path: Path) -> None:
    """In this process: the words of a task as the command line takes them."""
    assert run_command(Task("no", "nowhere.toml", "run")).error is not None
    assert "No such option" in str(run_command(Task("no", "city", "run", ("--tea",))).error)
    found = run_command(Task("yes", "neighbourhood", "run", ("--days", "2")))
    assert found.error is None
    _, out, _ = lobby(
        capsys, "sim", "run", "--scenario", "neighbourhood", "--days", 2, "--json", "-"
    )
    assert found.result == json.loads(out)
