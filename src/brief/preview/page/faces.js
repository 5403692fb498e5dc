// The faces of a brief's style, brought into its page: of itself it loads none.

const files = new Map(); // promises of what the files hold, by key
const brought = new WeakMap(); // the faces that each page has been given, by what was asked for

// Let a page have these faces and no others; done when it can be set in them.
export async function dress(page, faces) {
  const { FontFace } = page.defaultView, before = brought.get(page) ?? new Map(), now = new Map();
  for (const each of faces) {
    const { family, slant, weight, key } = each, name = JSON.stringify(each);
    now.set(name, before.get(name) ?? new FontFace(family, await file(key), { style: slant, weight }));
  }
  for (const [name, face] of before) if (!now.has(name)) page.fonts.delete(face);
  for (const face of now.values()) page.fonts.add(face);
  brought.set(page, now);
  await page.fonts.ready;
}

function file(key) {
  if (!files.has(key)) files.set(key, fetch(`/face/${key}`).then((answer) => answer.arrayBuffer()));
  return files.get(key);
}
