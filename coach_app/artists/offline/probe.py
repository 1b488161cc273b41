"""Draws shapes small, to see how much room they take."""

from coach_app.artists.offline.render import Extent, View, extent, rasterise
from coach_app.artists.offline.shapes import Nodes
from coach_app.artists.offline.svg import SvgWriter

_VIEW: View = (-420.0, -420.0, 840.0, 840.0)
_PX = (210, 210)


def extent_of(nodes: Nodes) -> Extent:
    """Return the box that a figure around the origin inks, in its own units."""
    writer = SvgWriter()
    body = writer.write(nodes)
    return extent(rasterise(writer.document(body, _VIEW, *_PX)), _VIEW)
