"""Every expression as a row: eyes, brows, mouth, what lies on the face, what floats about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from coach_app.artists.offline.kit import effects, eyes, mouths
from coach_app.artists.offline.kit.effects import Effect
from coach_app.artists.offline.kit.eyes import Eye, no_brow
from coach_app.artists.offline.kit.mouths import Mouth
from coach_app.domain.vocabulary import Expression


@dataclass(frozen=True, slots=True)
class ExpressionRow:
    """`on_face` is kept at every size, `around` only where small things can be seen."""

    eyes: Eye
    mouth: Mouth
    brows: Eye = no_brow
    on_face: tuple[Effect, ...] = ()
    around: tuple[Effect, ...] = ()
    has_blush: bool = False
    wears_sunglasses: bool = False


EXPRESSIONS: Mapping[Expression, ExpressionRow] = {
    Expression.HAPPY: ExpressionRow(eyes.bead, mouths.open_smile, has_blush=True),
    Expression.RAGE: ExpressionRow(
        eyes.glare, mouths.gritted, eyes.brow_angry, on_face=(effects.vein,), around=(effects.steam,)
    ),
    Expression.SAD: ExpressionRow(eyes.watery, mouths.frown, eyes.brow_worried, on_face=(effects.tear,)),
    Expression.CRY: ExpressionRow(eyes.watery, mouths.wailing, eyes.brow_worried, on_face=(effects.streams,)),
    Expression.HYPE: ExpressionRow(eyes.star_eye, mouths.big_open, eyes.brow_raised, around=(effects.sparkles,)),
    Expression.LOVE: ExpressionRow(eyes.heart_eye, mouths.open_smile, around=(effects.hearts,), has_blush=True),
    Expression.SLEEPY: ExpressionRow(eyes.closed, mouths.small_o, around=(effects.zzz,), has_blush=True),
    Expression.SMUG: ExpressionRow(eyes.half_lid, mouths.smirk, eyes.brow_one_up),
    Expression.SHOCKED: ExpressionRow(eyes.shocked, mouths.tall_o, eyes.brow_raised, around=(effects.exclamation,)),
    Expression.LAUGH: ExpressionRow(eyes.squeezed, mouths.laughing, on_face=(effects.laugh_tears,)),
    Expression.WINK: ExpressionRow(eyes.winking, mouths.tongue_out, around=(effects.sparkles,), has_blush=True),
    Expression.SCARED: ExpressionRow(eyes.frightened, mouths.wobbly, eyes.brow_worried, around=(effects.sweat,)),
    Expression.COOL: ExpressionRow(eyes.half_lid, mouths.smirk, wears_sunglasses=True),
    Expression.COZY: ExpressionRow(eyes.happy_arc, mouths.cat_smile, has_blush=True),
    Expression.CONFUSED: ExpressionRow(eyes.puzzled, mouths.flat, eyes.brow_one_up, around=(effects.question,)),
    Expression.DEAD: ExpressionRow(eyes.crossed, mouths.limp, around=(effects.soul,)),
}
