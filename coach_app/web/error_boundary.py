"""What is shown when the page itself breaks: our own words, no traceback."""

import reflex as rx
from reflex_components_core.base.error_boundary import ErrorBoundary


def error_boundary(_is_stateful: bool) -> rx.Component:
    """Return the wrap around every page; the details go to the browser's console and nowhere else."""
    words = rx.el.main(
        rx.el.h1("Something broke on this page."),
        rx.el.p("Nothing is lost. Load it again to go on."),
        rx.el.a("Load again", href="", reload_document=True, class_name="button primary"),
        class_name="blank alone",
    )
    return ErrorBoundary.create(fallback_render=rx.Var.create(words), on_error=rx.noop())
