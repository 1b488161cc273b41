"""Lays a thumbnail out: scene, glow, figure in the right third, huge words on the left, vignette."""

from coach_app.artists.offline.fonts import FontName, writable
from coach_app.artists.offline.interpret import Wish
from coach_app.artists.offline.svg import SvgWriter
from coach_app.artists.offline.variants import Pose
from coach_app.artists.offline.figure import accent, layers
from coach_app.artists.offline.kit.look import Detail
from coach_app.artists.offline.lettering import LetterColours, lettering
from coach_app.artists.offline.scenes.sunburst import sunburst
from coach_app.artists.offline.shapes import Group, Nodes, moved


def thumbnail_text(wish: Wish) -> tuple[FontName, str, str]:
    return writable(wish.text.upper(), FontName.BANGERS)


def thumbnail_svg(wish: Wish, pose: Pose, font: FontName, text: str, width_px: int, height_px: int) -> str:
    writer = SvgWriter()
    scene = sunburst(accent(wish, pose), (960, 330), pose.random)
    figure: Nodes = tuple(node for layer in layers(wish, pose, Detail.FULL) for node in layer.nodes)
    placed = (moved(figure, 950, 400, scale=1.4),)
    words = (Group(lettering(text, font, 640, 600, LetterColours(), has_accent=True, is_left=True), x=370, y=360, turn=-4),)
    body = writer.write(scene) + writer.outline(placed, "#ffffff", 9) + writer.write(placed) + writer.write(words)
    return writer.document(body, (0, 0, 1280, 720), width_px, height_px)
