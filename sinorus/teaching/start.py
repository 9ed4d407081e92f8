"""The command line: a table of subcommands, of which ``sinorus start`` is the first."""

import argparse
import sys

from .. import __version__
from ..errors import SinorusError
from . import collect_command, opening, setting_back

#: Modules with a subcommand: `add(commands)` adds its parser and returns it, `run(options)` does
#: it and returns the exit status.
COMMANDS = (opening, setting_back, collect_command)


def main(arguments=None):
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # a folder's Chinese name in a terminal that knows only English letters
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    parser = argparse.ArgumentParser(
        prog="sinorus",
        description="A seminar course on China and Russia, 1996-2002.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"sinorus {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command")
    for module in COMMANDS:
        module.add(commands).set_defaults(run=module.run)
    options, unknown = parser.parse_known_args(arguments[:cut])
    options.lab = arguments[cut + 1 :]
    if options.command is None and not unknown:
        parser.print_help()
        return 0
    try:
        _refuse(options, unknown)
        return options.run(options)
    except SinorusError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        # what was copied is whole; a JupyterLab that runs answers Ctrl+C itself
        print("\nStopped.", file=sys.stderr)
        return 130


def _refuse(options, unknown):
    """Say where an option belongs that this command does not have."""
    if unknown and options.command == "start" and unknown[0].startswith("-"):
        only = " (To copy without opening: --copy-only)" if unknown[0] == "--no-browser" else ""
        raise SinorusError(
            f"sinorus start has no option {unknown[0]}.{only} Options for JupyterLab stand after"
            f" two dashes: sinorus start -- {' '.join(unknown)}"
        )
    if unknown:
        raise SinorusError(f'"{unknown[0]}" is too much. To see what can be typed: sinorus --help')
    if options.lab and options.command != "start":
        raise SinorusError("Only sinorus start takes options for JupyterLab after two dashes.")
