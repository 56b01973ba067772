// The table: a row for the input and for each layer, its size and what it costs, and all of it together.

import { h } from "../shared/dom.js";
import { grouped, plural } from "../shared/numerals.js";
import { accounts, bytesOf, nameOf, overOf, volume } from "./model.js";

const MOST = 80; // rows that are shown
const COUNTS = ["parameters", "bytes", "macs"];
const HEADS = ["layer", "size W×H×D", "parameters", "bytes", "multiply-adds"];

export class NetTable {
  // on: { choose(at, extend), remove() }; a row's number is -1 for the input.
  constructor(on) {
    this.on = on;
    this.body = h("tbody", { role: "rowgroup" });
    this.foot = h("tfoot", { role: "rowgroup" });
    const head = HEADS.map((text, n) => h("th", { scope: "col", role: "columnheader", class: `cs-net-c${n}` }, text));
    this.node = h(
      "div",
      { class: "cs-net-table", onkeydown: (event) => this.key(event) },
      h(
        "table",
        { role: "table", "aria-label": "The net, layer by layer" },
        h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, head)),
        this.body,
        this.foot,
      ),
    );
  }

  // `chosen` is { at, end }: the first and the last row that is chosen; `same` are the words of these rows.
  show(net, { at, end }, same) {
    const held = this.body.contains(document.activeElement);
    const { rows, totals } = accounts(net);
    const most = Object.fromEntries(
      COUNTS.map((name) => [name, Math.max(1, ...rows.map((row) => Number(row?.[name] ?? 0)))]),
    );
    most.bytes = Math.max(most.bytes, Number(bytesOf(net.inShape)));
    const first = { name: "INPUT", size: volume(net.inShape), costs: { bytes: bytesOf(net.inShape) }, at: -1 };
    const shown = net.rows.slice(0, MOST).map((row, n) => ({
      name: nameOf(row),
      size: row.out ? volume(row.out) : "–",
      costs: rows[n] ?? {},
      at: n,
      row,
      wrong: net.error?.row === n,
      over: overOf(row),
      same: same.includes(row.word),
    }));
    this.buttons = [];
    const nodes = [first, ...shown].map((one) => this.row(one, most, at, end));
    const rest = net.rows.length - shown.length;
    if (rest > 0)
      nodes.push(h("tr", { role: "row" }, h("td", { role: "cell", colspan: 5 }, `and ${plural(rest, "layer")} more`)));
    this.body.replaceChildren(...nodes);
    this.foot.replaceChildren(this.total(net, totals));
    this.at = at;
    if (held) this.focus();
    if (net.error?.row !== undefined && net.error.row !== this.wrong) this.reveal(net.error.row + 1);
    this.wrong = net.error?.row;
  }

  focus() {
    this.buttons[Math.min(this.at + 1, this.buttons.length - 1)]?.focus({ preventScroll: true });
    this.reveal(this.at + 1);
  }

  // Scroll the table, and not the page, to a row.
  reveal(n) {
    const row = this.body.children[n];
    if (!row) return;
    const head = this.node.querySelector("thead").offsetHeight;
    const foot = this.foot.offsetHeight;
    const { offsetTop: top, offsetHeight: high } = row;
    const { scrollTop, clientHeight } = this.node;
    if (top - head < scrollTop) this.node.scrollTop = top - head;
    else if (top + high + foot > scrollTop + clientHeight) this.node.scrollTop = top + high + foot - clientHeight;
  }

  row({ name, size, costs, at, row, wrong, over = [0, 0], same }, most, from, to) {
    const chosen = at >= from && at <= to;
    const button = h(
      "button",
      {
        type: "button",
        class: "cs-net-name",
        tabindex: at === from ? 0 : -1,
        "aria-pressed": String(chosen),
        onclick: (event) => this.on.choose(at, event.shiftKey),
      },
      name,
    );
    this.buttons.push(button);
    const left = over.some(Boolean);
    const note = wrong ? "does not fit" : left ? "leaves cells over" : "";
    const kinds = [
      chosen && "cs-net-on",
      !chosen && same && "cs-net-same",
      wrong && "cs-net-bad",
      left && "cs-net-left",
    ];
    return h(
      "tr",
      { role: "row", class: kinds.filter(Boolean).join(" ") || null, onclick: (event) => this.click(event, at) },
      h("td", { role: "cell", class: "cs-net-c0" }, h("div", { class: "cs-net-head" }, this.rails(row, at), button)),
      h(
        "td",
        { role: "cell", class: "cs-net-c1" },
        note ? h("small", {}, wrong ? "! " : "", note) : null,
        wrong ? null : size,
      ),
      COUNTS.map((count, n) => this.count(costs[count], most[count], count, n)),
    );
  }

  click(event, at) {
    if (event.target.closest("button")) return;
    this.on.choose(at, event.shiftKey);
    this.focus();
  }

  count(value, most, name, n) {
    const share = value === undefined ? 0 : (100 * Number(value)) / most;
    const style = share >= 0.5 ? `--share:${share.toFixed(1)}%` : null;
    const text = value === undefined ? "" : grouped(value);
    return h("td", { role: "cell", class: `cs-net-c${n + 2} cs-net-${name}`, style, "data-name": HEADS[n + 2] }, text);
  }

  // A line for each bracket around a row, with the times beside its first row.
  rails(row, at) {
    const before = this.before;
    this.before = at < 0 ? [] : row.rounds;
    return (row?.rounds ?? [])
      .filter(({ bracket }) => bracket.times !== "?")
      .map(({ bracket, round }) => {
        const begins = !before?.some((one) => one.bracket === bracket && one.round === round);
        return h("span", { class: "cs-net-rail" }, begins ? h("small", {}, String(round + 1)) : null);
      });
  }

  total(net, totals) {
    const cells = COUNTS.map((name, n) =>
      h("td", { role: "cell", class: `cs-net-c${n + 2}`, "data-name": HEADS[n + 2] }, grouped(totals[name])),
    );
    const name = net.error ? "as far as it goes" : "in all";
    return h(
      "tr",
      { role: "row" },
      h("th", { scope: "row", role: "rowheader", class: "cs-net-c0" }, name),
      h("td", { role: "cell", class: "cs-net-c1" }),
      cells,
    );
  }

  key(event) {
    if (!event.target.classList.contains("cs-net-name") || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.buttons.length - 2;
    const to = { ArrowUp: this.at - 1, ArrowDown: this.at + 1, Home: -1, End: last }[event.key];
    if (to !== undefined) {
      if (event.shiftKey && event.key.startsWith("Arrow")) this.on.choose(event.key === "ArrowDown" ? "more" : "fewer");
      else this.on.choose(Math.min(Math.max(to, -1), last));
      this.focus();
    } else if (event.key === "Delete" || event.key === "Backspace") this.on.remove();
    else return;
    event.preventDefault();
  }
}
