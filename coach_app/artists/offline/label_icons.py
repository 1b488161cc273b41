"""Which icon goes with the words of a panel that names no subject."""

from collections.abc import Mapping

from coach_app.artists.offline.icons import find_icon
from coach_app.domain.phrases import PhraseBook, phrase_table

_WORDS: Mapping[str, str] = {
    "money-with-wings": "donate, donation, tip, tip jar, support, paypal, ko fi, kofi, buy me a coffee",
    "spiral-calendar": "schedule, calendar, when i stream, stream times, event, date",
    "waving-hand": "about, about me, bio, who am i, who i am, hello, welcome, info, my story",
    "balance-scale": "rule, guideline",
    "speech-balloon": "discord, chat, talk",
    "mobile-phone": "social, social media, follow, link, twitter, instagram, tiktok, snapchat, find me",
    "television": "youtube, vod, video, watch",
    "clapper-board": "clip, highlight",
    "desktop-computer": "pc spec, spec, pc, setup, gear, equipment, hardware, rig",
    "t-shirt": "merch, merchandise, shop, store, clothes",
    "glowing-star": "subscribe, sub, subscriber, subscription, prime, perk, membership",
    "gem-stone": "bit, cheer",
    "musical-notes": "music, playlist, spotify, song, song request",
    "red-question-mark": "faq, question, q and a, ask me",
    "robot": "command, chat command, bot",
    "wrapped-gift": "giveaway, gifted, reward, channel point, wishlist, wish list, throne",
    "envelope": "contact, business, email, mail, inquiry, enquiry",
    "busts-in-silhouette": "community, team, friend, moderator, mod",
    "handshake": "sponsor, partner, collab, affiliate",
    "trophy": "leaderboard, top donor, top donator, hall of fame, record, goal, achievement",
    "video-game": "game, now playing, friend code, gamertag",
    "artist-palette": "commission, art, artist, credit, emote",
    "megaphone": "news, update, announcement",
    "droplet": "hydrate, hydration",
    "red-heart": "charity, thanks, thank you, supporter",
}
_BOOK = PhraseBook(phrase_table(_WORDS))


def icon_for_label(words: str) -> str:
    """Return the icon that a panel's words call for, or "" where none does."""
    return _BOOK.find_first(words) or find_icon(words) or ""
