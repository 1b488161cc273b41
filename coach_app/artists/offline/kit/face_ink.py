"""The colours and line weight that a face is drawn with: ink on skin, or light on a robot's screen."""

from dataclasses import dataclass

from coach_app.artists.offline.kit.look import Detail, Look
from coach_app.artists.offline.palette import lighter


@dataclass(frozen=True, slots=True)
class FaceInk:
    """`iris` glows at the foot of a dark eye; `is_ringed` eyes have a white round them, for faces dark about the eyes;
    `lid` draws what is shut there."""

    line: str
    width: float
    iris: str
    detail: Detail
    is_ringed: bool = False
    is_screen: bool = False
    white: str = "#ffffff"
    lid: str = ""
    mouth: str = "#6d1535"
    tongue: str = "#ff7390"

    @property
    def has_fine_detail(self) -> bool:
        return self.detail is Detail.FULL


def face_ink(look: Look, iris: str, *, is_ringed: bool, is_screen: bool) -> FaceInk:
    if is_screen:
        glow = "#4df3ff"
        return FaceInk(
            glow,
            look.line * 0.95,
            glow,
            look.detail,
            is_screen=True,
            lid=glow,
            mouth=glow,
            tongue="#d7fdff",
            white=glow,
        )
    line = lighter(look.ink, -0.02)
    mouth = "#b3173f" if look.detail <= Detail.FACE else "#6d1535"
    return FaceInk(line, look.line, iris, look.detail, is_ringed, lid="#fdfdff" if is_ringed else line, mouth=mouth)
