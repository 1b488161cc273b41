"""Everyday words that look like a thing or a doing but are none that can be drawn by itself."""

from coach_app.domain.phrases import word_set

# Words around a wish that name nothing.
NO_NOUNS = word_set(
    "every hour hours minute minutes second seconds uhh ugh umm ehm eh ehh ah ahh ohh hm hmm hmmm obviously "
    "basically win winning lose losing beat beating kills killing viewers generate generated render done ready "
    "start rn tbh fr ngl imo btw asap lmk ig afaik omw af i i'm im you we it its it's me my he she they this that "
    "these those want wanna need would like love have has can could please pls plz do does did make made making "
    "draw drawing create creating give get got show let's lets emote emotes thumbnail thumbnails picture image "
    "something anything thing things someone one ones sub subs viewer channel stream streams streamer streaming "
    "video videos chat game games gaming also just now ok okay no not yes yeah maybe actually instead same "
    "different another new more less how about what why when where who which should there here some bit lot kind "
    "sort type way style idea ideas version time day today be been being am are was were if then than too add put "
    "use change turn swap replace keep go going think guess mean really very so pretty well um uh lol haha looks "
    "look looking feel feels feeling thanks thank hi hey hello all everything nothing none only still even dont "
    "don't but and or with without for from into onto out up down off by as at in on of to the a an emoji icon "
    "logo badge face expression text word words color colour colors colours background mood vibe vibes action "
    "subject character animal him her them his their your us our will won't cant can't wont didnt doesnt pog gg "
    "hype lurk first last best next boss kill run fight death moment clip highlight episode part series challenge "
    "reaction guide tutorial review funny ever name names nick"
)
NO_DOINGS = word_set(
    "loading ranking reacting rating something anything nothing everything thing king ring string wing morning "
    "evening spring during being having wearing looking making using feeling getting going doing trying saying "
    "coming starting watching surviving wanting needing thinking amazing interesting boring charming stunning "
    "ending beginning ceiling building clothing lightning pudding wedding bling ping ding ling sing bring sting "
    "swing earring earrings icing topping stocking greeting greetings asking wondering hoping leaving adding "
    "drawing changing writing according including regarding living coloring colouring setting working existing "
    "matching gonna testing giving keeping putting taking meaning warning everthing streaming gaming begging "
    "vtubing speaking talking hearing seeing liking loving hating missing waiting standing sitting fucking "
    "freaking frickin frigging outstanding charging darling duckling"
)
NO_THINGS = word_set(
    "chat friend friends text style vibe vibes background backdrop colour color colours colors outline border "
    "glow shadow lot lots bit more less detail details energy effect effects sparkle sparkles confetti smile face "
    "mood feeling emote thumbnail sticker one thing things something anything it that this me you them him her us "
    "look expression words word letters touch kind type sort stuff part everything nothing theme brand logo "
    "stream channel attitude passion joy anger"
)
# What belongs to a subject and can be neither held nor coloured on its own.
PARTS_OF_A_SUBJECT = word_set(
    "eye eyes hair ear ears tail wing wings tooth teeth fang fangs tongue cheek cheeks beard mustache moustache "
    "arm arms leg legs hand hands paw paws claw claws mouth nose lip lips muscle muscles belly freckle freckles "
    "spot spots stripe stripes eyebrow eyebrows mane gill gills head feet"
)
# Worn, whatever stands before them; what of them is in the kit, the vocabulary knows.
THINGS_TO_WEAR = word_set(
    "glasses goggles monocle mask eyepatch earring earrings necklace tie bowtie scarf hat helmet hood cape hoodie "
    "jacket shirt dress suit costume sweater jumper armor armour kimono onesie tuxedo shoes boots gloves bandana "
    "beanie jersey uniform tiara"
)
