import pytest
from sqlalchemy import text
from sqlalchemy.exc import DataError

from coach_app.parts import Parts


def test_an_error_of_the_database_does_not_say_what_was_to_be_stored(parts: Parts) -> None:
    with pytest.raises(DataError, match="division by zero") as failed, parts.database.transaction() as db:
        db.connection().execute(text("SELECT length(:words) / 0"), {"words": "what a user wrote"})
    assert "what a user wrote" not in str(failed.value)
