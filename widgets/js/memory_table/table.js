// The table: a line for the input, for each layer, and for each repeat that is folded; two lines of totals below.

import { h, say } from "../shared/dom.js";
import { grouped } from "../shared/numerals.js";
import { countLine, linesOf, repeatsOf, visibleLines } from "./lines.js";
import { formatBytes, shortCount } from "./messages.js";
import { volume } from "./tree.js";

// Columns: what they are called, and the class of their cells.
const COLUMNS = {
  pass: ["layer", "pass"],
  size: ["W×H×D", "size"],
  activations: ["activations", "activations"],
  parameters: ["parameters", "parameters"],
  gradients: ["gradients", "gradients"],
  stepCache: ["step cache", "step-cache"],
  workspace: ["workspace", "workspace"],
  macs: ["multiply-adds", "macs"],
};
const TRAINING = ["activations", "parameters", "gradients", "stepCache", "workspace"];
const TESTING = ["activations", "parameters", "workspace", "macs"];
const NOTES = ["activations", "parameters", "macs"];

// The columns with counts.
export const columnsOf = ({ train, notes }) => (notes ? NOTES : train ? TRAINING : TESTING);
export const headOf = (name) => COLUMNS[name][0];
export const keyOfColumn = (name) => COLUMNS[name][1];

// What the columns count of each row: bytes of the whole batch, or as the notes do, numbers of one example. `outputs` are
// the gradients of outputs alone.
function countedRows({ rows, n }, notes) {
  const inBytes = (row) => ({ outputs: row.gradients, gradients: row.gradients + row.parameterGradients });
  const inNumbers = ({ numbers, parameterNumbers, macs }) => ({
    activations: numbers,
    parameters: parameterNumbers,
    macs: macs / n,
    kept: numbers,
  });
  return rows.map((row) => ({ ...row, ...(notes ? inNumbers(row) : inBytes(row)) }));
}

export class Table {
  // on: { choose(row), toggle(id), sort(column), point(line or null) }
  constructor(on) {
    this.on = on;
    this.head = h("tr", { role: "row" });
    this.body = h("tbody", { role: "rowgroup" });
    this.foot = h("tfoot", { role: "rowgroup" });
    this.node = h(
      "div",
      { class: "cs-mem-table", onkeydown: (event) => this.key(event), onpointerleave: () => on.point(null) },
      h(
        "table",
        { role: "table", "aria-label": "What each layer needs" },
        h("thead", { role: "rowgroup" }, this.head),
        this.body,
        this.foot,
      ),
    );
  }

  show(s, all) {
    const held = this.body.contains(document.activeElement);
    this.columns = columnsOf(s);
    this.write = s.notes ? grouped : (bytes) => formatBytes(bytes).replace("bytes", "B");
    if (s.spec !== this.spec || s.tree !== this.tree) {
      this.lines = linesOf(all.net.tree);
      this.repeats = repeatsOf(this.lines);
    }
    Object.assign(this, { spec: s.spec, tree: s.tree });
    this.node.classList.toggle("cs-mem-few", this.columns.length < TRAINING.length);
    this.showHead(s);
    this.showBody(s, countedRows(all, s.notes));
    this.showFoot(s, all);
    this.choose(s.row);
    if (held) this.focus();
  }

  // ---- heads -----------------------------------------------------------------------------------------------------
  showHead(s) {
    const key = JSON.stringify([this.columns, s.sort, s.ascending]);
    if (key === this.headKey) return;
    this.headKey = key;
    const held = this.head.contains(document.activeElement) ? document.activeElement.dataset.column : null;
    this.head.replaceChildren(...["pass", "size", ...this.columns].map((name) => this.headCell(s, name)));
    if (held) this.head.querySelector(`[data-column="${held}"]`)?.focus();
  }

  headCell(s, name) {
    const sorted = name === s.sort;
    const up = sorted && (name === "pass" || s.ascending);
    const button = h(
      "button",
      { type: "button", "data-column": name, onclick: () => this.on.sort(name) },
      headOf(name),
      sorted ? h("span", { class: "cs-mem-arrow", "aria-hidden": "true" }, up ? "▲" : "▼") : null,
    );
    const order = sorted ? (up ? "ascending" : "descending") : null;
    return h("th", { scope: "col", role: "columnheader", class: this.headClass(name), "aria-sort": order }, button);
  }

  headClass(name) {
    return this.columns.includes(name) ? `cs-mem-count ${cellClass(name)}` : cellClass(name);
  }

  // ---- rows ------------------------------------------------------------------------------------------------------
  showBody(s, rows) {
    this.shown = this.sortedLines(s, rows).map((one) => ({
      ...one,
      counts: one.open ? null : countLine(one.line, rows, [...this.columns, "kept", "outputs"]),
    }));
    const counts = this.shown.flatMap((one) => one.counts ?? []);
    this.most = Object.fromEntries(
      this.columns.map((name) => [name, Math.max(1, ...counts.map((one) => longest(one, name)))]),
    );
    this.build(rows);
    this.shown.forEach((one, n) => {
      this.fill(s, one, rows, this.cells[n]);
    });
  }

  // Make the lines, unless the same ones stand there.
  build(rows) {
    const named = this.shown.map(({ line, open, rails }) => ({
      kind: line.kind,
      name: line.kind === "row" ? rows[line.first].label : line.label,
      first: line.first,
      last: line.last,
      open,
      depth: rails.length,
    }));
    const key = JSON.stringify([this.columns, named]);
    if (key === this.bodyKey) return;
    this.bodyKey = key;
    this.buttons = [];
    this.cells = [];
    this.nodes = this.shown.map((one, n) => this.row(one, named[n].name, n));
    this.body.replaceChildren(...this.nodes);
  }

  // In the order of the pass, with repeats folded; by a column, each layer by itself.
  sortedLines(s, rows) {
    if (s.sort !== "size" && !this.columns.includes(s.sort)) return visibleLines(this.lines, s.opened);
    const value = s.sort === "size" ? (row) => row.shape.reduce((a, b) => a * Number(b), 1) : (row) => row[s.sort];
    const sign = s.ascending ? 1 : -1;
    const order = rows.map((_, n) => n).sort((a, b) => sign * (value(rows[a]) - value(rows[b])) || a - b);
    return order.map((n) => ({ line: { kind: "row", first: n, last: n }, rails: [] }));
  }

  row({ line, rails, open }, name, n) {
    const { first, last } = line;
    const repeat = line.kind === "repeat";
    const label = first === last ? String(first) : `${first}–${last}`;
    const button = h(
      "button",
      {
        type: "button",
        class: "cs-mem-name",
        tabindex: -1,
        "aria-expanded": repeat ? String(open) : null,
        onclick: () => (repeat ? this.toggle(line) : this.go(n)),
      },
      repeat ? h("span", { class: "cs-mem-fold", "aria-hidden": "true" }, open ? "▾" : "▸") : null,
      breakable(name),
    );
    this.buttons.push(button);
    const size = h("td", { role: "cell", class: cellClass("size") });
    const counts = this.columns.map((column) =>
      h("td", { role: "cell", class: `cs-mem-count ${cellClass(column)}`, "data-name": headOf(column) }),
    );
    this.cells.push({ size, counts });
    return h(
      "tr",
      {
        role: "row",
        class: `cs-mem-row${open ? " cs-mem-opened" : ""}`,
        onclick: (event) => this.click(event, n),
        onpointerenter: () => this.on.point(line),
      },
      h(
        "td",
        { role: "cell", class: cellClass("pass") },
        h(
          "div",
          { class: "cs-mem-head" },
          rails.map((rail, depth) => railNode(depth === rails.length - 1 ? line.begins : null, rail)),
          h("span", { class: "cs-mem-number", "aria-hidden": "true" }, first ? label : ""),
          button,
        ),
      ),
      size,
      counts,
    );
  }

  // Write a line's size and counts.
  fill(s, { line, open, counts }, rows, cells) {
    const { kind, first, last, times } = line;
    say(cells.size, open ? (times ? `${times} times` : "") : volume(rows[last].shape));
    if (!counts) return;
    this.columns.forEach((name, n) => {
      const cell = cells.counts[n];
      const value = counts[name];
      const whole = longest(counts, name);
      const solid = { activations: s.train ? counts.kept : whole, gradients: counts.outputs }[name] ?? whole;
      const inPlace = s.notes && name === "activations" && kind === "row" && !value && rows[first].word !== "FLATTEN";
      say(cell, inPlace ? "in place" : this.text(name, value));
      const style = barStyle(whole, solid, this.most[name]);
      if (style === null) cell.removeAttribute("style");
      else if (cell.getAttribute("style") !== style) cell.setAttribute("style", style);
      cell.classList.toggle("cs-mem-loose", name === "activations" && !solid);
    });
  }

  text(name, value) {
    return name === "macs" ? shortCount(value, 1e5) : value ? this.write(value) : "0";
  }

  // ---- totals ----------------------------------------------------------------------------------------------------
  showFoot(s, all) {
    const { sums, fullest } = all;
    const summed = s.notes
      ? { activations: sums.numbers, parameters: all.numbers, macs: sums.macs / all.n }
      : { ...sums, gradients: sums.gradients + sums.parameterGradients, workspace: null };
    const lines = [this.total("all rows summed up", "", summed)];
    const moment = {
      ...fullest,
      activations: fullest.data + fullest.activations,
      gradients: fullest.gradients + fullest.parameterGradients,
      parameters: all.parameters,
      stepCache: all.stepCache,
      macs: null,
    };
    if (!s.notes) lines.push(this.total("at the fullest moment", formatBytes(all.total), moment));
    this.foot.replaceChildren(...lines);
  }

  total(name, size, values) {
    return h(
      "tr",
      { role: "row" },
      h("th", { scope: "row", role: "rowheader", class: cellClass("pass") }, name),
      h("td", { role: "cell", class: cellClass("size") }, size),
      this.columns.map((column) =>
        h(
          "td",
          { role: "cell", class: `cs-mem-count ${cellClass(column)}`, "data-name": headOf(column) },
          values[column] === null ? "–" : this.text(column, values[column]),
        ),
      ),
    );
  }

  // ---- the row in focus ------------------------------------------------------------------------------------------
  // The line that shows a row: the row's own, or the folded repeat that it is in. An open group's line has the focus
  // where the reader went to it.
  lineOf(row) {
    const group = this.shown.findIndex(({ line, open }) => open && keyOf(line) === this.group && line.first === row);
    if (group >= 0) return group;
    return this.shown.findIndex(({ line, open }) => !open && line.first <= row && row <= line.last);
  }

  choose(row) {
    this.at = this.lineOf(row);
    this.nodes.forEach((node, n) => {
      node.classList.toggle("cs-mem-on", n === this.at);
      this.buttons[n].setAttribute("aria-current", String(n === this.at));
      this.buttons[n].tabIndex = n === Math.max(this.at, 0) ? 0 : -1;
    });
  }

  // Light up the line of a row that is pointed at elsewhere; -1 for none.
  light(row) {
    const at = row < 0 ? -1 : this.lineOf(row);
    this.nodes.forEach((node, n) => {
      node.classList.toggle("cs-mem-lit", n === at);
    });
  }

  focus() {
    this.buttons[Math.max(this.at, 0)]?.focus({ preventScroll: true });
    this.reveal();
  }

  // The folded repeat that the reader went to, or null: a row in it may be in focus by itself, from the picture.
  foldInFocus(row) {
    const { line, open } = this.shown[this.at] ?? {};
    const whole = line?.kind === "repeat" && !open && keyOf(line) === this.group && line.first === row;
    return whole ? line : null;
  }

  // Scroll the table, and not the page, to the chosen line.
  reveal() {
    const row = this.nodes[this.at];
    if (!row) return;
    const head = this.head.offsetHeight;
    const foot = this.foot.offsetHeight;
    const { offsetTop: top, offsetHeight: high } = row;
    const { scrollTop, clientHeight } = this.node;
    if (top - head < scrollTop) this.node.scrollTop = top - head;
    else if (top + high + foot > scrollTop + clientHeight) this.node.scrollTop = top + high + foot - clientHeight;
  }

  click(event, n) {
    if (!event.target.closest("button")) this.go(n);
  }

  key(event) {
    if (!event.target.classList.contains("cs-mem-name") || event.altKey || event.ctrlKey || event.metaKey) return;
    const now = this.buttons.indexOf(event.target);
    const last = this.buttons.length - 1;
    const to = { ArrowUp: now - 1, ArrowDown: now + 1, Home: 0, End: last }[event.key];
    const { line, open } = this.shown[now];
    if (to !== undefined) this.go(Math.min(Math.max(to, 0), last));
    else if (line.kind === "repeat" && event.key === (open ? "ArrowLeft" : "ArrowRight")) this.toggle(line);
    else return;
    event.preventDefault();
  }

  go(n) {
    const { line } = this.shown[n];
    this.group = keyOf(line);
    this.on.choose(line.first);
    this.choose(line.first);
    this.focus();
  }

  toggle(line) {
    this.group = keyOf(line);
    this.on.toggle(line);
    this.choose(line.first);
    this.focus();
  }
}

// A name that may go on in the next line behind an arrow.
const breakable = (name) => name.split("→").flatMap((part, n) => (n ? ["→", h("wbr"), part] : [part]));
const cellClass = (name) => `cs-mem-${COLUMNS[name][1]}`;
const keyOf = ({ kind, first, last }) => `${kind} ${first} ${last}`;
// How long a bar is: what is kept may be more than the output.
const longest = (counts, name) => (name === "activations" ? Math.max(counts.activations, counts.kept) : counts[name]);

const railNode = (begins, { kind }) =>
  h("span", { class: `cs-mem-rail cs-mem-${kind}` }, begins ? h("small", {}, String(begins)) : null);

// A bar as long as a value's share of the largest, its first part solid.
function barStyle(value, solid, most) {
  const share = (part) => `${((100 * part) / most).toFixed(1)}%`;
  return value / most >= 0.005 ? `--solid:${share(solid)};--share:${share(value)}` : null;
}
