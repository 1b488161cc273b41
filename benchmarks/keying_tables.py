"""Who stands before which ground, one line a picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    FLAT = "flat"
    HOLES = "holes"
    HAIR = "hair"
    GRADIENT = "gradient"
    SHADOW = "shadow"
    WHITE_KEY = "white_key"
    NEAR_KEY = "near_key"
    CHECKERBOARD = "checkerboard"
    NOT_FLAT = "not_flat"


@dataclass(frozen=True, slots=True)
class Who:
    """A line of the tables: `subject` is a species, or "=" and a drawn shape, or "~" and hairs of these widths."""

    subject: str
    colour: str
    ground: str
    outline: bool = True
    doing: str = ""
    worn: str = ""
    face: str = "happy"


TABLES: Mapping[Kind, tuple[Who, ...]] = {
    Kind.FLAT: (
        Who("axolotl", "", "#00ff00", face="rage", doing="smash"),
        Who("frog", "", "#ff00ff", face="hype"),
        Who("fox", "", "#12d43a", outline=False, face="smug"),
        Who("penguin", "", "#e815c8", worn="headset"),
        Who("cat", "#2e2a3a", "#00b140", outline=False, worn="crown"),
        Who("dragon", "", "#f01cf0", outline=False, face="rage"),
        Who("tiger", "", "#0000ff", doing="cheer"),
        Who("panda", "", "#1a3cf0", outline=False, face="cry"),
        Who("pig", "", "#00ffff", outline=False, face="love"),
        Who("lion", "", "#10c8e0", doing="wave"),
        Who("=star", "#ffc21a", "#1fe04a", face=""),
        Who("=heart", "#e8203c", "#00f018", face=""),
        Who("goblin", "", "#d91ad9", outline=False, doing="hold"),
        Who("ghost", "", "#17e017", outline=False, face="scared"),
    ),
    Kind.HOLES: (
        Who("=mug", "#d8402c", "#00ff00"),
        Who("=donut", "#ff7ab8", "#12d43a"),
        Who("=akimbo", "#6a4cff", "#00e020"),
        Who("=chain", "#ffb31a", "#1a3cf0"),
        Who("=fence", "#b4743c", "#00ff00"),
        Who("=glasses", "#1a1a22", "#e815c8"),
        Who("=mug", "#2f8f5b", "#ff00ff"),
        Who("=akimbo", "#f0f0f4", "#0a30ff"),
        Who("=donut", "#7a4a2a", "#00ffff"),
    ),
    Kind.HAIR: (
        Who("~1-2", "#c0392b", "#00ff00"),
        Who("~1-4", "#f4efe6", "#00d838"),
        Who("~2-4", "#20181c", "#12d43a"),
        Who("~1-3", "#e8b04a", "#0a20ff"),
        Who("~2-4", "#3f9a4b", "#ff00ff"),
        Who("~1-4", "#8c5a34", "#00ff00"),
        Who("~1-2", "#ff8fc0", "#16e02e"),
        Who("~3-4", "#6fb7e8", "#e815c8"),
    ),
    Kind.GRADIENT: (
        Who("bunny", "", "#00e020", face="wink"),
        Who("raccoon", "", "#12d43a", outline=False),
        Who("alien", "", "#e815c8", face="shocked"),
        Who("unicorn", "", "#00c838", outline=False),
        Who("bee", "", "#1a3cf0", doing="wave"),
        Who("shark", "", "#ff20e0", outline=False, face="rage"),
        Who("octopus", "", "#10d810", worn="party hat"),
        Who("skull", "", "#d820d8", outline=False),
        Who("=heart", "#ff4f7d", "#00d0e8"),
        Who("=mug", "#f2c230", "#1438e8"),
    ),
    Kind.SHADOW: (
        Who("hamster", "", "#00ff00", face="laugh"),
        Who("wolf", "", "#12d43a", outline=False, face="smug"),
        Who("zombie", "", "#ff00ff", doing="lurk"),
        Who("cow", "", "#00c030", outline=False),
        Who("devil", "", "#00e8f0", face="smug"),
        Who("koala", "", "#e815c8", outline=False, face="sleepy"),
        Who("monkey", "", "#1a3cf0", worn="sunglasses"),
        Who("robot", "", "#20e020", outline=False),
        Who("=star", "#ff9a1a", "#0a40ff"),
        Who("=akimbo", "#d84a8c", "#00f028"),
    ),
    Kind.WHITE_KEY: (
        Who("panda", "", "#ffffff"),
        Who("axolotl", "", "#ffffff", face="rage"),
        Who("ghost", "", "#fafafa", outline=False),
        Who("fox", "", "#f4f4f6", outline=False, doing="wave"),
        Who("bunny", "", "#ededf0"),
        Who("cat", "#2e2a3a", "#ffffff", outline=False),
        Who("skull", "", "#e4e4e8", outline=False),
        Who("=heart", "#e8203c", "#ffffff"),
        Who("penguin", "", "#d8d8dc"),
        Who("=mug", "#f0f0f4", "#fcfcfc"),
    ),
    Kind.NEAR_KEY: (
        Who("frog", "#1fd048", "#12d43a", outline=False),
        Who("slime", "#18e018", "#00f018", outline=False),
        Who("dragon", "#10b83a", "#00b140", outline=False, face="rage"),
        Who("pig", "#f03ce0", "#ff30f0", outline=False),
        Who("octopus", "#e020d0", "#e815c8", outline=False),
        Who("shark", "#1c48e8", "#1a3cf0", outline=False),
        Who("=blob", "#20c840", "#1ed23c"),
        Who("=blob", "#10c0d8", "#10c8e0"),
        Who("frog", "#14d23c", "#12d43a"),
        Who("slime", "#ff30f0", "#f820f0", face="laugh"),
    ),
    Kind.CHECKERBOARD: (
        Who("axolotl", "", "255 204 16", face="rage"),
        Who("frog", "", "255 230 32", outline=False),
        Who("panda", "", "250 218 24"),
        Who("fox", "", "240 200 40", outline=False, doing="wave"),
        Who("ghost", "", "255 191 12"),
        Who("robot", "", "153 102 20", outline=False),
        Who("=heart", "#e8203c", "255 238 28"),
        Who("dragon", "", "245 225 48"),
        Who("penguin", "", "90 60 26", outline=False),
        Who("=mug", "#2f8f5b", "255 204 64"),
    ),
    Kind.NOT_FLAT: (
        Who("fox", "", "sunburst #7c4dff"),
        Who("bear", "", "cozy #ffb020"),
        Who("alien", "", "synthwave #ff4f7d"),
        Who("robot", "", "space #1fa8f5"),
        Who("cat", "", "horror #c02040"),
        Who("axolotl", "", "clouds #20c050 #2060d0", outline=False),
        Who("pig", "", "grass #2fb83c", outline=False),
        Who("owl", "", "bricks #b0402c"),
        Who("tiger", "", "halves #00d840 #1040f0"),
        Who("cow", "", "stripes #ff40a0 #40e0ff"),
    ),
}
