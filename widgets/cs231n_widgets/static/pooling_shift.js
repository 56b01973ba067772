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

// js/pooling_shift/model.js
var MOST = 8;
var POOLS = ["none", "average", "max2", "max3"];
var make = (H, W, value) => {
  const values = new Float64Array(H * W);
  for (let r = 0; r < H; r++) for (let c = 0; c < W; c++) values[r * W + c] = value(r, c);
  return { H, W, values };
};
function decode({ pixels, columns }) {
  const bytes = Uint8Array.from(atob(pixels), (letter) => letter.charCodeAt(0));
  return { H: bytes.length / columns, W: columns, values: bytes };
}
var findEdges = ({ H, W, values }) => make(H, W - 2, (r, c) => Math.max(values[r * W + c + 2] - values[r * W + c], 0));
var moved = ({ H, W, values }, shift, wide, margin = 0) => make(H, wide, (r, c) => values[r * W + c + MOST + margin - shift]);
var WINDOWS = { average: 2, max2: 2, max3: 3 };
function pooled(map, pool) {
  const F = WINDOWS[pool];
  if (!F) return map;
  const { W, values } = map;
  const size = (side) => Math.floor((side - F) / 2) + 1;
  return make(size(map.H), size(W), (i, j) => {
    let sum = 0;
    let most = -Infinity;
    for (let u = 0; u < F; u++) {
      for (let v = 0; v < F; v++) {
        const value = values[(2 * i + u) * W + 2 * j + v];
        sum += value;
        if (value > most) most = value;
      }
    }
    return pool === "average" ? sum / (F * F) : most;
  });
}
function meanDifference({ values }) {
  const n = values.length;
  const sorted = values.slice().sort();
  let sum = 0;
  for (let k = 0; k < n; k++) sum += (2 * k - n + 1) * sorted[k];
  return 2 * sum / n / n;
}
var studies = /* @__PURE__ */ new Map();
function study(s) {
  const key = `${s.columns} ${s.pixels}`;
  if (!studies.has(key)) studies.set(key, makeStudy(s));
  return studies.get(key);
}
function makeStudy(s) {
  const image = decode(s);
  const edges = findEdges(image);
  const wide = edges.W - MOST;
  const mapAt = (shift, pool) => pooled(moved(edges, shift, wide), pool);
  const before = Object.fromEntries(POOLS.map((pool) => [pool, mapAt(0, pool)]));
  const spreads = Object.fromEntries(POOLS.map((pool) => [pool, meanDifference(before[pool])]));
  const changed = (shift, pool) => {
    const one = before[pool].values;
    const other = mapAt(shift, pool).values;
    let sum = 0;
    for (let k = 0; k < one.length; k++) sum += Math.abs(other[k] - one[k]);
    return spreads[pool] ? 100 * sum / one.length / spreads[pool] : 0;
  };
  const shifts = Array.from({ length: MOST + 1 }, (_, shift) => shift);
  return {
    mapAt,
    before,
    spreads,
    most: edges.values.reduce((most, value) => Math.max(most, value), 0) || 1,
    photograph: (shift) => moved(image, shift, wide, 1),
    curves: Object.fromEntries(POOLS.map((pool) => [pool, shifts.map((shift) => changed(shift, pool))]))
  };
}
var percent = (value) => Math.floor(value + 0.5);
var facts = (s) => ({
  shift: s.shift,
  pool: s.pool,
  changed: percent(study(s).curves[s.pool][s.shift])
});

// js/pooling_shift/messages.js
var NAMES = {
  none: "no pooling",
  average: "average pooling 2×2",
  max2: "max pooling 2×2",
  max3: "max pooling 3×3, stride 2"
};
function changeMessage(s) {
  const { shift, pool } = s;
  if (!shift) return "Moved by 0 pixels, the photograph stands where it stood, and nothing changes.";
  const { curves } = study(s);
  const said = `Moved by ${plural(shift, "pixel")}, the edges change by ${percent(curves.none[shift])}% without pooling`;
  if (pool === "none") return `${said}.`;
  return `${said}, and by ${percent(curves[pool][shift])}% after ${NAMES[pool]}.`;
}
function describe(s) {
  const { curves, before } = study(s);
  const { W, H } = before[s.pool];
  const listed = Object.entries(curves).map(([pool, values]) => `${NAMES[pool]} ${values.map(percent).join(", ")}`);
  return `A photograph and its upright edges, after ${NAMES[s.pool]} a map of ${W}×${H}. ${changeMessage(s)} In percent, from 0 to ${MOST} pixels: ${listed.join("; ")}.`;
}

// js/pooling_shift/picture.js
var NAMES2 = ["photograph", "its upright edges", "pooled", "what has changed"];
var FAINT = 3;
var HEIGHT = 230;
var EDGE = { left: 46, right: 16, top: 22, bottom: 42 };
var HIGHEST = 110;
var WIDEST = 470;
var svg = (tag, props, ...children) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};
var sample = (pool) => svg(
  "svg",
  { class: "cs-shift-sample", viewBox: "0 0 24 10", "aria-hidden": "true" },
  svg("path", { class: `cs-curve cs-curve-${pool}`, d: "M2 5H22" })
);
var Pictures = class {
  constructor() {
    this.panels = NAMES2.map((name, n) => {
      const canvas = h("canvas", { class: n ? "cs-shift-ink" : "", role: "img", "aria-label": name });
      const title = h("div", { class: "cs-shift-title" }, name);
      return { canvas, title, node: h("div", { class: "cs-shift-panel" }, title, canvas) };
    });
    this.node = h(
      "div",
      { class: "cs-shift-pictures" },
      this.panels.map(({ node }) => node)
    );
  }
  show({ shift, pool }, { photograph, mapAt, before, spreads, most }) {
    const after = mapAt(shift, pool);
    const old = before[pool].values;
    const full = FAINT * spreads[pool] || 1;
    const [one, two, three, four] = this.panels.map(({ canvas }) => canvas);
    paint(
      one,
      photograph(shift),
      (value) => value,
      () => 255
    );
    const edges = mapAt(shift, "none");
    const opacity = (value) => 255 * value / most;
    paint(two, edges, () => 0, opacity);
    paint(three, after, () => 0, opacity);
    paint(
      four,
      after,
      () => 0,
      (value, k) => 255 * Math.abs(value - old[k]) / full
    );
    say(this.panels[2].title, pool === "none" ? "not pooled" : "pooled");
  }
};
function paint(canvas, { H, W, values }, grey, alpha) {
  if (canvas.width !== W || canvas.height !== H) Object.assign(canvas, { width: W, height: H });
  const context = canvas.getContext("2d");
  const picture = context.createImageData(W, H);
  for (let k = 0; k < values.length; k++) {
    picture.data.fill(grey(values[k]), 4 * k, 4 * k + 3);
    picture.data[4 * k + 3] = alpha(values[k], k);
  }
  context.putImageData(picture, 0, 0);
}
var Chart = class {
  // `move` is told the shift that a pointer is at.
  constructor(move) {
    this.frame = svg("g", {});
    this.cursor = svg("path", { class: "cs-shift-cursor" });
    this.lines = POOLS.map((pool) => svg("polyline", { class: `cs-curve cs-curve-${pool}` }));
    this.dots = POOLS.map(() => svg("circle", { class: "cs-shift-dot", r: 3 }));
    this.value = svg("text", { class: "cs-shift-text cs-shift-value" });
    this.node = svg(
      "svg",
      { class: "cs-shift-chart", "aria-hidden": "true" },
      this.frame,
      this.cursor,
      ...this.lines,
      ...this.dots,
      this.value
    );
    const point = (event) => {
      const box = this.node.getBoundingClientRect();
      const across = (event.clientX - box.left - EDGE.left) / (this.wide - EDGE.left - EDGE.right);
      move(Math.min(Math.max(Math.round(across * MOST), 0), MOST));
    };
    this.node.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.node.setPointerCapture(event.pointerId);
      point(event);
    });
    this.node.addEventListener("pointermove", (event) => {
      if (this.node.hasPointerCapture(event.pointerId)) point(event);
    });
    this.wide = WIDEST;
  }
  x(shift) {
    return EDGE.left + shift / MOST * (this.wide - EDGE.left - EDGE.right);
  }
  y(value) {
    return HEIGHT - EDGE.bottom - value / HIGHEST * (HEIGHT - EDGE.top - EDGE.bottom);
  }
  fit(width) {
    const wide = Math.min(width, WIDEST);
    if (wide === this.drawn) return;
    this.wide = wide;
    this.drawn = wide;
    this.node.setAttribute("viewBox", `0 0 ${wide} ${HEIGHT}`);
    this.node.style.width = `${wide}px`;
    const bottom = HEIGHT - EDGE.bottom;
    const text = (content, props) => svg("text", { class: "cs-shift-text", ...props }, content);
    this.frame.replaceChildren(
      text("how much of the map has changed", { x: 2, y: 12 }),
      ...[0, 50, 100].flatMap((value) => [
        svg("path", { class: "cs-shift-grid", d: `M${EDGE.left} ${this.y(value)}H${wide - EDGE.right}` }),
        text(`${value}%`, { x: EDGE.left - 8, y: this.y(value) + 4, "text-anchor": "end" })
      ]),
      ...Array.from(
        { length: MOST + 1 },
        (_, shift) => text(String(shift), { x: this.x(shift), y: bottom + 18, "text-anchor": "middle" })
      ),
      text("moved by, in pixels", { x: (EDGE.left + wide - EDGE.right) / 2, y: bottom + 36, "text-anchor": "middle" })
    );
    if (this.last) this.show(...this.last);
  }
  show(s, all) {
    this.last = [s, all];
    if (!this.drawn) this.fit(this.wide);
    POOLS.forEach((pool, n) => {
      const values = all.curves[pool];
      const on = pool === s.pool;
      this.lines[n].setAttribute("points", values.map((value2, shift) => `${this.x(shift)},${this.y(value2)}`).join(" "));
      this.lines[n].classList.toggle("cs-on", on);
      this.dots[n].setAttribute("cx", this.x(s.shift));
      this.dots[n].setAttribute("cy", this.y(values[s.shift]));
      this.dots[n].setAttribute("r", on ? 6 : 3);
      this.dots[n].classList.toggle("cs-on", on);
    });
    this.cursor.setAttribute("d", `M${this.x(s.shift)} ${this.y(0)}V${this.y(HIGHEST)}`);
    const value = all.curves[s.pool][s.shift];
    const left = s.shift > MOST - 2;
    this.value.textContent = `${percent(value)}%`;
    this.value.setAttribute("x", this.x(s.shift) + (left ? -10 : 10));
    this.value.setAttribute("y", this.y(value) + 20);
    this.value.setAttribute("text-anchor", left ? "end" : "start");
  }
};

// js/pooling_shift/index.js
var CHOICES = [
  ["none", "none"],
  ["average", "average 2×2"],
  ["max2", "max 2×2"],
  ["max3", "max 3×3"]
];
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, ["pixels", "columns", "shift", "pool"], describe);
    const id = unique("shift");
    this.slider = h("input", {
      id,
      type: "range",
      min: 0,
      max: MOST,
      step: 1,
      class: "cs-shift-slider",
      oninput: () => this.change({ shift: Number(this.slider.value) })
    });
    this.moved = h("b", { class: "cs-shift-moved", "aria-hidden": "true" });
    this.choice = makeChoice(
      "Pooling",
      CHOICES.map(([pool, name]) => [pool, [sample(pool), name]]),
      (pool) => this.change({ pool })
    );
    this.pictures = new Pictures();
    this.chart = new Chart((shift) => this.change({ shift }));
    this.sentence = h("p", { class: "cs-sentence" });
    const move = h("div", { class: "cs-shift-move" }, h("label", { for: id }, "moved by"), this.slider, this.moved);
    this.open(
      "shift",
      "Pooling and a small shift",
      h("div", { class: "cs-options" }, move, this.choice.node),
      this.pictures.node,
      h("div", { class: "cs-shift-below" }, this.chart.node, this.sentence)
    );
    this.size = true;
    this.picture = this.chart;
    this.update();
    this.follow();
  }
  update() {
    this.queued = false;
    const s = this.read();
    const all = study(s);
    this.slider.value = s.shift;
    this.slider.setAttribute("aria-valuetext", plural(s.shift, "pixel"));
    say(this.moved, plural(s.shift, "pixel"));
    this.choice.show(s.pool);
    this.pictures.show(s, all);
    this.chart.show(s, all);
    const text = changeMessage(s);
    say(this.sentence, text);
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (this.spoken) this.announce(`${text}${news}`);
    this.spoken = true;
  }
};
var pooling_shift_default = widget(View);
export {
  pooling_shift_default as default
};
