"""`except Exception` belongs at the edges of a process, and those are few and named."""

import ast

from tests.house.sources import PARTS, python_files, tree_of, within

# path -> why everything is caught there
EDGES = {
    "kiosk/printing/worker.py": "edge of the printing thread: one bad slip must not stop the next",
    "shared/cli/check_command.py": "what is broken on this machine is what is looked for",
    "shared/cli/main.py": "the command's edge: the bug goes to the log, a sentence to the terminal",
    "shared/server/duty/pusher.py": "edge of a thread: without it the branch loses its charge",
    "shared/server/duty/watch.py": "edge of a thread: without it nobody takes over",
    "shared/server/edge.py": "edge of a request: the bug goes to the log, a problem to the caller",
    "shared/server/forecasting/forecaster.py": "edge of a thread: windows must come back",
    "shared/server/forecasting/scorer.py": "edge of its thread: one odd day, not all branches",
    "shared/server/notices/courier.py": "edge of its thread: one bad message, not all",
    "shared/server/practice/hall.py": "edge of two tasks: customers come again, the day ends",
    "shared/server/shipping/errand_runner.py": "edge of its thread: one bad errand, not all",
    "shared/server/shipping/shipper.py": "edge of its thread: the copy must not stop for good",
    "shared/store/group.py": "edge of a command in a group: its bug must not harm the others",
    "shared/store/writer.py": "edge of the writer's thread: the next group must still be written",
    "simulator/planning/many/work.py": "edge of a task: one bad branch must not stop the others",
    "simulator/console/shell/jobs.py": "edge of a thread: the window says what went wrong",
}
TOO_BROAD = {"Exception", "BaseException"}


def names(caught: ast.expr | None) -> set[str]:
    """The exception names in an `except`; a bare one catches everything."""
    if caught is None:
        return {"BaseException"}
    return {node.id for node in ast.walk(caught) if isinstance(node, ast.Name)}


def broad_handlers() -> set[str]:
    """The modules that catch everything somewhere."""
    return {
        within(path)
        for path in python_files(*PARTS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and names(node.type) & TOO_BROAD
    }


def test_everything_is_caught_at_process_edges_only() -> None:
    """Catch what you can answer for; if this really is an edge, name it above with the reason."""
    assert broad_handlers() == set(EDGES)
