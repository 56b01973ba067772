// The settings, as the notes letter them, and the size formula with the numbers put in.
import { h, unique } from "./dom.js";
import { number } from "./words.js";
import { shape, size_terms } from "./conv.js";

// letter, name, least, most, colour of the volume that it belongs to
export const KNOBS = [
  ["W", "width", 1, 9, "x"], ["H", "height", 1, 9, "x"], ["C", "depth", 1, 3, "x"],
  ["K", "filters", 1, 3, "w"], ["F", "filter size", 1, 5, "w"],
  ["S", "stride", 1, 5, "s"], ["P", "padding", 0, 4, "s"], ["dilation", "dilation", 1, 3, "s"],
];

function knob([letter, name, least, most, colour], change) {
  const id = unique("knob");
  const field = h("input", { id, type: "number", inputmode: "numeric", min: least, max: most, step: 1, class: "cs-knob-field" });
  const step = (by) => () => set(Number(field.value) + by);
  const set = (value) => {
    const whole = Math.min(Math.max(Math.round(value) || 0, least), most);
    field.value = whole;
    change(letter, whole);
  };
  field.addEventListener("change", () => set(Number(field.value)));
  field.addEventListener("input", () => {
    const value = Number(field.value);
    if (field.value !== "" && Number.isInteger(value) && value >= least && value <= most) change(letter, value);
  });
  const button = (text, by, label) =>
    h("button", { type: "button", class: "cs-knob-button", tabindex: "-1", "aria-label": `${name}: ${label}`, onclick: step(by) }, text);
  const less = button("−", -1, "one less"), more = button("+", 1, "one more");
  const title = letter.length === 1 ? [h("i", {}, letter), ` ${name}`] : [name];
  const node = h("div", { class: `cs-knob cs-knob-${colour}` },
    h("label", { for: id }, title), h("div", { class: "cs-knob-box" }, less, field, more));
  const show = (value) => {
    if (document.activeElement !== field || Number(field.value) !== value) field.value = value;
    less.disabled = value <= least;
    more.disabled = value >= most;
  };
  return { letter, node, show };
}

export function make_controls(change) {
  const knobs = KNOBS.map((row) => knob(row, change));
  const node = h("div", { class: "cs-knobs", role: "group", "aria-label": "Settings" }, knobs.map((k) => k.node));
  return { node, show: (size) => knobs.forEach((k) => k.show(size[k.letter])) };
}

const term = (value, letter, colour) =>
  h("span", { class: `cs-term cs-ink-${colour}` }, h("b", {}, String(value)), h("small", {}, letter));

// (5 − 3 + 2·1)/2 + 1 = 3, each number over its letter.
function line(name, { side, F, span, S, P, value, fits }, letter) {
  const reach = span === F ? "F" : `(F−1)·${(span - 1) / (F - 1)}+1`;
  const spoken = `${name}: open bracket ${side} minus ${span} plus 2 times ${P}, close bracket, over ${S}, plus 1, is ${number(value)}`;
  return h("span", { class: `cs-formula-line${fits ? "" : " cs-misfit"}`, role: "img", "aria-label": spoken },
    h("span", { class: "cs-formula-name" }, name), "(", term(side, letter, "x"), "−", term(span, reach, "w"), "+ 2·", term(P, "P", "s"),
    ")/", term(S, "S", "s"), "+ 1 =", h("b", { class: "cs-formula-value" }, number(value)), fits ? null : h("span", { class: "cs-mark" }, "!"));
}

export function formula_lines(s) {
  const { W, H } = shape(s);
  const across = line(W === H ? "Output size" : "Across", size_terms(W, s), "W");
  return W === H ? [across] : [across, line("Down", size_terms(H, s), "H")];
}
