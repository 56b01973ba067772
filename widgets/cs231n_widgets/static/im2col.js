// js/shared/sizing.js
var mod = (a, b) => a - b * Math.floor(a / b);
function dilatedSize(F, dilation = 1) {
  checkSizes({ F, dilation });
  return (F - 1) * dilation + 1;
}
function slack(W, F, P = 0, dilation = 1) {
  checkSizes({ W }, P, P);
  return W - dilatedSize(F, dilation) + 2 * P;
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
var outSize = (W, F, S = 1, P = 0, dilation = 1, fit = "crop") => countWindows(W, F, S, P, P, dilation, fit);

// js/shared/conv.js
function shape(s) {
  const D = s.x.length;
  const H = s.x[0].length;
  const W = s.x[0][0].length;
  const K = s.w.length;
  const F = s.w[0][0].length;
  const count = (side) => slack(side, F, s.pad, s.dilation) < 0 ? 0 : outSize(side, F, s.stride, s.pad, s.dilation);
  return { D, H, W, K, F, S: s.stride, P: s.pad, dilation: s.dilation, H2: count(H), W2: count(W) };
}
function mismatch(s) {
  const D = s.x.length;
  const Cw = s.w[0].length;
  if (D !== Cw) return `The input has ${D} depth slices and the filters have ${Cw}: they must agree.`;
  if (s.b.length !== s.w.length)
    return `There are ${s.w.length} filters and ${s.b.length} biases: one bias for each filter.`;
  return null;
}
function taps(s, row, col) {
  const { H, W, F } = shape(s);
  const list = [];
  for (let i = 0; i < F; i++) {
    for (let j = 0; j < F; j++) {
      const r = row * s.stride - s.pad + i * s.dilation;
      const c = col * s.stride - s.pad + j * s.dilation;
      list.push({ i, j, r, c, inside: r >= 0 && r < H && c >= 0 && c < W });
    }
  }
  return list;
}
function readers(s) {
  const { H, W, F, H2, W2 } = shape(s);
  const along = (side, count) => {
    const seen = Array(side + 2 * s.pad).fill(0);
    for (let n = 0; n < count; n++) for (let i = 0; i < F; i++) seen[n * s.stride + i * s.dilation]++;
    return seen;
  };
  const columns = along(W, H2 ? W2 : 0);
  return along(H, W2 ? H2 : 0).map((down) => columns.map((across) => down * across));
}

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

// js/shared/fill.js
var fillX = (c, i, j) => (3 * i * i + 2 * j * j + i * j + c * (2 * i + 3 * j + 5) + 2 * j) % 7 % 4;
var SIGNS = [1, 0, -1, 1, 0, -1, 0];
var fillW = (k, c, i, j) => SIGNS[((2 * k + 3) * i + (c + 1) * j * j + i * j * (k + 1) + 3 * k + 2 * c) % 7];
var fillB = (k) => [1, 0, -1][k % 3];
var table = (n, make) => Array.from({ length: n }, (_, i) => make(i));
function sized({ D, H, W, K, F }, kept) {
  return {
    x: table(D, (c) => table(H, (i) => table(W, (j) => kept.x?.[c]?.[i]?.[j] ?? fillX(c, i, j)))),
    w: table(
      K,
      (k) => table(D, (c) => table(F, (i) => table(F, (j) => kept.w?.[k]?.[c]?.[i]?.[j] ?? fillW(k, c, i, j))))
    ),
    b: table(K, (k) => kept.b?.[k] ?? fillB(k))
  };
}
function remember(kept, now) {
  if (!Array.isArray(now)) return now;
  const long = Array.isArray(kept) && kept.length > now.length ? kept : now;
  return long.map((_, i) => i < now.length ? remember(kept?.[i], now[i]) : kept[i]);
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
  const show = (size, view) => {
    for (const k of knobs) {
      k.show(size[k.letter]);
      k.node.hidden = !view.hasKnob(k.letter);
    }
    node.hidden = knobs.every((k) => k.node.hidden);
  };
  return { node, knobs, show };
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
var plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
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
    const write2 = () => say(this.words, this.describe(s));
    clearTimeout(this.soon);
    if (this.words.textContent) this.soon = setTimeout(write2, 300);
    else write2();
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

// js/shared/player.js
var PLAY = "M4 2.5v11l9-5.5z";
var PAUSE = "M4 2.5h3v11H4zM9 2.5h3v11H9z";
var BACK = "M12 2.5v11L5.5 8zM3.5 2.5h1.6v11H3.5z";
var NEXT = "M4 2.5v11L10.5 8zM10.9 2.5h1.6v11h-1.6z";
var Player = class {
  // on: { step(n), start(): false if there is nothing to play, next(): false at the end, paused(), reset() }
  constructor(label, on) {
    this.on = on;
    this.timer = null;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    const button = (text, path, act, name) => h(
      "button",
      { type: "button", class: `cs-button cs-${name}`, onclick: act },
      path ? icon(path) : null,
      h("span", {}, text)
    );
    this.play = button("Play", PLAY, () => this.toggle(), "play");
    this.node = h(
      "div",
      { class: "cs-player", role: "group", "aria-label": label },
      button("Back", BACK, () => on.step(-1), "back"),
      this.play,
      button("Step", NEXT, () => on.step(1), "step"),
      button("Reset", null, () => on.reset(), "reset")
    );
  }
  get playing() {
    return this.timer !== null;
  }
  toggle() {
    if (this.playing) return this.pause();
    if (this.on.start() === false) return;
    this.timer = setInterval(() => this.on.next() || this.pause(), this.calm.matches ? 1800 : 850);
    this.show();
  }
  pause() {
    if (!this.playing) return;
    clearInterval(this.timer);
    this.timer = null;
    this.show();
    this.on.paused();
  }
  show() {
    this.play.replaceChildren(icon(this.playing ? PAUSE : PLAY), h("span", {}, this.playing ? "Pause" : "Play"));
  }
};
var PlayedView = class extends DescribedView {
  announce(text) {
    clearTimeout(this.later);
    if (!this.player.playing && this.watch) super.announce(text);
  }
  destroy() {
    this.player.pause();
    super.destroy();
  }
};

// js/im2col/model.js
function stretch(s) {
  const { D, F, H2, W2 } = shape(s);
  const windows = Array.from({ length: H2 * W2 }, (_, n) => taps(s, Math.floor(n / W2), n % W2));
  const copy = (c, { r, c: col, inside }) => inside ? { value: s.x[c][r][col], from: [c, r, col] } : { value: 0, from: null };
  return Array.from(
    { length: D * F * F },
    (_, n) => windows.map((window) => copy(Math.floor(n / (F * F)), window[n % (F * F)]))
  );
}
var flatten = (s) => s.w.map((filter) => filter.flat(2));
function multiply(wRow, xCol, b) {
  return wRow.map(
    (row, k) => xCol[0].map((_, n) => row.reduce((sum, weight, r) => sum + weight * xCol[r][n].value, b[k]))
  );
}
function copies(s) {
  const { H, W, P } = shape(s);
  return readers(s).slice(P, P + H).map((line) => line.slice(P, P + W));
}
function windowAt(s) {
  const { H2, W2 } = shape(s);
  const n = Math.min(Math.max(s.window, 0), H2 * W2 - 1);
  return { n, row: Math.floor(n / W2), col: n % W2 };
}
function chosen(s) {
  const [c, r, col] = s.cell ?? [];
  return s.x[c]?.[r]?.[col] === void 0 ? null : [c, r, col];
}
function facts(s) {
  const { D, H, W, K, F, S, P, H2, W2 } = shape(s);
  const counts = copies(s);
  const all = counts.flat();
  const at = chosen(s);
  const rows = D * F * F;
  const columns = H2 * W2;
  const numbers = rows * columns;
  return {
    D,
    H,
    W,
    K,
    F,
    S,
    P,
    H2,
    W2,
    rows,
    columns,
    numbers,
    ratio: numbers / (D * H * W),
    most: Math.max(...all),
    least: Math.min(...all),
    unread: D * all.filter((n) => !n).length,
    window: windowAt(s).n,
    ...at ? { copies: counts[at[1]][at[2]] } : {}
  };
}

// js/im2col/messages.js
var listed = (items) => items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
var often = (n) => ["nowhere", "once", "twice"][n] ?? `${n} times`;
var hundredths = (value) => Math.floor(value * 100 + 0.5) / 100;
var entry = (name, index) => `${name}[${index.join(", ")}]`;
function sizesMessage({ D, H, W, K, F, S, P }) {
  return `An input of ${W}×${H}×${D} and ${plural(K, "filter")} of ${F}×${F}×${D}, stride ${S}, padding ${P}.`;
}
function shapesMessage({ rows, columns, K, H2, W2 }) {
  return `X_col is ${rows}×${columns} and W_row is ${K}×${rows}. W_row times X_col, plus b, is Y: ${K}×${columns}, reshaped to ${W2}×${H2}×${K}.`;
}
function memoryMessage({ numbers, D, H, W, ratio, unread }) {
  const before = D * H * W;
  const missed = unread ? ` No window reads ${unread} of the input’s ${plural(before, "cell")}.` : "";
  if (numbers === before) return `X_col holds ${numbers} numbers, as many as the input.${missed}`;
  return `X_col holds ${numbers} numbers, the input ${before}: ${number(hundredths(ratio))} times as many.${missed}`;
}
function columnMessage(s, y) {
  const { n, row, col } = windowAt(s);
  const results = y.map((line, k) => `${entry("Y", [k, n])} = ${number(line[n])}`);
  const places = y.map((_, k) => entry("y", [k, row, col]));
  return `Window ${n} is column ${n} of X_col. W_row times this column, plus b, gives ${listed(results)}: ${listed(places)} of the output.`;
}
function zerosMessage(s, xCol) {
  const { n } = windowAt(s);
  const zeros = xCol.filter((line) => !line[n].from).length;
  return zeros ? `${zeros} of its ${plural(xCol.length, "number")} ${zeros === 1 ? "is a zero" : "are zeros"} of the padding.` : "";
}
function copiesMessage(s, [c, r, col], xCol) {
  const count = copies(s)[r][col];
  const name = `${entry("x", [c, r, col])} = ${number(s.x[c][r][col])}`;
  if (!count) return `${name} stands nowhere in X_col: no window reads it.`;
  const same = (from) => from && from[0] === c && from[1] === r && from[2] === col;
  const columns = xCol[0].map((_, n) => n).filter((n) => xCol.some((line) => same(line[n].from)));
  return `${name} stands in X_col ${often(count)}, in column${count === 1 ? "" : "s"} ${listed(columns)}.`;
}
function originMessage(F, [r, n], { value, from }) {
  const [c, u, v] = [Math.floor(r / (F * F)), Math.floor(r / F) % F, r % F];
  const source = from ? `${entry("x", from)} = ${number(value)}` : "a zero of the padding";
  return `Row ${r} of X_col holds channel ${c}, row ${u}, column ${v} of every window; for window ${n} that is ${source}.`;
}
function describe(s) {
  const xCol = stretch(s);
  return Object.values(allMessages(s, xCol, multiply(flatten(s), xCol, s.b))).filter(Boolean).join(" ");
}
function allMessages(s, xCol, y) {
  const known = facts(s);
  const at = chosen(s);
  return {
    sizes: sizesMessage(known),
    shapes: shapesMessage(known),
    memory: memoryMessage(known),
    column: columnMessage(s, y),
    aside: at ? copiesMessage(s, at, xCol) : zerosMessage(s, xCol)
  };
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
function writeCell(cell, value) {
  if (!cell.firstElementChild) say(cell, short(value));
}
function write(cells, values) {
  cells.forEach((slice, i) => slice.forEach((row, r) => row.forEach((cell, c) => writeCell(cell, values[i][r][c]))));
}

// js/shared/room.js
var TEXT = 12;
var LEAST = [24, 24, 24, 26, 32, 38];
var longest = (texts) => Math.min(
  texts.flat(Infinity).reduce((most, text) => Math.max(most, text.length), 1),
  5
);
var letters = (...values) => longest(values.flat(Infinity).map(short));
var leastCell = (count) => LEAST[count];
var textSize = (cell, count) => Math.max(TEXT, Math.min(cell * 0.5, (cell - 3) / (0.69 * count + 0.2)));

// js/im2col/layout.js
var GAP = 28;
var LABEL = 32;
var BIAS = 40;
var BETWEEN = 14;
var LARGEST = 30;
var TALLEST = 420;
var HEADING = 205;
var NARROWEST = 96;
function widthOf(cell, slices, { D, K, W, P, W2, rows, columns }) {
  const input = slices * (W + 2 * P) * cell + (slices - 1) * BETWEEN;
  const weights = (rows + 1) * cell + (D - 1) * 4 + BIAS;
  const right = LABEL + Math.max(columns * cell, K * W2 * cell + (K - 1) * BETWEEN);
  return Math.max(input, weights, HEADING) + GAP + Math.max(right, HEADING);
}
function beside(width, size, least, slices) {
  const tall = Math.max(Math.floor(TALLEST / size.rows), least);
  for (let cell = Math.max(Math.min(LARGEST, tall), least); cell >= least; cell--)
    if (widthOf(cell, slices, size) <= width) return cell;
  return 0;
}
function arrange(width, size, least) {
  const across = beside(width, size, least.cell, size.D);
  const down = beside(width, size, least.cell, 1);
  if (across || down) {
    const stacked = down > across + 1;
    return {
      mode: "beside",
      cell: stacked ? down : across,
      input: stacked ? down : across,
      slices: stacked ? 1 : size.D
    };
  }
  const fits2 = Math.min(Math.max(Math.floor((width - LABEL - 4) / size.columns), least.cell), LARGEST);
  const cell = Math.max(fits2, least.cell);
  return { mode: "below", cell, ...together(width, size, least) };
}
function together(width, { D, K, W, H, P, W2, H2 }, least) {
  const side = (slices2, columns, cell) => Math.max(slices2 * columns * cell + (slices2 - 1) * BETWEEN, NARROWEST);
  const tall = (slices2, count, rows, cell) => Math.ceil(count / slices2) * (rows * cell + 26);
  const ways = [];
  for (const slices2 of /* @__PURE__ */ new Set([D, 1]))
    for (const maps2 of /* @__PURE__ */ new Set([K, 1])) {
      const wide = side(slices2, W + 2 * P, least.input) + BETWEEN + side(maps2, W2, least.cell);
      const height = Math.max(tall(slices2, D, H + 2 * P, least.input), tall(maps2, K, H2, least.cell));
      if (wide <= width) ways.push({ slices: slices2, maps: maps2, height });
    }
  const lowest = ways.sort((a, b) => a.height - b.height)[0] ?? { slices: 1, maps: 1 };
  const { slices, maps } = lowest;
  const left = width - side(slices, W + 2 * P, least.input) - BETWEEN;
  let output = Math.max(LARGEST, least.cell);
  while (output > least.cell && side(maps, W2, output) > left) output--;
  return { input: least.input, output, slices, maps, apart: !ways.length };
}

// js/im2col/picture.js
var KEYS = "Arrows move the window, space plays, Enter steps.";
var Picture = class {
  // on: { move(window), choose(cell), play(), step(n), note(text), hold(), playing() }
  constructor(on) {
    this.on = on;
    this.node = h("div", { class: "cs-matrices" });
    this.node.addEventListener("pointerover", (event) => this.hover(event));
    this.node.addEventListener("pointerleave", () => this.hint(null));
    this.node.addEventListener("click", (event) => this.click(event.target.closest(".cs-cell")));
    this.node.addEventListener("focusin", (event) => event.target.at && this.hint(event.target));
  }
  // ---- structure: new elements for new sizes -------------------------------------------------------
  build(s) {
    const { D, H, W, K, F, P, H2, W2 } = shape(s);
    const rows = D * F * F;
    const columns = H2 * W2;
    Object.assign(this, { size: { D, H, W, K, F, P, H2, W2, rows, columns }, lit: [], hot: [] });
    this.x = Array.from({ length: D }, (_, c) => sliceRows(c, H, W, P));
    this.col = sliceRows(0, rows, columns);
    this.maps = Array.from({ length: K }, (_, k) => sliceRows(k, H2, W2));
    const plain = (count) => Array.from({ length: K }, () => Array.from({ length: count }, () => h("span", { class: "cs-cell" })));
    Object.assign(this, { row: plain(rows), bias: plain(1), y: plain(columns) });
    this.numberWindows();
    this.frames = this.x.map(() => h("div", { class: "cs-window" }));
    this.bar = h("div", { class: "cs-window cs-column" });
    this.scroll = h("div", { class: "cs-right" }, this.colPart(), this.yPart());
    const left = h("div", { class: "cs-left" }, this.inputPart(), this.rowPart());
    this.node.replaceChildren(left, this.scroll, this.legendPart(), this.mapsPart());
    this.node.style.setProperty("--rows", H + 2 * P);
    this.node.style.setProperty("--cols", W + 2 * P);
    this.node.style.setProperty("--span", F);
    const roving = (slices, name) => new Roving(
      slices.map((slice) => slice.cells),
      name
    );
    this.rovingX = roving(this.x, (at) => this.cellName(at));
    this.rovingCol = roving(
      [this.col],
      ([, r, n]) => `${entry("X_col", [r, n])} is ${this.col.cells[r][n].textContent}`
    );
    this.rovingY = roving(
      this.maps,
      ([k, r, c]) => `${entry("y", [k, r, c])} is ${this.maps[k].cells[r][c].textContent}`
    );
  }
  // The cells that belong to a window know it.
  numberWindows() {
    const { W2 } = this.size;
    for (const line of [...this.col.cells, ...this.y])
      line.forEach((cell, n) => {
        cell.window = n;
      });
    for (const { cells } of this.maps)
      cells.forEach(
        (line, r) => line.forEach((cell, c) => {
          cell.window = r * W2 + c;
        })
      );
    this.row.forEach(
      (line) => line.forEach((cell, r) => {
        cell.tap = r;
      })
    );
  }
  cellName([c, r, col]) {
    const count = this.counts?.[r][col] ?? 0;
    return `${entry("x", [c, r, col])} is ${this.x[c].cells[r][col].textContent}, ${count} ${count === 1 ? "time" : "times"} in X_col`;
  }
  part(kind, name, title, detail, ...body) {
    return h(
      "div",
      { class: `cs-part cs-part-${kind} cs-${name}` },
      h("div", { class: "cs-part-name" }, h("b", {}, title), h("span", {}, detail)),
      body
    );
  }
  slice(name, rows, extra) {
    return h(
      "div",
      { class: "cs-slice", role: "rowgroup", "aria-label": name },
      h("div", { class: "cs-slice-name", "aria-hidden": "true" }, name),
      h("div", { class: "cs-field" }, rows.lines, extra)
    );
  }
  inputPart() {
    const { D, H, W } = this.size;
    const help = "Arrows choose a cell, Enter shows all its copies, Escape hides them.";
    const grid = h(
      "div",
      { class: "cs-volume-slices", role: "grid", "aria-label": `Input x, ${W}×${H}×${D}. ${help}` },
      this.x.map((rows, c) => this.slice(`x[${c}]`, rows, this.frames[c]))
    );
    grid.addEventListener("keydown", (event) => {
      const at = this.rovingX.key(event);
      if (at) this.rovingX.point(at, true);
      else if (event.key === "Enter" || event.key === " ") this.choose(this.rovingX.at);
      else if (event.key === "Escape") this.on.choose([]);
      else return;
      event.preventDefault();
    });
    return this.part("x", "input", "Input x", `${W}×${H}×${D}`, grid);
  }
  colPart() {
    const { D, F, rows, columns } = this.size;
    const labels = h(
      "div",
      { class: "cs-blocks", "aria-hidden": "true" },
      Array.from({ length: D }, (_, c) => h("span", {}, `x[${c}]`))
    );
    this.heads = Array.from({ length: columns }, (_, n) => h("span", {}, String(n)));
    const heads = h("div", { class: "cs-heads", "aria-hidden": "true" }, this.heads);
    labels.style.setProperty("--taps", F * F);
    this.col.lines.forEach((line, r) => line.classList.toggle("cs-next", r > 0 && r % (F * F) === 0));
    const grid = h(
      "div",
      {
        class: "cs-field",
        role: "grid",
        "aria-label": `X_col, ${rows} rows, ${columns} columns: one for each window. ${KEYS}`
      },
      this.col.lines,
      this.bar
    );
    this.listen(
      grid,
      () => this.rovingCol,
      ([, , n]) => n
    );
    return this.part(
      "x",
      "xcol",
      "X_col",
      `${rows}×${columns}: a column for each window`,
      heads,
      h("div", { class: "cs-labelled" }, labels, grid)
    );
  }
  rowPart() {
    const { F, K, rows } = this.size;
    for (const line of this.row)
      line.forEach((cell, r) => cell.classList.toggle("cs-next", r > 0 && r % (F * F) === 0));
    this.rowField = this.plain(this.row);
    this.biasField = this.plain(this.bias);
    this.weights = h(
      "div",
      { class: "cs-weights", role: "group", "aria-label": "W_row and b" },
      this.part("w", "wrow", "W_row", `${K}×${rows}: a row for each filter`, this.rowField),
      this.part("w", "bias", "b", `${K}`, this.biasField)
    );
    return this.weights;
  }
  plain(lines) {
    return h(
      "div",
      { class: "cs-field", role: "img" },
      lines.map((line) => h("div", { class: "cs-row" }, line))
    );
  }
  yPart() {
    const { K, columns } = this.size;
    this.yField = this.plain(this.y);
    return this.part(
      "y",
      "ymatrix",
      "Y = W_row · X_col + b",
      `${K}×${columns}`,
      h("div", { class: "cs-labelled" }, this.yField)
    );
  }
  mapsPart() {
    const { K, H2, W2 } = this.size;
    const grid = h(
      "div",
      { class: "cs-volume-slices", role: "grid", "aria-label": `Output y, ${W2}×${H2}×${K}. ${KEYS}` },
      this.maps.map((rows, k) => this.slice(`y[${k}]`, rows))
    );
    this.listen(
      grid,
      () => this.rovingY,
      ([, r, c]) => r * W2 + c
    );
    return this.part("y", "output", "Output y", `${W2}×${H2}×${K}: Y, reshaped`, grid);
  }
  legendPart() {
    this.legend = h("div", { class: "cs-legend" });
    return h("div", { class: "cs-key" }, this.legend);
  }
  // ---- mouse and keyboard --------------------------------------------------------------------------
  listen(grid, roving, windowOf) {
    grid.addEventListener("keydown", (event) => {
      const at = roving().key(event);
      if (at) {
        this.on.hold();
        roving().point(at, true);
        this.on.move(windowOf(at));
      } else if (event.key === " ") this.on.play();
      else if (event.key === "Enter") this.on.step(1);
      else if (event.key === "Escape") this.on.choose([]);
      else return;
      event.preventDefault();
    });
  }
  hover(event) {
    const cell = event.target.closest(".cs-cell");
    if (cell?.window !== void 0 && event.pointerType === "mouse" && !this.on.playing()) this.on.move(cell.window);
    this.hint(cell);
  }
  click(cell) {
    if (!cell) return;
    this.on.hold();
    const roving = cell.at && [this.rovingX, this.rovingCol, this.rovingY].find((one) => one.cell(cell.at) === cell);
    roving?.point(cell.at, true);
    if (cell.window !== void 0) this.on.move(cell.window);
    else if (roving === this.rovingX) this.choose(cell.at);
  }
  // Choose a cell; once more, and it is let go.
  choose(at) {
    this.on.choose(String(at) === String(chosen(this.s)) ? [] : at);
  }
  // ---- numbers: new texts in the elements that are there ----------------------------------------------
  values(s) {
    const { P, W2, H2 } = this.size;
    const wRow = flatten(s);
    this.s = s;
    this.entries = stretch(s);
    this.results = multiply(wRow, this.entries, s.b);
    this.counts = copies(s);
    this.letters = { cell: letters(wRow, s.b, this.results), input: letters(s.x) };
    write(
      this.x.map((slice) => slice.cells),
      s.x
    );
    write(
      [this.row, this.bias, this.y, this.col.cells],
      [wRow, s.b.map((b) => [b]), this.results, this.entries.map((line) => line.map(({ value }) => value))]
    );
    write(
      this.maps.map((slice) => slice.cells),
      this.results.map((line) => Array.from({ length: H2 }, (_, r) => line.slice(r * W2, (r + 1) * W2)))
    );
    this.entries.forEach(
      (line, r) => line.forEach(({ from }, n) => this.col.cells[r][n].classList.toggle("cs-zero", !from))
    );
    for (const { cells } of this.x)
      cells.forEach((line, r) => line.forEach((cell, c) => cell.classList.toggle("cs-unread", !this.counts[r][c])));
    this.label(wRow);
    const entries = [
      ["cs-tap", "the window and its column"],
      ["cs-copy", "a cell that you click, and its copies"],
      ...P ? [["cs-zero", "padding"]] : [],
      ...this.counts.flat().includes(0) ? [["cs-unread", "read by no window"]] : []
    ];
    this.legend.replaceChildren(
      ...entries.map(
        ([kind, text]) => h("span", {}, h("i", { class: `cs-cell ${kind}`, "aria-hidden": "true" }), text)
      )
    );
    for (const one of [this.rovingX, this.rovingCol, this.rovingY]) one.point(one.at);
  }
  // The matrices that no key moves in are told as a whole.
  label(wRow) {
    const told = (name, lines) => `${name}: ${lines.map((line, k) => `row ${k}: ${line.map(number).join(", ")}`).join("; ")}`;
    this.rowField.setAttribute("aria-label", told("W_row", wRow));
    this.biasField.setAttribute("aria-label", `b: ${this.s.b.map(number).join(", ")}`);
    this.yField.setAttribute("aria-label", told("Y", this.results));
  }
  // ---- position: the only work of a step --------------------------------------------------------------
  move(s) {
    const { n, row, col } = windowAt(s);
    const { F } = this.size;
    const top = row * s.stride;
    const left = col * s.stride;
    this.s = s;
    for (const cell of this.lit) cell.classList.remove("cs-tap", "cs-here");
    for (const [name, value] of [
      ["--top", top],
      ["--left", left],
      ["--window", n]
    ])
      this.node.style.setProperty(name, value);
    const taps2 = this.x.flatMap(({ field }) => field.slice(top, top + F).flatMap((line) => line.slice(left, left + F)));
    const read = [...taps2, ...this.col.cells.map((line) => line[n]), this.heads[n]];
    const made2 = [...this.y.map((line) => line[n]), ...this.maps.map(({ cells }) => cells[row][col])];
    for (const cell of read) cell.classList.add("cs-tap");
    for (const cell of made2) cell.classList.add("cs-here");
    this.lit = [...read, ...made2];
    this.follow(this.rovingCol, [0, this.rovingCol.at[1], n]);
    this.follow(this.rovingY, [this.rovingY.at[0], row, col]);
    this.reveal(this.col.cells[0][n]);
    this.hint(
      this.node.contains(document.activeElement) && !this.on.playing() && document.activeElement.at ? document.activeElement : null
    );
  }
  // The focus goes along, if it is in that grid and nothing is playing.
  follow(roving, at) {
    roving.point(at, roving.cell(roving.at) === document.activeElement && !this.on.playing());
  }
  // Where X_col is wider than the page, bring its lit column into sight.
  reveal(cell) {
    const { scrollLeft, clientWidth, scrollWidth } = this.scroll;
    if (scrollWidth <= clientWidth) return;
    const left = cell.getBoundingClientRect().left - this.scroll.getBoundingClientRect().left + scrollLeft;
    if (left < scrollLeft || left + cell.offsetWidth + 4 > scrollLeft + clientWidth)
      this.scroll.scrollLeft = left - clientWidth / 2;
  }
  // ---- pointing: where an entry comes from; where a cell was copied to ---------------------------------
  hint(cell) {
    for (const marked of this.hot) marked.classList.remove("cs-hot", "cs-copy");
    this.hot = [];
    const { n } = windowAt(this.s);
    const at = cell && this.rovingX.cell(cell.at ?? []) === cell ? cell.at : chosen(this.s);
    if (at) this.trace(at);
    if (cell?.tap !== void 0) this.link(cell.tap, n);
    else if (cell?.at && this.col.cells[cell.at[1]]?.[cell.at[2]] === cell) this.link(cell.at[1], n);
    else this.on.note(at ? copiesMessage(this.s, at, this.entries) : "");
  }
  // One row of X_col at one window: the entry, its weights, the cell of the input.
  link(r, n) {
    const { F } = this.size;
    const { row, col } = windowAt(this.s);
    const { stride } = this.s;
    const c = Math.floor(r / (F * F));
    const cell = this.x[c].field[row * stride + Math.floor(r / F) % F][col * stride + r % F];
    this.mark("cs-hot", [cell, this.col.cells[r][n], ...this.row.map((line) => line[r])]);
    this.on.note(originMessage(F, [r, n], this.entries[r][n]));
  }
  trace([c, row, col]) {
    const same = ({ from }) => from && from[0] === c && from[1] === row && from[2] === col;
    const found = this.entries.flatMap(
      (line, r) => line.flatMap((one, n) => same(one) ? [this.col.cells[r][n]] : [])
    );
    this.mark("cs-copy", [this.x[c].cells[row][col], ...found]);
  }
  mark(name, cells) {
    for (const cell of cells) cell.classList.add(name);
    this.hot.push(...cells);
  }
  // Whether new numbers need other cells.
  get cramped() {
    return JSON.stringify(this.letters) !== this.fitted;
  }
  fit(width) {
    const count = this.letters;
    const least = { cell: leastCell(Math.max(count.cell, count.input)), input: leastCell(count.input) };
    const { mode, cell, input, output = cell, slices, maps, apart } = arrange(width, this.size, least);
    const marks = { "cs-down": slices === 1, "cs-maps-down": maps === 1, "cs-apart": apart };
    this.fitted = JSON.stringify(count);
    this.node.className = `cs-matrices cs-mode-${mode}`;
    for (const [name, is] of Object.entries(marks)) this.node.classList.toggle(name, Boolean(is));
    for (const [name, value] of [
      ["--c", cell],
      ["--o", output],
      ["--input", input],
      ["--text", textSize(cell, Math.max(count.cell, count.input))],
      ["--out-text", textSize(output, count.cell)],
      ["--input-text", textSize(input, count.input)]
    ])
      this.node.style.setProperty(name, `${value}px`);
    if (this.weights.scrollWidth > this.weights.clientWidth)
      this.weights.setAttribute("tabindex", "0");
    else this.weights.removeAttribute("tabindex");
  }
};

// js/im2col/index.js
var NUMBERS = ["x", "w", "b", "stride", "pad"];
var KNOBS = [
  ["F", "filter size", 1, 3, "w"],
  ["S", "stride", 1, 3, "s"],
  ["P", "padding", 0, 1, "s"]
];
var TRAIT = { S: "stride", P: "pad" };
var MOST = 9;
var View = class extends PlayedView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, "window", "cell", "knobs"], describe);
    Object.assign(this, { kept: {}, shown: {} });
    this.picture = new Picture({
      move: (window) => this.change({ window }),
      choose: (cell) => this.choose(cell),
      play: () => this.player.toggle(),
      step: (n) => this.step(n),
      note: (text) => this.note(text),
      hold: () => this.player.pause(),
      playing: () => this.player.playing
    });
    this.player = new Player("Walk through the windows", {
      step: (n) => this.step(n),
      start: () => this.start(),
      next: () => this.root.isConnected && this.next(),
      paused: () => this.announce(this.sentence.textContent),
      reset: () => this.reset()
    });
    this.controls = makeKnobs(KNOBS, (letter, value) => this.resize(letter, value));
    this.build();
    this.first = super.read();
    this.update();
    this.follow();
  }
  build() {
    const text = (kind) => h("p", { class: `cs-${kind}` });
    Object.assign(this, {
      shapes: text("shapes"),
      memory: text("memory"),
      sentence: text("sentence"),
      aside: text("note"),
      problem: text("problem")
    });
    this.bars = ["x", "col"].map((kind) => h("span", { class: `cs-bar-${kind}` }));
    const bars = h(
      "div",
      { class: "cs-bars", "aria-hidden": "true" },
      ["input", "X_col"].map((name, n) => h("div", {}, h("span", {}, name), this.bars[n]))
    );
    this.body = h(
      "div",
      { class: "cs-body" },
      h("div", { class: "cs-line" }, this.controls.node, this.player.node),
      h("div", { class: "cs-cost" }, bars, this.memory),
      this.picture.node,
      h("div", { class: "cs-words" }, this.sentence, this.aside, this.shapes)
    );
    this.open("im2col", "im2col: windows as columns", this.problem, this.body);
  }
  // conv.js's state, as far as it is needed here.
  read() {
    return { ...super.read(), dilation: 1 };
  }
  // ---- from the reader to the model -----------------------------------------------------------------
  resize(letter, value) {
    this.player.pause();
    if (letter in TRAIT) return this.change({ [TRAIT[letter]]: value });
    return this.change({ w: sized({ ...shape(this.read()), F: value }, this.kept).w });
  }
  choose(cell) {
    this.player.pause();
    this.change({ cell });
  }
  reset() {
    this.player.pause();
    this.kept = {};
    this.change(this.first);
  }
  // One window on or back; round at the ends.
  step(n) {
    this.player.pause();
    const s = this.read();
    const { columns } = facts(s);
    this.change({ window: (windowAt(s).n + n + columns) % columns });
  }
  start() {
    if (!this.next()) this.change({ window: 0 });
  }
  // One window on; false where there is none.
  next() {
    const s = this.read();
    const { columns } = facts(s);
    const window = windowAt(s).n + 1;
    if (window >= columns) return false;
    this.change({ window });
    return true;
  }
  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
    if (wrong) return say(this.problem, wrong);
    for (const name of ["x", "w", "b"]) this.kept[name] = remember(this.kept[name], s[name]);
    const old = this.shown;
    const size = JSON.stringify(shape(s));
    const fresh = NUMBERS.some((name) => old[name] !== s[name]);
    if (size !== this.size) this.picture.build(s);
    if (fresh) this.picture.values(s);
    if (size !== this.size || this.picture.cramped) this.picture.fit(this.width());
    this.size = size;
    this.shown = s;
    this.showWords(s, fresh && old.x !== void 0, old.cell !== s.cell);
  }
  showWords(s, fresh, picked) {
    const known = facts(s);
    const words = allMessages(s, this.picture.entries, this.picture.results);
    for (const name of ["shapes", "memory"]) say(this[name], words[name]);
    say(this.sentence, words.column);
    this.spare = words.aside;
    this.picture.move(s);
    this.controls.show(shape(s), this);
    [known.numbers / known.ratio, known.numbers].forEach((count, n) => {
      this.bars[n].style.setProperty("--share", count / (known.numbers / known.ratio) / MOST);
      say(this.bars[n], number(count));
    });
    this.showDescription(s);
    const news = this.showTask(known);
    const lead = fresh ? `${words.memory} ` : "";
    this.announce(`${lead}${picked && words.aside ? words.aside : words.column}${news}`);
  }
  note(text) {
    say(this.aside, text || this.spare || "");
  }
};
var im2col_default = widget(View);
export {
  im2col_default as default
};
