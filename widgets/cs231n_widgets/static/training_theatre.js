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
var icon = (path) => svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: path }));
var made = 0;
var instance = Math.random().toString(36).slice(2, 8);
var unique = (name) => `cs-${name}-${instance}-${++made}`;

// js/shared/numerals.js
function number(value) {
  const short2 = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
  return short2.replace("e+", "e").replaceAll("-", "−");
}
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

// js/training_theatre/digits.js
var SHAPE = [1, 8, 8];
var CLASSES = 10;
var WALL = 80;
var SIZE = 64;
var RAW = 17;
var [WEIGHTS, ORDER, LABELS] = [0, 1, 2];
var bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
function unpack({ pixels, labels, train }) {
  const pairs = bytes(pixels);
  const all = new Uint8Array(2 * pairs.length);
  pairs.forEach((pair, n) => all.set([pair >> 4, pair & 15], 2 * n));
  return { pixels: all, labels: Int32Array.from(labels, Number), train };
}
function pageData(state, { seed, breakage }) {
  const { pixels, labels, train } = unpack(state);
  const some = pixels.subarray(0, train * SIZE);
  const mean = some.reduce((sum, value) => sum + value, 0) / some.length;
  const std = Math.sqrt(some.reduce((sum, value) => sum + (value - mean) ** 2, 0) / some.length);
  const images = Float64Array.from(pixels, (v) => breakage === "inputs" ? v * RAW : (v - mean) / std);
  const right = labels.subarray(0, train);
  const shuffled = () => new Dice(3 * seed + LABELS).order(train).map((n) => right[n]);
  return {
    size: SIZE,
    train: images.subarray(0, train * SIZE),
    trainLabels: breakage === "labels" ? shuffled() : right,
    held: images.subarray(train * SIZE),
    heldLabels: labels.subarray(train)
  };
}
function pageWall(state) {
  const { pixels, labels, train } = unpack(state);
  const some = pixels.subarray(train * SIZE, (train + WALL) * SIZE);
  return {
    shape: [WALL, ...SHAPE],
    pixels: some.map((value) => value * RAW),
    labels: [...labels.subarray(train, train + WALL)],
    classes: Array.from({ length: CLASSES }, (_, n) => String(n))
  };
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
    const given = Object.entries(sizes).map(([name, size]) => `${name}=${size}`);
    throw new Error(`Sizes, stride and dilation start at 1; got ${given.join(", ")}.`);
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
  const code = text.codePointAt(0);
  const digits = (count) => code.toString(16).padStart(count, "0");
  return `'\\${code < 256 ? `x${digits(2)}` : code < 65536 ? `u${digits(4)}` : `U${digits(8)}`}'`;
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
var least = (one, from, name, given) => {
  if (one < from) throw new Error(`${name} starts at ${from}; got ${written(given)}.`);
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
  const number2 = value instanceof Float ? value.value : value;
  return isWhole(number2) && holds(number2);
}
function checkSlope(slope) {
  if (!isNumber(slope, (number2) => number2 > 0))
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
  drop: numberThat("drop", "from 0 on and below 1", (number2) => number2 >= 0 && number2 < 1),
  eps: numberThat("eps", "above 0", (number2) => number2 > 0),
  momentum: numberThat("momentum", "from 0 to 1", (number2) => number2 >= 0 && number2 <= 1),
  alpha: numberThat("alpha", "from 0 on", (number2) => number2 >= 0),
  beta: numberThat("beta", "from 0 on", (number2) => number2 >= 0),
  k: numberThat("k", "above 0", (number2) => number2 > 0),
  before: (value) => checkInt(value, "before", 0),
  after: (value) => checkInt(value, "after", 0)
};
var CHANNELS = { size: (value) => checkInt(value, "size") };
function makeLayer(word, given) {
  const { names, fields } = WORDS[word];
  const set = { ...given };
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
var grouped2 = (number2) => number2.toLocaleString("en-US");
var SpecError = class extends Error {
  constructor(text, place, reason) {
    super(reason);
    Object.assign(this, { text, place, reason });
  }
};
var onOneLine = (text) => text.replace(SPACE, " ");
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
function readSpec(given, letters = LETTERS, side = null) {
  const text = onOneLine(given);
  const net = { text, letters, items: [], input: null, inShape: [3, 32, 32], rows: [], error: null };
  try {
    net.items = parseSpec(given);
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
  const last2 = net.rows.map(({ word }) => word.word).lastIndexOf("FC");
  let shape = net.inShape;
  let wrong = null;
  net.rows.forEach((row, i) => {
    try {
      row.layer = layerOf(row.word, i === last2 ? BARE.classes : BARE.hidden);
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
  const given = { ...Object.fromEntries(values.map((value, i) => [names[i], value])), ...named };
  if (names.includes("filters")) given.filters ?? (given.filters = BARE.filters);
  if (names.includes("units")) given.units ?? (given.units = units);
  return makeLayer(word, given);
}
function shapeAfter(layer, shape) {
  try {
    return outShape(layer, shape);
  } catch (error) {
    throw new Error(`${error.message} Its input is ${formatVolume(shape)}.`);
  }
}
var formatVolume = (shape) => [...shape].reverse().join("x");

// js/training_theatre/layers.js
var volume = (shape) => shape.reduce((all, size) => all * size, 1);
var Layer = class {
  constructor(inShape, outShape2) {
    Object.assign(this, { inShape, outShape: outShape2, inSize: volume(inShape), outSize: volume(outShape2), params: [], macs: 0 });
  }
  param(name, shape, fanIn) {
    const made2 = { name, shape, fanIn, value: new Float64Array(volume(shape)), grad: new Float64Array(volume(shape)) };
    this.params.push(made2);
    return made2;
  }
};
var Conv = class extends Layer {
  constructor({ shape, out, layer }) {
    super(shape, out);
    if (layer.values.groups > 1) throw new Error("On the page no CONV has groups.");
    this.reads = sources(shape, out, windowsOf(layer));
    this.taps = this.reads.length / (out[1] * out[2]);
    this.filterShape = [shape[0], ...windowsOf(layer).map(([size]) => size)];
    this.weight = this.param("weight", [out[0], this.taps], this.taps);
    this.macs = this.taps * this.outSize;
    if (layer.values.bias) this.bias = this.param("bias", [out[0]]);
  }
  forward(x, N) {
    const { reads, taps, inSize, outSize } = this;
    const K = this.outShape[0];
    const size = outSize / K;
    const y = new Float64Array(N * outSize);
    this.columns = new Float64Array(N * reads.length);
    this.N = N;
    for (let n = 0; n < N; n++) {
      const columns = this.columns.subarray(n * reads.length, (n + 1) * reads.length);
      for (let at = 0; at < reads.length; at++) columns[at] = reads[at] < 0 ? 0 : x[n * inSize + reads[at]];
      for (let k = 0; k < K; k++) {
        const map = y.subarray((n * K + k) * size, (n * K + k + 1) * size);
        map.fill(this.bias ? this.bias.value[k] : 0);
        for (let tap = 0; tap < taps; tap++) {
          const weight = this.weight.value[k * taps + tap];
          for (let at = 0; at < size; at++) map[at] += weight * columns[tap * size + at];
        }
      }
    }
    return y;
  }
  // The gradient of x; null for the first layer of a net, which needs none.
  backward(dy, isFirst) {
    const { reads, taps, inSize, outSize, N } = this;
    const K = this.outShape[0];
    const size = outSize / K;
    const dx = isFirst ? null : new Float64Array(N * inSize);
    const dcolumns = new Float64Array(reads.length);
    for (const { grad } of this.params) grad.fill(0);
    for (let n = 0; n < N; n++) {
      const columns = this.columns.subarray(n * reads.length, (n + 1) * reads.length);
      dcolumns.fill(0);
      for (let k = 0; k < K; k++) {
        const map = dy.subarray((n * K + k) * size, (n * K + k + 1) * size);
        if (this.bias) for (let at = 0; at < size; at++) this.bias.grad[k] += map[at];
        for (let tap = 0; tap < taps; tap++) {
          const weight = this.weight.value[k * taps + tap];
          let sum = 0;
          for (let at = 0; at < size; at++) sum += map[at] * columns[tap * size + at];
          this.weight.grad[k * taps + tap] += sum;
          if (dx) for (let at = 0; at < size; at++) dcolumns[tap * size + at] += weight * map[at];
        }
      }
      if (dx) {
        for (let at = 0; at < reads.length; at++) if (reads[at] >= 0) dx[n * inSize + reads[at]] += dcolumns[at];
      }
    }
    return dx;
  }
};
function sources([C, H, W], [, H2, W2], [down, across]) {
  const read = (out, tap, side, [, stride, before, , dilation]) => {
    const at = out * stride - before + tap * dilation;
    return at >= 0 && at < side ? at : -1;
  };
  const found = [];
  for (let c = 0; c < C; c++)
    for (let i = 0; i < down[0]; i++)
      for (let j = 0; j < across[0]; j++)
        for (let row = 0; row < H2; row++)
          for (let col = 0; col < W2; col++) {
            const [r, s] = [read(row, i, H, down), read(col, j, W, across)];
            found.push(r < 0 || s < 0 ? -1 : (c * H + r) * W + s);
          }
  return Int32Array.from(found);
}
var Relu = class extends Layer {
  constructor({ shape, out }) {
    super(shape, out);
  }
  forward(x) {
    this.y = x.map((value) => Math.max(value, 0));
    return this.y;
  }
  backward(dy) {
    return dy.map((value, at) => this.y[at] > 0 ? value : 0);
  }
};
var Pool = class extends Layer {
  constructor({ shape, out, layer }) {
    super(shape, out);
    this.windows = windowsOf(layer);
  }
  forward(x, N) {
    const [C, H, W] = this.inShape;
    const [, H2, W2] = this.outShape;
    const [[F, S, top], [G, T, left]] = this.windows;
    const y = new Float64Array(N * this.outSize);
    this.winner = new Int32Array(y.length);
    this.length = x.length;
    for (let map = 0, at = 0; map < N * C; map++)
      for (let row = 0; row < H2; row++)
        for (let col = 0; col < W2; col++, at++) {
          let best = -1;
          for (let r = Math.max(row * S - top, 0); r < Math.min(row * S - top + F, H); r++)
            for (let c = Math.max(col * T - left, 0); c < Math.min(col * T - left + G, W); c++) {
              const cell = (map * H + r) * W + c;
              if (best < 0 || x[cell] > x[best]) best = cell;
            }
          this.winner[at] = best;
          y[at] = x[best];
        }
    return y;
  }
  backward(dy) {
    const dx = new Float64Array(this.length);
    for (let at = 0; at < dy.length; at++) dx[this.winner[at]] += dy[at];
    return dx;
  }
};
var Fc = class extends Layer {
  constructor({ shape, out, layer }) {
    super(shape, out);
    this.weight = this.param("weight", [out[0], this.inSize], this.inSize);
    this.macs = this.inSize * this.outSize;
    if (layer.values.bias) this.bias = this.param("bias", [out[0]]);
  }
  forward(x, N) {
    const { inSize: D, outSize: K, bias } = this;
    const w = this.weight.value;
    const y = new Float64Array(N * K);
    for (let n = 0; n < N; n++)
      for (let k = 0; k < K; k++) {
        let sum = bias ? bias.value[k] : 0;
        for (let d = 0; d < D; d++) sum += w[k * D + d] * x[n * D + d];
        y[n * K + k] = sum;
      }
    Object.assign(this, { x, N });
    return y;
  }
  backward(dy, isFirst) {
    const { x, N, inSize: D, outSize: K, bias } = this;
    const { value: w, grad: dw } = this.weight;
    const dx = isFirst ? null : new Float64Array(x.length);
    dw.fill(0);
    bias?.grad.fill(0);
    for (let n = 0; n < N; n++)
      for (let k = 0; k < K; k++) {
        const slope = dy[n * K + k];
        if (bias) bias.grad[k] += slope;
        for (let d = 0; d < D; d++) dw[k * D + d] += slope * x[n * D + d];
        if (dx) for (let d = 0; d < D; d++) dx[n * D + d] += slope * w[k * D + d];
      }
    return dx;
  }
};
var Flatten = class extends Layer {
  constructor({ shape, out }) {
    super(shape, out);
  }
  forward(x) {
    return x;
  }
  backward(dy) {
    return dy;
  }
};
var LAYERS = { CONV: Conv, RELU: Relu, POOL: Pool, FC: Fc, FLATTEN: Flatten };

// js/training_theatre/net.js
var MOST2 = 2e4;
var MOST_MACS = 1e5;
var Net = class {
  // `spec` is the layers as text. An error for a text that is no net, or has a layer that the page can't train.
  constructor(spec, inShape) {
    const { rows, error } = readSpec(`INPUT(${inShape.join(",")}) -> ${spec}`);
    if (error) throw new Error(error.reason);
    this.inShape = inShape;
    this.layers = rows.map((row, n) => {
      const { word } = row.layer;
      if (!LAYERS[word]) throw new Error(`${word} doesn’t train on the page; ${Object.keys(LAYERS).join(", ")} do.`);
      return Object.assign(new LAYERS[word](row), { word, name: `${n}` });
    });
    this.params = this.layers.flatMap(
      (layer) => layer.params.map((param) => Object.assign(param, { layer, name: `${layer.name}.${param.name}` }))
    );
    this.classes = this.layers.at(-1).outSize;
  }
  // An error for a net that no page trains smoothly, or whose scores are not those of ten digits.
  check() {
    const count = this.params.reduce((sum, { value }) => sum + value.length, 0);
    const macs = this.layers.reduce((sum, layer) => sum + layer.macs, 0);
    if (!count) throw new Error("This net has nothing to learn: give it at least an FC(10).");
    if (count > MOST2)
      throw new Error(`This net has ${grouped(count)} parameters; up to ${grouped(MOST2)} train smoothly.`);
    if (macs > MOST_MACS)
      throw new Error(
        `This net takes ${grouped(macs)} multiply-adds for an image; up to ${grouped(MOST_MACS)} train smoothly.`
      );
    if (String(this.layers.at(-1).outShape) !== "10")
      throw new Error("The last layer gives a score for each of ten digits: end with FC(10).");
  }
  // New weights, as He and others draw them: variance 2 over the inputs of a neuron. Biases are 0.
  init(seed) {
    const dice = new Dice(seed);
    for (const { value, fanIn } of this.params) {
      const scale = fanIn ? Math.sqrt(2 / fanIn) : 0;
      for (let at = 0; at < value.length; at++) value[at] = scale && scale * dice.normal();
    }
  }
  isSound() {
    return this.params.every(({ value }) => value.every(Number.isFinite));
  }
  // The scores of N examples; `seen` is told what each layer makes of them.
  forward(x, N, seen) {
    let y = x;
    for (const layer of this.layers) {
      y = layer.forward(y, N);
      seen?.(layer, y);
    }
    return y;
  }
  // From the gradients of the scores to those of all parameters, which lie in their `grad`.
  backward(dscores) {
    let dy = dscores;
    for (let n = this.layers.length - 1; n >= 0 && dy; n--) dy = this.layers[n].backward(dy, n === this.first());
  }
  // The lowest layer that learns: what lies below needs no gradient.
  first() {
    return this.layers.findIndex(({ params }) => params.length);
  }
};
function softmaxLoss(scores, labels) {
  const N = labels.length;
  const K = scores.length / N;
  const dscores = new Float64Array(scores.length);
  const guesses = [];
  let loss = 0;
  for (let n = 0; n < N; n++) {
    const row = scores.subarray(n * K, (n + 1) * K);
    const top = Math.max(...row);
    const exps = row.map((score) => Math.exp(score - top));
    const sum = exps.reduce((all, one) => all + one, 0);
    for (let k = 0; k < K; k++) dscores[n * K + k] = (exps[k] / sum - (k === labels[n] ? 1 : 0)) / N;
    loss -= (row[labels[n]] - top - Math.log(sum)) / N;
    guesses.push(guessOf(row));
  }
  const right = guesses.filter((guess, n) => guess === labels[n]).length / N;
  return { loss, dscores, guesses, right };
}
var guessOf = (row) => row.every(Number.isFinite) ? row.indexOf(Math.max(...row)) : -1;
function step(params, rate, momentum) {
  for (const param of params) {
    const { value, grad } = param;
    param.velocity ?? (param.velocity = new Float64Array(value.length));
    const { velocity } = param;
    for (let at = 0; at < value.length; at++) {
      velocity[at] = momentum * velocity[at] + grad[at];
      value[at] -= rate * velocity[at];
    }
  }
}

// js/training_theatre/run.js
var SAMPLE = 200;
var EVERY = 5;
var POINTS = 400;
var MAPS = 16;
var LAYERS2 = 8;
var CURVES = ["steps", "loss", "held_loss", "accuracy", "held_accuracy"];
var MOMENTUM = 0.9;
var TOO_HIGH = 100;
var Run = class {
  // From a widget's state: the digits, and spec, seed, breakage.
  constructor(s) {
    this.data = pageData(s.digits, s);
    this.net = new Net(s.spec, SHAPE);
    this.net.check();
    if (s.breakage !== "zeros") this.net.init(3 * s.seed + WEIGHTS);
    this.dice = new Dice(3 * s.seed + ORDER);
    this.queue = new Int32Array(0);
    this.steps = 0;
    this.every = EVERY;
    this.sound = true;
    this.curves = Object.fromEntries(CURVES.map((name) => [name, []]));
    this.due = ["train", "held"];
    while (this.due.length) this.measure();
  }
  // Train on one more batch, with the rate, batch and optimiser of a state, and measure what is due. Returns whether all
  // weights are still numbers.
  step(s) {
    do
      this.work(s);
    while (this.due.length);
    return this.sound;
  }
  // The least that can be done without a break: one batch, or one of two measurements.
  work(s) {
    if (this.due.length) this.measure();
    else this.train(s);
  }
  train({ rate, batch, optimizer, breakage }) {
    const { size, train, trainLabels } = this.data;
    const some = this.nextBatch(batch);
    const x = new Float64Array(some.length * size);
    some.forEach((which, n) => x.set(train.subarray(which * size, (which + 1) * size), n * size));
    const labels = some.map((which) => trainLabels[which]);
    this.net.backward(softmaxLoss(this.net.forward(x, some.length), labels).dscores);
    this.rate = breakage === "rate" ? TOO_HIGH * rate : rate;
    step(this.net.params, this.rate, optimizer === "momentum" ? MOMENTUM : 0);
    this.steps++;
    this.sound = this.net.isSound();
    if (this.steps % this.every === 0 || !this.sound) this.due = ["train", "held"];
  }
  // The numbers of the next images: all in turn, in another order each time round.
  nextBatch(size) {
    const count = this.data.trainLabels.length;
    if (this.queue.length < Math.min(size, count)) this.queue = this.dice.order(count);
    const batch = this.queue.subarray(0, size);
    this.queue = this.queue.subarray(size);
    return batch;
  }
  // Measure loss and share of right guesses, first of images to train on, then of those held out: a point of the curves.
  measure() {
    const { train, trainLabels, held, heldLabels } = this.data;
    if (this.due.shift() === "train") {
      this.ofTrain = this.score(train, trainLabels);
      return;
    }
    const ofHeld = this.score(held, heldLabels);
    const values = [this.steps, this.ofTrain.loss, ofHeld.loss, this.ofTrain.right, ofHeld.right];
    CURVES.forEach((name, n) => this.curves[name].push(values[n]));
    if (this.curves.steps.length <= POINTS) return;
    for (const name of CURVES) this.curves[name] = this.curves[name].filter((_, n) => n % 2 === 0);
    this.every *= 2;
  }
  score(images, labels) {
    const some = labels.subarray(0, SAMPLE);
    const scores = this.net.forward(images.subarray(0, some.length * this.data.size), some.length);
    const { loss, right } = softmaxLoss(scores, some);
    return { loss: finite(loss), right };
  }
  // What there is to see now; `chosen` is the image on the wall that is looked into.
  frame(chosen = 0) {
    const { size, held, heldLabels } = this.data;
    const count = Math.min(WALL, heldLabels.length);
    const scores = this.net.forward(held.subarray(0, count * size), count);
    const classes = scores.length / count;
    return {
      step: this.steps,
      sound: this.sound,
      classes: this.net.classes,
      curves: this.curves,
      filters: this.filters(),
      gradients: this.gradients(),
      guesses: Array.from({ length: count }, (_, n) => guessOf(scores.subarray(n * classes, (n + 1) * classes))),
      inside: this.inside(Math.min(chosen, count - 1))
    };
  }
  filters() {
    const { value, shape, layer } = this.net.params[0];
    const size = layer.word === "FC" ? layer.inShape : layer.filterShape;
    if (size.length !== 3) return null;
    const some = Math.min(shape[0], MAPS);
    return picture(value.subarray(0, some * value.length / shape[0]), [some, ...size]);
  }
  gradients() {
    const weights = this.net.params.filter(({ shape }) => shape.length > 1);
    const words = weights.map(({ layer }) => layer.word);
    const rows = weights.map(({ grad, value, velocity }, n) => ({
      name: ordinal(words, n),
      gradient: rms(grad),
      weights: rms(value),
      update: velocity ? finite(this.rate * rms(velocity)) : 0
    }));
    return rows.slice(0, LAYERS2);
  }
  // What the net makes of a held-out image: the maps of its layers, and the share of each class.
  inside(which) {
    const { size, held } = this.data;
    const maps = [];
    const { layers } = this.net;
    const scores = this.net.forward(held.subarray(which * size, (which + 1) * size), 1, (layer, y) => {
      const following = layers[layers.indexOf(layer) + 1];
      if (layer.outShape.length < 3 || layer.word === "CONV" && following?.word === "RELU") return;
      const [D, ...sides] = layer.outShape;
      const some = Math.min(D, MAPS);
      maps.push({ name: layer.word, ...picture(y.subarray(0, some * y.length / D), [some, ...sides]) });
    });
    const top = Math.max(...scores);
    const exps = scores.map((score) => Math.exp(score - top));
    const sum = exps.reduce((all, one) => all + one, 0);
    return { maps: maps.slice(0, LAYERS2), shares: Array.from(exps, (one) => finite(one / sum)) };
  }
};
var ordinal = (words, n) => {
  const count = words.filter((word) => word === words[n]).length;
  return count === 1 ? words[n] : `${words[n]} ${words.slice(0, n + 1).filter((word) => word === words[n]).length}`;
};
function picture(values, shape) {
  const most = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const level = (value) => Math.min(Math.max(Math.floor(value / most * 127 + 128.5), 1), 255) || 1;
  const flat = !(most > 0 && most < Infinity);
  return { shape, most: finite(most), levels: Uint8Array.from(values, (value) => flat ? 128 : level(value)) };
}
var rms = (values) => finite(Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length));
var finite = (value) => Number.isFinite(value) ? value : null;

// js/training_theatre/messages.js
var BROKEN = {
  rate: `the rate is ${TOO_HIGH} times as high`,
  zeros: "all weights begin at 0",
  labels: "the labels to train on are shuffled",
  inputs: "pixels from 0 to 255 go in as they are"
};
var BLIND = 0.2;
var HEART = 0.5;
var LEARNT = 0.9;
var PATIENCE = 200;
var join = (...parts) => parts.filter(Boolean).join(" ");
var lossText = (loss) => loss === null ? "NaN" : loss < 1e6 ? number(loss) : "over a million";
var percent = (share2) => `${Math.floor(100 * share2 + 0.5)}%`;
var describe = (s, frame) => join(settingsMessage(s), statusMessage(frame), remark(s, frame));
function settingsMessage(s) {
  if (s.mode === "record") return recordMessage(s.record);
  if (s.mode === "kernel") return s.about;
  const images = s.digits.labels.length - s.digits.train;
  const begin = `A net, ${s.spec}, learns ${s.digits.train} handwritten digits of 8×8 pixels; ${images} are held out.`;
  const how = `${s.optimizer === "SGD" ? "SGD" : "SGD with momentum"}, rate ${number(s.rate)}, batch ${s.batch}, seed ${s.seed}.`;
  return join(begin, how, s.breakage ? `Broken on purpose: ${BROKEN[s.breakage]}.` : "");
}
var recordMessage = ({ about, command, seed, machine }) => join(`A recorded run. ${about}`, command && `Made by “${command}”, seed ${seed}, on ${machine}.`);
var lastOf = ({ curves }) => Object.fromEntries(Object.entries(curves).map(([name, all]) => [name, all.at(-1)]));
function statusOf(frame) {
  const { loss, accuracy, held_accuracy: held } = lastOf(frame);
  const [first] = frame.gradients;
  const blind = Math.log(frame.classes);
  if (!frame.sound) return "nan";
  if (frame.step === 0) return "start";
  if (first.weights === 0) return "zeros";
  if (first.gradient === 0 && held <= BLIND) return "dead";
  if (accuracy >= HEART && held <= BLIND) return "heart";
  if (held >= LEARNT) return "learnt";
  if (loss > 2 * blind) return "high";
  return frame.step >= PATIENCE && accuracy <= BLIND ? "stuck" : "learning";
}
function statusMessage(frame) {
  const { loss, held_loss: heldLoss, accuracy, held_accuracy: held } = lastOf(frame);
  const classes = frame.classes;
  const steps = `Step ${grouped(frame.step)}`;
  const right = `of the images to train on ${percent(accuracy)} are guessed right, of those held out ${percent(held)}`;
  if (!frame.sound) return `${steps}: the loss is no number any more (NaN), and no image is guessed.`;
  if (loss === null || heldLoss === null) return `${steps}: ${right}. The loss is too large for a number.`;
  const losses = `The loss is ${lossText(loss)} and ${lossText(heldLoss)}`;
  const blind = `who guesses blindly has ln ${classes}, ${number(Math.log(classes))}`;
  return frame.step ? `${steps}: ${right}. ${losses}.` : `${steps}: ${right}. ${losses}; ${blind}.`;
}
function remark(s, frame) {
  const status = statusOf(frame);
  const broken = s.mode === "page" ? s.breakage : "";
  if (status === "nan")
    return join(
      "The steps were too long: each jumped over the valley to where it is steeper, so the next was longer still, until the weights were no numbers any more. Nothing can be learnt from here: start again with a lower rate.",
      broken === "inputs" ? "Inputs a hundred times as large make such gradients." : ""
    );
  if (status === "start") return "";
  if (status === "zeros")
    return "The weights are all 0 still: every neuron gives 0, so no gradient reaches a weight, and all neurons of a layer are the same. Only the biases of the last layer move. Small random numbers break the tie.";
  if (status === "dead")
    return join(
      broken === "inputs" ? "Inputs from 0 to 255 gave scores in the hundreds, and first steps as large." : "A step was far too long.",
      "Now all ReLUs of a layer give 0 for every image, and what gives 0 passes no gradient on: the layers below get none and will not wake up. Start again."
    );
  if (status === "heart")
    return "The images to train on are learnt by heart, one by one, and those held out are guessed blindly. A low training loss alone says nothing.";
  if (broken === "labels")
    return "There is no rule to find in shuffled labels. Let it run fast for some thousand steps: what is left is to learn each image by heart.";
  if (broken === "zeros")
    return "It learns from zeros all the same: of one layer alone, the gradient needs only the inputs. With a layer above, zeros are a trap.";
  if (broken === "rate")
    return join(
      "Each step jumps over the valley: look how the loss jumps.",
      status === "high" ? "It is far above that of blind guessing." : "This net has not broken yet."
    );
  if (broken === "inputs")
    return `The loss began at ${lossText(frame.curves.loss[0])}, since inputs a hundred times as large make such scores and such steps: the curves jump.`;
  if (status === "high") return "The loss is far above that of blind guessing: the rate is too high.";
  if (status === "stuck") return "Next to nothing is learnt. Is the rate too low, or was it too high before?";
  return "";
}
var withArticle = (article, name) => `${article}${/^([aeio]|8)/.test(name) ? "n" : ""} ${name}`;
function guessMessage({ labels, classes }, { guesses }, n, shares = null) {
  const guess = guesses[n];
  const share2 = shares?.[guess];
  const begin = withArticle("A", classes[labels[n]]);
  if (guess === -1) return `${begin}; no guess.`;
  const sure = share2 === void 0 || share2 === null ? "" : `, at ${percent(share2)}`;
  return guess === labels[n] ? `${begin}, guessed right${sure}.` : `${begin}, taken for ${withArticle("a", classes[guess])}${sure}.`;
}
function wallMessage({ labels }, { guesses }) {
  const wrong = labels.filter((label, n) => guesses[n] !== label).length;
  return `${plural(labels.length, "held-out image")}, ${wrong || "none"} guessed wrong`;
}

// js/training_theatre/charts.js
var HIGH = 172;
var EDGE = { left: 42, right: 12, top: 10, bottom: 24 };
var LEAST_STEPS = 60;
var MOST_LOSS = 8;
var Chart = class {
  // key: "loss" or "accuracy", whose curve for held-out images is called held_KEY.
  constructor(key2, title) {
    Object.assign(this, { key: key2, wide: 340 });
    this.grid = svg("g", { class: "cs-th-grid" });
    this.blind = svg("path", { class: "cs-th-blind" });
    this.train = svg("path", { class: "cs-th-train" });
    this.held = svg("path", { class: "cs-th-held" });
    this.labels = svg("g", { class: "cs-th-labels" });
    this.drawing = svg("svg", { "aria-hidden": "true" }, this.grid, this.blind, this.held, this.train, this.labels);
    this.values = h("span", { class: "cs-th-values" });
    this.node = h("div", { class: "cs-th-chart" }, h("p", {}, h("b", {}, title), this.values), this.drawing);
  }
  show(frame) {
    this.frame = frame;
    const { curves, classes } = frame;
    const isLoss = this.key === "loss";
    const train = curves[this.key];
    const held = curves[`held_${this.key}`];
    const blind = isLoss ? Math.log(classes) : 1 / classes;
    const seen = [...train, ...held].filter((value) => value !== null && value <= MOST_LOSS);
    this.top = isLoss ? Math.max(3, Math.ceil(Math.max(...seen, 1.2 * blind))) : 1;
    this.beyond = [...train, ...held].some((value) => value > this.top);
    this.last = frame.until || Math.max(LEAST_STEPS, curves.steps.at(-1));
    this.drawing.setAttribute("viewBox", `0 0 ${this.wide} ${HIGH}`);
    this.drawing.setAttribute("width", this.wide);
    this.drawing.setAttribute("height", HIGH);
    this.drawGrid(isLoss);
    const level = this.y(blind).toFixed(1);
    this.blind.setAttribute("d", `M${EDGE.left} ${level}H${this.wide - EDGE.right}`);
    this.train.setAttribute("d", this.line(curves.steps, train));
    this.held.setAttribute("d", this.line(curves.steps, held));
    const write = isLoss ? lossText : (value) => `${Math.round(100 * value)}%`;
    say(this.values, `training ${write(train.at(-1))}, held out ${write(held.at(-1))}`);
  }
  drawGrid(isLoss) {
    const levels = isLoss ? [0, this.top / 2, this.top] : [0, 0.5, 1];
    const steps = [0, this.last / 2, this.last].map(Math.round);
    const key2 = `${levels} ${steps} ${this.wide} ${this.beyond}`;
    if (key2 === this.drawn) return;
    this.drawn = key2;
    const across = levels.map(
      (value) => svg("path", { d: `M${EDGE.left} ${this.y(value)}H${this.wide - EDGE.right}` })
    );
    const label = (value) => `${this.beyond && value === this.top ? "≥ " : ""}${number(value)}`;
    const down = levels.map(
      (value) => svg(
        "text",
        { x: EDGE.left - 6, y: this.y(value) + 4, "text-anchor": "end" },
        isLoss ? label(value) : `${100 * value}%`
      )
    );
    const along = steps.map(
      (step2, n) => svg(
        "text",
        { x: this.x(step2), y: HIGH - 7, "text-anchor": ["start", "middle", "end"][n] },
        n === 2 ? `${grouped(step2)} steps` : grouped(step2)
      )
    );
    this.grid.replaceChildren(...across, ...down, ...along);
  }
  x(step2) {
    return EDGE.left + step2 / this.last * (this.wide - EDGE.left - EDGE.right);
  }
  y(value) {
    return EDGE.top + (1 - Math.min(value / this.top, 1)) * (HIGH - EDGE.top - EDGE.bottom);
  }
  // A value that is no number leaves a gap.
  line(steps, values) {
    let pen = "M";
    return steps.map((step2, n) => {
      if (values[n] === null) {
        pen = "M";
        return "";
      }
      const point = `${pen}${this.x(step2).toFixed(1)} ${this.y(values[n]).toFixed(1)}`;
      pen = "L";
      return point;
    }).join("");
  }
  fit(wide) {
    if (wide === this.wide) return;
    this.wide = wide;
    if (this.frame) this.show(this.frame);
  }
};

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
  const step2 = (by) => () => set(Number(field.value) + by * pace);
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
  const button2 = (text, by, label2) => h(
    "button",
    { type: "button", class: "cs-knob-button", tabindex: "-1", "aria-label": `${name}: ${label2}`, onclick: step2(by) },
    text
  );
  const less = button2("−", -1, "one less");
  const more = button2("+", 1, "one more");
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

// js/shared/player.js
var PLAY = "M4 2.5v11l9-5.5z";
var PAUSE = "M4 2.5h3v11H4zM9 2.5h3v11H9z";
var NEXT = "M4 2.5v11L10.5 8zM10.9 2.5h1.6v11h-1.6z";

// js/training_theatre/controls.js
var RATES = [-5, -4, -3, -2, -1, 0, 1].flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
RATES.push(100);
var PACES = [
  ["slow", "slow"],
  ["steady", "steady"],
  ["fast", "fast"]
];
var OPTIMIZERS = [
  ["SGD", "SGD"],
  ["momentum", "momentum"]
];
var BATCHES = [8, 32, 128].map((size) => [String(size), String(size)]);
var BREAKAGES = [
  ["rate", `Rate × ${TOO_HIGH}`],
  ["zeros", "Weights all 0"],
  ["labels", "Labels shuffled"],
  ["inputs", "Pixels as they are"]
];
var button = (text, path, act, name = "") => h(
  "button",
  { type: "button", class: `cs-button ${name}`, onclick: act },
  path ? icon(path) : null,
  h("span", {}, text)
);
var Rate = class {
  constructor(change) {
    const id = unique("rate");
    this.field = h("input", {
      id,
      type: "range",
      min: 0,
      max: RATES.length - 1,
      step: 1,
      class: "cs-th-slider",
      oninput: () => change(RATES[Number(this.field.value)])
    });
    this.value = h("output", { for: id });
    this.node = h("div", { class: "cs-th-rate" }, h("label", { for: id }, "Rate"), this.field, this.value);
  }
  show(rate, breakage) {
    const near = RATES.reduce(
      (best, one, n) => Math.abs(Math.log(one / rate)) < Math.abs(Math.log(RATES[best] / rate)) ? n : best,
      0
    );
    if (Number(this.field.value) !== near) this.field.value = near;
    const words = breakage === "rate" ? `${number(rate)} × ${TOO_HIGH} = ${number(Number((rate * TOO_HIGH).toPrecision(3)))}` : number(rate);
    this.field.setAttribute("aria-valuetext", words);
    say(this.value, words);
  }
};
var Scrubber = class {
  constructor(go) {
    const id = unique("step");
    this.field = h("input", {
      id,
      type: "range",
      min: 0,
      step: 1,
      class: "cs-th-slider",
      oninput: () => go(Number(this.field.value))
    });
    this.value = h("output", { for: id });
    this.node = h(
      "div",
      { class: "cs-th-rate cs-th-scrubber" },
      h("label", { for: id }, "Step"),
      this.field,
      this.value
    );
  }
  show(frames, at) {
    this.field.max = frames.length - 1;
    if (Number(this.field.value) !== at) this.field.value = at;
    const words = grouped(frames[at].step);
    this.field.setAttribute("aria-valuetext", `step ${words}`);
    say(this.value, words);
  }
};
var Controls = class {
  // on: { toggle(), step(), reset(), change({ trait: value }), go(at) }
  constructor(on, presets) {
    const change = (name) => (value) => on.change({ [name]: value });
    this.play = button("Play", PLAY, on.toggle, "cs-play");
    this.stepper = button("Step", NEXT, on.step);
    this.reset = button("Start again", null, on.reset);
    this.pace = makeChoice("Pace", PACES, change("pace"));
    const nets = Object.entries(presets).map(([name, spec]) => [spec, name]);
    this.net = makeChoice("Net", nets, change("spec"));
    this.spec = h("code", { class: "cs-th-spec" });
    this.rate = new Rate(change("rate"));
    this.optimizer = makeChoice("Optimiser", OPTIMIZERS, change("optimizer"));
    this.batch = makeChoice("Batch", BATCHES, (size) => on.change({ batch: Number(size) }));
    this.seed = knob(["seed", "seed", 0, 999, "s"], (_, seed2) => on.change({ seed: seed2 }));
    this.scrubber = new Scrubber(on.go);
    this.breakers = BREAKAGES.map(
      ([name, text]) => Object.assign(
        button(text, null, () => on.change({ breakage: this.breakage === name ? "" : name })),
        { breakage: name }
      )
    );
    const group = (label, ...parts) => h("div", { class: "cs-th-group" }, h("span", { class: "cs-th-label" }, label), parts);
    this.groups = {
      net: group("Net", this.net.node),
      rate: this.rate.node,
      optimizer: group("by", this.optimizer.node),
      batch: group("batch", this.batch.node),
      pace: group("Pace", this.pace.node),
      seed: h("div", { class: "cs-th-seed" }, this.seed.node)
    };
    this.breaking = h(
      "div",
      { class: "cs-th-breaking", role: "group", "aria-label": "Break it on purpose" },
      h("span", { class: "cs-th-label" }, "Break it on purpose"),
      this.breakers
    );
    const { net, rate, optimizer, batch, pace, seed } = this.groups;
    this.node = h(
      "div",
      { class: "cs-th-controls" },
      h(
        "div",
        { class: "cs-th-line cs-th-player" },
        this.play,
        this.stepper,
        this.reset,
        pace,
        seed,
        this.scrubber.node
      ),
      h("div", { class: "cs-th-line cs-th-net" }, net, this.spec),
      h("div", { class: "cs-th-line" }, rate, optimizer, batch),
      this.breaking
    );
  }
  // `has` tells whether the reader may change a setting.
  show(s, { playing, over }, has) {
    const onPage = s.mode === "page";
    const hidden = {
      net: !onPage,
      optimizer: !onPage,
      seed: !onPage,
      pace: !onPage,
      rate: s.mode === "record",
      batch: !onPage
    };
    for (const [name, node] of Object.entries(this.groups)) node.hidden = hidden[name] || !has(name);
    this.spec.hidden = !onPage;
    this.breaking.hidden = !onPage || !has("breakage");
    this.scrubber.node.hidden = s.mode !== "record";
    this.showPlaying(playing, over);
    this.pace.show(s.pace);
    this.net.show(s.spec);
    say(this.spec, s.spec);
    this.rate.show(s.rate, s.breakage);
    this.optimizer.show(s.optimizer);
    this.batch.show(String(s.batch));
    this.seed.show(s.seed);
    this.breakage = s.breakage;
    for (const one of this.breakers) one.setAttribute("aria-pressed", String(one.breakage === s.breakage));
    if (s.mode === "record") this.scrubber.show(s.record.frames, Math.min(s.at, s.record.frames.length - 1));
  }
  showPlaying(playing, over) {
    const name = playing ? "Pause" : "Play";
    if (this.play.textContent !== name) this.play.replaceChildren(icon(playing ? PAUSE : PLAY), h("span", {}, name));
    for (const one of [this.play, this.stepper]) one.setAttribute("aria-disabled", String(over));
  }
};

// js/training_theatre/pictures.js
var Strip = class {
  // Where zero is grey, as in filters; else it is black, as long as no number is below it.
  constructor(name, greyZero = false) {
    this.greyZero = greyZero;
    this.node = h("div", { class: `cs-th-strip cs-th-${name}` });
  }
  // `levels` from 1 to 255, 128 for 0, of `shape` [count, H, W] or [count, D, H, W]: three of them are red, green, blue.
  show({ shape, levels }) {
    const [count, ...rest] = shape;
    const [H, W] = rest.slice(-2);
    const depth = rest.length === 3 ? rest[0] : 1;
    while (this.node.childElementCount > count) this.node.lastChild.remove();
    while (this.node.childElementCount < count) this.node.append(h("canvas", { "aria-hidden": "true" }));
    const positive = !this.greyZero && levels.every((level) => level >= 128);
    const shade = positive ? (level) => 2 * (level - 128) : (level) => level;
    const size = depth * H * W;
    [...this.node.children].forEach(
      (canvas, n) => paint(canvas, levels.subarray(n * size, (n + 1) * size), [depth, H, W], shade)
    );
  }
};
function paint(canvas, values, [D, H, W], shade = (value) => value) {
  if (canvas.width !== W || canvas.height !== H) Object.assign(canvas, { width: W, height: H });
  const context = canvas.getContext("2d");
  const image = context.createImageData(W, H);
  for (let at = 0; at < H * W; at++) {
    for (let c = 0; c < 3; c++) image.data[4 * at + c] = shade(values[(D === 3 ? c : 0) * H * W + at]);
    image.data[4 * at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

// js/training_theatre/inside.js
var LOWEST = -6;
var HIGHEST = 1;
var Inside = class {
  constructor() {
    this.filterTitle = h("p", { class: "cs-th-title" });
    this.filters = new Strip("filters", true);
    this.gradientTitle = h("p", { class: "cs-th-title" }, "Gradients, and steps in % of the weights");
    this.gradients = h("ul", { class: "cs-th-gradients" });
    this.imageTitle = h("p", { class: "cs-th-title" });
    this.image = h("canvas", { class: "cs-th-big", "aria-hidden": "true" });
    this.maps = h("div", { class: "cs-th-maps" });
    this.shares = h("ul", { class: "cs-th-shares" });
    this.look = h(
      "div",
      { class: "cs-th-look" },
      this.imageTitle,
      h("div", { class: "cs-th-path" }, this.image, this.maps),
      this.shares
    );
    this.rest = h(
      "div",
      { class: "cs-th-learnt" },
      this.filterTitle,
      this.filters.node,
      this.gradientTitle,
      this.gradients
    );
    this.strips = [];
  }
  show(frame, wall, chosen) {
    this.showFilters(frame);
    this.showGradients(frame.gradients);
    this.showImage(frame, wall, chosen);
  }
  showFilters({ filters }) {
    this.filterTitle.hidden = this.filters.node.hidden = !filters;
    if (!filters) return;
    const size = filters.shape.slice(-2).reverse().join("×");
    say(this.filterTitle, `${filters.shape[0]} filters of the first layer, ${size}`);
    this.filters.show(filters);
  }
  // On a scale of powers of ten, and by how much of its weights a step has changed a layer.
  showGradients(rows) {
    while (this.gradients.childElementCount > rows.length) this.gradients.lastChild.remove();
    while (this.gradients.childElementCount < rows.length)
      this.gradients.append(makeBar(h("span", { class: "cs-th-words" })));
    rows.forEach(({ name, gradient, weights, update }, n) => {
      const [title, bar, words, step2] = this.gradients.children[n].children;
      say(title, name);
      const power = gradient ? Math.log10(gradient) : LOWEST;
      const reach = gradient === null ? 1 : Math.min(Math.max((power - LOWEST) / (HIGHEST - LOWEST), 0), 1);
      bar.firstChild.style.width = `${(100 * reach).toFixed(1)}%`;
      say(words, gradient === null ? "NaN" : number(Number(gradient.toPrecision(2))));
      say(step2, weights && update !== null ? share(update / weights) : "–");
    });
  }
  showImage(frame, wall, chosen) {
    const [, ...shape] = wall.shape;
    const size = shape.reduce((all, one) => all * one, 1);
    const pixels = typeof wall.pixels === "string" ? bytes(wall.pixels) : wall.pixels;
    const three = shape.length === 3 ? shape : [1, ...shape];
    paint(this.image, pixels.subarray(chosen * size, (chosen + 1) * size), three);
    say(this.imageTitle, guessMessage(wall, frame, chosen, frame.inside?.shares));
    this.maps.hidden = this.shares.hidden = !frame.inside;
    if (!frame.inside) return;
    const { maps, shares } = frame.inside;
    while (this.strips.length > maps.length) this.strips.pop().row.remove();
    while (this.strips.length < maps.length) this.strips.push(this.makeStrip());
    maps.forEach((map, n) => {
      const { title, strip } = this.strips[n];
      const [count, ...sides] = map.shape;
      say(title, `${map.name} ${[...sides].reverse().join("×")}×${count}`);
      strip.show(map);
    });
    this.showShares(shares, wall, wall.labels[chosen]);
  }
  makeStrip() {
    const title = h("span", { class: "cs-th-name" });
    const strip = new Strip("map");
    const row = h("div", { class: "cs-th-map-row" }, title, strip.node);
    this.maps.append(row);
    return { title, strip, row };
  }
  showShares(shares, { classes }, label) {
    while (this.shares.childElementCount > shares.length) this.shares.lastChild.remove();
    while (this.shares.childElementCount < shares.length) this.shares.append(makeBar());
    shares.forEach((share2, n) => {
      const [title, bar, words] = this.shares.children[n].children;
      this.shares.children[n].classList.toggle("cs-th-right", n === label);
      say(title, `${classes[n]}${n === label ? " ✓" : ""}`);
      bar.firstChild.style.width = `${(100 * (share2 ?? 0)).toFixed(1)}%`;
      say(words, share2 === null ? "–" : `${Math.round(100 * share2)}%`);
    });
  }
};
var share = (part) => {
  if (part > 0 && part < 1e-5) return "< 0.001%";
  return `${number(Number((100 * part).toPrecision(2)))}%`;
};
var makeBar = (more = null) => h(
  "li",
  {},
  h("span", { class: "cs-th-name" }),
  h("span", { class: "cs-th-bar-room", "aria-hidden": "true" }, h("i", {})),
  h("span", { class: "cs-th-words" }),
  more
);

// js/training_theatre/live.js
var SLICE = 8;
var PACES2 = { slow: 4, steady: 30, fast: Infinity };
var SHOWN = 100;
var CALM = 700;
var ANSWER = 4e3;
var SCRUB = 350;
var LIMIT = 5e4;
var OnPage = class {
  constructor(read, show) {
    Object.assign(this, { read, show, playing: false });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.reset();
  }
  get over() {
    return !this.run.sound || this.run.steps >= LIMIT;
  }
  reset() {
    this.run = new Run(this.read());
  }
  frame(chosen) {
    return this.run.frame(chosen);
  }
  play() {
    if (this.playing || this.over) return;
    this.playing = true;
    this.owed = 1;
    this.last = this.drawn = performance.now();
    this.next = requestAnimationFrame(() => this.slice());
  }
  pause() {
    cancelAnimationFrame(this.next);
    this.playing = false;
    this.finish();
  }
  step() {
    if (!this.over) this.run.step(this.read());
  }
  // No curve ends between two measurements.
  finish() {
    while (this.run.due.length) this.run.measure();
  }
  // What is done between two frames of the page: some steps, or a new picture of what they have done.
  slice() {
    const begun = performance.now();
    if (begun - this.drawn >= (this.calm.matches ? CALM : SHOWN)) {
      this.drawn = begun;
      this.show();
    } else this.work(begun);
    if (this.over && !this.run.due.length) {
      this.pause();
      this.show();
    } else this.next = requestAnimationFrame(() => this.slice());
  }
  work(begun) {
    const s = this.read();
    this.owed = Math.min(this.owed + (begun - this.last) / 1e3 * PACES2[s.pace], 1e3);
    this.last = begun;
    while (this.run.due.length || this.owed >= 1 && !this.over) {
      if (!this.run.due.length) this.owed--;
      this.run.work(s);
      if (performance.now() - begun > SLICE) break;
    }
  }
  destroy() {
    cancelAnimationFrame(this.next);
  }
};
var InKernel = class {
  // ask(what) sends a command; complain() is called when nobody has answered.
  constructor(read, ask, complain) {
    Object.assign(this, { read, ask, complain });
  }
  get playing() {
    return this.read().running;
  }
  get over() {
    return !this.read().frame.sound;
  }
  frame() {
    return decoded(this.read().frame);
  }
  play() {
    this.send("play");
  }
  pause() {
    this.send("pause");
  }
  step() {
    this.send("step");
  }
  reset() {
    this.send("reset");
  }
  send(what) {
    const n = this.ask(what);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.read().answered < n && this.complain(), ANSWER);
  }
  destroy() {
    clearTimeout(this.waiting);
  }
};
var Recorded = class {
  // go(at) moves to another frame of the record.
  constructor(read, go) {
    Object.assign(this, { read, go, timer: null });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
  }
  get frames() {
    return this.read().record.frames;
  }
  get at() {
    return Math.min(this.read().at, this.frames.length - 1);
  }
  get playing() {
    return this.timer !== null;
  }
  get over() {
    return false;
  }
  frame() {
    const frame = this.frames[this.at];
    const { curves } = this.read().record;
    const count = Math.max(curves.steps.filter((step2) => step2 <= frame.step).length, 1);
    const cut = Object.entries(curves).map(([name, values]) => [name, values.slice(0, count)]);
    return decoded({ ...frame, curves: Object.fromEntries(cut), inside: null, until: this.frames.at(-1).step });
  }
  play() {
    if (this.at === this.frames.length - 1) this.go(0);
    this.timer = setInterval(
      () => {
        if (this.at + 1 >= this.frames.length - 1) this.pause();
        this.go(Math.min(this.at + 1, this.frames.length - 1));
      },
      this.calm.matches ? 3 * SCRUB : SCRUB
    );
  }
  pause() {
    clearInterval(this.timer);
    this.timer = null;
  }
  step() {
    this.go(Math.min(this.at + 1, this.frames.length - 1));
  }
  reset() {
    this.go(0);
  }
  destroy() {
    this.pause();
  }
};
function decoded(frame) {
  const open = (one) => one && { ...one, levels: bytes(one.levels) };
  const inside = frame.inside && { ...frame.inside, maps: frame.inside.maps.map(open) };
  return { ...frame, filters: open(frame.filters), inside };
}

// js/shared/grid.js
var STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
function destination(event, at, sizes) {
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
var clamp = (value, count) => Math.min(Math.max(value, 0), count - 1);
var last = (sizes, slice) => [slice, sizes[slice][0] - 1, sizes[slice][1] - 1];
var Roving = class {
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
      this.slices.map((rows) => [rows.length, rows[0].length])
    );
    if (at) event.preventDefault();
    return at;
  }
};

// js/training_theatre/wall.js
var COLUMNS = 10;
var Wall = class {
  constructor(choose) {
    this.choose = choose;
    this.title = h("p", { class: "cs-th-title" });
    this.grid = h("div", { class: "cs-th-wall", role: "grid", "aria-label": "Held-out images" });
    this.grid.addEventListener("keydown", (event) => {
      const at = this.roving?.key(event);
      if (at && this.roving.cell(at)) this.pick(at, true);
    });
    this.key = h("p", { class: "cs-th-note" });
    this.node = h("div", { class: "cs-th-wall-part" }, this.title, this.grid, this.key);
  }
  // Build the wall anew for other images.
  build(wall) {
    this.wall = wall;
    const { classes, labels } = wall;
    this.columns = Math.min(classes.length, COLUMNS);
    const [count, ...shape] = wall.shape;
    const size = shape.reduce((all, one) => all * one, 1);
    const pixels = typeof wall.pixels === "string" ? bytes(wall.pixels) : wall.pixels;
    const [D, H, W] = shape.length === 3 ? shape : [1, ...shape];
    this.cells = Array.from({ length: count }, (_, n) => {
      const canvas = h("canvas", { "aria-hidden": "true" });
      paint(canvas, pixels.subarray(n * size, (n + 1) * size), [D, H, W]);
      const badge = h("span", { class: "cs-th-badge", "aria-hidden": "true" });
      const at = [0, Math.floor(n / this.columns), n % this.columns];
      const cell = h("div", { class: "cs-th-image", role: "gridcell", tabindex: "-1" }, canvas, badge);
      cell.addEventListener("click", () => this.pick(at, true));
      return Object.assign(cell, { badge });
    });
    const rows = [];
    for (let n = 0; n < count; n += this.columns) rows.push(this.cells.slice(n, n + this.columns));
    this.grid.style.setProperty("--columns", this.columns);
    this.grid.replaceChildren(...rows.map((row) => h("div", { class: "cs-th-row", role: "row" }, row)));
    this.short = classes.map((name) => name.length > 4 ? name.slice(0, 4) : name);
    this.frame = { guesses: labels.map(() => -1) };
    this.roving = new Roving([rows], (at) => guessMessage(this.wall, this.frame, this.numberOf(at)));
    this.sorted = classes.length <= COLUMNS && count >= classes.length;
  }
  numberOf([, row, column]) {
    return row * this.columns + column;
  }
  pick(at, focus) {
    this.roving.point(at, focus);
    this.choose(this.numberOf(at));
  }
  show(frame, chosen) {
    this.frame = frame;
    const { labels } = this.wall;
    this.cells.forEach((cell, n) => {
      const guess = frame.guesses[n];
      const right = guess === labels[n];
      cell.classList.toggle("cs-th-wrong", !right);
      cell.classList.toggle("cs-th-chosen", n === chosen);
      cell.setAttribute("aria-selected", String(n === chosen));
      say(cell.badge, right ? "" : guess === -1 ? "?" : this.short[guess]);
      if (cell.tabIndex !== 0) cell.setAttribute("aria-label", guessMessage(this.wall, frame, n));
    });
    this.roving.point([0, Math.floor(chosen / this.columns), chosen % this.columns]);
    say(this.title, wallMessage(this.wall, frame));
    const columns = this.sorted ? "Each column is one class." : "";
    const look = frame.inside ? "Choose an image to look into the net." : "";
    say(
      this.key,
      [columns, "A frame marks a wrong guess, its label says what was guessed.", look].filter(Boolean).join(" ")
    );
  }
};

// js/training_theatre/index.js
var SETTINGS = ["mode", "spec", "rate", "optimizer", "batch", "seed", "breakage", "pace", "chosen", "at"];
var SENT = ["digits", "record", "about", "wall", "frame", "running", "command", "answered", "problem", "reached"];
var ANEW = ["spec", "seed", "breakage", "digits"];
var SILENT = "The kernel doesn’t answer. It is busy with a cell, or it is not the one any more that has this net: then run the cell again.";
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, [...SETTINGS, ...SENT, "presets", "knobs"], (s2) => describe(s2, this.frame));
    const s = this.read();
    const read = () => this.read();
    this.driver = {
      page: () => new OnPage(read, () => this.showRun()),
      kernel: () => new InKernel(
        read,
        (what) => this.ask(what),
        () => this.complain(SILENT)
      ),
      record: () => new Recorded(read, (at) => this.change({ at }))
    }[s.mode]();
    this.shown = s;
    this.build(s);
    this.update();
    this.follow();
  }
  build(s) {
    this.controls = new Controls(
      {
        toggle: () => this.toggle(),
        step: () => this.act(() => this.driver.step()),
        reset: () => this.restart(),
        change: (values) => this.change(values),
        go: (at) => this.act(() => this.change({ at }))
      },
      s.presets
    );
    this.loss = new Chart("loss", "Loss");
    this.accuracy = new Chart("accuracy", "Guessed right");
    this.inside = new Inside();
    this.wall = new Wall((chosen) => this.change({ chosen }));
    Object.assign(this, {
      about: h("p", { class: "cs-th-about" }),
      sentence: h("p", { class: "cs-sentence" }),
      remark: h("p", { class: "cs-th-remark" }),
      problem: h("p", { class: "cs-th-problem", hidden: true })
    });
    this.picture = { fit: (wide) => this.fitCharts(wide) };
    this.size = true;
    this.open(
      "theatre",
      "Training theatre",
      this.controls.node,
      h("div", { class: "cs-th-said" }, this.about, this.sentence, this.problem, this.remark),
      h("div", { class: "cs-th-charts" }, this.loss.node, this.accuracy.node),
      h(
        "p",
        { class: "cs-th-legend" },
        key("cs-th-train", "images to train on"),
        key("cs-th-held", "held out"),
        key("cs-th-blind", "blind guessing")
      ),
      h(
        "div",
        { class: "cs-th-stage" },
        this.wall.node,
        h("div", { class: "cs-th-inside" }, this.inside.look, this.inside.rest)
      )
    );
  }
  // ---- from the reader to who trains -----------------------------------------------------------------------------
  toggle() {
    this.act(() => this.driver.playing ? this.driver.pause() : this.driver.play(), true);
  }
  // Do something with the run, and show what has become of it.
  act(deed, plays = false) {
    if (this.driver.over && this.shown.mode !== "record") return this.announce(this.story());
    if (!plays && this.driver.playing) this.driver.pause();
    this.complain("");
    deed();
    this.showRun();
  }
  restart() {
    if (this.driver.playing) this.driver.pause();
    this.complain("");
    this.driver.reset();
    this.forget();
    this.showRun();
  }
  // Begin another run; returns why there is none, and the one before stays.
  begin() {
    try {
      this.driver.reset();
    } catch (error) {
      return signed(error.message);
    }
    this.forget();
    return "";
  }
  // Of a new run nothing is known yet.
  forget() {
    if (this.shown.mode !== "page") return;
    this.model.set("reached", []);
    this.model.save_changes();
  }
  // Returns the number of a command that is sent to the kernel.
  ask(what) {
    const n = Math.max(this.model.get("answered"), this.model.get("command").n ?? 0) + 1;
    this.model.set("command", { n, do: what });
    this.model.save_changes();
    return n;
  }
  complain(text) {
    this.complaint = text;
    this.showProblem();
  }
  // ---- from the model to the page --------------------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    if (s.mode === "page" && ANEW.some((name) => s[name] !== this.shown[name])) {
      const playing = this.driver.playing;
      if (playing) this.driver.pause();
      this.complaint = this.begin();
      if (playing) this.driver.play();
    }
    if (s.answered !== this.shown.answered) this.complaint = "";
    this.shown = s;
    this.showRun();
  }
  showRun() {
    const s = this.read();
    const wall = s.mode === "page" ? s.digits : s.mode === "kernel" ? s.wall : s.record.wall;
    if (wall !== this.hung) {
      this.hung = wall;
      this.wall.build(s.mode === "page" ? pageWall(s.digits) : wall);
    }
    const chosen = Math.min(s.chosen, this.wall.cells.length - 1);
    this.frame = this.driver.frame(chosen);
    this.controls.show(s, this.driver, (name) => this.hasKnob(name));
    this.loss.show(this.frame);
    this.accuracy.show(this.frame);
    this.wall.show(this.frame, chosen);
    this.inside.show(this.frame, this.wall.wall, chosen);
    this.showProblem();
    this.showWords(s);
  }
  showProblem() {
    const text = this.model.get("problem") || this.complaint || "";
    this.problem.hidden = !text;
    if (text !== this.problem.textContent && text) this.announce(text);
    say(this.problem, text);
  }
  showWords(s) {
    this.about.hidden = s.mode === "page";
    if (s.mode !== "page") say(this.about, settingsMessage(s));
    say(this.sentence, statusMessage(this.frame));
    say(this.remark, remark(s, this.frame));
    const status = statusOf(this.frame);
    const reached = this.model.get("reached");
    if (s.mode === "page" && !reached.includes(status)) {
      this.model.set("reached", [...reached, status]);
      this.model.save_changes();
    }
    this.showDescription(s);
    const news = this.showTask(this.facts(s));
    if (this.driver.playing) {
      if (status !== this.told || news) super.announce(this.story() + news);
    } else if (this.watch) this.announce(this.story() + news);
    this.told = status;
  }
  // All that is said, for a screen reader.
  story() {
    const { mode } = this.shown;
    const begin = mode === "page" ? "" : settingsMessage(this.shown);
    return [begin, statusMessage(this.frame), remark(this.shown, this.frame)].filter(Boolean).join(" ");
  }
  facts(s) {
    const reached = this.model.get("reached");
    const names = ["learnt", "heart", "nan", "dead", "zeros", "high", "stuck"];
    const { spec, rate, optimizer, batch, seed, breakage, chosen } = s;
    return {
      ...{ spec, rate, optimizer, batch, seed, breakage, chosen },
      ...Object.fromEntries(names.map((name) => [name, reached.includes(name)]))
    };
  }
  fitCharts(wide) {
    const each = wide >= 620 ? Math.floor((wide - 16) / 2) : wide;
    for (const chart of [this.loss, this.accuracy]) chart.fit(each);
  }
  destroy() {
    this.driver.destroy();
    super.destroy();
  }
};
var key = (kind, text) => h("span", { class: "cs-th-key" }, h("i", { class: kind, "aria-hidden": "true" }), text);
var training_theatre_default = widget(View);
export {
  training_theatre_default as default
};
