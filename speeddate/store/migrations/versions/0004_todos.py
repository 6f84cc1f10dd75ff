"""What has been done of the checklist."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "todo",
        sa.Column("event_id", sa.String(length=16), nullable=False),
        sa.Column("key", sa.String(length=30), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("done_by", sa.String(length=16), nullable=True),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("owner", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_todo_event_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["done_by"], ["user_account.id"], name=op.f("fk_todo_done_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["owner"], ["user_account.id"], name=op.f("fk_todo_owner"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("event_id", "key", name=op.f("pk_todo")),
    )
    with op.batch_alter_table("todo", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_todo_done_by"), ["done_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_todo_owner"), ["owner"], unique=False)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("todo", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_todo_owner"))
        batch_op.drop_index(batch_op.f("ix_todo_done_by"))

    op.drop_table("todo")
