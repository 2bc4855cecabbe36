"""Running our commands as `lobby` does, without a process."""

from typing import Any

import pytest

from shared.cli.main import main


def lobby(capsys: pytest.CaptureFixture[str], *words: Any) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `lobby WORDS`."""
    code = main([str(word) for word in words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err
