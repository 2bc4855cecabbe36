"""Settings of the server process: read once at start, passed in.

Every setting can be given as an option of `lobby serve` or as an environment variable LOBBY_*.
"""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from shared.config.database_address import DatabaseAddress
from shared.config.pace import Pace, WrittenPace
from shared.config.state import state_folder
from shared.domain.errors import InputInvalid

DEFAULT_PORT = 8100


class SettingInvalid(InputInvalid):
    """An option or an environment variable holds something that makes no sense there."""

    code = "setting_invalid"
    sentence = "Setting %1: %2. Correct the option or the environment variable %3."


class ServerSettings(BaseSettings):
    """Where the server listens and what it serves."""

    model_config = SettingsConfigDict(
        env_prefix="LOBBY_",
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,  # an address may hold a password
    )

    host: str = Field(default="127.0.0.1", description="address to listen on")
    port: int = Field(default=DEFAULT_PORT, ge=0, le=65535, description="0: any free port")
    database: DatabaseAddress = Field(
        default_factory=lambda: state_folder() / "branch.db",
        description="SQLite file, or postgresql://user@server/name",
    )
    seal_key: Path | None = Field(
        default=None,
        description="file with the keys of the log's seals; default: beside the database",
    )
    heads: Path | None = Field(
        default=None, description="file off this machine: each day's head is written there"
    )
    profile: str = Field(
        default="neighbourhood", description="a shipped profile's name, or the path of a TOML file"
    )
    profiles: Path | None = Field(
        default=None, description="folder: serve every branch that has a <branch>.toml there"
    )
    windows: bool = Field(default=True, description="look ahead: when is who called")
    demand: Path | None = Field(
        default=None,
        description="what was learned of the demand (lobby sim calibrate --for-branch): a file, "
        "or a folder with one for each branch",
    )
    public_url: str = Field(
        default="",
        pattern=r"^(https?://[^\s?#]+)?$",
        description="address under which phones reach the server; default: the request's own",
    )
    stop_within_s: int = Field(default=3, ge=1, le=60, description="patience for open requests")
    tls_cert: Path | None = Field(default=None, description="certificate chain, PEM")
    tls_key: Path | None = Field(default=None, description="its private key, PEM")
    insecure_lan: bool = Field(default=False, description="plain HTTP beyond this machine")
    office: str = Field(
        default="",
        pattern=r"^(https?://[^\s?#]+)?$",
        description="address of head office; empty: the log stays in the branch",
    )
    office_key: str = Field(default="", repr=False, description="our key there, of role branch")
    office_ca: str = Field(default="", description="PEM of its authority; default: the machine's")
    stand_in: str = Field(
        default="",
        pattern=r"^(https?://[^\s?#]+)?$",
        description="address of the server that stands in for this one; empty: there is none",
    )
    stand_in_key: str = Field(default="", repr=False, description="our key there, of role branch")
    stand_in_ca: str = Field(default="", description="PEM of its authority; default: the machine's")
    notice_url: str = Field(
        default="",
        pattern=r"^(https://[^\s?#]+|http://(127\.0\.0\.1|localhost)(:\d+)?(/[^\s?#]*)?)?$",
        description="web hook that sends text messages (docs/notices.md); empty: there is none",
    )
    notice_secret: str = Field(default="", repr=False, description="signs what is sent there")
    notice_ca: str = Field(default="", description="PEM of its authority; default: the machine's")
    customers: str = Field(
        default="",
        description="who belongs to which segment: a file of lobby customers, or the address of "
        "the bank's own system (docs/customers.md); empty: nobody is known",
    )
    customers_secret: str = Field(default="", repr=False, description="bearer token for it")
    customers_ca: str = Field(
        default="", description="PEM of its authority; default: the machine's"
    )
    directory: Path | None = Field(
        default=None,
        description="file that says how the bank's directory signs staff in (docs/sign-in.md); "
        "without it they have PINs",
    )
    charge_pace: int = Field(
        default=1, ge=1, le=50, description="tests: who is in charge is settled so much faster"
    )
    limits: bool | None = Field(
        default=None, description="count requests; default: on live days, not in practice"
    )
    limit_commands: WrittenPace = Field(default=Pace(5, 20), description="of one device")
    limit_reads: WrittenPace = Field(default=Pace(20, 100), description="of one device")
    limit_servers: WrittenPace = Field(
        default=Pace(100, 1000), description="of the server of a branch: lines, beats, reports"
    )
    limit_streams: int = Field(default=8, ge=0, description="open at once, of one device; 0: any")
    limit_page_streams: int = Field(
        default=200, ge=0, description="phone pages open at once from one address; 0: any"
    )
    limit_strangers: WrittenPace = Field(
        default=Pace(1, 30), description="without a key, from one address"
    )
    limit_sign_ins: WrittenPace = Field(default=Pace(0.5, 20), description="on one device")
    limit_unlocks: WrittenPace = Field(
        default=Pace(0.02, 5), description="wrong PINs at one device in the hall"
    )
    limit_guesses: WrittenPace = Field(
        default=Pace(0.1, 10), description="wrong codes of one caller"
    )
    limit_guesses_everybody: WrittenPace = Field(
        default=Pace(0.5, 60), description="wrong codes of all callers together"
    )
    limit_pages: WrittenPace = Field(default=Pace(1, 20), description="of one phone page")
    limit_bookings: WrittenPace = Field(
        default=Pace(0.05, 6), description="remote bookings from one address"
    )
    limit_bookings_everybody: WrittenPace = Field(
        default=Pace(1, 60), description="remote bookings of all together"
    )
    limit_page_commands: WrittenPace = Field(
        default=Pace(0.1, 10), description="what one phone page wants done"
    )
    limit_page_sources: WrittenPace = Field(
        default=Pace(50, 400), description="phone pages from one address (a guest network)"
    )

    def for_practice(self) -> "ServerSettings":
        """The same for practice days: in a database of their own, apart from real days' proofs."""
        apart: dict[str, object] = {"heads": None, "office": "", "notice_url": ""}
        if isinstance(self.database, Path):
            apart["seal_key"] = None
            if "database" not in self.model_fields_set:
                apart["database"] = self.database.with_name("practice.db")
        return self.model_copy(update=apart)

    def for_stand_in(self) -> "ServerSettings":
        """The same for a copy of today: no proofs, no head office, no stand-in of its own."""
        apart: dict[str, object] = {"heads": None, "seal_key": None, "office": "", "stand_in": ""}
        apart["notice_url"] = ""
        if "database" not in self.model_fields_set and isinstance(self.database, Path):
            apart["database"] = self.database.with_name("stand-in.db")
        return self.model_copy(update=apart)

    @property
    def sqlite_file(self) -> Path:
        """The database where only a file will do (backup, restore).

        Raises:
            SettingInvalid: it is PostgreSQL, which has programs of its own for that.
        """
        if isinstance(self.database, Path):
            return self.database
        reason = "this works on a SQLite file; use pg_dump and pg_restore for PostgreSQL"
        raise SettingInvalid("database", reason, "LOBBY_DATABASE")

    @property
    def seal_file(self) -> Path | None:
        """Where the keys of the seals lie: as it was set, else beside the database's file.

        None on PostgreSQL where nobody named a file: its processes need the same one, so that
        none may be made up; the log has its hashes then, and no seals.
        """
        if self.seal_key is not None:
            return self.seal_key
        if isinstance(self.database, Path):
            return self.database.with_name(f"{self.database.name}.seal-key")
        return None


def read_settings(**given: object) -> ServerSettings:
    """The settings from options (None: not given), then the environment, then the defaults.

    Raises:
        SettingInvalid: the first one that makes no sense.
    """
    try:
        return ServerSettings.model_validate({k: v for k, v in given.items() if v is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise SettingInvalid(name, first["msg"], f"LOBBY_{name.upper()}") from error
