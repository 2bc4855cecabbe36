"""What a server has to remember of the other server of its branch.

Revision: 0010, after 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; a branch without a stand-in never writes to it."""
    op.create_table(
        "standing",
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("confirmed", sa.BigInteger(), nullable=False),
        sa.Column("wanted", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("log_id", sa.String(), nullable=False),
        sa.Column("fork", sa.BigInteger(), nullable=False),
        sa.Column("fork_hash", sa.String(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("branch", name=op.f("pk_standing")),
        sa.ForeignKeyConstraint(["branch"], ["branch.id"], name=op.f("fk_standing_branch_branch")),
    )


def downgrade() -> None:
    """A stand-in forgets its terms: hand back before."""
    op.drop_table("standing")
