"""So that ``python -m sinorus`` does what ``sinorus`` does."""

import sys

from .teaching.start import main

sys.exit(main())
