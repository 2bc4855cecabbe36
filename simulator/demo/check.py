"""The table of what the demo checked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True)
class Check:
    """One thing looked at: what should be, what was seen, whether it held."""

    name: str
    seen: str
    is_held: bool


@dataclass
class Checklist:
    """Everything checked so far, in order."""

    checks: list[Check] = field(default_factory=list)

    def equal(self, name: str, seen: object, expected: object) -> bool:
        """Note whether what was seen equals what was expected."""
        is_held = seen == expected
        told = f"{seen}" if is_held else f"{seen}, expected {expected}"
        self.checks.append(Check(name, told, is_held))
        return is_held

    def true(self, name: str, is_held: bool, seen: object = "") -> bool:
        """Note whether something held, with what was seen."""
        self.checks.append(Check(name, str(seen), bool(is_held)))
        return bool(is_held)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """A step that fails when an assertion or a wait inside it fails; the rest goes on."""
        try:
            yield
        except (AssertionError, TimeoutError, LookupError) as error:
            self.checks.append(Check(name, f"{type(error).__name__}: {error}", False))

    @property
    def is_all_held(self) -> bool:
        """Whether there were checks and all of them held."""
        return bool(self.checks) and all(check.is_held for check in self.checks)

    def show(self, console: Console) -> None:
        """Print the table."""
        table = Table(title="What was checked", show_lines=False)
        table.add_column("")
        table.add_column("check")
        table.add_column("seen", overflow="fold")
        for check in self.checks:
            table.add_row("ok" if check.is_held else "NO", check.name, check.seen)
        console.print(table)
