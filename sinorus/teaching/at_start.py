"""Run when a kernel starts, so that "sinorus is not defined" is answered before it is imported.

IPython runs the file that the variable PYTHONSTARTUP names; the import alone has it listen, and
say what three dots mean as the result of a cell; no name is left behind.
"""

import sinorus

del sinorus
