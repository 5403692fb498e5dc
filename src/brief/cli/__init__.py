"""The command line: arguments, exit codes and all that is printed.

Exit codes: 0 done; 1 problems in the input; 2 wrong usage; 3 the machine said no (disk full, no permission, file open
in another program).
"""

from __future__ import annotations

import gc
import io
import sys
from pathlib import Path

import click

from brief.cli.commands import cli
from brief.cli.report import counted, tell
from brief.problem import BriefError

DONE, PROBLEMS, USAGE, MACHINE = 0, 1, 2, 3
INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows no Hangul still shows something
    gc.disable()  # a run ends before there is much to collect: a tenth of its time
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; tell what went wrong; give the exit code."""
    try:
        outcome = cli.main(arguments, prog_name="brief", standalone_mode=False)
    except BriefError as error:
        tell(error.problems)
        click.echo(f"{counted(len(error.problems), 'problem')}; nothing was written", err=True)
        return PROBLEMS
    except click.UsageError as error:
        error.show()
        return USAGE
    except click.Abort:
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except OSError as error:
        click.echo(f"brief: {_plain(error)}", err=True)
        return MACHINE
    except MemoryError:
        click.echo("brief: the machine has not enough memory for this", err=True)
        return MACHINE
    return outcome if isinstance(outcome, int) else DONE


def _plain(error: OSError) -> str:
    what = error.strerror or str(error)
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{what}{_hint(error)}"


def _hint(error: OSError) -> str:
    locked = isinstance(error, PermissionError) and error.filename and Path(error.filename).is_file()
    return " (is the file open in another program?)" if locked else ""
