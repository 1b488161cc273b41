"""One picture: large, with its files, its brief and its prompt."""

import reflex as rx

from coach_app.domain.asset_types import Ground, Shown
from coach_app.web import routes
from coach_app.web.components.browser_parts import CopyButton
from coach_app.web.components.buttons import button, download_button, icon_button
from coach_app.web.components.confirming import confirm_card
from coach_app.web.components.counting import count
from coach_app.web.components.exports_menu import exports_menu
from coach_app.web.components.icons import icon
from coach_app.web.components.marks import mark_line
from coach_app.web.components.not_here import not_here
from coach_app.web.components.picture import area, as_people_see_it, lens_switch
from coach_app.web.components.shell import page_header, shell
from coach_app.web.components.versions import versions_to_open
from coach_app.web.state.library_state import AssetState
from coach_app.web.view_models import FileView, SlotView

_asset = AssetState.shown_asset
_DELETE = "delete-picture"
_GROUNDS = (("Clear", "clear"), ("Dark", "dark"), ("Light", "light"))


def asset_page() -> rx.Component:
    return shell(
        rx.match(
            AssetState.asset_phase,
            ("missing", not_here()),
            ("ready", rx.fragment(_header(), rx.el.div(_left(), _right(), class_name="asset-page"))),
            _skeleton(),
        ),
        current="Library",
    )


def _header() -> rx.Component:
    return page_header(
        rx.el.a(icon("images"), rx.el.span("Library"), href=routes.LIBRARY, class_name="crumb"),
        icon("chevron-right", 14),
        rx.el.h1(_asset.title),
        rx.el.span(_asset.type_label, class_name="tag"),
        actions=rx.el.div(
            rx.cond(
                _asset.session_page != "",
                button(
                    icon("pencil"),
                    rx.el.span("Make a change"),
                    on_click=AssetState.change_asset,
                    aria_label="Make a change",
                    title="Make a change",
                ),
            ),
            icon_button("trash-2", "Delete picture", custom_attrs={"popoverTarget": _DELETE}),
            download_button(_asset.download_url, is_primary=True),
            confirm_card(
                _DELETE,
                "Delete this picture?",
                "All its files go for good. The session keeps a note in its place.",
                deed="Delete picture",
                on_click=AssetState.delete_asset,
            ),
            class_name="page-actions",
        ),
    )


def _left() -> rx.Component:
    return rx.el.div(
        rx.cond(
            AssetState.asset_error != "",
            rx.el.div(icon("circle-x"), AssetState.asset_error, class_name="notice", role="alert"),
        ),
        rx.el.figure(
            rx.el.img(
                src=_asset.preview_url,
                alt=_asset.alt,
                width=_asset.width,
                height=_asset.height,
            ),
            rx.el.div(rx.foreach(_asset.areas, area), class_name="lens"),
            rx.cond(_asset.ground == Ground.CUTOUT.value, _grounds()),
            class_name=f"large {_asset.ground}",
        ),
        lens_switch(_asset),
        rx.cond(_asset.note != "", rx.el.p(_asset.note, class_name="asset-note")),
        rx.el.p(
            rx.cond(
                _asset.session_page != "",
                rx.fragment("From ", rx.el.a("its session", href=_asset.session_page, class_name="text-link"), " · "),
            ),
            f"Drawn by {_asset.artist}",
            rx.cond(_asset.model != "", f" ({_asset.model})", ""),
            f", {_asset.day}",
            rx.cond(_asset.cost != "", f", for {_asset.cost}", ""),
            class_name="asset-origin",
        ),
        class_name="asset-left",
    )


def _grounds() -> rx.Component:
    return rx.el.div(
        *(
            rx.el.label(rx.el.input(type="radio", name="ground", value=value, default_checked=value == "clear"), label)
            for label, value in _GROUNDS
        ),
        role="radiogroup",
        aria_label="Ground behind the picture",
        class_name="grounds",
    )


def _right() -> rx.Component:
    return rx.el.div(
        versions_to_open(_asset),
        _how_it_reads(),
        rx.el.section(
            rx.el.div(rx.el.h2("Files"), _fitting(), exports_menu(_asset), class_name="prompt-line"),
            rx.el.ul(rx.foreach(_asset.files, _file), class_name="files"),
            class_name="card-box",
        ),
        rx.el.section(
            rx.el.h2("Brief"),
            rx.el.dl(rx.foreach(_asset.brief, _slot), class_name="brief-chips"),
            class_name="card-box",
        ),
        rx.el.section(
            rx.el.div(
                rx.el.h2("Prompt"),
                CopyButton.create(
                    text=_asset.prompt, label="Copy the prompt", icon=icon("copy"), done_icon=icon("check")
                ),
                class_name="prompt-line",
            ),
            rx.el.p(_asset.prompt, class_name="asset-prompt"),
            class_name="card-box",
        ),
        class_name="asset-right",
    )


def _how_it_reads() -> rx.Component:
    """How the picture does where people will see it."""
    return rx.cond(
        _asset.shown != Shown.WHOLE.value,
        rx.el.section(
            rx.el.div(
                rx.el.h2("As people see it"),
                rx.cond(
                    count(_asset.remarks) > 0,
                    rx.el.span(rx.el.b(_asset.score), " / 100 readable", class_name="meter-score"),
                ),
                class_name="prompt-line",
            ),
            as_people_see_it(_asset),
            rx.el.ul(rx.foreach(_asset.remarks, mark_line), class_name="marks remarks"),
            class_name="card-box",
        ),
    )


def _file(file: FileView) -> rx.Component:
    return rx.el.li(
        rx.cond(file.url != "", rx.el.img(src=file.url, alt="", width="20", height="20"), rx.el.span()),
        rx.el.span(file.label, class_name="file-label"),
        rx.el.span(file.size, class_name="file-size"),
        rx.el.span(file.format, class_name="file-format"),
        rx.el.span(file.weight, class_name="file-weight"),
        rx.el.span(rx.cond(file.is_met, icon("circle-check"), icon("circle-x")), file.rule, class_name="file-rule"),
        rx.cond(file.is_met, _save(file), _fix(file)),
        class_name=rx.cond(file.is_met, "", "missed"),
        key=file.key,
    )


def _save(file: FileView) -> rx.Component:
    return rx.el.a(
        icon("download"),
        href=file.download_url,
        download=True,
        reload_document=True,
        class_name="icon-button",
        aria_label=f"Save {file.label} {file.size}",
        title=f"Save {file.label} {file.size}",
    )


def _fix(file: FileView) -> rx.Component:
    return button(
        file.fix,
        on_click=AssetState.fix_files,
        disabled=AssetState.is_fixing,
        aria_label=f"{file.fix}: {file.label} {file.size}",
    )


def _fitting() -> rx.Component:
    missed = count(_asset.files) - _asset.fitting
    return rx.el.span(
        rx.el.span(icon("circle-check", 14), _asset.fitting, " fit", class_name="mark-met"),
        rx.cond(
            missed > 0,
            rx.el.span(
                icon("circle-x", 14), missed, rx.cond(missed == 1, " doesn’t", " don’t"), class_name="mark-missed"
            ),
        ),
        class_name="marks fitting",
    )


def _slot(slot: SlotView) -> rx.Component:
    return rx.el.div(
        rx.el.dt(slot.label),
        rx.el.dd(slot.value, class_name=rx.cond((slot.slot == "text") | (slot.slot == "kit"), "literal", "")),
        key=slot.slot,
    )


def _skeleton() -> rx.Component:
    return rx.el.div(
        rx.el.div(class_name="bone large-bone"),
        rx.el.div(class_name="bone files-bone"),
        class_name="asset-page skeleton",
        custom_attrs={"aria-hidden": "true"},
    )
