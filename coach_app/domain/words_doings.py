"""Words for what the subject does (actions), wears (accessories) and stands in (scenes)."""

ACTION_WORDS = {
    "smash": "smash, break, bash, punch, punching, slam, slamming, hitting, destroy, destroying, crush, pound, "
    "pounding, wreck, wrecking, throw, throwing, flip, flipping, smack, hammering, snapping, snap, table flip",
    "drink": "drink, sip, sipping, slurp, slurping, chug, chugging, guzzle, gulp, drinking",
    "hold": "hold, carry, carrying, eat, eating, munch, munching, snack on, hug, hugging, cuddle, cuddling, "
    "grab, grabbing, showing off, showing, bringing, nom, nomming, wield, wielding, swinging, swing, brandish, "
    "offering, clutching, bite, biting, lick, licking, reading, cooking, baking, squeeze, juggling, juggle, "
    "raising, lift, lifting, giving, devour, devouring, chew, chewing, sharing",
    "play": "play, gaming, streaming, typing, press buttons, speedrun, speedrunning, strum, strumming, jam, "
    "jamming, button mashing, grinding",
    "cheer": "cheer, celebrate, celebrating, dance, dancing, jump, jumping, clap, clapping, applaud, applause, "
    "arms up, hands up, arms in the air, hands in the air, fist pump, partying, hooray, jump for joy, throwing "
    "confetti, throw confetti, hype dance, twerk, twerking, raise the roof, high five",
    "lurk": "lurk, lurking, hide, hiding, peek, peeking, peek over, peek over a wall, peeking over a wall, "
    "peeking over the wall, peeking out, peek out, spy, spying, stalk, stalking, watch from a corner, peep, "
    "peeping, behind a wall, behind the wall, hide behind a wall, sneaking, sneak, lurker",
    "wave": "wave, say hi, saying hi, say hello, saying hello, greet, greeting, say bye, saying bye, saying "
    "goodbye, wave hello, wave goodbye, waving hello, waving hi, waving goodbye, waving at chat, wave at chat, "
    "welcoming",
    "facepalm": "facepalm, face palm, facepalming, hand on face, hand over face, head in hands, smh, cringe, "
    "cringing, covering face, covering eyes, hiding face, shaking head",
}

# Verbs that ask something of the coach, or that name a game, and are no action of the subject.
NOT_AN_ACTION = (
    "give me", "give it", "give him", "give her", "give them", "show me", "bring back", "hi there", "hello there",
    "take a break", "break it down", "play button", "game over", "the game", "a game", "this game", "my game",
    "game is", "no game", "which game", "video game", "my stream", "the stream", "a stream", "our stream",
    "stream is", "on stream", "hold on", "hold up", "point of view", "read at", "readable", "hit me", "hi coach",
    "hello coach", "welcome screen", "my gaming", "gaming channel", "my streaming", "stream coach", "new stream",
    "stream starting", "streaming tonight", "starting stream", "stream schedule", "board game", "smash bros",
    "super smash bros", "break up", "snap chat", "sword play", "role play", "let's play", "lets play", "jump king",
    "jump scare", "fall guys", "just dance", "beat saber", "for sharing", "heat wave", "new wave", "brain wave",
    "swing by", "watch party", "sunday stream", "hype train", "stream team",
)  # fmt: skip

ACCESSORY_WORDS = {
    "headset": "headset, headphone, headphones, gaming headset, head set",
    "crown": "crown, as a king, as a queen, as a princess, as a prince, tiara, kings crown, gold crown",
    "party_hat": "party hat, birthday hat, partyhat, cone hat",
    "wizard_hat": "wizard hat, as a wizard, as a witch, as a mage, witch hat, witches hat, magic hat, mage hat, "
    "pointy hat, wizards hat, witch's hat",
    "santa_hat": "santa hat, as santa, as santa claus, christmas hat, xmas hat, santa cap, santas hat, santa's "
    "hat, santahat",
    "cap": "cap, baseball cap, snapback, backwards cap, trucker hat, hat, ball cap, dad hat",
    "halo": "halo, as an angel, angel halo, angel ring, angel",
    "horns": "horns, as a devil, as a demon, as the devil, devil horns, demon horns, devil horn, little horns",
    "bow": "bow, ribbon, hair bow, pink bow, hairbow, hair ribbon",
    "sunglasses": "sunglasses, shades, sun glasses, sunnies, deal with it glasses, cool glasses, aviators",
}

NOT_AN_ACCESSORY = (
    "bow tie", "bowtie", "bow and arrow", "bow down", "cowboy hat", "top hat", "pirate hat", "chef hat", "straw hat",
    "hard hat", "straw cap", "no cap", "bottle cap", "wine glasses", "air horn", "top of his hat", "rain bow",
    "a hat in time", "halo infinite", "halo mcc", "playing halo", "play halo", "for halo", "vr headset", "chefs hat",
    "chef's hat", "winter hat", "woolly hat", "knit hat", "western hat", "beer hat", "bucket hat", "flower crown",
)  # fmt: skip

SCENE_WORDS = {
    "sunburst": "sunburst, sun burst, sun rays, sunrays, rays, burst, comic burst, comic, halftone, action "
    "lines, pop art, starburst, star burst, explosion, rays of light, bright rays",
    "cozy": "cozy, cosy, cozy room, cosy room, cozy cabin, cozy cafe, cozy bedroom, cozy kitchen, string "
    "lights, fairy lights, bokeh, warm lights, bedroom, cafe, coffee shop, living room, fireplace, warm room, "
    "cabin, comfy room, gaming room, campfire, bakery, library",
    "synthwave": "synthwave, synth wave, vaporwave, retrowave, outrun, neon city, neon grid, 80s, eighties, "
    "cyberpunk, neon, retro sunset, neon lights, city at night, night city, city skyline, skyline, sunset grid, "
    "arcade, tron",
    "space": "space, outer space, galaxy, stars, starry, starry sky, starry night, cosmos, cosmic, nebula, "
    "universe, planets, planet, deep space, milky way, the moon, night sky",
    "horror": "horror, spooky forest, haunted, haunted house, graveyard, cemetery, dark forest, blood moon, "
    "foggy forest, creepy forest, halloween night, nightmare, scary forest",
}
