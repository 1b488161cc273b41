"""Looking at processes that may end while they are looked at."""

from collections.abc import Iterable

import psutil


def has_ended(process: psutil.Process) -> bool:
    """True for a zombie too: it only waits for its parent to ask."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def have_ended(processes: Iterable[psutil.Process]) -> bool:
    return all(has_ended(process) for process in processes)


def descendants(pid: int, word: str = "") -> list[psutil.Process]:
    """Return the processes under this one, nearest first, that have the word as an argument or as their name."""
    found: list[psutil.Process] = psutil.Process(pid).children(recursive=True)
    return [process for process in found if not word or _is_called(process, word)]


def listened_addresses(processes: Iterable[psutil.Process]) -> set[tuple[str, int]]:
    """Return host and port of everything that these processes listen on over TCP."""
    return {address for process in processes for address in _listened(process)}


def _is_called(process: psutil.Process, word: str) -> bool:
    try:
        return bool(process.name() == word or word in process.cmdline())
    except psutil.NoSuchProcess:
        return False


def _listened(process: psutil.Process) -> list[tuple[str, int]]:
    try:
        connections = process.net_connections("inet")
    except psutil.NoSuchProcess:
        return []
    return [(found.laddr.ip, found.laddr.port) for found in connections if found.status == psutil.CONN_LISTEN]
