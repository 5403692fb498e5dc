// The brief, in a frame of its own: shown, changed in place after a save, cut where the pages of the PDF end.

import { byId, WRITTEN } from "./elements.js";
import { dress } from "./faces.js";
import { closePanel, moved, openerIn, tell } from "./panel.js";
import { patch } from "./patch.js";

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, caption";
const BEGINNERS = "h2[id], h3[id], h4[id], p[id], li[id], table[id], table[id] tr, figure[id]";

let frame = null; // that shows the brief
let source = null; // the root of the page that it shows, as it came
let wanted = ""; // address of the page that is shown or coming
let faces = []; // that it is to be set in
let pages = {}, count = 0; // page numbers by the ids of blocks, and how many there are

const items = (page) => [...page.querySelectorAll(WRITTEN)];

export function empty() {
  frame?.remove();
  frame = source = null;
  wanted = "";
}

// Show a version of what is chosen; of the same choice, what is shown is changed in place.
export async function show(chosen, { version, faces: asked }, isSame) {
  const address = `/page?${chosen}&version=${version}`;
  if (address === wanted) return;
  wanted = address;
  faces = asked;
  if (!frame || !isSame) {
    begin(address);
    return;
  }
  const answer = await fetch(address);
  const text = await answer.text();
  if (address !== wanted) return;
  if (answer.ok) await change(text);
  else wanted = "";
}

// Cut what is shown where pages end, given the page on which each block begins.
export function number(numbers, all) {
  pages = numbers;
  count = all;
  if (frame) keepingPlace(frame.contentDocument, () => cut(frame.contentDocument));
}

function begin(address) {
  const next = document.createElement("iframe");
  next.className = "coming";
  next.title = "The brief";
  next.src = address;
  next.addEventListener("load", async () => {
    if (address === wanted) await dress(next.contentDocument, faces);
    if (address !== wanted) {
      next.remove();
      return;
    }
    source = next.contentDocument.documentElement.cloneNode(true);
    listenTo(next.contentDocument);
    prepare(next.contentDocument);
    next.className = "";
    frame?.remove();
    frame = next;
    cut(next.contentDocument);
  });
  byId("desk").append(next);
}

// What comes is parsed by the frame: what may load there holds for it as well. A page that may load more, as one with a
// logo may, comes in a frame of its own.
async function change(text) {
  const shown = frame.contentDocument;
  const root = new frame.contentWindow.DOMParser().parseFromString(text, "text/html").documentElement;
  if (policy(root) !== policy(source)) {
    begin(wanted);
    return;
  }
  await dress(shown, faces);
  keepingPlace(shown, () => keepingFocus(shown, () => {
    patch(shown.documentElement, source, root);
    source = root;
    prepare(shown);
  }));
}

const policy = (root) => root.querySelector("meta[http-equiv]")?.content;

// The first block in view stands where it stood, wherever it has gone; else the page is scrolled as far as it was.
function keepingPlace(page, act) {
  const root = page.scrollingElement, scrolled = root.scrollTop;
  const inView = [...page.querySelectorAll(BLOCKS)].filter((block) => block.getBoundingClientRect().top >= 0);
  const stood = inView.slice(0, 40).map((block) => [block, block.textContent, block.getBoundingClientRect().top]);
  act();
  const kept = stood.find(([block, words]) => block.isConnected && block.textContent === words);
  if (scrolled && kept) root.scrollTop += kept[0].getBoundingClientRect().top - kept[2];
  else root.scrollTop = scrolled;
}

// What the reader was at, or goes back to when the panel is closed, is found again by its number among such words.
function keepingFocus(page, act) {
  const before = items(page), focused = page.activeElement, opener = openerIn(page);
  act();
  const same = (words) => (words.isConnected ? words : items(page)[before.indexOf(words)]);
  if (before.includes(focused) && !focused.isConnected) same(focused)?.focus({ preventScroll: true });
  if (opener && !opener.isConnected) moved(same(opener));
}

// A block with which a page begins says so, and the list of contents says where each heading stands.
function cut(page) {
  for (const block of page.querySelectorAll("[data-begins]")) delete block.dataset.begins;
  let last = 1;
  for (const block of page.querySelectorAll(BEGINNERS)) {
    const on = pages[placeOf(block)];
    if (on === undefined || on <= last || block.closest(".notes")) continue;
    const further = on > last + 1 ? ` (page ${on - 1} begins further up)` : "";
    const begins = block.matches("table") ? block.closest(".table") : block.cells?.[0] ?? block;
    begins.dataset.begins = `Page ${on} of ${count}${further}`;
    last = on;
  }
  for (const link of page.querySelectorAll(".contents a")) {
    const on = pages[named(decodeURIComponent(link.hash.slice(1)))];
    if (on) link.parentElement.dataset.page = on;
    else delete link.parentElement.dataset.page;
  }
}

// What a block is called among the numbers of pages: a row of a table by its number in it.
function placeOf(block) {
  const table = block.matches("tr") && block.closest("table");
  return table ? `${named(table.id)}/${[...table.rows].indexOf(block)}` : named(block.id);
}

// The id of the brief that an id of the page stands for: other characters than of ASCII stand in it by number.
const named = (id) =>
  id.replace(/^~_/, "_").replace(/~([0-9a-f]+)~/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));

// One of the words that have an origin is reached by Tab, the others from it by the arrow keys.
function prepare(page) {
  const all = items(page), reached = all.find((words) => words.tabIndex === 0 && words.matches("[role=button]"));
  for (const words of all) if (words !== reached) words.tabIndex = -1;
  if (!reached && all.length) reach(page, all[0]);
}

function listenTo(page) {
  page.addEventListener("focusin", (event) => {
    if (event.target.dataset.origins) reach(page, event.target);
  });
  page.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && !link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      window.open(link.href, "_blank", "noopener,noreferrer");
    } else if (!link && page.getSelection().isCollapsed) tell(event.target);
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closePanel();
    const all = items(page), at = all.indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const on = at + 1, back = at - 1, last = all.length - 1;
    const steps = { ArrowRight: on, ArrowDown: on, ArrowLeft: back, ArrowUp: back, Home: 0, End: last };
    if (event.key in steps) all[Math.max(0, Math.min(last, steps[event.key]))].focus();
    else if (event.key === "Enter" || event.key === " ") tell(event.target);
    else return;
    event.preventDefault();
  });
}

function reach(page, words) {
  const before = page.querySelector(`${WRITTEN}[tabindex='0']`);
  before?.setAttribute("tabindex", "-1");
  before?.removeAttribute("role");
  words.tabIndex = 0;
  words.setAttribute("role", "button");
}
