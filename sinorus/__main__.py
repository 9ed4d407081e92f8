"""So that ``python -m sinorus`` does what ``sinorus`` does."""

import sys

from .cli import main

sys.exit(main())
