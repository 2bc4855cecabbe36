"""Schemathesis itself over the whole interface: every phase, stateful included, within a time."""

import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from tests.support.server import RunningServer, running_server
from tests.support.trial import CALLERS, LEAD, described

CHECKS: Final = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "allow_header_conformance",
)
#: What it may need beyond its time: reading the description, the last test case, its report.
GRACE_S: Final = 120
#: A stream is left when nothing has come for so long.
QUIET_S: Final = 0.5


@dataclass(frozen=True)
class ApiTrial:
    """What came of it."""

    is_sound: bool
    cases: int
    report: str


def check_api(console: Console, seconds: int, seed: int) -> bool:
    """Try it and tell; whether every answer was one that is described."""
    console.print(f"The interface for {seconds} s, seed {seed} …")
    with tempfile.TemporaryDirectory(prefix="lobby-torture-api-") as folder:
        trial = try_api(Path(folder) / "api", seconds, seed)
    table = Table("", "figure", title="The interface (Schemathesis, stateful included)")
    table.add_row("requests", str(trial.cases))
    table.add_row("every answer is described, none 5xx", "held" if trial.is_sound else "NOT HELD")
    console.print(table)
    if not trial.is_sound:
        console.print(trial.report, markup=False, highlight=False)
    return trial.is_sound


def try_api(folder: Path, seconds: int, seed: int) -> ApiTrial:
    """Try a server of its own for so long; the same seed sends the same.

    Raises:
        subprocess.TimeoutExpired: Schemathesis hangs.
    """
    folder.mkdir(parents=True)
    with running_server(folder) as server:
        (folder / "openapi.json").write_text(json.dumps(described(server)), encoding="utf-8")
        (folder / "schemathesis.toml").write_text(_toml(_configuration(server)), encoding="utf-8")
        done = subprocess.run(
            _words(server, seconds, seed),
            cwd=folder,
            env={**os.environ, "NO_PROXY": "*"},
            capture_output=True,
            encoding="utf-8",
            timeout=seconds + GRACE_S,
            check=False,
        )
    found = re.search(r"(\d+) generated", done.stdout)
    return ApiTrial(done.returncode == 0, int(found[1]) if found else 0, done.stdout + done.stderr)


def _words(server: RunningServer, seconds: int, seed: int) -> list[str]:
    program = Path(sys.executable).with_name("schemathesis")
    return [
        *(str(program), "--config-file", "schemathesis.toml", "run", "openapi.json"),
        *("--url", server.base_url, "--max-time", str(seconds), "--seed", str(seed)),
        *("--no-color", "--continue-on-failure", "--generation-database", "none"),
        *("--checks", ",".join(CHECKS), "--warnings", "off"),
    ]


def _configuration(server: RunningServer) -> dict[str, Any]:
    """Who asks where, and how long a stream is listened to."""
    return {
        "max-stream-events": 1,
        "request-timeout": 20,
        "headers": server.headers(*LEAD),
        "operations": [
            {"include-path-regex": place, "headers": server.headers(role, staff)}
            for place, role, staff in CALLERS
        ]
        + [{"include-path-regex": r"/events$", "request-timeout": QUIET_S}],
    }


def _toml(value: Any) -> str:
    """TOML in lines of inline values; JSON writes text, numbers and arrays just like it."""
    return "\n".join(f"{json.dumps(key)} = {_inline(inner)}" for key, inner in value.items())


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        inner = (f"{json.dumps(key)} = {_inline(inner)}" for key, inner in value.items())
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(inner) for inner in value) + "]"
    return json.dumps(value)
