// The page around a brief: what is chosen, what is wrong, where words come from. Data become text, never markup.
"use strict";

const byId = (id) => document.getElementById(id);
const form = byId("choice"), panel = byId("panel");
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, caption";
const SEVERITIES = ["error", "warning", "note"];

let offer = null; // what there is to choose from
let stream = null; // of states of the brief
let frame = null; // that shows the brief
let coming = null; // the frame that will
let wanted = ""; // version of the page that is shown or coming
let pages = {}; // page numbers by the ids of headings
let opener = null; // what the focus goes back to when the panel is closed

function made(tag, text, className) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

// ---- what is chosen ----------------------------------------------------------------------------------------------

function fill(select, options, chosen) {
  select.replaceChildren(...options.map(([value, name]) => {
    const option = made("option", name);
    option.value = value;
    return option;
  }));
  select.value = options.some(([value]) => value === chosen) ? chosen : options[0][0];
}

function fillLanguages(chosen) {
  const names = new Intl.DisplayNames(["en-GB"], { type: "language" });
  const template = offer.templates.find((one) => one.id === form.elements.template.value);
  fill(form.elements.language, template.languages.map((tag) => [tag, names.of(tag)]), chosen);
}

function query() {
  const fields = [...new FormData(form)].filter(([, value]) => value);
  return new URLSearchParams(fields).toString();
}

async function begin() {
  offer = await (await fetch("/offer")).json();
  const chosen = { ...offer.first, ...Object.fromEntries(new URLSearchParams(location.search)) };
  fill(form.elements.event, offer.events.map((one) => [one.id, one.name]), chosen.event);
  fill(form.elements.template, offer.templates.map((one) => [one.id, one.name]), chosen.template);
  fillLanguages(chosen.language);
  form.elements["as-of"].value = chosen["as-of"];
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target.name === "template") fillLanguages(form.elements.language.value);
    wanted = "";
    closePanel();
    listen();
  });
  listen();
}

function listen() {
  const chosen = query();
  history.replaceState(null, "", `/?${chosen}`);
  stream?.close();
  say("Making the brief …");
  stream = new EventSource(`/states?${chosen}`);
  stream.onmessage = (message) => take(JSON.parse(message.data));
  stream.onerror = () => say("The preview has stopped. Begin it again with brief preview.", true);
}

// ---- how the brief stands ----------------------------------------------------------------------------------------

function say(words, failed = false) {
  const status = byId("status");
  status.classList.toggle("failed", failed);
  if (status.textContent !== words) status.textContent = words;
}

function take(state) {
  pages = state.pages;
  listProblems(state.problems);
  offerDownloads(state.fresh);
  if (!state.version) empty();
  else if (state.version !== wanted) show(state.version);
  else number();
  const counts = SEVERITIES.map((each) => [state.problems.filter((one) => one.severity === each).length, each]);
  const tally = counts.filter(([count]) => count).map(([count, each]) => counted(count, each)).join(", ");
  const length = state.count ? `, ${counted(state.count, "page")}` : "";
  if (state.fresh) say(`Up to date${length}: ${tally || "no problems"}`);
  else say(`Not up to date: ${tally}${state.version ? "; the last good page is shown" : ""}`, true);
}

function offerDownloads(fresh) {
  for (const kind of ["docx", "pdf"]) {
    const link = byId(kind);
    if (fresh) link.href = `/download/${kind}?${query()}`;
    else link.removeAttribute("href");
  }
}

function listProblems(problems) {
  const list = byId("problems");
  const before = [...list.querySelectorAll("button")].indexOf(document.activeElement);
  byId("problems-title").textContent = problems.length ? counted(problems.length, "problem") : "No problems";
  list.replaceChildren(...problems.map((problem) => {
    const button = made("button", "", problem.severity);
    button.type = "button";
    button.append(made("span", `${problem.severity}: `, "severity"), problem.message);
    if (problem.file) button.append(made("span", `${problem.file}:${problem.line}`, "where"));
    if (problem.hint) button.append(made("span", problem.hint, "hint"));
    button.addEventListener("click", () => open(button, "Where this is wrong", problem.message, problem));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
  if (before >= 0) list.querySelectorAll("button")[Math.min(before, problems.length - 1)]?.focus();
}

// ---- the brief ---------------------------------------------------------------------------------------------------

function empty() {
  frame?.remove();
  coming?.remove();
  frame = coming = null;
  wanted = "";
  byId("nothing").hidden = false;
}

function show(version) {
  wanted = version;
  coming?.remove();
  const next = coming = document.createElement("iframe");
  next.className = "coming";
  next.title = "The brief";
  next.src = `/page?${query()}&version=${version}`;
  next.addEventListener("load", () => {
    if (next !== coming) return;
    prepare(next.contentDocument);
    if (frame) keepPlace(frame.contentDocument, next.contentDocument);
    next.className = "";
    if (frame) keepFocus(frame, next);
    frame?.remove();
    frame = next;
    coming = null;
    byId("nothing").hidden = true;
    number();
  });
  byId("brief").append(next);
}

// The first block in view stands where it stood, wherever it has gone; else the page is scrolled as far as it was.
function keepPlace(before, after) {
  const old = [...before.querySelectorAll(BLOCKS)];
  const at = old.findIndex((block) => block.getBoundingClientRect().top >= 0);
  const same = [...after.querySelectorAll(BLOCKS)]
    .map((block, place) => [Math.abs(place - at), block])
    .filter(([, block]) => at >= 0 && block.textContent === old[at].textContent)
    .sort(([one], [other]) => one - other)[0];
  const scrolled = before.scrollingElement.scrollTop;
  const moved = same ? same[1].getBoundingClientRect().top - old[at].getBoundingClientRect().top : scrolled;
  after.scrollingElement.scrollTop = scrolled ? moved : 0;
}

// What the reader was at, or goes back to when the panel is closed, is found again by its number among such words.
function keepFocus(before, after) {
  const same = (words) => items(after.contentDocument)[items(before.contentDocument).indexOf(words)];
  if (document.activeElement === before) {
    after.contentWindow.focus();
    same(before.contentDocument.activeElement)?.focus({ preventScroll: true });
  }
  if (opener?.ownerDocument !== before.contentDocument) return;
  if (!panel.hidden && opener.matches(".chosen")) same(opener)?.classList.add("chosen");
  opener = same(opener) ?? byId("brief");
}

function number() {
  for (const [id, page] of Object.entries(pages)) {
    const heading = frame?.contentDocument.getElementById(id);
    if (heading && /^H[1-6]$/.test(heading.tagName)) heading.dataset.page = page;
  }
}

const items = (page) => [...page.querySelectorAll("[data-file]")];

// One of the words that have an origin is reached by Tab, the others from it by the arrow keys.
function prepare(page) {
  for (const words of items(page)) words.tabIndex = -1;
  if (items(page).length) reach(page, items(page)[0]);
  page.addEventListener("focusin", (event) => {
    if (event.target.dataset.file) reach(page, event.target);
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
  const before = page.querySelector("[data-file][tabindex='0']");
  before?.setAttribute("tabindex", "-1");
  before?.removeAttribute("role");
  words.tabIndex = 0;
  words.setAttribute("role", "button");
}

// ---- where words come from ---------------------------------------------------------------------------------------

const placeOf = ({ file, line, column, field }) => ({ file, line: Number(line), column: Number(column), field });

function tell(target) {
  const words = target.closest("[data-file]");
  if (words) {
    open(words, "Where these words come from", words.textContent, placeOf(words.dataset));
    return;
  }
  const block = target.closest(BLOCKS);
  if (!block) return;
  const near = [...block.querySelectorAll("[data-file]")];
  open(block, "No field of its own", "These words are the template's, or are made of fields.", null, near);
}

async function open(from, title, said, place, near = []) {
  const words = near.length ? `${said} In the same paragraph stand:` : said;
  opener = from;
  for (const one of frame?.contentDocument.querySelectorAll(".chosen") ?? []) one.classList.remove("chosen");
  if (from.ownerDocument !== document && place) from.classList.add("chosen");
  byId("panel-title").textContent = title;
  byId("panel-words").textContent = words;
  byId("panel-place").replaceChildren(...(place?.file ? told(place) : []));
  byId("panel-lines").replaceChildren();
  byId("panel-fields").replaceChildren(...near.map(fieldButton));
  panel.hidden = false;
  byId("panel-title").focus();
  if (place?.file) await showLines(place);
}

function told(place) {
  const rows = [["File", place.file], ["Line", `${place.line}, column ${place.column}`]];
  if (place.field) rows.unshift(["Field", place.field]);
  return rows.flatMap(([term, value]) => [made("dt", term), made("dd", value)]);
}

function fieldButton(words) {
  const button = made("button", words.dataset.field || words.dataset.file);
  button.type = "button";
  button.addEventListener("click", () => tell(words));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

async function showLines(place) {
  const answer = await fetch(`/lines?${new URLSearchParams({ file: place.file, line: place.line })}`);
  const lines = answer.ok ? await answer.json() : [];
  byId("panel-lines").replaceChildren(...lines.map(({ number: at, text }) => {
    const item = made("li", text || " ");
    item.value = at;
    if (at === place.line) item.setAttribute("aria-current", "true");
    return item;
  }));
}

function closePanel() {
  if (panel.hidden) return;
  panel.hidden = true;
  frame?.contentDocument.querySelector(".chosen")?.classList.remove("chosen");
  if (opener.ownerDocument !== document) frame?.contentWindow.focus();
  if (opener.isConnected) opener.focus();
  else byId("brief").focus();
}

byId("close").addEventListener("click", closePanel);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePanel();
});
begin();
