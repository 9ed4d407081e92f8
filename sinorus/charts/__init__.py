"""Charts: functions that return plain Altair charts, in one theme, drawn without internet.

Importing this package (which ``sinorus.charts`` does on first use) turns on the course's theme
and its renderer.
"""

from .pictures import kind_of, timeline
from .tables import data, spoken
from .theme import KINDS, REPORT_COLOURS

__all__ = ["KINDS", "REPORT_COLOURS", "data", "kind_of", "spoken", "timeline"]
