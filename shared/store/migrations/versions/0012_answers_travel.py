"""Answers know their events in the log, and ended sessions are remembered until they would expire.

Revision: 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the table; answers from before hold wherever the log is."""
    for name in ("first", "place"):
        op.add_column(
            "answer", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0")
        )
    op.create_table(
        "ended_session",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("expires_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_ended_session")),
    )


def downgrade() -> None:
    """Answers stay; a stand-in no longer tells who signed out: hand back before."""
    op.drop_table("ended_session")
    op.drop_column("answer", "place")
    op.drop_column("answer", "first")
