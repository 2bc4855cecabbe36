"""What became of the windows that were promised, day by day.

Revision: 0017, after 0016.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Days of before are scored when the server starts."""
    op.create_table(
        "window_score",
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch"], ["branch.id"], name=op.f("fk_window_score_branch_branch")
        ),
        sa.PrimaryKeyConstraint("branch", "day", name=op.f("pk_window_score")),
    )


def downgrade() -> None:
    """As far as the log goes back they can be worked out again."""
    op.drop_table("window_score")
