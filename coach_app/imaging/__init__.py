"""Bytes in, exact files out: sizing, encoding, previews. Pictures come in as PNG, none of their metadata goes out."""

from coach_app.imaging.files import make_files, make_preview, make_thumb
from coach_app.imaging.pixels import size_of

__all__ = ["make_files", "make_preview", "make_thumb", "size_of"]
