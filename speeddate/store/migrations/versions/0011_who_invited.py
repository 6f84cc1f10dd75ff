"""Guests know who invited them: whom they can ask."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; who was invited before asks the office."""
    with op.batch_alter_table("guest", schema=None) as batch_op:
        batch_op.add_column(sa.Column("inviter", sa.String(length=16), nullable=False, server_default=""))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("guest", schema=None) as batch_op:
        batch_op.drop_column("inviter")
