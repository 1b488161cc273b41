"""Links inside the app change the page without loading it anew."""

import reflex as rx


class PageLink(rx.Component):
    """React Router's link."""

    library = "react-router"
    tag = "Link"
    alias = "PageLink"
    to: rx.Var[str]
