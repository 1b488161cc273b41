"""What streamers say to the coach itself, tidied as `intents` tidies a message: no apostrophes, "this" is "it"."""

INTENT_WORDS = {
    "reset": "start over, start again, start fresh, start new, start from scratch, begin again, reset, clear "
    "all, clear everything, clear it, from scratch, scrap it, scrap everything, new idea, forget it, forget all it, "
    "forget everything, delete everything, remove everything, lets start over, lets start again, something else "
    "entirely, wipe it, new brief, can we start over, can i start over",
    "undo": "undo, undo it, go back, take it back, revert, revert it, ctrl z, change it back, put it back",
    "surprise": "surprise me, surprise, something random, anything random, random, random one, anything, "
    "something, anything you like, anything you want, something you like, go wild, be creative, anything is fine, "
    "anything works, whatever you like, whatever you want, whatever you think, roll the dice, make something, make "
    "anything, draw something, draw anything, do something, do something random, make me something, draw me "
    "something, give me something, give me something random, make something random, make something cool, make "
    "something fun, make something funny, got any ideas, any ideas, any idea, give me an idea, give me ideas, give "
    "me some ideas, inspire me, new ideas, ideas, i need ideas, i need an idea, something cool, something fun, "
    "something funny, show me something, something nice, something cute, you do it, fill in the rest, you do the "
    "rest",
    "choose": "idk, i dont know, dont know, dunno, i dunno, do not know, i do not know, no idea, i have no "
    "idea, no clue, i have no clue, not sure, im not sure, i am not sure, not sure yet, i dont know yet, idk yet, "
    "cant decide, i cant decide, dont mind, i dont mind, dont care, i dont care, you choose, you decide, you pick, "
    "you pick one, you choose one, you pick it, you choose it, you tell me, pick for me, choose for me, decide for "
    "me, up to you, its up to you, your call, your choice, dealers choice, whatever, doesnt matter, it doesnt "
    "matter, dont matter, no preference, either, either is fine, idc, pick one, pick something, choose one, choose "
    "something, what do you think, what would you pick, what would you choose, what would you suggest, what do you "
    "suggest, what do you recommend, what should i pick, what should i choose, what fits, what fits best, help me "
    "choose, help me decide, help me pick, any, any of them, all of them, idk what, idk really, idk honestly, idk "
    "tbh, idk man, idk bro, suggest something, suggest one, recommend something, you",
    "generate": "generate, generate it, generate now, render, render it, go ahead, do it, make it happen, ship "
    "it, send it, start drawing, draw it, make it, create it, paint it, show me, show it, give it, finish it, build "
    "it, can i see it, can i get it, can i have it, i want to see it, let me see, let me see it, lets see, lets see "
    "it, lets draw it, lets make it, lets do it, im done, im ready, were done, its done, looks done, its ready, "
    "good to go, looks good to go, its good to go, its it, its all, it is it, it is all, done, ready, go, go go, go "
    "go go, finish, finished, press generate, hit generate, click generate, draw, draw now, nothing else, no more, "
    "no more questions, just draw it, just make it, just generate, just do it, enough, its enough, make one, draw "
    "one, make the emote, make the thumbnail, make an emote, make a thumbnail, generate an emote, generate a "
    "thumbnail, can you draw it, can you make it, can you generate it, can you make it now, stop asking, i said "
    "generate, generate image, generate picture, generate the picture, generate the image, start generating, begin, "
    "start, create, lgtm, make the badge, make the panel, make the banner, make the picture, make a badge, make "
    "a panel, make a banner, generate the badge, generate the panel, generate the banner",
    "another": "another, another one, another version, another take, another try, again, one more, try again, "
    "redo, redo it, different one, a different one, different version, a different version, more variations, more "
    "versions, more like it, variation, a variation, retry, regenerate, regenerate it, reroll, new version, do it "
    "again, make another, make another one, draw another one, draw it again, something different, same again",
    "skip": "no, nope, nah, na, none, nothing, skip, skip it, next, pass, no thanks, no thank you, no ty, not "
    "really, not needed, leave it, leave it out, leave it empty, leave it blank, without, n, no need, nvm, "
    "nevermind, never mind, no game, no extras, no extra, none of them, none of it, none of those, keep it natural, "
    "keep it as it is, keep it as is, keep it simple, keep it plain, nothing just the face, nothing just the head, "
    "just the face, just the head, its own colour, its own color, natural colour, natural color, natural, nothing "
    "special, nothing extra, nothing on it, not for a game, no particular game, no mood, no special mood, fine as "
    "it is, its fine, its ok, its okay, no its fine, nah its fine, no skip, no skip it, skip for now, next "
    "question, not now, maybe later, later, no im good, im good, nah im good, no nothing, no game in particular, no "
    "preference at all, i dont want any, i dont want one, i dont need it, dont need it, dont want it, i dont play "
    "games, im not playing, normal, normal colour, normal color, default, the usual, regular, no action, no "
    "accessories, no hat, just the words, just the label, words only, only words, only the words, just words, no "
    "frame, no mascot, no picture, no icon, no character, no animal, no shape, no special shape, no small line, "
    "no sub line",
    "agree": "yes, yeah, yep, yup, y, ya, sure, ok, okay, okie, k, of course, definitely, sounds good, sounds "
    "great, sounds fun, why not, absolutely, go for it, sure thing, it one, it works, perfect yes, correct, "
    "exactly, alright, yea, yes it, yes do it, right, fine, kk, okok, oki, oke, bet, yes i do, i do, please do",
    "thanks": "thanks, thank you, thx, ty, tysm, tyvm, cheers, much appreciated, thanks so much, thanks a lot, "
    "thank you so much, thank you very much, thanks man, thanks bro, thanks dude, thanks buddy, many thanks, thanks "
    "for it, thanks for the help, thanks for your help, thank you for your help, appreciate it, ty so much, thanks "
    "youre the best, youre the best, youre awesome, youre great, thanks its great, thanks its perfect, thanks love "
    "it, thanks bye, bye, goodbye, see you, see ya, cya, good night, ty ty, thank u, gracias, danke, merci",
    "greeting": "hi, hey, hello, hiya, heya, yo, sup, whats up, good morning, good evening, good afternoon, "
    "good day, howdy, hola, greetings, o, wassup, ello, hai, henlo, hi there, hey there, hello there, hi all, hello "
    "chat, hi chat, hi again, hello again, hey again, hi friend, hi bot, hello bot, hey bot, hi buddy, how are you, "
    "hi how are you, hey how are you, hello how are you, how are you doing, hi how are you doing, how are you "
    "today, how is it going, hows it going, hey whats up, heyo, hi hi, morning, evening, hallo, im new here, im "
    "new, first time here, test, testing",
    "praise": "love it, i love it, like it, i like it, love it so much, i love it so much, its nice, its great, "
    "its awesome, its amazing, its perfect, its cool, its good, its beautiful, its cute, its so cute, its so good, "
    "its so cool, looks nice, looks great, looks awesome, looks amazing, looks perfect, looks cool, looks good, "
    "looks cute, nice, great, awesome, amazing, perfect, cool, good, beautiful, sick, dope, epic, sweet, cute, "
    "neat, excellent, fantastic, wonderful, brilliant, adorable, lovely, wow, so cute, so good, so cool, very nice, "
    "very good, very cool, really nice, really good, really cool, well done, good job, great job, nice job, nice "
    "work, great work, nice one, gj, chefs kiss, aw, aww, omg love it, omg its so cute, wow love it, its lit, thats "
    "lit, good one, lets go, lol nice, it is great, it is perfect, it is awesome, it is amazing, it is cool, haha "
    "nice, pog, poggers, sweet thanks, based",
    "dislike": "i changed my mind, changed my mind, change my mind, i dont like it, dont like it, i do not like it, "
    "i dont really like it, i dont like it one, i "
    "hate it, hate it, its ugly, its bad, its wrong, its terrible, its awful, its off, its weird, its boring, looks "
    "ugly, looks bad, looks wrong, looks weird, looks off, looks terrible, looks awful, ugly, meh, ew, eww, not "
    "good, not great, not what i wanted, not what i want, not what i meant, not quite, not right, not like it, "
    "wrong, bad, its not it, its not right, its not what i wanted, its not what i want, its not what i meant, it is "
    "ugly, it is bad, it is wrong, boring, its not good, its not great, terrible, awful, not it, no not it, nope "
    "not it, cringe it",
    "help": "help, help me, commands, command, what now, what next, now what, how, menu, options, examples, "
    "example, give me examples, show me examples, show examples, i need help, can you help, can you help me, what, "
    "huh, how does it work, what is it, whats it, im confused, im lost, i dont understand, i dont get it, explain",
}

# Said around what is meant; dropped from both ends.
POLITE_WORDS = (
    "hm hmm hmmm ok okay k please pls plz just now then so well um uh oh alright right and coach lol haha tbh here "
    "actually yes yeah yep man bro dude mate buddy honestly really for me i guess maybe thanks thx ty thank you xd"
)
