"""What a mascot does: each action places body, thing and paws around a head whose chin stands at y = 122."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from coach_app.artists.offline import props
from coach_app.artists.offline.kit import limbs
from coach_app.artists.offline.kit.look import Look
from coach_app.artists.offline.shapes import Group, Nodes, Path, both_sides, line, moved
from coach_app.domain.vocabulary import Action


@dataclass(frozen=True, slots=True)
class Cast:
    """Who does it, with what. `icon` is an icon's name or ""; `tilt` and `is_alternative` come from the variant."""

    look: Look
    icon: str
    accent: str
    tilt: float = 0.0
    is_alternative: bool = False

    def thing(self, size: float) -> Group:
        return props.icon(self.icon, size, self.look.line * 0.85)


@dataclass(frozen=True, slots=True)
class Staging:
    """Layers of an action, back to front; the head stands between `body` and `thing`. `extras` are small things."""

    behind: Nodes = ()
    body: Nodes = ()
    thing: Nodes = ()
    paws: Nodes = ()
    extras: Nodes = ()


def smash(cast: Cast) -> Staging:
    """Both fists come down on it, and it flashes."""
    line_width = cast.look.line
    if cast.icon and cast.icon != "keyboard":
        target: Nodes = (moved((cast.thing(300),), 0, 214, turn=-7 + cast.tilt),)
    else:
        target = (moved(props.keyboard(line_width), 0, 196, turn=-6 + cast.tilt),)
    caps: Nodes = ()
    if cast.icon in ("", "keyboard"):
        caps = tuple(
            moved(props.keycap(letter, line_width), x, y, turn=turn)
            for letter, x, y, turn in (
                ("W", -222, 92, -22),
                ("A", 218, 76, 18),
                ("S", -228, 196, -8),
                ("D", 232, 182, 14),
            )
        )
    fists = (*limbs.fist(cast.look, -118, 132, turn=8), *limbs.fist(cast.look, 118, 126, turn=-12))
    body = limbs.torso(cast.look, 120) if cast.look.clothes else ()
    flash = (moved(props.spikes(line_width, cast.tilt), 0, 178),)
    return Staging(behind=flash, body=body, thing=target, paws=fists, extras=caps)


def drink(cast: Cast) -> Staging:
    look = cast.look
    is_mug = cast.icon in ("", "hot-beverage", "teacup-without-handle")
    thing: Nodes = (moved(props.mug(look.line, cast.accent), 0, 190, scale=0.98),) if is_mug else (
        moved((cast.thing(190),), 0, 186, turn=cast.tilt * 0.7),
    )  # fmt: skip
    paws = (*limbs.paw(look, -84, 196, turn=-18), *limbs.paw(look, 84, 196, turn=18))
    steam: Nodes = (moved(props.steam_wisps(look.line), 0, 190),) if is_mug else ()
    return Staging(body=(*limbs.torso(look, 120), *_bent_arms(look, 84, 196)), thing=thing, paws=paws, extras=steam)


def _bent_arms(look: Look, x: float, y: float) -> Nodes:
    return both_sides(limbs.arm(look, f"M84 138Q{x + 66:.0f} 168 {x + 4:.0f} {y:.0f}", 44))


def hold(cast: Cast) -> Staging:
    look = cast.look
    thing = (moved((cast.thing(196),), 0, 188, turn=cast.tilt),) if cast.icon else ()
    paws = (*limbs.paw(look, -90, 214, turn=-14), *limbs.paw(look, 90, 214, turn=14))
    return Staging(body=(*limbs.torso(look, 120), *_bent_arms(look, 90, 214)), thing=thing, paws=paws)


def play(cast: Cast) -> Staging:
    look = cast.look
    thing = (moved((props.icon(cast.icon or "video-game", 236, look.line * 0.85),), 0, 192, turn=cast.tilt * 0.6),)
    paws = (*limbs.paw(look, -104, 206, turn=-24), *limbs.paw(look, 104, 206, turn=24))
    return Staging(body=(*limbs.torso(look, 120), *_bent_arms(look, 104, 206)), thing=thing, paws=paws)


def cheer(cast: Cast) -> Staging:
    look = cast.look
    arms = both_sides(limbs.arm(look, "M84 150C150 140 196 90 204 14", 50))
    paws = (*limbs.open_paw(look, -206, -2, turn=-14), *limbs.open_paw(look, 206, -2, turn=14))
    return Staging(behind=arms, body=limbs.torso(look, 120), paws=paws, extras=_confetti(look.line))


def _confetti(line_width: float) -> Nodes:
    bits = (
        (-210, -120, "#ffd23d", 20), (-150, -178, "#52d6ff", -30), (206, -124, "#ff5c9a", -24),
        (150, -182, "#7dea6a", 36),
        (-250, 90, "#ff5c9a", 50), (252, 96, "#ffd23d", -46), (-262, -60, "#7dea6a", 70), (264, -66, "#b58bff", 10),
    )  # fmt: skip
    flake = "M-17 -9H17V9H-17Z"
    return tuple(
        moved((Path(flake, fill=colour, stroke="#241a33", stroke_width=line_width * 0.6),), x, y, turn=turn)
        for x, y, colour, turn in bits
    )


def lurk(cast: Cast) -> Staging:
    """Behind a wall or a bush, both paws over the edge."""
    cover = props.bush(cast.look.line) if cast.is_alternative else props.brick_wall(cast.look.line)
    paws = (*limbs.paw(cast.look, -132, 116), *limbs.paw(cast.look, 132, 116))
    return Staging(thing=(moved(cover, 0, 106),), paws=paws)


def wave(cast: Cast) -> Staging:
    look = cast.look
    side = limbs.arm(look, "M84 150C150 150 200 110 206 30", 50)
    paw = limbs.open_paw(look, 208, 10, turn=16 + cast.tilt)
    lines = "M248 -62Q274 -44 280 -12M264 62Q246 84 226 90"
    motion = (Path(lines, stroke="#ffffff", stroke_width=look.line * 1.9), line(lines, look.ink, look.line * 0.8))
    rest = limbs.paw(look, -66, 226, turn=-12)
    low_arm = limbs.arm(look, "M-84 140Q-146 176 -70 226", 44)
    return Staging(behind=side, body=(*limbs.torso(look, 120), *low_arm), paws=(*rest, *paw), extras=motion)


def facepalm(cast: Cast) -> Staging:
    """One paw over an eye."""
    look = cast.look
    over = limbs.arm(look, "M96 236C150 190 140 120 92 52", 54)
    hand = limbs.paw(look, 76, 10, turn=24, size=1.32)
    rest = limbs.paw(look, -66, 226, turn=-12)
    low_arm = limbs.arm(look, "M-84 140Q-146 176 -70 226", 44)
    return Staging(body=(*limbs.torso(look, 120), *low_arm), paws=(*rest, *over, *hand))


ACTIONS: Mapping[Action, Callable[[Cast], Staging]] = {
    Action.SMASH: smash,
    Action.DRINK: drink,
    Action.HOLD: hold,
    Action.PLAY: play,
    Action.CHEER: cheer,
    Action.LURK: lurk,
    Action.WAVE: wave,
    Action.FACEPALM: facepalm,
}
