"""The flat colour that a model is asked to paint behind what is cut out: one that the subject does not have."""

from collections.abc import Iterator

from coach_app.domain.brand_looks import BrandLook, Strength
from coach_app.domain.brief import Brief
from coach_app.domain.colour_names import colour_distance
from coach_app.domain.phrases import word_set
from coach_app.domain.vocabulary import find_colour

# In the order of preference, where several are equally far.
_KEYS = ("#00ff00", "#ff00ff", "#0000ff", "#00ffff")
_GREEN = "#43a047"
_GREEN_THINGS = word_set(
    "frog frogs froggy toad pepe turtle tortoise lizard gecko iguana chameleon snake crocodile alligator croc dinosaur "
    "dino dragon slime goo goblin orc ogre troll zombie alien martian cactus plant plants leaf leaves tree clover "
    "grass cucumber pickle avocado broccoli peas lime kiwi pear creeper yoshi grinch shrek elf matcha emerald "
    "watermelon"
)


def key_colour(brief: Brief, brand: BrandLook | None) -> str:
    """Return the key, as #rrggbb, that is farthest from the colours which the picture will have."""
    present = tuple(_colours(brief, brand))
    if not present:
        return _KEYS[0]
    return max(_KEYS, key=lambda key: min(colour_distance(key, colour) for colour in present))


def _colours(brief: Brief, brand: BrandLook | None) -> Iterator[str]:
    phrases = [brief.subject, brief.colour, brief.action, brief.style, *brief.accessories, *brief.palette]
    for phrase in filter(None, phrases):
        if colour := find_colour(phrase):
            yield colour
        if _GREEN_THINGS & set(phrase.lower().split()):
            yield _GREEN
    if brand and brand.strength is not Strength.SUBTLE:
        yield from brand.colours.values()
