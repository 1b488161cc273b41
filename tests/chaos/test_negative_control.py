"""The harness finds what it is there to find: without the fences the same faults leave doubles behind."""

from pathlib import Path

from sqlalchemy import text

from tests.chaos.run import chaos

_FENCES_IN_THE_DATABASE = (
    "DROP TRIGGER guard_generation_job ON generation_jobs",
    "ALTER TABLE generation_jobs DROP CONSTRAINT generation_jobs_lease",
    "ALTER TABLE assets DROP CONSTRAINT assets_job_id",
    "DROP INDEX one_settlement_per_generation_job",
    "ALTER TABLE generation_ledger DROP CONSTRAINT generation_ledger_pkey",
)


def test_without_fences_a_worker_that_was_asleep_doubles_its_job(
    database_url: str, redis_url: str, tmp_path: Path
) -> None:
    with chaos(database_url, redis_url, tmp_path, workers=4, env={"CHAOS_NO_FENCES": "1"}) as run:
        with run.parts.database.transaction() as db:
            for statement in _FENCES_IN_THE_DATABASE:
                db.connection().execute(text(statement))
        for number, point in enumerate(("staged", "read", "uploaded")):
            run.faults.put("pause", point, number)
        run.click_until_all_faults_were_met()
        run.wait_until_woken()
        run.wait_until_ended(timeout_seconds=30)
        found = run.violations()
    assert any(line.startswith("I2") and "2 assets" in line for line in found), found
    assert any(line.startswith("I3") for line in found), found
