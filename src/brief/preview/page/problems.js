// What is wrong, by severity; a click shows the file and the line.

import { byId, counted, made, SEVERITIES } from "./elements.js";
import { open } from "./panel.js";

export function listProblems(problems) {
  const lists = byId("problems");
  const before = [...lists.querySelectorAll("button")].indexOf(document.activeElement);
  byId("problems-title").textContent = problems.length ? counted(problems.length, "problem") : "No problems";
  lists.replaceChildren(...SEVERITIES.flatMap((severity) => {
    const found = problems.filter((one) => one.severity === severity);
    if (!found.length) return [];
    const title = made("h3", counted(found.length, severity), severity), list = made("ul");
    list.append(...found.map(item));
    return [title, list];
  }));
  if (before < 0) return;
  const all = lists.querySelectorAll("button");
  (all[Math.min(before, all.length - 1)] ?? byId("brief")).focus();
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
