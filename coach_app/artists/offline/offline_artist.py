"""The artist that is always there: reads the brief, draws the picture for every size, says what it could not do."""

from coach_app.domain.ports import PaintRequest, Picture


class OfflineArtist:
    """Draws with the mascot kit on this machine; the same request always gives the same picture."""

    name = "Built-in artist"
    is_ai = False

    def paint(self, request: PaintRequest) -> Picture:
        """Return the picture, each of `request.sizes` drawn for itself. Raises ArtistMisconfigured without packages."""
        # Imported where it is used: the web process shows this artist's name, but never draws; libvips, numpy and
        # fontTools would cost it 28 MB.
        from coach_app.artists.offline.drawing import draw

        return draw(request)
