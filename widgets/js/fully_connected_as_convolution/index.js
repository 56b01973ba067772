// FullyConnectedAsConvolution: what the reader writes is seen at once; what they choose becomes a change of the model.
import { makeChoice } from "../shared/choice.js";
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { receptiveField } from "../shared/net.js";
import { widget } from "../shared/view.js";
import { Canvas } from "./canvas.js";
import { Crop } from "./crop.js";
import { addMark, LONGEST } from "./ink.js";
import { Bill, ScoreMap } from "./map.js";
import { cropMessage, describe, scoresMessage, seenMessage, verdict, whyMessage } from "./messages.js";
import { compare, facts, imageOf, isHidden, mismatch, placeOf, scanImage, slidingOf } from "./model.js";

const STATE = [
  "nets",
  "labels",
  "height",
  "width",
  "pixels",
  "drawing",
  "padded",
  "row",
  "col",
  "ask",
  "marks",
  "checked",
];
const TOOLS = ["pen", ..."0123456789"];
const HINT =
  "Write with the mouse or a finger, or choose a stamp: a digit that a click puts down. By keyboard, on the canvas: " +
  "0 to 9 for a stamp, the arrows, Enter.";
const NONE = { marks: [], checked: false };

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, [...STATE, "knobs"], describe);
    const wrong = mismatch(this.read());
    if (wrong) throw new Error(wrong); // a page that has the state from an address takes its own instead
    this.first = this.read();
    this.history = [];
    this.looked = null;
    this.canvas = new Canvas({
      mark: (mark) => this.mark(mark),
      preview: (image) => this.preview(image),
      tool: (tool) => this.choose(tool),
      aimed: (digit, row, col) => this.announce(`Stamp ${digit} at row ${row}, column ${col}`),
      clear: () => this.clear(),
      undo: () => this.undo(),
    });
    this.map = new ScoreMap((row, col) => this.move(row, col));
    this.bill = new Bill();
    this.crop = new Crop({
      toggle: (row, col) => this.toggle(row, col),
      check: () => this.check(),
      look: (at) => this.look(at),
    });
    const below = h("div", { class: "cs-below" }, this.map.node, this.bill.node);
    this.open(
      "fcconv",
      "A net slides over a canvas",
      this.buildBar(),
      this.canvas.node,
      this.under,
      below,
      this.crop.node,
    );
    this.choose("pen");
    this.update();
  }

  buildBar() {
    const button = (text, act) => h("button", { type: "button", class: "cs-button", onclick: act }, text);
    this.tools = makeChoice(
      "What is written with: the pen, or a stamp",
      TOOLS.map((tool) => [tool, tool]),
      (tool) => this.choose(tool),
    );
    this.nets = makeChoice(
      "The net",
      [
        ["without", "without zero padding"],
        ["with", "with zero padding"],
      ],
      (which) => this.change({ padded: which === "with", ...NONE }),
    );
    this.undoer = button("Undo", () => this.undo());
    this.clearer = button("Clear", () => this.clear());
    this.reset = button("Reset", () => this.restart());
    this.reset.classList.add("cs-reset");
    this.tools.node.classList.add("cs-tools");
    this.hint = h("p", { class: "cs-note" });
    this.under = h("div", { class: "cs-under" }, this.hint, this.undoer, this.clearer, this.reset);
    return h("div", { class: "cs-options" }, this.nets.node, this.tools.node);
  }

  // ---- from the reader to the model -------------------------------------------------------------------------
  choose(tool) {
    this.tools.show(tool);
    if (this.canvas.s) this.canvas.choose(tool);
  }

  // Another drawing, which can be undone; false if it is too long.
  write(drawing) {
    if (drawing.length > LONGEST) {
      this.refuse("The canvas holds no more ink. Undo some of it, or clear it.");
      return false;
    }
    const before = this.model.get("drawing");
    if (drawing !== before) this.history.push(before);
    this.warning = "";
    this.change({ drawing });
    return true;
  }

  mark(mark) {
    return this.write(addMark(this.model.get("drawing"), mark));
  }

  clear() {
    this.write("");
  }

  undo() {
    if (this.history.length) this.change({ drawing: this.history.pop() });
  }

  // What was written until now can still be brought back by Undo.
  restart() {
    const { drawing, padded, row, col } = this.first;
    this.write(drawing);
    this.change({ padded, row, col, ...NONE });
  }

  move(row, col) {
    const at = placeOf(this.read());
    if (row !== at[0] || col !== at[1]) this.change({ row, col, ...NONE });
  }

  toggle(row, col) {
    const s = this.read();
    if (!isHidden(s)) return;
    const others = s.marks.filter(([r, c]) => r !== row || c !== col);
    this.change({ marks: others.length < s.marks.length ? others : [...s.marks, [row, col]] });
  }

  check() {
    this.change({ checked: true });
    this.crop.focus();
  }

  // ---- from the model to the page ---------------------------------------------------------------------------
  // What the net sees while a stroke is drawn.
  preview(image) {
    const s = this.read();
    this.map.showScan(s, scanImage(s, image));
  }

  // A cell in front of the FC layers that the reader points at: what it sees is framed.
  look(at) {
    this.looked = at;
    const s = this.read();
    const { features, side, step } = slidingOf(s);
    const { size, start } = receptiveField(features);
    const [row, col] = placeOf(s).map((one) => one * step);
    const field = at && { top: row + at[0] * step + start, left: col + at[1] * step + start, down: size, across: size };
    this.canvas.frame({ top: row, left: col, down: side, across: side }, field);
    this.crop.showPictures(at);
  }

  note() {
    const writes = this.hasKnob("drawing");
    say(this.hint, this.warning || (writes ? HINT : ""));
    this.hint.hidden = !this.hint.textContent;
  }

  update() {
    this.queued = false;
    const s = this.read();
    if (mismatch(s)) return;
    const found = compare(s);
    const [writes, picks] = [this.hasKnob("drawing"), this.hasKnob("crop")];
    this.canvas.show(s, imageOf(s), writes);
    this.map.show(s, picks);
    this.bill.show(s);
    this.bill.node.hidden = !writes; // a question about cells is not about costs
    this.crop.node.hidden = !picks;
    this.crop.show(s, found);
    this.canvas.crop.hidden = !picks;
    this.look(this.looked);
    this.nets.show(s.padded ? "with" : "without");
    this.nets.node.hidden = s.nets.length === 1 || !this.hasKnob("padding");
    this.tools.node.hidden = !writes;
    this.undoer.hidden = !writes;
    this.clearer.hidden = !writes;
    this.undoer.disabled = !this.history.length;
    this.clearer.disabled = !s.drawing;
    this.note();
    this.showDescription(s);
    const done = this.showTask(facts(s));
    if (this.told) this.announce(`${this.news(s, found)}${done}`);
    this.told = { drawing: s.drawing, padded: s.padded, marks: s.marks };
  }

  // What a screen reader is told after a change.
  news(s, found) {
    if (s.drawing !== this.told.drawing) return seenMessage(s);
    if (isHidden(s) && s.marks !== this.told.marks) return `${s.marks.length} cells are marked.`;
    const padded = s.padded === this.told.padded ? "" : `${seenMessage(s)} `;
    if (isHidden(s)) return `${padded}${cropMessage(s, found)}`;
    const judged = s.ask ? `${verdict(s, found)} ` : "";
    return `${padded}${judged}${cropMessage(s, found)} ${scoresMessage(s, found)} ${whyMessage(s, found)}`;
  }

  destroy() {
    this.canvas.destroy();
    super.destroy();
  }
}

export default widget(View);
