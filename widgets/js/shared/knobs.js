// The settings: small spin buttons, as the notes letter them.
import { h, unique } from "./dom.js";

// One setting: its letter, name, least, most, the colour of the volume that it belongs to, and how far one step goes.
export function knob([letter, name, least, most, colour, pace = 1], change) {
  const id = unique("knob");
  const field = h("input", {
    id,
    type: "number",
    inputmode: "numeric",
    min: least,
    max: most,
    step: pace,
    class: "cs-knob-field",
  });
  const step = (by) => () => set(Number(field.value) + by * pace);
  const set = (value) => {
    const near = least + pace * Math.round((value - least) / pace);
    const whole = Math.min(Math.max(near || 0, least), most);
    field.value = whole;
    change(letter, whole);
  };
  field.addEventListener("change", () => set(Number(field.value)));
  field.addEventListener("input", () => {
    const value = Number(field.value);
    const sound = field.value !== "" && Number.isInteger((value - least) / pace);
    if (sound && value >= least && value <= most) change(letter, value);
  });
  const button = (text, by, label) =>
    h(
      "button",
      { type: "button", class: "cs-knob-button", tabindex: "-1", "aria-label": `${name}: ${label}`, onclick: step(by) },
      text,
    );
  const less = button("−", -1, "one less");
  const more = button("+", 1, "one more");
  const label = h("label", { for: id, onpointerdown: (down) => drag(down) });
  const drag = ({ pointerId, clientX }) => {
    // the name can be dragged sideways, too: 6 pixels a step
    const start = Number(field.value);
    const stop = new AbortController();
    const { signal } = stop;
    label.setPointerCapture(pointerId);
    label.addEventListener(
      "pointermove",
      (event) => {
        const value = start + pace * Math.round((event.clientX - clientX) / 6);
        if (value !== Number(field.value)) set(value);
      },
      { signal },
    );
    for (const end of ["pointerup", "pointercancel"]) label.addEventListener(end, () => stop.abort(), { signal });
  };
  label.append(...(letter.length === 1 ? [h("i", {}, letter), ` ${name}`] : [name]));
  const node = h(
    "div",
    { class: `cs-knob cs-knob-${colour}` },
    label,
    h("div", { class: "cs-knob-box" }, less, field, more),
  );
  const show = (value) => {
    if (document.activeElement !== field || Number(field.value) !== value) field.value = value;
    less.disabled = value <= least;
    more.disabled = value >= most;
  };
  return { letter, node, show };
}

export function makeKnobs(rows, change) {
  const knobs = rows.map((row) => knob(row, change));
  const node = h(
    "div",
    { class: "cs-knobs", role: "group", "aria-label": "Settings" },
    knobs.map((k) => k.node),
  );
  // Show the numbers, and only the knobs that the view has.
  const show = (size, view) => {
    for (const k of knobs) {
      k.show(size[k.letter]);
      k.node.hidden = !view.hasKnob(k.letter);
    }
    node.hidden = knobs.every((k) => k.node.hidden);
  };
  return { node, knobs, show };
}
