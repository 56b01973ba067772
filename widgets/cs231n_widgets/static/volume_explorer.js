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
function number(value) {
  const short = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
  return short.replace("e+", "e").replaceAll("-", "−");
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
    const unpacked = { ...layer, ...own, reads, makes };
    reads = makes;
    return unpacked;
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
  let [size2, step, start] = [1, 1, 0];
  for (const { kind, F, S, P } of layers) {
    if (kind === "FC") return { size: null, step: 0, start: 0 };
    if (kind === "RELU") continue;
    size2 += (F - 1) * step;
    start -= P * step;
    step *= S;
  }
  return { size: size2, step, start };
}

// js/volume_explorer/model.js
function namesOf({ layers }) {
  const seen2 = {};
  const count = (kind) => layers.filter((layer) => layer.kind === kind).length;
  return [
    "INPUT",
    ...layers.map(({ kind }) => {
      seen2[kind] = (seen2[kind] ?? 0) + 1;
      return count(kind) > 1 ? `${kind} ${seen2[kind]}` : kind;
    })
  ];
}
function picture(s) {
  const { H, W } = s.net;
  const data = new Float64Array(3 * H * W);
  bytes(s.pixels).forEach((value, n) => {
    data[n % 3 * H * W + Math.floor(n / 3)] = value / 255;
  });
  return { name: "INPUT", C: 3, H, W, data };
}
function run(s) {
  const names = namesOf(s.net);
  const input = picture(s);
  const volumes = [input];
  let x = { ...input, data: input.data.map((value) => (value - 0.5) * 4) };
  unpackLayers(s.net, input).forEach((layer, n) => {
    x = { ...forward(layer, x), name: names[n + 1] };
    volumes.push({ ...x, w: layer.w, b: layer.b });
  });
  return volumes;
}
var readBy = (volumes, volume) => volume === 1 ? volumes[0].data.map((value) => (value - 0.5) * 4) : volumes[volume - 1].data;
function neuron(s, volumes) {
  const within2 = (value, count) => Math.min(Math.max(value, 0), count - 1);
  const volume = within2(s.volume, volumes.length);
  const { C, H, W } = volumes[volume];
  return { volume, slice: within2(s.slice, C), row: within2(s.row, H), col: within2(s.col, W) };
}
var valueAt = ({ H, W, data }, { slice, row, col }) => data[(slice * H + row) * W + col];
function seen({ net }, { volume, row, col }) {
  const { size: size2, step, start } = receptiveField(net.layers.slice(0, volume));
  if (size2 === null) return { top: 0, bottom: net.H - 1, left: 0, right: net.W - 1 };
  const along = (at, side) => {
    const first = start + at * step;
    return [Math.max(first, 0), Math.min(first + size2, side) - 1];
  };
  const [top, bottom] = along(row, net.H);
  const [left, right] = along(col, net.W);
  return { top, bottom, left, right };
}
function windowOf({ net }, { volume, row, col }) {
  const { F, S, P } = net.layers[volume - 1];
  return { top: row * S - P, left: col * S - P, F };
}
function terms(s, volumes, at) {
  const before = volumes[at.volume - 1];
  const values = readBy(volumes, at.volume);
  const { w } = volumes[at.volume];
  const { top, left, F } = windowOf(s, at);
  return Array.from({ length: before.C }, (_, c) => {
    const input = [];
    const weights = [];
    for (let u = 0; u < F; u++) {
      for (let v = 0; v < F; v++) {
        const [r, q] = [top + u, left + v];
        const inside = r >= 0 && r < before.H && q >= 0 && q < before.W;
        input.push(inside ? values[(c * before.H + r) * before.W + q] : 0);
        weights.push(w[((at.slice * before.C + c) * F + u) * F + v]);
      }
    }
    return { input, weights, sum: input.reduce((sum, value, n) => sum + value * weights[n], 0) };
  });
}
function evidence(volumes, at) {
  const before = volumes[at.volume - 1];
  const { w } = volumes[at.volume];
  const area = before.H * before.W;
  const sums = new Array(area).fill(0);
  before.data.forEach((value, i) => {
    sums[i % area] += value * w[at.slice * before.data.length + i];
  });
  return sums;
}
function ranked(s, volumes) {
  const { data } = volumes.at(-1);
  return s.labels.map((label, k) => ({ label, k, score: data[k] })).sort((a, b) => b.score - a.score || a.k - b.k);
}
function facts(s, volumes) {
  const at = neuron(s, volumes);
  const { volume, ...place } = at;
  return {
    volume: volumes[volume].name,
    ...place,
    value: valueAt(volumes[volume], at),
    sees: receptiveField(s.net.layers.slice(0, volume)).size,
    best: ranked(s, volumes)[0].label
  };
}

// js/volume_explorer/messages.js
var two = (value) => String(Math.floor(value * 100 + 0.5) / 100 + 0).replace("-", "−");
var size = ({ W, H, C }) => `${W}×${H}×${C}`;
function describe(s, volumes) {
  const sizes = volumes.map((one) => `${one.name} ${size(one)}`).join(", ");
  const best = ranked(s, volumes).slice(0, 3);
  const scores = best.map(({ label, score }) => `${label} ${two(score)}`).join(", ");
  return `${sizes}. Highest scores: ${scores}. ${neuronMessage(s, volumes)}`;
}
function neuronMessage(s, volumes, at = neuron(s, volumes)) {
  const { volume, slice, row, col } = at;
  const { name } = volumes[volume];
  if (volume === 0) {
    const value = two(valueAt(volumes[0], at));
    return `INPUT, row ${row}, column ${col}: ${["red", "green", "blue"][slice]} is ${value}, of 1 at most.`;
  }
  const score = volume === volumes.length - 1 ? `The neuron for ${s.labels[slice]}` : `Neuron ${slice} of ${name}`;
  const where = name.startsWith("FC") ? score : `The neuron at row ${row}, column ${col} of slice ${slice} of ${name}`;
  const { top, bottom, left, right } = seen(s, at);
  const whole = !top && !left && bottom === s.net.H - 1 && right === s.net.W - 1;
  const field = whole ? "the whole picture" : `${right - left + 1}×${bottom - top + 1} pixels of the picture`;
  return `${where} sees ${field}. ${madeMessage(s, volumes, at)}`;
}
function madeMessage(s, volumes, at) {
  const { kind, F } = s.net.layers[at.volume - 1];
  const before = volumes[at.volume - 1];
  const value = two(valueAt(volumes[at.volume], at));
  if (kind === "RELU") {
    const came = valueAt({ ...before, data: readBy(volumes, at.volume) }, at);
    return came > 0 ? `It gets ${two(came)} and keeps it.` : `It gets ${two(came)} and gives 0.`;
  }
  if (kind === "POOL") return `It keeps the largest of ${F}×${F} numbers: ${value}.`;
  const [across, down] = kind === "FC" ? [before.W, before.H] : [F, F];
  const count = number(across * down * before.C);
  return `It adds up ${across}·${down}·${before.C} = ${count} products and a bias: ${value}.`;
}

// js/shared/knobs.js
function knob([letter, name, least, most, colour, pace = 1], change) {
  const id = unique("knob");
  const field = h("input", {
    id,
    type: "number",
    inputmode: "numeric",
    min: least,
    max: most,
    step: pace,
    class: "cs-knob-field"
  });
  const step = (by) => () => set(Number(field.value) + by * pace);
  const set = (value) => {
    const near = least + pace * Math.round((value - least) / pace);
    const whole = Math.min(Math.max(near || 0, least), most);
    field.value = whole;
    change(letter, whole);
  };
  field.addEventListener("change", () => set(Number(field.value)));
  field.addEventListener("input", () => {
    const value = Number(field.value);
    const sound = field.value !== "" && Number.isInteger((value - least) / pace);
    if (sound && value >= least && value <= most) change(letter, value);
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
    less.disabled = value <= least;
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
  const show = (size2, view) => {
    for (const k of knobs) {
      k.show(size2[k.letter]);
      k.node.hidden = !view.hasKnob(k.letter);
    }
    node.hidden = knobs.every((k) => k.node.hidden);
  };
  return { node, knobs, show };
}

// js/volume_explorer/layout.js
var IN_LINE = 16;
var GAP = 2;
var BETWEEN = 7;
var SCORES = 164;
var NARROW = 620;
var TILES = { least: 14, most: 30 };
function plan(width, volumes) {
  const inner = volumes.slice(1, -1);
  const narrow = width < NARROW;
  const lines = inner.map(({ C }) => Math.ceil(C / IN_LINE));
  const image = narrow ? Math.min(Math.floor((width - 14) / 2), 200) : Math.min(150, Math.floor(width * 0.18));
  const count = lines.reduce((sum, n) => sum + n, 0);
  const room = narrow ? width : width - image - SCORES - 2 * 14 - (inner.length - 1) * BETWEEN;
  const across = narrow ? Math.min(IN_LINE, Math.max(...inner.map(({ C }) => C))) : count;
  const tile = Math.max(TILES.least, Math.min(TILES.most, Math.floor(room / across) - GAP));
  const length = (n) => n * (tile + GAP) - GAP;
  const places = (C) => Array.from({ length: C }, (_, k) => {
    const at = [Math.floor(k / IN_LINE), k % IN_LINE];
    return narrow ? at.reverse() : at;
  });
  const found = volumes.map(({ C }, n) => {
    if (n === 0 || n === volumes.length - 1) return null;
    const [along, deep] = [Math.min(C, IN_LINE), Math.ceil(C / IN_LINE)];
    const [columns, rows] = narrow ? [along, deep] : [deep, along];
    return { tile, gap: GAP, places: places(C), width: length(columns), height: length(rows) };
  });
  return Object.assign(found, { narrow, image });
}
function spot(planned, volume, x, y) {
  const { tile, gap, places } = planned[volume];
  const [column, row] = [x, y].map((at) => Math.floor(at / (tile + gap)));
  const within2 = (at, n) => Math.min((at - n * (tile + gap)) / tile, 0.999);
  const slice = places.findIndex((place) => place[0] === column && place[1] === row);
  return slice < 0 ? null : { slice, across: within2(x, column), down: within2(y, row) };
}

// js/volume_explorer/picture.js
var canvas = (props = {}) => h("canvas", { "aria-hidden": "true", ...props });
var mark = (kind) => h("div", { class: `cs-outline cs-outline-${kind}`, hidden: true });
var Picture = class {
  // `actions`: point(at) while the reader points at a neuron, leave(), choose(at) when they take it.
  constructor(actions) {
    this.actions = actions;
    this.image = canvas({ class: "cs-image" });
    this.field = mark("field");
    this.inputSize = h("span", {});
    this.frame = h("div", { class: "cs-frame" }, this.image, this.field);
    this.input = h("div", { class: "cs-input" }, h("div", { class: "cs-name" }, h("b", {}, "INPUT"), this.inputSize));
    this.input.append(this.frame);
    this.volumes = h("div", { class: "cs-volumes" });
    this.scores = h("div", { class: "cs-scores" });
    this.nodes = [this.input, this.volumes, this.scores];
  }
  // Make the elements for a net's volumes; `labels` name the scores.
  build(volumes, labels) {
    say(this.inputSize, size(volumes[0]));
    this.parts = volumes.slice(1, -1).map((one, n) => {
      const [kind, which = ""] = one.name.split(" ");
      const slices = canvas();
      const mine = mark("slice");
      const read = mark("read");
      const box = h("div", { class: "cs-tiles" }, slices, read, mine);
      const name2 = h("div", { class: "cs-name" }, h("b", {}, `${kind} ${which}`), h("span", {}, size(one)));
      const node = h("div", { class: "cs-volume" }, name2, box);
      this.listen(box, (event) => this.neuronAt(n + 1, box, event));
      return { node, box, slices, mine, read };
    });
    this.volumes.replaceChildren(...this.parts.map(({ node }) => node));
    const last = volumes.at(-1);
    this.bars = labels.map((label, slice) => {
      const at = { volume: volumes.length - 1, slice, row: 0, col: 0 };
      const bar = h("span", { class: "cs-bar" }, h("i", {}));
      const value = h("span", { class: "cs-score" });
      const node = h(
        "button",
        { type: "button", tabindex: "-1", onclick: () => this.actions.choose(at) },
        h("span", { class: "cs-label" }, label),
        bar,
        value
      );
      node.addEventListener("pointerenter", ({ pointerType }) => pointerType === "mouse" && this.actions.point(at));
      node.addEventListener("pointerleave", () => this.actions.leave());
      return { node, bar: bar.firstChild, value };
    });
    const name = h("div", { class: "cs-name" }, h("b", {}, last.name), h("span", {}, size(last)));
    this.scores.replaceChildren(name, ...this.bars.map(({ node }) => node));
  }
  listen(box, find) {
    box.addEventListener("pointermove", (event) => {
      const at = event.pointerType === "mouse" && find(event);
      if (at) this.actions.point(at);
    });
    box.addEventListener("pointerleave", () => this.actions.leave());
    box.addEventListener("click", (event) => {
      const at = find(event);
      if (at) this.actions.choose(at);
    });
  }
  // The neuron under the pointer in a volume's slices, or null between them.
  neuronAt(volume, box, { clientX, clientY }) {
    const { left, top } = box.getBoundingClientRect();
    const found = spot(this.plan, volume, clientX - left, clientY - top);
    if (!found) return null;
    const { H, W } = this.shown[volume];
    return { volume, slice: found.slice, row: Math.floor(found.down * H), col: Math.floor(found.across * W) };
  }
  // Draw what the net makes of a picture.
  show(volumes) {
    this.shown = volumes;
    paint(this.image, volumes[0], (n, area) => [0, 1, 2].map((c) => volumes[0].data[c * area + n]));
    this.parts.forEach(({ slices }, n) => this.drawSlices(slices, n + 1));
    const { data } = volumes.at(-1);
    const most = data.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
    const best = data.indexOf(Math.max(...data));
    this.bars.forEach(({ node, bar, value }, k) => {
      node.classList.toggle("cs-best", k === best);
      bar.className = data[k] < 0 ? "cs-below" : "";
      bar.style.width = `${Math.abs(data[k]) / most * 50}%`;
      say(value, two(data[k]));
    });
  }
  drawSlices(slices, volume) {
    const { tile, gap, places, width, height } = this.plan[volume];
    const scale = globalThis.devicePixelRatio || 1;
    slices.width = Math.round(width * scale);
    slices.height = Math.round(height * scale);
    slices.style.width = `${width}px`;
    slices.style.height = `${height}px`;
    const context = slices.getContext("2d");
    const one = this.shown[volume];
    const small = canvas();
    context.imageSmoothingEnabled = tile * scale < one.W;
    context.imageSmoothingQuality = "high";
    places.forEach(([column, row], k) => {
      paint(small, one, greys(one, k));
      const at = [column, row].map((step) => Math.round(step * (tile + gap) * scale));
      context.drawImage(small, ...at, Math.round(tile * scale), Math.round(tile * scale));
    });
  }
  // Mark a neuron: its slice, what of the volume before it is read, and its field in the image.
  mark(s, at) {
    const kind = s.net.layers[at.volume - 1]?.kind;
    this.parts.forEach(({ mine, read }, n) => {
      const volume = n + 1;
      mine.hidden = volume !== at.volume;
      if (!mine.hidden) this.frameSlice(mine, volume, at.slice);
      read.hidden = volume !== at.volume - 1;
      if (read.hidden) return;
      if (kind === "CONV" || kind === "FC")
        Object.assign(read.style, { left: 0, top: 0, width: "100%", height: "100%" });
      else this.frameSlice(read, volume, at.slice);
    });
    this.bars.forEach(
      ({ node }, k) => node.classList.toggle("cs-chosen", at.volume === this.shown.length - 1 && k === at.slice)
    );
    const { top, bottom, left, right } = seen(s, at);
    this.field.hidden = false;
    const percent = (value, side) => `${100 * value / side}%`;
    Object.assign(this.field.style, {
      left: percent(left, s.net.W),
      top: percent(top, s.net.H),
      width: percent(right - left + 1, s.net.W),
      height: percent(bottom - top + 1, s.net.H)
    });
  }
  frameSlice(node, volume, slice) {
    const { tile, gap, places } = this.plan[volume];
    const [column, row] = places[slice];
    const at = { left: column, top: row };
    for (const side of ["left", "top"]) node.style[side] = `${at[side] * (tile + gap)}px`;
    Object.assign(node.style, { width: `${tile}px`, height: `${tile}px` });
  }
  // Lay the volumes out for a width, and draw them again.
  fit(width, volumes) {
    this.plan = plan(width, volumes);
    if (this.shown) this.parts.forEach(({ slices }, n) => this.drawSlices(slices, n + 1));
  }
};
function greys({ data, H, W }, slice) {
  const area = H * W;
  const largest = (values) => values.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
  const most = Math.max(largest(data.subarray(slice * area, (slice + 1) * area)), 0.3 * largest(data));
  const negative = data.some((value) => value < 0);
  return (n) => {
    const value = data[slice * area + n] / most;
    return Array(3).fill(negative ? value / 2 + 0.5 : value);
  };
}
function paint(node, { H, W }, colour) {
  node.width = W;
  node.height = H;
  const context = node.getContext("2d");
  const pixels = context.createImageData(W, H);
  for (let n = 0; n < H * W; n++) {
    const [red, green, blue] = colour(n, H * W);
    pixels.data.set([255 * red, 255 * green, 255 * blue, 255], 4 * n);
  }
  context.putImageData(pixels, 0, 0);
}

// js/volume_explorer/neuron.js
var IN_ROW = 8;
var STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
var Neuron = class {
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
      h("div", { class: "cs-inside" }, this.choices, this.work, this.sentence)
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
    const within2 = (value, count) => Math.min(Math.max(Math.floor(value), 0), count - 1);
    const row = within2((clientY - top) / height * H, H);
    const col = within2((clientX - left) / width * W, W);
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
      ["top", at.row, one.H]
    ])
      this.dot.style[side] = `${100 * n / length}%`;
    Object.assign(this.dot.style, { width: `${100 / one.W}%`, height: `${100 / one.H}%` });
    this.map.setAttribute(
      "aria-label",
      `${one.name}, slice ${at.slice}, row ${at.row}, column ${at.col}. Arrow keys: another neuron. Page Up, Page Down: another slice.`
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
      const { top, left, F: F2 } = windowOf(s, at);
      const values = [];
      for (let r = Math.max(top, 0); r < Math.min(top + F2, before.H); r++)
        for (let q = Math.max(left, 0); q < Math.min(left + F2, before.W); q++)
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
    const most = (pick) => all.reduce((found, one) => pick(one).reduce((a, value) => Math.max(a, Math.abs(value)), found), 1e-9);
    const [largest, heaviest] = [most(({ input: input2 }) => input2), most(({ weights: weights2 }) => weights2)];
    const products = all.map(({ input: input2, weights: weights2 }) => input2.map((value, n) => value * weights2[n]));
    const rgb = (pick, scale) => tiles([all], F, 1, (_, n) => all.map((one) => pick(one)[n] * scale + 0.5));
    const input = colour ? rgb((one) => one.input, 1 / 4) : tiles(all, F, IN_ROW, (one, n) => Array(3).fill(one.input[n] / largest));
    const weights = colour ? rgb((one) => one.weights, 0.5 / heaviest) : tiles(all, F, IN_ROW, (one, n) => Array(3).fill(one.weights[n] / heaviest * 0.5 + 0.5));
    const show = diverging(products.flat());
    const made2 = tiles(products, F, IN_ROW, (_, n, d) => show(d * F * F + n));
    const label = `${F}×${F}×${all.length}`;
    const part = (name, node) => h("div", {}, h("div", { class: "cs-name" }, name), node);
    return [
      h(
        "div",
        { class: "cs-terms" },
        part(`window ${label}`, input),
        part(`× filter ${label}`, weights),
        part("= products, blue > 0", made2)
      ),
      sum
    ];
  }
};
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
    context.drawImage(clear, d % columns * step, Math.floor(d / columns) * step);
  });
  const side = all.length === 1 ? 14 : Math.max(4, Math.min(8, Math.floor(128 / W)));
  node.style.width = `${W * side}px`;
  node.style.height = `${H * side}px`;
  return node;
}
function diverging(values) {
  const most = values.reduce((found, value) => Math.max(found, Math.abs(value)), 1e-9);
  const ends = { above: [0.12, 0.44, 0.85], below: [0.88, 0.42, 0.1] };
  const middle = 0.93;
  return (n) => {
    const share = Math.abs(values[n]) / most;
    return ends[values[n] < 0 ? "below" : "above"].map((end) => middle + (end - middle) * share);
  };
}

// js/volume_explorer/own_picture.js
var FINE = 8;
async function readPicture(file, { H, W }) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new Error(`“${file.name}” is no picture that this browser can read. Try a JPEG or PNG file.`);
  }
  const across = Math.min(bitmap.width, bitmap.height * W / H);
  const down = across * H / W;
  const node = h("canvas", { width: W * FINE, height: H * FINE });
  const context = node.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, node.width, node.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(
    bitmap,
    (bitmap.width - across) / 2,
    (bitmap.height - down) / 2,
    across,
    down,
    0,
    0,
    node.width,
    node.height
  );
  bitmap.close();
  const { data } = context.getImageData(0, 0, node.width, node.height);
  let text = "";
  for (let row = 0; row < H; row++)
    for (let col = 0; col < W; col++)
      for (let c = 0; c < 3; c++) text += String.fromCharCode(mean(data, row, col, c, W * FINE));
  return btoa(text);
}
function mean(data, row, col, c, width) {
  let sum = 0;
  for (let r = row * FINE; r < (row + 1) * FINE; r++)
    for (let q = col * FINE; q < (col + 1) * FINE; q++) sum += data[(r * width + q) * 4 + c];
  return Math.round(sum / FINE ** 2);
}
function makeChooser(place, take) {
  const field = h("input", { type: "file", accept: "image/*", hidden: true });
  field.addEventListener("change", () => {
    if (field.files.length) take(field.files[0]);
    field.value = "";
  });
  place.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.items].some(({ kind }) => kind === "file")) return;
    event.preventDefault();
    place.classList.add("cs-drop");
  });
  place.addEventListener("dragleave", () => place.classList.remove("cs-drop"));
  place.addEventListener("drop", (event) => {
    place.classList.remove("cs-drop");
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    take(file);
  });
  const button = h("button", { type: "button", class: "cs-button", onclick: () => field.click() }, "Your picture…");
  button.title = "It stays on your computer. You can also drop it here.";
  return h("span", {}, button, field);
}

// js/volume_explorer/index.js
var PLACE = ["volume", "slice", "row", "col"];
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, ["net", "pixels", "labels", "compact", ...PLACE], (s) => describe(s, this.volumes));
    this.first = this.read();
    const actions = {
      point: (at) => this.point(at),
      leave: () => this.point(null),
      choose: (at) => this.choose(at),
      volume: (volume) => this.choose({ ...this.place(), volume }),
      slice: (slice) => this.choose({ ...this.place(), slice })
    };
    this.picture = new Picture(actions);
    this.neuron = new Neuron(actions);
    this.problem = h("p", { class: "cs-problem", role: "alert", hidden: true });
    this.sentence = h("p", { class: "cs-telling" });
    this.reset = h("button", { type: "button", class: "cs-button", onclick: () => this.restore() }, "Reset");
    const chooser = makeChooser(this.el, (file) => this.take(file));
    this.picture.input.append(h("div", { class: "cs-buttons" }, chooser, this.reset));
    this.flow = h("div", { class: "cs-flow" }, this.picture.nodes, this.neuron.node);
    this.open("volumes", "Volume explorer", this.flow, this.problem, this.sentence);
    this.update();
    this.follow();
  }
  place() {
    return neuron(this.read(), this.volumes);
  }
  // ---- from the reader to the model -----------------------------------------------------------------
  point(at) {
    this.pointed = at;
    this.frame ?? (this.frame = requestAnimationFrame(() => {
      this.frame = null;
      this.showNeuron(this.read());
    }));
  }
  choose(at) {
    this.pointed = null;
    const { volume, slice, row, col } = neuron(at, this.volumes);
    this.change({ volume, slice, row, col });
  }
  restore() {
    this.problem.hidden = true;
    this.change(this.first);
  }
  async take(file) {
    try {
      const pixels = await readPicture(file, this.read().net);
      this.problem.hidden = true;
      this.change({ pixels });
    } catch (error) {
      this.problem.hidden = false;
      say(this.problem, error.message);
    }
  }
  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const old = this.shown;
    const sameNet = old?.net === s.net && old.labels === s.labels;
    if (!sameNet || old.pixels !== s.pixels) this.volumes = run(s);
    if (!sameNet) {
      this.picture.build(this.volumes, s.labels);
      this.neuron.build(s, this.volumes);
      this.picture.shown = null;
      this.layOut();
      this.size = namesOf(s.net).length;
    }
    if (!sameNet || old.pixels !== s.pixels) this.picture.show(this.volumes);
    this.shown = s;
    this.root.classList.toggle("cs-compact", s.compact);
    this.neuron.node.hidden = s.compact;
    this.sentence.hidden = !s.compact;
    this.reset.hidden = ["pixels", ...PLACE].every((name) => s[name] === this.first[name]);
    this.showNeuron(s);
    this.showDescription(s);
    const news = this.showTask(facts(s, this.volumes));
    if (old) this.announce(neuronMessage(s, this.volumes) + news);
  }
  showNeuron(s) {
    const at = this.pointed ?? neuron(s, this.volumes);
    const sentence = neuronMessage(s, this.volumes, at);
    this.picture.mark(s, at);
    if (s.compact) say(this.sentence, sentence);
    else this.neuron.show(s, this.volumes, at, sentence);
  }
  fit() {
    if (!this.size) return;
    this.layOut();
    this.showNeuron(this.shown);
  }
  layOut() {
    this.picture.fit(this.width(), this.volumes);
    const { narrow, image } = this.picture.plan;
    this.flow.classList.toggle("cs-narrow", narrow);
    this.flow.style.setProperty("--image", `${image}px`);
  }
  destroy() {
    cancelAnimationFrame(this.frame);
    super.destroy();
  }
};
var volume_explorer_default = widget(View);
export {
  volume_explorer_default as default
};
