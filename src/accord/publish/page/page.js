// Marks the place that a link leads to, leads back from it, and filters. The page can be read without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const back = document.getElementById("back");
  const pieces = new Map(); // report number → its stretches of text with their offsets
  let origin = null, marked = [], lit = null;
  root.classList.add("js");
  // lays out what is off the screen only when it comes near; without script the whole page is laid out at once
  if (document.body.classList.contains("large")) document.body.classList.add("many");

  function stretches(report) {
    if (!pieces.has(report)) {
      const found = document.querySelectorAll("#r" + report + " .s");
      pieces.set(report, Array.from(found, (node) => [Number(node.dataset.o), node]));
    }
    return pieces.get(report);
  }

  function mark() {
    const id = location.hash.slice(1);
    const place = /^r(\d+)-(\d+)-(\d+)$/.exec(id);
    marked.forEach((node) => node.classList.remove("here"));
    if (lit) lit.classList.remove("lit");
    marked = [];
    lit = null;
    if (place) {
      const [report, start, end] = place.slice(1).map(Number);
      marked = stretches(report).filter(([at]) => start <= at && at < end).map(([, node]) => node);
      marked.forEach((node) => node.classList.add("here"));
    } else if (id) {
      const target = document.getElementById(id);
      if (target && target.classList.contains("item")) { lit = target; lit.classList.add("lit"); }
    }
  }

  function leave(from) {
    origin = from.closest(".item, .report, .section") || from;
    const number = origin.querySelector(".number");
    const name = number && origin.matches(".item") ? number.textContent : "the account";
    back.textContent = /^\d/.test(name) ? "↑ Back to point " + name : "↑ Back to " + name;
    back.hidden = false;
    origin.from = from;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#r']");
    const words = event.target.closest("[data-to]");
    if (link && /^#r\d+-/.test(link.getAttribute("href"))) {
      leave(link);
      if (link.getAttribute("href") === location.hash) mark();
    } else if (words && !event.target.closest("a") && getSelection().isCollapsed) {
      leave(words);
      location.hash = words.dataset.to;
    }
  });

  back.addEventListener("click", (event) => {
    event.preventDefault();
    back.hidden = true;
    if (!origin) return;
    const target = origin.from || origin;
    target.scrollIntoView({ block: "center" });
    const focusable = target.matches("a") ? target : target.closest("li, tr, .item").querySelector("a");
    if (focusable) focusable.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !back.hidden) back.click(); });

  // In a large story what is off the screen has no measure yet: a jump lands near its target, so it is made again
  // while the page settles, unless the reader has begun to scroll.
  function settle() {
    const target = document.body.classList.contains("many") && document.getElementById(location.hash.slice(1));
    let left = target ? 12 : 0;
    const stop = () => { left = 0; };
    ["wheel", "touchstart", "keydown"].forEach((name) => addEventListener(name, stop, { once: true, passive: true }));
    (function again() {
      if (left-- <= 0) return;
      target.scrollIntoView({ behavior: "instant" });
      requestAnimationFrame(again);
    })();
  }

  function arrive() { mark(); settle(); }
  addEventListener("hashchange", arrive);
  arrive();

  const form = document.querySelector(".filters");
  const search = document.getElementById("search");
  const told = document.getElementById("told-by");
  const shown = document.getElementById("shown");
  const items = Array.from(document.querySelectorAll(".item"));
  const groups = Array.from(document.querySelectorAll(".speaker, .who > div, tbody"));
  const points = items.filter((node) => node.classList.contains("point"));
  const words = new Map();
  form.hidden = false;

  function holds(node, query) {
    if (!words.has(node)) words.set(node, node.textContent.toLowerCase());
    return words.get(node).includes(query);
  }

  function filter() {
    const query = search.value.trim().toLowerCase();
    const report = told.value;
    for (const node of items) {
      const told = !report || (" " + node.dataset.reports + " ").includes(" " + report + " ");
      const hide = !(told && (!query || holds(node, query)));
      if (node.hidden !== hide) node.hidden = hide;
    }
    for (const group of groups) group.hidden = !group.querySelector(".item:not([hidden])");
    const left = points.filter((node) => !node.hidden).length;
    shown.textContent = query || report ? left + " of " + points.length + " points" : "";
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
})();
