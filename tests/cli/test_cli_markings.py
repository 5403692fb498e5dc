from __future__ import annotations

from typing import TYPE_CHECKING

from brief.cli import run
from briefs_marked import ministry, workspace

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_check_takes_the_markings_of_the_template_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check = ["check", "--briefs", str(workspace(tmp_path, "ministry", document="LIMITED DISTRIBUTION"))]
    assert run(check) == 1
    assert "there is no marking 'LIMITED DISTRIBUTION'" in capsys.readouterr().err
    assert run([*check, "--template", str(ministry(tmp_path))]) == 0
    assert run([*check, "--template", "nowhere"]) == 1
    assert "there is no template 'nowhere'" in capsys.readouterr().err
