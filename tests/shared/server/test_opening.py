"""Commands at the terminal on a PostgreSQL database."""

import pytest

from shared.domain.errors import StoreUnavailable
from shared.server.opening import open_database
from shared.store.migrate import HEAD, revision
from tests.support.lobby import BRANCH, address_words, issue, running_writer
from tests.support.postgres import PostgresServer
from tests.support.terminal import type_in


def test_tables_are_made_where_they_may_be(postgres: PostgresServer) -> None:
    place = postgres.empty()
    with pytest.raises(StoreUnavailable, match="has no tables; lobby db migrate makes them"):
        open_database(place.url, must_exist=True)
    database = open_database(place.url)
    assert revision(database) == HEAD
    database.close()


def test_server_that_does_not_answer_is_named_without_the_password() -> None:
    with pytest.raises(StoreUnavailable, match=r"postgresql://127\.0\.0\.1:1/hall: ") as refused:
        open_database("postgresql://lobby:s3cr3t@127.0.0.1:1/hall")
    assert "s3cr3t" not in f"{refused.value} {refused.value.__cause__!r}"


def test_log_on_a_server_is_verified_from_the_terminal(postgres: PostgresServer) -> None:
    place = postgres.with_tables()
    with running_writer(place) as running:
        running.run(issue())
    ended = type_in("db", "verify", *address_words(place))
    assert (ended.code, ended.complained) == (0, "")
    assert ended.said.startswith(
        f"{BRANCH}: 3 events, 0 calls worked out again, 1 tickets, 0 faults"
    )
