"""Pictures to go by, in a real browser: picked, dropped, pasted, removed, and the same in every tab."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, JSHandle, Locator, Page, expect

from tests.imaging.corpus import SVG
from tests.journeys.running_app import RunningApp, start_app, stop_app
from tests.provider.server import Provider
from tests.servers import open_data_dir
from tests.use_cases.branding import picture
from tests.use_cases.showing import colour_of, pictures_in
from tests.web.acting import composer, execute, guest_of, session_id, start

ADD = "Add pictures to go by"
# As a file explorer or a screenshot puts it on the clipboard, or a hand into a drop.
_TRANSFER = """([files, words]) => {
    const transfer = new DataTransfer();
    for (const [name, kind, bytes] of files)
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type: kind }));
    if (words) transfer.setData("text/plain", words);
    return transfer;
}"""


@pytest.fixture(scope="module")
def seeing_product(built_page: None, provider: Provider) -> Iterator[RunningApp]:
    """The product with a key, whose Nano Banana is the scripted server, with sessions of two turns."""
    with open_data_dir() as folder:
        running = start_app(
            folder / "data",
            GEMINI_API_KEY="canary",
            GEMINI_BASE_URL=provider.url,
            COACH_COACH="built-in",
            COACH_GUESTS_MAY_SPEND="true",
            COACH_TURN_LIMIT="2",
        )
        yield running
        stop_app(running.process)


@pytest.fixture
def page(browser: Browser, seeing_product: RunningApp) -> Iterator[Page]:
    """A guest's session whose artist goes by pictures."""
    with guest_of(browser, seeing_product) as made:
        start(made)
        yield made


def thumbnails(page: Page) -> Locator:
    return page.get_by_role("list", name="Pictures to go by").get_by_role("img")


def kept(page: Page, count: int) -> None:
    """Wait until so many pictures are attached and none is on its way."""
    expect(page.get_by_role("list", name="Pictures to go by").get_by_role("button")).to_have_count(count)
    expect(thumbnails(page)).to_have_count(count)


def pick(page: Page, *data: bytes, media_type: str = "image/png") -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=ADD).click()
    files: list[FilePayload] = [{"name": "picture", "mimeType": media_type, "buffer": one} for one in data]
    chooser.value.set_files(files)


def transfer(page: Page, *data: bytes, words: str = "") -> JSHandle:
    files = [["picture.png", "image/png", list(one)] for one in data]
    return page.evaluate_handle(_TRANSFER, [files, words])


def paste(page: Page, *data: bytes, words: str = "") -> bool:
    """Paste into the composer; return whether the browser goes on to paste what is there as text."""
    goes_on: bool = composer(page).evaluate(
        """(field, clipboardData) => field.dispatchEvent(
            new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))""",
        transfer(page, *data, words=words),
    )
    return goes_on


def alert(page: Page) -> Locator:
    return page.locator(".composer").get_by_role("alert")


def test_pictures_are_picked_kept_and_sent_with_the_wish(page: Page, provider: Provider) -> None:
    pick(page, picture("#ff0000"), picture("#0000ff"))
    kept(page, 2)
    expect(page.get_by_text("The next pictures go by these")).to_be_visible()
    expect(page.get_by_text("Goes by the 2 pictures in the chat")).to_be_visible()
    prompt = page.locator(".prompt").first
    expect(prompt).to_contain_text("Go by the 2 pictures sent with this")
    read = prompt.inner_text()
    page.reload()
    kept(page, 2)
    provider.seen.clear()
    page.get_by_role("button", name="Generate now").first.click()
    expect(page.get_by_role("link", name="Download")).to_have_count(1)
    (call,) = provider.seen
    assert [colour_of(png) for png in pictures_in(call)] == ["#ff0000", "#0000ff"]
    assert call.json["contents"][0]["parts"][0]["text"] == read
    kept(page, 2)


def test_a_picture_comes_and_goes_in_every_tab(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    pick(page, picture("#ff0000"))
    kept(page, 1)
    kept(other, 1)
    other.get_by_role("button", name="Remove picture 1").click()
    expect(thumbnails(page)).to_have_count(0)
    expect(thumbnails(other)).to_have_count(0)
    expect(other.get_by_role("button", name=ADD)).to_be_focused()
    expect(page.locator(".prompt").first).not_to_contain_text("sent with this")


def test_files_can_be_dropped_on_the_conversation_and_on_nothing_else(page: Page) -> None:
    dragged = transfer(page, picture("#ff0000"))
    target = page.get_by_text("Drop pictures to go by")
    page.locator(".thread").dispatch_event("dragover", {"dataTransfer": dragged})
    expect(target).to_be_visible()
    page.locator(".thread").dispatch_event("drop", {"dataTransfer": dragged})
    expect(target).to_have_count(0)
    kept(page, 1)
    outside = page.locator(".brief-scroll")
    is_opened = outside.evaluate(
        """(panel, dataTransfer) => panel.dispatchEvent(
            new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }))""",
        transfer(page, picture("#0000ff")),
    )
    assert not is_opened
    kept(page, 1)


def test_words_that_are_dragged_are_no_pictures(page: Page) -> None:
    page.locator(".thread").dispatch_event("dragover", {"dataTransfer": transfer(page, words="hello")})
    expect(page.get_by_text("Drop pictures to go by")).to_have_count(0)


def test_a_picture_is_pasted_and_words_paste_as_ever(page: Page) -> None:
    assert paste(page, words="hello")
    # What an office program copies: the words, and a picture of them.
    assert paste(page, picture("#ff0000"), words="hello")
    assert not paste(page, picture("#ff0000"))
    kept(page, 1)


def test_what_is_typed_stays_while_pictures_come(page: Page) -> None:
    composer(page).fill("like this one")
    assert not paste(page, picture("#ff0000"))
    kept(page, 1)
    expect(composer(page)).to_have_value("like this one")


def test_a_wrong_file_says_why_and_leaves_the_others(page: Page) -> None:
    pick(page, picture("#ff0000"))
    kept(page, 1)
    pick(page, SVG, media_type="image/svg+xml")
    expect(alert(page)).to_have_text(re.compile("^SVG files can carry scripts"))
    kept(page, 1)
    pick(page, bytes(10_000_001))
    expect(alert(page)).to_have_text(re.compile("^That file has more than 10 MB."))
    alert(page).get_by_role("button", name="Dismiss").click()
    expect(alert(page)).to_have_count(0)


def test_of_four_pictures_three_are_taken(page: Page) -> None:
    pick(page, *[picture(colour) for colour in ("red", "lime", "blue", "pink")])
    kept(page, 3)
    expect(alert(page)).to_have_text("The artist takes 3 pictures at a time. Remove one to add another.")
    page.get_by_role("button", name="Remove picture 2").click()
    kept(page, 2)
    expect(alert(page)).to_have_count(0)


def test_a_picture_shows_how_much_of_it_has_gone_out(page: Page) -> None:
    with page.expect_request("**/pictures"):
        page.route("**/pictures", lambda _: None)
        pick(page, picture("#ff0000"))
    expect(page.get_by_role("progressbar", name="Sending picture 1")).to_be_visible()
    expect(thumbnails(page)).to_have_count(1)
    page.unroute("**/pictures")


def test_a_picture_that_does_not_arrive_says_so(page: Page) -> None:
    page.route("**/pictures", lambda route: route.abort())
    pick(page, picture("#ff0000"))
    expect(alert(page)).to_have_text(re.compile("^That didn’t arrive."))
    expect(thumbnails(page)).to_have_count(0)


def test_pictures_can_be_removed_after_the_last_turn(page: Page) -> None:
    pick(page, picture("#ff0000"), picture("#0000ff"))
    kept(page, 2)
    composer(page).fill("make it blue")
    composer(page).press("Enter")
    expect(page.get_by_text("That was the last turn.")).to_be_visible()
    kept(page, 2)
    page.get_by_role("button", name="Remove picture 1").click()
    kept(page, 1)
    expect(page.get_by_text("Goes by the picture in the chat")).to_be_visible()


def test_another_session_has_pictures_of_its_own(page: Page) -> None:
    pick(page, picture("#ff0000"))
    kept(page, 1)
    first = page.url
    page.get_by_role("link", name="New session").first.click()
    page.wait_for_url("**/coach")
    start(page, "a happy cat")
    expect(thumbnails(page)).to_have_count(0)
    page.goto(first)
    kept(page, 1)


def test_an_artist_that_cannot_see_says_so_and_is_sent_nothing(guest_page: Page) -> None:
    start(guest_page)
    sent: list[str] = []
    guest_page.on("request", lambda request: sent.append(request.url) if "/pictures" in request.url else None)
    said = "The built-in artist goes by words alone, so it can't use pictures. Tell the coach what yours shows."
    for offer in (
        lambda: guest_page.get_by_role("button", name=ADD).click(),
        lambda: paste(guest_page, picture("#ff0000")),
        lambda: guest_page.locator(".thread").dispatch_event(
            "drop", {"dataTransfer": transfer(guest_page, picture("#ff0000"))}
        ),
    ):
        offer()
        expect(alert(guest_page)).to_have_text(said)
        alert(guest_page).get_by_role("button", name="Dismiss").click()
        expect(alert(guest_page)).to_have_count(0)
    assert sent == []


def test_pictures_are_said_to_be_left_out_by_an_artist_that_cannot_see(guest_page: Page, product: RunningApp) -> None:
    start(guest_page)
    key = f"chat-pictures/{session_id(guest_page)}.png"
    # Attached while another artist was at work.
    execute(product, "INSERT INTO uploaded_files (key, stage) VALUES (%s, 'kept')", key)
    execute(
        product,
        "INSERT INTO chat_pictures (user_id, coach_session_id, key, sha256, width_px, height_px, bytes, position) "
        "SELECT user_id, id, %s, '', 64, 64, 1, 0 FROM coach_sessions WHERE id = %s",
        key,
        session_id(guest_page),
    )
    guest_page.reload()
    expect(guest_page.get_by_text("The next pictures go without this one")).to_be_visible()
    expect(guest_page.get_by_text("Goes by words alone, without the picture in the chat")).to_be_visible()
    guest_page.get_by_role("button", name="Remove picture 1").click()
    expect(thumbnails(guest_page)).to_have_count(0)


def test_it_all_fits_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    pick(page, *[picture(colour) for colour in ("red", "lime", "blue")])
    kept(page, 3)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width == 360
    field = composer(page).bounding_box()
    assert field is not None
    assert field["width"] > 220
