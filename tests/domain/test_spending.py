import pytest

from coach_app.domain.error_sentences import error_sentence
from coach_app.domain.errors import SpendingCapReached
from coach_app.domain.spending import Price
from coach_app.domain.spending_caps import SpendingCaps, Spent


@pytest.mark.parametrize(
    ("caps", "words"),
    [
        (SpendingCaps(own=5, everybodys=2_000), "the $5.00 that you may spend in a month."),
        (SpendingCaps(own=3_000, everybodys=2_000), "the $2,000.00 that this Stream Coach may spend in a month."),
        (SpendingCaps(own=0, everybodys=5), "Pictures that cost money are switched off here."),
        (SpendingCaps(own=3_000, everybodys=0), "Pictures that cost money are switched off here."),
        (SpendingCaps(own=0.001, everybodys=5), "Pictures that cost money are switched off here."),
    ],
)
def test_a_cap_that_is_reached_says_how_high_it_is_and_one_of_nothing_that_it_is_off(
    caps: SpendingCaps, words: str
) -> None:
    with pytest.raises(SpendingCapReached) as caught:
        caps.check(Spent(own=0, for_own=0, everybodys=0), more=2_000_000_001)
    assert words in error_sentence(caught.value)
    assert "$0.00" not in error_sentence(caught.value)


@pytest.mark.parametrize("amount", [-0.01, 10_001, float("nan"), float("inf")])
def test_what_cannot_be_paid_is_no_price(amount: float) -> None:
    for amounts in ((amount, 1, 1), (1, amount, 1), (1, 1, amount)):
        with pytest.raises(ValueError, match="not a price"):
            Price(*amounts)
