"""Letters know whose link they hold, so that they go with it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.add_column(sa.Column("guest_id", sa.String(length=16), nullable=True))
        batch_op.create_index(batch_op.f("ix_message_guest_id"), ["guest_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_message_guest_id"), "guest", ["guest_id"], ["id"], ondelete="CASCADE"
        )


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_message_guest_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_message_guest_id"))
        batch_op.drop_column("guest_id")
