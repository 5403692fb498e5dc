// Where words come from, or where something is wrong: the file, the line, and the lines around it.

import { byId, made } from "./elements.js";

const panel = byId("panel");
let opener = null; // what the focus goes back to when the panel is closed
let opened = 0; // how often the panel has been opened: lines that come late are not those of another place

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, figcaption, caption";
const placeOf = ({ file, line, column, field }) => ({ file, line: Number(line), column: Number(column), field });

// Tell from which field the words come that were clicked, or which fields stand beside them.
export function tell(target) {
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

export async function open(from, title, said, place, near = []) {
  const time = (opened += 1);
  unmark();
  opener = from;
  if (from.ownerDocument !== document && place) from.classList.add("chosen");
  byId("panel-title").textContent = title;
  byId("panel-words").textContent = near.length ? `${said} In the same paragraph stand:` : said;
  byId("panel-place").replaceChildren(...(place?.file ? told(place) : []));
  byId("panel-lines").replaceChildren();
  byId("panel-fields").replaceChildren(...near.map(fieldButton));
  panel.hidden = false;
  byId("panel-title").focus();
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
  const rows = [["File", place.file], ["Line", `${place.line}, column ${place.column}`]];
  if (place.field) rows.unshift(["Field", place.field]);
  return rows.flatMap(([term, value]) => [made("dt", term), made("dd", value)]);
}

function fieldButton(words) {
  const button = made("button", words.dataset.field || words.dataset.file), item = made("li");
  button.type = "button";
  button.addEventListener("click", () => tell(words));
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
