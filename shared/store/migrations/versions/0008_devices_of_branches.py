"""To which branch a device belongs.

Revision: 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Devices and codes of before belong to none yet: the server of the only branch adopts them."""
    for table in ("device", "invitation"):
        op.add_column(table, sa.Column("branch", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Every key is good for every branch again."""
    for table in ("invitation", "device"):
        op.drop_column(table, "branch")
