"""Secret keys, and an index that finds what outlives its day without reading the whole log.

Revision: 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of keys; the index by kind also knows branch and sequence."""
    op.create_table(
        "secret",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secret")),
    )
    op.drop_index(op.f("ix_event_kind"), table_name="event")
    op.create_index(op.f("ix_event_branch_kind_sequence"), "event", ["branch", "kind", "sequence"])


def downgrade() -> None:
    """The keys are lost: codes of appointments and links between tickets mean nothing any more."""
    op.drop_index(op.f("ix_event_branch_kind_sequence"), table_name="event")
    op.create_index(op.f("ix_event_kind"), "event", ["kind"])
    op.drop_table("secret")
