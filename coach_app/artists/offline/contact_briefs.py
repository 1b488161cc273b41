"""What stands on the contact sheets: the whole kit, and the awkward wishes that a layout has to bear."""

from collections.abc import Mapping
from uuid import UUID

from coach_app.domain.asset_types import Composition
from coach_app.domain.brand_looks import BrandLook, ColourRole, Tone
from coach_app.domain.brief import Brief
from coach_app.domain.fonts import FontName
from coach_app.domain.vocabulary import Accessory, Action, Expression, Scene, Species


def emotes() -> list[Brief]:
    """Return every species with an expression of its own, then each expression, action and accessory."""
    faces = list(Expression)
    kinds = [Brief(subject=kind, expression=faces[place % len(faces)]) for place, kind in enumerate(Species)]
    moods = [Brief(subject="cat", expression=face) for face in Expression]
    doings = [Brief(subject="fox", action=action) for action in Action]
    worn = [Brief(subject="bear", accessories=(item.replace("_", " "),)) for item in Accessory]
    return [*kinds, *moods, *doings, *worn]


BADGES = (
    *(Brief(subject=kind) for kind in Species),
    *(Brief(subject="cat", expression=face) for face in Expression),
    *(Brief(subject="bear", accessories=(item.replace("_", " "),)) for item in Accessory),
    Brief(subject="cat", text="6"),
    Brief(subject="frog", text="12", style="silver medal"),
    Brief(subject="sword", text="1000", style="bronze shield"),
    Brief(subject="fox", expression="raging", style="diamond hexagon", text="GG"),
    Brief(subject="pizza", style="round"),
    Brief(subject="heart", text="100"),
)
PANELS = (
    Brief(text="DONATE", subject="pizza"),
    Brief(text="SCHEDULE", sub_text="Tue Thu Sat - 8pm"),
    Brief(text="ABOUT ME", subject="bunny", expression="cozy"),
    Brief(text="RULES"),
    Brief(text="DISCORD"),
    Brief(text="PC SPECS", palette=("green",)),
    Brief(text="MERCH", palette=("black",)),
    Brief(text="SUBSCRIBE", subject="cat", expression="hype"),
    Brief(text="SOCIALS", subject="fox", action="waving"),
    Brief(text="COFFEE BREAK", subject="bear", action="drinking coffee", mood="cozy"),
    Brief(text="ZORB"),
    Brief(text="ALL THE THINGS I WILL EVER WANT TO TELL"),
    Brief(text="РАСПИСАНИЕ"),
    Brief(text="FAQ", background="white"),
    Brief(text="GAMES", mood="spooky"),
    Brief(subject="axolotl", expression="raging"),
)
_WIDE = (
    Brief(subject="wolf", expression="raging", text="1 VS 5 CLUTCH"),
    Brief(subject="bear", expression="cozy", action="drinking coffee", text="STARDEW DAY ONE", sub_text="cozy farm"),
    *(Brief(subject="cat", text=f"THE {scene}".upper(), background=scene.value) for scene in Scene),
    Brief(subject="llama", text="LLAMA DRAMA"),
)
THUMBNAILS = (*_WIDE, *(Brief(subject="fox", text="LOOK AT THIS", action=action) for action in Action))
BANNERS = (
    Brief(subject="fox", expression="cool", text="CURRENTLY OFFLINE", sub_text="Live Tue Thu Sat - 8pm"),
    Brief(
        subject="cat", expression="cozy", action="drinking coffee", text="BE RIGHT BACK", sub_text="Refilling the mug"
    ),
    Brief(subject="penguin", text="STARTING SOON"),
    Brief(text="OFFLINE"),
    Brief(text="CURRENTLY OFFLINE", sub_text="back on friday"),
    Brief(subject="axolotl", expression="raging", text="BRB"),
    Brief(subject="raccoon", action="lurking", text="GONE LURKING"),
    Brief(subject="owl", text="THE QUIET READING STREAM FOR NIGHT OWLS", sub_text="every night"),
    Brief(subject="goblin", text="СКОРО НАЧНЁМ"),
    *_WIDE,
)
LOOKS = (
    BrandLook(
        kit_id=UUID(int=1),
        name="Sunday Mug",
        colours={
            ColourRole.MAIN: "#f59a3c",
            ColourRole.SECOND: "#5a3423",
            ColourRole.ACCENT: "#d9476b",
            ColourRole.LIGHT: "#fff1dc",
            ColourRole.DARK: "#2a1710",
        },
        title_font=FontName.LILITA_ONE,
        text_font=FontName.CHEWY,
        tone=(Tone.WARM, Tone.PLAYFUL),
    ),
    BrandLook(
        kit_id=UUID(int=2),
        name="Neon Fox",
        colours={ColourRole.MAIN: "#7c2dff", ColourRole.SECOND: "#5ce1ff", ColourRole.ACCENT: "#ff6b1a"},
        title_font=FontName.ORBITRON,
        tone=(Tone.LOUD,),
    ),
    BrandLook(
        kit_id=UUID(int=3),
        name="Charity week",
        colours={ColourRole.MAIN: "#2a9d76", ColourRole.SECOND: "#f4d35e", ColourRole.DARK: "#0d1f22"},
        tone=(Tone.CALM,),
    ),
)
BRANDED: Mapping[Composition, tuple[Brief, Brief]] = {
    Composition.EMOTE: (
        Brief(subject="cat", expression="cozy", action="drinking coffee", text="SIP"),
        Brief(subject="llama"),
    ),
    Composition.BADGE: (Brief(subject="fox"), Brief(subject="cat", text="6")),
    Composition.PANEL: (Brief(text="SCHEDULE", sub_text="tue thu 8pm"), Brief(text="ABOUT ME", subject="cat")),
    Composition.THUMBNAIL: (
        Brief(subject="bear", expression="cozy", text="STARDEW DAY ONE"),
        Brief(subject="wolf", expression="raging", text="1 VS 5 CLUTCH", sub_text="ranked"),
    ),
    Composition.BANNER: (
        Brief(subject="cat", expression="cozy", action="drinking coffee", text="BE RIGHT BACK", sub_text="one moment"),
        Brief(subject="fox", expression="cool", text="CURRENTLY OFFLINE"),
    ),
}
