/* The ontology: what we know, loaded once from Turtle. */
/* SPDX-License-Identifier: MIT */
#include "ontology_folder.h"

#include "ontology/check.h"

static const Term*
term_named(const Ontology* ontology, const char* name) {
  const uint32_t term = att_ontology_term(ontology, name);
  assert_int_not_equal(term, ONTOLOGY_NONE);
  return &ontology->terms.items[term];
}

static const KnownEntity*
entity_at(const Ontology* ontology, const char* path) {
  for (size_t i = 0; i < ontology->entities.length; i++) {
    if (att_slice_is(ontology->entities.items[i].path, path)) {
      return &ontology->entities.items[i];
    }
  }
  fail_msg("no entity %s", path);
  return NULL;
}

/* The senses of a phrase, whatever their case. */
static PhraseHit
senses_of(const Phrasebook* book, const char* phrase) {
  Arena arena = att_arena_begin(SIZE_MAX);
  PhraseHit hit = { 0 };
  assert_int_equal(att_phrasebook_find(&arena, book, att_slice(phrase), &hit),
                   ATT_OK);
  att_arena_end(&arena);
  return hit;
}

#define STATE                                                  \
  PREFIXES "state:PER a att:State ; rdfs:label \"Peru\"@en ; " \
           "att:iso2 \"PE\" ; att:iso3 \"PER\" .\n"

/* Terms */

static void
terms_go_by_name(void** state) {
  const Ontology* const ontology = loaded(*state, PREFIXES);
  const Term* const agent = term_named(ontology, "Agent");
  assert_true(att_slice_is(agent->iri, "https://w3id.org/attache/ns#Agent"));
  assert_true(att_slice_is(agent->name, "Agent"));
  assert_true(att_slice_is(agent->label, "agent"));
  assert_true(term_named(ontology, "sum")->datatype);
  assert_false(term_named(ontology, "principal")->datatype);
  assert_int_equal(att_ontology_term(ontology, "Nothing"), ONTOLOGY_NONE);
  assert_int_equal(att_ontology_term(ontology, ""), ONTOLOGY_NONE);
}

static void
ancestors_come_near_first(void** state) {
  const Ontology* const ontology = loaded(*state, PREFIXES);
  const Term* const group = term_named(ontology, "ArmedGroup");
  const char* const names[] = { "Organization", "Agent", "Body", "Actor" };
  assert_int_equal(group->ancestor_count, 4);
  for (size_t i = 0; i < 4; i++) {
    const Term* const term = &ontology->terms.items[group->ancestors[i]];
    assert_true(att_slice_is(term->name, names[i]));
  }
}

static void
a_term_is_itself_and_what_is_above(void** state) {
  const Ontology* const ontology = loaded(*state, PREFIXES);
  const uint32_t group = att_ontology_term(ontology, "ArmedGroup");
  const uint32_t agent = att_ontology_term(ontology, "Agent");
  assert_true(att_term_is_a(ontology, group, agent));
  assert_true(att_term_is_a(ontology, agent, agent));
  assert_false(att_term_is_a(ontology, agent, group));
  assert_false(att_term_is_a(ontology, ONTOLOGY_NONE, ONTOLOGY_NONE));
}

static void
a_range_is_inherited(void** state) {
  const Ontology* const ontology = loaded(*state, PREFIXES);
  const uint32_t agent = att_ontology_term(ontology, "Agent");
  assert_int_equal(term_named(ontology, "participant")->range, agent);
  assert_int_equal(term_named(ontology, "principal")->range, agent);
  assert_int_equal(term_named(ontology, "sum")->range, ONTOLOGY_NONE);
}

static void
classes_of_others_may_be_added(void** state) {
  const Ontology* const ontology =
    loaded(*state, PREFIXES "ex:Tribe a owl:Class ; "
                            "  rdfs:subClassOf att:Organization . "
                            "org:one a ex:Tribe ; rdfs:label \"One\" .");
  const KnownEntity* const entity = entity_at(ontology, "org/one");
  assert_int_equal(entity->kind, ENTITY_ORGANIZATION);
  assert_true(att_slice_is(ontology->terms.items[entity->class].name, "Tribe"));
}

static void
a_class_above_itself_is_refused(void** state) {
  assert_refused(*state, PREFIXES "att:Event rdfs:subClassOf att:Meeting .\n",
                 "att:Event stands above itself");
}

static void
an_unknown_term_is_told_with_the_nearest(void** state) {
  OntologyFolder* const folder = *state;
  assert_refused(folder,
                 PREFIXES "\nstate:PER a att:Stat ; rdfs:label \"Peru\" .\n"
                          "state:PER att:demonim \"Peruvian\" .\n"
                          "state:PER att:placeType att:Cty .\n",
                 "data.ttl:3: Unknown class att:Stat (is it att:State?)");
  assert_non_null(strstr(folder->messages,
                         "Unknown property att:demonim (is it att:demonym?)"));
  assert_non_null(
    strstr(folder->messages, "Unknown term att:Cty (is it att:City?)"));
}

static void
a_term_like_no_other_is_told_without(void** state) {
  assert_refused(*state, PREFIXES "state:PER a att:Qwertyuiop .",
                 "Unknown class att:Qwertyuiop\n");
}

/* Entities */

static void
entities_are_in_order_of_path(void** state) {
  const Ontology* const ontology =
    loaded(*state, PREFIXES "state:PER a att:State ; rdfs:label \"Peru\" . "
                            "place:x a att:Place ; rdfs:label \"X\" . "
                            "state:CHL a att:State ; rdfs:label \"Chile\" . "
                            "org:z a att:Organization ; rdfs:label \"Z\" .");
  const char* const paths[] = { "org/z", "place/x", "state/CHL", "state/PER" };
  assert_int_equal(ontology->entities.length, 4);
  for (size_t i = 0; i < 4; i++) {
    assert_true(att_slice_is(ontology->entities.items[i].path, paths[i]));
  }
}

static void
an_entity_says_what_it_is(void** state) {
  const Ontology* const ontology =
    loaded(*state,
           PREFIXES "state:PER a att:State ; rdfs:label \"Peru\"@en ; "
                    "  att:iso2 \"PE\" ; att:iso3 \"PER\" ; "
                    "  att:capital place:lima , place:cusco ; "
                    "  owl:sameAs ex:peru , ex:pe . "
                    "place:lima a att:Place ; rdfs:label \"Lima\"@en ; "
                    "  att:placeType att:City ; att:inState state:PER . "
                    "place:cusco a att:Place ; rdfs:label \"Cusco\"@en . "
                    "org:shining a att:ArmedGroup , att:Organization ; "
                    "  rdfs:label \"Shining\"@en ; att:ofState state:PER .");
  const KnownEntity* const peru = entity_at(ontology, "state/PER");
  const KnownEntity* const lima = entity_at(ontology, "place/lima");
  const KnownEntity* const group = entity_at(ontology, "org/shining");
  const uint32_t index = (uint32_t)(peru - ontology->entities.items);
  assert_int_equal(peru->kind, ENTITY_STATE);
  assert_true(att_slice_is(peru->label, "Peru"));
  assert_true(att_slice_is(peru->iso2, "PE"));
  assert_true(att_slice_is(peru->iso3, "PER"));
  assert_int_equal(peru->state, index);
  assert_ptr_equal(&ontology->entities.items[peru->capital], lima);
  assert_int_equal(peru->same_count, 2);
  assert_true(att_slice_is(peru->same_as[1], "http://example.org/pe"));
  assert_int_equal(lima->kind, ENTITY_PLACE);
  assert_true(att_slice_is(lima->type, "City"));
  assert_int_equal(lima->state, index);
  assert_int_equal(group->kind, ENTITY_ORGANIZATION);
  assert_int_equal(group->class, att_ontology_term(ontology, "ArmedGroup"));
  assert_int_equal(group->state, index);
  assert_int_equal(group->capital, ONTOLOGY_NONE);
}

static void
names_say_what_they_are_of_an_entity(void** state) {
  const Ontology* const ontology =
    loaded(*state,
           PREFIXES "state:PER a att:State ; rdfs:label \"Peru\"@en ; "
                    "  att:demonym \"Peruvian\"@en ; att:metonym \"Lima\" ; "
                    "  skos:altLabel \"Republic of Peru\"@en , \"PERU\" , "
                    "    \"Pérou\"@fr . "
                    "place:lima a att:Place ; rdfs:label \"Lima\"@en .");
  const KnownName* const names = ontology->names.items;
  const PhraseHit lima = senses_of(&ontology->gazetteer, "Lima");
  assert_int_equal(lima.sense_count, 2);
  assert_int_equal(names[lima.senses[0].value].form, NAME_LABEL);
  assert_int_equal(names[lima.senses[1].value].form, NAME_METONYM);
  const PhraseHit people = senses_of(&ontology->gazetteer, "Peruvian");
  assert_int_equal(names[people.senses[0].value].form, NAME_DEMONYM);
  const PhraseHit formal = senses_of(&ontology->gazetteer, "Republic of Peru");
  assert_int_equal(names[formal.senses[0].value].form, NAME_OTHER);
  assert_int_equal(senses_of(&ontology->gazetteer, "Perou").sense_count, 0);
}

static void
two_spellings_of_one_name_are_one_sense(void** state) {
  const Ontology* const ontology =
    loaded(*state,
           PREFIXES "org:x a att:Organization ; rdfs:label \"UNESCO\" ; "
                    "  skos:altLabel \"Unesco\" .");
  const PhraseHit hit = senses_of(&ontology->gazetteer, "unesco");
  assert_int_equal(hit.sense_count, 1);
  assert_int_equal(hit.senses[0].spelling, PHRASE_CAPITAL);
  assert_int_equal(ontology->names.length, 1);
}

static void
an_entity_without_a_label_is_refused(void** state) {
  assert_refused(*state, PREFIXES "\n\nstate:PER a att:State .",
                 "data.ttl:4: PER has no rdfs:label");
}

static void
an_entity_without_a_class_is_refused(void** state) {
  assert_refused(*state, PREFIXES "state:PER rdfs:label \"Peru\" .",
                 "PER has no class");
}

static void
an_entity_with_another_kind_of_name_is_refused(void** state) {
  assert_refused(*state, PREFIXES "ex:PER a att:State .",
                 "The IRI of PER does not start with");
}

static void
a_state_that_is_not_there_is_refused(void** state) {
  OntologyFolder* const folder = *state;
  assert_refused(folder,
                 STATE "place:a a att:Place ; rdfs:label \"A\" ;\n"
                       "  att:inState state:XXX .\n"
                       "org:b a att:Organization ; rdfs:label \"B\" ;\n"
                       "  att:ofState place:a .\n",
                 "att:inState of a: XXX is not there");
  assert_non_null(
    strstr(folder->messages, "att:ofState of b: a is of another kind"));
}

static void
two_states_in_one_place_are_refused(void** state) {
  assert_refused(*state,
                 STATE "state:CHL a att:State ; rdfs:label \"Chile\" . "
                       "place:a a att:Place ; rdfs:label \"A\" ; "
                       "  att:inState state:PER , state:CHL .",
                 "a has another att:inState already");
}

static void
a_code_is_one_states_only(void** state) {
  assert_refused(*state,
                 STATE "state:XXX a att:State ; rdfs:label \"X\" ; "
                       "  att:iso3 \"PER\" .",
                 "XXX has the att:iso3 of PER");
}

static void
a_code_is_so_many_capitals(void** state) {
  assert_refused(*state,
                 PREFIXES "state:PER a att:State ; rdfs:label \"Peru\" ; "
                          "  att:iso3 \"Per\" .",
                 "att:iso3 must be 3 capital letters");
}

static void
a_value_out_of_range_is_refused(void** state) {
  assert_refused(*state,
                 PREFIXES "place:a a att:Place ; rdfs:label \"A\" ; "
                          "  att:placeType att:Meeting .",
                 "att:Meeting is no att:PlaceType, as att:placeType must be");
}

static void
a_name_without_a_word_is_refused(void** state) {
  assert_refused(*state,
                 PREFIXES "state:PER a att:State ; rdfs:label \"...\" .",
                 "No text can hold the phrase \"...\"");
}

/* Concepts */

static void
concepts_are_in_order_with_what_is_above(void** state) {
  const Ontology* const ontology =
    loaded(*state,
           PREFIXES "sec:water a skos:Concept ; skos:prefLabel \"water\" . "
                    "sec:dams a skos:Concept ; skos:prefLabel \"dams\" ; "
                    "  skos:broader sec:water ; skos:altLabel \"barrage\" ; "
                    "  att:topicOnly true ; skos:hiddenLabel \"IT\" .");
  const Concept* const concepts = ontology->concepts.items;
  assert_int_equal(ontology->concepts.length, 2);
  assert_true(att_slice_is(concepts[0].name, "dams"));
  assert_true(att_slice_is(concepts[0].label, "dams"));
  assert_true(
    att_slice_is(concepts[0].iri, "https://w3id.org/attache/sector#dams"));
  assert_int_equal(concepts[0].broader, 1);
  assert_true(concepts[0].topic_only);
  assert_false(concepts[1].topic_only);
  assert_int_equal(concepts[1].broader, ONTOLOGY_NONE);
  assert_int_equal(senses_of(&ontology->sectors, "barrage").senses[0].value, 0);
  assert_int_equal(senses_of(&ontology->sectors, "water").senses[0].spelling,
                   PHRASE_ANY);
  assert_int_equal(senses_of(&ontology->sectors, "it").senses[0].spelling,
                   PHRASE_EXACT);
}

static void
concepts_in_a_circle_are_refused(void** state) {
  assert_refused(*state,
                 PREFIXES "sec:a a skos:Concept ; skos:prefLabel \"a\" ; "
                          "  skos:broader sec:b . "
                          "sec:b a skos:Concept ; skos:prefLabel \"b\" ; "
                          "  skos:broader sec:a .",
                 "the concepts go in a circle");
}

static void
a_concept_below_none_is_refused(void** state) {
  assert_refused(*state,
                 PREFIXES "sec:a a skos:Concept ; skos:prefLabel \"a\" ; "
                          "  skos:broader sec:b .",
                 "What skos:broader of a names is no concept");
}

/* The lexicon */

static void
words_are_of_classes(void** state) {
  const Ontology* const ontology =
    loaded(*state,
           PREFIXES "lexicon:post a att:WordClass ; "
                    "  att:word \"minister\" , \"prime minister\" , \"MP\" . "
                    "lexicon:month-5 a att:WordClass ; att:kind \"month\" ; "
                    "  att:value 5 ; att:word \"May\" . "
                    "lexicon:back a att:WordClass ; att:value -1 ; "
                    "  att:gives att:Considered ; att:word \"mull\" .");
  const PhraseHit post = senses_of(&ontology->lexicon, "prime minister");
  const PhraseHit may = senses_of(&ontology->lexicon, "may");
  const PhraseHit mull = senses_of(&ontology->lexicon, "mull");
  assert_true(att_lexicon_is(ontology, post.senses[0].value, "post"));
  assert_false(att_lexicon_is(ontology, post.senses[0].value, "month"));
  assert_int_equal(post.senses[0].spelling, PHRASE_ANY);
  assert_true(att_lexicon_is(ontology, may.senses[0].value, "month"));
  assert_int_equal(may.senses[0].spelling, PHRASE_CAPITAL);
  assert_int_equal(ontology->classes.items[may.senses[0].value].value, 5);
  const WordClass* const back = &ontology->classes.items[mull.senses[0].value];
  assert_int_equal(back->value, -1);
  assert_int_equal(back->gives, att_ontology_term(ontology, "Considered"));
  assert_int_equal(senses_of(&ontology->lexicon, "mp").senses[0].spelling,
                   PHRASE_EXACT);
  assert_false(att_lexicon_is(ontology, 99, "post"));
}

static void
what_is_no_integer_is_refused(void** state) {
  assert_refused(*state,
                 PREFIXES "lexicon:a a att:WordClass ; att:value \"1x\" .",
                 "The value of att:value is no integer");
}

static void
what_is_given_must_be_a_factuality(void** state) {
  assert_refused(*state,
                 PREFIXES "lexicon:a a att:WordClass ; att:gives att:City .",
                 "att:City is no att:Factuality, as att:gives must be");
}

/* Patterns */

/* What `use` finds in `subject`, as "begin-end", or "". */
static const char*
found(const Ontology* ontology, const char* use, const char* subject) {
  static char text[40];
  size_t count = 0;
  PatternMatch match;
  Matcher* matcher = NULL;
  const UsedPattern* const used = att_ontology_patterns(ontology, use, &count);
  assert_int_equal(count, 1);
  assert_int_equal(att_matcher_new(&matcher), ATT_OK);
  assert_int_equal(att_pattern_match(used->pattern, matcher, att_slice(subject),
                                     0, &match),
                   ATT_OK);
  att_matcher_free(matcher);
  (void)snprintf(text, sizeof text, "%zu-%zu", match.groups[0].begin,
                 match.groups[0].end);
  return match.found ? text : "";
}

static void
patterns_come_by_use_priority_and_name(void** state) {
  const Ontology* const ontology =
    loaded(*state, PREFIXES "pattern:c a att:Pattern ; att:use \"x\" ; "
                            "  att:priority 2 ; att:regex \"c\" . "
                            "pattern:b a att:Pattern ; att:use \"x\" ; "
                            "  att:priority 2 ; att:regex \"b\" . "
                            "pattern:d a att:Pattern ; att:use \"x\" ; "
                            "  att:regex \"d\" . "
                            "pattern:a a att:Pattern ; att:use \"y\" ; "
                            "  att:regex \"a\" .");
  size_t count = 0;
  const UsedPattern* const used = att_ontology_patterns(ontology, "x", &count);
  assert_int_equal(count, 3);
  assert_true(att_slice_is(used[0].name, "d"));
  assert_true(att_slice_is(used[1].name, "b"));
  assert_true(att_slice_is(used[2].name, "c"));
  assert_null(att_ontology_patterns(ontology, "z", &count));
  assert_int_equal(count, 0);
}

static void
words_stand_in_a_pattern_longest_first(void** state) {
  const Ontology* const ontology =
    loaded(*state, PREFIXES "lexicon:a a att:WordClass ; att:kind \"post\" ; "
                            "  att:word \"chief\" , \"a.b\" . "
                            "lexicon:b a att:WordClass ; att:kind \"post\" ; "
                            "  att:word \"chief of staff\" , \"d'affaires\" . "
                            "pattern:p a att:Pattern ; att:use \"p\" ; "
                            "  att:regex \"(?<x>{words:post}){1,2}\" .");
  assert_string_equal(found(ontology, "p", "chief of\n staff"), "0-15");
  assert_string_equal(found(ontology, "p", "axb"), "");
  assert_string_equal(found(ontology, "p", "a.ba.b"), "0-6");
  assert_string_equal(found(ontology, "p", "d\u2019affaires"), "0-12");
}

static void
patterns_stand_in_a_pattern(void** state) {
  const Ontology* const ontology =
    loaded(*state, PREFIXES "pattern:z a att:Pattern ; att:regex \"a|b\" . "
                            "pattern:m a att:Pattern ; "
                            "  att:regex \"{pattern:z}{pattern:z}\" . "
                            "pattern:a a att:Pattern ; att:use \"p\" ; "
                            "  att:regex \"^{pattern:m}+\\\\p{Lu}$\" .");
  assert_string_equal(found(ontology, "p", "abbaX"), "0-5");
  assert_string_equal(found(ontology, "p", "abbX"), "");
}

static void
a_class_without_words_matches_nothing(void** state) {
  const Ontology* const ontology =
    loaded(*state, PREFIXES "lexicon:none a att:WordClass . "
                            "pattern:a a att:Pattern ; att:use \"p\" ; "
                            "  att:regex \"x{words:none}\" .");
  assert_string_equal(found(ontology, "p", "x"), "");
}

static void
a_regex_that_does_not_compile_is_told_with_its_line(void** state) {
  assert_refused(*state,
                 PREFIXES "\n\npattern:a a att:Pattern ; att:regex \"a(\" .",
                 "data.ttl:4: The regular expression does not compile: ");
}

static void
an_unknown_class_of_words_is_refused(void** state) {
  assert_refused(*state,
                 PREFIXES
                 "pattern:a a att:Pattern ; att:regex \"{words:no}\" .",
                 "There is no class of words called no");
}

static void
an_unknown_pattern_is_refused(void** state) {
  assert_refused(*state,
                 PREFIXES
                 "pattern:a a att:Pattern ; att:regex \"{pattern:no}\" .",
                 "There is no pattern called no");
}

static void
an_unknown_reference_is_refused(void** state) {
  assert_refused(*state,
                 PREFIXES
                 "pattern:a a att:Pattern ; att:regex \"{word:post}\" .",
                 "{word:post} stands neither for words nor for a pattern");
}

static void
a_pattern_in_itself_is_refused(void** state) {
  assert_refused(*state,
                 PREFIXES
                 "\npattern:a a att:Pattern ; att:regex \"{pattern:b}\" .\n"
                 "pattern:b a att:Pattern ; att:regex \"{pattern:a}\" .\n",
                 "data.ttl:4: The pattern a stands in itself");
}

static void
a_pattern_without_a_regex_is_refused(void** state) {
  assert_refused(*state, PREFIXES "pattern:a a att:Pattern .",
                 "The pattern a has no att:regex");
}

static void
a_pattern_that_outgrows_its_limit_is_refused(void** state) {
  char text[4000] = PREFIXES "pattern:p0 a att:Pattern ; att:regex \"abcd\" .";
  for (int i = 1; i < 30; i++) {
    const size_t used = strlen(text);
    (void)snprintf(text + used, sizeof text - used,
                   "pattern:p%d a att:Pattern ; "
                   "att:regex \"{pattern:p%d}{pattern:p%d}\" . ",
                   i, i - 1, i - 1);
  }
  assert_refused(*state, text, "is longer than 262144 bytes, written out");
}

/* Files */

static void
every_file_is_read_and_no_other(void** state) {
  OntologyFolder* const folder = *state;
  folder_write(folder, "zz.ttl",
               PREFIXES "state:CHL a att:State ; rdfs:label \"Chile\" .");
  folder_write(folder, "notes.txt", "no Turtle");
  folder_write(folder, ".hidden.ttl", "no Turtle");
  const Ontology* const ontology = loaded(folder, STATE);
  assert_int_equal(ontology->entities.length, 2);
}

static void
mistakes_of_all_files_are_told(void** state) {
  OntologyFolder* const folder = *state;
  folder_write(folder, "one.ttl", "\n\n<a> <b> ; .\n");
  assert_refused(folder, "\n@prefix", "data.ttl:");
  assert_non_null(strstr(folder->messages, "one.ttl:3: "));
}

static void
a_folder_without_files_is_refused(void** state) {
  OntologyFolder* const folder = *state;
  const AttSink sink = { folder_report, folder };
  char path[128];
  (void)snprintf(path, sizeof path, "%s/vocabulary.ttl", folder->path);
  assert_int_equal(unlink(path), 0);
  assert_int_equal(folder_load(folder), ATT_ONTOLOGY);
  assert_non_null(strstr(folder->messages, "The folder holds no file *.ttl"));
  (void)snprintf(path, sizeof path, "%s/missing", folder->path);
  assert_int_equal(att_ontology_load(path, &sink, &folder->ontology),
                   ATT_ONTOLOGY);
  assert_non_null(strstr(folder->messages, "The folder cannot be opened"));
}

static void
any_number_of_mistakes_is_told_up_to_a_limit(void** state) {
  OntologyFolder* const folder = *state;
  static char text[20000] = PREFIXES;
  for (int i = 0; i < 300; i++) {
    const size_t used = strlen(text);
    (void)snprintf(text + used, sizeof text - used, "state:S%d a att:State .\n",
                   i);
  }
  assert_refused(folder, text, "no more are told");
  assert_non_null(strstr(folder->messages, "S0 has no"));
  assert_null(strstr(folder->messages, "S299 has no"));
}

/* Checking */

static void
what_is_hardly_meant_is_told(void** state) {
  OntologyFolder* const folder = *state;
  const AttSink sink = { folder_report, folder };
  const Ontology* const ontology =
    loaded(folder, PREFIXES "\npattern:a a att:Pattern ; att:regex \"a\" .\n"
                            "lexicon:none a att:WordClass .\n"
                            "frame:f a att:Frame ; att:evokes att:Meeting ; "
                            "  att:verb \"meet\" ; att:fires \"A met B.\" .\n"
                            "place:p1 a att:Place ; rdfs:label \"San Juan\" . "
                            "place:p2 a att:Place ; rdfs:label \"San Juan\" . "
                            "place:p3 a att:Place ; rdfs:label \"San Juan\" . "
                            "place:p4 a att:Place ; rdfs:label \"San Juan\" . "
                            "place:p5 a att:Place ; rdfs:label \"San Juan\" . "
                            "place:p6 a att:Place ; rdfs:label \"San Juan\" ; "
                            "  att:demonym \"San Juan\" .");
  assert_int_equal(att_ontology_lint(ontology, &sink), ATT_OK);
  assert_string_equal(
    folder->messages,
    "data.ttl:3: The pattern a has no att:use: nothing tries it\n"
    "data.ttl:4: The class none has no words here\n"
    "data.ttl:5: The frame f has no sentence that must not fire it\n"
    ":0: \"san juan\" is a name of 6 entities\n");
}

int
main(void) {
  const struct CMUnitTest tests[] = {
    FOLDER_TEST(terms_go_by_name),
    FOLDER_TEST(ancestors_come_near_first),
    FOLDER_TEST(a_term_is_itself_and_what_is_above),
    FOLDER_TEST(a_range_is_inherited),
    FOLDER_TEST(classes_of_others_may_be_added),
    FOLDER_TEST(a_class_above_itself_is_refused),
    FOLDER_TEST(an_unknown_term_is_told_with_the_nearest),
    FOLDER_TEST(a_term_like_no_other_is_told_without),
    FOLDER_TEST(entities_are_in_order_of_path),
    FOLDER_TEST(an_entity_says_what_it_is),
    FOLDER_TEST(names_say_what_they_are_of_an_entity),
    FOLDER_TEST(two_spellings_of_one_name_are_one_sense),
    FOLDER_TEST(an_entity_without_a_label_is_refused),
    FOLDER_TEST(an_entity_without_a_class_is_refused),
    FOLDER_TEST(an_entity_with_another_kind_of_name_is_refused),
    FOLDER_TEST(a_state_that_is_not_there_is_refused),
    FOLDER_TEST(two_states_in_one_place_are_refused),
    FOLDER_TEST(a_code_is_one_states_only),
    FOLDER_TEST(a_code_is_so_many_capitals),
    FOLDER_TEST(a_value_out_of_range_is_refused),
    FOLDER_TEST(a_name_without_a_word_is_refused),
    FOLDER_TEST(concepts_are_in_order_with_what_is_above),
    FOLDER_TEST(concepts_in_a_circle_are_refused),
    FOLDER_TEST(a_concept_below_none_is_refused),
    FOLDER_TEST(words_are_of_classes),
    FOLDER_TEST(what_is_no_integer_is_refused),
    FOLDER_TEST(what_is_given_must_be_a_factuality),
    FOLDER_TEST(patterns_come_by_use_priority_and_name),
    FOLDER_TEST(words_stand_in_a_pattern_longest_first),
    FOLDER_TEST(patterns_stand_in_a_pattern),
    FOLDER_TEST(a_class_without_words_matches_nothing),
    FOLDER_TEST(a_regex_that_does_not_compile_is_told_with_its_line),
    FOLDER_TEST(an_unknown_class_of_words_is_refused),
    FOLDER_TEST(an_unknown_pattern_is_refused),
    FOLDER_TEST(an_unknown_reference_is_refused),
    FOLDER_TEST(a_pattern_in_itself_is_refused),
    FOLDER_TEST(a_pattern_without_a_regex_is_refused),
    FOLDER_TEST(a_pattern_that_outgrows_its_limit_is_refused),
    FOLDER_TEST(every_file_is_read_and_no_other),
    FOLDER_TEST(mistakes_of_all_files_are_told),
    FOLDER_TEST(a_folder_without_files_is_refused),
    FOLDER_TEST(any_number_of_mistakes_is_told_up_to_a_limit),
    FOLDER_TEST(what_is_hardly_meant_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
