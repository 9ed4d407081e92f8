"""``sinorus collect FOLDER``: the command line of `sinorus.collect`."""

import sinorus


def add(commands):
    """Add the command to the others."""
    collect = commands.add_parser(
        "collect",
        help="for teachers: gather what a class has handed in",
        description=(
            "Gather the hand-in files of a class, at any depth of a folder, into FOLDER/class: a"
            " page to read (class.html), a table (class.csv), counts without names (class.json)."
        ),
    )
    collect.add_argument("folder", metavar="FOLDER", help="the folder with the hand-in files")
    collect.set_defaults(run=run)


def run(options):
    """Gather, and return the exit status."""
    sinorus.collect(options.folder)
    return 0
