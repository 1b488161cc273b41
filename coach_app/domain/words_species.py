"""Words for the animals and creatures of the mascot kit."""

SPECIES_WORDS = {
    "axolotl": "axolotl, axie, lotl",
    "cat": "cat, kitty, kitten, neko, feline, tabby, catto, pussycat, tomcat, catgirl",
    "fox": "fox, foxy, foxo, kitsune, fennec, vixen",
    "frog": "frog, froggy, froggie, froggo, toad, pepe, froge",
    "dog": "dog, doggo, doggy, doggie, puppy, pup, pupper, doge, hound, corgi, shiba, shiba inu, husky, pug, "
    "poodle, retriever, dachshund, dalmatian, beagle, labrador",
    "panda": "panda, panda bear",
    "bunny": "bunny, rabbit, bnuuy, bun bun, bunbun",
    "bear": "bear, teddy, teddy bear, polar bear, grizzly, bear cub, brown bear, black bear",
    "dragon": "dragon, drake, wyvern",
    "raccoon": "raccoon, trash panda, tanuki",
    "penguin": "penguin, pengu, pingu",
    "chick": "chick, chicken, baby chicken, baby chick, chickie, chickadee",
    "ghost": "ghost, ghosty, ghostie, spirit, phantom, spectre, specter, poltergeist, spook",
    "slime": "slime, blob, goo, jelly blob, slimey, ooze, slimeball",
    "robot": "robot, bot, android, mech, cyborg, droid, robo",
    "zombie": "zombie, undead",
    "alien": "alien, martian, extraterrestrial, little green man, little green men",
    "capybara": "capybara, capy",
    "wolf": "wolf, wolves, werewolf, wolfy, wolfie, dire wolf",
    "bee": "bee, bumblebee, bumble bee, honeybee, honey bee, beez",
    "unicorn": "unicorn, alicorn",
}

# Phrases with an animal in them that do not mean the animal.
NOT_A_SPECIES = (
    "hot dog", "red panda", "cat ears", "bunny ears", "fox ears", "dog ears", "bear ears", "bear with me",
    "dragon fruit", "ghost town", "hair of the dog", "in good spirits", "spirits", "wolf down", "chicken out",
    "chicken nugget", "chicken wing", "chicken leg", "dog days", "dog tired", "cat nap", "ghost of tsushima",
    "dragon age", "dragon ball", "dragon quest", "zombie apocalypse", "plants vs zombies", "plants versus zombies",
    "alien isolation", "slime rancher", "chat bot", "bot lane", "robot voice", "sleeping dogs", "bear in mind",
    "cat food", "dog food", "black myth", "cod zombies", "spirit island", "goo lagoon", "wolf among us",
    "fat bear week",
)  # fmt: skip
