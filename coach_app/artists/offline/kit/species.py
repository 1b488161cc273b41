"""The animals: one row each. A new animal is a row here, with what it needs drawn in ears, markings and noses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coach_app.artists.offline.curves import rounded_box, superellipse
from coach_app.artists.offline.kit import ears, manes, markings, noses
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.kit.plan import FacePlan
from coach_app.artists.offline.shapes import Nodes
from coach_app.domain.vocabulary import Species

Part = Callable[[Look], Nodes]


@dataclass(frozen=True, slots=True)
class SpeciesRow:
    """`behind` stands behind the head, `markings` are clipped to it, `nose` is on the face, `over` covers all.

    `head` is path data around the origin.
    """

    colour: str
    head: str
    plan: FacePlan
    behind: Part = ears.none
    markings: Part = markings.none
    nose: Part = noses.none
    over: Part = manes.none
    is_ringed: bool = False
    is_screen: bool = False
    has_beak: bool = False


_ROUND = superellipse(146, 122, 2.35, cheek=0.05, cheek_y=0.4)
_ROUND_PLAN = FacePlan(top=-122, chin=122, half_width=148)
_GHOST = (
    "M-132 -10C-132 -92 -76 -140 0 -140C76 -140 132 -92 132 -10V116C132 140 108 146 92 130C76 114 62 114 46 130"
    "C30 146 14 146 0 130C-14 114 -30 114 -46 130C-62 146 -76 146 -92 130C-108 114 -132 140 -132 116Z"
)
_SLIME = (
    "M0 -152C16 -152 22 -126 40 -100C68 -62 156 -40 160 50C162 104 120 122 0 122C-120 122 -162 104 -160 50"
    "C-156 -40 -68 -62 -40 -100C-22 -126 -16 -152 0 -152Z"
)

SPECIES: Mapping[Species, SpeciesRow] = {
    Species.AXOLOTL: SpeciesRow(
        "#ff8fc0", superellipse(154, 114, 2.35, cheek=0.05, cheek_y=0.35),
        FacePlan(top=-114, chin=114, half_width=156, eye_x=78, eye_y=2, mouth_y=46, blush_x=116),
        behind=ears.gills, markings=markings.freckles,
    ),
    Species.CAT: SpeciesRow(
        "#f79a3b", _ROUND, FacePlan(top=-122, chin=122, half_width=148, mouth_y=60, eye_x=70),
        behind=ears.cat_ears, markings=markings.tabby, nose=noses.cat_nose,
    ),
    Species.FOX: SpeciesRow(
        "#f9772b", superellipse(142, 116, 2.25, cheek=0.06, cheek_y=0.3),
        FacePlan(top=-116, chin=116, half_width=150, eye_y=0, mouth_y=58),
        behind=lambda look: (*ears.fox_ears(look), *ears.white_tufts(look)),
        markings=markings.fox_mask, nose=noses.dark_nose,
    ),
    Species.FROG: SpeciesRow(
        "#57c84d", superellipse(160, 108, 2.25, cheek=0.05, cheek_y=0.45),
        FacePlan(top=-150, chin=108, half_width=160, eye_x=82, eye_y=-84, mouth_y=34, mouth_size=1.15, blush_x=118,
                 blush_y=28, eye_size=1.05, has_brows=False),
        behind=ears.frog_eye_bumps, markings=markings.frog_belly, nose=noses.frog_nostrils,
    ),
    Species.DOG: SpeciesRow(
        "#dd9a55", superellipse(138, 124, 2.4, cheek=0.03),
        FacePlan(top=-124, chin=124, half_width=140, mouth_y=60, eye_x=64),
        markings=markings.dog_patch, nose=noses.dark_nose, over=manes.over_dog,
    ),
    Species.PANDA: SpeciesRow(
        "#f7f6fa", _ROUND, FacePlan(top=-122, chin=122, half_width=148, mouth_y=60, eye_x=72, eye_y=8),
        behind=ears.panda_ears, markings=markings.panda_patches, nose=noses.dark_nose, is_ringed=True,
    ),
    Species.BUNNY: SpeciesRow(
        "#f3e9f2", superellipse(142, 118, 2.3, cheek=0.06),
        FacePlan(top=-118, chin=118, half_width=146, mouth_y=60),
        behind=ears.bunny_ears, markings=markings.bunny_muzzle, nose=noses.bunny_nose,
    ),
    Species.BEAR: SpeciesRow(
        "#a9693c", _ROUND, FacePlan(top=-122, chin=122, half_width=148, mouth_y=66, eye_x=74, eye_y=0),
        behind=ears.round_ears, markings=markings.bear_muzzle, nose=noses.bear_nose,
    ),
    Species.DRAGON: SpeciesRow(
        "#8b46f2", superellipse(142, 120, 2.4, cheek=0.07, cheek_y=0.45),
        FacePlan(top=-120, chin=120, half_width=146, mouth_y=62, eye_y=-2),
        behind=ears.dragon_parts, markings=markings.dragon_muzzle, nose=noses.nostrils,
    ),
    Species.RACCOON: SpeciesRow(
        "#9aa2ae", superellipse(142, 116, 2.25, cheek=0.06, cheek_y=0.3),
        FacePlan(top=-116, chin=116, half_width=150, mouth_y=58, eye_x=70, eye_y=2),
        behind=lambda look: (*ears.raccoon_ears(look), *ears.cheek_tufts(look)),
        markings=markings.raccoon_mask, nose=noses.dark_nose, is_ringed=True,
    ),
    Species.PENGUIN: SpeciesRow(
        "#46506b", superellipse(144, 128, 2.2, cheek=0.03),
        FacePlan(top=-128, chin=128, half_width=146, eye_x=60, eye_y=-4, mouth_y=46, blush_x=92, blush_y=46),
        markings=markings.penguin_face, has_beak=True,
    ),
    Species.CHICK: SpeciesRow(
        "#ffd53d", superellipse(146, 126, 2.2, cheek=0.04),
        FacePlan(top=-126, chin=126, half_width=148, mouth_y=48, eye_x=72),
        behind=ears.crest, markings=markings.chick_cheeks, has_beak=True,
    ),
    Species.GHOST: SpeciesRow(
        "#eef0ff", _GHOST,
        FacePlan(top=-140, chin=130, half_width=132, eye_x=58, eye_y=-22, mouth_y=28, blush_x=88, blush_y=22),
        markings=markings.ghost_shine,
    ),
    Species.SLIME: SpeciesRow(
        "#4ecb6c", _SLIME,
        FacePlan(top=-146, hat_drop=50, chin=122, half_width=150, eye_y=14, mouth_y=58, eye_x=66, blush_y=56,
                 hat_scale=0.8),
        markings=markings.slime_bubbles,
    ),
    Species.ROBOT: SpeciesRow(
        "#c3cad9", rounded_box(0, 0, 300, 236, 70),
        FacePlan(top=-118, chin=118, half_width=150, eye_x=54, eye_y=-8, mouth_y=42, mouth_size=0.85,
                 blush_x=84, blush_y=40, eye_size=0.95),
        behind=ears.robot_parts, markings=markings.robot_screen, is_screen=True,
    ),
    Species.ZOMBIE: SpeciesRow(
        "#7cba62", superellipse(134, 124, 3.4),
        FacePlan(top=-124, chin=124, half_width=134, eye_x=62, eye_y=2, mouth_y=60, blush_x=96),
        behind=ears.hair_spikes, markings=markings.zombie_marks, nose=noses.nostrils,
    ),
    Species.ALIEN: SpeciesRow(
        "#74dd5b", superellipse(146, 132, 2.1, cheek=-0.2, cheek_y=0.75),
        FacePlan(top=-132, chin=128, half_width=146, eye_x=66, eye_y=-8, mouth_y=52, eye_size=1.12,
                 blush_x=98, blush_y=38),
        behind=ears.alien_antennae, markings=markings.alien_sheen,
    ),
    Species.CAPYBARA: SpeciesRow(
        "#b57a48", superellipse(134, 124, 3.0, cheek=0.03, cheek_y=0.6),
        FacePlan(top=-124, chin=124, half_width=136, eye_x=84, eye_y=-32, eye_size=0.86, mouth_y=58,
                 blush_x=108, blush_y=18),
        behind=ears.capybara_ears, markings=markings.capybara_muzzle, nose=noses.capybara_nose,
    ),
    Species.WOLF: SpeciesRow(
        "#7d8799", superellipse(142, 116, 2.25, cheek=0.05, cheek_y=0.3),
        FacePlan(top=-116, chin=116, half_width=150, eye_y=0, mouth_y=58),
        behind=lambda look: (*ears.wolf_ears(look), *ears.white_tufts(look)),
        markings=markings.wolf_mask, nose=noses.dark_nose,
    ),
    Species.BEE: SpeciesRow(
        "#ffc928", superellipse(146, 124, 2.2, cheek=0.03),
        FacePlan(top=-124, chin=124, half_width=148, eye_x=70, eye_y=2, mouth_y=44, mouth_size=0.95),
        behind=ears.bee_parts, markings=markings.bee_stripes,
    ),
    Species.UNICORN: SpeciesRow(
        "#f6f0fb", superellipse(140, 120, 2.3, cheek=0.04),
        FacePlan(top=-120, chin=120, half_width=142, eye_y=4, mouth_y=62),
        behind=ears.unicorn_ears, markings=markings.unicorn_cheeks, nose=noses.unicorn_nostrils,
        over=manes.unicorn_mane,
    ),
}  # fmt: skip
