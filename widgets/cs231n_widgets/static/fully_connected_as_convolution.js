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

// js/shared/numerals.js
function number(value) {
  const short2 = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
  return short2.replace("e+", "e").replaceAll("-", "−");
}
function short(value) {
  if (Number.isInteger(value) && Math.abs(value) < 1e3) return number(value);
  const size = Math.abs(value);
  const decimals = size >= 9.95 ? 0 : size >= 0.995 ? 1 : 2;
  const text = size >= 999.5 ? size.toPrecision(1) : size.toFixed(decimals);
  if (Number(text) === 0) return "0";
  return (value < 0 ? "−" : "") + text.replace("e+", "e").replace(/^0\./, ".");
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

// js/shared/net.js
var bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
var outSize = (side, F, S, P) => Math.floor((side - F + 2 * P) / S) + 1;
function half(bits) {
  const sign = bits & 32768 ? -1 : 1;
  const exponent = bits >> 10 & 31;
  const fraction = bits & 1023;
  return sign * (exponent ? 2 ** (exponent - 15) * (1 + fraction / 1024) : 2 ** -14 * (fraction / 1024));
}
function unpackWeights({ weights, dtype }) {
  const { buffer } = bytes(weights);
  return dtype === "float16" ? Float64Array.from(new Uint16Array(buffer), half) : new Float32Array(buffer);
}
function unpackLayers(net, shape) {
  const weights = unpackWeights(net);
  let at = 0;
  const take = (count) => {
    at += count;
    return weights.subarray(at - count, at);
  };
  let reads = shape;
  return net.layers.map((layer) => {
    const { C, H, W } = reads;
    const makes = outShape(layer, reads);
    const taps = { CONV: C * layer.F ** 2, FC: C * H * W }[layer.kind];
    const own = taps ? { w: take(layer.K * taps), b: take(layer.K) } : {};
    const unpacked2 = { ...layer, ...own, reads, makes };
    reads = makes;
    return unpacked2;
  });
}
function outShape({ kind, K, F, S, P }, { C, H, W }) {
  if (kind === "RELU") return { C, H, W };
  if (kind === "FC") return { C: K, H: 1, W: 1 };
  return { C: kind === "CONV" ? K : C, H: outSize(H, F, S, P), W: outSize(W, F, S, P) };
}
var empty = ({ C, H, W }) => ({ C, H, W, data: new Float64Array(C * H * W) });
var forward = (layer, x) => ({ CONV: conv, RELU: relu, POOL: pool, FC: linear })[layer.kind](layer, x);
function conv(layer, x) {
  const { K, w, b } = layer;
  const y = empty(outShape(layer, x));
  const area = y.H * y.W;
  for (let k2 = 0; k2 < K; k2++) y.data.fill(b[k2], k2 * area, (k2 + 1) * area);
  const taps = tapsOf(layer, x, y);
  let k = 0;
  for (; k + 4 <= K; k += 4)
    for (let n = 0; n < taps.length; n++) {
      const weights = [0, 1, 2, 3].map((more) => w[(k + more) * taps.length + n]);
      addToFour(y.data, k * area, area, y.W, weights, x.data, taps[n]);
    }
  for (; k < K; k++)
    for (let n = 0; n < taps.length; n++) addToOne(y.data, k * area, y.W, w[k * taps.length + n], x.data, taps[n]);
  return y;
}
function tapsOf({ F, S, P }, x, y) {
  const taps = [];
  for (let c = 0; c < x.C; c++)
    for (let u = 0; u < F; u++)
      for (let v = 0; v < F; v++) {
        const [top, bottom] = within(u, S, P, x.H, y.H);
        const [left, right] = within(v, S, P, x.W, y.W);
        const from = (c * x.H - P + u) * x.W - P + v;
        taps.push({ top, bottom, left, right, from, down: S * x.W, across: S });
      }
  return taps;
}
function within(u, S, P, side, count) {
  return [Math.max(Math.ceil((P - u) / S), 0), Math.min(Math.floor((side - 1 + P - u) / S) + 1, count)];
}
function addToOne(y, start, W, weight, x, { top, bottom, left, right, from, down, across }) {
  for (let row = top; row < bottom; row++) {
    const [to, at] = [start + row * W, from + row * down];
    for (let col = left; col < right; col++) y[to + col] += weight * x[at + col * across];
  }
}
function addToFour(y, start, area, W, [w0, w1, w2, w3], x, { top, bottom, left, right, from, down, across }) {
  for (let row = top; row < bottom; row++) {
    const at = from + row * down;
    for (let col = left, to = start + row * W + left; col < right; col++, to++) {
      const value = x[at + col * across];
      y[to] += w0 * value;
      y[to + area] += w1 * value;
      y[to + 2 * area] += w2 * value;
      y[to + 3 * area] += w3 * value;
    }
  }
}
function relu(_, x) {
  const data = new Float64Array(x.data.length);
  for (let n = 0; n < data.length; n++) data[n] = Math.max(x.data[n], 0);
  return { ...x, data };
}
function pool(layer, x) {
  const { F, S, P } = layer;
  const y = empty(outShape(layer, x));
  for (let c = 0, n = 0; c < x.C; c++) {
    for (let row = 0; row < y.H; row++) {
      for (let col = 0; col < y.W; col++, n++) {
        let most = -Infinity;
        for (let r = Math.max(row * S - P, 0); r < Math.min(row * S - P + F, x.H); r++) {
          for (let q = Math.max(col * S - P, 0); q < Math.min(col * S - P + F, x.W); q++) {
            const value = x.data[(c * x.H + r) * x.W + q];
            if (value > most) most = value;
          }
        }
        y.data[n] = most;
      }
    }
  }
  return y;
}
function linear({ K, w, b }, x) {
  const y = empty({ C: K, H: 1, W: 1 });
  const count = x.data.length;
  for (let k = 0; k < K; k++) {
    let sum = b[k];
    for (let i = 0; i < count; i++) sum += x.data[i] * w[k * count + i];
    y.data[k] = sum;
  }
  return y;
}
function receptiveField(layers) {
  let [size, step, start] = [1, 1, 0];
  for (const { kind, F, S, P } of layers) {
    if (kind === "FC") return { size: null, step: 0, start: 0 };
    if (kind === "RELU") continue;
    size += (F - 1) * step;
    start -= P * step;
    step *= S;
  }
  return { size, step, start };
}

// js/fully_connected_as_convolution/ink.js
var STAMP = 28;
var LONGEST = 2400;
var REACH = 1.7;
var MARK = /^(?:(\d)@(-?\d{1,3}),(-?\d{1,3})|~((?:[0-9a-z]{4})+))$/;
var DIGITS = [
  "~0a0w090s0a0p0c0l0g0i0m0g0r0g0x0g130i170k1a0o1b0s1a0v180z14120y140t140n140h120d100a0w",
  "~090t1b0r",
  "~0f0h0c0j0a0m090q090u0b0y0e110h120l120p101a0h1a15",
  "~0d0i0a0l090p090t0a0x0e100h110l110p0y0r0q0r0t0t0y0v110z1313131711190x1b0t1b0o190k160h",
  "~090o0u0f0u16 ~0e0z1b0w",
  "~0a140a0k0p0i0p0l0o0q0o0v0r0z0v1210131412180y1a0u1a0o190j160f",
  "~090y0k0m0z0h0v0i0s0l0q0p0p0t0q0x0t110x1311131512180z1a0v1b0r1a0n170j130h0z0h",
  "~0b0g0b150s0v1b0o",
  "~0r0u0r0q0p0m0m0j0i0i0f0j0c0m0a0q0a0u0b0x0e100i110m110p0z0r0v0r0s0s0w0u100x121113151218101a0w1b0s1a0o180k150i110h0x0i0u0k0s0o0r0s",
  "~0j120f100c0y0a0t0a0p0c0k0f0i0j0g0n0i0q0k0s0p0s0t0q0y0n100j120u111b0x"
];
function readDrawing(text) {
  if (text.length > LONGEST) throw new Error(`A drawing has at most ${LONGEST} characters.`);
  return text.split(" ").filter(Boolean).flatMap(readMark);
}
function readMark(word) {
  const [, digit, row, col, points] = MARK.exec(word) ?? [];
  if (points) return [readPoints(points)];
  if (!digit) throw new Error(`“${word}” is neither a stamp nor a stroke.`);
  const strokes = DIGITS[digit].split(" ").map((stroke) => readPoints(stroke.slice(1)));
  return strokes.map((stroke) => stroke.map(([y, x]) => [y + Number(row), x + Number(col)]));
}
var readPoints = (text) => text.match(/.{4}/g).map((point) => [0, 2].map((at) => Number.parseInt(point.slice(at, at + 2), 36) / 2));
var writeStamp = (digit, row, col) => `${digit}@${row},${col}`;
var writeStroke = (points) => `~${points.map(
  (point) => point.map(
    (at) => Math.round(2 * at).toString(36).padStart(2, "0")
  ).join("")
).join("")}`;
var addMark = (drawing, mark) => drawing ? `${drawing} ${mark}` : mark;
function render(text, H, W) {
  const ink = new Float64Array(H * W);
  for (const points of readDrawing(text))
    for (let n = 0; n < Math.max(points.length - 1, 1); n++) drawLine(ink, H, W, points[n], points[n + 1] ?? points[n]);
  return ink;
}
function drawLine(ink, H, W, begin, end) {
  const first = (axis) => Math.max(Math.floor(Math.min(begin[axis], end[axis]) - REACH), 0);
  const last2 = (axis, side) => Math.min(Math.ceil(Math.max(begin[axis], end[axis]) + REACH), side);
  const [down, across] = [end[0] - begin[0], end[1] - begin[1]];
  const length = down * down + across * across;
  for (let row = first(0); row < last2(0, H); row++)
    for (let col = first(1); col < last2(1, W); col++) {
      const [y, x] = [row + 0.5 - begin[0], col + 0.5 - begin[1]];
      const along = length ? Math.min(Math.max((y * down + x * across) / length, 0), 1) : 0;
      const [offY, offX] = [y - along * down, x - along * across];
      const value = Math.min(Math.max(REACH - Math.sqrt(offY * offY + offX * offX), 0), 1);
      ink[row * W + col] = Math.max(ink[row * W + col], value);
    }
}

// js/fully_connected_as_convolution/canvas.js
var NEAR = 1.5;
var FAR = 4;
var STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
var KEYS = "Keys: 0 to 9 choose a stamp, arrows move it, with Shift by one pixel, Enter stamps, Backspace takes back, Delete clears";
var Canvas = class {
  // `act` hears of mark(text), preview(image) while a stroke is drawn, tool(name), clear() and undo().
  constructor(act) {
    Object.assign(this, { act, tool: "pen", at: [FAR, FAR], digit: 7 });
    this.picture = h("canvas", { "aria-hidden": "true" });
    this.ghost = h("canvas", { class: "cs-ghost", "aria-hidden": "true", width: STAMP, height: STAMP });
    this.crop = h("i", { class: "cs-crop-frame" });
    this.field = h("i", { class: "cs-field-frame" });
    this.node = h("div", { class: "cs-canvas", role: "application" }, this.picture, this.ghost, this.crop, this.field);
    const on = (name, hear) => this.node.addEventListener(name, hear);
    on("pointerdown", (event) => this.press(event));
    on("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) on(name, () => this.release());
    on("keydown", (event) => this.key(event));
    on("pointerleave", () => this.hover(false));
    on("focus", () => {
      if (this.writes && this.node.matches(":focus-visible")) this.aim(this.at);
    });
    on("blur", () => this.hover(false));
  }
  show(s, image, writes) {
    this.s = s;
    this.writes = writes;
    this.node.classList.toggle("cs-written", writes);
    this.node.tabIndex = writes ? 0 : -1;
    for (const [name, value] of [
      ["--wide", s.width],
      ["--high", s.height]
    ])
      this.node.style.setProperty(name, value);
    this.node.setAttribute("aria-label", `Canvas of ${s.width}×${s.height} pixels.${writes ? ` ${KEYS}` : ""}`);
    this.image = image;
    paint(this.picture, image, s.width, s.height);
  }
  // Frames, in pixels: the crop in view, and what a cell of it sees, or null.
  frame(crop, field) {
    place(this.crop, crop);
    this.field.hidden = !field;
    if (field) place(this.field, field);
  }
  choose(tool) {
    this.tool = tool;
    if (tool !== "pen") this.digit = Number(tool);
    paint(this.ghost, render(writeStamp(this.digit, 0, 0), STAMP, STAMP), STAMP, STAMP);
    this.hover(false);
  }
  // ---- by mouse, pen and finger -----------------------------------------------------------------------------
  point(event) {
    const { left, top, width, height } = this.picture.getBoundingClientRect();
    const at = [(event.clientY - top) / height * this.s.height, (event.clientX - left) / width * this.s.width];
    return at.map((value, axis) => Math.min(Math.max(value, 0), [this.s.height, this.s.width][axis]));
  }
  press(event) {
    if (!this.writes || event.button > 0 || this.points) return;
    const at = this.point(event);
    if (this.tool !== "pen") return this.stampAround(at);
    this.node.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.points = [at];
    this.ink = this.image.slice();
    this.draw(at, at);
  }
  move(event) {
    if (!this.writes) return;
    if (!this.points) {
      if (this.tool !== "pen" && event.pointerType === "mouse") this.aim(this.cornerAround(this.point(event)));
      return;
    }
    if (event.pointerId !== this.pointer) return;
    for (const one of event.getCoalescedEvents?.() ?? [event]) {
      const [at, last2] = [this.point(one), this.points.at(-1)];
      if (Math.hypot(at[0] - last2[0], at[1] - last2[1]) < NEAR) continue;
      this.points.push(at);
      this.draw(last2, at);
    }
  }
  draw(begin, end) {
    drawLine(this.ink, this.s.height, this.s.width, begin, end);
    this.frameAsked ?? (this.frameAsked = requestAnimationFrame(() => {
      this.frameAsked = null;
      if (!this.points) return;
      paint(this.picture, this.ink, this.s.width, this.s.height);
      this.act.preview(this.ink);
    }));
  }
  release() {
    if (!this.points) return;
    const points = this.points;
    this.points = null;
    if (!this.act.mark(writeStroke(points))) this.show(this.s, this.image, this.writes);
  }
  cornerAround([row, col]) {
    return [row, col].map((at) => Math.round(at - STAMP / 2));
  }
  stampAround(at) {
    this.act.mark(writeStamp(this.digit, ...this.cornerAround(at)));
  }
  // ---- by keyboard ------------------------------------------------------------------------------------------
  key(event) {
    if (!this.writes || event.altKey) return;
    const command = event.ctrlKey || event.metaKey;
    const acts = {
      Delete: () => this.act.clear(),
      Backspace: () => this.act.undo(),
      Enter: () => this.stamp(),
      " ": () => this.stamp()
    };
    if (command && event.key === "z") this.act.undo();
    else if (command) return;
    else if (/^\d$/.test(event.key)) this.take(event.key);
    else if (event.key in STEPS) this.shift(STEPS[event.key], event.shiftKey ? 1 : FAR);
    else if (event.key in acts) acts[event.key]();
    else return;
    event.preventDefault();
  }
  take(digit) {
    this.act.tool(digit);
    this.aim(this.at);
  }
  shift([down, across], by) {
    if (this.tool === "pen") this.act.tool(String(this.digit));
    const [row, col] = this.at;
    this.aim([row + by * down, col + by * across]);
    this.act.aimed(this.digit, ...this.at);
  }
  stamp() {
    if (this.tool === "pen") this.act.tool(String(this.digit));
    this.aim(this.at);
    this.act.mark(writeStamp(this.digit, ...this.at));
  }
  // Show the stamp with its corner at a pixel of the canvas, as near as it can stand whole.
  aim(corner) {
    this.at = corner.map(
      (at, axis) => Math.min(Math.max(at, 0), Math.max([this.s.height, this.s.width][axis] - STAMP, 0))
    );
    this.hover(true);
    place(this.ghost, { top: this.at[0], left: this.at[1], down: STAMP, across: STAMP });
  }
  hover(on) {
    this.node.classList.toggle("cs-aims", on);
  }
  destroy() {
    cancelAnimationFrame(this.frameAsked);
  }
};
function place(node, { top, left, down, across }) {
  for (const [name, value] of Object.entries({ top, left, down, across })) node.style.setProperty(`--${name}`, value);
}
function paint(canvas, ink, width, height) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let n = 0; n < ink.length; n++) {
    const isNone = Number.isNaN(ink[n]);
    if (isNone) image.data.fill(128, 4 * n, 4 * n + 3);
    const pattern = (n % width + Math.floor(n / width)) % 3 ? 64 : 166;
    image.data[4 * n + 3] = isNone ? pattern : Math.round(255 * ink[n]);
  }
  context.putImageData(image, 0, 0);
}

// js/shared/grid.js
var STEPS2 = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
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
  if (!(event.key in STEPS2) || event.altKey || top) return null;
  const [down, right] = STEPS2[event.key];
  if (row + down < 0 && slice > 0) return [slice - 1, sizes[slice - 1][0] - 1, clamp(col, sizes[slice - 1][1])];
  if (row + down >= rows && slice < sizes.length - 1) return [slice + 1, 0, clamp(col, sizes[slice + 1][1])];
  return [slice, clamp(row + down, rows), clamp(col + right, cols)];
}
var clamp = (value, count) => Math.min(Math.max(value, 0), count - 1);
var last = (sizes, slice) => [slice, sizes[slice][0] - 1, sizes[slice][1] - 1];
function sliceRows(slice, rows, cols, ring = 0) {
  const cells = [];
  const field = [];
  const lines = [];
  for (let r = -ring; r < rows + ring; r++) {
    const inside = r >= 0 && r < rows;
    const across = Array.from({ length: cols + 2 * ring }, (_, n) => {
      const c = n - ring;
      if (!inside || c < 0 || c >= cols) return h("span", { class: "cs-cell cs-zero", "aria-hidden": "true" }, "0");
      const cell = h("span", { class: "cs-cell", role: "gridcell", tabindex: "-1" });
      cell.at = [slice, r, c];
      return cell;
    });
    field.push(across);
    if (inside) cells.push(across.slice(ring, ring + cols));
    lines.push(h("div", { class: "cs-row", ...inside ? { role: "row" } : { "aria-hidden": "true" } }, across));
  }
  return { cells, field, lines };
}
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

// js/fully_connected_as_convolution/model.js
var SURE = 0.9;
var EQUAL = 1e-9;
var unpacked = /* @__PURE__ */ new WeakMap();
function slidingOf(s) {
  const net = s.nets[s.padded && s.nets.length > 1 ? 1 : 0];
  if (!unpacked.has(net)) unpacked.set(net, cutInTwo(net));
  return unpacked.get(net);
}
function cutInTwo(net) {
  const layers = unpackLayers(net, { C: 1, H: net.side, W: net.side });
  const first = layers.findIndex(({ kind }) => kind === "FC");
  const features = layers.slice(0, first);
  const { size, step } = receptiveField(features);
  const head = layers.slice(first).map(asConv);
  return { ...net, features, head, step, sees: size, cells: head[0].reads.H, classes: layers.at(-1).K };
}
var asConv = (layer) => layer.kind === "FC" ? { ...layer, kind: "CONV", F: layer.reads.H, S: 1, P: 0 } : layer;
var run = (layers, x) => layers.reduce((volume, layer) => forward(layer, volume), x);
function placesOf(s) {
  const { side, step } = slidingOf(s);
  return [s.height, s.width].map((length) => Math.floor((length - side) / step) + 1);
}
var placeOf = (s) => placesOf(s).map((count, axis) => Math.min([s.row, s.col][axis], count - 1));
var begun = {};
var inked = {};
function imageOf({ pixels, drawing, height, width }) {
  const key = `${drawing} ${height} ${width}`;
  if (inked.key !== key || begun.pixels !== pixels) {
    if (begun.pixels !== pixels) begun = { pixels, values: pixels && Float64Array.from(bytes(pixels), (v) => v / 255) };
    const ink = render(drawing, height, width);
    inked = { key, values: pixels ? ink.map((value, n) => Math.max(value, begun.values[n])) : ink };
  }
  return inked.values;
}
function runFeatures({ features, mean, std }, image, H, W) {
  return run(features, { C: 1, H, W, data: image.map((value) => (value - mean) / std) });
}
function scanImage(s, image) {
  const sliding = slidingOf(s);
  const before = runFeatures(sliding, image, s.height, s.width);
  return { before, scores: cut(run(sliding.head, before), ...placesOf(s)) };
}
function cut(x, H, W) {
  if (x.H === H && x.W === W) return x;
  return part(x, 0, 0, H, W);
}
function part(x, top, left, H, W) {
  const data = new Float64Array(x.C * H * W);
  for (let c = 0; c < x.C; c++)
    for (let row = 0; row < H; row++) {
      const from = (c * x.H + top + row) * x.W + left;
      data.set(x.data.subarray(from, from + W), (c * H + row) * W);
    }
  return { C: x.C, H, W, data };
}
var scanned = {};
function scanOf(s) {
  const image = imageOf(s);
  if (scanned.image !== image || scanned.sliding !== slidingOf(s))
    scanned = { image, sliding: slidingOf(s), ...scanImage(s, image) };
  return scanned;
}
var compared = {};
function compare(s) {
  const scan = scanOf(s);
  const [row, col] = placeOf(s);
  if (compared.scan !== scan || compared.row !== row || compared.col !== col)
    compared = { scan, row, col, ...compareCrop(s, scan, row, col) };
  return compared;
}
function compareCrop(s, { image, before, scores }, row, col) {
  const sliding = slidingOf(s);
  const { side, step, cells } = sliding;
  const whole = { C: 1, H: s.height, W: s.width, data: image };
  const crop = part(whole, step * row, step * col, side, side);
  const alone = runFeatures(sliding, crop.data, side, side);
  return {
    differences: differences(part(before, row, col, cells, cells), alone),
    best: best(part(scores, row, col, 1, 1).data),
    bestAlone: best(run(sliding.head, alone).data),
    untouched: untouched(s)
  };
}
function differences(passed, alone) {
  const area = passed.H * passed.W;
  const most = new Float64Array(area);
  let top = 1;
  passed.data.forEach((value, n) => {
    top = Math.max(top, Math.abs(value));
    most[n % area] = Math.max(most[n % area], Math.abs(value - alone.data[n]));
  });
  return most.map((value) => value <= EQUAL * top ? 0 : value);
}
function best(scores) {
  const score = Math.max(...scores);
  return { k: scores.indexOf(score), score };
}
function untouched(s) {
  const { features, side, step } = slidingOf(s);
  const [rows, columns] = placeOf(s).map(
    (at, axis) => untouchedAlong(features, side, [s.height, s.width][axis], step * at)
  );
  return rows.flatMap((row) => columns.map((column) => row && column));
}
function untouchedAlong(features, side, length, corner) {
  let fine = Array(side).fill(true);
  let [whole, start] = [length, corner];
  for (const { kind, F, S, P } of features) {
    if (kind === "RELU") continue;
    const isFine = (at) => fine[at] ?? !(at + start >= 0 && at + start < whole);
    const count = Math.floor((fine.length - F + 2 * P) / S) + 1;
    fine = Array.from(
      { length: count },
      (_, n) => Array.from({ length: F }, (_2, u) => isFine(n * S - P + u)).every(Boolean)
    );
    whole = Math.floor((whole - F + 2 * P) / S) + 1;
    start /= S;
  }
  return fine;
}
function macsOf(s) {
  const { features, head, side } = slidingOf(s);
  const all = [...features, ...head];
  return { once: macs(all, { C: 1, H: s.height, W: s.width }), crop: macs(all, { C: 1, H: side, W: side }) };
}
function macs(layers, shape) {
  let [sum, reads] = [0, shape];
  for (const layer of layers) {
    const makes = outShape(layer, reads);
    if (layer.kind === "CONV") sum += makes.C * makes.H * makes.W * reads.C * layer.F ** 2;
    reads = makes;
  }
  return sum;
}
function seenAt({ C, H, W, data }, labels) {
  const area = H * W;
  return Array.from({ length: area }, (_, at) => {
    let k = 0;
    for (let other = 1; other < C; other++) if (data[other * area + at] > data[k * area + at]) k = other;
    let sum = 0;
    for (let other = 0; other < C; other++) sum += Math.exp(data[other * area + at] - data[k * area + at]);
    return labels[k] && 1 / sum >= SURE ? k : -1;
  });
}
function sightings(shown, labels) {
  const counts = labels.map((_, k) => [k, shown.filter((one) => one === k).length]);
  return counts.filter(([, count]) => count);
}
function bestPlace({ C, H, W, data }, labels) {
  const named = Array.from({ length: C }, (_, k) => k).filter((k) => labels[k]);
  const at = firstBest(Array.from({ length: H * W }, (_, n) => Math.max(...named.map((k) => data[k * H * W + n]))));
  const scores = named.map((k) => data[k * H * W + at]);
  return { row: Math.floor(at / W), col: at % W, k: named[scores.indexOf(Math.max(...scores))] };
}
function firstBest(values) {
  const top = Math.max(...values);
  return values.findIndex((value) => value >= top - EQUAL * Math.max(1, Math.abs(top)));
}
var isHidden = ({ ask, checked }) => ask && !checked;
function markedOf(s) {
  const { cells } = slidingOf(s);
  return Array.from({ length: cells * cells }, (_, n) => s.marks.some(([row, col]) => row * cells + col === n));
}
function judge(s, { differences: differences2, untouched: untouched2 } = compare(s)) {
  const marked = markedOf(s);
  const count = (is) => marked.filter((mark, n) => is(mark, n)).length;
  return { wrong: count((mark, n) => mark && differences2[n]), leftOut: count((mark, n) => !mark && untouched2[n]) };
}
function facts(s) {
  const [row, col] = placeOf(s);
  const found = compare(s);
  const { wrong, leftOut } = judge(s, found);
  const { scores } = scanOf(s);
  return {
    padded: s.padded,
    row,
    col,
    cells: found.differences.length,
    equal: found.differences.filter((value) => value === 0).length,
    seen: sightings(seenAt(scores, s.labels), s.labels).map(([k]) => s.labels[k]).join(", "),
    right: s.checked && !wrong && !leftOut
  };
}
function mismatch(s) {
  try {
    readDrawing(s.drawing);
  } catch (error) {
    return error.message;
  }
  const { cells } = slidingOf(s);
  const fine = s.marks.every((mark) => mark.length === 2 && mark.every((at) => at >= 0 && at < cells));
  return fine && s.row >= 0 && s.col >= 0 ? "" : "This canvas has no such place or cell.";
}

// js/fully_connected_as_convolution/messages.js
var plural = (n, word) => `${grouped(n)} ${word}${n === 1 ? "" : "s"}`;
var where = (row, col) => `row ${row}, column ${col}`;
function netMessage(s) {
  const [rows, cols] = placesOf(s);
  const name = s.nets.length === 1 ? "Your net" : `The net ${s.padded ? "with" : "without"} zero padding`;
  return `${name} gives scores at ${cols}×${rows} places, ${plural(slidingOf(s).step, "pixel")} apart.`;
}
function seenMessage(s, { scores } = scanOf(s)) {
  const found = sightings(seenAt(scores, s.labels), s.labels);
  if (!found.length) return "Nothing is seen.";
  const each = found.map(([k2, count]) => `${s.labels[k2]} at ${plural(count, "place")}`).join(", ");
  const { row, col, k } = bestPlace(scores, s.labels);
  return `Seen: ${each}. The highest score is for ${s.labels[k]}, at ${where(row, col)}.`;
}
function bill(s) {
  const { once, crop } = macsOf(s);
  const [rows, cols] = placesOf(s);
  const together = rows * cols * crop;
  return { once, crops: rows * cols, together, times: together / once };
}
function billMessage(s) {
  const { once, crops, together, times } = bill(s);
  return `One pass: ${grouped(once)} multiply-adds. ${plural(crops, "crop")}, each by itself: ${grouped(together)}, ${number(times)} times as many.`;
}
function cropMessage(s, found = compare(s)) {
  const begin = `Crop at ${where(...placeOf(s))}`;
  const count = found.differences.length;
  if (isHidden(s)) return `${begin}: which of its ${count} cells in front of the FC layers are equal?`;
  const equal = found.differences.filter((value) => value === 0).length;
  const lucky = luckyCells(found) ? `, ${luckyCells(found)} of them by luck` : "";
  return `${begin}: ${equal === count ? "all" : `${equal} of`} ${count} cells in front of the FC layers are equal${lucky}.`;
}
function scoresMessage(s, { best: best2, bestAlone } = compare(s)) {
  const name = ({ k }) => s.labels[k] || "“nothing”";
  if (best2.k === bestAlone.k)
    return `Its highest score, for ${name(best2)}: ${number(best2.score)} in the pass, ${number(bestAlone.score)} by itself.`;
  return `Its highest score: ${number(best2.score)} for ${name(best2)} in the pass, ${number(bestAlone.score)} for ${name(bestAlone)} by itself.`;
}
function whyMessage(s, found = compare(s)) {
  const { sees, cells } = slidingOf(s);
  const { untouched: untouched2 } = found;
  const begin = `Each cell sees ${sees}×${sees} pixels.`;
  if (untouched2.every(Boolean))
    return `${begin} None reaches over a cut edge, so that pass and crop add up the same numbers.`;
  const zeros = "where the pass has pixels and the crop by itself zeros.";
  const total = untouched2.filter(Boolean).length;
  if (!total) return `${begin} All reach over a cut edge, ${zeros} ${luck(found)}`.trimEnd();
  const rows = new Set(untouched2.flatMap((fine, n) => fine ? [Math.floor(n / cells)] : []));
  const columns = plural(total / rows.size, "column");
  return `${begin} In ${plural(rows.size, "row")} and ${columns} they stay within the cut edges: ${total} cells. The others reach over one, ${zeros} ${luck(found)}`.trimEnd();
}
function luckyCells({ differences: differences2, untouched: untouched2 }) {
  return untouched2.filter((fine, n) => !fine && differences2[n] === 0).length;
}
function luck(found) {
  const count = luckyCells(found);
  return count ? `${count} of them ${count === 1 ? "is" : "are"} equal by luck: other ink would change that.` : "";
}
function verdict(s, found = compare(s)) {
  const { wrong, leftOut } = judge(s, found);
  if (!wrong && !leftOut) return "Right.";
  const said = [];
  if (wrong) said.push(`${plural(wrong, "marked cell")} ${wrong === 1 ? "differs" : "differ"}`);
  if (leftOut) said.push(`${plural(leftOut, "equal cell")} ${leftOut === 1 ? "has" : "have"} no mark`);
  return `Not yet: ${said.join(" and ")}. Choose another place of the map, and mark the cells of its crop.`;
}
function cellMessage(s, row, col, found = compare(s)) {
  const n = row * slidingOf(s).cells + col;
  const difference = found.differences[n];
  const marked = markedOf(s)[n] ? "marked as equal" : "not marked";
  const said = isHidden(s) ? marked : difference === 0 ? "equal" : `differs by ${number(difference)}`;
  return `Cell at ${where(row, col)}: ${said}`;
}
function describe(s) {
  const said = [`A canvas of ${s.width}×${s.height} pixels.`, netMessage(s), seenMessage(s), billMessage(s)];
  if (!s.knobs.includes("crop")) return said.join(" ");
  const found = compare(s);
  said.push(cropMessage(s, found));
  if (!isHidden(s)) {
    if (s.ask) said.push(verdict(s, found));
    said.push(scoresMessage(s, found), whyMessage(s, found));
  }
  return said.join(" ");
}

// js/fully_connected_as_convolution/crop.js
var Crop = class {
  // `act` hears of toggle(row, col), check() and of look(at), the cell that the reader points at, [row, col] or null.
  constructor(act) {
    this.act = act;
    this.pictures = ["in the pass", "by itself"].map((name) => new Surroundings(name));
    this.grid = h("div", { class: "cs-cells", role: "grid", "aria-label": "Cells in front of the FC layers" });
    this.size = h("span", {});
    this.sentence = h("p", { class: "cs-sentence" });
    this.verdict = h("p", { class: "cs-verdict" });
    this.scores = h("p", {});
    this.why = h("p", { class: "cs-note" });
    this.check = h("button", { type: "button", class: "cs-button cs-check", onclick: () => act.check() }, "Check");
    this.hint = h("p", { class: "cs-note" });
    this.node = h(
      "div",
      { class: "cs-crop", role: "group", "aria-label": "The crop in view" },
      h(
        "div",
        { class: "cs-pictures" },
        this.pictures.map(({ node }) => node)
      ),
      h(
        "div",
        { class: "cs-before" },
        h("p", { class: "cs-name" }, h("b", {}, "In front of the FC layers"), this.size),
        this.grid
      ),
      h("div", { class: "cs-words" }, this.sentence, this.hint, this.check, this.verdict, this.scores, this.why)
    );
    const cellOf = (event) => event.target.closest(".cs-cell")?.at;
    this.grid.addEventListener("click", (event) => cellOf(event) && this.toggle(cellOf(event)));
    this.grid.addEventListener("keydown", (event) => this.key(event, cellOf(event)));
    for (const [name, on] of [
      ["pointerover", true],
      ["focusin", true],
      ["pointerleave", false],
      ["focusout", false]
    ])
      this.grid.addEventListener(name, (event) => act.look(on && cellOf(event) ? cellOf(event).slice(1) : null));
  }
  toggle(at) {
    this.roving.point(at, true);
    this.act.toggle(at[1], at[2]);
  }
  key(event, at) {
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      this.act.toggle(at[1], at[2]);
      return;
    }
    const next = this.roving.key(event);
    if (next) this.roving.point(next, true);
  }
  show(s, found) {
    const { cells } = slidingOf(s);
    if (this.cells?.length !== cells) this.build(cells);
    this.s = s;
    this.found = found;
    const hidden = isHidden(s);
    const marked = markedOf(s);
    const most = Math.max(...found.differences);
    this.grid.classList.toggle("cs-asks", s.ask);
    found.differences.forEach((difference, n) => {
      const cell = this.cells[Math.floor(n / cells)][n % cells];
      const wrong = s.ask && !hidden && (marked[n] ? difference > 0 : found.untouched[n]);
      const kind = hidden ? "cs-hidden" : difference ? "cs-off" : "cs-same";
      const look = `cs-cell ${kind}${marked[n] ? " cs-marked" : ""}${wrong ? " cs-wrong" : ""}`;
      if (cell.className !== look) cell.className = look;
      cell.style.setProperty("--off", (difference / (most || 1)).toFixed(2));
      if (s.ask) cell.setAttribute("aria-selected", marked[n]);
      else cell.removeAttribute("aria-selected");
      say(cell, hidden ? "" : difference ? short(difference) : "=");
    });
    this.roving.point(this.roving.at);
    say(this.size, `${cells}×${cells} cells`);
    say(this.sentence, cropMessage(s, found));
    say(this.hint, hidden ? "A click or the space key marks a cell. The frame shows what it sees." : this.legend(most));
    this.check.hidden = !hidden;
    this.verdict.hidden = !s.ask || hidden;
    say(this.verdict, verdict(s, found));
    this.verdict.classList.toggle("cs-right", this.verdict.textContent === "Right.");
    for (const [node, words] of [
      [this.scores, scoresMessage(s, found)],
      [this.why, whyMessage(s, found)]
    ]) {
      node.hidden = hidden;
      say(node, words);
    }
  }
  legend(most) {
    return most ? "=: all numbers of a cell are equal; else the largest difference." : "";
  }
  focus() {
    this.roving.point(this.roving.at, true);
  }
  build(cells) {
    const rows = sliceRows(0, cells, cells);
    this.cells = rows.cells;
    this.grid.replaceChildren(...rows.lines);
    this.grid.style.setProperty("--cells", cells);
    this.roving = new Roving([this.cells], ([, row, col]) => this.s ? cellMessage(this.s, row, col, this.found) : "");
  }
  // What the pass has around the crop and the crop by itself; `at` is the cell that is pointed at.
  showPictures(at) {
    const { s } = this;
    const { features, side, step, cells } = slidingOf(s);
    const { size, start } = receptiveField(features);
    const margin = Math.max(-start, start + (cells - 1) * step + size - side, 0);
    const [row, col] = placeOf(s).map((one) => one * step);
    const image = imageOf(s);
    const seen = at && { top: at[0] * step + start, left: at[1] * step + start, down: size, across: size };
    const inImage = (r, c) => r >= 0 && r < s.height && c >= 0 && c < s.width;
    const inCrop = (r, c) => r >= row && r < row + side && c >= col && c < col + side;
    [inImage, inCrop].forEach((isThere, n) => {
      this.pictures[n].show(
        side,
        margin,
        seen,
        (r, c) => isThere(row + r, col + c) ? image[(row + r) * s.width + col + c] : NaN
      );
    });
  }
};
var Surroundings = class {
  constructor(name) {
    this.canvas = h("canvas", { "aria-hidden": "true" });
    this.frame = h("i", { class: "cs-crop-frame" });
    this.field = h("i", { class: "cs-field-frame" });
    const stage = h("div", { class: "cs-stage" }, this.canvas, this.frame, this.field);
    this.node = h("div", { class: "cs-picture" }, stage, h("p", { class: "cs-note" }, name));
    this.stage = stage;
  }
  // `valueAt(row, col)` is the ink at a pixel of the crop, NaN where there is none, and layers read zeros.
  show(side, margin, seen, valueAt) {
    const all = side + 2 * margin;
    const ink = new Float64Array(all * all);
    for (let r = 0; r < all; r++) for (let c = 0; c < all; c++) ink[r * all + c] = valueAt(r - margin, c - margin);
    paint(this.canvas, ink, all, all);
    for (const name of ["--wide", "--high"]) this.stage.style.setProperty(name, all);
    place(this.frame, { top: margin, left: margin, down: side, across: side });
    this.field.hidden = !seen;
    if (seen) place(this.field, { ...seen, top: seen.top + margin, left: seen.left + margin });
  }
};

// js/fully_connected_as_convolution/map.js
var ScoreMap = class {
  // `choose(row, col)` hears of the place that the reader points at.
  constructor(choose) {
    this.choose = choose;
    this.name = h("span", {});
    this.grid = h("div", { class: "cs-places" });
    this.best = h("i", { class: "cs-best" });
    this.chosen = h("i", { class: "cs-chosen" });
    this.field = h("div", { class: "cs-map", role: "application" }, this.grid, this.best, this.chosen);
    this.seen = h("p", { class: "cs-seen" });
    const legend = h(
      "p",
      { class: "cs-legend" },
      h("span", {}, h("i", { class: "cs-best" }), "highest score"),
      h("span", { class: "cs-of-crop" }, h("i", { class: "cs-chosen" }), "the crop in view")
    );
    this.node = h(
      "div",
      { class: "cs-map-part" },
      h("p", { class: "cs-name" }, h("b", {}, "What it sees where"), this.name),
      this.field,
      legend,
      this.seen
    );
    const point = (event) => event.buttons === 1 && this.point(event);
    this.field.addEventListener("pointerdown", point);
    this.field.addEventListener("pointermove", point);
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.cells = [];
  }
  point(event) {
    if (!this.picks) return;
    const { left, top, width, height } = this.grid.getBoundingClientRect();
    const within2 = (part2, count) => Math.min(Math.max(Math.floor(part2 * count), 0), count - 1);
    this.choose(within2((event.clientY - top) / height, this.rows), within2((event.clientX - left) / width, this.cols));
  }
  key(event) {
    if (!this.picks || event.key.startsWith("Page")) return;
    const at = destination(event, [0, ...this.at], [[this.rows, this.cols]]);
    if (!at) return;
    event.preventDefault();
    this.choose(at[1], at[2]);
  }
  show(s, picks) {
    this.picks = picks;
    this.field.tabIndex = picks ? 0 : -1;
    this.node.classList.toggle("cs-picks", picks);
    this.at = placeOf(s);
    const [rows, cols] = placesOf(s);
    if (rows !== this.rows || cols !== this.cols) this.build(rows, cols);
    this.showScan(s, scanOf(s));
    stand(this.chosen, ...this.at);
    const [row, col] = this.at;
    const label = this.cells[row * cols + col].textContent || "nothing";
    this.field.setAttribute("aria-label", `Map, row ${row}, column ${col}: ${label}`);
  }
  build(rows, cols) {
    Object.assign(this, { rows, cols });
    this.cells = Array.from({ length: rows * cols }, () => h("span", { class: "cs-place" }));
    this.grid.replaceChildren(...this.cells);
    this.field.style.setProperty("--rows", rows);
    this.field.style.setProperty("--cols", cols);
    say(this.name, `${cols}×${rows} places`);
  }
  // What one pass has found; also while a stroke is drawn.
  showScan(s, scan) {
    const shown = seenAt(scan.scores, s.labels);
    shown.forEach((k, n) => {
      const cell = this.cells[n];
      const look = k < 0 ? "cs-place" : `cs-place cs-class-${k % 10}`;
      if (cell.className !== look) cell.className = look;
      say(cell, s.labels[k] ?? "");
    });
    const best2 = bestPlace(scan.scores, s.labels);
    stand(this.best, best2.row, best2.col);
    say(this.seen, seenMessage(s, scan));
  }
};
function stand(node, row, col) {
  node.style.setProperty("--row", row);
  node.style.setProperty("--col", col);
}
var Bill = class {
  constructor() {
    this.once = h("b", {});
    this.together = h("b", {});
    this.crops = h("span", {});
    this.times = h("p", { class: "cs-times" });
    this.bar = h("i", { class: "cs-bar cs-once" });
    this.node = h(
      "div",
      { class: "cs-bill" },
      h("p", { class: "cs-name" }, h("b", {}, "What it costs"), h("span", {}, "multiply-adds")),
      h("p", {}, h("span", {}, "one pass"), this.once),
      this.bar,
      h("p", {}, this.crops, this.together),
      h("i", { class: "cs-bar" }),
      this.times
    );
  }
  show(s) {
    const { once, crops, together, times } = bill(s);
    say(this.once, grouped(once));
    say(this.crops, `${grouped(crops)} separate ${crops === 1 ? "crop" : "crops"}`);
    say(this.together, grouped(together));
    say(this.times, `${number(times)} times as many`);
    this.bar.style.width = `${Math.min(100 / times, 100)}%`;
  }
};

// js/fully_connected_as_convolution/index.js
var STATE = [
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
  "checked"
];
var TOOLS = ["pen", ..."0123456789"];
var HINT = "Write with the mouse or a finger, or choose a stamp: a digit that a click puts down. By keyboard, on the canvas: 0 to 9 for a stamp, the arrows, Enter.";
var NONE = { marks: [], checked: false };
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, [...STATE, "knobs"], describe);
    const wrong = mismatch(this.read());
    if (wrong) throw new Error(wrong);
    this.first = this.read();
    this.history = [];
    this.looked = null;
    this.canvas = new Canvas({
      mark: (mark) => this.mark(mark),
      preview: (image) => this.preview(image),
      tool: (tool) => this.choose(tool),
      aimed: (digit, row, col) => this.announce(`Stamp ${digit} at row ${row}, column ${col}`),
      clear: () => this.clear(),
      undo: () => this.undo()
    });
    this.map = new ScoreMap((row, col) => this.move(row, col));
    this.bill = new Bill();
    this.crop = new Crop({
      toggle: (row, col) => this.toggle(row, col),
      check: () => this.check(),
      look: (at) => this.look(at)
    });
    const below = h("div", { class: "cs-below" }, this.map.node, this.bill.node);
    this.open(
      "fcconv",
      "A net slides over a canvas",
      this.buildBar(),
      this.canvas.node,
      this.under,
      below,
      this.crop.node
    );
    this.choose("pen");
    this.update();
  }
  buildBar() {
    const button = (text, act) => h("button", { type: "button", class: "cs-button", onclick: act }, text);
    this.tools = makeChoice(
      "What is written with: the pen, or a stamp",
      TOOLS.map((tool) => [tool, tool]),
      (tool) => this.choose(tool)
    );
    this.nets = makeChoice(
      "The net",
      [
        ["without", "without zero padding"],
        ["with", "with zero padding"]
      ],
      (which) => this.change({ padded: which === "with", ...NONE })
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
    this.bill.node.hidden = !writes;
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
};
var fully_connected_as_convolution_default = widget(View);
export {
  fully_connected_as_convolution_default as default
};
