"""Find what is noted of somebody, and who has left, without reading the whole journal."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_index(op.f("ix_entry_what"), "entry", ["what"])
    op.create_index(op.f("ix_entry_about"), "entry", ["about"])


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("ix_entry_about"), "entry")
    op.drop_index(op.f("ix_entry_what"), "entry")
