"""Tables of ideas: what suits which mood, face, action or creature. Under None stands what suits anything."""

from coach_app.domain.asset_types import AssetTypeId
from coach_app.domain.vocabulary import Action, Expression, Mood, Scene, Species

SPECIES_BY_MOOD: dict[Mood | None, tuple[Species, ...]] = {
    Mood.COZY: (Species.CAPYBARA, Species.CAT, Species.BEAR, Species.BUNNY),
    Mood.HYPE: (Species.FOX, Species.DRAGON, Species.FROG, Species.AXOLOTL),
    Mood.RAGE: (Species.AXOLOTL, Species.DRAGON, Species.WOLF, Species.CAT),
    Mood.SAD: (Species.FROG, Species.PENGUIN, Species.DOG, Species.GHOST),
    Mood.SNEAKY: (Species.RACCOON, Species.FOX, Species.CAT, Species.SLIME),
    Mood.CHILL: (Species.CAPYBARA, Species.PANDA, Species.PENGUIN, Species.SLIME),
    Mood.LOVE: (Species.BUNNY, Species.DOG, Species.CHICK, Species.PANDA),
    Mood.SLEEPY: (Species.GHOST, Species.PANDA, Species.CAT, Species.BEAR),
    Mood.SPOOKY: (Species.GHOST, Species.ZOMBIE, Species.WOLF, Species.ALIEN),
    Mood.RETRO: (Species.ROBOT, Species.FOX, Species.ALIEN, Species.CAT),
    Mood.CUTE: (Species.AXOLOTL, Species.UNICORN, Species.CHICK, Species.BUNNY),
    Mood.EPIC: (Species.DRAGON, Species.WOLF, Species.FOX, Species.BEAR),
    Mood.FUNNY: (Species.FROG, Species.CAPYBARA, Species.RACCOON, Species.CHICK),
    None: (Species.AXOLOTL, Species.CAT, Species.FROG, Species.CAPYBARA, Species.FOX, Species.DRAGON, Species.RACCOON),
}
MOOD_OF_SCENE = {Scene.COZY: Mood.COZY, Scene.HORROR: Mood.SPOOKY, Scene.SYNTHWAVE: Mood.RETRO}
SCENE_OF_MOOD = {
    Mood.COZY: Scene.COZY,
    Mood.CHILL: Scene.COZY,
    Mood.SLEEPY: Scene.COZY,
    Mood.SPOOKY: Scene.HORROR,
    Mood.RETRO: Scene.SYNTHWAVE,
    Mood.HYPE: Scene.SUNBURST,
    Mood.RAGE: Scene.SUNBURST,
    Mood.FUNNY: Scene.SUNBURST,
    Mood.EPIC: Scene.SPACE,
}
FACES_BY_MOOD: dict[Mood | None, tuple[str, ...]] = {
    Mood.SPOOKY: ("scared", "shocked", "smug", "dead"),
    Mood.CUTE: ("happy", "in love", "winking", "sleepy"),
    Mood.EPIC: ("raging", "smug", "hyped", "cool"),
    Mood.RETRO: ("cool", "smug", "happy", "shocked"),
    Mood.FUNNY: ("laughing", "confused", "smug", "shocked"),
    None: ("raging", "crying", "hyped", "smug", "happy", "laughing"),
}
DOINGS: dict[Expression | None, tuple[str, ...]] = {
    Expression.RAGE: ("smashing a keyboard", "smashing a controller", "facepalming"),
    Expression.HYPE: ("cheering", "holding a trophy", "holding a balloon"),
    Expression.CRY: ("holding a broken heart", "facepalming", "holding an ice cream"),
    Expression.SAD: ("facepalming", "holding a broken heart", "lurking"),
    Expression.LOVE: ("hugging a heart", "holding a rose", "waving"),
    Expression.SLEEPY: ("sipping coffee", "hugging a teddy bear", "lurking"),
    Expression.SMUG: ("lurking", "holding a trophy", "sipping tea"),
    Expression.SCARED: ("lurking", "holding a flashlight", "facepalming"),
    Expression.COOL: ("playing guitar", "sipping a drink", "waving"),
    Expression.COZY: ("sipping coffee", "playing guitar", "hugging a heart"),
    Expression.LAUGH: ("eating popcorn", "facepalming", "waving"),
    Expression.SHOCKED: ("eating popcorn", "holding a phone", "lurking"),
    None: ("waving", "sipping coffee", "cheering", "lurking"),
}
EMOTE_TEXTS: dict[Expression | Action | None, tuple[str, ...]] = {
    Action.LURK: ("LURK", "HI", "SUS"),
    Action.WAVE: ("HI", "BYE", "YO"),
    Action.CHEER: ("GG", "YAY", "WOO"),
    Action.FACEPALM: ("BRUH", "WHY", "OOF"),
    Expression.RAGE: ("RAGE", "NO!", "GRR"),
    Expression.HYPE: ("POG", "GG", "HYPE"),
    Expression.CRY: ("WHY", "PAIN", "NOO"),
    Expression.SAD: ("F", "PAIN", "OOF"),
    Expression.LOVE: ("LOVE", "ILY", "AWW"),
    Expression.SLEEPY: ("AFK", "ZZZ", "BRB"),
    Expression.SMUG: ("EZ", "SUS", "HEH"),
    Expression.LAUGH: ("LOL", "KEK", "HAHA"),
    Expression.DEAD: ("RIP", "F", "OOF"),
    Expression.SCARED: ("AAAH", "NOPE", "EEK"),
    Expression.SHOCKED: ("OMG", "WHAT", "WOW"),
    Expression.CONFUSED: ("HUH", "WHAT", "???"),
    Expression.COOL: ("COOL", "EZ", "YO"),
    Expression.COZY: ("COZY", "HI", "AHH"),
    None: ("GG", "HI", "LOL"),
}
THUMBNAIL_TEXTS: dict[Expression | None, tuple[str, ...]] = {
    Expression.RAGE: ("I QUIT", "NEVER AGAIN", "THIS BROKE ME"),
    Expression.HYPE: ("WE DID IT", "BEST DAY EVER", "FINALLY!"),
    Expression.CRY: ("I LOST IT ALL", "SO CLOSE", "NEVER AGAIN"),
    Expression.SHOCKED: ("NO WAY", "WAIT, WHAT?!", "I FOUND IT"),
    Expression.SCARED: ("DON'T LOOK BACK", "IT FOUND ME", "RUN"),
    Expression.SMUG: ("TOO EASY", "WATCH THIS", "I KNEW IT"),
    None: ("DAY ONE", "NO WAY", "THE FINALE"),
}
BADGE_TEXTS = ("1", "6", "12", "24")
BADGE_FRAMES = ("gold shield", "silver hex", "bronze medal", "ruby hex")
PANEL_TEXTS = ("ABOUT ME", "SCHEDULE", "DONATE", "RULES", "SOCIALS")
BANNER_TEXTS: dict[AssetTypeId | None, tuple[str, ...]] = {
    AssetTypeId.OFFLINE_BANNER: ("CURRENTLY OFFLINE", "BE RIGHT BACK", "SEE YOU SOON", "STREAM OVER"),
    AssetTypeId.DISCORD_SERVER_BANNER: ("WELCOME", "JOIN THE CREW", "GOOD GAMES ONLY", "SAY HI"),
    AssetTypeId.DISCORD_INVITE_SPLASH: ("JOIN US", "COME HANG OUT", "JOIN THE CREW", "WELCOME"),
    None: ("WELCOME IN", "LET'S PLAY", "GOOD GAMES ONLY", "PRESS START"),
}
SMALL_LINES: dict[AssetTypeId | None, tuple[str, ...]] = {
    AssetTypeId.OFFLINE_BANNER: ("Back soon", "Live Tue Thu Sat, 8pm", "Follow for the next stream"),
    AssetTypeId.YOUTUBE_BANNER: ("New videos every Friday", "Come say hi", "Subscribe for more"),
    AssetTypeId.DISCORD_SERVER_BANNER: ("Come say hi", "Be kind, have fun", "Everyone's welcome"),
    AssetTypeId.DISCORD_INVITE_SPLASH: ("Come say hi", "Be kind, have fun", "Everyone's welcome"),
    None: ("Live Tue Thu Sat, 8pm", "Come say hi", "Good games, good company"),
}
FRAME_TEXTS = ("LIVE", "HI CHAT", "ON AIR")
# What stands well beside the usual words of a panel.
THINGS_BY_LABEL: dict[str, tuple[str, ...]] = {
    "DONATE": ("pizza", "gift", "heart"),
    "TIPS": ("coin", "coffee"),
    "SCHEDULE": ("calendar", "alarm clock"),
    "RULES": ("scroll", "balance scale"),
    "SOCIALS": ("phone", "megaphone"),
    "DISCORD": ("speech balloon", "megaphone"),
    "MERCH": ("shirt", "shopping bag"),
    "PC SPECS": ("computer", "keyboard"),
    "GEAR": ("keyboard", "microphone"),
    "SETUP": ("computer", "microphone"),
    "MUSIC": ("guitar", "headphones"),
    "FAQ": ("light bulb", "magnifying glass"),
    "COMMANDS": ("keyboard",),
    "GAMES": ("game controller",),
}
COLOURS: dict[Species | None, tuple[str, ...]] = {
    Species.AXOLOTL: ("pink", "light blue", "lavender", "gold"),
    Species.CAT: ("ginger", "grey", "lavender", "pink"),
    Species.FROG: ("lime green", "teal", "pink", "purple"),
    Species.DRAGON: ("purple", "red", "teal", "dark blue"),
    Species.GHOST: ("light blue", "lavender", "mint", "pink"),
    Species.SLIME: ("neon green", "hot pink", "teal", "purple"),
    None: ("pink", "purple", "teal", "orange"),
}
WORN: dict[Mood | None, tuple[str, ...]] = {
    Mood.SPOOKY: ("a wizard hat", "horns", "a headset"),
    Mood.CUTE: ("a bow", "a crown", "a headset"),
    Mood.CHILL: ("sunglasses", "a headset", "a cap"),
    None: ("a headset", "a crown", "sunglasses"),
}
PLACES: dict[Scene, str] = {Scene.COZY: "a cozy room", Scene.SPACE: "space", Scene.SYNTHWAVE: "synthwave"}
GAMES = ("Minecraft", "Elden Ring", "Stardew Valley", "Valorant", "Just Chatting")
MOODS = (Mood.HYPE, Mood.COZY, Mood.SPOOKY, Mood.EPIC, Mood.FUNNY)
