"""What the browser may see: frozen values, made by `web.presenting` from rows."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FileView:
    """One downloadable file of a picture; `rule` is what its platform asks, in words."""

    name: str
    label: str
    size: str
    format: str
    weight: str
    rule: str
    url: str
    download_url: str


@dataclass(frozen=True, slots=True)
class SlotView:
    """One line of the brief."""

    slot: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class AssetView:
    """A picture. `preview_url` shows it, the numbered urls are its chat sizes (empty for wide pictures)."""

    id: str = ""
    title: str = ""
    type_label: str = ""
    is_cutout: bool = True
    width: int = 1
    height: int = 1
    meta: str = ""
    alt: str = ""
    note: str = ""
    artist: str = ""
    day: str = ""
    prompt: str = ""
    preview_url: str = ""
    download_url: str = ""
    page: str = ""
    session_page: str = ""
    url_28: str = ""
    url_56: str = ""
    url_112: str = ""
    files: list[FileView] = field(default_factory=list)
    brief: list[SlotView] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class JobView:
    """A generation as its card shows it. `waiting` says what it waits for.

    As of the read: `elapsed_seconds` since the click, `drawing_seconds` since a worker first took it.
    """

    id: str = ""
    title: str = ""
    meta: str = ""
    is_cutout: bool = True
    is_active: bool = False
    is_cancelable: bool = False
    is_canceled: bool = False
    can_retry: bool = False
    stage: str = ""
    elapsed_seconds: float = 0
    drawing_seconds: float = 0
    waiting: str = ""
    failure: str = ""


@dataclass(frozen=True, slots=True)
class MessageView:
    """One entry of the thread; `type` chooses its component in `components.messages`."""

    id: str
    type: str
    text: str = ""
    job: JobView = field(default_factory=JobView)
    asset: AssetView = field(default_factory=AssetView)


@dataclass(frozen=True, slots=True)
class ReasonView:
    """One line under the meter."""

    text: str
    is_done: bool
    question: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """The right column: slots, meter, prompt."""

    slots: list[SlotView] = field(default_factory=list)
    heading: str = ""
    score: int = 0
    is_ready: bool = False
    reasons: list[ReasonView] = field(default_factory=list)
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A session as its page shows it, without its messages."""

    id: str = ""
    title: str = ""
    type_label: str = ""
    is_cutout: bool = True
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


@dataclass(frozen=True, slots=True)
class RecentView:
    """One row of the rail's Recent list."""

    id: str
    title: str
    page: str
    thumbnail_url: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A session and what belongs to its page. `job` and `asset` are of its newest generation."""

    thread: ThreadView
    messages: list[MessageView]
    brief: BriefView
    job: JobView | None
    asset: AssetView | None
    wish_count: int
    recent: list[RecentView]
