/* A dossier's page: its head, its articles, and what they say together. */
/* SPDX-License-Identifier: MIT */
#include "report/dossier.h"

#include "report/asset.h"

/* A switch above the page: its id, the class that colours it, its words. */
typedef struct Switch {
  const char* id;
  const char* class;
  const char* words;
} Switch;

static const Switch kind_switches[] = {
  { "k-person", "person", "people" }, { "k-body", "body", "organisations" },
  { "k-state", "state", "states" },   { "k-place", "place", "places" },
  { "k-group", "group", "groups" },   { "k-event", "event", "events" },
  { "k-date", "date", "dates" },      { "k-words", "words", "words said" },
};

static const Switch fact_switches[] = {
  { "f-who", "fact", "who" },     { "f-when", "fact", "when" },
  { "f-where", "fact", "where" }, { "f-what", "fact", "about what" },
  { "f-post", "fact", "posts" },  { "f-other", "fact", "the rest" },
};

static void
switches_put(FILE* out, const char* legend, const Switch* switches,
             size_t count) {
  (void)fprintf(out, "<fieldset><legend>%s</legend>\n", legend);
  for (size_t i = 0; i < count; i++) {
    (void)fprintf(out,
                  "<label class=\"%s\"><input type=\"checkbox\" id=\"%s\" "
                  "checked> %s</label>\n",
                  switches[i].class, switches[i].id, switches[i].words);
  }
  (void)fputs("</fieldset>\n", out);
}

/* Nothing can be loaded, and no script but ours runs. */
static void
head_put(const Sheets* sheets, FILE* out) {
  const Slice style = { att_asset_style, att_asset_style_length };
  const Slice script = { att_asset_script, att_asset_script_length };
  (void)fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
              "<meta charset=\"utf-8\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\""
              "default-src 'none'; base-uri 'none'; form-action 'none'; "
              "style-src ",
              out);
  att_html_hash(out, style);
  (void)fputs("; script-src ", out);
  att_html_hash(out, script);
  (void)fprintf(out,
                "\">\n<meta name=\"viewport\" content=\"width=device-width, "
                "initial-scale=1\">\n"
                "<meta name=\"generator\" content=\"attache %s\">\n<title>",
                ATT_VERSION);
  if (sheets->length == 1) {
    const Sheet* const sheet = &sheets->items[0];
    const bool headed = sheet->headline.end > sheet->headline.begin;
    att_html_text(out, headed
                         ? att_slice_part(sheet->clean, sheet->headline.begin,
                                          sheet->headline.end)
                         : sheet->name);
  } else {
    (void)fprintf(out, "%zu articles", sheets->length);
  }
  (void)fputs("</title>\n<style>", out);
  (void)fwrite(style.start, 1, style.length, out);
  (void)fputs("</style>\n</head>\n<body>\n"
              "<a class=\"skip\" href=\"#a1\">To the first article</a>\n",
              out);
}

static AttStatus
article_put(Arena* arena, const Sheet* sheet, unsigned number, FILE* out) {
  Page page = { .out = out, .arena = arena, .sheet = sheet, .number = number };
  TRY(att_arena_alloc(arena, sheet->marks.length + 1, &page.shown));
  (void)fprintf(out, "<article id=\"a%u\">\n<div class=\"read\">\n", number);
  att_page_text(&page);
  TRY(att_page_cards(&page));
  (void)fputs("</div>\n", out);
  TRY(att_page_drawing(&page));
  (void)fputs("<div class=\"columns\">\n", out);
  TRY(att_page_timeline(&page));
  TRY(att_page_matters(&page));
  (void)fputs("</div>\n", out);
  att_page_sayings(&page);
  TRY(att_page_facts(&page));
  (void)fputs("</article>\n", out);
  return ATT_OK;
}

AttStatus
att_dossier_page(Arena* arena, const Sheets* sheets, FILE* out) {
  head_put(sheets, out);
  (void)fprintf(out, "<header>\n<h1>attache: what %s</h1>\n",
                sheets->length == 1 ? "an article says" : "articles say");
  switches_put(out, "Mark", kind_switches,
               sizeof kind_switches / sizeof *kind_switches);
  switches_put(out, "Facts", fact_switches,
               sizeof fact_switches / sizeof *fact_switches);
  (void)fputs("</header>\n<main>\n", out);
  if (sheets->length > 1) {
    TRY(att_dossier_index(arena, sheets, out));
  }
  for (size_t i = 0; i < sheets->length; i++) {
    TRY(article_put(arena, &sheets->items[i], (unsigned)i + 1, out));
  }
  (void)fputs("</main>\n<script>", out);
  (void)fwrite(att_asset_script, 1, att_asset_script_length, out);
  (void)fputs("</script>\n</body>\n</html>\n", out);
  return ATT_OK;
}
