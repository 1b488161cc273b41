"""Keeps programs running: restarts those that die, stops all of them in order."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from coach_app.local_services.death_watch import DeathWatch
from coach_app.local_services.errors import ServicesError
from coach_app.local_services.programs import Process, Program, kill_group
from coach_app.local_services.stop_signals import StopSignals

FIRST_RESTART_DELAY_SECONDS = 0.2
LAST_RESTART_DELAY_SECONDS = 10.0
# Whoever lived this long is restarted as fast as at the first time.
STEADY_SECONDS = 30.0
CHECK_SECONDS = 0.05
IDLE_SECONDS = 3600.0
# A database that recovers from a power cut on a slow disk takes its time.
READY_TIMEOUT_SECONDS = 120.0
SLOW_START_SECONDS = 5.0
# A killed PostgreSQL's children keep its memory for a moment, and a new one refuses to start on it.
START_TRIES = 3


@dataclass(slots=True)
class _Charge:
    program: Program
    process: Process | None
    started_at: float
    restart_delay_seconds: float = FIRST_RESTART_DELAY_SECONDS
    restart_at: float = 0.0


class Supervisor:
    """The programs of one launcher."""

    def __init__(self, signals: StopSignals) -> None:
        self._signals = signals
        self._watch = DeathWatch()
        self._charges: list[_Charge] = []

    def start(self, program: Program) -> None:
        """Start a program and keep it running from now on."""
        self._charges.append(_Charge(program, program.start(self._watch), time.monotonic()))

    def wait_until_ready(self, program: Program, is_ready: Callable[[], bool]) -> None:
        """Wait for the first start of a server. Raises ServicesError when it fails or takes too long, StopRequested."""
        charge = next(charge for charge in self._charges if charge.program is program)
        started_at = time.monotonic()
        is_told = False
        deaths = 0
        while not is_ready():
            waited_seconds = time.monotonic() - started_at
            deaths += self._look_after(charge) is not None
            if deaths == START_TRIES:
                raise ServicesError(f"{program.name} does not start: {program.last_words()} (more in {program.log})")
            if waited_seconds > READY_TIMEOUT_SECONDS:
                raise ServicesError(f"{program.name} is not ready after 2 minutes: see {program.log}")
            if waited_seconds > SLOW_START_SECONDS and not is_told:
                is_told = True
                print(f"Waiting for {program.name}, which may be recovering its data…", flush=True)
            self._signals.wait(CHECK_SECONDS)

    def run(self, *, main: Program | None = None, until: Callable[[], bool] | None = None) -> int | None:
        """Keep all running; return the main program's exit code when it ends, or None once `until` is true.

        Raises: StopRequested.
        """
        while True:
            wait_seconds = IDLE_SECONDS if until is None else CHECK_SECONDS
            for charge in self._charges:
                exit_code = self._look_after(charge)
                if exit_code is not None and charge.program is main:
                    return exit_code
                if charge.process is None:
                    wait_seconds = min(wait_seconds, max(0.0, charge.restart_at - time.monotonic()))
            if until is not None and until():
                return None
            self._signals.wait(wait_seconds)

    def _look_after(self, charge: _Charge) -> int | None:
        """Restart a program that died, after a growing delay. Returns its exit code once, when it has died."""
        now = time.monotonic()
        if charge.process is None:
            if now >= charge.restart_at:
                charge.process, charge.started_at = charge.program.start(self._watch), now
            return None
        exit_code = charge.process.poll()
        if exit_code is None:
            return None
        self._watch.ended(charge.process.pid)
        kill_group(charge.process)
        if now - charge.started_at > STEADY_SECONDS:
            charge.restart_delay_seconds = FIRST_RESTART_DELAY_SECONDS
        charge.process = None
        charge.restart_at = now + charge.restart_delay_seconds
        charge.restart_delay_seconds = min(2 * charge.restart_delay_seconds, LAST_RESTART_DELAY_SECONDS)
        return exit_code

    def stop_all(self) -> None:
        """Stop everything, the servers last; who does not stop in time is killed."""
        self._stop([charge for charge in self._charges if not charge.program.is_server])
        self._stop([charge for charge in self._charges if charge.program.is_server])
        self._charges.clear()

    def _stop(self, charges: list[_Charge]) -> None:
        living = [(charge.program, charge.process) for charge in charges if charge.process is not None]
        started_at = time.monotonic()
        for program, process in living:
            if process.poll() is None:
                process.send_signal(program.stop_signal)
        for program, process in living:
            deadline = started_at + program.stop_timeout_seconds
            while process.poll() is None and time.monotonic() < deadline:
                self._signals.pause(deadline - time.monotonic())
            kill_group(process)
            process.wait()
            self._watch.ended(process.pid)
