"""Run when a kernel starts, so that "sinorus is not defined" is answered before it is imported.

IPython runs the file that the variable PYTHONSTARTUP names; the import alone has it listen, and
no name is left behind.
"""

import sinorus

del sinorus
