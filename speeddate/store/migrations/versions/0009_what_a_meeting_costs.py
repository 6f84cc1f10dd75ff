"""Jobs know whom they are about."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.add_column(sa.Column("about", sa.String(length=121), nullable=True))


def downgrade() -> None:
    """Go back; what somebody has asked about two people goes with it."""
    op.execute(sa.text("DELETE FROM job WHERE kind = 'cost'"))
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_column("about")
