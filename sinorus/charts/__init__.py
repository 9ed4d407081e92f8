"""Charts: functions that return plain Altair charts, in one theme, drawn without internet.

Importing this package (which ``sinorus.charts`` does on first use) turns on the course's theme
and its renderer.
"""

from .april_1996 import declaration
from .beginnings import birthdays, promises
from .class_forecasts import class_forecasts
from .day_line import line
from .first_year import ledger
from .forecasts import forecasts
from .june_2000 import rome_week, two_sides
from .kosovo import fighters, votes_1999
from .maps import border, journey
from .name_1996 import one_word
from .of_class import class_codings, class_guesses
from .pictures import acts
from .pictures_1999 import may_1999, spring_1999
from .placing import tone_of
from .plans_2000 import plans
from .tables import data, spoken
from .theme import KINDS, REPORT_COLOURS
from .timeline import timeline
from .treaties import two_lives, two_promises
from .voices import five_voices

__all__ = [
    "KINDS",
    "REPORT_COLOURS",
    "acts",
    "birthdays",
    "border",
    "class_codings",
    "class_forecasts",
    "class_guesses",
    "data",
    "declaration",
    "fighters",
    "five_voices",
    "forecasts",
    "journey",
    "ledger",
    "line",
    "may_1999",
    "one_word",
    "plans",
    "promises",
    "rome_week",
    "spoken",
    "spring_1999",
    "timeline",
    "tone_of",
    "two_lives",
    "two_promises",
    "two_sides",
    "votes_1999",
]
