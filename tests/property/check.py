#!/usr/bin/env python3
"""Holds the program to what must be true of whatever it reads.

usage: check.py PROPERTY PROGRAM ROOT COUNT SEED

COUNT articles are made, the first with SEED; the examples are read too. A
failure names the seed: it makes the article again. PROPERTY is a function
below, whose first line says what holds.
"""

# SPDX-License-Identifier: MIT
import collections
import hashlib
import os
import re
import subprocess
import sys

import articles

ID = "https://w3id.org/attache/id/"
ATT = "https://w3id.org/attache/ns#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LINE = re.compile(r"<([^>]*)> <([^>]*)> (.*) \.$")
Case = collections.namedtuple("Case", "name text people")


class Checker:
    """The program, and the articles it is given."""

    def __init__(self, program, root, count, seed):
        self.program = program
        self.known = articles.states(f"{root}/ontology")
        self.failures = []
        self.cases = []
        self.made = [Case(f"seed {number}",
                          *articles.article(number, self.known))
                     for number in range(seed, seed + count)]
        folder = f"{root}/examples"
        for name in sorted(os.listdir(folder)):
            if name.endswith(".txt"):
                with open(f"{folder}/{name}", encoding="utf-8") as file:
                    self.cases.append(Case(name, file.read(), ()))
        self.cases += self.made

    def run(self, *arguments):
        """What the program prints."""
        done = subprocess.run([self.program, *arguments], check=False,
                              capture_output=True, timeout=120)
        if done.returncode != 0:
            raise SystemExit(f"{arguments}: {done.returncode} {done.stderr}")
        return done.stdout.decode()

    def graph(self, text, *options):
        """The lines of an article's graph, as N-Triples."""
        with open("article.txt", "w", encoding="utf-8") as file:
            file.write(text)
        return self.run("extract", "-f", "ntriples", *options,
                        "article.txt").splitlines()

    def expect(self, holds, case, what):
        """Keeps what does not hold."""
        if not holds:
            self.failures.append(f"{case.name}: {what}")


def triples(lines):
    """The lines' subjects, predicates and objects, their escapes read."""
    plain = [re.sub(r"\\u([0-9A-F]{4})", lambda code: chr(int(code[1], 16)),
                    line) for line in lines]
    return [LINE.match(line).groups() for line in plain]


def number(value):
    """An integer, out of its literal."""
    return int(value.split('"')[1])


def offsets(checker):
    """A mention's offsets hold its words, and lie in one sentence."""
    for case in checker.cases:
        data = case.text.encode()
        facts = collections.defaultdict(dict)
        for subject, predicate, value in triples(checker.graph(case.text)):
            facts[subject][predicate] = value
        sentences = {}
        for row in checker.run("trace", "tokens", "article.txt").splitlines():
            sentence, begin, end = map(int, row.split("\t")[:3])
            first = sentences.get(sentence, (begin, end))[0]
            sentences[sentence] = (first, end)
        for mention, said in facts.items():
            if ATT + "beginByte" not in said:
                continue
            begin = number(said[ATT + "beginByte"])
            end = number(said[ATT + "endByte"])
            words = data[begin:end].decode()
            checker.expect(0 <= begin < end <= len(data), case, mention)
            told = said[NIF + "anchorOf"][1:-1]
            checker.expect(
                " ".join(words.split()).replace('"', '\\"') ==
                " ".join(told.replace("\\n", " ").split()), case,
                f"{mention} is {words!r}, not {told!r}")
            checker.expect(
                number(said[NIF + "beginIndex"]) ==
                len(data[:begin].decode()), case, f"{mention} in characters")
            form = said.get(ATT + "form", "")
            if ATT + "refersTo" in said and "DateExpression" not in form:
                checker.expect(
                    any(first <= begin and end <= last
                        for first, last in sentences.values()),
                    case, f"{mention} {words!r} is in no sentence")


def entities(checker):
    """What a fact names is described in the same graph.

    Not so what the ontology adds of its own: the state that a place lies in,
    the place that a capital's name is not used for.
    """
    own = (f"{ATT}inState", f"{ATT}literalReferent")
    for case in checker.cases:
        facts = triples(checker.graph(case.text, "--provenance", "full"))
        typed = {subject for subject, predicate, _ in facts
                 if predicate == TYPE}
        for subject, predicate, value in facts:
            if predicate not in own and re.match(f"<{ID}(?!graph/)", value):
                checker.expect(value[1:-1] in typed, case,
                               f"{subject} {predicate} {value}")


def roundtrip(checker):
    """What is written in any format is read as the same graph."""
    everything = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    for case in checker.cases:
        graph = sorted(checker.graph(case.text, "--provenance", "full"))
        for form, extension in (("turtle", "ttl"), ("ntriples", "nt"),
                                ("rdfxml", "rdf")):
            name = f"graph.{extension}"
            checker.run("extract", "--provenance", "full", "-f", form, "-o",
                        name, "article.txt")
            read = checker.run("query", "-d", name, "-f", "ntriples",
                               everything).splitlines()
            checker.expect(sorted(set(read)) == graph, case, form)


def together(checker):
    """Articles read at once say what they say one by one."""
    apart = set()
    names = []
    for index, case in enumerate(checker.cases):
        apart |= set(checker.graph(case.text))
        names.append(f"{index:04}.txt")
        os.replace("article.txt", names[-1])
    apart = {line for line in apart if "dc/terms/identifier" not in line}
    for jobs in ("1", "2"):
        said = checker.run("extract", "-f", "ntriples", "-j", jobs,
                           *names).splitlines()
        said = {line for line in said if "dc/terms/identifier" not in line}
        for line in sorted(said ^ apart):
            checker.failures.append(f"{jobs} jobs: {line}")


def comparable(lines):
    """The graph without what is made from the bytes of the whole article."""
    lines = [re.sub(r"(/[a-z]+/)a[0-9a-f]{16}(?![0-9a-f])", r"\1a", line)
             for line in lines if "contentSha256" not in line and
             "byteLength" not in line]
    hashed = re.compile(rf"<{ID}([a-z]+)/[a-z][0-9a-f]{{16,}}>")
    said = collections.defaultdict(list)
    for line in lines:
        name = hashed.match(line)
        if name:
            said[name[0]].append(hashed.sub("", line))
    names = {name: "<{}>".format(hashlib.sha256(
        "".join(sorted(about)).encode()).hexdigest()[:16])
        for name, about in said.items()}
    return {hashed.sub(lambda name: names.get(name[0], name[0]), line)
            for line in lines}


def difference(before, after):
    """What is lost and what is new, the first few lines of each."""
    lost = [f"  - {line}" for line in sorted(before - after)[:4]]
    new = [f"  + {line}" for line in sorted(after - before)[:4]]
    return "\n".join(["", *lost, *new])


def renaming(checker):
    """A person of another name does the same."""
    for case in checker.made:
        person = case.people[0]
        other = articles.other_name(case.name, person, case.text)
        before = "\n".join(checker.graph(case.text))
        text = case.text
        for old, new in zip(person.split(), other.split()):
            for form in (str, str.lower):
                before = re.sub(rf"\b{form(old)}\b", form(new), before)
            text = re.sub(rf"\b{old}\b", new, text)
        before = comparable(before.splitlines())
        after = comparable(checker.graph(text))
        checker.expect(before == after, case, f"{person} as {other}" +
                       difference(before, after))


def paragraph(checker):
    """What was said stays said when a paragraph on others follows."""
    for case in checker.made:
        before = comparable(checker.graph(case.text))
        text = case.text + "\n" + articles.paragraph(
            case.name, checker.known, case.text)
        after = comparable(checker.graph(text))
        checker.expect(before <= after, case, text +
                       difference(before, after & before))


PROPERTIES = (offsets, entities, roundtrip, together, renaming, paragraph)


def main(name, program, root, count, seed):
    """Checks one property; says what does not hold, at most twenty times."""
    checker = Checker(program, root, int(count), int(seed))
    for one in PROPERTIES:
        if one.__name__ == name:
            one(checker)
    for failure in checker.failures[:20]:
        print(failure)
    print(f"{name}: {len(checker.failures)} failures in "
          f"{len(checker.cases)} articles")
    return len(checker.failures) > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
