"""What streamers write for panels, badges, banners and the like: their usual words, frames and small lines."""

import pytest

from coach_app.domain.brief import Brief
from tests.coaches.conversing import Talk

PANEL_WISHES: list[tuple[str, dict[str, object]]] = [
    ("donate panel with a pizza", {"text": "DONATE", "subject": "pizza"}),
    ("a schedule panel", {"text": "SCHEDULE"}),
    ("about me panel", {"text": "ABOUT ME"}),
    ("make me an about me panel with a sleepy cat", {"text": "ABOUT ME", "subject": "cat", "expression": "sleepy"}),
    ("panel for my socials", {"text": "SOCIALS"}),
    ("discord panel, purple", {"text": "DISCORD", "colour": "purple"}),
    ("purple donate panel with a fox", {"text": "DONATE", "subject": "fox", "palette": ("purple",)}),
    ("DONATE", {"text": "DONATE"}),
    ("chat rules", {"text": "CHAT RULES"}),
    ("rules with an angry owl", {"text": "RULES", "subject": "owl", "expression": "angry"}),
    ("my pc specs panel with a computer", {"text": "PC SPECS", "subject": "computer"}),
    ("a panel that says TIP ME, with a smug raccoon", {"text": "TIP ME", "subject": "raccoon", "expression": "smug"}),
    ("schedule panel that says WHEN I STREAM", {"text": "WHEN I STREAM"}),
    ("panel for subs with the text 'join us'", {"text": "join us"}),
    ("i need a faq panel pls", {"text": "FAQ"}),
    ("donations panel for minecraft", {"text": "DONATIONS", "game": "Minecraft"}),
    ("a blue panel", {"colour": "blue"}),
    ("panels for schedule, donate and about me", {"text": "SCHEDULE"}),
    ("a fox in a headset for my merch panel", {"subject": "fox", "accessories": ("headset",), "text": "MERCH"}),
    (
        "can you make me a panel for donations? my mascot is a purple axolotl",
        {"text": "DONATIONS", "subject": "axolotl", "colour": "purple"},
    ),
    ("a youtube panel in red", {"text": "YOUTUBE", "colour": "red"}),
    ("sponsors, cozy vibes", {"text": "SPONSORS", "mood": "cozy"}),
]
BADGE_WISHES: list[tuple[str, dict[str, object]]] = [
    ("gold shield badge with my fox", {"style": "gold shield", "subject": "fox"}),
    ("6 month badge", {"text": "6"}),
    ("a one year badge with a crown cat", {"text": "1Y", "subject": "cat", "accessories": ("crown",)}),
    ("twelve month sub badge, silver hex, a dragon", {"text": "12", "style": "silver hex", "subject": "dragon"}),
    ("tier 3 badge", {"text": "T3"}),
    ("mod badge with a sword", {"text": "MOD", "subject": "sword"}),
    ("5000 bits badge with a slime", {"text": "5K", "subject": "slime"}),
    ("a gold fox", {"subject": "fox", "colour": "gold"}),
    ("gold badge with a bear", {"style": "gold", "subject": "bear"}),
    ("bronze medal with a happy frog on it", {"style": "bronze medal", "subject": "frog", "expression": "happy"}),
    ("a smug raccoon on a ruby hexagon", {"style": "ruby hexagon", "subject": "raccoon", "expression": "smug"}),
    ("a purple badge with a ghost", {"palette": ("purple",), "subject": "ghost"}),
    ("VIP", {"text": "VIP"}),
    ("founder badge with a crown", {"accessories": ("crown",)}),
    ("pink heart on gold", {"subject": "heart", "colour": "pink", "style": "gold"}),
    ("one for 25k bits", {"text": "25K"}),
    ("a bee with the number 24 on it", {"subject": "bee", "text": "24"}),
    ("a raccoon waving", {"subject": "raccoon"}),
    ("axolotl face for my 3 month subs", {"subject": "axolotl", "text": "3"}),
]
BANNER_WISHES: list[tuple[str, dict[str, object]]] = [
    (
        "offline banner with a neon fox, says currently offline",
        {"subject": "fox", "background": "neon", "text": "currently offline"},
    ),
    ("offline banner", {}),
    ("currently offline, back at 8", {"text": "CURRENTLY OFFLINE", "sub_text": "back at 8"}),
    (
        "a sleepy bear in space, brb, live Tue Thu Sat, 8pm",
        {
            "subject": "bear",
            "expression": "sleepy",
            "background": "space",
            "text": "BE RIGHT BACK",
            "sub_text": "live Tue Thu Sat, 8pm",
        },
    ),
    ("“GONE FISHING” with “back tomorrow” below it", {"text": "GONE FISHING", "sub_text": "back tomorrow"}),
    ("SEE YOU SOON, sub line: mon to fri at 7pm", {"text": "SEE YOU SOON", "sub_text": "mon to fri at 7pm"}),
    ("starting soon screen with a robot", {"text": "STARTING SOON", "subject": "robot"}),
    (
        "a ghost, stream is offline, small text follow me",
        {"subject": "ghost", "text": "CURRENTLY OFFLINE", "sub_text": "follow me"},
    ),
    ("streaming every friday at 9pm CET", {"sub_text": "streaming every friday at 9pm CET"}),
    ("that says back at 8", {"text": "back at 8"}),
    ("“Currently offline” and “back tomorrow”", {"text": "Currently offline", "sub_text": "back tomorrow"}),
    (
        "stream is offline, follow my socials @foxplays",
        {"text": "CURRENTLY OFFLINE", "sub_text": "follow my socials @foxplays"},
    ),
    ("schedule: monday 8pm, wednesday 8pm, friday 9pm", {"sub_text": "monday 8pm, wednesday 8pm, friday 9pm"}),
    ("cozy gaming with a bear", {"subject": "bear", "expression": "cozy", "action": "gaming"}),
    ("my name FOXPLAYS on it", {"text": "FOXPLAYS"}),
    ("my channel name is PixelPaws, a cat", {"text": "PixelPaws", "subject": "cat"}),
    (
        "I'm currently offline, a wolf, live every weekend",
        {"text": "CURRENTLY OFFLINE", "subject": "wolf", "sub_text": "live every weekend"},
    ),
    ("join us, a dragon in space", {"text": "JOIN US", "subject": "dragon", "background": "space"}),
    ("BE RIGHT BACK and below it grabbing a coffee", {"text": "BE RIGHT BACK", "sub_text": "grabbing a coffee"}),
    ("cozy panda with a guitar", {"subject": "panda", "expression": "cozy", "action": "holding a guitar"}),
    ("banner with a pizza", {"subject": "pizza"}),
    (
        "weekdays 6pm-9pm, a penguin with a headset",
        {"sub_text": "weekdays 6pm-9pm", "subject": "penguin", "accessories": ("headset",)},
    ),
    (
        "a wolf on a synthwave background, we are offline",
        {"subject": "wolf", "background": "synthwave", "text": "WE'RE OFFLINE"},
    ),
]


@pytest.mark.parametrize(("message", "slots"), PANEL_WISHES)
def test_a_panel_wish_fills_its_slots(message: str, slots: dict[str, object]) -> None:
    talk = Talk("twitch_panel")
    turn = talk.say(message)
    assert talk.slots() == slots
    assert turn.understood


@pytest.mark.parametrize(("message", "slots"), BADGE_WISHES)
def test_a_badge_wish_fills_its_slots(message: str, slots: dict[str, object]) -> None:
    talk = Talk("twitch_badge")
    turn = talk.say(message)
    assert talk.slots() == slots
    assert turn.understood


@pytest.mark.parametrize(("message", "slots"), BANNER_WISHES)
def test_a_banner_wish_fills_its_slots(message: str, slots: dict[str, object]) -> None:
    talk = Talk("offline_banner")
    turn = talk.say(message)
    assert talk.slots() == slots
    assert turn.understood is bool(slots)


PANEL = Brief(text="DONATE", subject="fox", colour="pink")
BADGE = Brief(subject="fox", style="gold shield", text="6")
BANNER = Brief(text="BE RIGHT BACK", sub_text="back at 8", subject="fox", background="space")


@pytest.mark.parametrize(
    ("kind", "brief", "message", "slots"),
    [
        ("twitch_panel", PANEL, "change the text to TIPS", {"text": "TIPS"}),
        ("twitch_panel", PANEL, "a schedule panel instead", {"text": "SCHEDULE"}),
        ("twitch_panel", PANEL, "make the panel green", {"palette": ("green",)}),
        ("twitch_panel", PANEL, "make it blue", {"colour": "blue"}),
        ("twitch_panel", PANEL, "actually change it to support me", {"text": "SUPPORT ME"}),
        ("twitch_panel", PANEL, "use a bear instead of the fox", {"subject": "bear"}),
        ("twitch_panel", PANEL, "remove the fox", {"subject": None}),
        ("twitch_panel", PANEL.with_slots(palette=("green",)), "make the panel gold", {"palette": ("gold",)}),
        ("twitch_panel", Brief(text="DONATE"), "make the panel gold", {"colour": "gold"}),
        ("twitch_badge", BADGE, "make the shield silver", {"style": "silver shield"}),
        ("twitch_badge", BADGE, "a hex instead", {"style": "gold hex"}),
        ("twitch_badge", BADGE, "no frame", {"style": None}),
        ("twitch_badge", BADGE, "remove the shield", {"style": None}),
        ("twitch_badge", BADGE, "on a bronze medal", {"style": "bronze medal"}),
        ("twitch_badge", BADGE, "12 months", {"text": "12"}),
        ("twitch_badge", BADGE, "make it teal", {"colour": "teal"}),
        ("twitch_badge", BADGE, "no text", {"text": None, "no_text": True}),
        ("offline_banner", BANNER, "remove the small text", {"sub_text": None}),
        ("offline_banner", BANNER, "no sub line", {"sub_text": None}),
        ("offline_banner", BANNER, "back at 9 instead", {"sub_text": "back at 9"}),
        ("offline_banner", BANNER, "small line: back tomorrow", {"sub_text": "back tomorrow"}),
        ("offline_banner", BANNER, "change the subtitle to see you friday", {"sub_text": "see you friday"}),
        ("offline_banner", BANNER, "change the text to STREAM OVER", {"text": "STREAM OVER"}),
        ("offline_banner", BANNER, "make it say GONE FISHING", {"text": "GONE FISHING"}),
        ("offline_banner", BANNER, "synthwave background", {"background": "synthwave"}),
        ("offline_banner", BANNER, "make the background cozy", {"background": "cozy"}),
        ("youtube_thumbnail", Brief(subject="cat", text="NO WAY"), "small text: day 100", {"sub_text": "day 100"}),
        ("profile_picture", Brief(subject="cat", expression="smug"), "in space", {"background": "space"}),
        ("webcam_frame", Brief(subject="cat"), "add the text LIVE", {"text": "LIVE"}),
        ("webcam_frame", Brief(subject="cat"), "a synthwave frame", {"background": "synthwave"}),
    ],
)
def test_a_change_touches_only_what_it_names(kind: str, brief: Brief, message: str, slots: dict[str, object]) -> None:
    turn = Talk(kind, brief, has_asset=True).say(message)
    assert turn.brief == brief.with_slots(**slots)
    assert turn.understood


@pytest.mark.parametrize(
    ("kind", "question", "message", "slots"),
    [
        ("twitch_panel", "What is the panel for?", "donations", {"text": "DONATIONS"}),
        ("twitch_panel", "What is the panel for?", "my schedule", {"text": "SCHEDULE"}),
        ("twitch_panel", "What is the panel for?", "Buy me a coffee", {"text": "Buy me a coffee"}),
        ("twitch_panel", "What is the panel for?", "a donate panel with a fox", {"text": "DONATE", "subject": "fox"}),
        ("twitch_panel", "A mascot or a thing beside it?", "pizza", {"subject": "pizza"}),
        ("twitch_panel", "A mascot or a thing beside it?", "just the words", {}),
        ("twitch_panel", "A mascot or a thing beside it?", "no mascot", {}),
        ("twitch_badge", "What frames it?", "silver hex", {"style": "silver hex"}),
        ("twitch_badge", "What frames it?", "shield", {"style": "shield"}),
        ("twitch_badge", "What frames it?", "none", {}),
        ("offline_banner", "What are the big words?", "brb", {"text": "BE RIGHT BACK"}),
        ("offline_banner", "What are the big words?", "back at 8", {"text": "back at 8"}),
        ("offline_banner", "What are the big words?", "cozy room", {"background": "cozy room"}),
        ("offline_banner", "What are the big words?", "gone fishing", {"text": "gone fishing"}),
        ("offline_banner", "Which background fits?", "below: back monday", {"sub_text": "back monday"}),
        ("twitch_panel", "A mascot or a thing beside it?", "a crown", {"subject": "crown"}),
        ("twitch_panel", "Which game is it for, if any?", "and the words smaller", {}),
        ("twitch_badge", "What frames it?", "bronze", {"style": "bronze"}),
        ("offline_banner", "Anything small below the words?", "Tue Thu Sat 8pm", {"sub_text": "Tue Thu Sat 8pm"}),
        (
            "offline_banner",
            "Anything small below the words?",
            "follow me on twitter",
            {"sub_text": "follow me on twitter"},
        ),
        ("offline_banner", "Anything small below the words?", "“Come say hi”", {"sub_text": "Come say hi"}),
        ("offline_banner", "Anything small below the words?", "a fox", {"subject": "fox"}),
        ("offline_banner", "Anything small below the words?", "no", {}),
        ("offline_banner", "Anything small below the words?", "cozy", {"expression": "cozy"}),
        (
            "offline_banner",
            "What are the big words?",
            "live daily at 6pm EST",
            {"text": "live daily at 6pm EST"},
        ),
    ],
)
def test_a_bare_answer_goes_where_the_coach_asked(
    kind: str, question: str, message: str, slots: dict[str, object]
) -> None:
    talk = Talk(kind, history=[("coach", question)])
    talk.say(message)
    assert talk.slots() == slots
