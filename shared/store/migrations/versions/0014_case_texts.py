"""Texts of cases, sealed.

Revision: 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of texts."""
    op.create_table(
        "case_text",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_text")),
        sa.ForeignKeyConstraint(["branch"], ["branch.id"], name=op.f("fk_case_text_branch_branch")),
    )


def downgrade() -> None:
    """What was written about cases is gone."""
    op.drop_table("case_text")
