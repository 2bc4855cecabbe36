"""Settings of head office's server: those of a branch server where they mean the same."""

from pydantic import Field, ValidationError

from shared.config.database_address import DatabaseAddress
from shared.config.pace import Pace, WrittenPace
from shared.config.settings import ServerSettings, SettingInvalid
from shared.config.state import state_folder

DEFAULT_PORT = 8200


class OfficeSettings(ServerSettings):
    """Where head office listens and what it keeps. A profile and phone pages it has none.

    One of its callers is a whole branch, so each may ask more often than a kiosk.
    """

    port: int = Field(default=DEFAULT_PORT, ge=0, le=65535, description="0: any free port")
    database: DatabaseAddress = Field(
        default_factory=lambda: state_folder() / "office.db",
        description="SQLite file, or postgresql://user@server/name",
    )
    limit_commands: WrittenPace = Field(default=Pace(50, 200), description="of one branch")
    limit_reads: WrittenPace = Field(default=Pace(50, 200), description="of one branch")


def read_office_settings(**given: object) -> OfficeSettings:
    """The settings from options (None: not given), then the environment, then the defaults.

    Raises:
        SettingInvalid: the first one that makes no sense.
    """
    try:
        return OfficeSettings.model_validate({k: v for k, v in given.items() if v is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise SettingInvalid(name, first["msg"], f"LOBBY_{name.upper()}") from error
