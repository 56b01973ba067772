// js/shared/dom.js
function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== void 0 && value !== false)
      node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== void 0));
  return node;
}
function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
function svg(tag, props = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) if (value !== null) node.setAttribute(name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== void 0));
  return node;
}
var made = 0;
var instance = Math.random().toString(36).slice(2, 8);
var unique = (name) => `cs-${name}-${instance}-${++made}`;

// js/shared/numerals.js
function number(value) {
  const short = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
  return short.replace("e+", "e").replaceAll("-", "−");
}
function grouped(value) {
  if (value < 1e15) return value.toLocaleString("en-US");
  const [digits, power] = Number(value).toExponential(2).split("e+");
  return `${digits} × 10${[...power].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).join("")}`;
}
var curly = (text) => text.replaceAll("'", "’");

// js/shared/view.js
var WidgetView = class {
  // `names` are the traits that the picture depends on.
  constructor(model, el, names) {
    Object.assign(this, { model, el, names, queued: false });
    this.caption = h("p", { class: "cs-caption" });
    this.task = h("p", { class: "cs-task" });
    this.live = h("p", { class: "cs-live", role: "status" });
    this.listener = () => this.queue();
  }
  // Put the parts on the page and listen. Jupyter's shortcuts stay out: the attribute for those that listen first,
  // stopPropagation for the rest. Some of them are bound to whatever has the focus, so that has to carry it itself.
  open(kind, label, ...parts) {
    this.root = h(
      "div",
      { class: `cs-widget cs-${kind}`, role: "group", "aria-label": label, "data-lm-suppress-shortcuts": "true" },
      this.caption,
      this.task,
      parts,
      this.live
    );
    this.root.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"));
    this.root.addEventListener("keydown", (event) => event.stopPropagation());
    this.el.append(this.root);
    for (const kind2 of ["pointerdown", "keydown", "input"])
      this.root.addEventListener(kind2, () => {
        this.acted = true;
      });
    for (const name of this.heard()) this.model.on(`change:${name}`, this.listener);
  }
  heard() {
    return [...this.names, "caption", "task", "goal", "why"];
  }
  read() {
    return Object.fromEntries(this.names.map((name) => [name, this.model.get(name)]));
  }
  change(values) {
    const news2 = Object.entries(values).filter(([name, value]) => this.model.get(name) !== value);
    if (!news2.length) return;
    for (const [name, value] of news2) this.model.set(name, value);
    this.model.save_changes();
    this.update();
  }
  queue() {
    if (this.queued) return;
    this.queued = true;
    queueMicrotask(() => this.queued && this.update());
  }
  // Show caption and task; a goal is met when each of its entries equals the fact of that name, and the reader has got
  // there: a goal that is met from the start waits until they have done something. What is done stays done, so that the
  // page doesn't move under the reader's next click; another task starts again. Returns the news.
  showTask(known) {
    const goal = this.model.get("goal") ?? {};
    const names = Object.keys(goal);
    const task = curly(this.model.get("task") ?? "");
    const equal = names.length > 0 && names.every((name) => goal[name] === known[name]);
    this.early = equal && (this.early ?? true) && !this.acted;
    const asked = JSON.stringify([task, goal]);
    const met = equal && !this.early || this.met === asked;
    const why = met ? curly(this.model.get("why") ?? "") : "";
    const news2 = met && this.met !== asked ? ` That meets the task. ${why}`.trimEnd() : "";
    this.met = met ? asked : null;
    this.unheard = met ? news2 || this.unheard || "" : "";
    say(this.caption, curly(this.model.get("caption") ?? ""));
    this.task.hidden = !task;
    this.task.classList.toggle("cs-met", met);
    this.task.replaceChildren(h("b", {}, met ? "✓ Done" : "Try it"), ` ${task}`, why ? ` ${why}` : "");
    return news2;
  }
  // Tell a screen reader, once the reader pauses; also that the task was met on the way there.
  announce(text) {
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      const news2 = this.unheard && !text.includes(this.unheard) ? this.unheard : "";
      this.unheard = "";
      say(this.live, text + news2);
    }, 400);
  }
  // Say why a number was not taken; `note` shows it until the reader does something else.
  refuse(text) {
    this.warning = text;
    this.note();
    this.announce(text);
  }
  // Keep the picture as wide as the page allows.
  follow() {
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this.root);
  }
  fit() {
    if (this.root.clientWidth && this.size) this.picture.fit(this.root.clientWidth);
  }
  width() {
    return this.root.clientWidth || 680;
  }
  destroy() {
    clearTimeout(this.later);
    this.watch?.disconnect();
    for (const name of this.heard()) this.model.off(`change:${name}`, this.listener);
  }
};
var widget = (View2) => ({
  render({ model, el }) {
    const view = new View2(model, el);
    return () => view.destroy();
  }
});

// js/shared/described.js
var DescribedView = class extends WidgetView {
  // `describe` gives the words for a state.
  constructor(model, el, names, describe2) {
    super(model, el, names);
    this.words = h("p", { class: "cs-live", id: unique("words") });
    this.describe = describe2;
  }
  open(kind, label, ...parts) {
    super.open(kind, label, ...parts, this.words);
    this.root.setAttribute("aria-describedby", this.words.id);
  }
  // Whether the reader may change a setting; a state that was stored before there were knobs names none, and shows all.
  hasKnob(name) {
    return this.model.get("knobs")?.includes(name) ?? true;
  }
  // Written at once for the first state, later when the reader pauses: a step need not wait for it.
  showDescription(s) {
    const write = () => say(this.words, this.describe(s));
    clearTimeout(this.soon);
    if (this.words.textContent) this.soon = setTimeout(write, 300);
    else write();
  }
  // Keep the picture as wide as the page allows. The width is remembered, so that no step has to measure it.
  follow() {
    this.watch = new ResizeObserver(([{ contentRect }]) => {
      const wide = Math.floor(contentRect.width);
      if (!wide || wide === this.wide) return;
      this.wide = wide;
      this.fit();
    });
    this.watch.observe(this.root);
  }
  width() {
    this.wide ?? (this.wide = this.root.clientWidth);
    return this.wide || 680;
  }
  fit() {
    if (this.size) this.picture.fit(this.width());
  }
  destroy() {
    clearTimeout(this.soon);
    super.destroy();
  }
};

// js/shared/slider.js
function slider(name, most, change) {
  const id = unique("slider");
  const field = h("input", {
    id,
    type: "range",
    min: 0,
    max: most,
    step: 1,
    class: "cs-slider",
    oninput: () => change(Number(field.value))
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

// js/shared/dice.js
var GOLDEN = 1831565813;
var Dice = class {
  constructor(seed) {
    this.state = seed >>> 0;
  }
  // A number from 0 up to, but not, 1.
  next() {
    this.state = this.state + GOLDEN >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ mixed >>> 15, mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  }
  // Twelve numbers added up are all but normal, mean 0 and variance 1, and no two machines round them differently.
  normal() {
    let sum = -6;
    for (let n = 0; n < 12; n++) sum += this.next();
    return sum;
  }
  // The numbers from 0 to count - 1 in another order.
  order(count) {
    const order = Int32Array.from({ length: count }, (_, n) => n);
    for (let last2 = count - 1; last2 > 0; last2--) {
      const other = Math.floor(this.next() * (last2 + 1));
      [order[last2], order[other]] = [order[other], order[last2]];
    }
    return order;
  }
};

// js/activation_histograms/model.js
var UNITS = 100;
var BATCH = 100;
var HE = Math.sqrt(2 / UNITS);
var BINS = 16;
var TOP = 4;
var [LEAST, MOST] = [0.2, 5];
var [FEW, MANY] = [2, 10];
var DEAD = 0.9;
var HALF = 0.5;
var APART = 1.04;
var EPS = 1e-5;
var STEPS = 70;
var SCALES = Array.from({ length: 2 * STEPS + 1 }, (_, n) => Number((MOST ** (n / STEPS - 1)).toPrecision(3)));
var drawn = {};
function draw(seed) {
  if (drawn.seed !== seed) {
    const dice = new Dice(seed);
    const normal = (count) => Float64Array.from({ length: count }, () => dice.normal());
    const x = normal(BATCH * UNITS);
    drawn = { seed, x, weights: Array.from({ length: MANY }, () => turn(normal(UNITS * UNITS))) };
  }
  return drawn;
}
var turn = (weights) => weights.map((_, at) => weights[at % UNITS * UNITS + Math.floor(at / UNITS)]);
function connect(x, weights, deviation) {
  const y = new Float64Array(BATCH * UNITS);
  for (let n = 0; n < BATCH; n++)
    for (let d = 0; d < UNITS; d++) {
      const value = deviation * x[n * UNITS + d];
      if (value) for (let k = 0; k < UNITS; k++) y[n * UNITS + k] += value * weights[d * UNITS + k];
    }
  return y;
}
function normalise(y) {
  for (let k = 0; k < UNITS; k++) {
    let mean = 0;
    for (let at = k; at < y.length; at += UNITS) mean += y[at] / BATCH;
    let variance = 0;
    for (let at = k; at < y.length; at += UNITS) variance += (y[at] - mean) ** 2 / BATCH;
    const deviation = Math.sqrt(variance + EPS);
    for (let at = k; at < y.length; at += UNITS) y[at] = (y[at] - mean) / deviation;
  }
}
function outputs({ seed, layers }, deviation, norm) {
  const { x, weights } = draw(seed);
  let values = x;
  return weights.slice(0, layers).map((one) => {
    const y = connect(values, one, deviation);
    if (norm) normalise(y);
    values = y.map((value) => Math.max(value, 0));
    return values;
  });
}
var plain = {};
function withoutNorm(s) {
  const key = `${s.seed} ${s.layers}`;
  if (plain.key !== key) plain = { key, outputs: outputs(s, HE, false) };
  return plain.outputs.map((values, n) => summary(values, s.scale ** (n + 1)));
}
var withNorm = (s) => outputs(s, s.scale * HE, true).map((values) => summary(values, 1));
function summary(values, factor) {
  const counts = new Array(BINS + 2).fill(0);
  const bins = factor * BINS / TOP;
  let [sum, squares, zeros] = [0, 0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    sum += value;
    squares += value * value;
    zeros += value === 0 ? 1 : 0;
    counts[Math.min(Math.floor(value * bins), BINS) + 1]++;
  }
  counts[1] -= zeros;
  const mean = sum / values.length;
  const deviation = Math.sqrt(squares / values.length - mean * mean);
  return { mean: factor * mean, deviation: factor * deviation, zeros: zeros / values.length, counts };
}
function makeRow(title, layers, [low, high]) {
  const [first, last2] = [layers[0], layers.at(-1)];
  const ratio = first.deviation > 0 ? last2.deviation / first.deviation : null;
  const dead = ratio === null || last2.zeros >= DEAD;
  return { title, layers, low, high, ratio, fate: dead ? "dead" : fate(ratio) };
}
function fate(ratio) {
  return ratio < HALF ? "fades" : ratio > 1 / HALF ? "explodes" : "holds";
}
var last = {};
function study(s) {
  const key = JSON.stringify([s.scale, s.layers, s.seed, s.own]);
  if (last.key !== key) last = { key, rows: s.own.layers ? [ownRow(s.own)] : twoRows(s) };
  return last.rows;
}
function ownRow({ layers, low, high }) {
  return makeRow("Your layers", layers, [low, high]);
}
function twoRows(s) {
  const row = (title, layers) => {
    const named = layers.map((layer, n) => ({ name: `layer ${n + 1}`, ...layer }));
    return makeRow(title, named, [0, TOP]);
  };
  return [row("Without batch norm", withoutNorm(s)), row("With batch norm", withNorm(s))];
}
function facts(s) {
  const [without, norm] = study(s).map(({ fate: fate2 }) => fate2 === "holds");
  return { scale: s.scale, layers: s.layers, without, with: norm ?? false, found: isRange(s.found) };
}
var isRange = ([least, most]) => least < 1 / APART && most > APART;
function foundAfter(s) {
  if (s.own.layers || !facts(s).without) return s.found;
  return [Math.min(s.scale, ...s.found), Math.max(s.scale, ...s.found)];
}
function mismatch({ scale, layers, seed, found }) {
  const fine = scale >= LEAST && scale <= MOST && layers >= FEW && layers <= MANY && seed >= 0;
  const range = found.length === 0 || found.length === 2 && LEAST <= found[0] && found[1] <= MOST;
  return fine && range ? "" : "These histograms have no such scale, seed or number of layers.";
}
function nearestScale(scale) {
  const off = SCALES.map((one) => Math.abs(Math.log(one / scale)));
  return off.indexOf(Math.min(...off));
}

// js/activation_histograms/messages.js
var LARGE = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"]
];
function size(value) {
  if (value < 0) return `−${size(-value)}`;
  const one = Number(value.toPrecision(1));
  if (one >= 1e15) return grouped(one);
  const [unit, word] = LARGE.find(([least]) => one >= least) ?? [];
  if (unit) return `${number(one / unit)} ${word}`;
  const two = Number(value.toPrecision(2));
  if (0 < two && two < 1e-4) return two.toExponential().replace("-", "−");
  return two >= 1e3 ? grouped(two) : number(two);
}
var percent = (share) => `${Math.round(100 * share)}%`;
function note(row, layer) {
  if (layer.zeros >= DEAD) return `${percent(layer.zeros)} zeros`;
  const first = row.layers[0].deviation;
  const words = { fades: "too small", explodes: "too large" };
  return first > 0 ? words[fate(layer.deviation / first)] ?? "" : "";
}
var figure = (layer) => layer.zeros >= DEAD ? "dead" : size(layer.deviation);
function layerMessage({ name, mean, deviation, zeros }) {
  const dead = zeros >= DEAD ? "dead, " : "";
  return `${name}: ${dead}mean ${size(mean)}, deviation ${size(deviation)}, ${percent(zeros)} zeros`;
}
function outcome({ layers, ratio, fate: fate2 }) {
  const [first, last2] = [layers[0].name, layers.at(-1).name];
  if (fate2 === "dead") return `${ratio === null ? first : last2} is dead.`;
  return `${last2} has ${beside(ratio, first)}: it ${fate2}.`;
}
function beside(ratio, first) {
  if (ratio === 0) return "no deviation";
  if (fate(ratio) === "fades") return `${size(1 / ratio)} times less deviation than ${first}`;
  return `${ratio <= 2 ? number(ratio) : size(ratio)} times the deviation of ${first}`;
}
var scaleMessage = (scale) => `${number(scale)} × √(2/${UNITS}) = ${number(scale * HE)}`;
function foundMessage(found) {
  if (!found.length) return "";
  const [least, most] = found.map(number);
  return `Held without batch norm: ${least === most ? least : `${least} to ${most}`}.`;
}
function rowMessage(row) {
  const each = row.layers.map(({ deviation }) => size(deviation)).join(", ");
  return `${row.title}: ${outcome(row)} Deviations: ${each}; ${layerMessage(row.layers.at(-1))}.`;
}
var news = (s) => [scaleMessage(s.scale), ...study(s).map((row) => `${row.title}: ${outcome(row)}`)].join(" ");
function describe(s) {
  const rows = study(s).map(rowMessage).join(" ");
  if (s.own.layers) return rows;
  return `${s.layers} fully connected layers of ${UNITS} units with ReLU. Deviation of the weights: ${scaleMessage(s.scale)}. ${rows}`;
}

// js/activation_histograms/picture.js
var HIGH = 64;
var BAR = 3;
var END = 3;
var WIDE = BAR * (BINS + 2) + 2 * END;
function bars(counts) {
  const most = Math.max(...counts);
  return counts.map((count, n) => {
    const left = n * BAR + END * ((n > 0) + (n > BINS));
    const high = (HIGH * count / most).toFixed(1);
    return count ? `M${left} ${HIGH}v-${high}h${BAR}v${high}z` : "";
  }).join("");
}
var Histogram = class {
  constructor() {
    this.path = svg("path", {});
    this.name = h("span", { class: "cs-name" });
    this.low = h("span", { class: "cs-low" });
    this.high = h("span", { class: "cs-high" });
    this.figure = h("b", { class: "cs-figure" });
    this.note = h("span", { class: "cs-wrong" });
    const shape = { viewBox: `-1 -1 ${WIDE + 2} ${HIGH + 1}`, preserveAspectRatio: "none", "aria-hidden": "true" };
    const drawing = svg("svg", shape, this.path);
    const axis = h("span", { class: "cs-axis" }, this.low, this.high);
    this.node = h("div", { class: "cs-hist", role: "img" }, this.name, drawing, axis, this.figure, this.note);
  }
  // Draws again only what has changed.
  show(row, layer) {
    const drawn2 = bars(layer.counts);
    if (drawn2 !== this.drawn) {
      this.drawn = drawn2;
      this.path.setAttribute("d", drawn2);
    }
    const words = layerMessage(layer);
    if (words !== this.words) {
      this.words = words;
      this.node.setAttribute("aria-label", words);
    }
    say(this.name, layer.name);
    say(this.low, number(row.low));
    say(this.high, number(row.high));
    say(this.figure, figure(layer));
    say(this.note, note(row, layer));
  }
};
var Row = class {
  // `kind` is "without" or "with", for the colour.
  constructor(kind) {
    this.title = h("b", {});
    this.outcome = h("span", { class: "cs-outcome" });
    this.grid = h("div", { class: "cs-hists" });
    this.histograms = [];
    const head = h("p", { class: "cs-head" }, this.title, " ", this.outcome);
    this.node = h("div", { class: `cs-net cs-${kind}`, role: "group" }, head, this.grid);
  }
  show(row) {
    if (this.histograms.length !== row.layers.length) {
      this.histograms = row.layers.map(() => new Histogram());
      this.grid.replaceChildren(...this.histograms.map(({ node }) => node));
    }
    say(this.title, `${row.title}:`);
    say(this.outcome, outcome(row));
    this.node.setAttribute("aria-label", row.title);
    row.layers.forEach((layer, n) => {
      this.histograms[n].show(row, layer);
    });
  }
};

// js/activation_histograms/index.js
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, ["scale", "layers", "seed", "found", "own", "knobs"], describe);
    this.first = this.read();
    const wrong = mismatch(this.first);
    if (wrong) throw new Error(wrong);
    this.deviation = h("p", { class: "cs-deviation" });
    this.found = h("p", { class: "cs-held" });
    this.rows = ["without", "with"].map((kind) => new Row(kind));
    const nets = this.rows.map(({ node }) => node);
    const line = h("div", { class: "cs-about" }, this.deviation, this.found);
    this.open("histograms", "Activation histograms", this.buildBar(), line, nets);
    this.bar.after(this.task);
    this.update();
  }
  // The scale, and the way back to how it began.
  buildBar() {
    this.scale = slider("scale of the weights (He’s: 1)", SCALES.length - 1, (at) => this.take(SCALES[at]));
    const reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.restart() }, "Reset");
    this.bar = h("div", { class: "cs-options" }, this.scale.node, reset);
    return this.bar;
  }
  take(scale) {
    this.change({ scale, found: foundAfter({ ...this.read(), scale }) });
  }
  restart() {
    const { scale, found } = this.first;
    this.change({ scale, found });
  }
  update() {
    this.queued = false;
    const s = this.read();
    if (mismatch(s)) return;
    const rows = study(s);
    const free = this.hasKnob("scale");
    const own = rows.length === 1;
    this.bar.hidden = !free;
    this.scale.show(nearestScale(s.scale), number(s.scale), free);
    this.deviation.hidden = own;
    this.found.hidden = own || !free;
    say(this.deviation, `Weights’ deviation: ${scaleMessage(s.scale)}`);
    say(this.found, foundMessage(s.found));
    this.rows.forEach((row, n) => {
      row.node.hidden = !rows[n];
      if (rows[n]) row.show(rows[n]);
    });
    this.showDescription(s);
    const done = this.showTask(facts(s));
    if (this.spoken) this.announce(`${news(s)}${done}`);
    this.spoken = true;
  }
};
var activation_histograms_default = widget(View);
export {
  activation_histograms_default as default
};
