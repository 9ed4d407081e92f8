"""What one clicks. Each widget has a plain cell as its twin.

Examples
--------
>>> import sinorus
>>> print(sinorus.widgets.writing_desk("04.7"))  # doctest: +ELLIPSIS
The writing desk for 04.7: ... In a cell: answer = ...
"""

from .horizon import horizon
from .writing_desk import writing_desk

__all__ = ["horizon", "writing_desk"]
