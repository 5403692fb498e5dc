// What every part of the page needs to write into it. Data become text, never markup.

export const byId = (id) => document.getElementById(id);

export function made(tag, text = "", className = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

export const SEVERITIES = ["error", "warning", "note"];

// "1 error, 2 notes", or nothing.
export function tally(problems) {
  const counts = SEVERITIES.map((each) => [problems.filter((one) => one.severity === each).length, each]);
  return counts.filter(([count]) => count).map(([count, each]) => counted(count, each)).join(", ");
}
