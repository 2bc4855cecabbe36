"""What is committed works on every machine: no paths, index hosts or download addresses of one."""

import re
import tomllib

import pytest

from tests.house.sources import ROOT, our_files, within

TEXT = {
    ".py",
    ".qml",
    ".js",
    ".md",
    ".toml",
    ".sh",
    ".txt",
    ".lock",
    ".json",
    ".csv",
    ".html",
    ".ts",
    ".svg",
    "",
}

# The patterns are written so that they do not match this file.
TRACES = {
    "a path of one machine": r"(?<![\w.])/(work|root|home/\w+|Users/\w+)/\w|[A-Z]:\\Users\\\w",
    "the host of a package index": r"\b(pythonhosted|pypi|deb\.debian)\.org\b|\barchive\.ubuntu\b",
    "an option that names an index": r"(?<!no-emit-)(index-url|find-links)[ =]\S",
    "a download address": r"https?://[^\s\")]+\.(whl|deb|tgz|tar\.gz|zip|exe)\b",
}


def text_files() -> dict[str, str]:
    """Our text files by their path."""
    return {
        within(path): path.read_text(encoding="utf-8", errors="replace")
        for path in our_files()
        if path.suffix in TEXT
    }


@pytest.mark.parametrize("what", TRACES)
def test_no_traces_of_one_machine(what: str) -> None:
    """Whoever clones the repository has another machine, another mirror, another name."""
    trace = re.compile(TRACES[what])
    found = [
        f"{name}:{number}"
        for name, text in text_files().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if trace.search(line)
    ]
    assert found == []


def test_lock_holds_hashes_and_no_address() -> None:
    """Every pinned package has at least one hash; where it comes from is the machine's affair."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    entries = text.replace("\\\n", " ").splitlines()
    assert [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_lock_holds_every_declared_dependency() -> None:
    """Compile the lock again after a change of pyproject.toml; docs/development.md says how."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {normal(line) for line in lock.splitlines() if "==" in line}
    assert [name for name in map(normal, declared) if name not in locked] == []


def normal(requirement: str) -> str:
    """The name of a requirement as package indexes compare it (PEP 503)."""
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()
