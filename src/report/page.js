// The script of a report: shows one card at a time. The page works without it.
document.documentElement.classList.add("js");
for (const cards of document.querySelectorAll(".cards")) {
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close";
  close.textContent = "Show all";
  close.addEventListener("click", () => clear());
  cards.prepend(close);
}
let back = null;
function clear() {
  for (const node of document.querySelectorAll(".on, .one")) {
    node.classList.remove("on", "one");
  }
  if (back && document.contains(back)) back.focus();
  back = null;
}
function show(card) {
  for (const node of document.querySelectorAll(".on")) node.classList.remove("on");
  const id = "#" + card.id;
  card.classList.add("on");
  card.parentElement.classList.add("one");
  card.parentElement.scrollTop = 0;
  for (const link of document.querySelectorAll('.text a.t[href="' + id + '"]')) {
    link.classList.add("on");
  }
  card.focus({ preventScroll: true });
}
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#a"]');
  if (!link) return;
  const target = document.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  if (target.classList.contains("card")) {
    event.preventDefault();
    if (!link.closest(".card")) back = link;
    history.replaceState(null, "", "#" + target.id);
    show(target);
    if (!link.closest(".read")) {
      target.closest(".read").scrollIntoView({ block: "start" });
    }
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") clear();
});
for (const node of document.querySelectorAll("svg .node")) {
  const svg = node.closest("svg");
  const of = '.edge[data-e="' + node.dataset.n + '"], .edge[data-t="' + node.dataset.n + '"]';
  const light = (on) => {
    svg.classList.toggle("lit", on);
    for (const edge of svg.querySelectorAll(of)) edge.classList.toggle("lit", on);
  };
  for (const type of ["mouseenter", "focus"]) node.addEventListener(type, () => light(true));
  for (const type of ["mouseleave", "blur"]) node.addEventListener(type, () => light(false));
}
const start = document.getElementById(location.hash.slice(1));
if (start && start.classList.contains("card")) show(start);
