// MemoryTable: what the reader does becomes a change of the model, and what the model holds is shown.

import { makeChoice } from "../shared/choice.js";
import { copyText } from "../shared/clipboard.js";
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { widget } from "../shared/view.js";
import { Cards } from "./cards.js";
import { Controls } from "./controls.js";
import { asCsv } from "./csv.js";
import { Legend } from "./legend.js";
import {
  blockMessage,
  changeMessage,
  describe,
  errorMessage,
  fitMessage,
  mostMessage,
  rowMessage,
  sumsMessage,
} from "./messages.js";
import { facts, GIB, study } from "./model.js";
import { Picture } from "./picture.js";
import { columnsOf, headOf, keyOfColumn, Table } from "./table.js";

const NAMES = ["spec", "tree", "side", "batch", "dtype", "train", "optimizer", "card", "notes", "sort", "ascending"];
const VIEW = ["opened", "row", "start", "presets", "knobs"];
const COUNTING = [
  ["bytes", "in bytes"],
  ["notes", "in numbers, as the notes"],
];

const BARS = "In the bars, what stays is solid, and what is freed once it has been read is hatched.";

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, [...NAMES, ...VIEW], describe);
    this.shown = {};
    this.build();
    this.update();
    this.follow();
  }

  build() {
    this.controls = new Controls({
      net: (values) => this.change({ ...values, opened: [], row: -1 }),
      change: (values) => this.change(values),
    });
    this.cards = new Cards((card) => this.change({ card }));
    this.picture = new Picture({
      choose: (moment) => this.chooseMoment(moment),
      point: (moment) => this.point(moment),
    });
    this.legend = new Legend();
    this.table = new Table({
      choose: (row) => this.chooseRow(row),
      toggle: (line) => this.toggle(line),
      sort: (column) => this.sort(column),
      point: (line) => this.pointLine(line),
    });
    Object.assign(this, {
      verdict: h("p", { class: "cs-mem-verdict" }),
      changed: h("p", { class: "cs-mem-changed" }),
      inspector: h("p", { class: "cs-mem-inspector" }),
    });
    this.size = true; // the picture has one
    this.drawing = h("div", { class: "cs-mem-over-time" }, this.picture.node, this.legend.node);
    this.body = h("div", { class: "cs-mem-body" }, this.drawing, this.buildBar(), this.table.node, this.inspector);
    this.open("memory", "Memory table", this.controls.node, this.verdict, this.changed, this.cards.node, this.body);
  }

  // What the table counts, which repeats are open, which column a phone shows, and the copy.
  buildBar() {
    this.counting = makeChoice("Counted in", COUNTING, (kind) => this.change({ notes: kind === "notes" }));
    this.openAll = h("button", { type: "button", class: "cs-button", onclick: () => this.toggleAll() });
    this.column = h("select", { class: "cs-mem-select", "aria-label": "Column", onchange: () => this.showColumn() });
    this.copied = h("span", { class: "cs-mem-copied", role: "status" });
    const copy = h("button", { type: "button", class: "cs-button", onclick: () => this.copy() }, "Copy as CSV");
    this.bar = h(
      "div",
      { class: "cs-mem-bar", role: "group", "aria-label": "The table" },
      this.counting.node,
      this.column,
      this.openAll,
      copy,
      this.copied,
    );
    return this.bar;
  }

  // ---- from the reader to the model ------------------------------------------------------------------------------
  chooseRow(row) {
    this.now = null;
    this.change({ row });
    this.showChosen();
  }

  chooseMoment(moment) {
    this.now = moment;
    this.table.group = null;
    this.change({ row: this.all.moments[moment].row });
    this.showChosen();
    this.table.reveal();
  }

  toggle({ id, first }) {
    const opened = this.model.get("opened");
    this.now = null;
    this.change({
      opened: opened.includes(id) ? opened.filter((one) => one !== id) : [...opened, id].sort((a, b) => a - b),
      row: first,
    });
  }

  toggleAll() {
    const ids = this.table.repeats.map(({ id }) => id);
    this.change({ opened: this.allOpen() ? [] : ids.sort((a, b) => a - b), sort: "pass" });
  }

  allOpen() {
    return this.table.repeats.every(({ id }) => this.s.opened.includes(id));
  }

  // The largest first, then the smallest, then the order of the pass.
  sort(column) {
    const { sort, ascending } = this.s;
    if (column === "pass" || (sort === column && ascending)) this.change({ sort: "pass", ascending: false });
    else this.change({ sort: column, ascending: sort === column });
  }

  async copy() {
    try {
      await copyText(asCsv(this.s, this.all));
      say(this.copied, "Copied.");
    } catch {
      say(this.copied, "This browser lets no page copy.");
    }
  }

  // ---- pointing --------------------------------------------------------------------------------------------------
  point(moment) {
    this.picture.point(moment === null ? [] : [moment]);
    this.table.light(moment === null ? -1 : this.all.moments[moment].row);
    this.legend.show(this.all, moment ?? this.now, this.s.train);
  }

  pointLine(line) {
    this.picture.point(line ? this.momentsOf(line.first, line.last) : []);
  }

  momentsOf(first, last) {
    return this.all.moments.flatMap(({ row }, n) => (row >= first && row <= last ? [n] : []));
  }

  // The fullest of some moments; of all, if there are none.
  fullestOf(some) {
    const { moments, peak } = this.all;
    return some.length ? some.reduce((best, n) => (moments[n].total > moments[best].total ? n : best)) : peak;
  }

  // ---- from the model to the page --------------------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const same = (names) => names.every((name) => s[name] === this.shown[name]);
    const all = same(NAMES.slice(0, 7)) ? this.all : study(s);
    Object.assign(this, { s, all });
    const onlyRow = same(NAMES) && same(["opened", "start", "presets"]);
    this.shown = s;
    if (!all.error && !onlyRow) this.showNet(s, all);
    if (all.error) this.now = null;
    else this.showChosen();
    this.hold(Boolean(all.error));
    this.cards.show(s, all);
    this.cards.node.hidden = !this.hasKnob("card");
    this.showNews(s, all);
  }

  // While the net is broken, what was shown before stays where it is, out of reach.
  hold(broken) {
    this.body.inert = broken;
    this.body.hidden = broken && !this.picture.all;
  }

  showNet(s, all) {
    this.picture.wide = this.pictureWidth();
    this.picture.show(all, s.card);
    this.table.show(s, all);
    this.counting.show(s.notes ? "notes" : "bytes");
    this.bar.hidden = !this.hasKnob("table");
    this.openAll.hidden = !this.table.repeats.length;
    say(this.openAll, this.allOpen() ? "Fold repeats" : "Open repeats");
    say(this.copied, "");
    this.showColumns(s);
  }

  // The row in focus, in the table, in the picture and in words.
  showChosen() {
    const { s, all } = this;
    const row = s.row < all.rows.length ? s.row : -1;
    this.table.choose(row);
    const { first, last } = this.table.foldInFocus(row) ?? { first: row, last: row };
    const moments = row < 0 ? [] : this.momentsOf(first, last);
    if (!moments.includes(this.now)) this.now = this.fullestOf(moments);
    this.picture.choose(moments, this.now);
    this.legend.show(all, this.now, s.train);
    say(this.inspector, this.inspect(row));
    this.controls.show(s, all, this.wordsOf(row), (name) => this.hasKnob(name));
  }

  inspect(row) {
    const { s, all } = this;
    const fold = this.table.foldInFocus(row);
    if (row < 0) return `${sumsMessage(s, all)}${s.train && !s.notes ? ` ${BARS}` : ""}`;
    return fold ? blockMessage(s, all, fold) : rowMessage(s, all, row);
  }

  // The words of the text that a row was made from.
  wordsOf(row) {
    const { text } = this.all.net;
    if (!text || row < 0) return [];
    const word = row ? text.rows[row - 1].word : text.input;
    return word ? [word] : [];
  }

  // On a phone one column is seen at a time.
  showColumns(s) {
    const names = columnsOf(s);
    const key = String(names);
    if (key !== this.columns) {
      const before = this.column.value;
      this.column.replaceChildren(...names.map((name) => h("option", { value: name }, headOf(name))));
      this.column.value = names.includes(before) ? before : names[0];
    }
    this.columns = key;
    if (names.includes(s.sort)) this.column.value = s.sort;
    this.showColumn();
  }

  showColumn() {
    this.table.node.dataset.column = keyOfColumn(this.column.value);
  }

  showNews(s, all) {
    const fits = !all.error && all.total <= s.card * GIB;
    this.verdict.className = `cs-mem-verdict${all.error ? " cs-mem-wrong" : fits ? "" : " cs-mem-over"}`;
    const most = all.error ? errorMessage(all) : `${mostMessage(all)}.`;
    const fit = all.error ? "" : fitMessage(s, all);
    this.verdict.replaceChildren(
      ...(all.error
        ? [h("b", {}, all.net.text && !all.net.text.rows.length ? "Not a net yet. " : "Does not fit together. "), most]
        : [h("span", { class: "cs-mem-sign", "aria-hidden": "true" }, fits ? "✓" : "✗"), h("b", {}, most), ` ${fit}`]),
    );
    if (all.error) this.controls.show(s, all, [], (name) => this.hasKnob(name));
    const change = changeMessage(s, all);
    say(this.changed, change);
    this.changed.hidden = !change;
    this.showDescription(s);
    const news = this.showTask(facts(s, all));
    const said = [most, fit, change].filter(Boolean).join(" ");
    const row = !all.error && s.row >= 0 && s.row < all.rows.length ? rowMessage(s, all, s.row) : "";
    if (this.spoken !== undefined) this.announce(`${said === this.spoken && row ? row : said}${news}`);
    this.spoken = said;
  }

  // ---- how wide the picture may be -------------------------------------------------------------------------------
  pictureWidth() {
    const wide = this.width();
    return wide > 620 ? wide - 232 : wide;
  }

  fit() {
    this.picture.fit(this.pictureWidth());
    if (this.all && !this.all.error) this.showChosen();
  }
}

export default widget(View);
