"""What the browser may see: frozen values, made by `web.presenting` from rows."""

from dataclasses import dataclass, field

from coach_app.domain.logos import LogoOptions

VARIATIONS = "variations"
"""The type of a message that stands for several: the pictures of one click."""


@dataclass(frozen=True, slots=True)
class MarkView:
    """One thing that was checked, in words: green or red; `advice` is what helps, or empty."""

    is_met: bool
    said: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class FileView:
    """One use of a file of a picture. `rule` says in words what its platform asks, or what is wrong with it.

    A file that was never made has no urls; `fix` is what a button that mends it says.
    """

    key: str
    label: str
    size: str
    format: str
    weight: str
    is_met: bool
    rule: str
    fix: str
    url: str
    download_url: str


@dataclass(frozen=True, slots=True)
class MenuItemView:
    """One line of the menu of files: what it saves, and a word about it."""

    label: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class SizeView:
    """The picture at `side` px, as people will see it."""

    url: str
    side: int


@dataclass(frozen=True, slots=True)
class AreaView:
    """A part of the picture that platforms keep or cover; the lengths are percentages."""

    label: str
    is_covered: bool
    left: str
    top: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class SlotView:
    """One line of the brief."""

    slot: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class VersionView:
    """One of the `of` pictures that are changes of one another; `number` counts from the oldest."""

    id: str = ""
    number: int = 0
    of: int = 0
    title: str = ""
    thumbnail_url: str = ""
    page: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class AssetView:
    """A picture. `preview_url` shows it; `ground`, `shown` and `ratio` (width by height) are those of its type.

    `chat_url` is its file for chat, `chat_side` px large (empty for what chat does not show), `sizes` are larger ones.
    `versions` is empty where there is but one, and in the thread for all but the newest.
    """

    id: str = ""
    title: str = ""
    type_label: str = ""
    ground: str = "cutout"
    shown: str = "whole"
    is_wide: bool = False
    ratio: float = 1
    width: int = 1
    height: int = 1
    meta: str = ""
    alt: str = ""
    note: str = ""
    artist: str = ""
    model: str = ""
    cost: str = ""
    day: str = ""
    prompt: str = ""
    preview_url: str = ""
    download_url: str = ""
    page: str = ""
    session_page: str = ""
    chat_url: str = ""
    chat_side: int = 0
    sizes: list[SizeView] = field(default_factory=list)
    areas: list[AreaView] = field(default_factory=list)
    file_menu: list[MenuItemView] = field(default_factory=list)
    pack_menu: list[MenuItemView] = field(default_factory=list)
    files: list[FileView] = field(default_factory=list)
    fitting: int = 0
    score: int = 0
    remarks: list[MarkView] = field(default_factory=list)
    brief: list[SlotView] = field(default_factory=list)
    versions: list[VersionView] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class JobView:
    """A generation as its card shows it. `waiting` says what it waits for, `rewrite` is a wish to try after a refusal.

    As of the read: `elapsed_seconds` since the click, `drawing_seconds` since a worker first took it, `rest_seconds`
    until its artist's provider is asked again.
    """

    id: str = ""
    title: str = ""
    meta: str = ""
    is_wide: bool = False
    ratio: float = 1
    is_active: bool = False
    is_cancelable: bool = False
    is_canceled: bool = False
    can_retry: bool = False
    stage: str = ""
    elapsed_seconds: float = 0
    drawing_seconds: float = 0
    rest_seconds: float = 0
    waiting: str = ""
    failure: str = ""
    rewrite: str = ""
    is_rewrite_taken: bool = False


@dataclass(frozen=True, slots=True)
class VariationView:
    """One of several pictures of a click: `type` says whether there is an asset or still a job; `label` is "2 of 4"."""

    id: str
    type: str
    label: str
    job: JobView = field(default_factory=JobView)
    asset: AssetView = field(default_factory=AssetView)


@dataclass(frozen=True, slots=True)
class BatchView:
    """The pictures of one click."""

    title: str = ""
    is_wide: bool = False
    variations: list[VariationView] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MessageView:
    """One entry of the thread; `type` chooses its component in `components.messages`."""

    id: str
    type: str
    text: str = ""
    note: str = ""
    job: JobView = field(default_factory=JobView)
    asset: AssetView = field(default_factory=AssetView)
    batch: BatchView = field(default_factory=BatchView)


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One line under the meter."""

    text: str
    is_done: bool
    question: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """The right column: slots, meter, prompt, and whether the artist is sent it, or draws by the slots alone.

    `is_prompt_edited` says that the prompt is the streamer's own, `has_prompt_aside` that such a one can be put back,
    `ground_left_out` what it should ask for as well.
    """

    slots: list[SlotView] = field(default_factory=list)
    heading: str = ""
    score: int = 0
    is_ready: bool = False
    reasons: list[ReasonView] = field(default_factory=list)
    prompt: str = ""
    is_prompt_sent: bool = False
    is_prompt_edited: bool = False
    has_prompt_aside: bool = False
    ground_left_out: str = ""


@dataclass(frozen=True, slots=True)
class ChatPictureView:
    """A picture to go by."""

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A session as its page shows it, without its messages. `prices` are those of one to four pictures, `spent` is
    empty where nothing was; `fitting` is how many of them the month's caps leave room for, and `fitting_note` says so
    where that is not all; `changing` is the picture that the next one changes, without a number where it is
    the only version; `pictures` are those to go by, `pictures_refusal` says why the artist takes none, where it takes
    none, and `pictures_note` what becomes of those that are there."""

    id: str = ""
    title: str = ""
    type_label: str = ""
    kit_id: str = ""
    prices: list[str] = field(default_factory=list)
    spent: str = ""
    fitting: int = 0
    fitting_note: str = ""
    pictures: list[ChatPictureView] = field(default_factory=list)
    pictures_url: str = ""
    pictures_refusal: str = ""
    pictures_note: str = ""
    can_have_logo: bool = False
    is_ended: bool = False
    is_full: bool = False
    turns_used: int = 0
    turn_limit: int = 0
    is_out_of_turns: bool = False
    suggestions: list[str] = field(default_factory=list)
    newest_wish: str = ""
    is_unanswered: bool = False
    is_coach_writing: bool = False
    has_older: bool = False
    changing: VersionView = field(default_factory=VersionView)


@dataclass(frozen=True, slots=True)
class KitChoiceView:
    """A brand kit to choose. `logos` are the kinds that it has, in their words."""

    id: str
    name: str
    colours: list[str]
    is_default: bool
    logos: list[str]


@dataclass(frozen=True, slots=True)
class RecentView:
    """One row of the rail's Recent list."""

    id: str
    title: str
    page: str
    thumbnail_url: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A session and what belongs to its page. `jobs` are those of its newest generation that have given no picture,
    `asset` is the last that it gave; `logo` is what is on its newest picture."""

    thread: ThreadView
    messages: list[MessageView]
    brief: BriefView
    jobs: list[JobView]
    asset: AssetView | None
    wish_count: int
    recent: list[RecentView]
    kits: list[KitChoiceView]
    logo: LogoOptions | None
