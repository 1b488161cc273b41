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


@pytest.mark.parametrize(
    ("spent", "fitting"),
    [
        (Spent(own=0, for_own=0, everybodys=0), 4),
        (Spent(own=70_000, for_own=60_000, everybodys=70_000), 3),
        (Spent(own=70_000, for_own=120_000, everybodys=120_000), 1),
        (Spent(own=0, for_own=0, everybodys=930_000), 2),
        (Spent(own=200_000, for_own=0, everybodys=0), 0),
        (Spent(own=0, for_own=0, everybodys=2_000_000), 0),
    ],
)
def test_as_many_fit_as_pass_neither_cap(spent: Spent, fitting: int) -> None:
    caps = SpendingCaps(own=0.16, everybodys=1)
    assert caps.fitting(spent, price=30_000, most=4) == fitting
    if fitting:
        caps.check(spent, more=30_000 * fitting)
    if fitting < 4:
        with pytest.raises(SpendingCapReached):
            caps.check(spent, more=30_000 * (fitting + 1))


def test_what_costs_nothing_always_fits() -> None:
    spent = Spent(own=200_000, for_own=0, everybodys=0)
    assert SpendingCaps(own=0, everybodys=0).fitting(spent, price=0, most=4) == 4


@pytest.mark.parametrize("amount", [-0.01, 10_001, float("nan"), float("inf")])
def test_what_cannot_be_paid_is_no_price(amount: float) -> None:
    for amounts in ((amount, 1, 1), (1, amount, 1), (1, 1, amount)):
        with pytest.raises(ValueError, match="not a price"):
            Price(*amounts)
