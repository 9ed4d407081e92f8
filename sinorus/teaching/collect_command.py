"""``sinorus collect FOLDER``: the command line of `sinorus.collect`."""

import sinorus


def add(commands):
    """Add the subcommand to the command line, and return its parser."""
    parser = commands.add_parser(
        "collect",
        help="for teachers: gather what a class has handed in",
        description=(
            "Gather the hand-in files of a class, at any depth of a folder, into FOLDER/class: a"
            " page to read (class.html), a table (class.csv), counts without names (class.json)."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("folder", metavar="FOLDER", help="the folder with the hand-in files")
    return parser


def run(options):
    """Gather, and return the exit status."""
    sinorus.collect(options.folder)
    return 0
