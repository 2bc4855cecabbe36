"""What head office wants of its branches.

Revision: 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of errands; only head office writes to it."""
    op.create_table(
        "errand",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_us", sa.BigInteger(), nullable=False),
        sa.Column("valid_us", sa.BigInteger(), nullable=False),
        sa.Column("expires_us", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_errand")),
        sa.ForeignKeyConstraint(["branch"], ["branch.id"], name=op.f("fk_errand_branch_branch")),
    )
    op.create_index(op.f("ix_errand_branch_state"), "errand", ["branch", "state"])


def downgrade() -> None:
    """What waits is not carried out any more."""
    op.drop_index(op.f("ix_errand_branch_state"), table_name="errand")
    op.drop_table("errand")
