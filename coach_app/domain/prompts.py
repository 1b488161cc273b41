"""Words made from a brief: the refined prompt, the short title, and the phrase that says what the picture shows.

All are built anew from the slots and the brand each time, so that dropping a slot drops its words.
"""

from coach_app.domain.asset_types import AssetType, AssetTypeId, Composition
from coach_app.domain.brand_looks import BrandLook, Strength
from coach_app.domain.brief import Brief
from coach_app.domain.colour_names import colour_name
from coach_app.domain.phrases import word_set
from coach_app.domain.room import smallest_px
from coach_app.domain.vocabulary import Action, Expression, find_action, find_expression, find_species
from coach_app.domain.words_badges import find_badge_shape

MAX_TITLE_CHARACTERS = 60

_ADJECTIVES = {
    Expression.HAPPY: "happy",
    Expression.RAGE: "raging",
    Expression.SAD: "sad",
    Expression.CRY: "crying",
    Expression.HYPE: "hyped",
    Expression.LOVE: "lovestruck",
    Expression.SLEEPY: "sleepy",
    Expression.SMUG: "smug",
    Expression.SHOCKED: "shocked",
    Expression.LAUGH: "laughing",
    Expression.WINK: "winking",
    Expression.SCARED: "scared",
    Expression.COOL: "cool",
    Expression.COZY: "cozy",
    Expression.CONFUSED: "confused",
    Expression.DEAD: "knocked-out",
}

# Words that stand well before a noun although their ending does not show it.
_PLAIN_ADJECTIVES = word_set("sad mad smug sly shy cool dead livid evil serene calm cute proud sus devious chill zen")
# Words with such an ending that are no adjectives.
_NOUNS_AND_VERBS = word_set("copium joy cry wink tears fury yay ezy worry astonishment peepohappy ded angy angery")
_ADJECTIVE_ENDINGS = ("ing", "ed", "y", "ous", "ful", "ive", "ent", "struck", "some", "less")

_NAMED_BY_THEIR_WORDS = {Composition.THUMBNAIL, Composition.BANNER}
_WORDS_BESIDE = {Composition.THUMBNAIL, Composition.PANEL, Composition.BANNER}
_LETTERING = {
    Composition.EMOTE: "in bold letters",
    Composition.BADGE: "in bold letters",
    Composition.PORTRAIT: "in bold letters",
    Composition.THUMBNAIL: "in big bold letters",
    Composition.PANEL: "as a big label",
    Composition.BANNER: "in big bold letters",
    Composition.FRAME: "on a name plate at the edge",
}
_FINISHES = {
    Composition.EMOTE: "Bold dark outline, white sticker border, plain background",
    Composition.BADGE: "Face only, bold dark outline, plain background, readable at {px} px",
    Composition.PORTRAIT: "Bold dark outline, the face in the centre, clear when cut to a circle",
    Composition.THUMBNAIL: "Bold dark outline, strong contrast",
    Composition.PANEL: "Bold dark outline, few shapes, words readable at {px} px",
    Composition.BANNER: "Bold dark outline, strong contrast, nothing that matters at the edges",
    Composition.FRAME: "Bold dark outline, the middle left empty for the camera",
}
# What a platform covers or cuts off.
KEPT_CLEAR = {
    AssetTypeId.YOUTUBE_THUMBNAIL: "bottom right corner kept free of words",
    AssetTypeId.TWITCH_PROFILE_BANNER: "bottom left corner kept free of words",
    AssetTypeId.YOUTUBE_BANNER: "words and faces in the middle",
}

_ACTIONS_OF_ONE_WORD = {
    Action.SMASH: "smashing",
    Action.DRINK: "drinking",
    Action.HOLD: "holding",
    Action.PLAY: "playing",
    Action.CHEER: "cheering",
    Action.LURK: "lurking",
    Action.WAVE: "waving",
    Action.FACEPALM: "facepalming",
}


_STRENGTHS = {
    Strength.SUBTLE: "Letters and small accents",
    Strength.BALANCED: "Ground, frames and letters",
    Strength.STRONG: "Everything that has no other colour here",
}


def refined_prompt(asset_type: AssetType, brief: Brief, brand: BrandLook | None = None) -> str:
    """Return one paragraph for the brief in a brand's look, or an empty string while there is nothing to draw."""
    if brief == Brief() or not (brief.subject or brief.text or picture_phrase(brief)):
        return ""
    phrase = shown_phrase(asset_type, brief)
    if not phrase or asset_type.composition is Composition.FRAME:
        phrase = " with ".join(part for part in (with_article(asset_type.noun), phrase) if part)
    look = brand_sentences(brand, brief) if brand else []
    sentences = [
        _capitalised(phrase) + place_of(asset_type, brief),
        *detail_sentences(asset_type, brief),
        *look,
        _finish(asset_type),
    ]
    return " ".join(sentence if sentence.endswith("…") else f"{sentence}." for sentence in sentences)


def title_of(asset_type: AssetType, brief: Brief) -> str:
    """Return a short title: "Raging pink axolotl", "DONATE panel"; of a headline its words as written."""
    if brief.text and asset_type.composition in _NAMED_BY_THEIR_WORDS:
        title = brief.text
    elif brief.text and (brief.subject is None or asset_type.composition is Composition.PANEL):
        title = f"{brief.text} {asset_type.noun}"
    elif brief.subject:
        colour = None if colours_the_ground(asset_type, brief) else brief.colour
        title = " ".join(part for part in (_feeling(brief), colour, brief.subject) if part)
    else:
        title = f"New {asset_type.noun}"
    return _capitalised(_shortened(title, MAX_TITLE_CHARACTERS))


def colours_the_ground(asset_type: AssetType, brief: Brief) -> bool:
    """Whether the colour is the ground's: an icon keeps its own colours, and words alone have none."""
    is_creature = brief.subject is not None and find_species(brief.subject) is not None
    return not asset_type.is_cutout and not is_creature


def shown_phrase(asset_type: AssetType, brief: Brief) -> str:
    """Return what the picture shows, as `picture_phrase` does, without a colour that is the ground's."""
    return picture_phrase(brief.with_slots(colour=None) if colours_the_ground(asset_type, brief) else brief)


def picture_phrase(brief: Brief) -> str:
    """Return "a raging pink axolotl smashing a keyboard"; "…" stands for a subject yet to come."""
    describing = [word for word in (_feeling(brief), brief.colour) if word]
    worn = f"wearing {listed([with_article(worn) for worn in brief.accessories])}" if brief.accessories else ""
    doing = [part for part in (_doing(brief), worn) if part]
    if brief.subject is None and not describing and not doing:
        return ""
    noun = " ".join([*describing, brief.subject or "…"])
    joined = " ".join([with_article(noun), *doing])
    return joined.replace(" wearing ", ", wearing ", 1) if len(doing) > 1 else joined


def with_article(noun: str) -> str:
    """Put a or an before a thing; a plural ("sunglasses") or one that has its article stays as it is."""
    first = noun.split(" ", 1)[0].lower()
    if first in {"a", "an", "the", "my", "his", "her", "their", "its", "some", "two", "no"}:
        return noun
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun
    sounds_like_vowel = first[:1] in "aeiou" and not first.startswith(("uni", "one", "eu", "use"))
    return f"{'an' if sounds_like_vowel else 'a'} {noun}"


def listed(things: list[str]) -> str:
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} and {things[-1]}"


def feeling_word(expression: str) -> str:
    """Return how the feeling stands before a noun: "raging" stays, "pog" becomes "hyped"."""
    words = expression.lower()
    known = find_expression(expression)
    if known is None or words in _PLAIN_ADJECTIVES:
        return words
    is_adjective = " " not in words and words.endswith(_ADJECTIVE_ENDINGS) and words not in _NOUNS_AND_VERBS
    return words if is_adjective else _ADJECTIVES.get(known, known.value)


def _feeling(brief: Brief) -> str:
    return feeling_word(brief.expression) if brief.expression else ""


def _doing(brief: Brief) -> str:
    """The action as an -ing phrase: "lurk" becomes "lurking"."""
    if brief.action is None:
        return ""
    action = find_action(brief.action)
    is_one_word = len(brief.action.split()) == 1 and not brief.action.lower().endswith("ing")
    return _ACTIONS_OF_ONE_WORD.get(action, brief.action) if action and is_one_word else brief.action


def place_of(asset_type: AssetType, brief: Brief) -> str:
    """Return what the subject stands on or before, as the end of its sentence; empty where that is not painted."""
    if asset_type.composition is Composition.BADGE and brief.style:
        frame = brief.style if find_badge_shape(brief.style) else f"{brief.style} frame"
        return f" on {with_article(frame)}"
    if asset_type.is_cutout or brief.background is None:
        return ""
    background = brief.background.removesuffix(" background")
    if asset_type.composition is Composition.FRAME:
        return f", in {with_article(f'{background} look')}"
    return f", before {with_article(f'{background} background')}"


def detail_sentences(asset_type: AssetType, brief: Brief) -> list[str]:
    """Return words, colours, mood, game and style, each as a sentence without its full stop."""
    details = []
    if brief.text:
        words = "number" if brief.text.isdigit() else "words" if " " in brief.text else "word"
        details.append(f"The {words} “{brief.text}” {_lettering(asset_type, brief)}")
    if brief.sub_text:
        details.append(f"Below, smaller: “{brief.sub_text}”")
    if brief.colour and colours_the_ground(asset_type, brief):
        details.append(f"Mainly {brief.colour}")
    if brief.palette:
        details.append(f"Touches of {listed(list(brief.palette))}")
    if brief.mood:
        details.append(f"{_capitalised(brief.mood)} mood")
    if brief.game:
        details.append(f"Made for {brief.game} streams")
    if brief.style and asset_type.composition is not Composition.BADGE:
        details.append(f"{_capitalised(brief.style)} style")
    return details


def _lettering(asset_type: AssetType, brief: Brief) -> str:
    letters = _LETTERING[asset_type.composition]
    return f"{letters} beside it" if asset_type.composition in _WORDS_BESIDE and brief.subject else letters


def brand_sentences(brand: BrandLook, brief: Brief) -> list[str]:
    """Return a kit's colours by their roles, its fonts and its tone, as far as they matter here.

    The kit's name stays out: a model would write it on the picture.
    """
    colours = [f"{role} {colour_name(colour)} ({colour})" for role, colour in brand.colours.items()]
    look = [f"{_STRENGTHS[brand.strength]} in the channel's colours: {listed(colours)}"]
    if brief.text and brand.title_font:
        look.append(f"Large words like the typeface {brand.title_font.label}")
    if brief.sub_text and brand.text_font:
        look.append(f"Small words like the typeface {brand.text_font.label}")
    if brand.tone:
        look.append(f"The channel's tone is {listed([str(tone) for tone in brand.tone])}")
    return look


def _finish(asset_type: AssetType) -> str:
    finish = _FINISHES[asset_type.composition].format(px=smallest_px(asset_type))
    kept_clear = KEPT_CLEAR.get(asset_type.id)
    return f"{finish}, {kept_clear}" if kept_clear else finish


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _shortened(text: str, max_characters: int) -> str:
    if len(text) <= max_characters:
        return text
    return text[: max_characters - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
