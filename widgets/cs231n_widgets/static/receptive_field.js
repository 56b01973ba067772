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
var dilated = (n) => n > 1 ? `, dilation ${n}` : "";
var plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
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
  showTask(known2) {
    const goal = this.model.get("goal") ?? {};
    const names = Object.keys(goal);
    const task = curly(this.model.get("task") ?? "");
    const equal = names.length > 0 && names.every((name) => goal[name] === known2[name]);
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

// js/shared/sizing.js
var mod = (a, b) => a - b * Math.floor(a / b);
function dilatedSize(F, dilation = 1) {
  checkSizes({ F, dilation });
  return (F - 1) * dilation + 1;
}
function fitMessage(W, F, S, padding, dilation = 1) {
  checkSizes({ W, S }, padding);
  const span = dilatedSize(F, dilation);
  const dilated2 = dilation > 1 ? `; with dilation ${dilation} a filter of ${F} spans ${span}` : "";
  const room = W - span + padding;
  if (room < 0) {
    return `A window of ${span} does not fit into ${W + padding} cells (${W} and ${padding} of padding)${dilated2}. Make it smaller, or pad.`;
  }
  const sum = `(${W} - ${span} + ${padding})`;
  const count = Math.floor(room / S) + 1;
  if (room % S === 0) return `${sum}/${S} + 1 = ${count}: the windows fit.`;
  const fitting = count === 1 ? "1 window fits" : `${count} windows fit`;
  return `${sum} = ${room} is not divisible by ${S}: ${fitting}, and ${room % S} of the ${W + padding} cells would be left over${dilated2}.`;
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
var outSize = (W, F, S = 1, P = 0, dilation = 1, fit = "crop") => countWindows(W, F, S, P, P, dilation, fit);

// js/receptive_field/model.js
var SIDE = 48;
var LAYERS = 8;
var SPAN = 17;
var LIMITS = { size: [1, 17], stride: [1, 4], pad: [0, 8], dilation: [1, 8] };
var LAYER = /^(CONV|POOL) (\d{1,3})((?: (?:stride|pad|dilation) \d{1,3})*)$/i;
var usualPad = (kind, F, dilation) => kind === "CONV" ? Math.floor((dilatedSize(F, dilation) - 1) / 2) : 0;
function makeLayer(kind, F, { stride, pad, dilation = 1 } = {}) {
  return { kind, F, S: stride || (kind === "POOL" ? F : 1), P: pad ?? usualPad(kind, F, dilation), dilation };
}
var isPadded = ({ kind, F, P, dilation }) => P !== usualPad(kind, F, dilation);
function readStack(text, side = SIDE) {
  const parts = text.split(",").map((part) => part.trim()).filter(Boolean);
  if (parts.length > LAYERS) throw new Error(`These are ${parts.length} layers; this widget draws up to ${LAYERS}.`);
  const layers = parts.map(readLayer);
  mapSizes(layers, side);
  return layers;
}
function readLayer(text) {
  const match = LAYER.exec(text);
  if (!match) throw new Error(`“${text}” is no layer. Write CONV 3, CONV 3 stride 2 dilation 2, or POOL 2.`);
  const kind = match[1].toUpperCase();
  const size = Number(match[2]);
  const rest = match[3].toLowerCase().split(" ").slice(1);
  const given = { size };
  for (let n = 0; n < rest.length; n += 2) given[rest[n]] = Number(rest[n + 1]);
  if (kind === "POOL" && given.dilation > 1) throw new Error("A POOL layer has no dilation.");
  for (const [name, value] of Object.entries(given)) {
    const [least, most] = LIMITS[name];
    if (value < least || value > most)
      throw new Error(`The ${name} of ${kind} goes from ${least} to ${most}; ${value} is given.`);
  }
  const span = dilatedSize(size, given.dilation ?? 1);
  if (span > SPAN) throw new Error(`The windows of “${text}” span ${span} cells; this widget draws up to ${SPAN}.`);
  return makeLayer(kind, size, given);
}
var writeStack = (layers) => layers.map(writeLayer).join(", ");
function writeLayer(layer) {
  const { kind, F, S, P, dilation } = layer;
  const stride = S !== makeLayer(kind, F).S ? ` stride ${S}` : "";
  return `${kind} ${F}${stride}${isPadded(layer) ? ` pad ${P}` : ""}${dilation > 1 ? ` dilation ${dilation}` : ""}`;
}
function mismatch(s) {
  try {
    readStack(s.layers);
    return null;
  } catch (error) {
    return error.message;
  }
}
function mapSizes(layers, side = SIDE) {
  const sides = [side];
  layers.forEach((layer, n) => {
    try {
      sides.push(outSize(sides[n], layer.F, layer.S, layer.P, layer.dilation));
    } catch (error) {
      throw new Error(`Layer ${n + 1}, ${writeLayer(layer)}: ${error.message}`);
    }
  });
  return sides;
}
function geometries(layers) {
  const maps = [{ field: 1, jump: 1, start: 0 }];
  for (const { F, S, P, dilation } of layers) {
    const { field, jump, start } = maps.at(-1);
    const reach = dilatedSize(F, dilation) - 1;
    maps.push({ field: field + reach * jump, jump: jump * S, start: start - P * jump });
  }
  return maps;
}
var windowCells = ({ F, S, P, dilation }, at) => Array.from({ length: F }, (_, tap) => at * S - P + tap * dilation);
var sorted = (cells) => [...new Set(cells)].sort((a, b) => a - b);
var within = (cells, side) => cells.filter((cell) => cell >= 0 && cell < side);
function cellsSeen(layers, side, level, at) {
  const sides = mapSizes(layers, side);
  const seen = [[at]];
  for (let n = level; n > 0; n--)
    seen.unshift(sorted(within(seen[0], sides[n]).flatMap((one) => windowCells(layers[n - 1], one))));
  return seen;
}
function pixelsRead(layers) {
  const below = (cells, { F, S, dilation }) => sorted(cells.flatMap((cell) => Array.from({ length: F }, (_, tap) => cell * S + tap * dilation)));
  return layers.reduceRight(below, [0]);
}
function averaged(map, side, layer, out) {
  const cells = Array.from({ length: out }, (_, at) => within(windowCells(layer, at), side));
  const half = new Float64Array(side * out * 3);
  const values = new Float64Array(out * out * 3);
  for (let c = 0; c < out; c++)
    for (const from of cells[c])
      for (let r = 0; r < side; r++)
        for (let d = 0; d < 3; d++) half[(r * out + c) * 3 + d] += map[(r * side + from) * 3 + d] / cells[c].length;
  for (let r = 0; r < out; r++)
    for (const from of cells[r])
      for (let n = 0; n < 3 * out; n++) values[r * out * 3 + n] += half[from * out * 3 + n] / cells[r].length;
  return values;
}
var MANY = 64;
var known = { pixels: null, maps: /* @__PURE__ */ new Map() };
function averages(layers, pixels) {
  if (known.pixels !== pixels || known.maps.size > MANY) known = { pixels, maps: /* @__PURE__ */ new Map() };
  if (!known.maps.size)
    known.maps.set(
      "",
      Uint8Array.from(atob(pixels), (letter) => letter.charCodeAt(0))
    );
  const sides = mapSizes(layers);
  const maps = [known.maps.get("")];
  layers.forEach((layer, n) => {
    const key = writeStack(layers.slice(0, n + 1));
    if (!known.maps.has(key)) known.maps.set(key, averaged(maps[n], sides[n], layer, sides[n + 1]));
    maps.push(known.maps.get(key));
  });
  return maps;
}
var weights = (layers) => layers.reduce((sum, { kind, F }) => sum + (kind === "CONV" ? F * F : 0), 0);
var convs = (layers) => layers.filter(({ kind }) => kind === "CONV").length;
function oneLayer(layers) {
  const { field, jump } = geometries(layers).at(-1);
  return makeLayer("CONV", field, { stride: jump });
}
function study(s) {
  const layers = readStack(s.layers);
  const sides = mapSizes(layers);
  const maps = geometries(layers);
  const level = Math.min(Math.max(s.level, 0), layers.length);
  const [row, col] = [s.row, s.col].map((at) => Math.min(Math.max(at, 0), sides[level] - 1));
  const rows = cellsSeen(layers, SIDE, level, row);
  const cols = cellsSeen(layers, SIDE, level, col);
  const seen = rows.map((_, n) => [rows[n], cols[n]]);
  return { layers, sides, maps, level, row, col, seen };
}
function counts({ sides, maps, level, row, col, seen }) {
  const { field, jump, start } = maps[level];
  const real = seen.map((axes, n) => axes.map((axis) => within(axis, sides[n]).length));
  const inside = [row, col].reduce((product, at) => {
    const first = start + at * jump;
    return product * Math.max(Math.min(first + field, SIDE) - Math.max(first, 0), 0);
  }, 1);
  const read = real[0][0] * real[0][1];
  const padding = seen.reduce((sum, [rows, cols], n) => sum + rows.length * cols.length - real[n][0] * real[n][1], 0);
  return { field: field ** 2, seen: read, skipped: inside - read, beyond: field ** 2 - inside, padding };
}
function facts(s) {
  const { layers, maps, level, row, col } = study(s);
  const { field, jump } = maps.at(-1);
  const largest = (name) => Math.max(1, ...layers.map((layer) => layer[name]));
  return {
    layers: layers.length,
    convs: convs(layers),
    pools: layers.length - convs(layers),
    field,
    jump,
    covers: pixelsRead(layers).length === field,
    weights: weights(layers),
    largest: largest("F"),
    stride: largest("S"),
    dilation: largest("dilation"),
    level,
    row,
    col,
    window: s.window,
    picked: s.picked
  };
}
function nearest({ sides, maps }, { field, jump, start }, { row, col }, level) {
  const to = maps[level];
  const move = (at) => {
    const middle = start + at * jump + (field - 1) / 2;
    const found = Math.round((middle - to.start - (to.field - 1) / 2) / to.jump);
    return Math.min(Math.max(found, 0), sides[level] - 1);
  };
  return { level, row: move(row), col: move(col) };
}

// js/receptive_field/messages.js
var join = (...parts) => parts.filter(Boolean).join(" ");
function layerName(layer) {
  const { kind, F, S, P, dilation } = layer;
  const stride = S > 1 || kind === "POOL" ? `, stride ${S}` : "";
  return `${kind} ${F}×${F}${stride}${dilated(dilation)}${isPadded(layer) ? `, padding ${P}` : ""}`;
}
function describe(s) {
  const all = study(s);
  return join(stackMessage(all), ...viewMessages(all), s.compare ? costMessage(all.layers) : "");
}
function stackMessage({ layers, sides }) {
  const begin = `A photograph of ${SIDE}×${SIDE} pixels`;
  if (!layers.length) return `${begin}, without a layer.`;
  const said = layers.map((layer, n) => `${n + 1}, ${layerName(layer)}: ${sides[n + 1]}×${sides[n + 1]}`);
  return `${begin} and ${plural(layers.length, "map")}. Map ${said.join("; map ")}.`;
}
function viewMessages(all) {
  const { maps, level, row, col } = all;
  if (level === 0) return [`The pixel in row ${row}, column ${col} of the photograph.`, "", ""];
  const { field } = maps[level];
  const begin = `The neuron in row ${row}, column ${col} of map ${level} has a receptive field of ${field}×${field}`;
  const count = counts(all);
  return [`${begin}${seenMessage(count)}`, paddingMessage(count.padding), growthMessage(all)];
}
function seenMessage({ field, seen, skipped, beyond }) {
  if (seen === field) return field > 1 ? ` and sees all ${field} pixels of it.` : ": one pixel.";
  const missing = [];
  if (skipped) missing.push(`${skipped} ${skipped === 1 ? "is" : "are"} skipped`);
  if (beyond) missing.push(`${beyond} ${beyond === 1 ? "lies" : "lie"} beyond the edge`);
  return `. Of these ${field} pixels it sees ${seen}: ${missing.join(" and ")}.`;
}
var paddingMessage = (count) => count ? `It also reads ${plural(count, "zero")} of padding, in all maps together.` : "";
function growthMessage({ maps, level }) {
  const grown = maps.slice(1, level + 1);
  const fields = grown.map(({ field }) => field).join(", ");
  const { jump } = grown.at(-1);
  return join(
    grown.length > 1 ? `Layer by layer the field grows: ${fields}.` : "",
    jump > 1 ? `Its neighbour looks ${jump} pixels further.` : ""
  );
}
function costMessage(layers) {
  if (!layers.length) return "Add a layer.";
  const begin = `With C channels in and out, this stack has ${costs(weights(layers), convs(layers))}.`;
  if (isSingle(layers)) return begin;
  const one = oneLayer(layers);
  return `${begin} One layer, ${layerName(one)}, would see as far and have ${costs(one.F ** 2, 1)}.`;
}
var isSingle = (layers) => layers.length === 1 && layers[0].kind === "CONV" && layers[0].dilation === 1;
var costs = (count, relus) => `${count ? `${count}C²` : "no"} weights and ${nonLinearities(relus)}`;
var nonLinearities = (count) => count === 1 ? "1 non-linearity" : `${count || "no"} non-linearities`;

// js/receptive_field/costs.js
var WIDE = 330;
var HIGH = 120;
var EDGE = 8;
var MOST = 500;
var KINK = "M1 11H8L14 4";
var Card = class {
  constructor(title) {
    this.detail = h("span", {});
    this.lines = svg("path", { class: "cs-lines" });
    this.skipped = svg("path", { class: "cs-dots cs-dots-skipped" });
    this.dots = svg("path", { class: "cs-dots" });
    this.drawing = svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "cs-side", "aria-hidden": "true" });
    this.drawing.append(this.lines, this.skipped, this.dots);
    this.bar = h("i", { class: "cs-bar", "aria-hidden": "true" });
    this.weights = h("b", {});
    this.relus = h("b", {});
    this.kinks = h("span", { class: "cs-kinks", "aria-hidden": "true" });
    this.node = h(
      "div",
      { class: "cs-card" },
      h("p", { class: "cs-card-title" }, h("b", {}, title), this.detail),
      this.drawing,
      h("p", { class: "cs-cost" }, this.weights, h("span", { class: "cs-bar-room" }, this.bar)),
      h("p", { class: "cs-cost" }, this.relus, this.kinks)
    );
  }
  show(layers, detail, most) {
    const count = weights(layers);
    const relus = convs(layers);
    say(this.detail, detail);
    say(this.weights, `${count ? `${count}C²` : "no"} weights`);
    this.bar.style.width = `${100 * count / (most || 1)}%`;
    say(this.relus, nonLinearities(relus));
    while (this.kinks.childElementCount > relus) this.kinks.lastChild.remove();
    while (this.kinks.childElementCount < relus) this.kinks.append(icon(KINK));
    this.draw(layers);
  }
  // From the side: a row of dots for each map, the pixels lowest, and a line from each neuron to what it reads.
  draw(layers) {
    const maps = geometries(layers).map((one) => ({ ...one, start: 0 }));
    const pixels = maps.at(-1).field;
    const step = Math.min((WIDE - 2 * EDGE) / Math.max(pixels - 1, 1), 24);
    const left = (WIDE - step * (pixels - 1)) / 2;
    const x = (level, at) => (left + step * (at * maps[level].jump + (maps[level].field - 1) / 2)).toFixed(1);
    const y = (level) => (HIGH - EDGE - level * (HIGH - 2 * EDGE) / layers.length).toFixed(1);
    const rows = layers.map((_, n) => pixelsRead(layers.slice(n)));
    rows.push([0]);
    const taps = layers.map(
      ({ F, S, dilation }, n) => rows[n + 1].flatMap((at) => Array.from({ length: F }, (_, tap) => [at, at * S + tap * dilation]))
    );
    const some = taps.flat().length > MOST ? taps.map((pairs) => [pairs[0], pairs.at(-1)]) : taps;
    const line = (n) => ([at, below]) => `M${x(n + 1, at)} ${y(n + 1)}L${x(n, below)} ${y(n)}`;
    const dot = (level) => (at) => `M${x(level, at)} ${y(level)}h0`;
    this.lines.setAttribute("d", some.flatMap((pairs, n) => pairs.map(line(n))).join(""));
    this.dots.setAttribute("d", rows.flatMap((row, level) => row.map(dot(level))).join(""));
    const missed2 = Array.from({ length: pixels }, (_, n) => n).filter((n) => !rows[0].includes(n));
    this.skipped.setAttribute("d", missed2.map(dot(0)).join(""));
    this.drawing.style.setProperty("--dot", `${Math.max(1.6, Math.min(7, step * 0.7)).toFixed(1)}`);
  }
};
var Costs = class {
  constructor() {
    this.stack = new Card("This stack");
    this.one = new Card("One layer instead");
    const note = h("p", { class: "cs-cost-note" }, "With C channels in and out of each layer, biases left out.");
    this.node = h("div", { class: "cs-costs" }, this.stack.node, this.one.node, note);
  }
  show(layers) {
    if (!layers.length) return;
    const one = oneLayer(layers);
    const most = Math.max(weights(layers), one.F ** 2);
    const { field } = geometries(layers).at(-1);
    this.stack.show(layers, `sees ${field}×${field}`, most);
    this.one.show([one], layerName(one), most);
  }
};

// js/receptive_field/picture.js
var FAR = 8;
var FAINT = 0.33;
var ZERO = "#c77700";
var CELL = 5;
var ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
var LEVELS = { PageUp: 1, PageDown: -1 };
var Panel = class {
  // on: { point(level, at), key(event), choose(level), remove(level) }
  constructor(level, on) {
    Object.assign(this, { level, on });
    this.cells = h("canvas", { class: "cs-cells" });
    this.zeros = h("canvas", { class: "cs-zeros" });
    this.frame = h("i", { class: "cs-frame" });
    this.field = h(
      "div",
      { class: "cs-field", role: "application", tabindex: "-1" },
      this.cells,
      this.zeros,
      this.frame
    );
    this.name = h("b", {});
    this.size = h("span", {}, level ? h("span", { class: "cs-map-word" }, "map ") : "", document.createTextNode(""));
    this.detail = h("span", {});
    const texts = [this.name, this.size, this.detail];
    this.head = level ? h("button", { type: "button", class: "cs-layer", onclick: () => on.choose(level) }, texts) : h("div", { class: "cs-layer" }, texts);
    this.node = h("div", { class: `cs-map${level ? "" : " cs-photograph"}` }, this.head, this.field);
    this.listen();
  }
  listen() {
    this.head.addEventListener("keydown", (event) => {
      if (this.level && (event.key === "Delete" || event.key === "Backspace")) this.on.remove(this.level);
    });
    this.field.addEventListener("pointerdown", (event) => {
      this.field.setPointerCapture(event.pointerId);
      this.on.point(this.level, this.at(event));
      this.field.focus({ preventScroll: true });
    });
    this.field.addEventListener("pointermove", (event) => {
      if (this.field.hasPointerCapture(event.pointerId)) this.on.point(this.level, this.at(event));
    });
    this.field.addEventListener("keydown", (event) => this.on.key(event));
  }
  // The cell at a pointer, as [row, column]; a pointer on the padding is at the edge.
  at(event) {
    const box = this.cells.getBoundingClientRect();
    const cell = (from, length) => Math.floor(from / length * this.side);
    const place = [cell(event.clientY - box.top, box.height), cell(event.clientX - box.left, box.width)];
    return place.map((one) => Math.min(Math.max(one, 0), this.side - 1));
  }
  // New sizes and names. `colours` are those of the cells, `ring` the padding around them.
  build(layer, side, ring, colours) {
    if (this.colours === colours && this.ring === ring) return;
    Object.assign(this, { side, ring, colours });
    this.node.style.setProperty("--cells", side + 2 * ring);
    this.node.style.setProperty("--ring", ring);
    const [kind, ...rest] = layer ? layerName(layer).split(", ") : ["Photograph"];
    this.title = layer ? `Map ${this.level}, ${layerName(layer)}` : "Photograph";
    say(this.name, kind);
    say(this.size.lastChild, `${layer ? `${this.level}, ` : ""}${side}×${side}`);
    say(this.detail, rest.join(", "));
    this.detail.hidden = !rest.length;
    const size = (side + 2 * ring) * CELL;
    Object.assign(this.cells, { width: side, height: side });
    Object.assign(this.zeros, { width: ring ? size : 1, height: ring ? size : 1 });
    this.image = new ImageData(side, side);
    for (let n = 0; n < side * side; n++)
      for (let d = 0; d < 3; d++) this.image.data[4 * n + d] = Math.round(colours[3 * n + d]);
  }
  // What is seen: [rows, columns], or null where nothing is. `at` is the neuron in view, on its own map.
  show(seen, hidden, at) {
    const [rows, cols] = seen ?? [[], []];
    const { side, ring } = this;
    const inside = (cell) => cell >= 0 && cell < side;
    const { data } = this.image;
    const faint = hidden ? 0 : 255 * FAINT;
    for (let n = 3; n < data.length; n += 4) data[n] = faint;
    for (const r of rows.filter(inside)) for (const c of cols.filter(inside)) data[4 * (r * side + c) + 3] = 255;
    this.cells.getContext("2d").putImageData(this.image, 0, 0);
    this.showZeros(rows, cols, inside);
    const there = rows.length > 0 && cols.length > 0;
    this.frame.hidden = !there;
    if (there)
      for (const [name, value] of [
        ["--top", rows[0] + ring],
        ["--left", cols[0] + ring],
        ["--high", rows.at(-1) + 1 - rows[0]],
        ["--wide", cols.at(-1) + 1 - cols[0]]
      ])
        this.frame.style.setProperty(name, value);
    this.node.classList.toggle("cs-here", Boolean(at));
    const where = at ? `row ${at[0]}, column ${at[1]}. Arrow keys move, Page Up and Page Down change the map.` : "";
    this.field.setAttribute("aria-label", `${this.title}${where ? `: ${where}` : ""}`);
  }
  showZeros(rows, cols, inside) {
    if (!this.ring) return;
    const context = this.zeros.getContext("2d");
    context.clearRect(0, 0, this.zeros.width, this.zeros.height);
    context.fillStyle = ZERO;
    for (const r of rows)
      for (const c of cols)
        if (!inside(r) || !inside(c)) context.fillRect((c + this.ring) * CELL + 1, (r + this.ring) * CELL + 1, 3, 3);
  }
};
var Picture = class {
  // on: { move(level, row, col), climb(level), choose(level), remove(level) }
  constructor(on) {
    this.on = on;
    const own = {
      point: (level, [row, col]) => on.move(level, row, col),
      key: (event) => this.key(event),
      choose: on.choose,
      remove: on.remove
    };
    this.panels = Array.from({ length: LAYERS + 1 }, (_, level) => new Panel(level, own));
    this.maps = h(
      "div",
      { class: "cs-maps" },
      this.panels.slice(1).map(({ node }) => node)
    );
    const legend = [
      ["cs-seen", "seen"],
      ["cs-unseen", "not seen"],
      ["cs-zero", "a zero of padding, read"]
    ].map(([kind, text]) => h("span", {}, h("i", { class: kind, "aria-hidden": "true" }), text));
    this.legend = h("p", { class: "cs-legend" }, legend);
    this.node = h("div", { class: "cs-stage" }, this.panels[0].node, this.maps, this.legend);
  }
  key(event) {
    const { level, row, col, sides } = this.all;
    const arrow = ARROWS[event.key];
    const ends = { Home: 0, End: sides[level] - 1 };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in LEVELS) this.on.climb(level + LEVELS[event.key]);
    else if (arrow) {
      const by = event.shiftKey ? FAR : 1;
      const go = (at, step) => Math.min(Math.max(at + by * step, 0), sides[level] - 1);
      this.on.move(level, go(row, arrow[0]), go(col, arrow[1]));
    } else if (event.key in ends) this.on.move(level, row, ends[event.key]);
    else return;
    event.preventDefault();
  }
  // New maps for new layers.
  build({ layers, sides }, pixels) {
    const maps = averages(layers, pixels);
    const count = layers.length;
    this.maps.style.setProperty("--across", count > 3 ? 4 : count > 2 ? 3 : 2);
    this.maps.style.setProperty("--across-narrow", count > 3 ? 4 : 3);
    this.panels.forEach((panel, level) => {
      panel.node.hidden = level > count;
      if (level <= count) panel.build(layers[level - 1], sides[level], layers[level]?.P ?? 0, maps[level]);
    });
  }
  // The neuron in view and what it sees; the rest is faint, or hidden.
  show(all, hidden) {
    const before = this.all?.level;
    this.all = all;
    this.node.classList.toggle("cs-only-window", hidden);
    for (const panel of this.panels) {
      panel.field.tabIndex = panel.level === all.level ? 0 : -1;
      if (panel.level > all.layers.length) continue;
      const at = panel.level === all.level ? [all.row, all.col] : null;
      panel.show(all.seen[panel.level], hidden, at);
    }
    const focused = this.panels[before]?.field;
    if (focused && focused === focused.getRootNode().activeElement && before !== all.level)
      this.panels[all.level].field.focus();
  }
  // Mark the layer that can be changed, if there is one.
  choose(level) {
    for (const panel of this.panels.slice(1)) panel.head.setAttribute("aria-pressed", String(panel.level === level));
  }
  // Put the focus on a layer's heading, or on the photograph where there is no layer.
  focus(level) {
    (level ? this.panels[level].head : this.panels[0].field).focus();
  }
};

// js/receptive_field/steps.js
var Steps = class {
  // `pick` hears of the choice that the reader clicks.
  constructor(pick) {
    this.pick = pick;
    this.done = 0;
    this.node = h("ol", { class: "cs-tasks" });
  }
  // Show the tasks up to the open one; it is met when each entry of its goal equals the fact of that name, and the
  // reader has `acted` since it was asked. Returns the news.
  show(tasks, known2, acted) {
    const asked = JSON.stringify(tasks);
    if (asked !== this.asked) Object.assign(this, { asked, done: 0 });
    const open = tasks[this.done];
    const met = open && acted && Object.entries(open.goal).every(([name, value]) => known2[name] === value);
    if (met) this.done++;
    const shown = `${asked} ${this.done} ${open?.choices ? known2.picked : ""}`;
    if (shown === this.shown) return "";
    this.shown = shown;
    const items = tasks.slice(0, this.done + 1).map((task, n) => this.item(task, n, tasks.length, known2));
    this.node.hidden = !items.length;
    this.replace(items);
    if (!met) return open?.choices && known2.picked && acted ? ` ${missed(known2)}` : "";
    const next = tasks[this.done];
    return ` That meets the task. ${curly(open.why ?? "")}${next ? ` The next: ${curly(next.task)}` : ""}`.trimEnd();
  }
  // The choices are new elements; the focus stays on the one that was picked.
  replace(items) {
    const active = this.node.getRootNode().activeElement;
    const choice = this.node.contains(active) ? active.textContent : null;
    this.node.replaceChildren(...items);
    if (choice) [...this.node.querySelectorAll("button")].find((button) => button.textContent === choice)?.focus();
  }
  item({ task, choices, why }, n, count, known2) {
    const done = n < this.done;
    const step = count > 1 ? `Step ${n + 1} of ${count}` : "Try it";
    const parts = [h("b", {}, done ? "✓ Done" : step), ` ${curly(task)}`, done && why ? ` ${curly(why)}` : ""];
    const item = h("li", { class: `cs-task${done ? " cs-met" : ""}` }, parts);
    if (choices && !done) item.append(this.choices(choices, known2));
    return item;
  }
  choices(choices, known2) {
    const button = (text) => h("button", { type: "button", class: "cs-button", onclick: () => this.pick(text) }, curly(text));
    const note = h("span", { class: "cs-missed" });
    say(note, known2.picked ? missed(known2) : "");
    return h("div", { class: "cs-choices" }, choices.map(button), note);
  }
};
var missed = ({ picked }) => `Not ${curly(picked)}: see more of it.`;

// js/receptive_field/index.js
var VIEWS = [
  ["whole", "whole photograph"],
  ["window", "only what it sees"]
];
var KINDS = [
  ["CONV", "CONV"],
  ["POOL", "POOL"]
];
var USUAL = { CONV: 3, POOL: 2 };
var KNOBS = {
  CONV: [
    ["F", "size", 1, 15, "w", 2],
    ["S", "stride", 1, 4, "s"],
    ["dilation", "dilation", 1, 8, "s"]
  ],
  POOL: [
    ["F", "size", 2, 4, "w"],
    ["S", "stride", 1, 4, "s"]
  ]
};
var View = class extends DescribedView {
  constructor(model, el) {
    super(
      model,
      el,
      ["layers", "pixels", "level", "row", "col", "window", "picked", "tasks", "compare", "knobs"],
      describe
    );
    this.first = this.read();
    this.shown = {};
    const wrong = mismatch(this.first);
    if (wrong) throw new Error(signed(wrong));
    this.picture = new Picture({
      move: (level, row, col) => this.move({ level, row, col }),
      climb: (level) => this.climb(level),
      choose: (level) => this.choose(level),
      remove: (level) => this.remove(level)
    });
    this.costs = new Costs();
    this.steps = new Steps((picked) => this.change({ picked }));
    this.build();
    this.update();
  }
  build() {
    Object.assign(this, {
      problem: h("p", { class: "cs-problem", hidden: true }),
      sentence: h("p", { class: "cs-sentence" }),
      more: h("p", {}),
      aside: h("p", { class: "cs-note" }),
      views: makeChoice("What is shown", VIEWS, (view) => this.change({ window: view === "window" }))
    });
    const words = h("div", { class: "cs-words" }, this.sentence, this.more);
    this.body = h(
      "div",
      { class: "cs-body" },
      this.buildBar(),
      this.buildEditor(),
      this.aside,
      this.picture.node,
      words,
      this.costs.node
    );
    this.open("receptive", "Receptive field", this.steps.node, this.problem, this.body);
  }
  buildBar() {
    const button = (text, act) => h("button", { type: "button", class: "cs-button", onclick: act }, text);
    this.adders = Object.keys(USUAL).map(
      (kind) => button(`+ ${kind} ${USUAL[kind]}×${USUAL[kind]}`, () => this.add(kind))
    );
    this.reset = button("Reset", () => this.restart());
    this.reset.classList.add("cs-reset");
    return h("div", { class: "cs-options" }, this.adders, this.views.node, this.reset);
  }
  // The knobs of the chosen layer: its kind, its window, and the button that takes it away.
  buildEditor() {
    this.name = h("b", { class: "cs-editor-name" });
    this.kinds = makeChoice("Kind of layer", KINDS, (kind) => this.setLayer(makeLayer(kind, USUAL[kind])));
    const change = (letter, value) => this.setKnob(letter, value);
    this.knobs = Object.fromEntries(
      Object.entries(KNOBS).map(([kind, rows]) => [kind, rows.map((row) => knob(row, change))])
    );
    this.remover = h(
      "button",
      { type: "button", class: "cs-button", onclick: () => this.remove(this.chosen) },
      "Remove"
    );
    const knobs = Object.values(this.knobs).flat().map(({ node }) => node);
    this.editor = h(
      "div",
      { class: "cs-editor", role: "group", "aria-label": "The chosen layer" },
      this.name,
      this.kinds.node,
      h("div", { class: "cs-knobs" }, knobs),
      this.remover
    );
    return this.editor;
  }
  // ---- from the reader to the model -----------------------------------------------------------------------
  move(at) {
    this.warning = null;
    this.change(at);
  }
  // Another map, at the neuron whose field lies nearest.
  climb(level) {
    const all = study(this.read());
    if (level < 0 || level > all.layers.length) return;
    this.move(nearest(all, all.maps[all.level], all, level));
  }
  choose(level) {
    this.chosen = level;
    this.warning = null;
    this.showChosen(this.layers());
  }
  add(kind) {
    const layers = this.layers();
    if (layers.length === LAYERS) return this.refuse(`More than ${LAYERS} layers don’t fit here. Remove one first.`);
    this.take([...layers, makeLayer(kind, USUAL[kind])], layers.length + 1, layers.length + 1);
  }
  remove(level) {
    const layers = this.layers().filter((_, n) => n !== level - 1);
    const focused = this.root.getRootNode().activeElement;
    if (!this.take(layers, layers.length, Math.min(level, layers.length))) return;
    if (!focused?.getClientRects().length || focused.closest(".cs-layer")) this.picture.focus(this.chosen);
  }
  // A new size or dilation has the usual padding; a stride leaves the padding as it is.
  setKnob(letter, value) {
    const { kind, F, S, P, dilation } = this.layers()[this.chosen - 1];
    const now = { F, S, dilation, [letter]: value };
    this.setLayer(
      makeLayer(kind, now.F, { stride: now.S, pad: letter === "S" ? P : void 0, dilation: now.dilation })
    );
  }
  setLayer(layer) {
    const layers = this.layers();
    layers[this.chosen - 1] = layer;
    if (!this.take(layers, study(this.read()).level, this.chosen)) this.showChosen(this.layers());
  }
  layers() {
    return readStack(this.model.get("layers"));
  }
  // Take other layers, with a neuron of map `level` in view whose field is nearest, and layer `chosen` to be changed.
  // Returns whether they fit.
  take(layers, level, chosen) {
    const text = writeStack(layers);
    const wrong = mismatch({ layers: text });
    if (wrong) {
      this.refuse(signed(wrong));
      return false;
    }
    this.warning = null;
    this.chosen = chosen;
    const all = study(this.read());
    const to = study({ ...this.read(), layers: text });
    this.change({ layers: text, ...nearest(to, all.maps[all.level], all, level) });
    return true;
  }
  restart() {
    const { layers, level, row, col, window } = this.first;
    this.chosen = null;
    this.warning = null;
    this.update();
    this.change({ layers, level, row, col, window });
  }
  // ---- from the model to the page -------------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
    if (wrong) return say(this.problem, signed(wrong));
    const all = study(s);
    const fresh = s.layers !== this.shown.layers || s.pixels !== this.shown.pixels;
    if (fresh) {
      this.picture.build(all, s.pixels);
      this.costs.show(all.layers);
    }
    this.costs.node.hidden = !s.compare || !all.layers.length;
    const most = all.layers.length;
    this.chosen = Math.min(this.chosen || most, most);
    this.picture.show(all, s.window);
    this.showChosen(all.layers);
    this.views.show(s.window ? "window" : "whole");
    this.views.node.hidden = !this.hasKnob("window");
    this.showWords(s, all, fresh);
    this.shown = s;
  }
  showChosen(layers) {
    const layer = layers[this.chosen - 1];
    const free = this.hasKnob("layers");
    this.note();
    this.picture.choose(free ? this.chosen : 0);
    for (const button of this.adders) button.hidden = !free;
    this.editor.hidden = !layer || !free;
    if (!layer) return;
    say(this.name, `Layer ${this.chosen}`);
    this.kinds.show(layer.kind);
    for (const [kind, knobs] of Object.entries(this.knobs))
      for (const one of knobs) {
        one.node.hidden = kind !== layer.kind;
        if (kind === layer.kind) one.show(layer[one.letter]);
      }
  }
  showWords(s, all, fresh) {
    const [sentence, ...more] = viewMessages(all);
    say(this.sentence, sentence);
    say(this.more, more.filter(Boolean).join(" "));
    this.showDescription(s);
    const known2 = facts(s);
    const news = this.showTask(known2) + this.steps.show(s.tasks ?? [], known2, this.acted);
    if (this.steps.done !== this.answered) Object.assign(this, { answered: this.steps.done, acted: false });
    const cost = fresh && s.compare ? costMessage(all.layers) : "";
    if (this.shown.pixels) this.announce([sentence, ...more, cost].filter(Boolean).join(" ") + news);
  }
  note() {
    const hint = this.chosen ? "Click a cell of any map, or move with the arrow keys. Click a layer’s name to change it." : "Add a layer.";
    say(this.aside, this.warning || hint);
    this.aside.classList.toggle("cs-warning", Boolean(this.warning));
  }
};
var receptive_field_default = widget(View);
export {
  receptive_field_default as default
};
