"""`python -m tests.imaging.reading FOLDER` reads every `*.upload` there, each in a process of its own.

What became of it, and what that took, is written beside it.
"""

import json
import os
import sys
from pathlib import Path
from time import process_time

from coach_app.domain.errors import InvalidInput
from coach_app.imaging.uploads import read_upload


def main(folder: Path) -> None:
    for path in folder.glob("*.upload"):
        child = os.fork()
        if not child:
            path.with_suffix(".json").write_text(json.dumps(_measured(path)))
            os._exit(0)
        os.waitpid(child, 0)


def _measured(path: Path) -> dict[str, object]:
    data = path.read_bytes()
    # From here on the peak is counted anew.
    Path("/proc/self/clear_refs").write_text("5")
    before_mb, began = _memory_mb("VmRSS"), process_time()
    told: dict[str, object] = {"sentence": ""}
    try:
        upload = read_upload(data)
    except InvalidInput as refused:
        told = {"sentence": refused.sentence}
    else:
        path.with_suffix(".png").write_bytes(upload.png)
        told |= {"size": (upload.width_px, upload.height_px), "palette": upload.palette}
    return told | {"seconds": process_time() - began, "grown_mb": _memory_mb("VmHWM") - before_mb}


def _memory_mb(field: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
