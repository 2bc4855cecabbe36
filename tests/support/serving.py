"""The real program `lobby serve` in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.lobby import Address, address_words

PATIENCE_S = 60


@contextmanager
def serving(database: Address) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`lobby serve` on any free port; the process and its address once it is ready."""
    words = ["serve", "--port", "0", *address_words(database), "--practice-rate", "1"]
    words += ["--practice-start", "2026-11-20T09:30"]
    program = "import sys; from shared.cli.main import main; sys.exit(main())"
    process = subprocess.Popen(
        [sys.executable, "-c", program, *words], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        ready = process.stdout.readline()
        yield process, ready.split(" at ")[1].split(" ")[0]
    finally:
        process.kill()
        process.wait(PATIENCE_S)
        process.stdout.close()
