"""Changes to the profile that somebody writes and another approves.

Revision: 0018, after 0017.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of what is written."""
    op.create_table(
        "profile_draft",
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("base", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("saved_us", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", "id", name=op.f("pk_profile_draft")),
        sa.ForeignKeyConstraint(
            ["branch"], ["branch.id"], name=op.f("fk_profile_draft_branch_branch")
        ),
    )


def downgrade() -> None:
    """What was written is gone; what was published stays."""
    op.drop_table("profile_draft")
