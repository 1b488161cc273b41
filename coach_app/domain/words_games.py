"""Games that streamers play, with the backdrop and the words that suit each."""

from dataclasses import dataclass

from coach_app.domain.phrases import PhraseBook
from coach_app.domain.vocabulary import Scene


@dataclass(frozen=True, slots=True)
class Game:
    """A game. `aliases` are found anywhere in a message, `plain_words` only after "playing", "for", "in" or alone.

    `emote_texts` have at most four letters, `thumbnail_texts` at most five words.
    """

    name: str
    aliases: tuple[str, ...]
    scene: Scene
    emote_texts: tuple[str, ...]
    thumbnail_texts: tuple[str, ...]
    plain_words: tuple[str, ...] = ()


_BLOCK = (("DIG", "GG"), ("100 DAYS", "HARDCORE DAY ONE", "I BUILT THIS"))
_SHOOTER = (("ACE", "1V5", "GG"), ("1 VS 5 CLUTCH", "ROAD TO RANK ONE", "HOW DID THAT HIT"))
_SOULS = (("RIP", "GG", "DIED"), ("NO HIT RUN", "FIRST TRY?!", "THIS BOSS BROKE ME"))
_COZY = (("COZY", "HI", "AWW"), ("DAY ONE", "MY DREAM FARM", "100 DAYS OF COZY"))
_HORROR = (("RUN", "NOPE", "AAAH"), ("DON'T LOOK BACK", "IT FOUND ME", "ALONE AT NIGHT"))
_SPACE = (("GG", "WOW"), ("WE FOUND LIFE?!", "LOST IN SPACE", "FIRST CONTACT"))
_QUEST = (("GG", "LOOT", "EPIC"), ("THE FINAL BOSS", "DAY ONE", "BEST BUILD EVER"))
_ARENA = (("GG", "EZ", "ACE"), ("1 VS 5 CLUTCH", "BRONZE TO GOLD", "BEST PLAY EVER"))
_RACE = (("GO", "GG", "EZ"), ("LAST LAP!", "WORLD RECORD?!", "HOW IS THIS LEGAL"))


def _game(
    name: str,
    kind: tuple[tuple[str, ...], tuple[str, ...]],
    scene: Scene,
    aliases: str = "",
    plain_words: str = "",
) -> Game:
    listed = tuple(alias.strip() for alias in aliases.split(",") if alias.strip())
    plain = tuple(word.strip() for word in plain_words.split(",") if word.strip())
    return Game(name, listed, scene, kind[0], kind[1], plain)


GAMES: tuple[Game, ...] = (
    _game("Minecraft", _BLOCK, Scene.SUNBURST, "minecraft, mine craft"),
    _game("Terraria", _BLOCK, Scene.SUNBURST, "terraria"),
    _game("Roblox", _BLOCK, Scene.SUNBURST, "roblox"),
    _game("Elden Ring", _SOULS, Scene.SUNBURST, "elden ring, eldenring, nightreign"),
    _game("Dark Souls", _SOULS, Scene.SUNBURST, "dark souls, ds3, dark souls 3"),
    _game("Hollow Knight", _SOULS, Scene.COZY, "hollow knight, silksong"),
    _game("Cuphead", _SOULS, Scene.SUNBURST, "cuphead"),
    _game("Hades", _SOULS, Scene.SUNBURST, "hades 2, hades ii", "hades"),
    _game("Celeste", _SOULS, Scene.SPACE, "", "celeste"),
    _game("Stardew Valley", _COZY, Scene.COZY, "stardew valley, stardew"),
    _game("Animal Crossing", _COZY, Scene.COZY, "animal crossing, acnh"),
    _game("The Sims", _COZY, Scene.COZY, "the sims, sims 4, the sims 4", "sims"),
    _game("Dreamlight Valley", _COZY, Scene.COZY, "dreamlight valley"),
    _game("PowerWash Simulator", _COZY, Scene.COZY, "powerwash simulator, power wash simulator"),
    _game("Pokémon", _COZY, Scene.SUNBURST, "pokemon, pokémon"),
    _game("Zelda", _QUEST, Scene.SUNBURST, "zelda, tears of the kingdom, breath of the wild, totk, botw"),
    _game(
        "Baldur's Gate 3", _QUEST, Scene.SUNBURST, "baldur's gate 3, baldurs gate 3, baldur's gate, baldurs gate, bg3"
    ),
    _game("Skyrim", _QUEST, Scene.SUNBURST, "skyrim"),
    _game("The Witcher 3", _QUEST, Scene.SUNBURST, "the witcher 3, witcher 3, the witcher, witcher"),
    _game("World of Warcraft", _QUEST, Scene.SUNBURST, "world of warcraft, wow classic", "wow"),
    _game("Final Fantasy XIV", _QUEST, Scene.SPACE, "final fantasy xiv, final fantasy 14, ffxiv, ff14, final fantasy"),
    _game("Genshin Impact", _QUEST, Scene.SPACE, "genshin impact, genshin"),
    _game("Diablo IV", _QUEST, Scene.SUNBURST, "diablo iv, diablo 4, diablo"),
    _game("Path of Exile 2", _QUEST, Scene.SUNBURST, "path of exile 2, path of exile, poe2"),
    _game("Monster Hunter", _QUEST, Scene.SUNBURST, "monster hunter wilds, monster hunter"),
    _game("Palworld", _QUEST, Scene.SUNBURST, "palworld"),
    _game("Balatro", _QUEST, Scene.SYNTHWAVE, "balatro"),
    _game("Valorant", _SHOOTER, Scene.SUNBURST, "valorant, valo"),
    _game("Counter-Strike 2", _SHOOTER, Scene.SUNBURST, "counter-strike 2, counter strike, cs2, csgo, cs go"),
    _game("Fortnite", _SHOOTER, Scene.SUNBURST, "fortnite"),
    _game("Apex Legends", _SHOOTER, Scene.SUNBURST, "apex legends", "apex"),
    _game("Overwatch 2", _SHOOTER, Scene.SUNBURST, "overwatch 2, overwatch, ow2"),
    _game("Call of Duty", _SHOOTER, Scene.SUNBURST, "call of duty, warzone", "cod"),
    _game("Rainbow Six Siege", _SHOOTER, Scene.SUNBURST, "rainbow six siege, rainbow six, r6"),
    _game("Marvel Rivals", _SHOOTER, Scene.SUNBURST, "marvel rivals"),
    _game("Helldivers 2", _SHOOTER, Scene.SPACE, "helldivers 2, helldivers"),
    _game("Rust", _SHOOTER, Scene.SUNBURST, "", "rust"),
    _game("League of Legends", _ARENA, Scene.SUNBURST, "league of legends", "league, lol"),
    _game("Dota 2", _ARENA, Scene.SUNBURST, "dota 2, dota"),
    _game("Super Smash Bros.", _ARENA, Scene.SUNBURST, "super smash bros, smash bros, smash ultimate"),
    _game("Teamfight Tactics", _ARENA, Scene.SPACE, "teamfight tactics, tft"),
    _game("Rocket League", _RACE, Scene.SYNTHWAVE, "rocket league"),
    _game("Mario Kart", _RACE, Scene.SUNBURST, "mario kart"),
    _game("Super Mario", _RACE, Scene.SUNBURST, "super mario, mario 64, mario odyssey", "mario"),
    _game("EA Sports FC", _RACE, Scene.SUNBURST, "ea sports fc, ea fc, eafc, fifa"),
    _game("GTA", _RACE, Scene.SYNTHWAVE, "gta, gta v, gta 5, gta 6, gta vi, gta rp, grand theft auto"),
    _game("Cyberpunk 2077", _RACE, Scene.SYNTHWAVE, "cyberpunk 2077"),
    _game("Geometry Dash", _RACE, Scene.SYNTHWAVE, "geometry dash"),
    _game("osu!", _RACE, Scene.SYNTHWAVE, "", "osu"),
    _game("Lethal Company", _HORROR, Scene.HORROR, "lethal company"),
    _game("Phasmophobia", _HORROR, Scene.HORROR, "phasmophobia, phasmo"),
    _game("Dead by Daylight", _HORROR, Scene.HORROR, "dead by daylight, dbd"),
    _game("Resident Evil", _HORROR, Scene.HORROR, "resident evil, re4"),
    _game("Silent Hill", _HORROR, Scene.HORROR, "silent hill, silent hill 2"),
    _game(
        "Five Nights at Freddy's",
        _HORROR,
        Scene.HORROR,
        "five nights at freddy's, five nights at freddys, 5 nights at freddys, fnaf",
    ),
    _game("R.E.P.O.", _HORROR, Scene.HORROR, "r.e.p.o", "repo"),
    _game("Among Us", _HORROR, Scene.HORROR, "among us"),
    _game("Subnautica", _SPACE, Scene.SPACE, "subnautica"),
    _game("No Man's Sky", _SPACE, Scene.SPACE, "no man's sky, no mans sky"),
    _game("Starfield", _SPACE, Scene.SPACE, "starfield"),
    _game("Outer Wilds", _SPACE, Scene.SPACE, "outer wilds"),
    _game("Factorio", _SPACE, Scene.SPACE, "factorio"),
    _game("Deep Rock Galactic", _SPACE, Scene.SPACE, "deep rock galactic"),
    _game(
        "Red Dead Redemption 2", _QUEST, Scene.SUNBURST, "red dead redemption 2, red dead redemption, rdr2, red dead"
    ),
    _game("Just Chatting", _COZY, Scene.COZY, "just chatting"),
)

GAME_BOOK: PhraseBook[Game] = PhraseBook({alias: game for game in GAMES for alias in game.aliases})
PLAIN_GAME_BOOK: PhraseBook[Game] = PhraseBook({word: game for game in GAMES for word in game.plain_words})


def find_game(name: str) -> Game | None:
    """Return the known game of that name, alias or plain word ("wow" → World of Warcraft)."""
    return GAME_BOOK.find_first(name) or PLAIN_GAME_BOOK.find_first(name)
