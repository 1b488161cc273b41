"""The example of docs/contributing.md works as it is printed there."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "contributing.md"
EXAMPLE = "coach_app.web.components.tip_message"


@pytest.fixture
def blocks() -> Iterator[list[str]]:
    """The guide's Python, with its component importable under its own name."""
    found = re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    module = ModuleType(EXAMPLE)
    exec(compile(found[0], EXAMPLE, "exec"), vars(module))
    sys.modules[EXAMPLE] = module
    yield found
    del sys.modules[EXAMPLE]


def test_the_component_passes_the_test_that_stands_beside_it(blocks: list[str]) -> None:
    names: dict[str, object] = {}
    exec(compile(blocks[2], "test_tip_message.py", "exec"), names)
    tests = [test for name, test in names.items() if name.startswith("test_")]
    assert len(tests) == 1
    for test in tests:
        assert callable(test)
        test()


def test_the_line_fits_into_the_table(blocks: list[str]) -> None:
    table = (GUIDE.parents[1] / "coach_app/web/components/messages.py").read_text()
    assert re.search(r"^    \"\w+\": \w+_message,$", table, re.MULTILINE)
    assert re.fullmatch(r"    \"\w+\": \w+_message,\n", blocks[1])
