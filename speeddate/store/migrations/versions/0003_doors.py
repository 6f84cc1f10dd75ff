"""Messages go with their rows; passwords with codes, tries at the doors, and versions of users."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
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
    op.add_column("user_account", sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
    _make_tables()


def _make_tables() -> None:
    op.create_table(
        "attempt",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("against", sa.LargeBinary(length=32), nullable=False),
        sa.Column("until", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    op.create_index(op.f("ix_attempt_against"), "attempt", ["against"])
    op.create_index(op.f("ix_attempt_until"), "attempt", ["until"])
    op.create_table(
        "password",
        sa.Column("user_id", sa.String(length=16), nullable=False),
        sa.Column("password", sa.String(length=200), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_password_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_password")),
    )
    op.create_table(
        "spare",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("user_id", sa.String(length=16), nullable=False),
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_account.id"], name=op.f("fk_spare_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spare")),
    )
    op.create_index(op.f("ix_spare_user_id"), "spare", ["user_id"])


def downgrade() -> None:
    """Go back: what waits is tried at once."""
    for table in ("spare", "password", "attempt"):
        op.drop_table(table)
    op.drop_column("user_account", "version")  # in place: a batch on SQLite would delete what refers to users
    with op.batch_alter_table("message") as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_due_at"))
        batch_op.drop_column("due_at")
        batch_op.add_column(sa.Column("sent_at", sa.DateTime(), nullable=True))
        batch_op.add_column(sa.Column("tried_at", sa.DateTime(), nullable=True))
