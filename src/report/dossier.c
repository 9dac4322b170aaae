/* A dossier's pages: their heads, their articles, their index. */
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
head_begin(FILE* out) {
  (void)fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
              "<meta charset=\"utf-8\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\""
              "default-src 'none'; base-uri 'none'; form-action 'none'; "
              "style-src ",
              out);
  att_html_hash(out, (Slice){ att_asset_style, att_asset_style_length });
  (void)fputs("; script-src ", out);
  att_html_hash(out, (Slice){ att_asset_script, att_asset_script_length });
  (void)fprintf(out,
                "\">\n<meta name=\"viewport\" content=\"width=device-width, "
                "initial-scale=1\">\n"
                "<meta name=\"generator\" content=\"attache %s\">\n<title>",
                ATT_VERSION);
}

static void
head_end(FILE* out) {
  (void)fputs("</title>\n<style>", out);
  (void)fwrite(att_asset_style, 1, att_asset_style_length, out);
  (void)fputs("</style>\n</head>\n<body>\n", out);
}

/* What stands above the articles; `beside` is whether an index does so on a
 * page of its own. */
static void
header_put(FILE* out, bool several, bool beside) {
  (void)fprintf(out,
                "<a class=\"skip\" href=\"#main\">To the %s</a>\n"
                "<header>\n<h1>attache: what %s</h1>\n",
                several ? "articles" : "article",
                several ? "articles say" : "an article says");
  if (beside) {
    (void)fputs("<p><a href=\"index.html\">All articles</a></p>\n", out);
  }
}

static void
all_switches_put(FILE* out) {
  switches_put(out, "Mark", kind_switches,
               sizeof kind_switches / sizeof *kind_switches);
  switches_put(out, "Facts", fact_switches,
               sizeof fact_switches / sizeof *fact_switches);
}

static void
foot_put(FILE* out) {
  (void)fputs("</main>\n<script>", out);
  (void)fwrite(att_asset_script, 1, att_asset_script_length, out);
  (void)fputs("</script>\n</body>\n</html>\n", out);
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
att_dossier_article(Arena* arena, const Sheet* sheet, unsigned number,
                    FILE* out) {
  head_begin(out);
  att_html_text(out, att_page_title(sheet));
  head_end(out);
  header_put(out, false, number > 0);
  all_switches_put(out);
  (void)fputs("</header>\n<main id=\"main\">\n", out);
  TRY(article_put(arena, sheet, number > 0 ? number : 1, out));
  foot_put(out);
  return ATT_OK;
}

void
att_dossier_contents(DossierIndex* index, FILE* out) {
  head_begin(out);
  (void)fprintf(out, "%zu articles", index->titles.length);
  head_end(out);
  header_put(out, true, false);
  (void)fputs("</header>\n<main id=\"main\">\n", out);
  att_index_put(index, true, out);
  foot_put(out);
}

AttStatus
att_dossier_page(Arena* arena, const Sheets* sheets, FILE* out) {
  if (sheets->length == 1) {
    return att_dossier_article(arena, &sheets->items[0], 0, out);
  }
  DossierIndex index = { .arena = arena };
  for (size_t i = 0; i < sheets->length; i++) {
    TRY(att_index_add(&index, &sheets->items[i]));
  }
  head_begin(out);
  (void)fprintf(out, "%zu articles", sheets->length);
  head_end(out);
  header_put(out, true, false);
  all_switches_put(out);
  (void)fputs("</header>\n<main id=\"main\">\n", out);
  att_index_put(&index, false, out);
  for (size_t i = 0; i < sheets->length; i++) {
    TRY(article_put(arena, &sheets->items[i], (unsigned)i + 1, out));
  }
  foot_put(out);
  return ATT_OK;
}
