"""Telephone numbers that customers leave, and messages to them.

Revision: 0015, after 0014.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def _branch(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["branch"], ["branch.id"], name=op.f(f"fk_{table}_branch_branch")
    )


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "contact",
        sa.Column("ticket", sa.String(), nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_contact")),
        _branch("contact"),
    )
    op.create_index(op.f("ix_contact_branch"), "contact", ["branch"])
    op.create_table(
        "notice",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("ticket", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_us", sa.BigInteger(), nullable=False),
        sa.Column("made_us", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint(
            "branch", "ticket", "about", "place", name=op.f("uq_notice_branch_ticket_about_place")
        ),
        _branch("notice"),
    )
    op.create_index(op.f("ix_notice_state_due_us"), "notice", ["state", "due_us"])
    op.create_table(
        "notice_place",
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("branch", name=op.f("pk_notice_place")),
        _branch("notice_place"),
    )


def downgrade() -> None:
    """The numbers and the messages are gone; the log still verifies."""
    op.drop_table("notice_place")
    op.drop_index(op.f("ix_notice_state_due_us"), table_name="notice")
    op.drop_table("notice")
    op.drop_index(op.f("ix_contact_branch"), table_name="contact")
    op.drop_table("contact")
