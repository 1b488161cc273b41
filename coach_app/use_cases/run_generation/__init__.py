"""Draw what is due: claim a job, get its answer, make and store the files, record the asset in one commit."""

from coach_app.use_cases.run_generation.held_job import HeldJobs
from coach_app.use_cases.run_generation.run import run_next_generation

__all__ = ["HeldJobs", "run_next_generation"]
