"""What sends pictures to the API: the Python side of uploading.jsx, which the others take their sending from."""

import reflex as rx

from coach_app.domain.logos import MAX_LOGO_BYTES

rx.asset("uploading.jsx", shared=True)
# Said before a byte is sent; the server says the same of what comes anyway.
_TOO_LARGE = f"That file has more than {MAX_LOGO_BYTES // 1_000_000} MB. Save it smaller and try once more."


class Upload(rx.Component):
    """Sends pictures to `url`."""

    url: rx.Var[str]
    accept: rx.Var[str] = rx.Var.create("image/png,image/jpeg,image/webp")
    max_bytes: rx.Var[int] = rx.Var.create(MAX_LOGO_BYTES)
    too_large: rx.Var[str] = rx.Var.create(_TOO_LARGE)
