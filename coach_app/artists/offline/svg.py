"""Writes shapes as SVG. Only this module makes markup; every text in it comes from the kit, never from a user."""

import re

from coach_app.artists.offline.curves import number
from coach_app.artists.offline.shapes import Fill, Gradient, Group, Markup, Node, Nodes, Path


class SvgWriter:
    """Collects gradients and clips while it writes; `document` puts them first."""

    def __init__(self) -> None:
        self._definitions: dict[Gradient | str, str] = {}
        self._definition_markup: list[str] = []
        self._icons = 0

    def write(self, nodes: Nodes) -> str:
        return "".join(self._node(node) for node in nodes)

    def outline(self, nodes: Nodes, colour: str, width: float) -> str:
        """Return the shapes in one colour, grown by `width` on all sides."""
        body = "".join(_outline(node, width * 2, 1.0) for node in nodes)
        return f'<g fill="{colour}" stroke="{colour}" stroke-linejoin="round" stroke-linecap="round">{body}</g>'

    def clipped(self, body: str, clip: str) -> str:
        """Return what has been written, cut off at a path."""
        return f'<g clip-path="url(#{self._clip_id(clip)})">{body}</g>'

    def document(self, body: str, view: tuple[float, float, float, float], width_px: int, height_px: int) -> str:
        box = " ".join(f"{part:.3f}" for part in view)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{box}" '
            f'width="{width_px}" height="{height_px}"><defs>{"".join(self._definition_markup)}</defs>'
            f'<g stroke-linejoin="round" stroke-linecap="round">{body}</g></svg>'
        )

    def _node(self, node: Node) -> str:
        if isinstance(node, Path):
            return self._path(node)
        if isinstance(node, Markup):
            return self._markup(node)
        opening = f"<g{_transform(node)}"
        if node.opacity < 1:
            opening += f' opacity="{node.opacity:.2f}"'
        inner = self.write(node.children)
        if node.clip:
            inner = self.clipped(inner, node.clip)
        return f"{opening}>{inner}</g>"

    def _path(self, path: Path) -> str:
        attributes = f'd="{path.d}" fill="{self._fill(path.fill)}"'
        if path.stroke != "none":
            attributes += f' stroke="{path.stroke}" stroke-width="{number(path.stroke_width)}"'
        if path.opacity < 1:
            attributes += f' opacity="{path.opacity:.2f}"'
        return f"<path {attributes}/>"

    def _markup(self, icon: Markup) -> str:
        self._icons += 1
        body = with_own_ids(icon.body, f"i{self._icons}-")
        if not icon.stroke_width:
            return body
        ring = with_own_ids(icon.body, f"o{self._icons}-")
        return f'<g stroke="{icon.stroke}" stroke-width="{number(icon.stroke_width * 2)}">{ring}</g>{body}'

    def _fill(self, fill: Fill) -> str:
        if isinstance(fill, str):
            return fill
        if fill not in self._definitions:
            self._definitions[fill] = f"g{len(self._definitions)}"
            self._definition_markup.append(_gradient(fill, self._definitions[fill]))
        return f"url(#{self._definitions[fill]})"

    def _clip_id(self, data: str) -> str:
        if data not in self._definitions:
            self._definitions[data] = f"c{len(self._definitions)}"
            self._definition_markup.append(f'<clipPath id="{self._definitions[data]}"><path d="{data}"/></clipPath>')
        return self._definitions[data]


def with_own_ids(body: str, prefix: str) -> str:
    """Return an icon's markup with every id prefixed: two icons in one document would share their gradients."""
    return (
        body.replace('id="', f'id="{prefix}').replace("url(#", f"url(#{prefix}").replace('href="#', f'href="#{prefix}')
    )


_PAINT = re.compile(r' (?:fill|fill-opacity|opacity|stroke|stroke-width|filter|clip-path|mask|style)="[^"]*"')
_DEFINITIONS = re.compile(r"<(defs|filter|clipPath|mask|linearGradient|radialGradient)\b.*?</\1>", re.DOTALL)


def _colourless(body: str) -> str:
    """Return an icon's shapes without paint of their own: they take colour and line from the group around them."""
    return _PAINT.sub("", _DEFINITIONS.sub("", body))


def _gradient(gradient: Gradient, name: str) -> str:
    stops = "".join(
        f'<stop offset="{offset:.3f}" stop-color="{colour}" stop-opacity="{opacity:.2f}"/>'
        for offset, colour, opacity in gradient.stops
    )
    if gradient.is_radial:
        circle = f'cx="{gradient.x1}" cy="{gradient.y1}" r="{gradient.x2}"'
        return f'<radialGradient id="{name}" {circle}>{stops}</radialGradient>'
    ends = f'x1="{gradient.x1}" y1="{gradient.y1}" x2="{gradient.x2}" y2="{gradient.y2}"'
    return f'<linearGradient id="{name}" {ends}>{stops}</linearGradient>'


def _transform(group: Group) -> str:
    steps = []
    if group.x or group.y:
        steps.append(f"translate({number(group.x)} {number(group.y)})")
    if group.turn:
        steps.append(f"rotate({number(group.turn)})")
    if group.skew:
        steps.append(f"skewX({number(group.skew)})")
    if group.is_mirrored or group.scale != 1:
        across = -group.scale if group.is_mirrored else group.scale
        steps.append(f"scale({across:.4f} {group.scale:.4f})")
    return f' transform="{" ".join(steps)}"' if steps else ""


def _outline(node: Node, width: float, scale: float) -> str:
    """Write silhouettes; the line's width is kept the same inside scaled groups."""
    if isinstance(node, Group):
        inner = "".join(_outline(child, width, scale * node.scale) for child in node.children)
        return f"<g{_transform(node)}>{inner}</g>" if inner else ""
    if isinstance(node, Markup):
        return f'<g stroke-width="{number(width / scale + node.stroke_width * 2)}">{_colourless(node.body)}</g>'
    if not node.has_outline:
        return ""
    line = node.stroke_width if node.stroke != "none" else 0.0
    fill = ' fill="none"' if node.fill == "none" else ""
    return f'<path d="{node.d}"{fill} stroke-width="{number(width / scale + line)}"/>'
