"""Charts: functions that return plain Altair charts, in one theme, drawn without internet.

Importing this package (which ``sinorus.charts`` does on first use) turns on the course's theme
and its renderer.
"""

from .pictures import kind_of, timeline
from .tables import spoken, table
from .theme import KINDS, REPORT_COLOURS

__all__ = ["KINDS", "REPORT_COLOURS", "kind_of", "spoken", "table", "timeline"]
