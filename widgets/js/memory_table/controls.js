// What can be changed: the net, by name or as text, the size of its input, the batch, the numbers, the time, the optimiser.

import { makeChoice } from "../shared/choice.js";
import { h, say } from "../shared/dom.js";
import { knob } from "../shared/knobs.js";
import { TextField } from "../shared/spec/field.js";
import { hasTree, isTree, NUMBERS, presetOf, STEP_CACHE } from "./model.js";

const TEXT = "text"; // in the list of nets: one that has no name
const OWN = "own";
const SMALL = "INPUT(3,32,32) -> CONV(16,3) -> RELU -> FC(10)"; // where one comes to the text from a net that has none

export class Controls {
  // on: { net(values), change(values) }
  constructor(on) {
    this.on = on;
    const select = (label, change) => h("select", { class: "cs-mem-select", "aria-label": label, onchange: change });
    this.net = select("Net", () => this.use(this.net.value));
    this.optimizer = select("Optimiser", () => on.change({ optimizer: this.optimizer.value }));
    this.optimizer.append(...Object.keys(STEP_CACHE).map((name) => h("option", { value: name }, name)));
    this.side = knob(["W", "and H", 1, 4096, "x"], (_, side) => on.change({ side: this.sideOf(side) }));
    this.batch = knob(["batch", "batch", 1, 65536, "s"], (_, batch) => on.change({ batch }));
    this.dtype = makeChoice(
      "Numbers",
      [
        ["float32", "float32"],
        ["float64", "float64"],
      ],
      (dtype) => on.change({ dtype }),
    );
    this.time = makeChoice(
      "Time",
      [
        ["train", "train"],
        ["test", "test"],
      ],
      (time) => on.change({ train: time === "train" }),
    );
    const title = (...text) => h("span", { class: "cs-mem-name-of" }, text);
    const field = (name, control) => h("div", {}, name, control);
    this.bytes = title();
    this.fields = {
      net: field(title("net"), this.net),
      side: this.side.node,
      batch: this.batch.node,
      dtype: field(this.bytes, this.dtype.node),
      train: field(title("time"), this.time.node),
      optimizer: field(title("optimiser"), this.optimizer),
    };
    this.text = new TextField((spec) => on.net({ spec }));
    this.toggle = h("button", {
      type: "button",
      class: "cs-mem-toggle",
      onclick: () => this.open(this.text.node.hidden),
    });
    this.fold = h("div", { class: "cs-mem-text" }, this.toggle, this.text.node);
    this.open(false);
    this.node = h(
      "div",
      { class: "cs-mem-controls" },
      h("div", { class: "cs-mem-fields", role: "group", "aria-label": "Settings" }, Object.values(this.fields)),
      this.fold,
    );
  }

  // Show the net's text, or only that it is there.
  open(open) {
    this.text.node.hidden = !open;
    this.toggle.setAttribute("aria-expanded", String(open));
    this.toggle.textContent = `${open ? "▾" : "▸"} The net as text`;
  }

  use(name) {
    if (name === TEXT) {
      if (this.hasTree) this.on.net({ spec: SMALL, side: null });
      this.open(true);
      this.text.field.focus();
    } else this.on.net({ spec: this.specOf(name), side: null });
  }

  // What the state's spec is for a net by its name: its text, or the name itself where it has branches.
  specOf(name) {
    if (name === OWN) return "";
    return isTree(this.presets[name]) ? name : this.presets[name];
  }

  // The net's own size is no change of it.
  sideOf(side) {
    const [, H, W] = this.own;
    return side === H && side === W ? null : side;
  }

  // `words` are those of the rows in focus.
  show(s, all, words, hasKnob) {
    this.presets = s.presets ?? {};
    this.hasTree = hasTree(s);
    this.own = all.net.own;
    this.showNets(s);
    this.optimizer.value = s.optimizer;
    const { inShape } = all.net;
    this.side.show(inShape.length === 3 ? inShape[2] : 1);
    this.batch.show(s.batch);
    this.dtype.show(s.dtype);
    say(this.bytes, `numbers of ${NUMBERS[s.dtype]} bytes`);
    this.time.show(s.train ? "train" : "test");
    for (const [name, node] of Object.entries(this.fields)) node.hidden = !hasKnob(name);
    this.fields.side.hidden ||= inShape.length !== 3;
    this.fields.optimizer.hidden ||= !s.train;
    this.fold.hidden = !hasKnob("net") || this.hasTree;
    if (all.net.text) this.text.show(s, all.net.text, words, []);
    if (all.net.text?.error) this.open(true);
  }

  showNets(s) {
    const names = Object.keys(this.presets);
    const own = s.tree?.net ? [[OWN, "your net"]] : [];
    const options = [...own, ...names.map((name) => [name, name]), [TEXT, "as text"]];
    const key = JSON.stringify(options);
    if (key !== this.listed) this.net.replaceChildren(...options.map(([value, text]) => h("option", { value }, text)));
    this.listed = key;
    this.net.value = presetOf(s) ?? (hasTree(s) ? OWN : TEXT);
  }
}
