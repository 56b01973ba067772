// A slider for one setting, by mouse, touch and keyboard.
import { h, say, unique } from "./dom.js";

// A slider with its name before it and its value behind it.
export function slider(name, most, change) {
  const id = unique("slider");
  const field = h("input", {
    id,
    type: "range",
    min: 0,
    max: most,
    step: 1,
    class: "cs-slider",
    oninput: () => change(Number(field.value)),
  });
  const value = h("b", { class: "cs-value", "aria-hidden": "true" });
  const node = h("div", { class: "cs-slide" }, h("label", { for: id }, name), field, value);
  const show = (at, text, visible) => {
    field.value = at;
    field.setAttribute("aria-valuetext", text);
    say(value, text);
    node.hidden = !visible;
  };
  return { node, show };
}
