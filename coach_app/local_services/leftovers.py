"""What an earlier launcher left behind: servers that still run on this data, and process numbers that mean nothing."""

import signal
from contextlib import suppress
from pathlib import Path

import psutil

from coach_app.local_services.errors import ServicesError

STOP_TIMEOUT_SECONDS = 30


def end_leftover(pid_file: Path, binary_name: str, data_dir: Path, stop_signal: signal.Signals) -> None:
    """End the server that the file names if it is really ours, then remove the file. Call it with the lock held.

    Process numbers repeat (in containers soon), so a live process counts as ours only if it is this server with this
    folder on its command line. Raises ServicesError where ours does not end.
    """
    process = _process_of(pid_file, binary_name, data_dir)
    if process is not None:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(stop_signal)
            try:
                process.wait(STOP_TIMEOUT_SECONDS)
            except psutil.TimeoutExpired:
                raise ServicesError(
                    f"An earlier {binary_name} (process {process.pid}) on {data_dir} does not stop: end it by hand."
                ) from None
    pid_file.unlink(missing_ok=True)


def _process_of(pid_file: Path, binary_name: str, data_dir: Path) -> psutil.Process | None:
    try:
        process = psutil.Process(int(pid_file.read_text().split()[0]))
        command = process.cmdline()
    except (FileNotFoundError, ValueError, IndexError, psutil.NoSuchProcess, psutil.AccessDenied):
        return None
    is_ours = command and Path(command[0]).name == binary_name and any(str(data_dir) in part for part in command[1:])
    return process if is_ours else None
