// The neuron in view: its slice enlarged, what comes in, its weights, their products, and what goes out.
import { h, say } from "../shared/dom.js";
import { makeKnobs } from "../shared/knobs.js";
import { two } from "./messages.js";
import { evidence, namesOf, neuron, readBy, terms, valueAt, windowOf } from "./model.js";
import { greys, paint } from "./picture.js";

const IN_ROW = 8; // windows of depth slices side by side

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

export class Neuron {
  constructor(actions) {
    this.actions = actions;
    this.canvas = h("canvas", { "aria-hidden": "true" });
    this.dot = h("div", { class: "cs-outline cs-outline-neuron" });
    this.map = h("div", { class: "cs-map", tabindex: "0", role: "group" }, this.canvas, this.dot);
    this.map.addEventListener("keydown", (event) => this.key(event));
    this.map.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.pointed(event, "point"));
    this.map.addEventListener("pointerleave", () => actions.leave());
    this.map.addEventListener("click", (event) => this.pointed(event, "choose"));
    this.title = h("div", { class: "cs-name" });
    this.select = h("select", { "aria-label": "Volume", onchange: () => actions.volume(Number(this.select.value)) });
    this.choices = h("div", { class: "cs-choices" });
    this.work = h("div", { class: "cs-work" });
    this.sentence = h("p", { class: "cs-telling" });
    this.node = h(
      "div",
      { class: "cs-neuron" },
      h("div", { class: "cs-slice" }, this.title, this.map),
      h("div", { class: "cs-inside" }, this.choices, this.work, this.sentence),
    );
  }

  build(s, volumes) {
    this.select.replaceChildren(...namesOf(s.net).map((name, n) => h("option", { value: n }, name)));
    const most = Math.max(...volumes.map(({ C }) => C)) - 1;
    this.knobs = makeKnobs([["slice", "slice", 0, most, "y"]], (_, slice) => this.actions.slice(slice));
    this.choices.replaceChildren(h("label", {}, "volume ", this.select), this.knobs.node);
  }

  key(event) {
    const { s, volumes } = this;
    const at = neuron(s, volumes);
    const { H, W } = volumes[at.volume];
    const ends = { Home: { col: 0 }, End: { col: W - 1 } };
    const turns = { PageUp: -1, PageDown: 1 };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in STEPS) {
      const [down, right] = STEPS[event.key];
      at.row = Math.min(Math.max(at.row + down, 0), H - 1);
      at.col = Math.min(Math.max(at.col + right, 0), W - 1);
    } else if (event.key in ends) Object.assign(at, ends[event.key]);
    else if (event.key in turns)
      at.slice = Math.min(Math.max(at.slice + turns[event.key], 0), volumes[at.volume].C - 1);
    else return;
    event.preventDefault();
    this.actions.choose(at);
  }

  pointed({ clientX, clientY }, action) {
    const { left, top, width, height } = this.map.getBoundingClientRect();
    const { H, W } = this.volumes[this.at.volume];
    const within = (value, count) => Math.min(Math.max(Math.floor(value), 0), count - 1);
    const row = within(((clientY - top) / height) * H, H);
    const col = within(((clientX - left) / width) * W, W);
    this.actions[action]({ ...this.at, row, col });
  }

  show(s, volumes, at, sentence) {
    Object.assign(this, { s, volumes, at });
    const one = volumes[at.volume];
    const kind = at.volume ? s.net.layers[at.volume - 1].kind : "INPUT";
    this.select.value = at.volume;
    for (const { node } of this.knobs.knobs) node.hidden = one.C === 1;
    this.knobs.show({ slice: at.slice }, { hasKnob: () => true });
    const flat = kind === "FC";
    say(this.title, flat ? `“${s.labels[at.slice] ?? at.slice}”, place by place` : `${one.name}, slice ${at.slice}`);
    if (flat) this.showEvidence();
    else {
      paint(this.canvas, one, greys(one, at.slice));
    }
    this.dot.hidden = flat;
    for (const [side, n, length] of [
      ["left", at.col, one.W],
      ["top", at.row, one.H],
    ])
      this.dot.style[side] = `${(100 * n) / length}%`;
    Object.assign(this.dot.style, { width: `${100 / one.W}%`, height: `${100 / one.H}%` });
    this.map.setAttribute(
      "aria-label",
      `${one.name}, slice ${at.slice}, row ${at.row}, column ${at.col}. Arrow keys: another neuron. Page Up, Page Down: another slice.`,
    );
    this.work.replaceChildren(...this.parts(kind));
    say(this.sentence, sentence);
  }

  showEvidence() {
    const before = this.volumes[this.at.volume - 1];
    const sums = evidence(this.volumes, this.at);
    paint(this.canvas, before, diverging(sums));
  }

  // What comes in, times what, makes what.
  parts(kind) {
    const { s, volumes, at } = this;
    const out = valueAt(volumes[at.volume], at);
    const formula = (text) => h("p", { class: "cs-adding" }, text);
    if (kind === "INPUT") return [];
    const before = volumes[at.volume - 1];
    if (kind === "RELU") {
      const came = readBy(volumes, at.volume)[(at.slice * before.H + at.row) * before.W + at.col];
      return [formula(`max(0, ${two(came)}) = ${two(out)}`)];
    }
    if (kind === "POOL") {
      const { top, left, F } = windowOf(s, at);
      const values = [];
      for (let r = Math.max(top, 0); r < Math.min(top + F, before.H); r++)
        for (let q = Math.max(left, 0); q < Math.min(left + F, before.W); q++)
          values.push(before.data[(at.slice * before.H + r) * before.W + q]);
      return [formula(`max(${values.map(two).join(", ")}) = ${two(out)}`)];
    }
    const bias = volumes[at.volume].b[at.slice];
    const sum = formula(`${two(out - bias)} ${bias < 0 ? "−" : "+"} ${two(Math.abs(bias))} (bias) = ${two(out)}`);
    if (kind === "FC")
      return [sum, h("p", { class: "cs-key" }, "Blue places add to the score, orange ones take away.")];
    const all = terms(s, volumes, at);
    const { F } = windowOf(s, at);
    const colour = at.volume === 1 && all.length === 3;
    const most = (pick) =>
      all.reduce((found, one) => pick(one).reduce((a, value) => Math.max(a, Math.abs(value)), found), 1e-9);
    const [largest, heaviest] = [most(({ input }) => input), most(({ weights }) => weights)];
    const products = all.map(({ input, weights }) => input.map((value, n) => value * weights[n]));
    const rgb = (pick, scale) => tiles([all], F, 1, (_, n) => all.map((one) => pick(one)[n] * scale + 0.5));
    const input = colour
      ? rgb((one) => one.input, 1 / 4)
      : tiles(all, F, IN_ROW, (one, n) => Array(3).fill(one.input[n] / largest));
    const weights = colour
      ? rgb((one) => one.weights, 0.5 / heaviest)
      : tiles(all, F, IN_ROW, (one, n) => Array(3).fill((one.weights[n] / heaviest) * 0.5 + 0.5));
    const show = diverging(products.flat());
    const made = tiles(products, F, IN_ROW, (_, n, d) => show(d * F * F + n));
    const label = `${F}×${F}×${all.length}`;
    const part = (name, node) => h("div", {}, h("div", { class: "cs-name" }, name), node);
    return [
      h(
        "div",
        { class: "cs-terms" },
        part(`window ${label}`, input),
        part(`× filter ${label}`, weights),
        part("= products, blue > 0", made),
      ),
      sum,
    ];
  }
}

// A canvas with an F x F tile for each of `all`, `inRow` side by side; `colour(one, n, which)` gives its n-th pixel.
function tiles(all, F, inRow, colour) {
  const columns = Math.min(all.length, inRow);
  const rows = Math.ceil(all.length / columns);
  const step = F + 1;
  const W = columns * step - 1;
  const H = rows * step - 1;
  const node = h("canvas", { "aria-hidden": "true" });
  const clear = document.createElement("canvas");
  node.width = W;
  node.height = H;
  const context = node.getContext("2d");
  all.forEach((one, d) => {
    paint(clear, { H: F, W: F }, (n) => colour(one, n, d));
    context.drawImage(clear, (d % columns) * step, Math.floor(d / columns) * step);
  });
  const side = all.length === 1 ? 14 : Math.max(4, Math.min(8, Math.floor(128 / W)));
  node.style.width = `${W * side}px`;
  node.style.height = `${H * side}px`;
  return node;
}

// A colour for numbers of both signs: blue above 0, orange below, and the paper's grey between.
function diverging(values) {
  const most = values.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
  const ends = { above: [0.12, 0.44, 0.85], below: [0.88, 0.42, 0.1] };
  const middle = 0.93;
  return (n) => {
    const share = Math.abs(values[n]) / most;
    return ends[values[n] < 0 ? "below" : "above"].map((end) => middle + (end - middle) * share);
  };
}
