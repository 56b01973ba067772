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
var made = 0;
var instance = Math.random().toString(36).slice(2, 8);
var unique = (name) => `cs-${name}-${instance}-${++made}`;

// js/shared/numerals.js
var plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
function grouped(value) {
  if (value < 1e15) return value.toLocaleString("en-US");
  const [digits, power] = Number(value).toExponential(2).split("e+");
  return `${digits} × 10${[...power].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).join("")}`;
}
var curly = (text) => text.replaceAll("'", "’");
var signed = (text) => curly(text.replace(/-(?=\s?\d)/g, "−"));

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
    const news = Object.entries(values).filter(([name, value]) => this.model.get(name) !== value);
    if (!news.length) return;
    for (const [name, value] of news) this.model.set(name, value);
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
    const news = met && this.met !== asked ? ` That meets the task. ${why}`.trimEnd() : "";
    this.met = met ? asked : null;
    this.unheard = met ? news || this.unheard || "" : "";
    say(this.caption, curly(this.model.get("caption") ?? ""));
    this.task.hidden = !task;
    this.task.classList.toggle("cs-met", met);
    this.task.replaceChildren(h("b", {}, met ? "✓ Done" : "Try it"), ` ${task}`, why ? ` ${why}` : "");
    return news;
  }
  // Tell a screen reader, once the reader pauses; also that the task was met on the way there.
  announce(text) {
    clearTimeout(this.later);
    this.later = setTimeout(() => {
      const news = this.unheard && !text.includes(this.unheard) ? this.unheard : "";
      this.unheard = "";
      say(this.live, text + news);
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

// js/shared/knobs.js
function knob([letter, name, least2, most, colour, pace = 1], change) {
  const id = unique("knob");
  const field = h("input", {
    id,
    type: "number",
    inputmode: "numeric",
    min: least2,
    max: most,
    step: pace,
    class: "cs-knob-field"
  });
  const step = (by) => () => set(Number(field.value) + by * pace);
  const set = (value) => {
    const near = least2 + pace * Math.round((value - least2) / pace);
    const whole = Math.min(Math.max(near || 0, least2), most);
    field.value = whole;
    change(letter, whole);
  };
  field.addEventListener("change", () => set(Number(field.value)));
  field.addEventListener("input", () => {
    const value = Number(field.value);
    const sound = field.value !== "" && Number.isInteger((value - least2) / pace);
    if (sound && value >= least2 && value <= most) change(letter, value);
  });
  const button = (text, by, label2) => h(
    "button",
    { type: "button", class: "cs-knob-button", tabindex: "-1", "aria-label": `${name}: ${label2}`, onclick: step(by) },
    text
  );
  const less = button("−", -1, "one less");
  const more = button("+", 1, "one more");
  const label = h("label", { for: id, onpointerdown: (down) => drag(down) });
  const drag = ({ pointerId, clientX }) => {
    const start = Number(field.value);
    const stop = new AbortController();
    const { signal } = stop;
    label.setPointerCapture(pointerId);
    label.addEventListener(
      "pointermove",
      (event) => {
        const value = start + pace * Math.round((event.clientX - clientX) / 6);
        if (value !== Number(field.value)) set(value);
      },
      { signal }
    );
    for (const end of ["pointerup", "pointercancel"]) label.addEventListener(end, () => stop.abort(), { signal });
  };
  label.append(...letter.length === 1 ? [h("i", {}, letter), ` ${name}`] : [name]);
  const node = h(
    "div",
    { class: `cs-knob cs-knob-${colour}` },
    label,
    h("div", { class: "cs-knob-box" }, less, field, more)
  );
  const show = (value) => {
    if (document.activeElement !== field || Number(field.value) !== value) field.value = value;
    less.disabled = value <= least2;
    more.disabled = value >= most;
  };
  return { letter, node, show };
}
function makeKnobs(rows, change) {
  const knobs = rows.map((row) => knob(row, change));
  const node = h(
    "div",
    { class: "cs-knobs", role: "group", "aria-label": "Settings" },
    knobs.map((k) => k.node)
  );
  const show = (size, view) => {
    for (const k of knobs) {
      k.show(size[k.letter]);
      k.node.hidden = !view.hasKnob(k.letter);
    }
    node.hidden = knobs.every((k) => k.node.hidden);
  };
  return { node, knobs, show };
}

// js/shared/sizing.js
var mod = (a, b) => a - b * Math.floor(a / b);
function dilatedSize(F, dilation = 1) {
  checkSizes({ F, dilation });
  return (F - 1) * dilation + 1;
}
function fitMessage(W, F, S, padding, dilation = 1) {
  checkSizes({ W, S }, padding);
  const span = dilatedSize(F, dilation);
  const dilated = dilation > 1 ? `; with dilation ${dilation} a filter of ${F} spans ${span}` : "";
  const room = W - span + padding;
  if (room < 0) {
    return `A window of ${span} does not fit into ${W + padding} cells (${W} and ${padding} of padding)${dilated}. Make it smaller, or pad.`;
  }
  const sum = `(${W} - ${span} + ${padding})`;
  const count = Math.floor(room / S) + 1;
  if (room % S === 0) return `${sum}/${S} + 1 = ${count}: the windows fit.`;
  const fitting = count === 1 ? "1 window fits" : `${count} windows fit`;
  return `${sum} = ${room} is not divisible by ${S}: ${fitting}, and ${room % S} of the ${W + padding} cells would be left over${dilated}.`;
}
function countWindows(W, F, S, before, after, dilation = 1, fit = "crop") {
  checkSizes({ W, S }, before, after, fit);
  const room = W - dilatedSize(F, dilation) + before + after;
  const over = mod(room, S) > 0;
  let count = Math.floor(room / S) + 1;
  if (fit === "pad" && over && count * S < W + before) count += 1;
  if (count < 1 || fit === "raise" && over) throw new Error(fitMessage(W, F, S, before + after, dilation));
  return count;
}
function checkSizes(sizes, before = 0, after = 0, fit = "crop") {
  for (const [name, size] of [...Object.entries(sizes), ["padding", before], ["padding", after]]) {
    if (!Number.isInteger(size)) throw new Error(`${name} is a whole number; got ${size}.`);
  }
  if (Math.min(...Object.values(sizes)) < 1) {
    const given2 = Object.entries(sizes).map(([name, size]) => `${name}=${size}`);
    throw new Error(`Sizes, stride and dilation start at 1; got ${given2.join(", ")}.`);
  }
  if (before < 0 || after < 0) throw new Error(`Padding starts at 0; got ${before} before and ${after} after.`);
  if (!["crop", "raise", "pad"].includes(fit)) throw new Error(`fit must be 'crop', 'raise' or 'pad'; got '${fit}'.`);
}

// js/shared/spec/python.js
var Float = class {
  constructor(value) {
    this.value = value;
  }
};
var isWhole = (value) => typeof value === "number";
var withoutPoint = (value) => value instanceof Float ? value.value : value;
var same = (a, b) => written(withoutPoint(a)) === written(withoutPoint(b));
function written(value) {
  if (value === null) return "None";
  if (value instanceof Float) return writtenFloat(value.value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `(${value.map(written).join(", ")}${value.length === 1 ? "," : ""})`;
  return typeof value === "string" ? quoted(value) : String(value);
}
function digitsOf(value) {
  const [digits, exponent] = value.toExponential().split("e");
  return [digits.replace(".", ""), Number(exponent)];
}
function writtenFloat(value) {
  const [digits, exponent] = digitsOf(value);
  if (exponent >= -4 || value === 0) return positional(value);
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${mantissa}e-${String(-exponent).padStart(2, "0")}`;
}
function positional(value) {
  const [digits, exponent] = digitsOf(value);
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, "0");
  return `${whole.slice(0, exponent + 1)}.${whole.slice(exponent + 1) || "0"}`;
}
function quoted(text) {
  if (text === "'") return `"'"`;
  if (text === "\\") return "'\\\\'";
  if (!/^[\p{C}\p{Z}]$/u.test(text)) return `'${text}'`;
  const code2 = text.codePointAt(0);
  const digits = (count) => code2.toString(16).padStart(count, "0");
  return `'\\${code2 < 256 ? `x${digits(2)}` : code2 < 65536 ? `u${digits(4)}` : `U${digits(8)}`}'`;
}
function clip(thing) {
  if (Array.isArray(thing) && thing.length > 4) return `tuple of ${thing.length}`;
  const text = written(thing);
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}

// js/shared/spec/layers.js
var WINDOW = ["filters", "size", "stride", "pad"];
var POOL = ["size", "stride", "pad"];
var CONV_FIELDS = { filters: void 0, size: void 0, stride: 1, pad: 0, bias: true, fit: "crop" };
var POOL_FIELDS = { size: 2, stride: null, pad: 0, fit: "crop" };
var LRN_FIELDS = { size: 5, alpha: new Float(1e-4), beta: new Float(0.75), k: new Float(1) };
var WORDS = {
  INPUT: { type: null, names: ["channels", "height", "width"], fields: {}, first: 0 },
  CONV: { type: "Conv2d", names: WINDOW, fields: { ...CONV_FIELDS, dilation: 1, groups: 1 }, first: 2 },
  LOCAL: { type: "LocallyConnected2d", names: WINDOW, fields: CONV_FIELDS, first: 2 },
  POOL: { type: "MaxPool2d", names: POOL, fields: POOL_FIELDS, first: 1 },
  AVGPOOL: { type: "AvgPool2d", names: POOL, fields: { ...POOL_FIELDS, count_pad: true }, first: 1 },
  L2POOL: { type: "L2Pool2d", names: POOL, fields: POOL_FIELDS, first: 1 },
  GAP: { type: "GlobalAvgPool2d", names: [], fields: {}, first: 0 },
  FC: { type: "Linear", names: ["units"], fields: { units: void 0, bias: true }, first: 1 },
  FLATTEN: { type: "Flatten", names: [], fields: {}, first: 0 },
  RELU: { type: "ReLU", names: [], fields: {}, first: 0 },
  LRELU: { type: "LeakyReLU", names: ["slope"], fields: { slope: new Float(0.01) }, first: 1 },
  SIGMOID: { type: "Sigmoid", names: [], fields: {}, first: 0 },
  TANH: { type: "Tanh", names: [], fields: {}, first: 0 },
  DROPOUT: { type: "Dropout", names: ["drop"], fields: { drop: new Float(0.5) }, first: 1 },
  BN: { type: "BatchNorm", names: [], fields: { eps: new Float(1e-5), momentum: new Float(0.1) }, first: 0 },
  LRN: { type: "LRN", names: ["size", "alpha", "beta", "k"], fields: LRN_FIELDS, first: 1 },
  PADCHANNELS: { type: "PadChannels", names: ["before", "after"], fields: { before: 1, after: 1 }, first: 2 }
};
var isFilters = (word) => WORDS[word].names === WINDOW;
var isPool = (word) => WORDS[word].names === POOL;
var hasWindow = (word) => isFilters(word) || isPool(word);
var readsVolume = (word) => hasWindow(word) || ["GAP", "LRN", "PADCHANNELS"].includes(word);
function settings(word) {
  const { type, names, fields } = WORDS[word];
  return type ? Object.keys(fields) : names;
}
var least = (one, from, name, given2) => {
  if (one < from) throw new Error(`${name} starts at ${from}; got ${written(given2)}.`);
};
function checkInt(value, name, from = 1) {
  if (!isWhole(value)) throw new Error(`${name} is a whole number; got ${clip(value)}.`);
  least(value, from, name, value);
}
function asPair(size, name, { also = "", from = null } = {}) {
  const both = Array.isArray(size) ? size : [size, size];
  if (both.length !== 2 || !both.every(isWhole))
    throw new Error(`${name} is a whole number, or two: (rows, columns)${also}; got ${clip(size)}.`);
  if (from !== null) least(Math.min(...both), from, name, size);
  return both;
}
function asPads(pad) {
  if (Array.isArray(pad) && pad.length === 4) return pad;
  const [rows, columns] = asPair(pad, "pad", { also: ", or four: (top, bottom, left, right)" });
  return [rows, rows, columns, columns];
}
function checkBool(value, name) {
  if (typeof value !== "boolean") throw new Error(`${name} is True or False; got ${clip(value)}.`);
}
function checkFit(fit) {
  if (!["crop", "raise", "pad"].includes(fit))
    throw new Error(`fit must be 'crop', 'raise' or 'pad'; got ${clip(fit)}.`);
}
function isNumber(value, holds) {
  const number = value instanceof Float ? value.value : value;
  return isWhole(number) && holds(number);
}
function checkSlope(slope) {
  if (!isNumber(slope, (number) => number > 0))
    throw new Error(`The slope below 0 must be above 0 itself; got ${clip(slope)}.`);
}
var numberThat = (name, must, holds) => (value) => {
  if (!isNumber(value, holds)) throw new Error(`${name} must be a number ${must}; got ${clip(value)}.`);
};
var CHECKS = {
  filters: (value) => checkInt(value, "filters"),
  units: (value) => checkInt(value, "units"),
  size: (value) => asPair(value, "size", { from: 1 }),
  stride: (value) => asPair(value ?? 1, "stride", { from: 1 }),
  pad: asPads,
  bias: (value) => checkBool(value, "bias"),
  fit: checkFit,
  dilation: (value) => asPair(value, "dilation", { from: 1 }),
  groups: (value) => checkInt(value, "groups"),
  count_pad: (value) => checkBool(value, "count_pad"),
  slope: checkSlope,
  drop: numberThat("drop", "from 0 on and below 1", (number) => number >= 0 && number < 1),
  eps: numberThat("eps", "above 0", (number) => number > 0),
  momentum: numberThat("momentum", "from 0 to 1", (number) => number >= 0 && number <= 1),
  alpha: numberThat("alpha", "from 0 on", (number) => number >= 0),
  beta: numberThat("beta", "from 0 on", (number) => number >= 0),
  k: numberThat("k", "above 0", (number) => number > 0),
  before: (value) => checkInt(value, "before", 0),
  after: (value) => checkInt(value, "after", 0)
};
var CHANNELS = { size: (value) => checkInt(value, "size") };
function makeLayer(word, given2) {
  const { names, fields } = WORDS[word];
  const set = { ...given2 };
  if (names === WINDOW) {
    set.size ?? (set.size = 3);
    set.pad ?? (set.pad = padThatKeeps(set.size, set.dilation ?? 1));
  }
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, set[name] ?? value]));
  const checks = word === "LRN" ? { ...CHECKS, ...CHANNELS } : CHECKS;
  for (const [name, value] of Object.entries(values)) checks[name](value);
  return { word, values };
}
function padThatKeeps(size, dilation) {
  const sizes = asPair(size, "size", { from: 1 });
  const gaps = asPair(dilation, "dilation", { from: 1 });
  const [rows, columns] = sizes.map((F, i) => {
    const span = dilatedSize(F, gaps[i]);
    if (span % 2 === 0)
      throw new Error(
        `A window of ${span} has no middle cell: (F - 1)/2 is not whole. Say the padding, too, as in pad=0.`
      );
    return (span - 1) / 2;
  });
  return rows === columns ? rows : [rows, columns];
}
var product = (sizes) => sizes.reduce((all, size) => all * BigInt(size), 1n);
var plain = (count) => count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count;
function windowsOf({ values }) {
  const F = asPair(values.size, "size");
  const S = asPair(values.stride ?? values.size, "stride");
  const [top, bottom, left, right] = asPads(values.pad);
  const d = asPair(values.dilation ?? 1, "dilation");
  return [
    [F[0], S[0], top, bottom, d[0]],
    [F[1], S[1], left, right, d[1]]
  ];
}
function outShape(layer, shape) {
  const { word, values } = layer;
  if (word === "FC") return [values.units];
  if (word === "FLATTEN") return [plain(product(shape))];
  if (!readsVolume(word)) return shape;
  if (shape.length === 1) throw new Error(`${word} reads a volume, and here comes a row of numbers, as FC makes it.`);
  const [C, ...sides] = shape;
  if (word === "GAP") return [C];
  if (word === "LRN") return shape;
  if (word === "PADCHANNELS") return [values.before + C + values.after, ...sides];
  if (word === "CONV") checkGroups(layer, shape);
  const out = windowsOf(layer).map((window, i) => countWindows(sides[i], ...window, values.fit));
  if (isPool(word)) checkPoolPad(layer);
  return [values.filters ?? C, ...out];
}
function checkGroups({ values: { filters: K, groups } }, [C]) {
  if (C % groups || K % groups) throw new Error(`groups=${groups} must divide ${C} channels and ${K} filters.`);
}
function checkPoolPad(layer) {
  const [rows, columns] = windowsOf(layer);
  if ([rows, columns].some(([size, , before, after]) => Math.max(before, after) >= size))
    throw new Error(
      `pad=${written(asPads(layer.values.pad))} is too much for windows of ${rows[0]}x${columns[0]}: one could stand on padding only, which has no maximum. Use less than the window's size.`
    );
}
function leftOver(layer, shape) {
  if (!hasWindow(layer.word) || layer.values.fit !== "crop") return [0, 0];
  return windowsOf(layer).map(([F, S, before, after, d], i) => (shape[i + 1] - dilatedSize(F, d) + before + after) % S);
}
function costs({ word, values }, shape, out) {
  const bytes = 4n * product(out);
  if (word === "FC") {
    const weights = product(shape) * BigInt(values.units);
    return { parameters: weights + BigInt(values.bias ? values.units : 0), bytes, macs: weights };
  }
  if (word === "BN") return { parameters: 2n * BigInt(shape[0]), bytes, macs: 0n };
  if (!isFilters(word)) return { parameters: 0n, bytes, macs: 0n };
  const window = product([shape[0] / (values.groups ?? 1), ...asPair(values.size)]);
  const filters = word === "LOCAL" ? product(out) : BigInt(values.filters);
  return { parameters: filters * (window + (values.bias ? 1n : 0n)), bytes, macs: product(out) * window };
}
function inPython({ word, values }) {
  const { type, fields, first } = WORDS[word];
  const parts = Object.keys(fields).flatMap((name, i) => {
    if (fields[name] !== void 0 && same(values[name], fields[name])) return [];
    return [i < first ? written(values[name]) : `${name}=${written(values[name])}`];
  });
  return `${type}(${parts.join(", ")})`;
}

// js/shared/spec/grammar.js
var OTHER_NAMES = {
  MAXPOOL: "POOL",
  LINEAR: "FC",
  DENSE: "FC",
  CONV2D: "CONV",
  LEAKYRELU: "LRELU",
  BATCHNORM: "BN",
  BATCHNORM2D: "BN"
};
var OR = { ",": ", or )", "]": "-> or ]" };
var CLOSE = { "(": ")", "[": "]" };
var COUNTS = ["no number", "one number", "two numbers", "at most 3 numbers", "at most 4 numbers"];
var TRUTHS = { yes: true, no: false, True: true, False: false };
var TOKEN = /->|[A-Za-z][A-Za-z_0-9]*|[0-9]+(?:\.[0-9]+)?|[[\]()*?,=]/y;
var SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
var MOST = 1e3;
var LARGEST = 1e6;
var DEEPEST = 50;
var isWord = (token) => /^[A-Za-z]/.test(token);
var isDigits = (token) => /^[0-9]+$/.test(token);
var said = (token) => token ? quoted(token) : "the end";
var grouped2 = (number) => number.toLocaleString("en-US");
var SpecError = class extends Error {
  constructor(text, place, reason) {
    super(reason);
    Object.assign(this, { text, place, reason });
  }
};
var onOneLine = (text) => text.replace(SPACE, " ");
function tokenAt(text, at) {
  TOKEN.lastIndex = at;
  return TOKEN.exec(text)?.[0] ?? (at < text.length ? String.fromCodePoint(text.codePointAt(at)) : "");
}
var parseSpec = (text) => readNet(new Reader(onOneLine(text)));
var Reader = class {
  constructor(text) {
    Object.assign(this, { text, at: 0, ahead: "", depth: 0, end: 0 });
    this.step();
  }
  // Move on: returns the token that was ahead.
  step() {
    const token = this.ahead;
    this.end = this.at + token.length;
    this.at = this.end;
    while (this.text[this.at] === " ") this.at++;
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    if (this.at < this.text.length && !match) {
      const sign = String.fromCodePoint(this.text.codePointAt(this.at));
      this.fail(`${quoted(sign)} has no meaning here. A net is words with -> between them.`);
    }
    this.ahead = match ? match[0] : "";
    return token;
  }
  expect(token, opened = null) {
    if (this.ahead !== token) {
      if (this.ahead || opened === null) this.fail(`Expected ${OR[token] ?? token} before ${said(this.ahead)}.`);
      const bracket = this.text[opened];
      this.fail(`This ${bracket} is never closed: a ${CLOSE[bracket]} is missing.`, opened);
    }
    this.step();
  }
  fail(reason, place = this.at) {
    throw new SpecError(this.text, place, reason);
  }
};
function readNet(reader) {
  const items = readChain(reader);
  if (reader.ahead === "]") reader.fail("This ] closes nothing: there is one too many, or a [ is missing before it.");
  if (reader.ahead) reader.fail(`Expected -> or the end of the net before ${quoted(reader.ahead)}.`);
  noInput(reader, items.slice(1));
  return items;
}
function noInput(reader, items) {
  const input = items.find(({ word }) => word === "INPUT");
  if (input) reader.fail("INPUT stands once, at the beginning, outside of brackets.", input.place);
}
function readChain(reader) {
  const items = [readItem(reader)];
  while (reader.ahead === "->") {
    reader.step();
    items.push(readItem(reader));
  }
  return items;
}
function readItem(reader) {
  const place = reader.at;
  const open = reader.ahead === "[";
  let items;
  if (open) {
    if (reader.depth === DEEPEST) reader.fail(`At most ${DEEPEST} brackets stand in each other.`);
    reader.depth++;
    reader.step();
    items = readChain(reader);
    noInput(reader, items);
    reader.expect("]", place);
    reader.depth--;
  } else if (isWord(reader.ahead)) {
    items = [readWord(reader)];
  } else {
    reader.fail(`Expected a layer, such as CONV or RELU, or a [ before ${said(reader.ahead)}.`);
  }
  const times = readTimes(reader);
  if (times === 1 && items.length === 1) return items[0];
  noInput(reader, items);
  return { items, times, place, end: reader.end, open };
}
function readTimes(reader) {
  if (reader.ahead === "?") return reader.step();
  if (reader.ahead !== "*") return 1;
  reader.step();
  if (["N", "M", "K"].includes(reader.ahead)) return reader.step();
  if (!isDigits(reader.ahead)) reader.fail("After * comes a number, as in *2, or one of the letters N, M, K.");
  if (Number(reader.ahead) > MOST) reader.fail(`At most ${MOST} times.`);
  return Number(reader.step());
}
function readWord(reader) {
  const place = reader.at;
  const word = reader.step().toUpperCase();
  if (Object.hasOwn(OTHER_NAMES, word)) reader.fail(`${word} is called ${OTHER_NAMES[word]} here.`, place);
  if (!Object.hasOwn(WORDS, word))
    reader.fail(`There is no layer ${word}. The words are ${Object.keys(WORDS).join(", ")}.`, place);
  const { values, named } = reader.ahead === "(" ? readArguments(reader, word) : { values: [], named: {} };
  return { word, values, named, place, end: reader.end };
}
function readArguments(reader, word) {
  const { names } = WORDS[word];
  const values = [];
  const named = {};
  const opened = reader.at;
  reader.step();
  while (reader.ahead !== ")") {
    if (!reader.ahead) reader.expect(")", opened);
    if (isWord(reader.ahead)) {
      const name = readName(reader, word, [...names.slice(0, values.length), ...Object.keys(named)]);
      named[name] = readValue(reader);
    } else if (Object.keys(named).length) {
      reader.fail("What has no name comes first.");
    } else if (values.length === names.length) {
      reader.fail(`${word} takes ${COUNTS[names.length]}. ${settingsOf(word)}`);
    } else {
      values.push(readValue(reader));
    }
    if (reader.ahead !== ")") reader.expect(",", opened);
  }
  reader.step();
  return { values, named };
}
function readName(reader, word, known) {
  const place = reader.at;
  const name = reader.step();
  if (!settings(word).includes(name)) reader.fail(`${word} has no setting '${name}'. ${settingsOf(word)}`, place);
  if (known.includes(name)) reader.fail(`${name} is given twice.`, place);
  reader.expect("=");
  return name;
}
function readValue(reader) {
  const token = reader.ahead;
  const opened = reader.at;
  if (token === "(") {
    reader.step();
    const found = [];
    while (reader.ahead !== ")") {
      if (!isDigits(reader.ahead)) reader.expect("a number", reader.ahead ? null : opened);
      found.push(readNumber(reader));
      if (reader.ahead !== ")") reader.expect(",", opened);
    }
    reader.step();
    return found;
  }
  if (!/^[A-Za-z0-9]/.test(token)) reader.fail(`Expected a number before ${said(token)}.`);
  if (!isWord(token)) return readNumber(reader);
  reader.step();
  return Object.hasOwn(TRUTHS, token) ? TRUTHS[token] : token;
}
function readNumber(reader) {
  if (Number(reader.ahead) > LARGEST) reader.fail(`Numbers go up to ${grouped2(LARGEST)} here.`);
  const token = reader.step();
  return token.includes(".") ? new Float(Number(token)) : Number(token);
}
function settingsOf(word) {
  const names = settings(word);
  return names.length ? `Its settings are ${names.join(", ")}.` : "Write the word alone.";
}
var LETTERS = { N: 1, M: 1, K: 1, pool: true };
var BARE = { filters: 16, hidden: 100, classes: 10 };
function readSpec(given2, letters = LETTERS, side = null) {
  const text = onOneLine(given2);
  const net = { text, letters, items: [], input: null, inShape: [3, 32, 32], rows: [], error: null };
  try {
    net.items = parseSpec(given2);
    fill(net, { N: letters.N, M: letters.M, K: letters.K, "?": letters.pool ? 1 : 0 }, side);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    net.error = error;
  }
  return net;
}
function fill(net, letters, side) {
  const { text } = net;
  let items = net.items;
  if (items[0].word === "INPUT") {
    [net.input, ...items] = items;
    net.inShape = inputShape(text, net.input) ?? net.inShape;
  }
  net.inShape = ofSide(net.inShape, side);
  const count = countLayers(items, letters);
  if (!count) throw new SpecError(text, 0, "No layer is left: give at least one, such as FC(10).");
  if (count > MOST) throw new SpecError(text, 0, `These are more than ${MOST} layers, the most that are built.`);
  net.rows = expand(items, letters);
  const last = net.rows.map(({ word }) => word.word).lastIndexOf("FC");
  let shape = net.inShape;
  let wrong = null;
  net.rows.forEach((row, i) => {
    try {
      row.layer = layerOf(row.word, i === last ? BARE.classes : BARE.hidden);
      if (wrong) return;
      row.shape = shape;
      shape = shapeAfter(row.layer, shape);
      row.out = shape;
    } catch (error) {
      wrong ?? (wrong = Object.assign(new SpecError(text, row.word.place, error.message), { row: i }));
    }
  });
  if (wrong) throw wrong;
}
function inputShape(text, { values, named, place }) {
  const { names } = WORDS.INPUT;
  const sizes = { ...Object.fromEntries(values.map((value, i) => [names[i], value])), ...named };
  const count = Object.keys(sizes).length;
  if (!count) return null;
  const shape = names.slice(0, count).map((name) => sizes[name]);
  if (![1, 3].includes(count) || !shape.every((size) => typeof size === "number" && size > 0))
    throw new SpecError(text, place, "Write INPUT(channels,height,width), as in INPUT(3,32,32).");
  return shape;
}
var ofSide = (shape, side) => side && shape.length === 3 ? [shape[0], side, side] : shape;
var timesOf = ({ times }, letters) => letters[times] ?? times;
function countLayers(items, letters) {
  const counts = items.map((item) => item.word ? 1 : timesOf(item, letters) * countLayers(item.items, letters));
  return counts.reduce((all, count) => all + count, 0);
}
function expand(items, letters, rounds = []) {
  return items.flatMap((item) => {
    if (item.word) return [{ word: item, rounds }];
    if (!countLayers(item.items, letters)) return [];
    return Array.from(
      { length: timesOf(item, letters) },
      (_, round) => expand(item.items, letters, [...rounds, { bracket: item, round }])
    ).flat();
  });
}
function layerOf({ word, values, named }, units) {
  const { names } = WORDS[word];
  const given2 = { ...Object.fromEntries(values.map((value, i) => [names[i], value])), ...named };
  if (names.includes("filters")) given2.filters ?? (given2.filters = BARE.filters);
  if (names.includes("units")) given2.units ?? (given2.units = units);
  return makeLayer(word, given2);
}
function shapeAfter(layer, shape) {
  try {
    return outShape(layer, shape);
  } catch (error) {
    throw new Error(`${error.message} Its input is ${formatVolume(shape)}.`);
  }
}
var formatVolume = (shape) => [...shape].reverse().join("x");
var specOf = (layers, inShape) => [
  `INPUT(${inShape.join(",")})`,
  ...fold(layers.map(wordOf), (block, times) => `[${block.join(" -> ")}]*${times}`)
].join(" -> ");
function wordOf({ word, values }) {
  const { names, fields } = WORDS[word];
  const standard = { ...fields };
  let count;
  if (isFilters(word)) {
    standard.pad = standardPad(values);
    count = values.stride === 1 && same(values.pad, standard.pad) ? 2 : 4;
  } else {
    const differ = names.map((name) => standard[name] === void 0 || !same(values[name], standard[name]));
    count = 1 + differ.lastIndexOf(true);
    if (names.slice(0, count).some((name) => values[name] === null)) count = 1;
  }
  const first = names.slice(0, count);
  const rest = Object.keys(values).filter((name) => !first.includes(name) && !same(values[name], standard[name]));
  const parts = [
    ...first.map((name) => spelled(values[name])),
    ...rest.map((name) => `${name}=${spelled(values[name])}`)
  ];
  return parts.length ? `${word}(${parts.join(",")})` : word;
}
function standardPad({ size, dilation }) {
  try {
    return padThatKeeps(size, dilation ?? 1);
  } catch {
    return null;
  }
}
function spelled(value) {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return `(${value.map(spelled).join(",")})`;
  return value instanceof Float ? positional(value.value) : String(value);
}
function fold(words, join) {
  for (let size = 1; size <= words.length / 2; size++) {
    const folded = foldBlocks(words, size, join);
    if (folded.length < words.length) return fold(folded, join);
  }
  return words;
}
function foldBlocks(words, size, join) {
  const found = [];
  let start = 0;
  while (start < words.length) {
    let end = start + size;
    while (end < words.length && words[end] === words[end - size]) end++;
    const times = Math.floor((end - start) / size);
    if (times > 1) {
      const first = end - times * size;
      found.push(...words.slice(start, first), join(words.slice(first, first + size), times));
      start = end;
    } else {
      found.push(words[start++]);
    }
  }
  return found;
}

// js/shared/spec/field.js
var LONGEST = 1e3;
var TextField = class {
  constructor(change) {
    this.back = h("div", { class: "cs-net-back", "aria-hidden": "true" });
    this.field = h("textarea", {
      class: "cs-net-field",
      "aria-label": "The net as text",
      rows: 1,
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      autocorrect: "off",
      maxlength: LONGEST,
      oninput: () => change(this.field.value)
    });
    this.node = h("div", { class: "cs-net-text" }, this.back, this.field);
  }
  // `words` are those of the chosen rows, `over` those whose windows leave cells over.
  show(s, net, words, over) {
    if (this.field.value !== s.spec) this.field.value = s.spec;
    this.field.setAttribute("aria-invalid", String(Boolean(net.error)));
    const marks = [
      ...words.map((word) => ["cs-net-chosen", word.place, word.end]),
      ...over.map((word) => ["cs-net-over", word.place, word.end])
    ];
    if (net.error) marks.push(["cs-net-wrong", net.error.place, this.endOf(net)]);
    const cuts = /* @__PURE__ */ new Set([0, net.text.length, ...marks.flatMap(([, from, to]) => [from, to])]);
    const edges = [...cuts].sort((a, b) => a - b);
    const pieces = edges.slice(0, -1).map((from, n) => {
      const kinds = marks.filter(([, start, end2]) => start <= from && end2 > from).map(([kind]) => kind);
      const text = s.spec.slice(from, edges[n + 1]);
      if (!kinds.length) return text;
      if (marks.some(([kind, start]) => kind === "cs-net-wrong" && start === from)) kinds.push("cs-net-here");
      return h("span", { class: kinds.join(" ") }, text);
    });
    const end = net.error && net.error.place >= net.text.length;
    this.back.replaceChildren(...pieces, end ? h("span", { class: "cs-net-wrong cs-net-here" }, " ") : "", "​");
  }
  // Where the mark of an error ends: a layer's word with its arguments, else a token.
  endOf({ text, error, rows, input }) {
    const word = error.row === void 0 ? null : rows[error.row].word;
    if (word) return word.end;
    if (input?.place === error.place && !rows.length) return input.end;
    return error.place + tokenAt(text, error.place).length;
  }
};

// js/architecture_builder/repairs.js
var MOST2 = 4;
var FEWER = 3;
var REACH = 64;
var LONG = 100;
var LARGEST2 = 1024;
var STANDARD = {
  filters: 16,
  units: 100,
  size: 3,
  stride: 1,
  pad: 0,
  bias: true,
  fit: "crop",
  dilation: 1,
  groups: 1,
  count_pad: true,
  slope: new Float(0.1),
  drop: new Float(0.5),
  eps: new Float(1e-5),
  momentum: new Float(0.1),
  alpha: new Float(1e-4),
  beta: new Float(0.75),
  k: 1,
  before: 1,
  after: 1
};
var SIZES = { POOL: 2, AVGPOOL: 2, L2POOL: 2, LRN: 5 };
function repairs(net) {
  if (!net.error) return repairsOfLeftOver(net);
  if (!net.items.length) return repairsOfText(net);
  if (net.error.row !== void 0) return repairsOfLayer(net);
  if (!net.input) return [];
  const mended = withInput(net, "INPUT(3,32,32)");
  return readSpec(mended, net.letters).rows.length ? [["INPUT(3,32,32)", mended]] : [];
}
var splice = (text, start, end, piece) => `${text.slice(0, start)}${piece}${text.slice(end)}`;
function repairsOfText({ text, error: { place: at } }) {
  const token = tokenAt(text, at);
  const after = at + token.length;
  const near = /^[A-Za-z]/.test(token) && nearestWord(token.toUpperCase());
  const found = token ? [
    ...near ? [[`${near} instead`, splice(text, at, after, near)]] : [],
    ["a -> before it", splice(text, at, at, "-> ")],
    ["-> instead", splice(text, at, after, "->")],
    ["a ] at the end", `${text.replace(/ +$/, "")}]`],
    ["a ) at the end", `${text.replace(/ +$/, "")})`],
    ["a ) before it", splice(text, text.slice(0, at).replace(/ +$/, "").length, at, ") ")],
    ["a , before it", splice(text, at, at, ",")],
    [`without ${token}`, splice(text, at, after, "")]
  ] : [["without the last ->", text.replace(/ *-> *$/, "")]];
  return found.filter(([, mended]) => isNet(mended)).slice(0, 2);
}
function isNet(text) {
  try {
    return parseSpec(text).length > 0;
  } catch (error) {
    if (error instanceof SpecError) return false;
    throw error;
  }
}
function nearestWord(word) {
  if (Object.hasOwn(OTHER_NAMES, word)) return OTHER_NAMES[word];
  const known = Object.keys(WORDS);
  const counts = known.map((one) => slips(word, one));
  const least2 = Math.min(...counts);
  return least2 > 0 && 2 * least2 <= word.length ? known[counts.indexOf(least2)] : null;
}
function slips(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  [...a].forEach((one, i) => {
    const before = row;
    row = [i + 1];
    [...b].forEach((other, j) => {
      row.push(Math.min(before[j] + (one === other ? 0 : 1), before[j + 1] + 1, row[j] + 1));
    });
  });
  return row.at(-1);
}
function repairsOfLayer(net) {
  const row = net.rows[net.error.row];
  const { word, shape } = row;
  const names = isFilters(word.word) ? ["pad", "size", "stride"] : ["size", "stride"];
  let found;
  if (!row.layer || !shape) found = standardSettings(net, word);
  else if (shape.length === 1) found = isFilters(word.word) ? [["FC instead", withWord(net, word, asFc(word))]] : [];
  else found = [...otherGroups(net, row), ...otherWindows(net, row, names), ...otherInputs(net, 1)];
  found = found.filter(([, text]) => isBetter(net, text));
  return [...found, ...without(net, word)].slice(0, MOST2);
}
function isBetter(net, text) {
  const { error } = readSpec(text, net.letters);
  return !error || error.row > net.error.row;
}
function standardSettings(net, word) {
  return settings(word.word).flatMap((name) => {
    const value = name === "size" && SIZES[word.word] || STANDARD[name];
    const other = changed(word, name, value);
    if (!(name in given(word) || name === "pad") || !tryLayer(other)) return [];
    return [[`${name} ${spelled(value)}`, withWord(net, word, wordText(other))]];
  });
}
function tryLayer(word) {
  try {
    return layerOf(word, 1);
  } catch {
    return null;
  }
}
var gcd = (a, b) => b ? gcd(b, a % b) : a;
function otherGroups(net, { word, layer, shape }) {
  const { groups = 1, filters } = layer.values;
  const most = groups > 1 ? gcd(shape[0], filters) : 1;
  if (most % groups === 0) return [];
  let best = Math.min(groups, most);
  while (most % best) best--;
  return [[`groups ${best}`, withWord(net, word, wordText(changed(word, "groups", best)))]];
}
function otherWindows(net, { word, layer, shape }, names) {
  if (!hasWindow(word.word)) return [];
  const { size, pad, dilation = 1 } = layer.values;
  const now = { size, stride: layer.values.stride ?? size, pad };
  if ([...Object.values(now), dilation].some(Array.isArray)) return [];
  const span = dilatedSize(size, dilation);
  const step = isFilters(word.word) ? 2 : 1;
  const ranges = { pad: range(0, span), stride: range(1, span + 1), size: range(step + 1, size + REACH, step) };
  const middle = { ...now, pad: Math.floor((span - 1) / 2) };
  return names.flatMap((name) => {
    const value = nearestFirst(ranges[name], middle[name]).find(
      (one) => one !== now[name] && fitsExactly(changed(word, name, one), shape)
    );
    return value === void 0 ? [] : [[`${name} ${value}`, withWord(net, word, wordText(changed(word, name, value)))]];
  });
}
var range = (from, to, step = 1) => Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, i) => from + i * step);
var nearestFirst = (values, now) => [...values].sort((a, b) => Math.abs(a - now) - Math.abs(b - now) || b - a);
function fitsExactly(word, shape) {
  const layer = tryLayer(word);
  return Boolean(layer && tryShape(layer, shape)) && !leftOver(layer, shape).some(Boolean);
}
function tryShape(layer, shape) {
  try {
    return outShape(layer, shape);
  } catch {
    return null;
  }
}
function otherInputs(net, least2) {
  const { inShape, rows } = net;
  if (inShape.length === 1 || inShape[1] !== inShape[2] || rows.length > LONG || rows.some(({ layer }) => !layer))
    return [];
  const [C, side] = inShape;
  const near = nearestFirst(range(Math.max(1, side - REACH), side + REACH + 1), side).slice(1);
  const sides = [...near, ...[2, 4, 8, 16].map((times) => times * side).filter((other) => other <= LARGEST2)];
  const results = sides.map((other) => runs(rows, [C, other, other]));
  for (let result = 2; result >= least2; result--) {
    const other = sides[results.indexOf(result)];
    if (other) return [[`input ${other}×${other}`, withInput(net, `INPUT(${C},${other},${other})`)]];
  }
  return [];
}
function runs(rows, start) {
  let shape = start;
  let result = 2;
  for (const { layer } of rows) {
    const out = tryShape(layer, shape);
    if (!out) return 0;
    if (leftOver(layer, shape).some(Boolean)) result = 1;
    shape = out;
  }
  return result;
}
function withInput({ text, input }, piece) {
  return input ? splice(text, input.place, input.end, piece) : `${piece} -> ${text}`;
}
function without(net, word) {
  const mended = withoutWord(net.text, word);
  return mended !== null && readSpec(mended, net.letters).rows.length ? [[`without ${word.word}`, mended]] : [];
}
function withoutWord(text, { place, end }) {
  const last = end + (/^ *(?:\?|\* *[0-9NMK]+)/.exec(text.slice(end))?.[0].length ?? 0);
  const arrow = /^ *-> */.exec(text.slice(last));
  const before = / *-> *$/.exec(text.slice(0, place));
  if (arrow) return splice(text, place, last + arrow[0].length, "");
  return before && splice(text, before.index, last, "");
}
function repairsOfLeftOver(net) {
  const row = net.rows.find(({ layer, shape }) => leftOver(layer, shape).some(Boolean));
  if (!row) return [];
  const found = [...otherInputs(net, 2), ...otherWindows(net, row, ["pad", "stride", "size"])];
  return found.filter(([, text]) => !readSpec(text, net.letters).error).slice(0, FEWER);
}
function given({ word, values, named }) {
  const { names } = WORDS[word];
  return { ...Object.fromEntries(values.map((value, i) => [names[i], value])), ...named };
}
function changed(word, name, value) {
  const { names } = WORDS[word.word];
  const values = [...word.values];
  const named = { ...word.named };
  const at = names.indexOf(name);
  if (at >= 0 && at < values.length) values[at] = value;
  else if (!Object.keys(named).length && at === values.length && ["filters", "size", "units"].includes(name))
    values.push(value);
  else named[name] = value;
  return { ...word, values, named };
}
function wordText({ word, values, named }) {
  const parts = [...values.map(spelled), ...Object.entries(named).map(([name, value]) => `${name}=${spelled(value)}`)];
  return parts.length ? `${word}(${parts.join(",")})` : word;
}
function asFc(word) {
  const { filters } = given(word);
  return filters === void 0 ? "FC" : `FC(${spelled(filters)})`;
}
var withWord = ({ text }, { place, end }, piece) => splice(text, place, end, piece);

// js/architecture_builder/edits.js
var NEW = { CONV: "CONV(16,3)", LOCAL: "LOCAL(16,3)", FC: "FC(100)", LRELU: "LRELU(0.1)" };
function pathTo(items, word, bracket = null) {
  for (const [index, item] of items.entries()) {
    if (item === word) return [{ items, index, bracket }];
    const inner = item.items && pathTo(item.items, word, item);
    if (inner) return [{ items, index, bracket }, ...inner];
  }
  return null;
}
function chainOf(net, word) {
  const path = pathTo(net.items, word);
  const last = path.at(-1);
  return last.bracket && !last.bracket.open ? path.at(-2) : last;
}
var bracketsOf = (net, word) => pathTo(net.items, word).flatMap(({ bracket }) => bracket && typeof bracket.times === "number" ? [bracket] : []).reverse();
function placeAfter(net, word, count) {
  if (!word) return net.input ? net.input.end : 0;
  const { items, index } = chainOf(net, word);
  return items[index + count - 1].end;
}
function inserted(net, place, kind) {
  const piece = NEW[kind] ?? kind;
  return splice(net.text, place, place, place ? ` -> ${piece}` : `${piece} -> `);
}
function removed(net, word, count) {
  const chain = chainOf(net, word);
  const path = pathTo(net.items, word);
  const outwards = path.slice(0, path.findIndex(({ items }) => items === chain.items) + 1).reverse();
  for (const { items, index } of outwards) {
    const many = items === chain.items ? count : 1;
    if (items.filter((item) => item.word !== "INPUT").length > many) return withoutItems(net.text, items, index, many);
  }
  return null;
}
function withoutItems(text, items, index, count) {
  const next = items[index + count];
  if (next) return splice(text, items[index].place, next.place, "");
  return splice(text, items[index - 1].end, items[index + count - 1].end, "");
}
function repeated(net, word, count) {
  const { items, index } = chainOf(net, word);
  const some = items.slice(index, index + count);
  const piece = net.text.slice(some[0].place, some.at(-1).end);
  const alone = some.length === 1 && some[0].word;
  return splice(net.text, some[0].place, some.at(-1).end, alone ? `${piece}*2` : `[${piece}]*2`);
}
function timed(net, bracket, times) {
  const inner = net.text.slice(bracket.items[0].place, bracket.items.at(-1).end);
  const piece = bracket.open ? `[${inner}]` : inner;
  return splice(net.text, bracket.place, bracket.end, times === 1 ? inner : `${piece}*${times}`);
}
var withNumber = (net, word, name, value) => withWord(net, word, wordText(changed(word, name, value)));
function withSize(net, axis, value) {
  const shape = [...net.inShape];
  shape[axis] = value;
  return withInput(net, `INPUT(${shape.join(",")})`);
}
function ofKind(net, word, kind) {
  const alike = WORDS[kind].names.length && WORDS[kind].names === WORDS[word.word].names;
  const known = Object.fromEntries(Object.entries(word.named).filter(([name]) => name in WORDS[kind].fields));
  return withWord(net, word, alike ? wordText({ ...word, word: kind, named: known }) : NEW[kind] ?? kind);
}

// js/architecture_builder/model.js
var LIMITS = { N: 9, M: 9, K: 9 };
var read = (s) => readSpec(s.spec ?? "", { ...LETTERS, ...s });
var BYTES = 4n;
var cells = (shape) => shape.reduce((all, size) => all * BigInt(size), 1n);
var bytesOf = (shape) => BYTES * cells(shape);
function accounts(net) {
  const rows = net.rows.map(({ layer, shape, out }) => out ? costs(layer, shape, out) : null);
  const totals = { parameters: 0n, bytes: net.rows.length ? bytesOf(net.inShape) : 0n, macs: 0n };
  for (const row of rows) if (row) for (const name of Object.keys(totals)) totals[name] += row[name];
  return { rows, totals };
}
var overOf = ({ layer, shape, out }) => out ? leftOver(layer, shape) : [0, 0];
var outOf = (net) => net.error ? null : net.rows.at(-1).out;
var volume = (shape) => [...shape].reverse().join("×");
var nameOf = ({ layer, word }) => layer ? wordOf(layer) : word.word;
var canonical = (net) => net.error ? "" : specOf(
  net.rows.map(({ layer }) => layer),
  net.inShape
);
function facts(s, net = read(s)) {
  const out = outOf(net);
  const { totals } = accounts(net);
  const words = net.rows.map(({ word }) => word.word);
  const count = (...kinds) => words.filter((word) => kinds.includes(word)).length;
  return {
    fits: !net.error,
    exact: !net.error && net.rows.every((row) => !overOf(row).some(Boolean)),
    layers: words.length,
    words: words.join(" "),
    convs: count("CONV"),
    pools: count("POOL", "AVGPOOL", "L2POOL"),
    fcs: count("FC"),
    in: volume(net.inShape),
    out: out ? volume(out) : "",
    parameters: Number(totals.parameters),
    bytes: Number(totals.bytes),
    macs: Number(totals.macs),
    spec: canonical(net)
  };
}
function code(net) {
  if (net.error) return "";
  const layers = net.rows.map(({ layer }) => inPython(layer));
  const lines = fold(layers, (block, times) => `*[${block.join(", ")}] * ${times}`);
  const types = new Set(layers.map((layer) => layer.split("(")[0]));
  return [
    `from cs231n_kit.layers import ${[...types, "Serial"].sort().join(", ")}`,
    "from cs231n_kit.net import Net",
    "",
    "layers = Serial(",
    ...lines.map((line) => `    ${line},`),
    ")",
    `net = Net.build(layers, ${written(net.inShape)})`,
    ""
  ].join("\n");
}

// js/architecture_builder/messages.js
var MOST3 = 12;
var shown = (text) => signed(text.replace(/(\d)x(?=\d)/g, "$1×"));
function errorMessage({ error, rows }) {
  const reason = shown(error.reason);
  if (error.row === void 0) return `At character ${error.place + 1}: ${reason}`;
  return `Layer ${error.row + 1}, ${nameOf(rows[error.row])}: ${reason}`;
}
function leftOverMessage(net) {
  const all = net.rows.filter((row) => overOf(row).some(Boolean));
  if (!all.length) return "";
  const [down, across] = overOf(all[0]);
  const parts = [down ? plural(down, "row") : "", across ? plural(across, "column") : ""].filter(Boolean);
  const more = all.length - 1;
  const others = more ? ` ${plural(more, "layer")} more ${more === 1 ? "does" : "do"} the same.` : "";
  const read2 = down + across === 1 ? "reads it" : "reads them";
  return `It works, but in layer ${net.rows.indexOf(all[0]) + 1}, ${nameOf(all[0])}, the windows leave ${parts.join(" and ")} over: none ${read2}.${others}`;
}
function netMessage(net) {
  const { parameters, bytes, macs } = accounts(net).totals;
  return `${plural(net.rows.length, "layer")}, from ${volume(net.inShape)} to ${volume(outOf(net))}: ${grouped(parameters)} parameters, ${grouped(bytes)} bytes of activations, ${grouped(macs)} multiply-adds.`;
}
function sizesMessage(net) {
  const some = net.rows.filter(({ out }) => out).slice(0, MOST3);
  const rest = net.rows.length - some.length;
  const sizes = some.map((row) => `${nameOf(row)} ${volume(row.out)}`);
  if (!sizes.length) return "";
  return `Sizes: ${sizes.join(", ")}${rest ? `, and ${plural(rest, "layer")} more` : ""}.`;
}
function describe(s) {
  const net = read(s);
  const labels = repairs(net).map(([label]) => label);
  const words = [
    net.text.trim() ? `The text is ${net.text.trim()}.` : "There is no text yet.",
    net.error ? errorMessage(net) : netMessage(net),
    sizesMessage(net),
    net.error ? "" : leftOverMessage(net),
    labels.length ? `Repairs: ${labels.join("; ")}.` : "",
    facts(s, net).exact ? "All windows fit." : ""
  ];
  return words.filter(Boolean).join(" ");
}

// js/shared/choice.js
function makeChoice(title, options, change) {
  const name = unique("choice");
  const fields = options.map(([value]) => h("input", { type: "radio", name, value, onchange: () => change(value) }));
  const node = h(
    "div",
    { class: "cs-choice", role: "radiogroup", "aria-label": title },
    options.map(([, text], n) => h("label", {}, fields[n], h("span", {}, text)))
  );
  return {
    node,
    show: (value) => fields.forEach((field) => {
      field.checked = field.value === value;
    })
  };
}

// js/shared/clipboard.js
async function copyText(text) {
  const put = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("copy", put, { capture: true });
  const done = document.execCommand("copy");
  removeEventListener("copy", put, { capture: true });
  if (!done) await navigator.clipboard.writeText(text);
}

// js/architecture_builder/output.js
var FORMS = [
  ["spec", "spec"],
  ["code", "Python"]
];
var Output = class {
  constructor() {
    this.form = "spec";
    this.choice = makeChoice("Form", FORMS, (form) => {
      this.form = form;
      this.write();
    });
    this.said = h("span", { class: "cs-net-copied", role: "status" });
    this.button = h("button", { type: "button", class: "cs-button", onclick: () => this.copy() });
    this.text = h("pre", { class: "cs-net-code", tabindex: "0", role: "group" });
    this.node = h(
      "div",
      { class: "cs-net-output", role: "group", "aria-label": "Take it with you" },
      h(
        "div",
        { class: "cs-net-line" },
        h("span", {}, "Take it with you as"),
        this.choice.node,
        this.button,
        this.said
      ),
      this.text
    );
    this.choice.show(this.form);
  }
  show(texts) {
    this.texts = texts;
    this.write();
  }
  write() {
    const text = this.texts[this.form];
    say(this.text, text || "A net that doesn’t fit is nothing to take along yet.");
    this.button.disabled = !text;
    const name = this.form === "spec" ? "spec" : "code";
    say(this.button, `Copy ${name}`);
    this.text.setAttribute("aria-label", `The net as ${this.form === "spec" ? "a spec" : "Python code"}`);
    say(this.said, "");
  }
  async copy() {
    try {
      await copyText(this.texts[this.form]);
      say(this.said, "Copied.");
    } catch {
      say(this.said, "This browser lets no page copy. Select the text and copy it.");
    }
  }
};

// js/architecture_builder/table.js
var MOST4 = 80;
var COUNTS2 = ["parameters", "bytes", "macs"];
var HEADS = ["layer", "size W×H×D", "parameters", "bytes", "multiply-adds"];
var NetTable = class {
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
        this.foot
      )
    );
  }
  // `chosen` is { at, end }: the first and the last row that is chosen; `same` are the words of these rows.
  show(net, { at, end }, same2) {
    const held = this.body.contains(document.activeElement);
    const { rows, totals } = accounts(net);
    const most = Object.fromEntries(
      COUNTS2.map((name) => [name, Math.max(1, ...rows.map((row) => Number(row?.[name] ?? 0)))])
    );
    most.bytes = Math.max(most.bytes, Number(bytesOf(net.inShape)));
    const first = { name: "INPUT", size: volume(net.inShape), costs: { bytes: bytesOf(net.inShape) }, at: -1 };
    const shown2 = net.rows.slice(0, MOST4).map((row, n) => ({
      name: nameOf(row),
      size: row.out ? volume(row.out) : "–",
      costs: rows[n] ?? {},
      at: n,
      row,
      wrong: net.error?.row === n,
      over: overOf(row),
      same: same2.includes(row.word)
    }));
    this.buttons = [];
    const nodes = [first, ...shown2].map((one) => this.row(one, most, at, end));
    const rest = net.rows.length - shown2.length;
    if (rest > 0)
      nodes.push(h("tr", { role: "row" }, h("td", { role: "cell", colspan: 5 }, `and ${plural(rest, "layer")} more`)));
    this.body.replaceChildren(...nodes);
    this.foot.replaceChildren(this.total(net, totals));
    this.at = at;
    if (held) this.focus();
    if (net.error?.row !== void 0 && net.error.row !== this.wrong) this.reveal(net.error.row + 1);
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
  row({ name, size, costs: costs2, at, row, wrong, over = [0, 0], same: same2 }, most, from, to) {
    const chosen = at >= from && at <= to;
    const button = h(
      "button",
      {
        type: "button",
        class: "cs-net-name",
        tabindex: at === from ? 0 : -1,
        "aria-pressed": String(chosen),
        onclick: (event) => this.on.choose(at, event.shiftKey)
      },
      name
    );
    this.buttons.push(button);
    const left = over.some(Boolean);
    const note = wrong ? "does not fit" : left ? "leaves cells over" : "";
    const kinds = [
      chosen && "cs-net-on",
      !chosen && same2 && "cs-net-same",
      wrong && "cs-net-bad",
      left && "cs-net-left"
    ];
    return h(
      "tr",
      { role: "row", class: kinds.filter(Boolean).join(" ") || null, onclick: (event) => this.click(event, at) },
      h("td", { role: "cell", class: "cs-net-c0" }, h("div", { class: "cs-net-head" }, this.rails(row, at), button)),
      h(
        "td",
        { role: "cell", class: "cs-net-c1" },
        note ? h("small", {}, wrong ? "! " : "", note) : null,
        wrong ? null : size
      ),
      COUNTS2.map((count, n) => this.count(costs2[count], most[count], count, n))
    );
  }
  click(event, at) {
    if (event.target.closest("button")) return;
    this.on.choose(at, event.shiftKey);
    this.focus();
  }
  count(value, most, name, n) {
    const share = value === void 0 ? 0 : 100 * Number(value) / most;
    const style = share >= 0.5 ? `--share:${share.toFixed(1)}%` : null;
    const text = value === void 0 ? "" : grouped(value);
    return h("td", { role: "cell", class: `cs-net-c${n + 2} cs-net-${name}`, style, "data-name": HEADS[n + 2] }, text);
  }
  // A line for each bracket around a row, with the times beside its first row.
  rails(row, at) {
    const before = this.before;
    this.before = at < 0 ? [] : row.rounds;
    return (row?.rounds ?? []).filter(({ bracket }) => bracket.times !== "?").map(({ bracket, round }) => {
      const begins = !before?.some((one) => one.bracket === bracket && one.round === round);
      return h("span", { class: "cs-net-rail" }, begins ? h("small", {}, String(round + 1)) : null);
    });
  }
  total(net, totals) {
    const cells2 = COUNTS2.map(
      (name2, n) => h("td", { role: "cell", class: `cs-net-c${n + 2}`, "data-name": HEADS[n + 2] }, grouped(totals[name2]))
    );
    const name = net.error ? "as far as it goes" : "in all";
    return h(
      "tr",
      { role: "row" },
      h("th", { scope: "row", role: "rowheader", class: "cs-net-c0" }, name),
      h("td", { role: "cell", class: "cs-net-c1" }),
      cells2
    );
  }
  key(event) {
    if (!event.target.classList.contains("cs-net-name") || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.buttons.length - 2;
    const to = { ArrowUp: this.at - 1, ArrowDown: this.at + 1, Home: -1, End: last }[event.key];
    if (to !== void 0) {
      if (event.shiftKey && event.key.startsWith("Arrow")) this.on.choose(event.key === "ArrowDown" ? "more" : "fewer");
      else this.on.choose(Math.min(Math.max(to, -1), last));
      this.focus();
    } else if (event.key === "Delete" || event.key === "Backspace") this.on.remove();
    else return;
    event.preventDefault();
  }
};

// js/architecture_builder/tools.js
var COMMON = ["CONV", "RELU", "POOL", "FC"];
var KINDS = Object.keys(WORDS).filter((word) => word !== "INPUT");
var OTHERS = KINDS.filter((word) => !COMMON.includes(word));
var KNOBS = {
  filters: ["K", "filters", 1, 4096, "w"],
  units: ["units", "neurons", 1, 1e5, "w"],
  size: ["F", "size", 1, 99, "w"],
  stride: ["S", "stride", 1, 99, "s"],
  pad: ["P", "padding", 0, 99, "s"]
};
var CHANNELS2 = ["size", "channels", 1, 99, "w"];
var SIDES = [
  ["W", "width", 2],
  ["H", "height", 1],
  ["D", "depth", 0]
];
var Tools = class {
  // on: { insert(kind), remove(), number(name, value), side(axis, value), kind(kind), times(bracket, n), repeat(),
  // count(n), undo() }
  constructor(on) {
    this.on = on;
    this.acts = [];
    this.title = h("span", { class: "cs-net-title" });
    this.kind = h("select", {
      class: "cs-net-select",
      "aria-label": "Kind of layer",
      onchange: () => on.kind(this.kind.value)
    });
    this.kind.append(...KINDS.map((word) => h("option", { value: word }, word)));
    this.knobs = h("div", { class: "cs-net-knobs", role: "group", "aria-label": "Its numbers" });
    const button = (text, label, act) => h("button", { type: "button", class: "cs-button", "aria-label": label, onclick: act }, text);
    this.undo = button("Undo", "Undo", () => on.undo());
    this.remove = button("Remove", "Remove the chosen layers", () => on.remove());
    this.repeat = button("Repeat", "Repeat the chosen layers", () => on.repeat());
    this.more = h("select", {
      class: "cs-net-select",
      "aria-label": "Insert another kind",
      onchange: () => this.insertOther()
    });
    this.more.append(...["more", ...OTHERS].map((word) => h("option", { value: word }, word)));
    this.count = knob(["rows", "layers", 1, 99, "s"], (_, value) => on.count(value));
    this.add = COMMON.map((word) => button(`+ ${word}`, `Insert ${word} after it`, () => on.insert(word)));
    this.node = h(
      "div",
      { class: "cs-net-tools", role: "group", "aria-label": "The chosen layer" },
      h("div", { class: "cs-net-line" }, this.title, this.kind, this.knobs),
      h(
        "div",
        { class: "cs-net-line cs-net-acts" },
        h("span", { class: "cs-net-add" }, this.add, this.more),
        h("span", { class: "cs-net-does" }, this.count.node, this.repeat, this.remove, this.undo)
      )
    );
  }
  insertOther() {
    if (this.more.value !== "more") this.on.insert(this.more.value);
    this.more.value = "more";
  }
  // `row` is the chosen one, null for the input; `count` how many items are chosen.
  show(net, at, count, undoable) {
    const row = net.rows[at] ?? null;
    this.undo.disabled = !undoable;
    say(this.title, row ? `Layer ${at + 1}` : "INPUT");
    this.kind.hidden = this.remove.hidden = this.repeat.hidden = this.count.node.hidden = !row;
    if (row) {
      this.kind.value = row.word.word;
      const { items, index } = chainOf(net, row.word);
      this.count.show(count);
      this.count.node.hidden = items.length - index < 2;
      this.remove.disabled = removed(net, row.word, count) === null;
    }
    this.showKnobs(this.wanted(net, row));
  }
  // The knobs of a row: [[spec of a knob, value, what to do], ...].
  wanted(net, row) {
    if (!row) {
      if (net.inShape.length === 1)
        return [[["units", "numbers", 1, 1e5, "x"], net.inShape[0], (n) => this.on.side(0, n)]];
      return SIDES.map(([letter, name, axis]) => [
        [letter, name, 1, 1024, "x"],
        net.inShape[axis],
        (n) => this.on.side(axis, n)
      ]);
    }
    const values = row.layer?.values ?? {};
    const own = WORDS[row.word.word].names.flatMap((name) => {
      const value = name === "stride" ? values.stride ?? values.size : values[name];
      if (!(name in KNOBS) || typeof value !== "number") return [];
      const spec = name === "size" && row.word.word === "LRN" ? CHANNELS2 : KNOBS[name];
      return [[spec, value, (n) => this.on.number(name, n)]];
    });
    const times = bracketsOf(net, row.word).map((bracket, i) => [
      [`times${i}`, i ? "times, outer" : "times", 1, 99, "s"],
      bracket.times,
      (n) => this.on.times(i, n)
    ]);
    return [...own, ...times];
  }
  showKnobs(wanted) {
    const key = JSON.stringify(wanted.map(([spec]) => spec));
    if (key !== this.key) {
      this.key = key;
      this.acts.length = 0;
      const acts = [];
      this.acts = acts;
      this.now = wanted.map(([spec], i) => knob(spec, (_, value) => acts[i]?.(value)));
      this.knobs.replaceChildren(...this.now.map(({ node }) => node));
    }
    wanted.forEach(([, value, act], i) => {
      this.acts[i] = act;
      this.now[i].show(value);
    });
    this.knobs.hidden = !wanted.length;
  }
};

// js/architecture_builder/index.js
var LETTERS2 = [
  ["N", "layers", 0, LIMITS.N, "s"],
  ["M", "blocks", 0, LIMITS.M, "s"],
  ["K", "FC layers", 0, LIMITS.K, "s"]
];
var PLAIN = { N: 1, M: 2, K: 1, pool: true };
var View = class extends DescribedView {
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
      undo: () => this.undo()
    });
    this.output = new Output();
    this.letters = makeKnobs(LETTERS2, (letter, value) => this.change({ [letter]: value }));
    this.pool = h("input", { type: "checkbox", onchange: () => this.change({ pool: this.pool.checked }) });
    this.preset = h("select", {
      class: "cs-net-select",
      "aria-label": "Net",
      onchange: () => this.use(this.preset.value)
    });
    Object.assign(this, {
      said: h("p", { class: "cs-net-said" }),
      mend: h("div", { class: "cs-net-mend" }),
      poolLabel: h("label", { class: "cs-net-pool" }, this.pool, "POOL?: it is there"),
      top: h("label", { class: "cs-net-top" }, "Net", this.preset)
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
      this.body
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
    if (spec === void 0) return;
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
    if (row === void 0 || !this.net.rows.length) return this.text.field.focus();
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
    while (at >= 0 && end + 1 < net.rows.length && words.includes(net.rows[end + 1].word) && net.rows[end + 1].word !== words[0])
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
    const flat = (item) => item.word ? [item] : item.items.flatMap(flat);
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
    this.lettersRow.hidden = !this.hasKnob("letters") || this.letters.node.hidden && this.poolLabel.hidden;
  }
  showNews(s) {
    const { net } = this;
    const over = net.error ? "" : leftOverMessage(net);
    const text = net.error ? errorMessage(net) : `${netMessage(net)}${over ? ` ${over}` : ""}`;
    this.said.className = `cs-net-said${net.error ? " cs-misfit" : over ? " cs-gentle" : ""}`;
    this.said.replaceChildren(
      ...net.error ? [h("b", {}, net.rows.length ? "Does not fit. " : "Not a net yet. ")] : [],
      text
    );
    this.showRepairs(net);
    this.showDescription(s);
    const news = this.showTask(facts(s, net));
    if (this.spoken) this.announce(`${text}${news}`);
    this.spoken = true;
  }
  showRepairs(net) {
    const buttons = repairs(net).map(
      ([label, text]) => h("button", { type: "button", class: "cs-button", onclick: () => this.mendBy(text) }, label)
    );
    const title = net.error ? "Mend it:" : "So that it fits:";
    this.mend.replaceChildren(...buttons.length ? [h("span", {}, title), ...buttons] : []);
    this.mend.hidden = !buttons.length;
  }
};
var architecture_builder_default = widget(View);
export {
  architecture_builder_default as default
};
