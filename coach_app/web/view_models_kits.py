"""What the browser may see of brand kits: frozen values, made by `web.presenting_kits` from rows."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KitTileView:
    """One brand kit in the row of kits, with up to three of its colours."""

    id: str
    name: str
    page: str
    meta: str
    colours: list[str]


@dataclass(frozen=True, slots=True)
class SwatchView:
    """One colour of a kit; without `colour` the kit has none in this role, and `suggestion` is what Add puts there."""

    role: str
    label: str
    colour: str
    suggestion: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class PairView:
    """How well words of one role read on the ground of another.

    Where that is hard, `advice` names a role that reads, or `offer` says what a click does: give `role` this `shade`.
    """

    label: str
    words: str
    ground: str
    ratio: str
    is_easy: bool
    verdict: str
    advice: str
    offer: str
    role: str
    shade: str


@dataclass(frozen=True, slots=True)
class LogoView:
    """A place for a logo. `picture_url` is empty while there is none; `ground` is the role of the colour behind it, and
    `hint` says if it has few pixels."""

    kind: str
    label: str
    url: str
    picture_url: str
    alt: str
    ground: str
    hint: str


@dataclass(frozen=True, slots=True)
class PaletteView:
    """Colours by role, as a kit could take them from a picture."""

    label: str
    colours: dict[str, str]


@dataclass(frozen=True, slots=True)
class KitView:
    """The brand kit that is open. `question` asks whether to delete it, `farewell` says what happens then."""

    id: str = ""
    name: str = ""
    is_default: bool = False
    colours: dict[str, str] = field(default_factory=dict)
    primary: list[SwatchView] = field(default_factory=list)
    accents: list[SwatchView] = field(default_factory=list)
    pairs: list[PairView] = field(default_factory=list)
    title_font: str = ""
    text_font: str = ""
    tone: list[str] = field(default_factory=list)
    strength: str = ""
    logos: list[LogoView] = field(default_factory=list)
    palettes: list[PaletteView] = field(default_factory=list)
    logo_url: str = ""
    question: str = ""
    farewell: str = ""
