// A grid of number cells in slices: one tab stop, arrows inside, Home/End along a row, PageUp/PageDown between slices.
import { h, say } from "./dom.js";
import { number, short } from "./numerals.js";

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

// Tell where a key leads from `at` = [slice, row, column], or null if it is no key of ours. Past the last row of a
// slice comes the first of the next.
export function destination(event, at, sizes) {
  const [slice, row, col] = at;
  const [rows, cols] = sizes[slice];
  const top = event.ctrlKey || event.metaKey;
  if (event.key === "Home") return [top ? 0 : slice, top ? 0 : row, 0];
  if (event.key === "End") return top ? last(sizes, sizes.length - 1) : [slice, row, cols - 1];
  if (event.key === "PageUp" || event.key === "PageDown") {
    const next = clamp(slice + (event.key === "PageUp" ? -1 : 1), sizes.length);
    return [next, clamp(row, sizes[next][0]), clamp(col, sizes[next][1])];
  }
  if (!(event.key in STEPS) || event.altKey || top) return null;
  const [down, right] = STEPS[event.key];
  if (row + down < 0 && slice > 0) return [slice - 1, sizes[slice - 1][0] - 1, clamp(col, sizes[slice - 1][1])];
  if (row + down >= rows && slice < sizes.length - 1) return [slice + 1, 0, clamp(col, sizes[slice + 1][1])];
  return [slice, clamp(row + down, rows), clamp(col + right, cols)];
}

const clamp = (value, count) => Math.min(Math.max(value, 0), count - 1);
const last = (sizes, slice) => [slice, sizes[slice][0] - 1, sizes[slice][1] - 1];

// Build the rows of one slice; `ring` cells of padding stand around it, seen but not part of the grid.
// `cells` [row][col] are the numbers, `field` has the padding, too.
export function sliceRows(slice, rows, cols, ring = 0) {
  const cells = [];
  const field = [];
  const lines = [];
  for (let r = -ring; r < rows + ring; r++) {
    const inside = r >= 0 && r < rows;
    const across = Array.from({ length: cols + 2 * ring }, (_, n) => {
      const c = n - ring;
      if (!inside || c < 0 || c >= cols) return h("span", { class: "cs-cell cs-zero", "aria-hidden": "true" }, "0");
      const cell = h("span", { class: "cs-cell", role: "gridcell", tabindex: "-1" });
      cell.at = [slice, r, c];
      return cell;
    });
    field.push(across);
    if (inside) cells.push(across.slice(ring, ring + cols));
    lines.push(h("div", { class: "cs-row", ...(inside ? { role: "row" } : { "aria-hidden": "true" }) }, across));
  }
  return { cells, field, lines };
}

// Keep one cell of `slices` ([slice][row][col] of elements) reachable by Tab, and move among them by keys.
export class Roving {
  constructor(slices, nameOf) {
    this.slices = slices;
    this.nameOf = nameOf;
    this.at = [0, 0, 0];
    this.point(this.at);
  }

  cell([slice, row, col]) {
    return this.slices[slice]?.[row]?.[col];
  }

  // Make a cell the one that Tab reaches, and give it its name; `focus` goes there, too.
  point(at, focus = false) {
    const next = this.cell(at);
    if (!next) return;
    const before = this.cell(this.at);
    if (before !== next) before?.setAttribute("tabindex", "-1");
    this.at = at;
    next.setAttribute("tabindex", "0");
    next.setAttribute("aria-label", this.nameOf(at));
    if (focus && next !== document.activeElement) next.focus({ preventScroll: false });
  }

  key(event) {
    const at = destination(
      event,
      this.at,
      this.slices.map((rows) => [rows.length, rows[0].length]),
    );
    if (at) event.preventDefault();
    return at;
  }
}

// Write a number into a cell.
export function writeCell(cell, value) {
  if (!cell.firstElementChild) say(cell, short(value)); // else it is being edited
}

// Write numbers into cells, [slice][row][col] both.
export function write(cells, values) {
  cells.forEach((slice, i) => slice.forEach((row, r) => row.forEach((cell, c) => writeCell(cell, values[i][r][c]))));
}

// Let a cell be edited: an input stands in it until Enter, Tab or a click elsewhere (taken) or Escape (not taken).
// What is taken may change the height of the words above, and move a button away while it is pressed: where a button of
// the widget is pressed, the number is taken only when it is let go, and the click is sure.
export function edit(cell, { value, name, first, take, refuse }) {
  if (cell.firstElementChild) return;
  const field = h("input", {
    class: "cs-edit",
    "aria-label": `${name}, edit`,
    inputmode: "text",
    autocomplete: "off",
    spellcheck: "false",
  });
  field.value = first ?? String(value);
  let open = true;
  const ended = new AbortController();
  const close = (keep, focus) => {
    if (!open) return;
    open = false;
    ended.abort();
    const text = field.value.trim().replaceAll("−", "-").replace(",", ".");
    const next = Number(text);
    const good = text !== "" && Number.isFinite(next) && Math.abs(next) <= 999;
    field.remove();
    writeCell(cell, keep && good ? next : value);
    if (focus) cell.focus();
    if (keep && good && next !== value) take(next);
    if (keep && !good) refuse(`“${text}” is not a number from −999 to 999; the cell keeps ${number(value)}.`);
  };
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      close(event.key === "Enter", true);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      field.value = String((Number(field.value) || 0) + (event.key === "ArrowUp" ? 1 : -1));
    }
  });
  field.addEventListener("blur", () => close(true, false));
  const view = cell.closest(".cs-widget");
  const { signal } = ended;
  const onButton = ({ target }) => target.closest("button, .cs-choice");
  view.addEventListener("mousedown", (event) => onButton(event) && event.preventDefault(), { signal });
  view.addEventListener("mouseup", (event) => onButton(event) && close(true, false), { signal });
  cell.replaceChildren(field);
  field.focus();
  if (first === undefined) field.select();
}
