// The pieces of pooling's picture that know nothing of its state.
import { h, say } from "../shared/dom.js";
import { inCell, plain } from "./messages.js";

export function heading(title, detail) {
  return h(
    "div",
    { class: "cs-part-name" },
    h("b", {}, title),
    detail instanceof Node ? detail : h("span", {}, detail),
  );
}

export function words() {
  const said = h("p", { class: "cs-sentence" });
  const more = h("p", { class: "cs-more" });
  return { said, more, node: h("div", { class: "cs-words" }, said, more) };
}

export function lane(kind, title, ...parts) {
  return h("div", { class: `cs-lane cs-${kind}`, role: "group", "aria-label": title }, parts);
}

// The window by itself, each cell with its number, and under it the calculation.
export function middle(title, F) {
  const cells = Array.from({ length: F * F }, (_, n) =>
    h("span", { class: "cs-cell" }, h("small", {}, String(n)), h("span", {})),
  );
  const table = h(
    "div",
    { class: "cs-taps", role: "img" },
    Array.from({ length: F }, (_, u) => h("div", { class: "cs-row" }, cells.slice(u * F, (u + 1) * F))),
  );
  const detail = h("span", {});
  const foot = h("div", { class: "cs-foot" });
  return {
    cells,
    table,
    detail,
    foot,
    node: h(
      "div",
      { class: "cs-part cs-part-mid" },
      heading(title, detail),
      h("div", { class: "cs-between" }, table, foot),
    ),
  };
}

export function sumLine([name, value]) {
  return h("div", {}, h("span", {}, name), h("b", {}, plain(value)));
}

export function fill({ cells, table }, values, switched, kind) {
  table.classList.toggle("cs-numbered", switched !== null);
  values.forEach((value, n) => {
    cells[n].className = `cs-cell ${kind(n)}`;
    say(cells[n].lastChild, inCell(value));
  });
}

// Write numbers into the cells of a table; one that is being edited keeps what is in it.
export function put({ cells, roving }, rows) {
  rows.flat().forEach((value, n) => {
    if (!cells[n].firstElementChild) say(cells[n], inCell(value));
  });
  roving.point(roving.at);
}
