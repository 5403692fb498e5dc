// The page around a brief: it listens to how the brief stands, and tells each part of the page its share.

import * as choice from "./choice.js";
import { byId, counted, tally } from "./elements.js";
import { closePanel } from "./panel.js";
import { listProblems } from "./problems.js";
import * as sheet from "./sheet.js";

let stream = null; // of states of the brief
let chosen = ""; // what the stream is of
let shown = ""; // what the page that is shown is of
let checked = ""; // what the problems that are listed are of

async function begin() {
  const offered = await (await fetch("/offer")).json();
  const asked = Object.fromEntries(new URLSearchParams(location.search));
  choice.offer(offered, asked.event ? asked : { ...offered.first, ...asked });
  choice.onChange(() => {
    closePanel();
    listen();
  });
  byId("show-draft").addEventListener("click", choice.askForDraft);
  document.addEventListener("visibilitychange", () => (document.hidden ? stream.close() : listen()));
  listen();
}

// A page that nobody sees asks for nothing: a browser keeps six connections to a server, and a save is made for each.
function listen() {
  chosen = choice.query();
  history.replaceState(null, "", `/?${chosen}`);
  stream?.close();
  say("Making the brief …");
  stream = new EventSource(`/states?${chosen}`);
  stream.onmessage = (message) => take(JSON.parse(message.data));
  stream.addEventListener("offer", (message) => choice.offer(JSON.parse(message.data), choice.chosen()));
  stream.onerror = () => {
    const gone = stream.readyState === EventSource.CLOSED;
    say(gone ? "This cannot be shown; choose another." : "The preview has stopped. Begin it again with brief preview.", true);
  };
}

function say(words, failed = false) {
  const status = byId("status");
  status.classList.toggle("failed", failed);
  if (status.textContent !== words) status.textContent = words;
}

// After a save its page comes first, then how many pages it takes, then all that is wrong.
function take(state) {
  if (state.whole || !state.fresh) {
    listProblems(state.problems, state.whole || chosen !== checked);
    checked = chosen;
  }
  offerDownloads(state.fresh);
  if (state.version) sheet.show(chosen, state, chosen === shown);
  else sheet.empty();
  shown = state.version ? chosen : "";
  if (state.count || !state.version) sheet.number(state.pages, state.count);
  tellHowItStands(state);
}

function tellHowItStands(state) {
  const wrong = tally(state.problems), at = new Date(state.since * 1000).toLocaleTimeString("en-GB");
  const errors = state.problems.filter((one) => one.severity === "error");
  byId("nothing").hidden = Boolean(state.version);
  byId("stale").hidden = state.fresh;
  byId("show-draft").hidden = choice.isDraft();
  if (state.fresh && !state.whole) say("Made anew; counting its pages …");
  else if (state.fresh) {
    const what = choice.isDraft() ? "A draft, up" : "Up", length = counted(state.count, "page");
    say(`${what} to date since ${at}, ${length}: ${wrong || "no problems"}`, errors.length > 0);
  } else {
    const stays = state.version ? `; the last good page is shown, of ${at}` : "";
    say(`Not up to date: ${wrong}${stays}`, true);
    const are = `there ${errors.length === 1 ? "is" : "are"} ${tally(errors)}.`;
    const last = `This is the last page that could be made, of ${at}. Since then ${are}`;
    byId("stale-words").textContent = state.version ? last : `No page can be made yet: ${are}`;
  }
}

function offerDownloads(fresh) {
  for (const kind of ["docx", "pdf"]) {
    const link = byId(kind);
    if (fresh) link.href = `/download/${kind}?${chosen}`;
    else link.removeAttribute("href");
  }
}

begin();
