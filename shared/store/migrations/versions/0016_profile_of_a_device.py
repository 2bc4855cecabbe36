"""Which version of the profile a device runs, as it last said.

Revision: 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Devices of before have not said it yet."""
    op.add_column("device", sa.Column("profile", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """It is said again with the next heartbeat."""
    op.drop_column("device", "profile")
