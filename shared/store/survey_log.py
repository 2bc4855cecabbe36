"""The log's lines about a survey campaign: who came, who was served, who answered."""

from sqlalchemy import select

from shared.domain.event import SURVEY_STARTED, Event
from shared.metrics.survey import READ_KINDS
from shared.store.chain import to_event
from shared.store.engine import Database, store_errors
from shared.store.log import lines_of
from shared.store.tables import METADATA

EVENT = METADATA.tables["event"]


@store_errors()
def survey_events(database: Database, branch: str, campaign: str) -> list[Event]:
    """What ``shared.metrics.survey.outcome`` reads, from the start of the campaign on.

    Raises:
        StoreUnavailable.
    """
    started = select(EVENT.c.sequence, EVENT.c.data).where(
        EVENT.c.branch == branch, EVENT.c.kind == SURVEY_STARTED
    )
    with database.reading.begin() as connection:
        lines = connection.execute(started).all()
        first = next((line.sequence for line in lines if campaign in line.data), 1 << 62)
        return [to_event(line) for line in lines_of(connection, branch, READ_KINDS, first, 1 << 62)]
