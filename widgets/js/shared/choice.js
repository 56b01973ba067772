// One of a few: radio buttons that look like one strip; arrows move, as in every group of radio buttons.
import { h, unique } from "./dom.js";

export function makeChoice(title, options, change) {
  const name = unique("choice");
  const fields = options.map(([value]) => h("input", { type: "radio", name, value, onchange: () => change(value) }));
  const node = h(
    "div",
    { class: "cs-choice", role: "radiogroup", "aria-label": title },
    options.map(([, text], n) => h("label", {}, fields[n], h("span", {}, text))),
  );
  return {
    node,
    show: (value) =>
      fields.forEach((field) => {
        field.checked = field.value === value;
      }),
  };
}
