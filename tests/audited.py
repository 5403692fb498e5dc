"""Makes briefs in a process of its own and tells all that was opened, connected, started or compiled (PEP 578).

`python audited.py OUT TEMPLATE BRIEFS…` writes the documents of each folder of briefs into OUT, and what happened as
JSON to its output. Nothing of it can be hidden from an audit hook, which is never taken away.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

FORBIDDEN = (
    *("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "pty.", "ctypes."),
    *("urllib.", "http.client.", "ftplib.", "smtplib.", "webbrowser.", "os.remove", "os.rename", "os.mkdir"),
    *("os.symlink", "os.link", "os.chmod", "os.putenv", "shutil."),
)

opened: set[str] = set()
done: list[str] = []
compiled: list[str] = []


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Keep what happens."""
    if event == "open" and isinstance(arguments[0], str | bytes):
        mode = "" if str(arguments[1] or "r").startswith("r") else f"{arguments[1]} "
        opened.add(f"{mode}{os.path.realpath(os.fsdecode(arguments[0]))}")
    elif event == "compile":
        compiled.append(str(arguments[0]))
    elif event.startswith(FORBIDDEN):
        done.append(f"{event} {arguments}")


def main(out: Path, template: str, *folders: str) -> None:
    """Make the sample's brief of each folder."""
    made = {}
    sys.dont_write_bytecode = True
    sys.addaudithook(watch)
    from brief import BriefError, generate

    for folder in folders:
        try:
            made[folder] = generate(
                "first-meeting", briefs=folder, template=template, formats=("docx", "pdf", "html", "text")
            ).documents
        except BriefError as error:
            done.append(f"problem {error}")
    happened = {
        "opened": sorted(opened),
        "done": list(done),
        "compiled": list(compiled),
        "modules": sorted(sys.modules),
    }
    for folder, documents in made.items():
        for kind, document in documents.items():
            (out / f"{Path(folder).name}.{kind}").write_bytes(document.content)
    sys.stdout.write(json.dumps(happened))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
