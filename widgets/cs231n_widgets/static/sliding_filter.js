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
function exactOutSize(W, F, S = 1, P = 0, dilation = 1) {
  checkSizes({ S });
  return slack(W, F, P, dilation) / S + 1;
}
function fits(W, F, S = 1, P = 0, dilation = 1) {
  checkSizes({ S });
  const room = slack(W, F, P, dilation);
  return room >= 0 && room % S === 0;
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
function explain(W, F, S = 1, P = 0, dilation = 1) {
  checkSizes({}, P, P);
  return fitMessage(W, F, S, 2 * P, dilation);
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
function calculation(s, row, col, k) {
  const { D, F } = shape(s);
  const window = taps(s, row, col);
  const products2 = Array.from({ length: D }, () => Array.from({ length: F }, () => Array(F).fill(0)));
  for (const { i, j, r, c, inside } of window) {
    for (let d = 0; d < D; d++) products2[d][i][j] = inside ? s.x[d][r][c] * s.w[k][d][i][j] + 0 : 0;
  }
  const sums = products2.map((slice) => slice.flat().reduce((a, b) => a + b, 0));
  return { window, products: products2, sums, bias: s.b[k], total: sums.reduce((a, b) => a + b, 0) + s.b[k] };
}
function forward(s) {
  const { K, H2, W2 } = shape(s);
  const row = (k, r) => Array.from({ length: W2 }, (_, c) => calculation(s, r, c, k).total);
  return Array.from({ length: K }, (_, k) => Array.from({ length: H2 }, (_2, r) => row(k, r)));
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
function unread(s) {
  const { H, W } = shape(s);
  const seen = readers(s);
  return seen.slice(s.pad, s.pad + H).reduce((n, line2) => n + line2.slice(s.pad, s.pad + W).filter((v) => !v).length, 0);
}
function place(s) {
  const { K, H2, W2 } = shape(s);
  if (!H2 || !W2) return null;
  const within = (value, count) => Math.min(Math.max(value, 0), count - 1);
  return { row: within(s.row, H2), col: within(s.col, W2), k: within(s.k, K) };
}
function walk(s, from, steps) {
  const { K, H2, W2 } = shape(s);
  const n = (from.k * H2 + from.row) * W2 + from.col + steps;
  if (n < 0 || n >= K * H2 * W2) return null;
  return { k: Math.floor(n / (H2 * W2)), row: Math.floor(n / W2) % H2, col: n % W2 };
}
function facts(s) {
  const { D, H, W, K, F, S, P, dilation, H2, W2 } = shape(s);
  const at = place(s);
  const neat = fits(W, F, S, P, dilation) && fits(H, F, S, P, dilation);
  const here = at ? { row: at.row, col: at.col, k: at.k, value: calculation(s, at.row, at.col, at.k).total } : {};
  return { D, H, W, K, F, S, P, dilation, H2, W2, fits: neat, same: H2 === H && W2 === W, unread: unread(s), ...here };
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

// js/shared/formula.js
function sizeTerms(side, { F, S, P, dilation }) {
  return {
    side,
    F,
    span: dilatedSize(F, dilation),
    S,
    P,
    value: exactOutSize(side, F, S, P, dilation),
    fits: fits(side, F, S, P, dilation)
  };
}
var quotient = (value) => String(Number(value.toFixed(2))).replace("-", "−");
var term = (value, letter, colour) => h("span", { class: `cs-term cs-ink-${colour}` }, h("b", {}, String(value)), h("small", {}, letter));
function line(name, { side, F, span, S, P, value, fits: fits2 }, letter) {
  const reach = span === F ? "F" : `(F−1)·${(span - 1) / (F - 1)}+1`;
  const spoken = `${name}: open bracket ${side} minus ${span} plus 2 times ${P}, close bracket, over ${S}, plus 1, is ${quotient(value)}`;
  return h(
    "span",
    { class: `cs-formula-line${fits2 ? "" : " cs-misfit"}`, role: "img", "aria-label": spoken },
    h("span", { class: "cs-formula-name" }, name),
    "(",
    term(side, letter, "x"),
    "−",
    term(span, reach, "w"),
    "+ 2·",
    term(P, "P", "s"),
    ")/",
    term(S, "S", "s"),
    "+ 1 =",
    h("b", { class: "cs-formula-value" }, quotient(value)),
    fits2 ? null : h("span", { class: "cs-mark" }, "!")
  );
}
function formulaLines(s) {
  const across = line(s.W === s.H ? "Output size" : "Across", sizeTerms(s.W, s), "W");
  return s.W === s.H ? [across] : [across, line("Down", sizeTerms(s.H, s), "H")];
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
var bracketed = (value) => value < 0 ? `(${number(value)})` : number(value);
var product = (a, b) => `${bracketed(a)} × ${bracketed(b)} = ${number(a * b + 0)}`;
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

// js/sliding_filter/messages.js
function describe(s) {
  const { W, H, D, K, F, S, P, dilation, W2, H2 } = shape(s);
  const at = place(s);
  const begin = [
    `An input of ${W}×${H}×${D} and ${plural(K, "filter")} of ${F}×${F}×${D}, stride ${S}, padding ${P}${dilated(dilation)}.`,
    ...[.../* @__PURE__ */ new Set([W, H])].map((side) => signed(explain(side, F, S, P, dilation)))
  ];
  if (!at) return [...begin, "There is no output."].join(" ");
  const sum = sumMessage(at, calculation(s, at.row, at.col, at.k));
  const end = [unreadMessage(s), `Output ${sum}: each slice’s sum, then the bias.`];
  return [...begin, `The output is ${W2}×${H2}×${K}.`, ...end].filter(Boolean).join(" ");
}
function sumMessage(at, calc) {
  const parts = [...calc.sums, calc.bias].map(bracketed).join(" + ");
  return `y[${at.k}, ${at.row}, ${at.col}] = ${parts} = ${number(calc.total)}`;
}
function windowMessage(s, at, calc) {
  const { D } = shape(s);
  const zeros = calc.window.filter((tap) => !tap.inside).length;
  const ring = zeros ? ` ${plural(zeros, "cell")} of the window ${zeros === 1 ? "lies" : "lie"} in the padding.` : "";
  return `Row ${at.row}, column ${at.col} of map ${at.k}: the sum${D > 1 ? "s of the slices" : " of the products"}, then the bias.${ring}`;
}
function unreadMessage(s) {
  const { W, H } = shape(s);
  const missed = unread(s);
  return missed ? `No window reads ${missed} of the ${W * H} cells of a slice.` : "";
}
function fitReport(s) {
  const { W, H, F, S, P, dilation, K, W2, H2 } = shape(s);
  const sides = W === H ? [["", W]] : [
    ["Across: ", W],
    ["Down: ", H]
  ];
  const told = sides.map(([name, side]) => [name, signed(explain(side, F, S, P, dilation))]);
  const bad = told.filter(([, text]) => !text.endsWith("fit."));
  if (!place(s)) return { fine: false, text: `${bad.map((pair) => pair.join("")).join(" ")} There is no output.` };
  const missed = unreadMessage(s);
  const lost = missed && ` ${missed}`;
  if (bad.length) return { fine: false, text: bad.map((pair) => pair.join("")).join(" ") + lost };
  const wide = dilation > 1 ? ` A filter of ${F} dilated by ${dilation} spans ${dilatedSize(F, dilation)} cells.` : "";
  return { fine: true, text: `It fits: the output is ${W2}×${H2}×${K}.${wide}${lost}` };
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
function edit(cell, { value, name, first, take, refuse }) {
  if (cell.firstElementChild) return;
  const field = h("input", {
    class: "cs-edit",
    "aria-label": `${name}, edit`,
    inputmode: "text",
    autocomplete: "off",
    spellcheck: "false"
  });
  field.value = first ?? String(value);
  let open = true;
  const ended = new AbortController();
  const close = (keep, focus) => {
    if (!open) return;
    open = false;
    ended.abort();
    const text = field.value.trim().replaceAll("−", "-").replace(",", ".");
    const next = Number(text);
    const good = text !== "" && Number.isFinite(next) && Math.abs(next) <= 999;
    field.remove();
    writeCell(cell, keep && good ? next : value);
    if (focus) cell.focus();
    if (keep && good && next !== value) take(next);
    if (keep && !good) refuse(`“${text}” is not a number from −999 to 999; the cell keeps ${number(value)}.`);
  };
  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      close(event.key === "Enter", true);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      field.value = String((Number(field.value) || 0) + (event.key === "ArrowUp" ? 1 : -1));
    }
  });
  field.addEventListener("blur", () => close(true, false));
  const view = cell.closest(".cs-widget");
  const { signal } = ended;
  const onButton = ({ target }) => target.closest("button, .cs-choice");
  view.addEventListener("mousedown", (event) => onButton(event) && event.preventDefault(), { signal });
  view.addEventListener("mouseup", (event) => onButton(event) && close(true, false), { signal });
  cell.replaceChildren(field);
  field.focus();
  if (first === void 0) field.select();
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

// js/sliding_filter/calculation.js
var Calculation = class {
  constructor({ D, F }) {
    const square = () => Array.from({ length: F }, () => Array.from({ length: F }, () => h("span", { class: "cs-cell" })));
    this.products = Array.from({ length: D }, square);
    this.sums = this.products.map(() => h("b", { class: "cs-sum" }));
    this.names = this.products.map(() => h("div", { class: "cs-slice-name" }));
    this.blocks = this.products.map((rows, c) => this.block(rows, c));
    this.bias = h("b", { class: "cs-sum" });
    this.total = h("b", { class: "cs-sum cs-total" });
    this.totalName = h("span", {});
    const foot = h(
      "div",
      { class: "cs-bias cs-addition" },
      h("div", {}, h("span", {}, "bias"), this.bias),
      h("div", { class: "cs-result" }, this.totalName, this.total)
    );
    const detail = h("span", {}, h("span", {}, "products"), h("span", {}, "sum"));
    this.node = h(
      "div",
      { class: "cs-part cs-part-sum" },
      h("div", { class: "cs-part-name" }, h("b", {}, "Window × filter"), detail),
      h("div", { class: "cs-slices" }, this.blocks, foot)
    );
    products(this.products, (cell, ...place2) => {
      cell.pair = place2;
    });
  }
  block(rows, c) {
    const lines = rows.map((row) => h("div", { class: "cs-row" }, row));
    return h(
      "div",
      { class: "cs-slice cs-product", role: "img" },
      this.names[c],
      h("div", { class: "cs-equation" }, h("div", { class: "cs-field" }, lines), this.sums[c])
    );
  }
  // `calc` is null where there is no output to work out; k is the filter in view.
  show(calc, at, k) {
    products(this.products, (cell, c, i, j) => calc ? writeCell(cell, calc.products[c][i][j]) : say(cell, "–"));
    this.blocks.forEach((block, c) => {
      say(this.names[c], `x[${c}] × w[${k}, ${c}]`);
      say(this.sums[c], calc ? number(calc.sums[c]) : "–");
      block.setAttribute("aria-label", calc ? sliceMessage(calc, c) : `Slice ${c}: no window`);
    });
    say(this.bias, calc ? `${calc.bias < 0 ? "−" : "+"} ${number(Math.abs(calc.bias))}` : "–");
    say(this.total, calc ? number(calc.total) : "–");
    this.total.classList.toggle("cs-total", Boolean(calc));
    say(this.totalName, at ? `y[${at.k}, ${at.row}, ${at.col}] =` : "no output");
  }
};
var sliceMessage = ({ products: all, sums }, c) => `Slice ${c}: products ${all[c].flat().map(number).join(", ")}; sum ${number(sums[c])}`;
function products(slices, each) {
  slices.forEach((rows, c) => rows.forEach((row, i) => row.forEach((cell, j) => each(cell, c, i, j))));
}

// js/sliding_filter/gestures.js
function listenNumbers(picture, grid, kind) {
  const roving = () => kind === "x" ? picture.rovingX : picture.rovingW;
  const open = (at, first) => {
    const [n, row, col] = at;
    const index = kind === "x" ? at : [...picture.filterOf(n), row, col];
    picture.on.hold();
    edit(roving().cell(at), {
      value: numberAt(picture, kind, index),
      name: kind === "x" ? `x[${at.join(", ")}]` : picture.weightName(at),
      first,
      take: (value) => picture.on.number(kind, index, value),
      refuse: picture.on.refuse
    });
  };
  const go = (at) => {
    const [k, c] = kind === "x" ? [null, at[0]] : picture.filterOf(at[0]);
    if (k !== null) picture.on.move({ k });
    if (c < picture.size.D) picture.show(c);
    roving().point(at, true);
  };
  grid.addEventListener("click", (event) => {
    const cell = event.target.closest(".cs-cell");
    if (!cell?.at || event.target.tagName === "INPUT") return;
    go(cell.at);
    open(cell.at);
  });
  grid.addEventListener("focusin", (event) => event.target.at && picture.hint(event.target));
  grid.addEventListener("keydown", (event) => {
    if (event.target.tagName === "INPUT") return;
    const at = roving().key(event);
    if (at) go(at);
    else if (event.key === "Enter" || event.key === "F2") open(roving().at);
    else if (/^[-\d]$/.test(event.key) && !event.ctrlKey && !event.metaKey) open(roving().at, event.key);
    else return;
    event.preventDefault();
  });
}
function numberAt({ s, size }, kind, [a, b, c, d]) {
  if (kind === "x") return s.x[a][b][c];
  return b < size.D ? s.w[a][b][c][d] : s.b[a];
}
function listenOutput(picture, grid) {
  const under = (event) => {
    const cell = grid.getRootNode().elementFromPoint(event.clientX, event.clientY)?.closest(".cs-cell");
    return cell && grid.contains(cell) ? cell.at : null;
  };
  const go = (at, focus) => {
    picture.on.move({ k: at[0], row: at[1], col: at[2] });
    if (focus) picture.rovingY.point(at, true);
  };
  grid.addEventListener("pointerdown", (event) => {
    const at = under(event);
    if (!at) return;
    event.preventDefault();
    picture.on.hold();
    go(at, true);
  });
  grid.addEventListener("pointermove", (event) => {
    const at = event.pointerType === "mouse" || event.pressure > 0 ? under(event) : null;
    if (at && !(picture.on.playing() && !event.buttons)) go(at, false);
  });
  grid.addEventListener("keydown", (event) => {
    const at = picture.rovingY.key(event);
    if (at) {
      picture.on.hold();
      go(at, true);
    } else if (event.key === " ") picture.on.play();
    else if (event.key === "Enter") picture.on.step(1);
    else return;
    event.preventDefault();
  });
}

// js/sliding_filter/layout.js
var SUM = 52;
var GAP = 26;
var LARGEST = 32;
var NARROWEST = 76;
var NAME = 26;
var MODES = [
  ["all", 640],
  ["one", 640],
  ["stack", 400],
  ["wrap", 310]
];
var OUTPUT = 230;
var outputCell = (cell, least, count) => Math.max(cell, Math.min(36, Math.floor(150 / Math.max(count, 1))), least);
function arrange(width, size, least) {
  for (const [mode, tall] of MODES) {
    const found = fitInto(mode, tall, width, size, least);
    if (found) return found;
  }
}
function fitInto(mode, tall, width, size, least) {
  const { D, rows } = size;
  const heightOf = (cell) => rows * cell + NAME;
  const flat = D === 1 ? mode === "wrap" : D * heightOf(least.cell) > tall;
  for (let cell = LARGEST; cell >= least.cell; cell--) {
    const low = (flat ? 1 : D) * heightOf(cell) <= tall;
    if (low && taken(mode, cell, size, least) <= width || mode === "wrap" && cell === least.cell)
      return { mode, cell, flat, ...outputs(mode, cell, width, size, least) };
  }
  return mode !== "wrap" && taken(mode, least.cell, size, least) <= width ? { mode, cell: least.cell, flat, ...outputs(mode, least.cell, width, size, least) } : null;
}
var productCell = (cell, least) => Math.max(Math.floor(cell * 1.2), least.product);
function taken(mode, cell, { cols, K, F, W2 }, least) {
  const gap = mode === "all" || mode === "one" ? GAP : 14;
  const input = Math.max(cols * cell, NARROWEST);
  const filters = mode === "all" ? K * F * cell + (K - 1) * 10 : Math.max(F * cell, NARROWEST);
  if (mode === "wrap") return input + filters + gap;
  const left = input + filters + Math.max(F * productCell(cell, least) + SUM, 128) + 2 * gap;
  return mode === "stack" ? left : left + gap + Math.max(W2 * outputCell(cell, least.out, W2), NARROWEST);
}
function outputs(mode, cell, width, { D, K, F, W2, H2 }, least) {
  if (mode === "all" || mode === "one")
    return { out: outputCell(cell, least.out, W2), single: false, product: productCell(cell, least) };
  const row = Math.floor((width - (K - 1) * 18) / Math.max(K * W2, 1));
  const single = row < least.out;
  const room = Math.min(single ? Math.floor(width / W2) : row, Math.floor(OUTPUT / Math.max(H2, 1)), 38);
  const across = Math.floor((width - 6 - (D - 1) * 14) / (D * F));
  const product2 = mode === "wrap" ? Math.max(Math.min(across, 34), least.product) : productCell(cell, least);
  return { out: Math.max(room, least.out), single, product: product2 };
}

// js/sliding_filter/picture.js
var Picture = class {
  // on: { move(at), number(kind, at, value), play(), step(n), refuse(text), note(text), hold(), playing() }
  constructor(on) {
    Object.assign(this, { on, front: 0 });
    this.node = h("div", { class: "cs-stage" });
    this.node.addEventListener("pointerover", (event) => this.hint(event.target.closest(".cs-cell")));
    this.node.addEventListener("pointerleave", () => this.hint(null));
  }
  // ---- structure: new elements for new sizes -------------------------------------------------------
  build(s) {
    const size = shape(s);
    const { D, H, W, K, F, P, H2, W2 } = size;
    const at = place(s);
    const reach = at ? 0 : dilatedSize(F, s.dilation);
    const [rows, cols] = [Math.max(H + 2 * P, F, reach), Math.max(W + 2 * P, reach)];
    Object.assign(this, { size: { ...size, rows, cols }, marked: [], hot: [], k: null, maps: null });
    this.x = Array.from({ length: D }, (_, c) => sliceRows(c, H, W, P));
    this.w = Array.from({ length: K * (D + 1) }, (_, n) => n % (D + 1) < D ? sliceRows(n, F, F) : sliceRows(n, 1, 1));
    this.y = at ? Array.from({ length: K }, (_, k) => sliceRows(k, H2, W2)) : [];
    this.frames = this.x.map(() => h("div", { class: "cs-window" }));
    this.sum = new Calculation(size);
    this.node.replaceChildren(this.inputPart(), this.filterPart(), this.sum.node, this.outputPart());
    this.node.style.setProperty("--rows", rows);
    this.node.style.setProperty("--cols", cols);
    const roving = (slices, name) => new Roving(
      slices.map((slice) => slice.cells),
      name
    );
    this.rovingX = roving(this.x, (i) => `x[${i.join(", ")}] is ${this.text(this.x, i)}`);
    this.rovingW = roving(this.w, (i) => `${this.weightName(i)} is ${this.text(this.w, i)}`);
    this.rovingY = at && roving(this.y, (i) => `y[${i.join(", ")}] is ${this.text(this.y, i)}`);
    this.show(Math.min(this.front, D - 1));
  }
  text(slices, [slice, row, col]) {
    return slices[slice].cells[row][col].textContent;
  }
  weightName([n, row, col]) {
    const [k, c] = this.filterOf(n);
    return c < this.size.D ? `w[${[k, c, row, col].join(", ")}]` : `bias b[${k}]`;
  }
  // Of the n-th slice of all filters, in which a bias follows the weights: the filter and the depth slice.
  filterOf(n) {
    const each = this.size.D + 1;
    return [Math.floor(n / each), n % each];
  }
  slice(name, rows, extra) {
    return h(
      "div",
      { class: "cs-slice", role: "rowgroup", "aria-label": name },
      h("div", { class: "cs-slice-name", "aria-hidden": "true" }, name),
      h("div", { class: "cs-field" }, rows.lines, extra)
    );
  }
  part(kind, title, detail, body, foot) {
    return h(
      "div",
      { class: `cs-part cs-part-${kind}` },
      h("div", { class: "cs-part-name" }, h("b", {}, title), h("span", {}, detail)),
      body,
      foot
    );
  }
  // Numbered buttons, one of them pressed: which slice or filter is in view where there is room for one.
  tabs(kind, label, name, count, press) {
    const tabs = Array.from(
      { length: count },
      (_, n) => h("button", { type: "button", "aria-label": `${name} ${n}`, onclick: () => press(n) }, String(n))
    );
    const node = h("span", { class: `cs-choose cs-choose-${kind}`, role: "group", "aria-label": label }, tabs);
    return {
      node: count > 1 ? node : null,
      press: (n) => tabs.forEach((tab, m) => tab.setAttribute("aria-pressed", m === n))
    };
  }
  inputPart() {
    const { D, H, W } = this.size;
    this.inputSlices = this.x.map((rows, c) => this.slice(`x[${c}]`, rows, this.frames[c]));
    this.depths = this.tabs("slice", "Depth slice in view", "Slice", D, (c) => this.show(c));
    const label = `Input x, ${W}×${H}×${D}. Enter edits a number.`;
    const grid = h("div", { class: "cs-slices", role: "grid", "aria-label": label }, this.inputSlices);
    listenNumbers(this, grid, "x");
    this.legend = h("div", { class: "cs-legend" });
    return this.part("x", "Input x", [`${W}×${H}×${D}`, this.depths.node], grid, this.legend);
  }
  filterPart() {
    const { D, K, F } = this.size;
    this.columns = Array.from({ length: K }, (_, k) => {
      const own = this.w.slice(k * (D + 1), (k + 1) * (D + 1));
      const slices = own.map((rows, c) => this.slice(c < D ? `w[${k}, ${c}]` : `b[${k}]`, rows));
      slices.at(-1).classList.add("cs-bias");
      return h("div", { class: "cs-filter" }, slices);
    });
    this.filters = this.tabs("filter", "Filter in view", "Filter", K, (k) => this.on.move({ k }));
    const label = `Filters w and biases b, ${K} of ${F}×${F}×${D}. Enter edits a number.`;
    const grid = h("div", { class: "cs-filters", role: "grid", "aria-label": label }, this.columns);
    listenNumbers(this, grid, "w");
    const size = `${F}×${F}×${D}`;
    const many = h("span", { class: "cs-many" }, `${K} of ${size}`);
    return K > 1 ? this.part("w", "Filters w", [many, this.filters.node], grid) : this.part("w", "Filter w", size, grid);
  }
  outputPart() {
    const { K, H2, W2 } = this.size;
    const none = () => h("p", { class: "cs-none" }, "The window is larger than the padded input.");
    if (!this.y.length) return this.part("y", "Output y", "none", none());
    const help = "Arrows move the window, space plays, Enter steps, Page Up and Page Down change the filter.";
    this.maps = this.y.map((rows, k) => this.slice(`y[${k}]`, rows));
    const label = `Output y, ${W2}×${H2}×${K}. ${help}`;
    const grid = h("div", { class: "cs-slices", role: "grid", "aria-label": label }, this.maps);
    listenOutput(this, grid);
    return this.part("y", "Output y", `${W2}×${H2}×${K}`, grid);
  }
  // ---- numbers: new texts and marks in the elements that are there ------------------------------------
  values(s) {
    const { P, H, W } = this.size;
    this.s = s;
    const cells = (slices) => slices.map((slice) => slice.cells);
    const y = this.y.length ? forward(s) : [];
    write(cells(this.x), s.x);
    write(
      cells(this.w),
      s.w.flatMap((filter, k) => [...filter, [[s.b[k]]]])
    );
    write(cells(this.y), y);
    this.letters = { cell: letters(s.x, s.w, s.b), out: letters(y), product: letters(largestProducts(s)) };
    this.seen = readers(s);
    for (const { field } of this.x) {
      field.forEach((line2, r) => line2.forEach((cell, c) => cell.classList.toggle("cs-unread", !this.seen[r][c])));
    }
    const lost = this.seen.some((line2, r) => line2.some((n, c) => !n && r >= P && r < P + H && c >= P && c < P + W));
    const ring = this.seen.some((line2) => line2.includes(0));
    const entry = (kind, text) => h("span", {}, h("i", { class: `cs-cell ${kind}`, "aria-hidden": "true" }), text);
    this.legend.replaceChildren(
      entry("cs-tap", "window"),
      ...P ? [entry("cs-zero", "padding")] : [],
      ...ring ? [entry(lost ? "cs-unread" : "cs-zero cs-unread", "read by no window")] : []
    );
  }
  // ---- position: the only work of a step --------------------------------------------------------------
  // The focus goes along, if it is in the output and nothing is playing.
  move(s) {
    const { D, P, F } = this.size;
    const at = place(s);
    const span = dilatedSize(F, s.dilation);
    this.s = s;
    for (const cell of this.marked) {
      cell.classList.remove("cs-tap", "cs-here");
      cell.pair = null;
    }
    this.marked = [];
    const [top, left] = at ? [at.row * s.stride, at.col * s.stride] : [0, 0];
    for (const frame of this.frames) {
      frame.style.setProperty("--top", top);
      frame.style.setProperty("--left", left);
      frame.style.setProperty("--span", span);
      frame.classList.toggle("cs-too-large", !at);
    }
    this.calc = at && calculation(s, at.row, at.col, at.k);
    for (const { i, j, r, c } of at ? this.calc.window : []) {
      for (let d = 0; d < D; d++) this.mark(this.x[d].field[r + P][c + P], "cs-tap", [d, i, j]);
    }
    const k = at ? at.k : Math.min(s.k, this.size.K - 1);
    if (k !== this.k) this.activate(k);
    this.sum.show(this.calc, at, k);
    if (!at) return;
    const here = this.y[at.k].cells[at.row][at.col];
    this.mark(here, "cs-here", null);
    const held = this.y[0].lines[0].closest("[role=grid]").contains(document.activeElement);
    this.rovingY.point([at.k, at.row, at.col], held && !this.on.playing());
    if (this.scrolls) this.reveal(this.inputSlices[this.front], left, span, this.cell);
    if (this.scrolls) this.reveal(this.maps[k], at.col, 1, this.out);
  }
  // Where a slice is wider than the page, bring the cells in view to its middle.
  reveal(slice, first, count, cell) {
    slice.scrollLeft = (first + count / 2) * cell - slice.clientWidth / 2;
  }
  activate(k) {
    this.columns.forEach((column, n) => column.classList.toggle("cs-active", n === k));
    this.filters.press(k);
    this.maps?.forEach((map, n) => map.classList.toggle("cs-active", n === k));
    this.k = k;
    this.followFront();
  }
  // Bring a depth slice to the front: the one that is seen where there is room for one.
  show(front) {
    this.front = front;
    this.depths.press(front);
    for (const slices of [this.inputSlices, ...this.columns.map((column) => [...column.children].slice(0, -1))])
      slices.forEach((slice, c) => slice.classList.toggle("cs-front", c === front));
    this.followFront();
  }
  // Tab reaches a number that is in view: one of the front slice, of the filter in view.
  followFront() {
    const { D } = this.size;
    const [, row, col] = this.rovingX.at;
    const [n, i, j] = this.rovingW.at;
    const isBias = this.filterOf(n)[1] === D;
    this.rovingX.point([this.front, row, col]);
    this.rovingW.point([(this.k ?? 0) * (D + 1) + (isBias ? D : this.front), i, j]);
  }
  mark(cell, name, pair) {
    cell.classList.add(name);
    cell.pair = pair;
    this.marked.push(cell);
  }
  // ---- pointing: the same place in window, filter and products; the outputs that read an input cell -----
  hint(cell) {
    for (const marked of this.hot) marked.classList.remove("cs-hot", "cs-reads");
    this.hot = [];
    const kind = cell?.closest(".cs-part-x") ? "x" : cell?.closest(".cs-part-w") ? "w" : null;
    let pair = cell?.pair;
    if (kind === "w" && cell.at) {
      const [k, c] = this.filterOf(cell.at[0]);
      if (k === this.k && c < this.size.D) pair = [c, cell.at[1], cell.at[2]];
    }
    if (pair && this.calc) this.link(pair);
    else if (kind === "x" && cell.at) this.trace(cell.at);
    else this.on.note("");
  }
  link([c, i, j]) {
    const tap = this.calc.window.find((t) => t.i === i && t.j === j);
    const P = this.size.P;
    this.hot = [
      this.x[c].field[tap.r + P][tap.c + P],
      this.w[this.k * (this.size.D + 1) + c].cells[i][j],
      this.sum.products[c][i][j]
    ];
    for (const cell of this.hot) cell.classList.add("cs-hot");
    const zero = tap.inside ? "" : ": the window reads a zero of the padding here";
    this.on.note(product(tap.inside ? this.s.x[c][tap.r][tap.c] : 0, this.s.w[this.k][c][i][j]) + zero);
  }
  trace([c, r, col]) {
    const { H2, W2, P } = this.size;
    const reads = [];
    for (let i = 0; i < H2; i++) {
      for (let j = 0; j < W2; j++) if (taps(this.s, i, j).some((t) => t.r === r && t.c === col)) reads.push([i, j]);
    }
    this.hot = reads.flatMap(([i, j]) => this.y.map((slice) => slice.cells[i][j]));
    for (const cell of this.hot) cell.classList.add("cs-reads");
    const n = this.seen[r + P][col + P];
    this.on.note(
      `x[${[c, r, col].join(", ")}] = ${number(this.s.x[c][r][col])} is read by ${n === 0 ? "no window" : n === 1 ? "one window" : `${n} windows`}`
    );
  }
  // Whether new numbers need other cells.
  get cramped() {
    return JSON.stringify(this.letters) !== this.fitted;
  }
  fit(width) {
    const count = this.letters;
    const least = Object.fromEntries(Object.entries(count).map(([name, n]) => [name, leastCell(n)]));
    const { mode, cell, out, single, flat, product: wide } = arrange(width, this.size, least);
    this.fitted = JSON.stringify(count);
    this.scrolls = this.size.cols * cell > width || this.size.W2 * out > width;
    Object.assign(this, { cell, out });
    this.node.className = `cs-stage cs-mode-${mode}${single ? " cs-single" : ""}${flat ? " cs-flat" : ""}${this.scrolls ? " cs-scrolls" : ""}`;
    for (const [name, value] of [
      ["--c", cell],
      ["--o", out],
      ["--p", wide],
      ["--text", textSize(cell, count.cell)],
      ["--out-text", textSize(out, count.out)],
      ["--product-text", textSize(wide, count.product)]
    ])
      this.node.style.setProperty(name, `${value}px`);
  }
};
function largestProducts(s) {
  const largest = (values) => Math.max(...values.flat(3).map(Math.abs));
  const all = [s.x, s.w].flat(4);
  return all.every(Number.isInteger) ? [-largest(s.x) * largest(s.w)] : [-0.55, -largest(s.x) * largest(s.w)];
}

// js/sliding_filter/index.js
var NUMBERS = ["x", "w", "b", "stride", "pad", "dilation"];
var POSITION = ["row", "col", "k"];
var KNOBS = [
  // letter, name, least, most, colour of the volume that it belongs to
  ["W", "width", 1, 9, "x"],
  ["H", "height", 1, 9, "x"],
  ["D", "depth", 1, 3, "x"],
  ["K", "filters", 1, 3, "w"],
  ["F", "filter size", 1, 5, "w"],
  ["S", "stride", 1, 5, "s"],
  ["P", "padding", 0, 4, "s"],
  ["dilation", "dilation", 1, 3, "s"]
];
var TRAIT = { S: "stride", P: "pad", dilation: "dilation" };
var View = class extends PlayedView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, ...POSITION, "knobs"], describe);
    Object.assign(this, { kept: {}, shown: {} });
    this.picture = new Picture({
      move: (at) => this.change(at),
      number: (...edit2) => this.setNumber(...edit2),
      play: () => this.player.toggle(),
      step: (n) => this.step(n),
      refuse: (text) => this.refuse(text),
      note: (text) => this.note(text),
      hold: () => this.hold(),
      playing: () => this.player.playing
    });
    this.player = new Player("Slide the filter", {
      step: (n) => this.step(n),
      start: () => this.start(),
      next: () => this.root.isConnected && this.next(),
      paused: () => this.announce(this.sentence.textContent),
      reset: () => this.reset()
    });
    this.controls = makeKnobs(KNOBS, (letter, value) => this.resize(letter, value));
    this.build();
    this.first = this.read();
    this.update();
    this.follow();
  }
  build() {
    Object.assign(this, {
      formula: h("div", { class: "cs-formula" }),
      fitText: h("p", { class: "cs-fit" }),
      sentence: h("p", { class: "cs-sentence" }),
      aside: h("p", { class: "cs-note" }),
      problem: h("p", { class: "cs-problem", hidden: true })
    });
    this.body = h(
      "div",
      { class: "cs-body" },
      this.controls.node,
      h("div", { class: "cs-size" }, h("div", { class: "cs-line" }, this.formula, this.player.node), this.fitText),
      this.picture.node,
      h("div", { class: "cs-words" }, this.sentence, this.aside)
    );
    this.open("sliding", "Sliding filter", this.problem, this.body);
  }
  // ---- from the reader to the model -----------------------------------------------------------------
  resize(letter, value) {
    this.player.pause();
    if (letter in TRAIT) return this.change({ [TRAIT[letter]]: value });
    const size = shape(this.read());
    const square = size.W === size.H && !this.hasKnob("H");
    if (letter === "W" && square) size.H = value;
    return this.change(sized({ ...size, [letter]: value }, this.kept));
  }
  setNumber(kind, index, value) {
    const { D } = shape(this.read());
    const name = kind === "x" ? "x" : index[1] < D ? "w" : "b";
    const copy = structuredClone(this.model.get(name));
    const path = name === "b" ? [index[0]] : index;
    const inner = path.slice(0, -1).reduce((array, n) => array[n], copy);
    inner[path.at(-1)] = value;
    this.change({ [name]: copy });
  }
  reset() {
    this.player.pause();
    this.kept = {};
    this.change(this.first);
  }
  step(n) {
    this.player.pause();
    const s = this.read();
    const at = place(s);
    if (at) this.change(walk(s, at, n) ?? walk(s, { k: 0, row: 0, col: 0 }, n > 0 ? 0 : this.count(s) - 1));
  }
  count(s) {
    const { K, H2, W2 } = shape(s);
    return K * H2 * W2;
  }
  // ---- play: one output after the other, from the first again once the last is reached ----------------------
  start() {
    const s = this.read();
    const at = place(s);
    if (!at) return false;
    if (!walk(s, at, 1)) this.change({ row: 0, col: 0, k: 0 });
    return true;
  }
  // One output on; false where there is none.
  next() {
    const s = this.read();
    const at = place(s);
    const next = at && walk(s, at, 1);
    if (next) this.change(next);
    return Boolean(next);
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
    const fresh = [...NUMBERS, "knobs"].some((name) => old[name] !== s[name]);
    if (size !== this.size) this.picture.build(s);
    if (fresh || size !== this.size) this.showValues(s);
    if (size !== this.size || this.picture.cramped) this.picture.fit(this.width());
    this.picture.move(s);
    this.size = size;
    this.shown = s;
    this.showWords(s, fresh && old.x !== void 0);
  }
  showValues(s) {
    this.picture.values(s);
    this.controls.show(shape(s), this);
    this.formula.replaceChildren(...formulaLines(shape(s)));
    const { fine, text } = fitReport(s);
    this.fitText.className = `cs-fit${fine ? "" : " cs-misfit"}`;
    say(this.fitText, text);
  }
  showWords(s, fresh) {
    const at = place(s);
    const calc = this.picture.calc;
    say(this.sentence, at ? sumMessage(at, calc) : "No output to work out.");
    this.warning = null;
    this.spare = at ? windowMessage(s, at, calc) : "";
    say(this.aside, this.spare);
    const news = this.showTask(facts(s));
    this.showDescription(s);
    this.announce(`${fresh ? `${this.fitText.textContent} ` : ""}${this.sentence.textContent}.${news}`);
  }
  note(text) {
    say(this.aside, this.warning || text || this.spare || "");
  }
  hold() {
    this.player.pause();
    this.warning = null;
    this.note();
  }
};
var sliding_filter_default = widget(View);
export {
  sliding_filter_default as default
};
