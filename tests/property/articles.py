"""Articles made from templates: the same seed gives the same articles."""

# SPDX-License-Identifier: MIT
import random
import re

GIVEN = ("Anton Bruna Celso Daria Edvin Farid Greta Hanna Imran Jonas Katya "
         "Lidia Mateo Nadia Orhan Petra Ramon Sonia Tariq Vilma").split()
FAMILY = ("Abasolov Belcourt Castella Dragunov Eklander Farhadin Grimaldo "
          "Hovstade Ilmarine Jankowit Kestrelo Lindqvar Morvanen Nakasero "
          "Orlandez Petrakis Quintero Rasmodin Sandovar Tervolin").split()
POSTS = ("Foreign Minister", "Prime Minister", "President", "Defence Minister",
         "Trade Minister", "Deputy Foreign Minister")
SECTORS = ("fisheries", "renewable energy", "agriculture", "tourism",
           "education", "defence")
SENTENCES = (
    "{demonym} {post} {person} met {demonym2} {post2} {person2} in {capital} "
    "on {day}.",
    "{family} said that {state} would increase cooperation with {state2} in "
    "{sector}.",
    "{person} and {person2} discussed {sector} and {sector2}.",
    "{family2} invited {family} to visit {capital2}.",
    "\"We value our partnership in {sector},\" {family2} told reporters.",
    "{state} and {state2} signed an agreement on {sector2} on {day}.",
    "{family} thanked {family2} for the support of {state2}.",
    "{state2} condemned the attack, {person2} said.",
    "{family} welcomed the decision and promised to send a delegation to "
    "{capital2}.",
)
UNRELATED = (
    "Separately, {state} and {state2} signed an agreement on {sector} on "
    "{day}.",
    "In other news, {demonym} {post} {person} visited {capital2} on {day}.",
    "Elsewhere, {demonym} {post} {person} met {demonym2} {post2} {person2} "
    "and discussed {sector}.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday")


def states(ontology):
    """Each state of the ontology: name, demonym, capital."""
    found = []
    with open(f"{ontology}/states.ttl", encoding="utf-8") as file:
        for block in re.split(r"\n(?=state:)", file.read()):
            name = re.search(r'rdfs:label "([A-Z][a-z]+)"', block)
            demonym = re.search(r'att:demonym "([A-Z][a-z]+)"', block)
            capital = re.search(r'att:metonym "([A-Z][a-z]+)"', block)
            if name and demonym and capital:
                found.append((name[1], demonym[1], capital[1]))
    return found


def cast(rng, known):
    """What a template's places may be filled with; all are different."""
    own, other = rng.sample(known, 2)
    given, family = rng.sample(GIVEN, 2), rng.sample(FAMILY, 2)
    posts, sectors = rng.sample(POSTS, 2), rng.sample(SECTORS, 2)
    return {
        "state": own[0], "demonym": own[1], "capital": own[2],
        "state2": other[0], "demonym2": other[1], "capital2": other[2],
        "person": f"{given[0]} {family[0]}", "family": family[0],
        "person2": f"{given[1]} {family[1]}", "family2": family[1],
        "post": posts[0], "post2": posts[1],
        "sector": sectors[0], "sector2": sectors[1], "day": rng.choice(DAYS),
    }


def article(seed, known):
    """Its text, and the two people that it is about."""
    rng = random.Random(seed)
    words = cast(rng, known)
    told = [SENTENCES[0]] + rng.sample(SENTENCES[1:], rng.randint(3, 6))
    text = "date 2026-03-11 Talks in {capital}\n\n{upper}: ".format(
        upper=words["capital"].upper(), **words)
    for number, sentence in enumerate(told):
        end = "\n\n" if number % 2 == 1 else " "
        text += sentence.format(**words) + end
    return text.rstrip() + "\n", (words["person"], words["person2"])


def paragraph(seed, known, text):
    """A paragraph about nobody and no state that `text` names."""
    rng = random.Random(f"{seed} unrelated")
    while True:
        words = cast(rng, known)
        names = [words[key] for key in words if not key.startswith(
            ("post", "sector", "day", "person"))]
        if not any(name in text or name.upper() in text for name in names):
            return rng.choice(UNRELATED).format(**words) + "\n"


def other_name(seed, person, text):
    """Another name, as long as this, of which `text` has nothing."""
    rng = random.Random(f"{seed} {person}")
    given, family = person.split()

    def instead(names, word):
        return rng.choice([name for name in names
                           if len(name) == len(word) and name not in text])

    return f"{instead(GIVEN, given)} {instead(FAMILY, family)}"
