// ArchitectureBuilder: what the reader types or clicks becomes a change of the text, and what the text says is shown.

import { DescribedView } from "../shared/described.js";
import { h } from "../shared/dom.js";
import { makeKnobs } from "../shared/knobs.js";
import { LONGEST, TextField } from "../shared/spec/field.js";
import { widget } from "../shared/view.js";
import {
  bracketsOf,
  chainOf,
  inserted,
  ofKind,
  placeAfter,
  removed,
  repeated,
  timed,
  withNumber,
  withSize,
} from "./edits.js";
import { describe, errorMessage, leftOverMessage, netMessage } from "./messages.js";
import { canonical, code, facts, LIMITS, overOf, read } from "./model.js";
import { Output } from "./output.js";
import { repairs } from "./repairs.js";
import { NetTable } from "./table.js";
import { Tools } from "./tools.js";

const LETTERS = [
  ["N", "layers", 0, LIMITS.N, "s"],
  ["M", "blocks", 0, LIMITS.M, "s"],
  ["K", "FC layers", 0, LIMITS.K, "s"],
];
const PLAIN = { N: 1, M: 2, K: 1, pool: true };

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, ["spec", "N", "M", "K", "pool", "presets", "knobs"], describe);
    Object.assign(this, { at: 0, count: 1, before: [] });
    this.build();
    this.update();
  }

  build() {
    this.text = new TextField((spec) => this.type(spec));
    this.table = new NetTable({ choose: (at, extend) => this.choose(at, extend), remove: () => this.remove() });
    this.tools = new Tools({
      insert: (kind) => this.insert(kind),
      remove: () => this.remove(),
      number: (name, value) => this.edit((net, word) => withNumber(net, word, name, value)),
      side: (axis, value) => this.edit((net) => withSize(net, axis, value)),
      kind: (kind) => this.edit((net, word) => ofKind(net, word, kind)),
      times: (i, times) => this.edit((net, word) => timed(net, bracketsOf(net, word)[i], times)),
      repeat: () => this.edit((net, word) => repeated(net, word, this.count)),
      count: (count) => this.choose(this.at, false, count),
      undo: () => this.undo(),
    });
    this.output = new Output();
    this.letters = makeKnobs(LETTERS, (letter, value) => this.change({ [letter]: value }));
    this.pool = h("input", { type: "checkbox", onchange: () => this.change({ pool: this.pool.checked }) });
    this.preset = h("select", {
      class: "cs-net-select",
      "aria-label": "Net",
      onchange: () => this.use(this.preset.value),
    });
    Object.assign(this, {
      said: h("p", { class: "cs-net-said" }),
      mend: h("div", { class: "cs-net-mend" }),
      poolLabel: h("label", { class: "cs-net-pool" }, this.pool, "POOL?: it is there"),
      top: h("label", { class: "cs-net-top" }, "Net", this.preset),
    });
    this.body = h("div", { class: "cs-net-body" }, this.tools.node, this.table.node, this.output.node);
    this.lettersRow = h("div", { class: "cs-net-letters" }, this.letters.node, this.poolLabel);
    this.open(
      "builder",
      "Architecture builder",
      this.top,
      this.text.node,
      this.lettersRow,
      h("div", { class: "cs-net-news" }, this.said, this.mend),
      this.body,
    );
  }

  // ---- from the reader to the model ------------------------------------------------------------------------------
  type(spec) {
    this.remember(true);
    this.change({ spec });
  }

  // Keep text and letters for "Undo": what is typed in one go is one step.
  remember(typing) {
    const { spec, N, M, K, pool } = this.read();
    if (!typing || !this.typing) this.before.push({ spec, N, M, K, pool });
    this.typing = typing;
  }

  // Take another text, which "Undo" takes back.
  take(spec) {
    if (spec === null || spec === this.model.get("spec") || spec.length > LONGEST) return;
    this.remember(false);
    this.change({ spec });
  }

  // Change the text at the chosen layer; `make` is one of edits.js.
  edit(make) {
    this.acted = true;
    this.take(make(this.net, this.net.rows[this.at]?.word ?? null));
  }

  undo() {
    this.typing = false;
    this.change(this.before.pop());
    if (!this.before.length) this.text.field.focus();
  }

  use(name) {
    const spec = this.model.get("presets")[name];
    if (spec === undefined) return;
    Object.assign(this, { at: 0, count: 1 });
    this.remember(false);
    this.change({ ...PLAIN, spec });
  }

  insert(kind) {
    const place = placeAfter(this.net, this.net.rows[this.at]?.word ?? null, this.count);
    this.edit((net) => inserted(net, place, kind));
    const at = this.net.rows.findIndex(({ word }) => word.place === place + (place ? " -> ".length : 0));
    if (at >= 0) this.choose(at);
  }

  remove() {
    if (this.at >= 0) this.edit((net, word) => removed(net, word, this.count));
  }

  // Choose a row, or as many items from it on; "more" and "fewer" change how many.
  choose(at, extend = false, count = 1) {
    const { rows } = this.net;
    const most = (row) => {
      const { items, index } = chainOf(this.net, rows[row].word);
      return items.length - index;
    };
    if (at === "more" || at === "fewer") {
      if (this.at < 0) return;
      this.count = Math.min(Math.max(this.count + (at === "more" ? 1 : -1), 1), most(this.at));
    } else if (extend && at > this.at && this.at >= 0) {
      const { items, index } = chainOf(this.net, rows[this.at].word);
      const end = items.findIndex((item) => item.end >= rows[at].word.end);
      this.count = end < 0 ? items.length - index : Math.max(end - index + 1, 1);
    } else {
      this.at = at;
      this.count = at < 0 ? 1 : Math.min(Math.max(count, 1), most(at));
    }
    this.showChosen(this.net);
  }

  // A repair: then the focus goes to the layer that was mended, or to the text.
  mendBy(text) {
    this.acted = true;
    const { row } = this.net.error ?? {};
    this.take(text);
    if (row === undefined || !this.net.rows.length) return this.text.field.focus();
    this.choose(Math.min(row, this.net.rows.length - 1));
    this.table.focus();
  }

  // ---- from the model to the page --------------------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    this.s = s;
    this.net = read(s);
    const { net } = this;
    this.showPresets(s);
    this.showLetters(s);
    this.showNews(s);
    if (net.rows.length) this.showNet(net);
    else this.text.show(s, net, [], []);
    this.hold(!net.rows.length);
  }

  // While the text is broken, what it described before stays where it is, out of reach.
  hold(broken) {
    if (broken && this.body.contains(document.activeElement)) this.text.field.focus();
    this.body.inert = broken;
    this.body.hidden = broken && !this.table.buttons;
  }

  showNet(net) {
    if (this.at >= net.rows.length) this.at = net.rows.length - 1;
    if (this.at >= 0) {
      const { items, index } = chainOf(net, net.rows[this.at].word);
      this.count = Math.min(this.count, items.length - index);
    }
    this.showChosen(net);
    this.output.show({ spec: canonical(net), code: code(net) });
    this.output.node.hidden = !this.hasKnob("export");
  }

  showChosen(net) {
    const { at, count } = this;
    const words = at >= 0 ? this.chosenWords(net) : net.input ? [net.input] : [];
    let end = at;
    while (
      at >= 0 &&
      end + 1 < net.rows.length &&
      words.includes(net.rows[end + 1].word) &&
      net.rows[end + 1].word !== words[0]
    )
      end++;
    const over = net.rows.filter((row) => overOf(row).some(Boolean)).map(({ word }) => word);
    this.text.show(this.s, net, words, [...new Set(over)]);
    this.table.show(net, { at, end }, words);
    this.tools.show(net, at, count, this.before.length);
    this.tools.node.hidden = !this.hasKnob("tools");
  }

  // The words of the chosen items.
  chosenWords(net) {
    const { items, index } = chainOf(net, net.rows[this.at].word);
    const flat = (item) => (item.word ? [item] : item.items.flatMap(flat));
    return items.slice(index, index + this.count).flatMap(flat);
  }

  showPresets(s) {
    const names = Object.keys(s.presets ?? {});
    if (this.listed !== s.presets)
      this.preset.replaceChildren(...["", ...names].map((name) => h("option", { value: name }, name || "your own")));
    this.listed = s.presets;
    this.preset.value = names.find((name) => s.presets[name] === s.spec) ?? "";
    this.top.hidden = !names.length || !this.hasKnob("net");
  }

  // Knobs for the letters that the text has.
  showLetters(s) {
    const used = (letter) => new RegExp(`\\*\\s*${letter}\\b`).test(s.spec);
    this.letters.show(s, { hasKnob: used });
    this.pool.checked = s.pool;
    this.poolLabel.hidden = !s.spec.includes("?");
    this.lettersRow.hidden = !this.hasKnob("letters") || (this.letters.node.hidden && this.poolLabel.hidden);
  }

  showNews(s) {
    const { net } = this;
    const over = net.error ? "" : leftOverMessage(net);
    const text = net.error ? errorMessage(net) : `${netMessage(net)}${over ? ` ${over}` : ""}`;
    this.said.className = `cs-net-said${net.error ? " cs-misfit" : over ? " cs-gentle" : ""}`;
    this.said.replaceChildren(
      ...(net.error ? [h("b", {}, net.rows.length ? "Does not fit. " : "Not a net yet. ")] : []),
      text,
    );
    this.showRepairs(net);
    this.showDescription(s);
    const news = this.showTask(facts(s, net));
    if (this.spoken) this.announce(`${text}${news}`);
    this.spoken = true;
  }

  showRepairs(net) {
    const buttons = repairs(net).map(([label, text]) =>
      h("button", { type: "button", class: "cs-button", onclick: () => this.mendBy(text) }, label),
    );
    const title = net.error ? "Mend it:" : "So that it fits:";
    this.mend.replaceChildren(...(buttons.length ? [h("span", {}, title), ...buttons] : []));
    this.mend.hidden = !buttons.length;
  }
}

export default widget(View);
