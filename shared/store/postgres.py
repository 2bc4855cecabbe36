"""A PostgreSQL database that several server processes share."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError

from shared.config.database_address import PostgresAddress

CONNECT_S: Final = 3  # libpq knows whole seconds, two at least
#: Unacknowledged for so long: the cable is cut (TCP_USER_TIMEOUT, Linux). Without it a commit
#: would wait for minutes.
UNACKNOWLEDGED_MS: Final = 4000
#: A process that stands still inside a transaction holds up the branch for so long at most.
FROZEN_S: Final = 15
MIGRATION_KEY: Final = 0x4C4F424259  # of the advisory lock; "LOBBY" in ASCII
MIGRATION_S: Final = 120
#: On this channel every commit tells which branch now ends where.
CHANNEL: Final = "branch_lobby"

ANNOUNCE: Final = text("SELECT pg_notify(:channel, :said)").bindparams(channel=CHANNEL)

SETTINGS: Final = f"""
SELECT set_config('lock_timeout', %s, false),
    set_config('idle_in_transaction_session_timeout', '{FROZEN_S}s', false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit')
        WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
"""


def writing(address: PostgresAddress, busy_s: float) -> Engine:
    """Each statement sees what is committed by then, so whoever got a lock sees what it guards."""
    return _engine(address, busy_s, isolation_level="READ COMMITTED")


def reading(address: PostgresAddress, busy_s: float) -> Engine:
    """A steady picture for the length of a transaction; cannot write."""
    return _engine(
        address,
        busy_s,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
    )


def url_of(address: PostgresAddress) -> URL:
    """The address for SQLAlchemy, through psycopg."""
    return make_url(address.url).set(drivername="postgresql+psycopg")


def connect_arguments() -> dict[str, Any]:
    """How every connection finds out that the other end is gone (libpq's parameters)."""
    return {
        "application_name": "branch-lobby",
        "connect_timeout": CONNECT_S,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 2,
        "tcp_user_timeout": UNACKNOWLEDGED_MS,
    }


def announce(connection: Connection, ends: Mapping[str, int]) -> None:
    """Tell all processes, at the commit, where the logs of these branches end now."""
    said = [{"said": f"{branch} {sequence}"} for branch, sequence in ends.items()]
    connection.execute(ANNOUNCE, said)


def wait_for_migration(connection: Connection) -> None:
    """One process at a time changes tables; the lock ends with the transaction."""
    connection.execute(text(f"SET LOCAL lock_timeout = '{MIGRATION_S}s'"))
    connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_KEY})


def encoding(connection: Connection) -> str:
    """How the database keeps text."""
    return str(connection.execute(text("SHOW server_encoding")).scalar())


def is_read_only(connection: Connection) -> bool:
    """Whether the server refuses every change, as a standby does that has not taken over."""
    return bool(connection.execute(text("SHOW transaction_read_only")).scalar() == "on")


def is_in_doubt(error: DBAPIError) -> bool:
    """Whether a commit that failed so may count all the same: its connection was lost meanwhile."""
    return error.connection_invalidated


def _engine(address: PostgresAddress, busy_s: float, **given: Any) -> Engine:
    """``pool_pre_ping``: a restarted server costs a round trip, not a refused command."""
    engine = create_engine(
        url_of(address),
        hide_parameters=True,  # an error must not show what is personal
        connect_args=connect_arguments(),
        pool_pre_ping=True,
        pool_timeout=busy_s,
        **given,
    )

    def prepare(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute(SETTINGS, (f"{busy_s * 1000:.0f}ms",))
        connection.commit()

    event.listen(engine, "connect", prepare)
    return engine
