// Where words come from, or where something is wrong: the file, the line, and the lines around it.

import { byId, made, WRITTEN } from "./elements.js";

const panel = byId("panel");
let opener = null; // what the focus goes back to when the panel is closed
let opened = 0; // how often the panel has been opened: lines that come late are not those of another place

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, caption, figure";
const LABEL = "label."; // what the names of a template's fixed words begin with, where the data have their fields

const isOfData = ({ field }) => field && !field.startsWith(LABEL);

function placesOf(words) {
  return JSON.parse(words.dataset.origins).map(([file, line, column, field]) => ({ file, line, column, field }));
}

// Tell where the words were written that were clicked; of those that no field holds, which fields stand beside them.
export function tell(target) {
  const words = target.closest(WRITTEN), block = target.closest(BLOCKS);
  const places = words ? placesOf(words) : [], place = places.find(isOfData);
  if (place) {
    const more = places.length > 1 ? places : [];
    open(words, "Where these words come from", words.textContent, place, "They are made of:", more);
    return;
  }
  const near = block ? fieldsIn(block) : [], beside = "In the same paragraph stand:";
  if (words) open(words, "Words of the template", words.textContent, places[0], beside, near);
  else if (block) open(block, "No field of its own", "No field holds this: it is counted, or put between fields.", null, beside, near);
}

function fieldsIn(block) {
  const fields = [...block.querySelectorAll(WRITTEN)].flatMap(placesOf).filter(isOfData);
  return [...new Map(fields.map((place) => [JSON.stringify(place), place])).values()];
}

// Open the panel with a place, if any, and buttons for `more` of them.
export function open(from, title, said, place, about = "", more = []) {
  unmark();
  opener = from;
  if (from.ownerDocument !== document && place) from.classList.add("chosen");
  byId("panel-title").textContent = title;
  byId("panel-words").textContent = said;
  byId("panel-more").textContent = more.length ? about : "";
  byId("panel-fields").replaceChildren(...more.map((each) => placeButton(each, each === place)));
  panel.hidden = false;
  byId("panel-title").focus();
  show(place);
}

async function show(place) {
  const time = (opened += 1);
  byId("panel-place").replaceChildren(...(place?.file ? told(place) : []));
  byId("panel-lines").replaceChildren();
  const lines = place?.file ? await linesAround(place) : [];
  if (time === opened) byId("panel-lines").replaceChildren(...lines.map((each) => lineItem(each, place)));
}

export function closePanel() {
  if (panel.hidden) return;
  panel.hidden = true;
  unmark();
  if (opener.ownerDocument !== document) opener.ownerDocument.defaultView?.focus();
  if (opener.isConnected) opener.focus();
  else byId("brief").focus();
}

// What the panel goes back to, where it stands in a page; `moved` says what stands in its place.
export const openerIn = (page) => (opener?.ownerDocument === page ? opener : null);

export function moved(other) {
  if (!panel.hidden && opener.matches(".chosen")) other?.classList.add("chosen");
  opener = other ?? byId("brief");
}

function unmark() {
  opener?.classList.remove("chosen");
}

function told(place) {
  const { file, line, column, field } = place;
  const rows = [["File", file], ["Line", field || column > 1 ? `${line}, column ${column}` : line]];
  if (field) rows.unshift(isOfData(place) ? ["Field", field] : ["Label", field.slice(LABEL.length)]);
  return rows.flatMap(([term, value]) => [made("dt", term), made("dd", value)]);
}

function placeButton(place, isShown) {
  const button = made("button", place.field || `${place.file}, line ${place.line}`), item = made("li");
  button.type = "button";
  button.setAttribute("aria-pressed", isShown);
  button.addEventListener("click", () => {
    const all = byId("panel-fields").querySelectorAll("button");
    for (const each of all) each.setAttribute("aria-pressed", each === button);
    show(place);
  });
  item.append(button);
  return item;
}

async function linesAround(place) {
  const answer = await fetch(`/lines?${new URLSearchParams({ file: place.file, line: place.line })}`);
  return answer.ok ? answer.json() : [];
}

function lineItem({ number, text }, place) {
  const item = made("li", text || " ");
  item.value = number;
  if (number === place.line) item.setAttribute("aria-current", "true");
  return item;
}

byId("close").addEventListener("click", closePanel);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePanel();
});
