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
  const sum2 = `(${W} - ${span} + ${padding})`;
  const count2 = Math.floor(room / S) + 1;
  if (room % S === 0) return `${sum2}/${S} + 1 = ${count2}: the windows fit.`;
  const fitting = count2 === 1 ? "1 window fits" : `${count2} windows fit`;
  return `${sum2} = ${room} is not divisible by ${S}: ${fitting}, and ${room % S} of the ${W + padding} cells would be left over${dilated}.`;
}
function countWindows(W, F, S, before, after, dilation = 1, fit = "crop") {
  checkSizes({ W, S }, before, after, fit);
  const room = W - dilatedSize(F, dilation) + before + after;
  const over = mod(room, S) > 0;
  let count2 = Math.floor(room / S) + 1;
  if (fit === "pad" && over && count2 * S < W + before) count2 += 1;
  if (count2 < 1 || fit === "raise" && over) throw new Error(fitMessage(W, F, S, before + after, dilation));
  return count2;
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
  const code = text.codePointAt(0);
  const digits = (count2) => code.toString(16).padStart(count2, "0");
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
  const [rows, columns2] = asPair(pad, "pad", { also: ", or four: (top, bottom, left, right)" });
  return [rows, rows, columns2, columns2];
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
  const [rows, columns2] = sizes.map((F, i) => {
    const span = dilatedSize(F, gaps[i]);
    if (span % 2 === 0)
      throw new Error(
        `A window of ${span} has no middle cell: (F - 1)/2 is not whole. Say the padding, too, as in pad=0.`
      );
    return (span - 1) / 2;
  });
  return rows === columns2 ? rows : [rows, columns2];
}
var product = (sizes) => sizes.reduce((all, size) => all * BigInt(size), 1n);
var plain = (count2) => count2 <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count2) : count2;
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
  const [rows, columns2] = windowsOf(layer);
  if ([rows, columns2].some(([size, , before, after]) => Math.max(before, after) >= size))
    throw new Error(
      `pad=${written(asPads(layer.values.pad))} is too much for windows of ${rows[0]}x${columns2[0]}: one could stand on padding only, which has no maximum. Use less than the window's size.`
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
var grouped2 = (number) => number.toLocaleString("en-US");
var SpecError = class extends Error {
  constructor(text, place, reason) {
    super(reason);
    Object.assign(this, { text, place, reason });
  }
};
var onOneLine = (text) => text.replace(SPACE, " ");
function tokenAt(text, at2) {
  TOKEN.lastIndex = at2;
  return TOKEN.exec(text)?.[0] ?? (at2 < text.length ? String.fromCodePoint(text.codePointAt(at2)) : "");
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
  const count2 = countLayers(items, letters);
  if (!count2) throw new SpecError(text, 0, "No layer is left: give at least one, such as FC(10).");
  if (count2 > MOST) throw new SpecError(text, 0, `These are more than ${MOST} layers, the most that are built.`);
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
  const count2 = Object.keys(sizes).length;
  if (!count2) return null;
  const shape = names.slice(0, count2).map((name) => sizes[name]);
  if (![1, 3].includes(count2) || !shape.every((size) => typeof size === "number" && size > 0))
    throw new SpecError(text, place, "Write INPUT(channels,height,width), as in INPUT(3,32,32).");
  return shape;
}
var ofSide = (shape, side) => side && shape.length === 3 ? [shape[0], side, side] : shape;
var timesOf = ({ times }, letters) => letters[times] ?? times;
function countLayers(items, letters) {
  const counts = items.map((item) => item.word ? 1 : timesOf(item, letters) * countLayers(item.items, letters));
  return counts.reduce((all, count2) => all + count2, 0);
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
function wordOf({ word, values }) {
  const { names, fields } = WORDS[word];
  const standard = { ...fields };
  let count2;
  if (isFilters(word)) {
    standard.pad = standardPad(values);
    count2 = values.stride === 1 && same(values.pad, standard.pad) ? 2 : 4;
  } else {
    const differ = names.map((name) => standard[name] === void 0 || !same(values[name], standard[name]));
    count2 = 1 + differ.lastIndexOf(true);
    if (names.slice(0, count2).some((name) => values[name] === null)) count2 = 1;
  }
  const first = names.slice(0, count2);
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
function fold(words, join2) {
  for (let size = 1; size <= words.length / 2; size++) {
    const folded2 = foldBlocks(words, size, join2);
    if (folded2.length < words.length) return fold(folded2, join2);
  }
  return words;
}
function foldBlocks(words, size, join2) {
  const found = [];
  let start = 0;
  while (start < words.length) {
    let end = start + size;
    while (end < words.length && words[end] === words[end - size]) end++;
    const times = Math.floor((end - start) / size);
    if (times > 1) {
      const first = end - times * size;
      found.push(...words.slice(start, first), join2(words.slice(first, first + size), times));
      start = end;
    } else {
      found.push(words[start++]);
    }
  }
  return found;
}

// js/architecture_builder/model.js
var nameOf = ({ layer, word }) => layer ? wordOf(layer) : word.word;

// js/architecture_builder/repairs.js
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

// js/architecture_builder/messages.js
var shown = (text) => signed(text.replace(/(\d)x(?=\d)/g, "$1×"));
function errorMessage({ error, rows }) {
  const reason = shown(error.reason);
  if (error.row === void 0) return `At character ${error.place + 1}: ${reason}`;
  return `Layer ${error.row + 1}, ${nameOf(rows[error.row])}: ${reason}`;
}

// js/memory_table/rules.js
var NONE = [0, 0];
var at = ([each2, besides], n) => each2 * n + besides;
var most = (pairs, n) => pairs.reduce((found, pair) => Math.max(found, at(pair, n)), 0);
var sum = (...pairs) => [pairs.reduce((all, [a]) => all + a, 0), pairs.reduce((all, [, b]) => all + b, 0)];
var count = (shape) => shape.reduce((all, size) => all * Number(size), 1);
var windowCells = (layer) => windowsOf(layer).reduce((all, [size]) => all * size, 1);
var each = (bytes) => [[bytes, 0]];
var once = (bytes) => [[0, bytes]];
function parametersOf({ word, values }, inShape, outShape2) {
  const biases = (of) => values.bias ? of : 0;
  if (word === "FC") return count(inShape) * values.units + biases(values.units);
  if (word === "BN") return 2 * inShape[0];
  if (!isFilters(word)) return 0;
  const filters = word === "LOCAL" ? count(outShape2) : values.filters;
  return filters * (inShape[0] / (values.groups ?? 1) * windowCells({ word, values })) + biases(filters);
}
var statisticsOf = ({ word }, [C]) => word === "BN" ? 2 * C : 0;
var bytesIn = ({ inShape, size }) => count(inShape) * size;
var bytesOut = ({ outShape: outShape2, size }) => count(outShape2) * size;
var columns = ({ layer, inShape, outShape: outShape2, size }) => inShape[0] * windowCells(layer) * count(outShape2.slice(1)) * size;
function conv(job) {
  const { layer, inShape, size } = job;
  const { filters, groups } = layer.values;
  const dw = filters * (inShape[0] / groups) * windowCells(layer) * size;
  return {
    keeps: "x",
    workspace: once(columns(job) + bytesOut(job)),
    backward: once(columns(job) + Math.max(dw, bytesIn(job)))
  };
}
function local(job) {
  const beforeBias = job.layer.values.bias ? bytesOut(job) : 0;
  return { keeps: "x", workspace: each(columns(job) + beforeBias), backward: each(2 * columns(job)) };
}
function mostWindows([size, stride, before], out, image) {
  const counts = Array.from({ length: size }, (_, u) => {
    const offset = u - before;
    const first = Math.max(0, Math.ceil(-offset / stride));
    const last = Math.min(out - 1, Math.floor((image - 1 - offset) / stride));
    return Math.max(0, last - first + 1);
  });
  return Math.max(...counts);
}
var switchBytes = (cells) => [1, 2, 4].find((bytes) => cells - 1 < 256 ** bytes) ?? 8;
function maxPool(job) {
  const { layer, inShape, outShape: outShape2, size } = job;
  const windows = windowsOf(layer);
  const one = switchBytes(windowCells(layer));
  const [rows, columns2] = windows.map((window, axis) => mostWindows(window, outShape2[axis + 1], inShape[axis + 1]));
  const cell2 = inShape[0] * rows * columns2 * (size + 1 + one);
  const firstCells = 8 * count(outShape2.slice(1)) + 32 * Math.max(...outShape2.slice(1));
  const places = 8 * count(outShape2);
  const overlap = windows.some(([F, S]) => F > S);
  const back = 2 * places + (overlap ? 8 * count(inShape) : 0);
  return {
    keeps: "",
    own: [count(outShape2) * one, 0],
    workspace: [
      [cell2, 0],
      [0, firstCells]
    ],
    test: [NONE],
    backward: each(back)
  };
}
function averagePool(job) {
  const out = job.outShape.slice(1);
  const counts = count(out) * (8 + job.size) + 32 * Math.max(...out);
  return { keeps: "", workspace: once(counts), backward: each(bytesOut(job)) };
}
var FEW_PLACES = 4096;
function batchNorm(job) {
  const { inShape, size } = job;
  const [C, ...sides] = inShape;
  const places = count(sides);
  const full = places > 1 && places <= FEW_PLACES ? bytesIn(job) : 0;
  return {
    keeps: "x",
    own: [0, 2 * C * size],
    workspace: [
      [C * size, C * 8],
      [0, full]
    ],
    test: [[0, full]],
    backward: [[bytesIn(job), full]]
  };
}
function lrn(job) {
  const x = bytesIn(job);
  return { keeps: "x", own: [x, 0], workspace: [NONE], test: each(x), backward: each(2 * x) };
}
var RULES = {
  CONV: conv,
  LOCAL: local,
  POOL: maxPool,
  AVGPOOL: averagePool,
  L2POOL: (job) => ({ keeps: "xy", workspace: each(bytesIn(job)), backward: each(2 * bytesOut(job)) }),
  GAP: (job) => ({ keeps: "", workspace: [NONE], backward: each(bytesOut(job)) }),
  FC: (job) => ({ keeps: "x", workspace: job.layer.values.bias ? each(bytesOut(job)) : [NONE], backward: [NONE] }),
  FLATTEN: () => ({ keeps: "", workspace: [NONE], backward: [NONE], isView: true }),
  RELU: (job) => ({ keeps: "y", workspace: once(bytesIn(job)), backward: each(count(job.inShape)) }),
  LRELU: (job) => ({ keeps: "y", workspace: [NONE], backward: each(2 * count(job.inShape)) }),
  SIGMOID: (job) => ({ keeps: "y", workspace: each(bytesIn(job) + count(job.inShape)), backward: each(bytesIn(job)) }),
  TANH: (job) => ({ keeps: "y", workspace: [NONE], backward: each(bytesIn(job)) }),
  DROPOUT: (job) => ({ keeps: "", own: [count(job.inShape), 0], workspace: [NONE], backward: [NONE] }),
  // a byte each: the mask
  BN: batchNorm,
  LRN: lrn,
  PADCHANNELS: () => ({ keeps: "", workspace: [NONE], backward: [NONE] })
};

// js/memory_table/tree.js
var Misfit = class extends Error {
  constructor(row, name, reason) {
    super(reason);
    Object.assign(this, { row, name, reason });
  }
};
var volume2 = (shape) => [...shape].reverse().join("×");
function readTree(given) {
  if (typeof given === "string") return { kind: "layer", layer: layerOf(parseSpec(given)[0]) };
  const [[kind, parts]] = Object.entries(given);
  return { kind, parts: parts.flatMap(repeated).map(readTree) };
}
var repeated = (tree) => tree.times ? Array(tree.times[0]).fill(tree.times[1]) : [tree];
var inARow = (layers) => ({ kind: "Serial", parts: layers.map((layer) => ({ kind: "layer", layer })) });
var JOINTS = { Residual: "add", Concat: "concat" };
var keyOf = ({ kind }, i) => kind === "Residual" ? ["body", "shortcut"][i] : String(i);
var jointOf = (node) => JOINTS[node.kind];
function placeTree(tree, inShape) {
  let row = 0;
  const place = (node, shape) => {
    if (node.kind === "layer") {
      row++;
      return { ...node, row, inShape: shape, outShape: read2(node.layer, shape, row) };
    }
    let next = shape;
    const parts = node.parts.map((part) => {
      const placed = place(part, next);
      if (node.kind === "Serial") next = placed.outShape;
      return placed;
    });
    if (node.kind === "Serial") return { ...node, parts, inShape: shape, outShape: next };
    row++;
    return { ...node, parts, row, inShape: shape, outShape: join(node, parts, shape, row) };
  };
  return place(tree, inShape);
}
function read2(layer, shape, row) {
  try {
    return outShape(layer, shape);
  } catch (error) {
    throw new Misfit(row, wordOf(layer), `${error.message} Its input is ${volume2(shape)}.`);
  }
}
function join(node, parts, inShape, row) {
  const shapes = parts.map(({ outShape: outShape2 }) => outShape2);
  const said2 = (all) => all.map(volume2).join(" and ");
  if (node.kind === "Residual") {
    const both = [shapes[0], shapes[1] ?? inShape];
    if (String(both[0]) === String(both[1])) return shapes[0];
    throw new Misfit(row, "add", `Only volumes of the same size are added; here are ${said2(both)}.`);
  }
  const odd = shapes.find((shape) => String(shape.slice(1)) !== String(shapes[0].slice(1)));
  if (odd) {
    const reason = `Branches have to agree in width and height; here are ${said2([shapes[0], odd])}.`;
    throw new Misfit(row, "concat", reason);
  }
  return [shapes.reduce((depth, [D]) => depth + D, 0), ...shapes[0].slice(1)];
}

// js/memory_table/dry_run.js
var SOURCES = ["data", "activations", "gradients", "parameterGradients"];
var within = (name, key) => name ? `${name}.${key}` : key;
var DryRun = class {
  constructor(size, keep) {
    Object.assign(this, { size, keep, moments: [], rows: [] });
    this.alive = Object.fromEntries(SOURCES.map((source) => [source, NONE]));
  }
  // An array of so many bytes, alive from now on; `makers` are the numbers of the rows that it is computed by.
  add(source, bytes, maker = null) {
    this.alive[source] = sum(this.alive[source], bytes);
    return { source, bytes, maker, kept: false };
  }
  batch(source, shape, maker) {
    return this.add(source, [count(shape) * this.size, 0], maker);
  }
  free(tensors) {
    for (const { source, bytes, kept } of tensors) {
      if (!kept) this.alive[source] = sum(this.alive[source], [-bytes[0], -bytes[1]]);
    }
  }
  note(row, name, stage, workspace = [NONE]) {
    this.moments.push({ row, name, stage, ...this.alive, workspace, all: sum(...Object.values(this.alive)) });
  }
  // `tensors` are the output and the layer's own buffers, none for a view; `makers` the rows that its input comes from.
  addRow(node, name, tensors, makers, more = {}) {
    this.rows.push({
      node,
      name,
      tensors,
      makers,
      parameters: 0,
      statistics: 0,
      workspace: [NONE],
      backwardWorkspace: [NONE],
      macs: 0,
      ...more
    });
  }
  rule({ layer, inShape, outShape: outShape2 }) {
    return RULES[layer.word]({ layer, inShape, outShape: outShape2, size: this.size });
  }
  forward(node, name, x) {
    if (node.kind === "layer") return this.forwardLayer(node, name, x);
    return node.kind === "Serial" ? this.forwardInARow(node, name, x) : this.forwardJoint(node, name, x);
  }
  forwardLayer(node, name, x) {
    const { layer, inShape, outShape: outShape2, row } = node;
    const { keeps, own, workspace, test, backward, isView } = this.rule(node);
    if (isView) {
      this.addRow(node, name, [], [x.maker]);
      return x;
    }
    const y = this.batch("activations", outShape2, row);
    const tensors = [y];
    if (this.keep) {
      if (own) tensors.push({ ...this.add("activations", own), kept: true });
      if (keeps.includes("x")) x.kept = true;
      if (keeps.includes("y")) y.kept = true;
    }
    this.note(row, name, "forward", this.keep ? workspace : test ?? workspace);
    const parameters = parametersOf(layer, inShape, outShape2);
    const macs = multiplyAdds(layer, inShape, outShape2, parameters);
    const numbers = { parameters, statistics: statisticsOf(layer, inShape), macs };
    this.addRow(node, name, tensors, [x.maker], { ...numbers, workspace, backwardWorkspace: backward });
    return y;
  }
  forwardInARow(node, name, start) {
    let x = start;
    node.parts.forEach((part, i) => {
      const y = this.forward(part, within(name, keyOf(node, i)), x);
      if (x !== y && x !== start) this.free([x]);
      x = y;
    });
    return x;
  }
  forwardJoint(node, name, x) {
    const outputs = node.parts.map((part, i) => this.forward(part, within(name, keyOf(node, i)), x));
    const joint = within(name, jointOf(node));
    const y = this.batch("activations", node.outShape, node.row);
    this.note(node.row, joint, "forward");
    const makers = [...outputs, ...node.kind === "Residual" && outputs.length === 1 ? [x] : []];
    this.addRow(
      node,
      joint,
      [y],
      makers.map(({ maker }) => maker)
    );
    this.free(outputs.filter((output) => output !== x));
    return y;
  }
  backward(node, name, dy) {
    if (node.kind === "layer") return this.backwardLayer(node, name, dy);
    return node.kind === "Serial" ? this.backwardInARow(node, name, dy) : this.backwardJoint(node, name, dy);
  }
  backwardLayer(node, name, dy) {
    const { backward, isView } = this.rule(node);
    if (isView) return dy;
    this.add("parameterGradients", [0, parametersOf(node.layer, node.inShape, node.outShape) * this.size]);
    const dx = this.batch("gradients", node.inShape);
    this.note(node.row, name, "backward", backward);
    return dx;
  }
  backwardInARow(node, name, start) {
    let dy = start;
    for (let i = node.parts.length - 1; i >= 0; i--) {
      const dx = this.backward(node.parts[i], within(name, keyOf(node, i)), dy);
      if (dy !== dx && dy !== start) this.free([dy]);
      dy = dx;
    }
    return dy;
  }
  // A Residual adds the gradients of body and shortcut at the end, a Concat each branch's to the sum of those before it.
  backwardJoint(node, name, dy) {
    const add = (parts) => {
      const total = this.batch("gradients", node.inShape);
      this.note(node.row, within(name, jointOf(node)), "backward");
      this.free(parts.filter((part) => part !== dy));
      return total;
    };
    const back = (part, i) => this.backward(part, within(name, keyOf(node, i)), dy);
    if (node.kind === "Residual") return add(node.parts.map(back));
    return node.parts.reduce((dx, part, i) => i ? add([dx, back(part, i)]) : back(part, i), null);
  }
};
function multiplyAdds({ word, values }, inShape, outShape2, parameters) {
  if (word === "FC") return count(inShape) * values.units;
  if (!isFilters(word)) return 0;
  const outputs = count(outShape2);
  const filters = word === "LOCAL" ? outputs : values.filters;
  return outputs * (parameters / filters - (values.bias ? 1 : 0));
}
function dryRun(tree, size, train) {
  const { run, rows } = forwardRun(tree, size, true);
  if (!train) return { rows, moments: momentsOf(forwardRun(tree, size, false).run) };
  run.backward(tree, "", run.batch("gradients", tree.outShape));
  return { rows, moments: momentsOf(run) };
}
function forwardRun(tree, size, keep) {
  const run = new DryRun(size, keep);
  const x = run.batch("data", tree.inShape, 0);
  run.addRow({ row: 0, outShape: tree.inShape }, "input", [x], []);
  const first = { row: 0, name: "input", stage: "forward", ...run.alive, workspace: [NONE], all: x.bytes };
  run.forward(tree, "", x);
  return { run: Object.assign(run, { first }), rows: run.rows.map(finished) };
}
var momentsOf = ({ moments, first }) => moments.length ? moments : [first];
var finished = ({ tensors, ...row }) => ({
  ...row,
  activations: tensors[0]?.bytes ?? NONE,
  kept: sum(NONE, ...tensors.filter(({ kept }) => kept).map(({ bytes }) => bytes)),
  outputKept: tensors[0]?.kept ?? false
});
var momentBytes = ({ all, workspace }, n) => at(all, n) + most(workspace, n);

// js/memory_table/model.js
var GIB = 2 ** 30;
var CARDS = [3, 4, 6, 12, 24, 80];
var NUMBERS = { float32: 4, float64: 8 };
var STEP_CACHE = { SGD: 0, momentum: 1, Nesterov: 1, Adagrad: 1, RMSProp: 1, Adam: 2 };
var LARGEST2 = 2 ** 53;
var TOO_LARGE = "This net needs more memory than any card has: more than 8,000,000 GiB. It is not counted further.";
var IN_PLACE = ["RELU", "LRELU", "SIGMOID", "TANH", "DROPOUT", "BN", "LRN"];
var SETTINGS = ["spec", "side", "batch", "dtype", "train", "optimizer"];
var isTree = (preset) => preset.startsWith("{");
function treeOf(s) {
  const preset = s.presets?.[s.spec];
  if (preset && isTree(preset)) return JSON.parse(preset);
  return !s.spec && s.tree?.net ? s.tree : null;
}
var hasTree = (s) => treeOf(s) !== null;
function readNet2(s) {
  const tree = treeOf(s);
  if (tree) return readBranches(s, tree);
  const text = readSpec(s.spec, LETTERS, s.side);
  const own = s.side ? readSpec(s.spec).inShape : text.inShape;
  const { inShape, error } = text;
  return {
    text,
    inShape,
    own,
    error,
    tree: error ? null : placeTree(inARow(text.rows.map(({ layer }) => layer)), inShape)
  };
}
function readBranches(s, { input, net }) {
  const inShape = ofSide(input, s.side);
  try {
    return { text: null, inShape, own: input, error: null, tree: placeTree(readTree(net), inShape) };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { text: null, inShape, own: input, error, tree: null };
  }
}
var presetOf = ({ spec, presets = {} }) => Object.keys(presets).find((name) => (isTree(presets[name]) ? name : presets[name]) === spec);
var netName = (s) => presetOf(s) ?? (hasTree(s) ? "Your net" : "This net");
function study(s) {
  const { net, run } = runOf(s);
  if (net.error) return { net, error: net.error };
  const n = s.batch;
  const size = NUMBERS[s.dtype];
  const numbers = run.rows.reduce((all2, { parameters }) => all2 + parameters, 0);
  const copies = s.train ? STEP_CACHE[s.optimizer] : 0;
  const statistics = run.rows.reduce((all2, row) => all2 + row.statistics, 0);
  const base = (numbers * (1 + copies) + statistics) * size;
  const moments = run.moments.map((moment) => momentAt(moment, n, base));
  const rows = run.rows.map((row) => rowAt(row, n, size, s.train, copies));
  for (const { row, workspace } of moments) rows[row].workspace = Math.max(rows[row].workspace, workspace);
  rows.forEach((row, i) => {
    Object.assign(row, recomputed(rows, [i]));
  });
  const peak = moments.reduce((best, { total }, i) => total > moments[best].total ? i : best, 0);
  const all = { net, error: null, n, size, rows, moments, peak, fullest: moments[peak] };
  Object.assign(all, { numbers, parameters: (numbers + statistics) * size, stepCache: numbers * size * copies, base });
  all.total = all.fullest.total;
  all.sums = sums(rows);
  const everything = Object.values(all.sums).reduce((a, b) => a + b, all.total);
  if (everything >= LARGEST2) return { net, error: { reason: TOO_LARGE } };
  const needed = (batch) => base + run.moments.reduce((found, one) => Math.max(found, momentBytes(one, batch)), 0);
  all.largest = (card) => largestBatch(needed, card * GIB);
  return all;
}
var runs = /* @__PURE__ */ new Map();
var MOST_RUNS = 4;
function runOf(s) {
  const key = JSON.stringify([s.spec, treeOf(s), s.side, s.dtype, s.train]);
  if (!runs.has(key)) {
    if (runs.size === MOST_RUNS) runs.delete(runs.keys().next().value);
    const net = readNet2(s);
    runs.set(key, { net, run: net.error ? null : dryRun(net.tree, NUMBERS[s.dtype], s.train) });
  }
  return runs.get(key);
}
function momentAt(moment, n, base) {
  const bytes = Object.fromEntries(SOURCES.map((source) => [source, at(moment[source], n)]));
  const { row, name, stage } = moment;
  return { row, name, stage, ...bytes, workspace: most(moment.workspace, n), total: base + momentBytes(moment, n) };
}
function rowAt({ node, makers, outputKept, macs, ...row }, n, size, train, copies) {
  const learnt = row.parameters * size;
  const activations = at(row.activations, n);
  return {
    row: node.row,
    label: labelOf(node),
    word: node.layer?.word ?? null,
    shape: node.outShape,
    makers,
    outputKept,
    activations,
    kept: train ? at(row.kept, n) : 0,
    numbers: activations && !IN_PLACE.includes(node.layer?.word) ? count(node.outShape) : 0,
    parameterNumbers: row.parameters,
    parameters: learnt + row.statistics * size,
    gradients: train ? activations : 0,
    parameterGradients: train ? learnt : 0,
    stepCache: learnt * copies,
    workspace: 0,
    macs: macs * n
  };
}
var labelOf = (node) => node.layer ? wordOf(node.layer) : node.row === 0 ? "INPUT" : jointOf(node);
function recomputed(rows, some) {
  const keeping = some.filter((row) => row && rows[row].kept);
  const needed = new Set(keeping);
  const ask = (maker) => {
    if (maker === 0 || needed.has(maker) || rows[maker].outputKept) return;
    needed.add(maker);
    rows[maker].makers.forEach(ask);
  };
  for (const row of keeping) rows[row].makers.forEach(ask);
  const total = (numbers, name) => [...numbers].reduce((all, row) => all + rows[row][name], 0);
  return { frees: total(keeping, "kept"), again: total(needed, "macs") };
}
var SUMMED = [
  "activations",
  "kept",
  "numbers",
  "parameters",
  "gradients",
  "parameterGradients",
  "stepCache",
  "workspace",
  "macs"
];
var sums = (rows) => Object.fromEntries(SUMMED.map((name) => [name, rows.reduce((all, row) => all + row[name], 0)]));
function largestBatch(needed, budget) {
  if (needed(1) > budget) return 0;
  let found = 1;
  while (needed(2 * found) <= budget) found *= 2;
  for (let step = found / 2; step >= 1; step /= 2) if (needed(found + step) <= budget) found += step;
  return found;
}
var changedSettings = (s) => SETTINGS.filter((name) => Object.hasOwn(s.start ?? {}, name) && s.start[name] !== s[name]);
function facts2(s, all = study(s)) {
  const { numbers = 0, total = 0, sums: summed, fullest, largest } = all;
  return {
    valid: !all.error,
    fits: !all.error && total <= s.card * GIB,
    total,
    largest: largest ? largest(s.card) : 0,
    stage: fullest ? fullest.stage : "",
    layer: fullest ? fullest.row : 0,
    layers: all.error ? 0 : all.rows.length - 1,
    parameters: numbers,
    activations: summed ? summed.activations : 0,
    kept: summed ? summed.kept : 0,
    macs: summed ? summed.macs : 0,
    net: netName(s),
    changed: changedSettings(s).length,
    batch: s.batch,
    dtype: s.dtype,
    train: s.train,
    optimizer: s.optimizer,
    card: s.card,
    row: s.row
  };
}

// js/memory_table/messages.js
function formatBytes(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), 3);
  const tenths = bytes / 1024 ** power * 10;
  const below = Math.floor(tenths);
  const even = below % 2 ? below + 1 : below;
  const digits = String(tenths - below === 0.5 ? even : Math.round(tenths)).padStart(2, "0");
  return `${digits.slice(0, -1)}.${digits.slice(-1)} ${["KiB", "MiB", "GiB"][power - 1]}`;
}
function shortCount(value, from) {
  if (value < from) return grouped(value);
  const power = Math.min(Math.floor(Math.log10(value) / 3), 5);
  return `${(value / 1e3 ** power).toPrecision(3)} ${"kMGTP"[power - 1]}`;
}
function settingsMessage(s) {
  const what = s.train ? `A step of training with ${s.optimizer}` : "A forward pass at test time";
  return `${what}, a batch of ${grouped(s.batch)}, ${s.dtype}: ${NUMBERS[s.dtype]} bytes a number.`;
}
function errorMessage2({ net, error }) {
  if (net.text?.error) return errorMessage(net.text);
  return shown(error.row ? `Layer ${error.row}, ${error.name}: ${error.reason}` : error.reason);
}
var netMessage = (s, { net, rows, numbers }) => `${netName(s)}: ${plural(rows.length - 1, "layer")}, an input of ${volume2(net.inShape)}, ${grouped(numbers)} parameters.`;
var rowName = ({ rows }, row) => row ? `layer ${row}, ${rows[row].label}` : "the input";
var partsOf = ({ parameters, stepCache }, moment) => [
  ["parameters", parameters],
  ["step cache", stepCache],
  ["parameter gradients", moment.parameterGradients],
  ["data", moment.data],
  ["activations", moment.activations],
  ["gradients", moment.gradients],
  ["workspace", moment.workspace]
];
var listed = (some) => some.length > 1 ? `${some.slice(0, -1).join(", ")} and ${some.at(-1)}` : some.join("");
function needMessage(all) {
  const parts = partsOf(all, all.fullest).filter(([, bytes]) => bytes);
  const said2 = parts.map(([name, bytes]) => `${formatBytes(bytes)} of ${name}`);
  return `${mostMessage(all)}: ${listed(said2)}.`;
}
var mostMessage = (all) => `It needs ${formatBytes(all.total)} at most, in the ${all.fullest.stage} pass of ${rowName(all, all.fullest.row)}`;
function fitMessage2(s, { total, largest }) {
  const best = largest(s.card);
  const begin = `That ${total <= s.card * GIB ? "fits" : "does not fit"} a card of ${grouped(s.card)} GiB`;
  return best ? `${begin}; the largest batch there is ${grouped(best)}.` : `${begin}: not even one example does.`;
}
function sumsMessage(s, { sums: sums2 }) {
  if (s.notes) {
    const size = formatBytes(sums2.numbers * NUMBERS[s.dtype]);
    return `As the notes count, one example has ${grouped(sums2.numbers)} numbers, which take ${size}.`;
  }
  const begin = `Summed up, the input and all outputs take ${formatBytes(sums2.activations)}`;
  if (s.train) return `${begin}; ${formatBytes(sums2.kept)} of activations wait for the backward pass.`;
  return `${begin}, but nothing is kept: they are never there at the same time.`;
}
function rowMessage(s, { rows }, row) {
  const { label, shape, activations, kept, outputKept, frees, again } = rows[row];
  if (row === 0) return `The input, ${volume2(shape)}: ${formatBytes(activations)} of data, there from first to last.`;
  const begin = `Layer ${row}, ${label}: ${volume2(shape)}`;
  if (!activations) return `${begin}. It is its input in another shape, and takes no memory.`;
  const output = `${begin}, ${formatBytes(activations)} of output`;
  if (row === rows.length - 1 && !outputKept) return `${output}: what the net gives, for the caller to read.`;
  if (!s.train) return `${output}, freed once it has been read.`;
  if (!kept) return `${output}, freed once it has been read, for no layer needs it on the way back.`;
  return `${output}, ${staysMessage(activations, kept, outputKept)}. To compute it again instead would free ${formatBytes(frees)} and cost ${costText(again)}.`;
}
function blockMessage(s, { rows }, { first, last }) {
  const some = rows.slice(first, last + 1);
  const total = (name) => some.reduce((all, row) => all + row[name], 0);
  const begin = `Layers ${first} to ${last} together: ${formatBytes(total("activations"))} of outputs`;
  if (!s.train) return `${begin}, each freed once it has been read.`;
  const inside = Array.from({ length: last - first }, (_, n) => first + n);
  const { frees, again } = recomputed(rows, inside);
  const kept = `${begin}, and ${formatBytes(total("kept"))} stay for the way back`;
  if (!frees) return `${kept}.`;
  return `${kept}. To keep no more than their input and the last output, and compute the rest again, would free ${formatBytes(frees)} and cost ${costText(again)}.`;
}
var costText = (again) => again ? `${grouped(again)} multiply-adds more` : "no multiply-adds";
function staysMessage(activations, kept, outputKept) {
  if (!outputKept) return `freed once it has been read; ${formatBytes(kept)} of its own stay for the way back`;
  if (kept > activations) return `which stays for the way back with ${formatBytes(kept - activations)} of its own`;
  return "which stays for the way back";
}
var settingText = (s, name) => {
  if (name === "spec") return netName(s);
  if (name === "side") return s.side ? `input ${s.side}×${s.side}` : "the input as the net has it";
  if (name === "train") return s.train ? "training" : "test time";
  return name === "batch" ? `batch ${grouped(s.batch)}` : s[name];
};
var difference = (bytes, what = "") => `${formatBytes(Math.abs(bytes))}${what} ${bytes < 0 ? "less" : "more"}`;
function changeMessage(s, all) {
  if (!Object.keys(s.start ?? {}).length) return "";
  const names = changedSettings(s);
  if (!names.length) return "Nothing is changed yet.";
  const before = { ...s, ...s.start };
  const said2 = listed(names.map((name) => `${settingText(s, name)} instead of ${settingText(before, name)}`));
  const was = study(before);
  if (all.error || was.error) return `Changed: ${said2}.`;
  const then = new Map(partsOf(was, was.fullest));
  const differences = partsOf(all, all.fullest).map(([name, bytes]) => [name, bytes - then.get(name)]).filter(([, bytes]) => bytes);
  if (!differences.length) return `Changed: ${said2}. The fullest moment needs as much as before.`;
  const parts = listed(differences.map(([name, bytes]) => difference(bytes, ` of ${name}`)));
  return `Changed: ${said2}. At the fullest moment that is ${difference(all.total - was.total)}: ${parts}.`;
}
function describe(s, all = study(s)) {
  const words = all.error ? [settingsMessage(s), errorMessage2(all)] : [
    netMessage(s, all),
    settingsMessage(s),
    needMessage(all),
    fitMessage2(s, all),
    sumsMessage(s, all),
    s.row >= 0 && s.row < all.rows.length ? rowMessage(s, all, s.row) : ""
  ];
  return [...words, changeMessage(s, all)].filter(Boolean).join(" ");
}

// js/memory_table/cards.js
var OWN = 16;
var MOST2 = 1024;
var Cards = class {
  constructor(change) {
    this.change = change;
    this.own = OWN;
    const name = unique("card");
    this.tiles = [...CARDS, null].map((card) => this.tile(card, name));
    this.node = h(
      "div",
      { class: "cs-mem-cards", role: "radiogroup", "aria-label": "Card" },
      this.tiles.map(({ node }) => node)
    );
  }
  tile(card, name) {
    const radio = h("input", { type: "radio", name, onchange: () => this.change(card ?? this.own) });
    const batch = h("span", { class: "cs-mem-batch" });
    const fits = h("span", { class: "cs-mem-fits" });
    const size = card ? h("b", {}, `${card} GiB`) : h("b", {}, "your own");
    const label = h("label", {}, radio, h("span", { class: "cs-mem-tile" }, h("span", {}, size, fits), batch));
    const field = card ? null : this.field();
    return { card, radio, batch, fits, node: h("div", { class: "cs-mem-card" }, label, field) };
  }
  field() {
    this.input = h("input", {
      type: "number",
      inputmode: "numeric",
      min: 1,
      max: MOST2,
      step: 1,
      "aria-label": "Your own card, GiB",
      oninput: () => this.type(false),
      onchange: () => this.type(true)
    });
    return h("span", { class: "cs-mem-own" }, this.input, " GiB");
  }
  type(done) {
    const value = Number(this.input.value);
    const sound = this.input.value !== "" && Number.isInteger(value) && value >= 1 && value <= MOST2;
    if (sound) this.own = value;
    if (sound) this.change(value);
    else if (done) this.input.value = this.own;
  }
  show(s, all) {
    const listed2 = CARDS.includes(s.card) && document.activeElement !== this.input;
    if (!listed2) this.own = s.card;
    if (document.activeElement !== this.input) this.input.value = this.own;
    for (const { card, radio, batch, fits } of this.tiles) {
      const size = card ?? this.own;
      const chosen = card ? listed2 && card === s.card : !listed2;
      const best = all.error ? null : all.largest(size);
      radio.checked = chosen;
      say(batch, best === null ? "" : best ? `up to ${shortCount(best, 1e4)}` : "not even 1");
      const holds = best !== null && all.total <= size * GIB;
      say(fits, best === null ? "" : holds ? " ✓" : " ✗");
      fits.className = `cs-mem-fits${holds ? "" : " cs-mem-too-small"}`;
      radio.setAttribute("aria-label", cardLabel(card, size, best, holds));
    }
  }
};
function cardLabel(card, size, best, holds) {
  const name = card ? `${size} GiB` : `Your own card of ${size} GiB`;
  if (best === null) return name;
  return `${name}: ${holds ? "fits" : "does not fit"}, ${best ? `batches up to ${best}` : "not even one example"}`;
}

// js/shared/knobs.js
function knob([letter, name, least2, most2, colour, pace = 1], change) {
  const id = unique("knob");
  const field = h("input", {
    id,
    type: "number",
    inputmode: "numeric",
    min: least2,
    max: most2,
    step: pace,
    class: "cs-knob-field"
  });
  const step = (by) => () => set(Number(field.value) + by * pace);
  const set = (value) => {
    const near = least2 + pace * Math.round((value - least2) / pace);
    const whole = Math.min(Math.max(near || 0, least2), most2);
    field.value = whole;
    change(letter, whole);
  };
  field.addEventListener("change", () => set(Number(field.value)));
  field.addEventListener("input", () => {
    const value = Number(field.value);
    const sound = field.value !== "" && Number.isInteger((value - least2) / pace);
    if (sound && value >= least2 && value <= most2) change(letter, value);
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
    more.disabled = value >= most2;
  };
  return { letter, node, show };
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

// js/memory_table/controls.js
var TEXT = "text";
var OWN2 = "own";
var SMALL = "INPUT(3,32,32) -> CONV(16,3) -> RELU -> FC(10)";
var Controls = class {
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
        ["float64", "float64"]
      ],
      (dtype) => on.change({ dtype })
    );
    this.time = makeChoice(
      "Time",
      [
        ["train", "train"],
        ["test", "test"]
      ],
      (time) => on.change({ train: time === "train" })
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
      optimizer: field(title("optimiser"), this.optimizer)
    };
    this.text = new TextField((spec) => on.net({ spec }));
    this.toggle = h("button", {
      type: "button",
      class: "cs-mem-toggle",
      onclick: () => this.open(this.text.node.hidden)
    });
    this.fold = h("div", { class: "cs-mem-text" }, this.toggle, this.text.node);
    this.open(false);
    this.node = h(
      "div",
      { class: "cs-mem-controls" },
      h("div", { class: "cs-mem-fields", role: "group", "aria-label": "Settings" }, Object.values(this.fields)),
      this.fold
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
    if (name === OWN2) return "";
    return isTree(this.presets[name]) ? name : this.presets[name];
  }
  // The net's own size is no change of it.
  sideOf(side) {
    const [, H, W] = this.own;
    return side === H && side === W ? null : side;
  }
  // `words` are those of the rows in focus.
  show(s, all, words, hasKnob) {
    var _a, _b;
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
    (_a = this.fields.side).hidden || (_a.hidden = inShape.length !== 3);
    (_b = this.fields.optimizer).hidden || (_b.hidden = !s.train);
    this.fold.hidden = !hasKnob("net") || this.hasTree;
    if (all.net.text) this.text.show(s, all.net.text, words, []);
    if (all.net.text?.error) this.open(true);
  }
  showNets(s) {
    const names = Object.keys(this.presets);
    const own = s.tree?.net ? [[OWN2, "your net"]] : [];
    const options = [...own, ...names.map((name) => [name, name]), [TEXT, "as text"]];
    const key = JSON.stringify(options);
    if (key !== this.listed) this.net.replaceChildren(...options.map(([value, text]) => h("option", { value }, text)));
    this.listed = key;
    this.net.value = presetOf(s) ?? (hasTree(s) ? OWN2 : TEXT);
  }
};

// js/memory_table/csv.js
var COLUMNS = [
  ["activations", "activations"],
  ["kept", "kept"],
  ["parameters", "parameters"],
  ["gradients", "gradients"],
  ["parameter_gradients", "parameterGradients"],
  ["step_cache", "stepCache"],
  ["workspace", "workspace"],
  ["multiply_adds", "macs"],
  ["freed_if_recomputed", "frees"],
  ["multiply_adds_to_recompute", "again"]
];
var cell = (value) => /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);
var line = (cells) => `${cells.map(cell).join(",")}
`;
function asCsv(s, all) {
  if (all.error) return "";
  const rows = all.rows.map((row, i) => {
    const [depth, height = 1, width = 1] = row.shape;
    return [i, row.label, width, height, depth, ...COLUMNS.map(([, name]) => row[name])];
  });
  return [
    [`${netMessage(s, all)} ${settingsMessage(s)} Bytes for the whole batch.`],
    ["row", "layer", "width", "height", "depth", ...COLUMNS.map(([head]) => head)],
    ...rows
  ].map(line).join("");
}

// js/memory_table/picture.js
var HIGH = 190;
var LEFT = 62;
var RIGHT = 6;
var TOP = 40;
var BOTTOM = 36;
var BEYOND = 1.9;
var LETTER = 7;
var LEAST = 15;
var UNITS = [
  ["GiB", 2 ** 30],
  ["MiB", 2 ** 20],
  ["KiB", 2 ** 10],
  ["bytes", 1]
];
var sourceClass = (source) => `cs-mem-${source.replaceAll(" ", "-")}`;
var momentName = (all, { row, stage }) => `${stage} pass of ${rowName(all, row)}`;
var Picture = class {
  // on: { choose(moment), point(moment or null) }, moments by their number.
  constructor(on) {
    this.on = on;
    this.stage = svg("svg", { class: "cs-mem-drawing", "aria-hidden": "true" });
    this.node = h(
      "div",
      {
        class: "cs-mem-picture",
        role: "slider",
        tabindex: "0",
        "aria-label": "Memory over one step, moment by moment",
        "aria-valuemin": "1",
        onkeydown: (event) => this.key(event),
        onpointermove: (event) => on.point(this.momentAt(event)),
        onpointerleave: () => on.point(null),
        onclick: (event) => this.click(event)
      },
      this.stage
    );
  }
  show(all, card) {
    Object.assign(this, { all, card });
    this.draw();
  }
  fit(wide) {
    this.wide = wide;
    if (this.all) this.draw();
  }
  draw() {
    const { all, wide } = this;
    this.step = (wide - LEFT - RIGHT) / all.moments.length;
    const limit = this.card * GIB;
    this.beyond = limit > BEYOND * all.total;
    this.top = 1.04 * Math.max(all.total, this.beyond ? 0 : limit);
    this.lit = svg("path", { class: "cs-mem-pointed" });
    this.chosen = svg("path", { class: "cs-mem-chosen" });
    this.stage.setAttribute("viewBox", `0 0 ${wide} ${TOP + HIGH + BOTTOM}`);
    this.stage.replaceChildren(
      ...this.grid(),
      ...this.areas(),
      this.lit,
      this.chosen,
      ...this.stages(),
      ...this.cardLine(limit),
      ...this.fullest()
    );
    this.node.setAttribute("aria-valuemax", String(all.moments.length));
  }
  x(moment) {
    return LEFT + moment * this.step;
  }
  y(bytes) {
    return TOP + HIGH * (1 - bytes / this.top);
  }
  // Lines at round numbers of bytes.
  grid() {
    const [unit, size] = UNITS.find(([, bytes]) => this.top >= bytes) ?? UNITS.at(-1);
    const rough = this.top / size / 5;
    const power = 10 ** Math.floor(Math.log10(rough));
    const pace = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough);
    const values = Array.from({ length: Math.floor(this.top / size / pace) + 1 }, (_, n) => n * pace);
    return values.flatMap((value) => {
      const y = this.y(value * size);
      return [
        svg("path", { class: "cs-mem-grid", d: `M${LEFT} ${y.toFixed(1)}H${this.wide - RIGHT}` }),
        svg(
          "text",
          { x: LEFT - 6, y: y + 4, class: "cs-mem-end" },
          `${Number(value.toPrecision(3))} ${value ? unit : ""}`
        )
      ];
    });
  }
  // An area for each source, its floor the ceiling of the one below.
  areas() {
    const { moments } = this.all;
    const piles = moments.map((moment) => partsOf(this.all, moment));
    let floor = moments.map(() => 0);
    return piles[0].flatMap(([source], n) => {
      const ceiling = floor.map((below, i) => below + piles[i][n][1]);
      const up = ceiling.map((bytes, i) => `V${this.y(bytes).toFixed(1)}H${this.x(i + 1).toFixed(1)}`);
      const down = floor.map((bytes, i) => `V${this.y(bytes).toFixed(1)}H${this.x(i).toFixed(1)}`).reverse();
      const area = svg("path", {
        class: `cs-mem-area ${sourceClass(source)}`,
        d: `M${LEFT} ${this.y(floor[0]).toFixed(1)}${up.join("")}${down.join("")}Z`
      });
      const label = this.label(source, floor, ceiling);
      floor = ceiling;
      return [area, label];
    });
  }
  // An area's name, in the middle of where it is highest, if there is room for it.
  label(source, floor, ceiling) {
    const across = Math.ceil(LETTER * source.length / this.step / 2);
    let best = null;
    for (let at2 = across; at2 < floor.length - across; at2++) {
      const around = (bytes) => bytes.slice(at2 - across, at2 + across + 1);
      const top = this.y(Math.min(...around(ceiling)));
      const bottom = this.y(Math.max(...around(floor)));
      if (!best || bottom - top > best.bottom - best.top + 1) best = { at: at2, top, bottom };
    }
    if (!best || best.bottom - best.top < LEAST) return "";
    const place = { x: this.x(best.at + 0.5), y: (best.top + best.bottom) / 2 + 4 };
    return svg("text", { ...place, class: "cs-mem-middle cs-mem-inside" }, source);
  }
  // Which moments are forward and which backward, and some layers' numbers.
  stages() {
    const { moments } = this.all;
    const turn = moments.findIndex(({ stage }) => stage === "backward");
    const ends = turn < 0 ? [[0, moments.length, "forward"]] : [
      [0, turn, "forward"],
      [turn, moments.length, "backward"]
    ];
    const bottom = TOP + HIGH;
    const parts = ends.flatMap(([from, to, stage]) => [
      svg(
        "text",
        { x: (this.x(from) + this.x(to)) / 2, y: bottom + 31, class: "cs-mem-middle" },
        stage === "forward" ? "forward pass →" : "→ backward pass"
      )
    ]);
    if (turn > 0)
      parts.push(svg("path", { class: "cs-mem-turn", d: `M${this.x(turn).toFixed(1)} ${TOP}V${bottom + 20}` }));
    let last = -Infinity;
    moments.forEach(({ row }, n) => {
      const x = this.x(n + 0.5);
      if (x - last < 26 || n && row % 5 && n !== turn) return;
      last = x;
      parts.push(svg("text", { x, y: bottom + 15, class: "cs-mem-middle" }, String(row)));
    });
    return parts;
  }
  cardLine(limit) {
    if (this.beyond) {
      const words = `a card of ${formatBytes(limit).replace(".0", "")} is higher than this picture ↑`;
      return [svg("text", { x: this.wide - RIGHT, y: 12, class: "cs-mem-end" }, words)];
    }
    const y = this.y(limit);
    return [
      svg("path", { class: "cs-mem-card-line", d: `M${LEFT} ${y.toFixed(1)}H${this.wide - RIGHT}` }),
      svg(
        "text",
        { x: LEFT + 5, y: y + (y < TOP + 24 ? 15 : -5), class: "cs-mem-halo" },
        `your card: ${formatBytes(limit).replace(".0", "")}`
      )
    ];
  }
  // The fullest moment, marked and named.
  fullest() {
    const { all } = this;
    const x = this.x(all.peak + 0.5);
    const y = this.y(all.total);
    const where = this.wide > 450 ? momentName(all, all.fullest) : `${all.fullest.stage}, layer ${all.fullest.row}`;
    const words = `fullest: ${formatBytes(all.total)}, ${where}`;
    const half = words.length * 3.6;
    const at2 = Math.max(Math.min(x, this.wide - half), half);
    return [
      svg("path", { class: "cs-mem-mark", d: `M${x.toFixed(1)} ${(y - 1).toFixed(1)}l-5 -8h10z` }),
      svg("text", { x: at2, y: 28, class: "cs-mem-middle cs-mem-strong" }, words)
    ];
  }
  // Light up moments: those of the row in focus, and those that are pointed at.
  choose(moments, now) {
    this.chosen.setAttribute("d", this.columns(moments));
    this.node.setAttribute("aria-valuenow", String(now + 1));
    const moment = this.all.moments[now];
    this.node.setAttribute("aria-valuetext", `${momentName(this.all, moment)}: ${formatBytes(moment.total)}`);
    this.now = now;
  }
  point(moments) {
    this.lit.setAttribute("d", this.columns(moments));
  }
  columns(moments) {
    return moments.map((n) => {
      const y = this.y(this.all.moments[n].total);
      return `M${this.x(n).toFixed(1)} ${y.toFixed(1)}H${this.x(n + 1).toFixed(1)}V${TOP + HIGH}H${this.x(n).toFixed(1)}Z`;
    }).join("");
  }
  momentAt({ clientX }) {
    const box = this.stage.getBoundingClientRect();
    const n = Math.floor(((clientX - box.left) / box.width * this.wide - LEFT) / this.step);
    return n >= 0 && n < this.all.moments.length ? n : null;
  }
  click(event) {
    const n = this.momentAt(event);
    if (n !== null) this.on.choose(n);
  }
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.all.moments.length - 1;
    const { now } = this;
    const to = {
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      PageDown: now - 10,
      PageUp: now + 10,
      Home: 0,
      End: last
    }[event.key];
    if (to === void 0) return;
    this.on.choose(Math.min(Math.max(to, 0), last));
    event.preventDefault();
  }
};

// js/memory_table/legend.js
var Legend = class {
  constructor() {
    this.title = h("p", { class: "cs-mem-moment" });
    this.total = h("b", {});
    this.list = h("ul", {});
    this.node = h("div", { class: "cs-mem-legend" }, this.title, this.list);
  }
  // `now` is the number of a moment. As in the picture, what lies on top stands on top.
  show(all, now, train) {
    const moment = all.moments[now];
    const name = momentName(all, moment);
    say(this.title, now === all.peak ? `Fullest moment, the ${name}` : `${name[0].toUpperCase()}${name.slice(1)}`);
    const parts = partsOf(all, moment).filter(([source]) => train || !/gradients|cache/.test(source));
    const items = parts.reverse().map(([source, bytes]) => this.item(source, bytes, sourceClass(source)));
    this.list.replaceChildren(...items, this.item("in all", moment.total, "cs-mem-all"));
  }
  item(name, bytes, className) {
    return h(
      "li",
      { class: className },
      h("span", { class: "cs-mem-swatch", "aria-hidden": "true" }),
      h("span", {}, name),
      h("span", { class: "cs-mem-bytes" }, bytes ? formatBytes(bytes) : "0")
    );
  }
};

// js/memory_table/lines.js
var MARK = "\0";
function linesOf(tree) {
  const counter = { id: 0 };
  return [{ kind: "row", first: 0, last: 0, key: "INPUT" }, ...within2(tree, counter)];
}
function within2(node, counter) {
  return node.kind === "Serial" ? folded(
    node.parts.flatMap((part) => flat(part, counter)),
    counter
  ) : flat(node, counter);
}
function flat(node, counter) {
  if (node.kind === "layer") return [{ kind: "row", first: node.row, last: node.row, key: wordOf(node.layer) }];
  if (node.kind === "Serial") return node.parts.flatMap((part) => flat(part, counter));
  const joint = { kind: "row", first: node.row, last: node.row, key: node.kind };
  const branches = node.parts.map((part) => within2(part, counter));
  numberBegins(branches);
  const lines = [...branches.flat(), joint];
  const key = `${node.kind}(${branches.map((some) => some.map((line2) => line2.key).join("→")).join(", ")})`;
  return [{ kind: "branches", label: node.kind, lines, key, first: lines[0].first, last: node.row }];
}
function folded(lines, counter) {
  const keys = fold(
    lines.map(({ key }) => key),
    (block, times) => MARK + JSON.stringify([block, times])
  );
  let next = 0;
  const take = (key) => {
    if (!key.startsWith(MARK)) return lines[next++];
    const [block, times] = JSON.parse(key.slice(1));
    counter.id++;
    const repeat = { kind: "repeat", id: counter.id, times };
    const rounds = Array.from({ length: times }, () => block.map(take));
    numberBegins(rounds);
    const inside = rounds.flat();
    const label = rounds[0].map(labelOf2).join("→");
    return Object.assign(repeat, {
      label: block.length > 1 ? `[${label}]*${times}` : `${label}*${times}`,
      lines: inside,
      key,
      first: inside[0].first,
      last: inside.at(-1).last
    });
  };
  return keys.map(take);
}
function numberBegins(parts) {
  parts.forEach((lines, i) => {
    lines[0].begins = i + 1;
  });
}
var labelOf2 = ({ kind, label, key }) => kind === "row" ? key : label;
var repeatsOf = (lines) => lines.flatMap((line2) => [...line2.kind === "repeat" ? [line2] : [], ...repeatsOf(line2.lines ?? [])]);
function visibleLines(lines, opened, rails = []) {
  return lines.flatMap((line2) => {
    if (line2.kind === "row") return [{ line: line2, rails }];
    const open = line2.kind === "branches" || opened.includes(line2.id);
    const inside = open ? visibleLines(line2.lines, opened, [...rails, line2]) : [];
    return [{ line: line2, rails, open }, ...inside];
  });
}
function countLine({ first, last }, rows, names) {
  const some = rows.slice(first, last + 1);
  return Object.fromEntries(
    names.map((name) => [
      name,
      some.reduce((all, row) => name === "workspace" ? Math.max(all, row[name]) : all + row[name], 0)
    ])
  );
}

// js/memory_table/table.js
var COLUMNS2 = {
  pass: ["layer", "pass"],
  size: ["W×H×D", "size"],
  activations: ["activations", "activations"],
  parameters: ["parameters", "parameters"],
  gradients: ["gradients", "gradients"],
  stepCache: ["step cache", "step-cache"],
  workspace: ["workspace", "workspace"],
  macs: ["multiply-adds", "macs"]
};
var TRAINING = ["activations", "parameters", "gradients", "stepCache", "workspace"];
var TESTING = ["activations", "parameters", "workspace", "macs"];
var NOTES = ["activations", "parameters", "macs"];
var columnsOf = ({ train, notes }) => notes ? NOTES : train ? TRAINING : TESTING;
var headOf = (name) => COLUMNS2[name][0];
var keyOfColumn = (name) => COLUMNS2[name][1];
function countedRows({ rows, n }, notes) {
  const inBytes = (row) => ({ outputs: row.gradients, gradients: row.gradients + row.parameterGradients });
  const inNumbers = ({ numbers, parameterNumbers, macs }) => ({
    activations: numbers,
    parameters: parameterNumbers,
    macs: macs / n,
    kept: numbers
  });
  return rows.map((row) => ({ ...row, ...notes ? inNumbers(row) : inBytes(row) }));
}
var Table = class {
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
        this.foot
      )
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
      sorted ? h("span", { class: "cs-mem-arrow", "aria-hidden": "true" }, up ? "▲" : "▼") : null
    );
    const order = sorted ? up ? "ascending" : "descending" : null;
    return h("th", { scope: "col", role: "columnheader", class: this.headClass(name), "aria-sort": order }, button);
  }
  headClass(name) {
    return this.columns.includes(name) ? `cs-mem-count ${cellClass(name)}` : cellClass(name);
  }
  // ---- rows ------------------------------------------------------------------------------------------------------
  showBody(s, rows) {
    this.shown = this.sortedLines(s, rows).map((one) => ({
      ...one,
      counts: one.open ? null : countLine(one.line, rows, [...this.columns, "kept", "outputs"])
    }));
    const counts = this.shown.flatMap((one) => one.counts ?? []);
    this.most = Object.fromEntries(
      this.columns.map((name) => [name, Math.max(1, ...counts.map((one) => longest(one, name)))])
    );
    this.build(rows);
    this.shown.forEach((one, n) => {
      this.fill(s, one, rows, this.cells[n]);
    });
  }
  // Make the lines, unless the same ones stand there.
  build(rows) {
    const named = this.shown.map(({ line: line2, open, rails }) => ({
      kind: line2.kind,
      name: line2.kind === "row" ? rows[line2.first].label : line2.label,
      first: line2.first,
      last: line2.last,
      open,
      depth: rails.length
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
  row({ line: line2, rails, open }, name, n) {
    const { first, last } = line2;
    const repeat = line2.kind === "repeat";
    const label = first === last ? String(first) : `${first}–${last}`;
    const button = h(
      "button",
      {
        type: "button",
        class: "cs-mem-name",
        tabindex: -1,
        "aria-expanded": repeat ? String(open) : null,
        onclick: () => repeat ? this.toggle(line2) : this.go(n)
      },
      repeat ? h("span", { class: "cs-mem-fold", "aria-hidden": "true" }, open ? "▾" : "▸") : null,
      breakable(name)
    );
    this.buttons.push(button);
    const size = h("td", { role: "cell", class: cellClass("size") });
    const counts = this.columns.map(
      (column) => h("td", { role: "cell", class: `cs-mem-count ${cellClass(column)}`, "data-name": headOf(column) })
    );
    this.cells.push({ size, counts });
    return h(
      "tr",
      {
        role: "row",
        class: `cs-mem-row${open ? " cs-mem-opened" : ""}`,
        onclick: (event) => this.click(event, n),
        onpointerenter: () => this.on.point(line2)
      },
      h(
        "td",
        { role: "cell", class: cellClass("pass") },
        h(
          "div",
          { class: "cs-mem-head" },
          rails.map((rail, depth) => railNode(depth === rails.length - 1 ? line2.begins : null, rail)),
          h("span", { class: "cs-mem-number", "aria-hidden": "true" }, first ? label : ""),
          button
        )
      ),
      size,
      counts
    );
  }
  // Write a line's size and counts.
  fill(s, { line: line2, open, counts }, rows, cells) {
    const { kind, first, last, times } = line2;
    say(cells.size, open ? times ? `${times} times` : "" : volume2(rows[last].shape));
    if (!counts) return;
    this.columns.forEach((name, n) => {
      const cell2 = cells.counts[n];
      const value = counts[name];
      const whole = longest(counts, name);
      const solid = { activations: s.train ? counts.kept : whole, gradients: counts.outputs }[name] ?? whole;
      const inPlace = s.notes && name === "activations" && kind === "row" && !value && rows[first].word !== "FLATTEN";
      say(cell2, inPlace ? "in place" : this.text(name, value));
      const style = barStyle(whole, solid, this.most[name]);
      if (style === null) cell2.removeAttribute("style");
      else if (cell2.getAttribute("style") !== style) cell2.setAttribute("style", style);
      cell2.classList.toggle("cs-mem-loose", name === "activations" && !solid);
    });
  }
  text(name, value) {
    return name === "macs" ? shortCount(value, 1e5) : value ? this.write(value) : "0";
  }
  // ---- totals ----------------------------------------------------------------------------------------------------
  showFoot(s, all) {
    const { sums: sums2, fullest } = all;
    const summed = s.notes ? { activations: sums2.numbers, parameters: all.numbers, macs: sums2.macs / all.n } : { ...sums2, gradients: sums2.gradients + sums2.parameterGradients, workspace: null };
    const lines = [this.total("all rows summed up", "", summed)];
    const moment = {
      ...fullest,
      activations: fullest.data + fullest.activations,
      gradients: fullest.gradients + fullest.parameterGradients,
      parameters: all.parameters,
      stepCache: all.stepCache,
      macs: null
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
      this.columns.map(
        (column) => h(
          "td",
          { role: "cell", class: `cs-mem-count ${cellClass(column)}`, "data-name": headOf(column) },
          values[column] === null ? "–" : this.text(column, values[column])
        )
      )
    );
  }
  // ---- the row in focus ------------------------------------------------------------------------------------------
  // The line that shows a row: the row's own, or the folded repeat that it is in. An open group's line has the focus
  // where the reader went to it.
  lineOf(row) {
    const group = this.shown.findIndex(({ line: line2, open }) => open && keyOf2(line2) === this.group && line2.first === row);
    if (group >= 0) return group;
    return this.shown.findIndex(({ line: line2, open }) => !open && line2.first <= row && row <= line2.last);
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
    const at2 = row < 0 ? -1 : this.lineOf(row);
    this.nodes.forEach((node, n) => {
      node.classList.toggle("cs-mem-lit", n === at2);
    });
  }
  focus() {
    this.buttons[Math.max(this.at, 0)]?.focus({ preventScroll: true });
    this.reveal();
  }
  // The folded repeat that the reader went to, or null: a row in it may be in focus by itself, from the picture.
  foldInFocus(row) {
    const { line: line2, open } = this.shown[this.at] ?? {};
    const whole = line2?.kind === "repeat" && !open && keyOf2(line2) === this.group && line2.first === row;
    return whole ? line2 : null;
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
    const { line: line2, open } = this.shown[now];
    if (to !== void 0) this.go(Math.min(Math.max(to, 0), last));
    else if (line2.kind === "repeat" && event.key === (open ? "ArrowLeft" : "ArrowRight")) this.toggle(line2);
    else return;
    event.preventDefault();
  }
  go(n) {
    const { line: line2 } = this.shown[n];
    this.group = keyOf2(line2);
    this.on.choose(line2.first);
    this.choose(line2.first);
    this.focus();
  }
  toggle(line2) {
    this.group = keyOf2(line2);
    this.on.toggle(line2);
    this.choose(line2.first);
    this.focus();
  }
};
var breakable = (name) => name.split("→").flatMap((part, n) => n ? ["→", h("wbr"), part] : [part]);
var cellClass = (name) => `cs-mem-${COLUMNS2[name][1]}`;
var keyOf2 = ({ kind, first, last }) => `${kind} ${first} ${last}`;
var longest = (counts, name) => name === "activations" ? Math.max(counts.activations, counts.kept) : counts[name];
var railNode = (begins, { kind }) => h("span", { class: `cs-mem-rail cs-mem-${kind}` }, begins ? h("small", {}, String(begins)) : null);
function barStyle(value, solid, most2) {
  const share = (part) => `${(100 * part / most2).toFixed(1)}%`;
  return value / most2 >= 5e-3 ? `--solid:${share(solid)};--share:${share(value)}` : null;
}

// js/memory_table/index.js
var NAMES = ["spec", "tree", "side", "batch", "dtype", "train", "optimizer", "card", "notes", "sort", "ascending"];
var VIEW = ["opened", "row", "start", "presets", "knobs"];
var COUNTING = [
  ["bytes", "in bytes"],
  ["notes", "in numbers, as the notes"]
];
var BARS = "In the bars, what stays is solid, and what is freed once it has been read is hatched.";
var View = class extends DescribedView {
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
      change: (values) => this.change(values)
    });
    this.cards = new Cards((card) => this.change({ card }));
    this.picture = new Picture({
      choose: (moment) => this.chooseMoment(moment),
      point: (moment) => this.point(moment)
    });
    this.legend = new Legend();
    this.table = new Table({
      choose: (row) => this.chooseRow(row),
      toggle: (line2) => this.toggle(line2),
      sort: (column) => this.sort(column),
      point: (line2) => this.pointLine(line2)
    });
    Object.assign(this, {
      verdict: h("p", { class: "cs-mem-verdict" }),
      changed: h("p", { class: "cs-mem-changed" }),
      inspector: h("p", { class: "cs-mem-inspector" })
    });
    this.size = true;
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
      this.copied
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
      row: first
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
    if (column === "pass" || sort === column && ascending) this.change({ sort: "pass", ascending: false });
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
  pointLine(line2) {
    this.picture.point(line2 ? this.momentsOf(line2.first, line2.last) : []);
  }
  momentsOf(first, last) {
    return this.all.moments.flatMap(({ row }, n) => row >= first && row <= last ? [n] : []);
  }
  // The fullest of some moments; of all, if there are none.
  fullestOf(some) {
    const { moments, peak } = this.all;
    return some.length ? some.reduce((best, n) => moments[n].total > moments[best].total ? n : best) : peak;
  }
  // ---- from the model to the page --------------------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const same2 = (names) => names.every((name) => s[name] === this.shown[name]);
    const all = same2(NAMES.slice(0, 7)) ? this.all : study(s);
    Object.assign(this, { s, all });
    const onlyRow = same2(NAMES) && same2(["opened", "start", "presets"]);
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
    const fold2 = this.table.foldInFocus(row);
    if (row < 0) return `${sumsMessage(s, all)}${s.train && !s.notes ? ` ${BARS}` : ""}`;
    return fold2 ? blockMessage(s, all, fold2) : rowMessage(s, all, row);
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
    const most2 = all.error ? errorMessage2(all) : `${mostMessage(all)}.`;
    const fit = all.error ? "" : fitMessage2(s, all);
    this.verdict.replaceChildren(
      ...all.error ? [h("b", {}, all.net.text && !all.net.text.rows.length ? "Not a net yet. " : "Does not fit together. "), most2] : [h("span", { class: "cs-mem-sign", "aria-hidden": "true" }, fits ? "✓" : "✗"), h("b", {}, most2), ` ${fit}`]
    );
    if (all.error) this.controls.show(s, all, [], (name) => this.hasKnob(name));
    const change = changeMessage(s, all);
    say(this.changed, change);
    this.changed.hidden = !change;
    this.showDescription(s);
    const news = this.showTask(facts2(s, all));
    const said2 = [most2, fit, change].filter(Boolean).join(" ");
    const row = !all.error && s.row >= 0 && s.row < all.rows.length ? rowMessage(s, all, s.row) : "";
    if (this.spoken !== void 0) this.announce(`${said2 === this.spoken && row ? row : said2}${news}`);
    this.spoken = said2;
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
};
var memory_table_default = widget(View);
export {
  memory_table_default as default
};
