"""What streamers write, and which slots it has to fill: no more and no less."""

import pytest

from coach_app.domain.brief import Brief
from tests.coaches.conversing import Talk

EMOTE_WISHES: list[tuple[str, dict[str, object]]] = [
    (
        "a raging pink axolotl smashing a keyboard",
        {"subject": "axolotl", "colour": "pink", "expression": "raging", "action": "smashing a keyboard"},
    ),
    ("cat", {"subject": "cat"}),
    ("angry cat emote pls", {"subject": "cat", "expression": "angry"}),
    (
        "i want a cute purple dragon with a headset",
        {"subject": "dragon", "colour": "purple", "mood": "cute", "accessories": ("headset",)},
    ),
    (
        "can u make a sleepy capybara drinking coffee",
        {"subject": "capybara", "expression": "sleepy", "action": "drinking coffee"},
    ),
    ("lurking raccoon", {"subject": "raccoon", "action": "lurking"}),
    ("a frog peeking over a wall", {"subject": "frog", "action": "peeking over a wall"}),
    ("my dog but hyped, arms up", {"subject": "dog", "expression": "hyped", "action": "cheering"}),
    ("hype fox LETS GO", {"subject": "fox", "expression": "hype", "text": "LETS GO"}),
    ("penguin facepalming so hard", {"subject": "penguin", "action": "facepalming"}),
    ("bear hugging a heart", {"subject": "bear", "action": "hugging a heart"}),
    ("pink and blue bunny", {"subject": "bunny", "colour": "pink", "palette": ("blue",)}),
    (
        "neon green slime with a crown, smug",
        {"subject": "slime", "colour": "neon green", "accessories": ("crown",), "expression": "smug"},
    ),
    ("axolotol w/ headphones, vibing", {"subject": "axolotl", "accessories": ("headphones",), "expression": "vibing"}),
    ("sadge frog", {"subject": "frog", "expression": "sadge"}),
    ("kekw cat", {"subject": "cat", "expression": "kekw"}),
    ("ghost that says BOO", {"subject": "ghost", "text": "BOO"}),
    ("ghost saying boo!", {"subject": "ghost", "text": "boo!"}),
    ("dragon playing guitar", {"subject": "dragon", "action": "playing guitar"}),
    ("a fox playing minecraft", {"subject": "fox", "action": "playing", "game": "Minecraft"}),
    ("im playing elden ring rn", {"game": "Elden Ring"}),
    ("robot eating pizza", {"subject": "robot", "action": "eating pizza"}),
    ("wolf with a sword", {"subject": "wolf", "action": "holding a sword"}),
    ("bunny with a smile", {"subject": "bunny", "expression": "smile"}),
    (
        "panda with a big grin and a santa hat",
        {"subject": "panda", "expression": "grin", "accessories": ("santa hat",)},
    ),
    ("a zombie that says brains in red", {"subject": "zombie", "text": "brains", "palette": ("red",)}),
    ("an axolotl dressed as a wizard", {"subject": "axolotl", "accessories": ("wizard hat",)}),
    ("a chonky orange cat absolutely losing it", {"subject": "cat", "colour": "orange", "expression": "losing it"}),
    (
        "ginger cat with a big coffee, super cozy",
        {"subject": "cat", "colour": "ginger", "action": "holding a big coffee", "expression": "cozy"},
    ),
    ("a dancing penguin with confetti", {"subject": "penguin", "action": "dancing"}),
    ("a spooky ghost", {"subject": "ghost", "mood": "spooky"}),
    ("wave at chat", {"action": "waving at chat"}),
    ("hiding axolotl", {"subject": "axolotl", "action": "hiding"}),
    ("POGGGG axolotl", {"subject": "axolotl", "expression": "pog"}),
    (
        "tilted penguin breaking a controller",
        {"subject": "penguin", "expression": "tilted", "action": "breaking a controller"},
    ),
    (
        "purple dragon losing it after a first-try boss kill",
        {"subject": "dragon", "colour": "purple", "expression": "losing it"},
    ),
    (
        "A capybara in a headset who has seen it all",
        {"subject": "capybara", "accessories": ("headset",), "expression": "seen it all"},
    ),
    (
        "please make a happy frog holding a sign that says GG",
        {"subject": "frog", "expression": "happy", "action": "holding a sign", "text": "GG"},
    ),
    (
        "teal axolotl wearing a bow, winking",
        {"subject": "axolotl", "colour": "teal", "accessories": ("bow",), "expression": "winking"},
    ),
    ("a black cat with a witch hat", {"subject": "cat", "colour": "black", "accessories": ("witch hat",)}),
    ("#ff00aa unicorn", {"subject": "unicorn", "colour": "#ff00aa"}),
    ("a cat, dark red, crying", {"subject": "cat", "colour": "dark red", "expression": "crying"}),
    ("bunny in purple with gold crown", {"subject": "bunny", "colour": "purple", "accessories": ("gold crown",)}),
    ("alien smirk with sunglasses on", {"subject": "alien", "expression": "smirk", "accessories": ("sunglasses",)}),
    ("raccon eating a burger lmao", {"subject": "raccoon", "action": "eating a burger", "expression": "lmao"}),
    ("i need an emote for when i rage, use a bear", {"subject": "bear", "expression": "rage"}),
    ("chick going zzz", {"subject": "chick", "expression": "zzz"}),
    ("doggo in love", {"subject": "doggo", "expression": "in love"}),
    ("unicorn crying happy tears", {"subject": "unicorn", "expression": "crying"}),
    ("monkaS wolf", {"subject": "wolf", "expression": "monkas"}),
    ("panda sipping tea like nothing happened", {"subject": "panda", "action": "sipping tea"}),
    ("Give me a smug fox holding a trophy!!", {"subject": "fox", "expression": "smug", "action": "holding a trophy"}),
    ("frog, deadge, RIP", {"subject": "frog", "expression": "deadge", "text": "RIP"}),
    ("kitty waving, write HI on it", {"subject": "kitty", "action": "waving", "text": "HI"}),
    (
        "zombie throwing a brick with the text 'no u'",
        {"subject": "zombie", "action": "throwing a brick", "text": "no u"},
    ),
    ("cozy vibes, a bear with tea", {"mood": "cozy", "subject": "bear", "action": "holding tea"}),
    ("for valorant: a robot, scared", {"game": "Valorant", "subject": "robot", "expression": "scared"}),
    (
        "my mascot is a purple frog called Inky, make him dance",
        {"subject": "frog", "colour": "purple", "action": "dancing"},
    ),
    (
        "hello! i'd love a little ghost, kinda shy, pastel pink",
        {"subject": "ghost", "colour": "pastel pink", "expression": "shy"},
    ),
    ("gg emote with a fox", {"subject": "fox", "text": "gg"}),
    (
        "cat with heart eyes holding a heart",
        {"subject": "cat", "expression": "heart eyes", "action": "holding a heart"},
    ),
    (
        "can we do like a toxic green slime that's laughing at you",
        {"subject": "slime", "colour": "toxic green", "expression": "laughing"},
    ),
    (
        'an orange fox with a blue bow and the words "fox yeah"',
        {"subject": "fox", "colour": "orange", "accessories": ("blue bow",), "text": "fox yeah"},
    ),
    ("i dont know maybe a dog?", {"subject": "dog"}),
    ("TIRED CAT", {"subject": "cat", "expression": "tired"}),
    (
        "make an emote of a frog but he's really sad because he lost his ranked game",
        {"subject": "frog", "expression": "sad"},
    ),
    (
        "imagine a capybara just chilling in a onsen with an orange on its head",
        {"subject": "capybara", "expression": "chilling", "action": "holding an orange"},
    ),
    ("something cozy for my lofi streams", {"expression": "cozy", "mood": "lofi"}),
    ("goth bat vibes but make it a black bunny", {"subject": "bunny", "colour": "black"}),
]

THUMBNAIL_WISHES: list[tuple[str, dict[str, object]]] = [
    ("thumbnail about surviving 100 days", {}),
    ("thumbnail about surviving 100 days in minecraft", {"game": "Minecraft"}),
    (
        "“I survived 100 days”, a worried zombie",
        {"text": "I survived 100 days", "subject": "zombie", "expression": "worried"},
    ),
    (
        "shocked alien in space with the text WE FOUND LIFE",
        {"subject": "alien", "expression": "shocked", "background": "space", "text": "WE FOUND LIFE"},
    ),
    ("my first elden ring boss kill", {"game": "Elden Ring"}),
    ("a wolf screaming, title: I QUIT", {"subject": "wolf", "expression": "screaming", "text": "I QUIT"}),
    ("cozy bear for stardew day one", {"subject": "bear", "expression": "cozy", "game": "Stardew Valley"}),
    ("neon fox in a synthwave city", {"subject": "fox", "background": "synthwave"}),
    ("horror vibes ghost, text says DON'T LOOK", {"mood": "horror", "subject": "ghost", "text": "DON'T LOOK"}),
    ("playing Lethal Company with friends tonight", {"game": "Lethal Company"}),
    ("for Dave the Diver, a happy penguin", {"game": "Dave the Diver", "subject": "penguin", "expression": "happy"}),
    (
        "a bear with the title 'best farm ever' for stardew valley",
        {"subject": "bear", "text": "best farm ever", "game": "Stardew Valley"},
    ),
    ("panda on a sunburst", {"subject": "panda", "background": "sunburst"}),
    ("I beat malenia with a spoon", {}),
    ("a robot with a blue background", {"subject": "robot", "palette": ("blue",)}),
    ("the game is Cult of the Lamb", {"game": "Cult of the Lamb"}),
    ("epic mood, dragon, caption it THE END", {"mood": "epic", "subject": "dragon", "text": "THE END"}),
    (
        "1v5 clutch, angry wolf, valorant",
        {"subject": "wolf", "expression": "angry", "mood": "clutch", "game": "Valorant"},
    ),
]

FULL = Brief(
    subject="axolotl",
    colour="pink",
    expression="raging",
    action="smashing a keyboard",
    accessories=("crown",),
    text="GG",
)
CHANGES: list[tuple[str, dict[str, object]]] = [
    ("make it blue", {"colour": "blue"}),
    ("no, a cat", {"subject": "cat"}),
    ("actually crying", {"expression": "crying"}),
    ("remove the text, make it purple", {"text": None, "no_text": True, "colour": "purple"}),
    ("swap the crown for a cap", {"accessories": ("cap",)}),
    ("swap the axolotl for a dog", {"subject": "dog"}),
    ("change the colour to dark red", {"colour": "dark red"}),
    ("not pink, blue", {"colour": "blue"}),
    ("a dog instead of an axolotl", {"subject": "dog"}),
    ("change GG to EZ", {"text": "EZ"}),
    ("change the text from GG to EZ", {"text": "EZ"}),
    ("make the text POG", {"text": "POG"}),
    ("make the words green", {"palette": ("green",)}),
    ("the outline should be blue", {"palette": ("blue",)}),
    ("say EZ in red letters", {"text": "EZ", "palette": ("red",)}),
    ("make it say EZ in sky blue", {"text": "EZ", "palette": ("sky blue",)}),
    ("no crown", {"accessories": ()}),
    ("take the crown off", {"accessories": ()}),
    ("lose the keyboard", {"action": None}),
    ("drop the text and the crown please", {"text": None, "no_text": True, "accessories": ()}),
    ("same but crying", {"expression": "crying"}),
    ("make her smile", {"expression": "smile"}),
    ("remove the keyboard, have it drink coffee", {"action": "drinking coffee"}),
    ("purple instead", {"colour": "purple"}),
    ("darker", {"colour": "dark pink"}),
    ("make it bluer", {"colour": "blue"}),
    ("a bit bluer please", {"colour": "blue"}),
    ("pinker", {"colour": "deep pink"}),
    ("make the crown bluer", {"accessories": ("blue crown",)}),
    ("now a raccoon that lurks, same style", {"subject": "raccoon", "action": "lurking"}),
    ("add a pizza", {"action": "holding a pizza"}),
    ("put sunglasses on it", {"accessories": ("crown", "sunglasses")}),
    ("make the axolotl blue", {"colour": "blue"}),
    ("add a headset and make it neon pink", {"accessories": ("crown", "headset"), "colour": "neon pink"}),
    ("without the text pls", {"text": None, "no_text": True}),
    ("i said blue", {"colour": "blue"}),
    ("can it be a slime", {"subject": "slime"}),
    ("what about a fox?", {"subject": "fox"}),
    ("don't make it pink", {"colour": None}),
    ("not pink please", {"colour": None}),
    ("anything but pink or red", {"colour": None}),
    ("don't make it red, make it blue", {"colour": "blue"}),
    ("change my mind, write NO WAY", {"text": "NO WAY"}),
    ("I've changed my mind, make it blue", {"colour": "blue"}),
    ('say "it\'s over 9000!!"', {"text": "it's over 9000!!"}),
    ("say nothing", {"text": None, "no_text": True}),
    ("it should say nothing, make it blue", {"text": None, "no_text": True, "colour": "blue"}),
    ("no words", {"text": None, "no_text": True}),
    ("say “nothing”", {"text": "nothing"}),
]


@pytest.mark.parametrize(("message", "slots"), EMOTE_WISHES)
def test_an_emote_wish_fills_its_slots(message: str, slots: dict[str, object]) -> None:
    talk = Talk()
    turn = talk.say(message)
    assert talk.slots() == slots
    assert turn.understood


@pytest.mark.parametrize(("message", "slots"), THUMBNAIL_WISHES)
def test_a_thumbnail_wish_fills_its_slots(message: str, slots: dict[str, object]) -> None:
    talk = Talk("youtube_thumbnail")
    turn = talk.say(message)
    assert talk.slots() == slots
    assert turn.understood is bool(slots)


@pytest.mark.parametrize(("message", "slots"), CHANGES)
def test_a_change_touches_only_what_it_names(message: str, slots: dict[str, object]) -> None:
    talk = Talk(brief=FULL, has_asset=True)
    turn = talk.say(message)
    assert turn.brief == FULL.with_slots(**slots)
    assert turn.understood
    assert "Generate now" in turn.reply


@pytest.mark.parametrize(
    ("focus", "message", "slots"),
    [
        ("text", "GG", {"text": "GG"}),
        ("text", "lurk", {"text": "lurk"}),
        ("text", "maybe POG?", {"text": "POG?"}),
        ("text", "lets go!", {"text": "lets go!"}),
        ("text", "hi", {"text": "hi"}),
        ("text", "pink", {"colour": "pink"}),
        ("text", "make it blue", {"colour": "blue"}),
        ("text", "for elden ring", {"game": "Elden Ring"}),
        ("text", "bigger text", {}),
        ("text", "no", {"no_text": True}),
        ("text", "nope, none", {"no_text": True}),
        ("text", "thanks", {}),
        ("game", "lethal company", {"game": "Lethal Company"}),
        ("game", "Slime Rancher", {"game": "Slime Rancher"}),
        ("game", "hades", {"game": "Hades"}),
        ("game", "little kitty big city", {"game": "little kitty big city"}),
        ("game", "pink", {"colour": "pink"}),
        ("game", "no", {}),
        ("action", "coffee", {"action": "holding coffee"}),
        ("action", "with a sword", {"action": "holding a sword"}),
        ("action", "riding a bike", {}),
        ("colour", "sparkly", {}),
        ("colour", "hot pink pls", {"colour": "hot pink"}),
        ("accessories", "top hat", {}),
        ("accessories", "headphones", {"accessories": ("headphones",)}),
        ("mood", "cozy", {"mood": "cozy"}),
        ("mood", "dark and scary", {"mood": "dark"}),
    ],
)
def test_a_bare_answer_goes_where_the_coach_asked(focus: str, message: str, slots: dict[str, object]) -> None:
    questions = {
        "text": "Any letters on it?",
        "game": "Which game is it for, if any?",
        "action": "What's the cat up to?",
        "colour": "Got a colour in mind?",
        "accessories": "Anything on its head?",
        "mood": "What's the mood overall?",
    }
    talk = Talk(brief=Brief(subject="cat", expression="happy"), history=[("coach", questions[focus])])
    talk.say(message)
    assert talk.brief == Brief(subject="cat", expression="happy").with_slots(**slots)
