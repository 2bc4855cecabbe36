"""A stand-in remembers which counters keep its term.

Revision: 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of a term that is open nobody is known to keep it until he says so again."""
    op.add_column("standing", sa.Column("sworn", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Whoever keeps a term says so again."""
    op.drop_column("standing", "sworn")
