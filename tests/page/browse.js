// Uses report pages as people do; ends with 1 at the first thing that is wrong.
// usage: node browse.js CHROMIUM FOLDER
import assert from "node:assert";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const [executablePath, folder] = process.argv.slice(2);
const axe = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const browser = await puppeteer.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu"],
});

const open = async (name, { script = true, width = 1300, scheme = "light" } = {}) => {
  const page = await browser.newPage();
  page.wrong = [];
  page.on("console", (message) => page.wrong.push(message.text()));
  page.on("dialog", (dialog) => {
    page.wrong.push(dialog.message());
    dialog.dismiss();
  });
  page.on("request", (request) => {
    const place = name.includes("/") ? name.replace(/[^/]*$/, "") : name;
    if (!request.url().startsWith(`file://${folder}/${place}`)) {
      page.wrong.push(`asks for ${request.url()}`);
    }
  });
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.goto(`file://${folder}/${name}`);
  return page;
};
const visible = (page, selector) =>
  page.$$eval(selector, (nodes) =>
    nodes.filter((node) => node.checkVisibility()).map((node) => node.textContent),
  );
const close = async (page) => {
  assert.deepEqual(page.wrong, []);
  await page.close();
};

// By mouse: words show their card and no other.
let page = await open("one.html");
const cards = (await visible(page, ".card")).length;
assert(cards > 5);
await page.locator('.text a.t[title*="Ingrid Solvang"]').click();
let shown = await visible(page, ".card");
assert.equal(shown.length, 1);
assert.match(shown[0], /Ingrid Solvang[^]*Norwegian Foreign Minister/);
assert((await page.$$eval(".text a.on", (nodes) => nodes.length)) > 3);
// From the card on to an event, and to its words.
await page.$eval(".card.on a.k.event", (link) => link.click());
shown = await visible(page, ".card");
assert.match(shown[0], /meeting[^]*principal/);
await page.$eval(".card.on a.w", (link) => link.click());
assert.equal(await page.$$eval(".text .m:target", (nodes) => nodes.length), 1);
// By keyboard: Escape shows all; Enter on focused words shows their card.
await page.keyboard.press("Escape");
assert.equal((await visible(page, ".card")).length, cards);
await page.focus('.text a.t[title*="Arancibia"]');
await page.keyboard.press("Enter");
assert.match((await visible(page, ".card"))[0], /Tomas Arancibia/);
assert.match(
  await page.evaluate(() => document.activeElement.textContent),
  /Tomas Arancibia/,
);
await page.keyboard.press("Escape");
assert.match(
  await page.evaluate(() => document.activeElement.getAttribute("title")),
  /Arancibia/,
);
// From the drawing to a card; switches hide facts and marks.
await page.$eval("svg a.node.state", (node) =>
  node.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })),
);
assert.match((await visible(page, ".card"))[0], /state/);
const rows = (await visible(page, "tbody tr")).length;
await page.click("#f-when");
assert((await visible(page, "tbody tr")).length < rows);
await page.click("#k-person");
assert.equal(
  await page.$eval(".m.person", (node) => getComputedStyle(node).backgroundColor),
  "rgba(0, 0, 0, 0)",
);
await close(page);

// Without the script every card is there, and links lead to it.
page = await open("one.html", { script: false });
assert.equal((await visible(page, ".card")).length, cards);
await close(page);

// On paper: every card, whatever is chosen; black on white; few pages; nothing
// cut off at the right.
page = await open("one.html", { scheme: "dark", width: 700 });
await page.locator('.text a.t[title*="Ingrid Solvang"]').click();
await page.emulateMediaType("print");
assert.equal((await visible(page, ".card")).length, cards);
assert.equal(
  await page.$eval("body", (body) => getComputedStyle(body).backgroundColor),
  "rgb(255, 255, 255)",
);
assert.deepEqual(
  await page.$$eval("svg, table", (nodes) =>
    nodes.filter((node) => node.getBoundingClientRect().right > innerWidth),
  ),
  [],
);
const sheets = Buffer.from(await page.pdf({ format: "A4" }))
  .toString("latin1")
  .match(/\/Type \/Page\b/g).length;
assert(sheets > 1 && sheets <= 12, `${sheets} pages on paper`);
await close(page);

// Several articles: an index that leads to cards.
page = await open("all.html");
assert.match((await visible(page, "main"))[0], /Who met whom/);
await page.$eval('main table a[href^="#a"]', (link) => link.click());
assert.equal((await visible(page, ".cards.one .card")).length, 1);
await close(page);

// A page each: the index leads to a card on another page, and that page back.
page = await open("pages/index.html");
await Promise.all([
  page.waitForNavigation(),
  page.$eval('main table a[href^="a2.html#a2-t"]', (link) => link.click()),
]);
assert.equal((await visible(page, ".card")).length, 1);
await Promise.all([
  page.waitForNavigation(),
  page.$eval('header a[href="index.html"]', (link) => link.click()),
]);
assert.match((await visible(page, "main"))[0], /2 articles[^]*People and their posts/);
await close(page);

// What is meant to break the page is text.
page = await open("hostile.html");
assert.match(await page.title(), /<script>document\.title = "broken"/);
assert.equal(await page.$$eval("img", (nodes) => nodes.length), 0);
assert.equal(await page.$$eval("body script", (nodes) => nodes.length), 1);
assert.match((await visible(page, ".text"))[0], /\[U\+202E\]the attack/);
assert.match((await visible(page, ".text"))[0], /&lt;b&gt;/);
await close(page);

// Accessible in both schemes, wide and narrow.
for (const [name, scheme, width] of [
  ["one.html", "light", 1300],
  ["one.html", "dark", 420],
  ["all.html", "light", 420],
  ["hostile.html", "dark", 1300],
  ["pages/index.html", "dark", 420],
  ["vocabulary.html", "dark", 420],
]) {
  page = await open(name, { scheme, width });
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(
    found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`,
    ),
    [],
  );
  const across = await page.evaluate(
    () => document.documentElement.scrollWidth - innerWidth,
  );
  assert(across <= 0, `${name} is ${across} too wide`);
  await close(page);
}
await browser.close();
