// What is chosen: event, template and its options, language, as-of date, draft or not. It stands in the address.

import { byId, made } from "./elements.js";

const form = byId("choice");
let templates = [];

// Fill the form with what there is, and choose these fields of an address, or what they come nearest to.
export function offer(offered, chosen) {
  templates = offered.templates;
  fill(form.elements.event, offered.events.map((one) => [one.id, one.name]), chosen.event);
  fill(form.elements.template, templates.map((one) => [one.id, one.name]), chosen.template);
  fillTemplate(chosen);
  form.elements["as-of"].value = chosen["as-of"] ?? "";
  form.elements.draft.checked = chosen.draft === "yes";
}

// What is chosen, as the fields of an address.
export function chosen() {
  const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  for (const box of byId("option-fields").querySelectorAll("[type=checkbox]")) fields[box.name] = box.checked ? "yes" : "no";
  for (const { name, type, default: usual } of template().options) {
    const field = `option.${name}`;
    if (!(field in fields) && form.elements[field]) fields[field] = form.elements[field].value;
    if (fields[field] === usual || (type === "number" && !fields[field])) delete fields[field];
  }
  return fields;
}

export const query = () => new URLSearchParams(chosen()).toString();

export function onChange(told) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target.name === "template") fillTemplate(chosen());
    told();
  });
}

// See what can be made while an error stands.
export function askForDraft() {
  form.elements.draft.checked = true;
  form.elements.draft.focus();
  form.elements.draft.dispatchEvent(new Event("change", { bubbles: true }));
}

export const isDraft = () => form.elements.draft.checked;

const template = () => templates.find((one) => one.id === form.elements.template.value) ?? { languages: [], options: [] };

// What is chosen stays chosen when it is there no more, and says so.
function fill(select, options, value) {
  const gone = value && !options.some(([each]) => each === value) ? [[value, `${value} (not there)`]] : [];
  const said = (text, key) => (options.filter(([, other]) => other === text).length > 1 ? `${text} (${key})` : text);
  select.replaceChildren(...[...options, ...gone].map(([key, text]) => {
    const option = made("option", said(text, key));
    option.value = key;
    return option;
  }));
  select.value = value ?? options[0]?.[0] ?? "";
}

function fillTemplate(chosen) {
  const { languages, options } = template();
  const names = new Intl.DisplayNames(["en-GB"], { type: "language" });
  const language = languages.includes(chosen.language) ? chosen.language : languages[0];
  fill(form.elements.language, languages.map((tag) => [tag, names.of(tag)]), language);
  byId("options").hidden = !options.length;
  byId("option-fields").replaceChildren(...options.map((each) => field(each, chosen[`option.${each.name}`])));
}

function field(option, value = option.default) {
  const whole = made("p"), label = made("label", option.name.replaceAll("_", " "));
  const input = made(option.choices.length ? "select" : "input");
  input.id = label.htmlFor = input.name = `option.${option.name}`;
  if (option.choices.length) fill(input, option.choices.map((each) => [each, each]), value);
  else if (option.type === "flag") {
    input.type = "checkbox";
    input.checked = ["yes", "true", "on"].includes(value.toLowerCase());
  } else {
    input.type = option.type === "number" ? "number" : "text";
    input.maxLength = 200;
    input.value = value;
  }
  whole.append(...(option.type === "flag" ? [input, " ", label] : [label, " ", input]));
  if (option.purpose) {
    const hint = made("span", option.purpose, "hint");
    hint.id = `${input.id}-hint`;
    input.setAttribute("aria-describedby", hint.id);
    whole.append(" ", hint);
  }
  return whole;
}
