"""Somebody who may write the database: alters a line of the log and makes the chain anew."""

from sqlalchemy import select, update

from shared.store.chain import line_hash
from shared.store.engine import Database
from shared.store.tables import METADATA
from tests.support.lobby import BRANCH

EVENT = METADATA.tables["event"]
HEAD = METADATA.tables["branch"]


def forge(database: Database, sequence: int, **changed: object) -> None:
    """Change columns of one line, then every hash after it, and the branch's head."""
    with database.writing.begin() as connection:
        place = (EVENT.c.branch == BRANCH) & (EVENT.c.sequence == sequence)
        connection.execute(update(EVENT).where(place).values(**changed))
        lines = connection.execute(select(EVENT).order_by(EVENT.c.sequence)).all()
        prev_hash = ""
        for line in lines:
            made = line_hash(prev_hash, dict(line._mapping))
            mended = {"prev_hash": prev_hash, "hash": made}
            mine = EVENT.c.sequence == line.sequence
            connection.execute(update(EVENT).where(mine).values(**mended))
            prev_hash = made
        connection.execute(update(HEAD).values(last_hash=prev_hash))
