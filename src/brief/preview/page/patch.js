// A page becomes another by as little as it takes, so that what has not changed keeps its place and is not laid out
// anew. `before` is the page that `live` was made of; what has been added to `live` since stays.

export function patch(live, before, after) {
  if (before.isEqualNode(after)) return;
  if (before.nodeType !== Node.ELEMENT_NODE || before.nodeName !== after.nodeName) {
    live.replaceWith(live.ownerDocument.importNode(after, true));
    return;
  }
  patchAttributes(live, before, after);
  const lives = [...live.childNodes], olds = [...before.childNodes], news = [...after.childNodes];
  const least = Math.min(olds.length, news.length);
  let head = 0, tail = 0;
  while (head < least && alike(olds[head], news[head])) head += 1;
  while (tail < least - head && alike(olds.at(-1 - tail), news.at(-1 - tail))) tail += 1;
  const paired = Math.max(head, least - tail);
  for (let at = 0; at < paired; at += 1) patch(lives[at], olds[at], news[at]);
  for (let at = 1; at <= tail; at += 1) patch(lives.at(-at), olds.at(-at), news.at(-at));
  const behind = lives[olds.length - tail] ?? null; // what was added to the end by others would stand here
  for (const node of lives.slice(paired, olds.length - tail)) node.remove();
  for (const node of news.slice(paired, news.length - tail)) {
    live.insertBefore(live.ownerDocument.importNode(node, true), behind?.parentNode === live ? behind : null);
  }
}

// Nodes that say the same are the same, wherever their words stand by now.
const alike = (one, other) => one.nodeName === other.nodeName && one.textContent === other.textContent;

function patchAttributes(live, before, after) {
  for (const name of new Set([...before.getAttributeNames(), ...after.getAttributeNames()])) {
    const value = after.getAttribute(name);
    if (value === before.getAttribute(name)) continue;
    if (value === null) live.removeAttribute(name);
    else live.setAttribute(name, value);
  }
}
