// What is wrong, by severity; a click shows the file and the line.

import { become, byId, counted, made, SEVERITIES } from "./elements.js";
import { open } from "./panel.js";

const lists = byId("problems");
const sections = Object.fromEntries(SEVERITIES.map((each) => [each, [made("h3", "", each), made("ul")]]));
let listed = new Map(); // each problem with its item of the list, by all that it says

// List these problems. Unless they are all, what was found before and is no error stays among them. A problem that
// stays keeps its item, and with it the focus and a click that is under way.
export function listProblems(problems, areAll) {
  const focused = document.activeElement, at = buttons().indexOf(focused);
  const before = [...listed.values()].map(([problem]) => problem).filter(({ severity }) => severity !== "error");
  const found = areAll ? problems : [...problems, ...before];
  listed = new Map(found.map((each) => {
    const key = JSON.stringify(each);
    return [key, listed.get(key) ?? [each, item(each)]];
  }));
  byId("problems-title").textContent = listed.size ? counted(listed.size, "problem") : "No problems";
  become(lists, SEVERITIES.flatMap(section));
  if (at >= 0 && !focused.isConnected) (buttons()[at] ?? buttons().at(-1) ?? byId("brief")).focus();
}

const buttons = () => [...lists.querySelectorAll("button")];

function section(severity) {
  const items = [...listed.values()].filter(([problem]) => problem.severity === severity).map(([, item]) => item);
  const [title, list] = sections[severity];
  title.textContent = counted(items.length, severity);
  become(list, items);
  return items.length ? [title, list] : [];
}

function item(problem) {
  const button = made("button", "", problem.severity), whole = made("li");
  button.type = "button";
  button.append(made("span", `${problem.severity}: `, "severity"), problem.message);
  if (problem.file) button.append(made("span", `${problem.file}:${problem.line}`, "where"));
  if (problem.hint) button.append(made("span", problem.hint, "hint"));
  button.addEventListener("click", () => open(button, "Where this is wrong", problem.message, problem));
  whole.append(button);
  return whole;
}
