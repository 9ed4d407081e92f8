"""The errors that sinorus raises: one sentence for a person, not a traceback."""

import functools
import sys


class SinorusError(ValueError):
    """Something the reader gave cannot be used; the message says what, where and what to do.

    In a notebook the message stands alone: the lines of code that led to it
    help nobody who has just mistyped a name.

    Examples
    --------
    >>> import sinorus
    >>> try:
    ...     sinorus.load("evnts")
    ... except sinorus.SinorusError as error:
    ...     print(str(error).splitlines()[0])
    There is no table "evnts". Did you mean "events"?
    """

    def _render_traceback_(self):
        # IPython asks an exception for this before it formats a traceback.
        return [f"{type(self).__name__}: {self}"]


class DamagedError(SinorusError):
    """A file of the course itself is missing or damaged; no answer is judged by it.

    Examples
    --------
    >>> from sinorus.errors import DamagedError, SinorusError
    >>> issubclass(DamagedError, SinorusError)
    True
    """


class UnknownNameError(SinorusError, AttributeError):
    """A name that sinorus does not have, such as ``sinorus.laod``."""


class DateError(SinorusError):
    """A text that is not a date by the course's grammar, or a date that does not exist.

    Examples
    --------
    >>> import sinorus
    >>> try:
    ...     sinorus.parse_date("Apr. 31, 2000")
    ... except sinorus.DateError as error:
    ...     print(error)
    "Apr. 31, 2000" is not a date: April 2000 has 30 days. Check the day against the report.
    """


@functools.cache
def tell(sentence):
    """Say a sentence beside the results, once: something is odd, and the work goes on.

    Parameters
    ----------
    sentence : str
        What is said.
    """
    print(sentence, file=sys.stderr)
