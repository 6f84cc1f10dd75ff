"""Messages go with their rows; passwords with codes, tries at the doors, and versions of users."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward: what was sent is forgotten, what waits is due."""
    with op.batch_alter_table("message") as batch_op:
        batch_op.add_column(sa.Column("due_at", sa.DateTime(), nullable=True))
    op.execute("DELETE FROM message WHERE sent_at IS NOT NULL")
    op.execute("UPDATE message SET due_at = COALESCE(tried_at, made_at)")
    with op.batch_alter_table("message") as batch_op:
        batch_op.alter_column("due_at", existing_type=sa.DateTime(), nullable=False)
        batch_op.drop_column("sent_at")
        batch_op.drop_column("tried_at")
        batch_op.create_index(batch_op.f("ix_message_due_at"), ["due_at"])


def downgrade() -> None:
    """Go back: what waits is tried at once."""
    with op.batch_alter_table("message") as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_due_at"))
        batch_op.drop_column("due_at")
        batch_op.add_column(sa.Column("sent_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("tried_at", sa.DateTime(), nullable=True))
