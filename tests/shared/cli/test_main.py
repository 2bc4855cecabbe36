"""The umbrella command: what it says, and the exit code of every way to end."""

from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
import typer

from shared.cli import main as umbrella
from shared.cli.main import main
from shared.domain.errors import ServiceUnknown


def greet(name: str = "nobody") -> None:
    """Greet somebody."""
    typer.echo(f"你好 {name}")


def refuse() -> None:
    """Refuse by a rule."""
    raise ServiceUnknown("gold", "cash")


def crash() -> None:
    """Have a bug."""
    raise ZeroDivisionError("secret detail")


def interrupt() -> None:
    """Be stopped with Ctrl-C."""
    raise KeyboardInterrupt


def leave() -> None:
    """End with an exit code of its own."""
    raise typer.Exit(1)


several = typer.Typer()
several.command()(greet)
several.command()(leave)

HERE = __name__
COMMANDS = ["crash", "greet", "interrupt", "leave", "refuse", "several"]

Lobby = Callable[..., tuple[int, str, str]]


@pytest.fixture
def lobby(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Lobby:
    """Run `lobby` with this module's commands installed: exit code, stdout, stderr."""
    commands = {name: EntryPoint(name, f"{HERE}:{name}", "lobby.commands") for name in COMMANDS}
    monkeypatch.setattr(umbrella, "installed_commands", lambda: commands)

    def run(*words: str) -> tuple[int, str, str]:
        code = main(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",)])
def test_overview_lists_every_command_with_its_line(lobby: Lobby, words: tuple[str, ...]) -> None:
    code, said, complained = lobby(*words)
    listed = [line.split()[0] for line in said.splitlines() if line.startswith("  ")]
    assert (code, listed, complained) == (0, COMMANDS, "")
    assert said.count(umbrella_line()) == len(COMMANDS)


def umbrella_line() -> str:
    """The first docstring line of this module, which holds all the commands."""
    return "The umbrella command: what it says, and the exit code of every way to end."


def test_version_is_printed(lobby: Lobby) -> None:
    code, said, _ = lobby("--version")
    assert (code, said.split()[:2]) == (0, ["Branch", "Lobby"])


def test_function_gets_its_options(lobby: Lobby) -> None:
    assert lobby("greet", "--name", "王芳") == (0, "你好 王芳\n", "")


def test_app_with_several_commands(lobby: Lobby) -> None:
    assert lobby("several", "greet") == (0, "你好 nobody\n", "")


def test_exit_code_of_the_command_is_kept(lobby: Lobby) -> None:
    assert lobby("leave") == (1, "", "")


def test_refusal_is_one_sentence(lobby: Lobby) -> None:
    sentence = str(ServiceUnknown("gold", "cash"))
    assert lobby("refuse") == (1, "", f"lobby refuse: {sentence}\n")


def test_unknown_command_names_the_nearest(lobby: Lobby) -> None:
    complaint = "lobby: there is no command 'gret'. Did you mean `lobby greet`?\n"
    assert lobby("gret") == (2, "", complaint)


def test_unknown_option_of_lobby_itself(lobby: Lobby) -> None:
    complaint = "lobby: there is no option '--colour'. `lobby --help` lists them.\n"
    assert lobby("--colour") == (2, "", complaint)


def test_wrong_usage_of_a_command(lobby: Lobby) -> None:
    code, said, complained = lobby("greet", "--nmae", "x")
    assert (code, said) == (2, "")
    assert "--nmae" in complained


def test_ctrl_c_is_quiet(lobby: Lobby) -> None:
    assert lobby("interrupt") == (130, "", "")


def test_bug_goes_to_the_log_and_not_to_the_terminal(lobby: Lobby, state_folder: Path) -> None:
    log = state_folder / "errors.log"
    code, said, complained = lobby("crash")
    assert (code, said, complained.count("\n")) == (1, "", 1)
    assert str(log) in complained
    assert "secret detail" not in complained
    assert "ZeroDivisionError: secret detail" in log.read_text(encoding="utf-8")


def test_bug_without_a_place_to_write_is_still_one_sentence(
    lobby: Lobby, state_folder: Path
) -> None:
    state_folder.write_text("a file stands where the folder should be")
    code, said, complained = lobby("crash")
    assert (code, said, complained.count("\n")) == (1, "", 1)
