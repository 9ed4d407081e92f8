"""sinorus: a seminar course as software, on China and Russia 1996-2002.

The names below are loaded when they are first used, so that importing
the package costs next to nothing.
"""

import importlib
import sys

__version__ = "0.1.0"

#: Where each public name lives.
_WHERE = {
    "SinorusError": "errors",
    "DateError": "errors",
    "parse_date": "reading.dates",
    "parse_report": "reports",
    "read_report": "reports",
    "iter_reports": "reports",
    "passages": "reports",
    "entries": "reports",
    "show": "shown",
    "table": "shown",
    "load": "tables",
    "describe": "tables",
    "cite": "citations",
    "dyads": "measures",
    "cooperation": "measures",
    "agreement": "coder_agreement",
    "to_gdelt": "gdelt",
    "check": "teaching.check",
    "guess": "teaching.guesses",
    "worked": "teaching.worked",
    "progress": "teaching.progress",
    "hand_in": "teaching.hand_in",
    "collect": "teaching.collect",
    "doubt": "teaching.doubts",
}
_MODULES = ("charts", "widgets")

__all__ = [*_WHERE, *_MODULES]


def _version_of(library):
    """The version of a library as it stands beside it, without loading it; None where it is not."""
    from importlib import metadata

    try:
        return metadata.version(library)
    except (metadata.PackageNotFoundError, KeyError):
        return None


def _tell_of_old_libraries(*_):
    """Say once which libraries are too old, before one of them fails without a word of it."""
    if not _told:
        _told.append(importlib.import_module(".versions", __name__).too_old(_version_of))
        if _told[0]:
            print(_told[0], file=sys.stderr)


#: What was said of libraries that are too old.
_told = []


def __getattr__(name):
    if name in _MODULES or _WHERE.get(name, "errors") != "errors":
        # asking for versions takes some milliseconds; what is loaded now takes longer
        _tell_of_old_libraries()
    if name in _MODULES:
        return importlib.import_module(f".{name}", __name__)
    if name in _WHERE:
        value = globals()[name] = getattr(
            importlib.import_module(f".{_WHERE[name]}", __name__), name
        )
        return value
    if name.startswith("__"):
        raise AttributeError(name)
    import difflib

    from .errors import UnknownNameError

    close = difflib.get_close_matches(name, __all__, n=1)
    hint = f" Did you mean sinorus.{close[0]}?" if close else ""
    raise UnknownNameError(f'sinorus has no "{name}".{hint}\nIt has: {", ".join(__all__)}.')


def __dir__():
    return sorted([*globals(), *__all__])


def _draw(chart):
    """Draw a chart by the course's renderer: what IPython calls when it shows one."""
    importlib.import_module(".charts.theme", __name__)
    return chart._repr_mimebundle_()


def _draw_charts_at_once():
    """Tell a notebook how charts are drawn, so that none asks the internet for its viewer.

    IPython takes the type by its name and looks for it when something is shown, so Altair is
    loaded by nobody but the student. Outside a notebook nothing happens.
    """
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell:
        formatter = shell.display_formatter.mimebundle_formatter
        formatter.for_type_by_name("altair.vegalite.v6.api", "TopLevelMixin", _draw)


_draw_charts_at_once()


def _help_at_first_errors():
    """Have a notebook say one plain sentence below the commonest first errors."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell:
        importlib.import_module(".teaching.kind_errors", __name__).listen(shell)


_help_at_first_errors()


def _tell_below_a_cell():
    """Have a notebook name old libraries below its first cell: a kernel loads the course before
    there is a cell that could show anything.
    """
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell:
        shell.events.register("post_run_cell", _tell_of_old_libraries)


_tell_below_a_cell()
