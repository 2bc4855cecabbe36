"""One-time codes that enrol a device, and what a device last said of itself.

Revision: 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of invitations; devices of before have not said anything yet."""
    op.create_table(
        "invitation",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("expires_us", sa.BigInteger(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_invitation")),
    )
    op.add_column("device", sa.Column("seen_us", sa.BigInteger(), nullable=True))
    op.add_column("device", sa.Column("program", sa.String(), nullable=False, server_default=""))
    op.add_column("device", sa.Column("problems", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Open invitations are worth nothing any more; enrolled devices stay."""
    for name in ("problems", "program", "seen_us"):
        op.drop_column("device", name)
    op.drop_table("invitation")
