"""Sheets know what they say and in which language, and which of them are to be collected."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; sheets that were made before count as outdated."""
    with op.batch_alter_table("sheet", schema=None) as batch_op:
        batch_op.alter_column("basis", new_column_name="says")
        batch_op.add_column(sa.Column("language", sa.String(length=2), nullable=False, server_default="nb"))
        batch_op.add_column(sa.Column("recalled", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Go back; sheets that are to be collected are not told of any more."""
    op.execute(sa.text("DELETE FROM sheet WHERE recalled"))
    with op.batch_alter_table("sheet", schema=None) as batch_op:
        batch_op.drop_column("recalled")
        batch_op.drop_column("language")
        batch_op.alter_column("says", new_column_name="basis")
