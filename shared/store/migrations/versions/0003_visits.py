"""Tickets of visits: needs, transactions, held and bound tickets, companions, appointments.

Revision: 0003, after 0002. A ticket of before has one need, its service, and nothing of the rest.
How often it was overtaken is counted anew: rows were written with their own events only.
"""

import json
from collections import Counter
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NAMES = ("pool", "bound_counter", "bound_person", "joined_to", "appointment")
ADDED = ("needs", "items", "until_us", "defers", *NAMES)

EVENT = sa.table("event", sa.column("kind", sa.String()), sa.column("data", sa.Text()))
TICKET = sa.table("ticket", sa.column("id", sa.String()), sa.column("overtaken", sa.Integer()))


def upgrade() -> None:
    """Add the columns; the defaults describe the tickets that are there."""
    for column in _columns():
        op.add_column("ticket", column)
    op.execute("""UPDATE ticket SET needs = '["' || service || '"]'""")
    connection = op.get_bind()
    calls = connection.execute(sa.select(EVENT.c.data).where(EVENT.c.kind == "ticket.called"))
    counted = Counter(
        other for call in calls.scalars() for other in json.loads(call)["passed_over"]
    )
    for ticket, times in counted.items():
        connection.execute(TICKET.update().where(TICKET.c.id == ticket).values(overtaken=times))


def _passed_over(call: str) -> list[str]:
    passed: list[str] = json.loads(call)["passed_over"]
    return passed


def downgrade() -> None:
    """Forget what only visits have; held tickets keep their state."""
    for name in reversed(ADDED):
        op.drop_column("ticket", name)


def _columns() -> list[sa.Column[Any]]:
    """New columns in the order of the table."""
    return [
        sa.Column("needs", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("items", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("until_us", sa.BigInteger(), nullable=True),
        sa.Column("defers", sa.Integer(), nullable=False, server_default="0"),
        *(sa.Column(name, sa.String(), nullable=False, server_default="") for name in NAMES),
    ]
