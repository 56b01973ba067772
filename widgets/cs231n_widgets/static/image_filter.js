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

// js/image_filter/model.js
var NEARLY_0 = 1 / 512;
var FAINT = 0.05;
var BLUE = [91, 156, 255];
var last = {};
function pixelsOf({ pixels }) {
  if (last.pixels !== pixels) last = { pixels, bytes: Uint8Array.from(atob(pixels), (one) => one.charCodeAt(0)) };
  return last.bytes;
}
function place({ picture: { width, height }, row, col }) {
  const within = (at, side) => Math.min(Math.max(at, 1), side - 2);
  return { row: within(row, height), col: within(col, width) };
}
function filtered(s) {
  const { width, height } = s.picture;
  const pixels = pixelsOf(s.picture);
  const map = new Float64Array((width - 2) * (height - 2));
  s.filter.flat().forEach((weight, n) => {
    if (!weight) return;
    const [u, v] = [Math.floor(n / 3), n % 3];
    for (let r = 0, to = 0; r < height - 2; r++)
      for (let from = (r + u) * width + v, end = from + width - 2; from < end; from++, to++)
        map[to] += pixels[from] * weight;
  });
  return map;
}
function look(s) {
  const { row, col } = place(s);
  const { width } = s.picture;
  const all = pixelsOf(s.picture);
  const weights = s.filter.flat();
  const pixels = weights.map((_, n) => all[(row - 1 + Math.floor(n / 3)) * width + col - 1 + n % 3]);
  const products = pixels.map((pixel, n) => pixel * weights[n] + 0);
  return { pixels, weights, products, value: sum(products) };
}
var sum = (values) => values.reduce((a, b) => a + b, 0);
var quiet = (lines) => lines.every((line) => Math.abs(sum(line)) < NEARLY_0);
function facts(s) {
  const weights = s.filter.flat();
  const total = sum(weights);
  const across = quiet(s.filter);
  const down = quiet([0, 1, 2].map((c) => s.filter.map((row) => row[c])));
  const flat = Math.abs(total) < NEARLY_0 && weights.some((weight) => Math.abs(weight) >= FAINT);
  const used = weights.flatMap((weight, n) => weight === 0 ? [] : [n]);
  return {
    sum: total,
    flat,
    upright: flat && across && !down,
    level: flat && down && !across,
    shift: used.length === 1 && used[0] !== 4 && weights[used[0]] === 1,
    ...place(s),
    value: look(s).value
  };
}
function shade(value) {
  const size = Math.min(Math.abs(value), 255);
  return value < 0 ? BLUE.map((most) => Math.floor(size * most / 255 + 0.5)) : Array(3).fill(Math.floor(size + 0.5));
}
function parsed(text) {
  const [top, below = "1", ...more] = text.replaceAll("−", "-").replaceAll(",", ".").split("/");
  const value = top.trim() === "" || below.trim() === "" || more.length ? Number.NaN : Number(top) / Number(below);
  return Number.isFinite(value) && Math.abs(value) <= 99 ? value + 0 : null;
}

// js/image_filter/messages.js
var table = (values) => [0, 3, 6].map(
  (start) => values.slice(start, start + 3).map(number).join(", ")
).join("; ");
function describe(s) {
  const { width, height } = s.picture;
  const sizes = `A filter of 3×3 over a picture of ${width}×${height}×1; the map is ${width - 2}×${height - 2}×1.`;
  const weights = `The weights, row by row: ${table(s.filter.flat())}.`;
  return [sizes, weights, flatMessage(s), windowMessage(s), sumMessage(s)].join(" ");
}
function flatMessage(s) {
  const { flat, sum: sum2 } = facts(s);
  if (flat) return "The weights add up to 0, so flat areas come out black.";
  if (Math.abs(sum2 - 1) < 2e-3) return "The weights add up to 1, so flat areas stay as they are.";
  return `The weights add up to ${number(sum2)}.`;
}
function windowMessage(s) {
  const { row, col } = place(s);
  return `Around row ${row}, column ${col} the nine pixels are ${table(look(s).pixels)}.`;
}
function sumMessage(s) {
  const { value } = look(s);
  return `The nine products add up to ${number(value)}: ${shadeName(value)} in the map.`;
}
function shadeName(value) {
  if (value <= -0.5) return "below 0, so blue";
  if (value < 0.5) return "black";
  if (value < 254.5)
    return value < 24 ? "almost black" : value < 85 ? "dark grey" : value < 170 ? "grey" : "light grey";
  return "white";
}

// js/image_filter/picture.js
var FAR = 8;
var STEPS = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  PageUp: [-FAR, 0],
  PageDown: [FAR, 0]
};
var DARKEST = 117;
var Picture = class {
  // `move` hears of the pixel that the reader points at.
  constructor(move) {
    this.move = (at) => move(place({ ...this.s, ...at }));
    this.source = h("canvas", { "aria-hidden": "true" });
    this.map = h("canvas", { "aria-hidden": "true" });
    this.frame = h("i", { class: "cs-frame" });
    this.pixel = h("i", { class: "cs-frame" });
    this.names = [h("span", {}), h("span", {})];
    this.field = this.stage(this.source, this.frame, { tabindex: "0", role: "application" });
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.mapField = this.stage(this.map, this.pixel);
    const legend = ["black: 0", "white: 255 and more", "blue: below 0"].map((text) => h("span", {}, h("i"), text));
    this.node = h(
      "div",
      { class: "cs-pictures" },
      h("div", {}, h("p", { class: "cs-name" }, h("b", {}, "Picture"), this.names[0]), this.field),
      h("div", {}, h("p", { class: "cs-name" }, h("b", {}, "Map"), this.names[1]), this.mapField),
      h("p", { class: "cs-legend" }, legend)
    );
  }
  // A canvas to point at, and the frame on it.
  stage(canvas, frame, props = {}) {
    const node = h("div", { class: "cs-stage", ...props }, canvas, frame);
    const point = (event) => {
      const box = node.getBoundingClientRect();
      const { width, height } = this.s.picture;
      const col = Math.floor((event.clientX - box.left) / box.width * width);
      this.move({ row: Math.floor((event.clientY - box.top) / box.height * height), col });
    };
    node.addEventListener("pointerdown", point);
    node.addEventListener("pointermove", point);
    return node;
  }
  key(event) {
    const step = STEPS[event.key];
    const ends = { Home: 0, End: this.s.picture.width };
    if (!step && !(event.key in ends) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { row, col } = place(this.s);
    const by = event.shiftKey && event.key.startsWith("Arrow") ? FAR : 1;
    this.move(step ? { row: row + by * step[0], col: col + by * step[1] } : { row, col: ends[event.key] });
  }
  build(s) {
    const { width, height } = s.picture;
    say(this.names[0], `${width}×${height}×1`);
    say(this.names[1], `${width - 2}×${height - 2}×1`);
    const style = { "--wide": width, "--high": height };
    for (const [name, value] of Object.entries(style)) this.node.style.setProperty(name, value);
    paint(this.source, width, height, pixelsOf(s.picture));
  }
  filter(s) {
    const { width, height } = s.picture;
    paint(this.map, width - 2, height - 2, filtered(s));
  }
  show(s) {
    this.s = s;
    const { row, col } = place(s);
    for (const frame of [this.frame, this.pixel]) {
      frame.style.setProperty("--row", row);
      frame.style.setProperty("--col", col);
    }
    this.field.setAttribute("aria-label", `Picture: row ${row}, column ${col}`);
  }
};
function paint(canvas, width, height, values) {
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  values.forEach((value, n) => {
    image.data.set([...shade(value), 255], 4 * n);
  });
  context.putImageData(image, 0, 0);
}
var Calculation = class {
  // `edit(n, field, final)` hears of what is typed into weight n, and at the end.
  constructor(edit) {
    const cells = (make) => Array.from({ length: 9 }, (_, n) => make(n));
    this.pixels = cells(() => h("span", { class: "cs-one" }));
    this.products = cells(() => h("span", { class: "cs-one" }));
    this.fields = cells((n) => this.weight(n, edit));
    this.swatch = h("i", { class: "cs-swatch" });
    this.sum = h("b", {});
    this.node = h(
      "div",
      { class: "cs-calc" },
      part("Pixels", "pixels", this.pixels, { "aria-hidden": "true" }),
      h("span", { class: "cs-sign", "aria-hidden": "true" }, "×"),
      part("Weights", "weights", this.fields, { role: "group", "aria-label": "Weights" }),
      h("span", { class: "cs-sign", "aria-hidden": "true" }, "="),
      part("Products", "products", this.products, { "aria-hidden": "true" }),
      h("p", { class: "cs-sum", "aria-hidden": "true" }, "sum ", this.sum, this.swatch)
    );
  }
  weight(n, edit) {
    const field = h("input", {
      class: "cs-one",
      "aria-label": `Weight, row ${Math.floor(n / 3)}, column ${n % 3}`,
      autocomplete: "off",
      spellcheck: "false"
    });
    field.addEventListener("focus", () => field.select());
    field.addEventListener("input", () => edit(n, field, false));
    field.addEventListener("change", () => edit(n, field, true));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      const by = event.key === "ArrowUp" ? 1 : -1;
      field.value = String(Math.min(Math.max(Math.round(((this.s.filter.flat()[n] ?? 0) + by) * 1e6) / 1e6, -99), 99));
      edit(n, field, true);
    });
    return field;
  }
  show(s) {
    this.s = s;
    const { pixels, weights, products, value } = look(s);
    this.pixels.forEach((cell, n) => {
      say(cell, String(pixels[n]));
      cell.style.background = `rgb(${pixels[n]} ${pixels[n]} ${pixels[n]})`;
      cell.style.color = pixels[n] >= DARKEST ? "#000" : "#fff";
    });
    this.products.forEach((cell, n) => say(cell, number(products[n])));
    weights.forEach((_, n) => {
      if (this.fields[n] !== this.fields[n].getRootNode().activeElement) this.write(s, [n]);
    });
    say(this.sum, number(value));
    this.swatch.style.background = `rgb(${shade(value).join(" ")})`;
  }
  // Write weights into their fields, all of them or some.
  write(s, which = this.fields.keys()) {
    const weights = s.filter.flat();
    for (const n of which) this.fields[n].value = number(weights[n]);
  }
};
var part = (name, kind, cells, props) => h("div", { class: `cs-table cs-${kind}` }, h("p", { class: "cs-name" }, h("b", {}, name)), h("div", props, cells));

// js/image_filter/index.js
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, ["picture", "filter", "row", "col", "tasks"], describe);
    Object.assign(this, { shown: {}, done: /* @__PURE__ */ new Set() });
    this.picture = new Picture((at) => this.change(at));
    this.calc = new Calculation((n, field, final) => this.setWeight(n, field, final));
    this.build();
    this.first = this.read();
    this.update();
  }
  build() {
    Object.assign(this, {
      list: h("ol", { class: "cs-tasks" }),
      sentence: h("p", { class: "cs-sentence" }),
      flat: h("p", { class: "cs-flat" }),
      aside: h("p", { class: "cs-hint" })
    });
    const reset = h("button", { type: "button", class: "cs-button", onclick: () => this.reset() }, "Reset");
    const words = h("div", { class: "cs-words" }, this.sentence, this.flat, this.aside);
    const below = h("div", { class: "cs-below" }, this.calc.node, h("div", {}, words, reset));
    this.open("imagefilter", "Filter on a photograph", this.list, this.picture.node, below);
  }
  // ---- from the reader to the model -----------------------------------------------------------------
  // What is typed counts at once if it is a number; if it is none, the weight stays and a word says so at the end.
  setWeight(n, field, final) {
    const value = parsed(field.value);
    const filter = structuredClone(this.model.get("filter"));
    const old = filter[Math.floor(n / 3)][n % 3];
    this.warning = null;
    this.acted = true;
    if (value !== null) {
      filter[Math.floor(n / 3)][n % 3] = value;
      if (value !== old) this.change({ filter });
    }
    if (final) {
      if (value === null)
        this.refuse(`“${field.value}” is not a number from −99 to 99; the weight stays ${number(old)}.`);
      this.calc.write(this.read());
    }
  }
  reset() {
    this.warning = null;
    this.change({ filter: this.first.filter, row: this.first.row, col: this.first.col });
    this.note();
  }
  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    if (String(s.filter.map((row) => row.length)) !== "3,3,3") throw new Error("A filter has 3×3 weights.");
    const fresh = s.picture !== this.shown.picture || s.filter !== this.shown.filter;
    if (s.picture !== this.shown.picture) this.picture.build(s);
    if (fresh) this.picture.filter(s);
    this.picture.show(s);
    this.calc.show(s);
    const first = !this.shown.picture;
    this.shown = s;
    say(this.sentence, sumMessage(s));
    say(this.flat, flatMessage(s));
    this.note();
    this.showDescription(s);
    const known = facts(s);
    const news = this.showTask(known) + this.showTasks(known);
    if (!first) this.announce(`${fresh ? `${flatMessage(s)} ` : ""}${sumMessage(s)}${news}`);
  }
  // Several tasks: each is done once its goal was met, and says why. Returns the news.
  showTasks(known) {
    const tasks = this.model.get("tasks") ?? [];
    let news = "";
    tasks.forEach(({ goal, why }, n) => {
      const met = Object.entries(goal).every(([name, value]) => known[name] === value);
      if (!met || !this.acted || this.done.has(n)) return;
      this.done.add(n);
      news += ` That meets a task. ${curly(why ?? "")}`.trimEnd();
    });
    const state = JSON.stringify([tasks, [...this.done]]);
    if (state === this.told) return news;
    this.told = state;
    this.list.hidden = !tasks.length;
    this.list.replaceChildren(
      ...tasks.map(({ task, why }, n) => {
        const done = this.done.has(n);
        const parts = [h("b", {}, done ? "✓ Done" : "Try it"), ` ${curly(task)}`, done && why ? ` ${curly(why)}` : ""];
        return h("li", { class: `cs-task${done ? " cs-met" : ""}` }, parts);
      })
    );
    return news;
  }
  note() {
    say(
      this.aside,
      this.warning || "Type other weights: −1, 0.5 or 1/9. Point at a pixel, or move with the arrow keys."
    );
  }
};
var image_filter_default = widget(View);
export {
  image_filter_default as default
};
