// What every part of the page needs to write into it. Data become text, never markup.

export const byId = (id) => document.getElementById(id);

export function made(tag, text = "", className = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}

// Words of a brief that tell where they are written: what a place holds is in `panel.js`.
export const WRITTEN = "[data-origins]";

// Make these the children of an element. What is among them already is not moved, unless their order has changed.
export function become(parent, children) {
  const stay = new Set(children);
  for (const child of [...parent.children]) if (!stay.has(child)) child.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
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
