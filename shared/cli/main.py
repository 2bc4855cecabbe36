"""The `lobby` command: picks the part that was asked for, and turns errors into one sentence.

Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 130 stopped with Ctrl-C.
"""

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib.metadata import EntryPoint, version
from typing import TextIO

from shared.cli.crash import write_crash
from shared.cli.listing import installed_commands, one_liner
from shared.domain.errors import LobbyError

DONE, FAILED, WRONG_USAGE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `lobby ARGUMENTS` (default: the process's own) and give its exit code."""
    _prepare_terminal()
    words = list(sys.argv[1:] if arguments is None else arguments)
    commands = installed_commands()
    match words:
        case [] | ["--help" | "-h", *_]:
            print(overview(commands))
            return DONE
        case ["--version", *_]:
            print(f"Branch Lobby {version('branch-lobby')}")
            return DONE
        case [name, *rest] if name in commands:
            return _run(commands[name], rest)
        case [name, *_]:
            return _refuse_unknown(name, commands)
    raise AssertionError(words)  # the cases above cover every list


def overview(commands: dict[str, EntryPoint]) -> str:
    """The text of `lobby --help`: every installed command with its one line."""
    width = max(map(len, commands), default=0)
    rows = [f"  {name:<{width}}  {one_liner(found)}".rstrip() for name, found in commands.items()]
    return "\n".join(
        [
            "Usage: lobby COMMAND [OPTIONS]",
            "",
            "Branch Lobby: kiosk, counters and simulator of a bank branch.",
            "",
            "Commands:",
            *(rows or ["  (none is installed)"]),
            "",
            "`lobby COMMAND --help` tells more about one; `lobby --version` prints the version.",
        ]
    )


def _refuse_unknown(name: str, commands: dict[str, EntryPoint]) -> int:
    """Say what is wrong with the first word, and what was probably meant."""
    kind = "option" if name.startswith("-") else "command"
    near = get_close_matches(name, commands, n=1)
    hint = f" Did you mean `lobby {near[0]}`?" if near else " `lobby --help` lists them."
    print(f"lobby: there is no {kind} {name!r}.{hint}", file=sys.stderr)
    return WRONG_USAGE


def _run(command: EntryPoint, arguments: list[str]) -> int:
    """Import one part's command and run it, at this edge of the process."""
    try:
        return _call(command, arguments)
    except LobbyError as error:
        print(f"lobby {command.name}: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    except Exception as error:  # noqa: BLE001 - process edge: written to the log once, told in a sentence
        print(f"lobby {command.name}: {_tell_crash(error, command.name)}", file=sys.stderr)
        return FAILED


def _call(command: EntryPoint, arguments: list[str]) -> int:
    """Hand the arguments to the entry point: a Typer app or a function with typed options."""
    import typer  # here, as it takes a fifth of a second that `lobby --help` need not pay

    target = command.load()
    app = target
    if not isinstance(app, typer.Typer):
        app = typer.Typer(add_completion=False)
        app.command()(target)
    try:
        typer.main.get_command(app)(args=arguments, prog_name=f"lobby {command.name}")
    except SystemExit as ended:  # Typer always ends this way, also after success
        return ended.code if isinstance(ended.code, int) else DONE
    return DONE


def _tell_crash(error: Exception, name: str) -> str:
    """One sentence about a bug: where its traceback is, or why it could not be written."""
    sentence = f"this is a fault of the program ({type(error).__name__})."
    try:
        path = write_crash(error, name)
    except OSError as refused:
        return f"{sentence} Its details could not be written down: {refused}."
    return f"{sentence} The details are in {path}; please send that file with your report."


def _prepare_terminal() -> None:
    """Chinese text must not stop a program whatever the terminal's encoding is.

    Windows consoles may start in a legacy code page: use UTF-8 there. Elsewhere the user's
    locale stands, and a character it lacks is shown as `?`.
    """
    for stream in (sys.stdout, sys.stderr):
        _soften(stream)


def _soften(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)  # absent on captured streams
    if reconfigure is not None:
        encoding = "utf-8" if sys.platform == "win32" else None
        reconfigure(encoding=encoding, errors="replace")


if __name__ == "__main__":
    sys.exit(main())
