"""The animals: one row each. A new animal is a row here, with what it needs drawn in ears, markings and noses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coach_app.artists.offline.curves import rounded_box, superellipse
from coach_app.artists.offline.kit import crests, ears, manes, markings, noses
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
_OCTOPUS = (
    "M0 -138C92 -138 146 -76 146 6C146 40 160 60 172 84C182 106 168 130 146 128C124 126 112 112 96 112"
    "C82 112 80 134 52 134C28 134 26 116 0 116C-26 116 -28 134 -52 134C-80 134 -82 112 -96 112"
    "C-112 112 -124 126 -146 128C-168 130 -182 106 -172 84C-160 60 -146 40 -146 6C-146 -76 -92 -138 0 -138Z"
)
_SKULL = (
    "M0 -130C88 -130 144 -78 144 -8C144 36 124 62 98 76C88 82 86 92 86 106C86 126 70 134 40 134H-40"
    "C-70 134 -86 126 -86 106C-86 92 -88 82 -98 76C-124 62 -144 36 -144 -8C-144 -78 -88 -130 0 -130Z"
)

SPECIES: Mapping[Species, SpeciesRow] = {
    Species.AXOLOTL: SpeciesRow(
        "#ff8fc0", superellipse(154, 114, 2.35, cheek=0.05, cheek_y=0.35),
        FacePlan(top=-114, chin=114, half_width=156, eye_x=78, eye_y=2, mouth_y=46, blush_x=116),
        behind=crests.gills, markings=markings.freckles,
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
        behind=crests.frog_eye_bumps, markings=markings.frog_belly, nose=noses.frog_nostrils,
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
        behind=crests.dragon_parts, markings=markings.dragon_muzzle, nose=noses.nostrils,
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
        behind=crests.crest, markings=markings.chick_cheeks, has_beak=True,
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
        behind=crests.robot_parts, markings=markings.robot_screen, is_screen=True,
    ),
    Species.ZOMBIE: SpeciesRow(
        "#7cba62", superellipse(134, 124, 3.4),
        FacePlan(top=-124, chin=124, half_width=134, eye_x=62, eye_y=2, mouth_y=60, blush_x=96),
        behind=crests.hair_spikes, markings=markings.zombie_marks, nose=noses.nostrils,
    ),
    Species.ALIEN: SpeciesRow(
        "#74dd5b", superellipse(146, 132, 2.1, cheek=-0.2, cheek_y=0.75),
        FacePlan(top=-132, chin=128, half_width=146, eye_x=66, eye_y=-8, mouth_y=52, eye_size=1.12,
                 blush_x=98, blush_y=38),
        behind=crests.alien_antennae, markings=markings.alien_sheen,
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
        behind=crests.bee_parts, markings=markings.bee_stripes,
    ),
    Species.UNICORN: SpeciesRow(
        "#f6f0fb", superellipse(140, 120, 2.3, cheek=0.04),
        FacePlan(top=-120, chin=120, half_width=142, eye_y=4, mouth_y=62),
        behind=ears.unicorn_ears, markings=markings.unicorn_cheeks, nose=noses.unicorn_nostrils,
        over=manes.unicorn_mane,
    ),
    Species.TIGER: SpeciesRow(
        "#ff9a2e", _ROUND, FacePlan(top=-122, chin=122, half_width=148, mouth_y=62, eye_x=70, eye_y=2),
        behind=ears.round_ears, markings=markings.tiger_stripes, nose=noses.pink_nose,
    ),
    Species.LION: SpeciesRow(
        "#ffbf47", superellipse(136, 116, 2.3, cheek=0.05),
        FacePlan(top=-116, chin=116, half_width=140, mouth_y=60, eye_x=66, eye_y=0, blush_x=98),
        behind=lambda look: (*crests.lion_mane(look), *ears.round_ears(look)),
        markings=markings.lion_muzzle, nose=noses.pink_nose,
    ),
    Species.PIG: SpeciesRow(
        "#ff9fb8", _ROUND, FacePlan(top=-122, chin=122, half_width=148, mouth_y=82, mouth_size=0.78, eye_x=76,
                          eye_y=-8),
        behind=ears.pig_ears, markings=markings.pig_cheeks, nose=noses.pig_snout,
    ),
    Species.KOALA: SpeciesRow(
        "#a3abba", _ROUND, FacePlan(top=-122, chin=122, half_width=148, mouth_y=72, mouth_size=0.86, eye_x=76, eye_y=2),
        behind=ears.koala_ears, nose=noses.koala_nose,
    ),
    Species.MONKEY: SpeciesRow(
        "#9a5f37", _ROUND, FacePlan(top=-122, chin=122, half_width=148, mouth_y=66, eye_x=60, eye_y=0, blush_x=98),
        behind=ears.monkey_ears, markings=markings.monkey_face, nose=noses.monkey_nostrils,
    ),
    Species.OWL: SpeciesRow(
        "#a87446", superellipse(144, 124, 2.4, cheek=0.03),
        FacePlan(top=-124, chin=124, half_width=146, eye_x=66, eye_y=2, mouth_y=50, mouth_size=0.72, eye_size=1.1),
        behind=ears.owl_tufts, markings=markings.owl_face, has_beak=True,
    ),
    Species.SHARK: SpeciesRow(
        "#5f94cf", superellipse(150, 116, 2.2, cheek=0.04),
        FacePlan(top=-116, chin=116, half_width=152, eye_x=76, eye_y=-10, mouth_y=50),
        behind=crests.shark_fin, markings=markings.shark_belly,
    ),
    Species.OCTOPUS: SpeciesRow(
        "#f2668c", _OCTOPUS, FacePlan(top=-138, chin=126, half_width=148, eye_x=66, eye_y=-4, mouth_y=46),
        markings=markings.octopus_spots,
    ),
    Species.SKULL: SpeciesRow(
        "#f3efe2", _SKULL, FacePlan(top=-130, chin=134, half_width=144, eye_x=70, eye_y=6, mouth_y=80, mouth_size=0.8),
        markings=markings.skull_sockets, nose=noses.skull_nose, is_ringed=True,
    ),
    Species.MUSHROOM: SpeciesRow(
        "#ee4a4f", superellipse(122, 118, 2.6, cheek=0.06, cheek_y=0.7),
        FacePlan(top=-206, hat_drop=10, chin=118, half_width=128, eye_x=56, eye_y=28, eye_size=0.86, mouth_y=68,
                 mouth_size=0.86, blush_x=88, blush_y=62, has_brows=False),
        markings=markings.mushroom_stem, over=crests.mushroom_cap,
    ),
    Species.DEVIL: SpeciesRow(
        "#e8394d", superellipse(142, 118, 2.3, cheek=0.06, cheek_y=0.3),
        FacePlan(top=-118, chin=118, half_width=146, eye_y=2, mouth_y=54),
        behind=crests.devil_horns,
    ),
    Species.COW: SpeciesRow(
        "#fbf9f6", superellipse(140, 124, 2.5),
        FacePlan(top=-124, chin=124, half_width=142, eye_y=-8, mouth_y=80, mouth_size=0.76, eye_x=70, blush_y=26),
        behind=crests.cow_parts, markings=markings.cow_patches, nose=noses.cow_nostrils,
    ),
    Species.HAMSTER: SpeciesRow(
        "#eda04e", superellipse(150, 120, 2.2, cheek=0.1, cheek_y=0.5),
        FacePlan(top=-120, chin=120, half_width=158, eye_x=72, eye_y=-2, mouth_y=54, mouth_size=0.9, blush_x=116),
        behind=ears.hamster_ears, markings=markings.hamster_cheeks, nose=noses.bunny_nose,
    ),
    Species.GOBLIN: SpeciesRow(
        "#74b043", superellipse(140, 112, 2.2, cheek=0.04, crown=0.04),
        FacePlan(top=-112, chin=112, half_width=142, eye_x=68, eye_y=0, mouth_y=64),
        behind=crests.goblin_ears, nose=noses.goblin_nose,
    ),
}  # fmt: skip
