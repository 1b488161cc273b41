import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def test_modules_import_only_what_their_layer_may() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    linted = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert linted.returncode == 0, linted.stdout
    assert " 0 broken" in linted.stdout


def test_every_package_is_seen_by_the_import_rules() -> None:
    folders = {path.parent for path in (PROJECT / "coach_app").rglob("*.py") if "node_modules" not in path.parts}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []
