"""The process of the bare transaction, as the measuring process sees it."""

import json
import subprocess
import sys

from tests.bench.store.place import Address, word_of


class BareProcess:
    """A child process on a database of its own. A context manager."""

    def __init__(self, address: Address, branches: tuple[str, ...] = ("bare",)) -> None:
        words = ["-m", "tests.bench.store.bare", word_of(address), ",".join(branches)]
        self._process = subprocess.Popen(
            [sys.executable, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> "BareProcess":
        """Ready."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def per_s(self, seconds: float) -> float:
        """Transactions a second, measured for so long."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{seconds}\n")
        self._process.stdin.flush()
        return float(json.loads(self._process.stdout.readline()))
