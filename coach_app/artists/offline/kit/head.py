"""Puts a head together: what stands behind it, its outline with light and shadow, its face, its effects."""

from dataclasses import dataclass

from coach_app.artists.offline.curves import ellipse, hole
from coach_app.artists.offline.kit.beaks import BEAK_FOR_MOUTH
from coach_app.artists.offline.kit.expressions import ExpressionRow
from coach_app.artists.offline.kit.face_ink import FaceInk, face_ink
from coach_app.artists.offline.kit.look import Detail, Look
from coach_app.artists.offline.kit.species import SpeciesRow
from coach_app.artists.offline.shapes import Node, Nodes, Path, both_sides, clipped, mark, moved, vertical

# At 28 px a face is read by its eyes and mouth alone, so they grow; eyes in a dark mask most.
_FACE_GROWTH = {Detail.TINY: 1.32, Detail.FACE: 1.16, Detail.PLAIN: 1.06, Detail.FULL: 1.0}
_MASKED_GROWTH = {Detail.TINY: 1.45, Detail.FACE: 1.3, Detail.PLAIN: 1.12, Detail.FULL: 1.0}


@dataclass(frozen=True, slots=True)
class Mascot:
    """One species with one expression, ready to be drawn."""

    row: SpeciesRow
    look: Look
    expression: ExpressionRow
    iris: str

    @property
    def ink(self) -> FaceInk:
        return face_ink(self.look, self.iris, is_ringed=self.row.is_ringed, is_screen=self.row.is_screen)


def back_parts(mascot: Mascot) -> Nodes:
    return mascot.row.behind(mascot.look)


def head_shape(mascot: Mascot) -> Nodes:
    """Return the head without a face: skin, markings, shadow, light, outline."""
    look, row, plan = mascot.look, mascot.row, mascot.row.plan
    skin = vertical(look.skin.light, look.skin.base, start=0.05, end=0.8)
    height = plan.chin - plan.top
    shadow = f"M-400 -400H400V400H-400Z{hole(-14, plan.top + height * 0.4, plan.half_width * 1.12, height * 0.585)}"
    shine = _shine(mascot)
    return (
        Path(row.head, fill=skin, stroke=look.ink, stroke_width=look.line),
        clipped((*row.markings(look), mark(shadow, look.skin.deep, 0.3), *shine), row.head),
        Path(row.head, stroke=look.ink, stroke_width=look.line),
    )


def _shine(mascot: Mascot) -> Nodes:
    plan, look = mascot.row.plan, mascot.look
    if look.detail <= Detail.FACE:
        return ()
    spot = mark(ellipse(0, 0, 50, 21), vertical("#ffffff", look.skin.highlight), 0.62)
    return (moved((spot,), -plan.half_width * 0.42, plan.top + 36, turn=-22),)


def face(mascot: Mascot) -> Nodes:
    """Return blush, nose, mouth, eyes and brows."""
    plan, ink, row = mascot.row.plan, mascot.ink, mascot.expression
    growth = _FACE_GROWTH[mascot.look.detail]
    mouth = BEAK_FOR_MOUTH[row.mouth] if mascot.row.has_beak else row.mouth
    parts: list[Node] = [
        *(_blush(mascot) if row.has_blush and mascot.look.detail > Detail.TINY else ()),
        *mascot.row.nose(mascot.look),
    ]
    parts.append(moved(mouth(ink), 0, plan.mouth_y, scale=plan.mouth_size * growth))
    for side in (-1, 1):
        brows = row.brows(ink, side) if plan.has_brows else ()
        eye = (*row.eyes(ink, side), *brows)
        parts.append(
            moved(
                eye,
                side * plan.eye_x,
                plan.eye_y,
                scale=plan.eye_size * (_MASKED_GROWTH[mascot.look.detail] if mascot.row.is_ringed else growth),
            )
        )
    return tuple(parts)


def _blush(mascot: Mascot) -> Nodes:
    plan = mascot.row.plan
    colour = "#ff5f9e" if mascot.row.is_screen else "#ff5d7a"
    return both_sides((mark(ellipse(plan.blush_x, plan.blush_y, 25, 16), colour, 0.42),))


def on_face(mascot: Mascot) -> Nodes:
    return tuple(node for effect in mascot.expression.on_face for node in effect(mascot.look, mascot.row.plan))


def around_face(mascot: Mascot) -> Nodes:
    return tuple(node for effect in mascot.expression.around for node in effect(mascot.look, mascot.row.plan))


def over_head(mascot: Mascot) -> Nodes:
    return mascot.row.over(mascot.look)
