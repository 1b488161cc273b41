"""Words for what a face shows (expressions) and how the whole picture feels (moods), chat slang included."""

EXPRESSION_WORDS = {
    "rage": "rage, raging, angry, anger, mad, furious, fuming, tilted, tilt, malding, mald, ragequit, rage "
    "quit, livid, pissed, pissed off, salty, enraged, seething, seethe, grumpy, angy, angery, madge, reee, annoyed, "
    "losing it, losing their mind, losing his mind, losing her mind, triggered, screaming in rage, frustrated, "
    "hangry, fury, rager, grr, grrr",
    "hype": "hype, hyped, excited, exciting, pumped, pogchamp, pog, poggers, pogging, poggies, pogu, pogged, "
    "letsgo, stoked, thrilled, ecstatic, amped, star eyes, starry eyed, starry eyes, popping off, pop off, hypers, "
    "hyper, fired up, victorious, triumphant, peepohappy, wooo, woo, yay",
    "cry": "cry, crying, tears, weep, weeping, sob, sobbing, bawling, bawl, teary, tearful, in tears, "
    "biblethump, bible thump, ugly crying, happy tears, wailing, wail",
    "sad": "sad, sadge, unhappy, depressed, feelsbadman, feels bad man, gloomy, feeling down, bummed, "
    "heartbroken, disappointed, lonely, upset, moping, feeling blue, peeposad, sulk, sulking, sulky, pout, pouting, "
    "sorrow, miserable, defeated, sadness, glum, copium, coping, cope",
    "love": "love, loving, in love, heart eyes, lovestruck, adoring, adore, smitten, simp, simping, kiss, "
    "kissing, lovey, affectionate, blushing, blush, shy, love struck, uwu, bashful",
    "sleepy": "sleepy, eepy, sleeping, asleep, sleep, tired, exhausted, drowsy, snoozing, snooze, yawning, "
    "yawn, snoring, snore, napping, nap, bedge, afk, zzz, half asleep, dozing, doze, burnt out, worn out, bored, "
    "weary",
    "smug": "smug, smirk, smirking, sly, cheeky, cocky, ez, ezy, kappa, evil grin, mischievous, sneaky, sus, "
    "proud, devious, scheming, judging, unimpressed, side eye, side eyeing, sideeye, evil, villainous, naughty, "
    "suspicious, skeptical, smirky, troll, trolling, seen it all",
    "shocked": "shocked, shock, surprised, surprise, gasp, gasping, astonished, amazed, stunned, wow, omg, mind "
    "blown, mindblown, jaw drop, jaw dropped, jaw dropping, speechless, startled, pikachu face, d:, woah, whoa, "
    "disbelief, astonishment, wide eyed, wide eyes, blown away, stare, staring, flabbergasted, monkaw",
    "laugh": "laugh, laughing, lol, lmao, lul, lulw, omegalul, kekw, kek, lmfao, rofl, haha, hahaha, cackle, "
    "cackling, giggle, giggling, cracking up, dying of laughter, dying laughing, hysterical, rolling, xd, icant, "
    "chuckling, chuckle, wheeze, wheezing, grin, grinning",
    "wink": "wink, winking, winky, flirt, flirting",
    "scared": "scared, afraid, terrified, frightened, fear, spooked, monkas, monka, nervous, anxious, worried, "
    "panic, panicking, panicked, horrified, sweating, sweaty, shaking, trembling, stressed, screaming, scream, "
    "freaking out, freaked out, uneasy, worry, in fear, creeped out",
    "cool": "cool, badass, slick, deal with it, like a boss, unbothered, chad, gigachad, sigma, swagger, swag, "
    "nonchalant, calm, chill, chilled, chilling, chillin, relaxed, serene, zen, stoic, deadpan",
    "cozy": "cozy, cosy, comfy, comfi, snug, snuggly, peaceful, warm and fuzzy, wholesome, blissful, bliss, "
    "relieved, satisfied, comfortable, vibing, catjam, comfy vibes",
    "confused": "confused, confusing, puzzled, huh, wut, wat, thinking, think, thonk, pepega, clueless, derp, "
    "derpy, wtf, question mark, baffled, perplexed, dumbfounded, silly, goofy, dizzy, wacky, weird, pondering, "
    "hmmge, unsure, confusion",
    "dead": "dead, died, die, dying, rip, deadge, ko, k.o., knocked out, dead inside, x eyes, wasted, you died, "
    "fainted, passed out, deceased, ded, game over, slain, killed, f in chat, press f",
    "happy": "happy, smile, smiling, smiley, joy, joyful, cheerful, glad, feelsgoodman, feels good, feels good "
    "man, delighted, friendly, grateful, thankful, sweet, pleased, beaming, jolly, merry, happiness, hehe, bubbly, "
    "wholesome smile, adorable, playful",
}

# "What?" and other plain talk that only looks like a feeling.
NOT_AN_EXPRESSION = (
    "i think", "what is", "what are", "what about", "what can", "what do", "what does", "what should", "what would",
    "what colour", "what color", "what if", "no fun", "feel like", "dying to", "would love", "i love", "id love",
    "i'd love", "we love", "they love", "love it", "love this", "love that", "love the", "a heart", "heart of",
    "for fun", "lost ark", "a lost", "dead by daylight", "dead cells", "dead space", "left 4 dead", "the dead",
    "walking dead", "red dead", "down there", "down the", "calm down", "write down", "upside down", "sit down",
    "nice one", "nice try", "nice and", "nice to", "final boss", "boss fight", "boss kill", "boss rush", "a boss",
    "the boss", "mad max", "happy wheels", "sleeping dogs", "devil may cry", "far cry", "sunny day", "so what",
    "whats", "what's", "for what", "that's what", "thinking about", "thinking of", "evil dead", "resident evil",
    "death stranding", "little nightmares", "rip off", "play fun", "cool down", "scream fortress", "rolling in",
    "rip and tear", "think of", "down with", "nice day", "looks nice", "looks cool", "sounds cool", "sounds nice",
    "sounds fun", "looks good", "that's cool", "thats cool", "is cool", "cool thanks", "ok cool", "cool ok",
)  # fmt: skip

MOOD_WORDS = {
    "cozy": "cozy, cosy, comfy, snug, homey, homely, warm, soft, wholesome, lofi, autumn, warm and fuzzy",
    "hype": "hype, hyped, energetic, exciting, high energy, action, intense, explosive, party, festive, "
    "celebration, hypers, victory, pog",
    "rage": "rage, angry, raging, furious, aggressive, salty, tilted, chaos, chaotic",
    "sad": "sad, sadge, melancholy, gloomy, emotional, depressing, bittersweet, dramatic, somber, moody",
    "sneaky": "sneaky, stealthy, stealth, mischievous, sly, mysterious, mystery, sus, lurky",
    "chill": "chill, chilled, relaxed, laid back, calm, mellow, easygoing, peaceful, zen, relaxing, cool",
    "love": "love, lovely, romantic, romance, valentine, valentines, heartwarming, thankful",
    "sleepy": "sleepy, dreamy, late night, drowsy, tired, bedtime, sleep",
    "spooky": "spooky, scary, horror, creepy, halloween, haunted, eerie, dark, nightmare, terrifying, gory, bloody",
    "retro": "retro, 80s, eighties, 90s, nostalgic, nostalgia, synth, arcade, pixel, oldschool, old school, "
    "vintage, 8 bit, 8bit, futuristic, cyberpunk, sci fi, scifi",
    "cute": "cute, kawaii, adorable, sweet, pastel, uwu, girly, precious, bubbly",
    "epic": "epic, legendary, competitive, esports, heroic, tryhard, tournament, clutch, badass, dark fantasy, "
    "majestic, serious, cinematic, grand",
    "funny": "funny, silly, goofy, meme, memey, comedy, comedic, hilarious, wacky, joke, fun, playful, "
    "lighthearted, derpy",
}
