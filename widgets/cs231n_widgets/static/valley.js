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
function number(value) {
  const short = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
  return short.replace("e+", "e").replaceAll("-", "−");
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

// js/shared/slider.js
function slider(name, most, change) {
  const id = unique("slider");
  const field = h("input", {
    id,
    type: "range",
    min: 0,
    max: most,
    step: 1,
    class: "cs-slider",
    oninput: () => change(Number(field.value))
  });
  const value = h("b", { class: "cs-value", "aria-hidden": "true" });
  const node = h("div", { class: "cs-slide" }, h("label", { for: id }, name), field, value);
  const show = (at, text, visible) => {
    field.value = at;
    field.setAttribute("aria-valuetext", text);
    say(value, text);
    node.hidden = !visible;
  };
  return { node, show };
}

// js/valley/model.js
var STEEP = 40;
var STEPS = 100;
var NEAR = 0.1;
var TURNS = [0, 15, 30];
var FAR = [4, 1.2];
var ROOM = [5, 3.2];
var MANTISSAS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
var LEAST_RATE = 1e-3;
var MOST_RATE = 5;
var RATES = [-3, -2, -1, 0].flatMap((power) => MANTISSAS.map((one) => Number(`${one}e${power}`))).filter((rate) => rate <= MOST_RATE);
var RULES = {
  SGD: (w, dw, rate) => w - rate * dw,
  momentum: (w, dw, rate, memory) => {
    memory.v = 0.9 * memory.v + dw;
    return w - rate * memory.v;
  },
  Nesterov: (w, dw, rate, memory) => {
    memory.v = 0.9 * memory.v + dw;
    return w - rate * (dw + 0.9 * memory.v);
  },
  Adagrad: (w, dw, rate, memory) => {
    memory.v += dw * dw;
    return w - rate * dw / (Math.sqrt(memory.v) + 1e-10);
  },
  RMSProp: (w, dw, rate, memory) => {
    memory.v = 0.99 * memory.v + (1 - 0.99) * dw * dw;
    return w - rate * dw / (Math.sqrt(memory.v) + 1e-8);
  },
  Adam: (w, dw, rate, memory, t) => {
    memory.m = 0.9 * memory.m + (1 - 0.9) * dw;
    memory.v = 0.999 * memory.v + (1 - 0.999) * dw * dw;
    const m = memory.m / (1 - 0.9 ** t);
    const v = memory.v / (1 - 0.999 ** t);
    return w - rate * m / (Math.sqrt(v) + 1e-8);
  }
};
var NAMES = Object.keys(RULES);
function cosSin(turn) {
  const angle = turn * Math.PI / 180;
  return [Math.cos(angle), Math.sin(angle)];
}
function turned([x, y], turn) {
  const [c, s] = cosSin(turn);
  return [c * x - s * y, s * x + c * y];
}
function slopeIn(turn) {
  const [c, s] = cosSin(turn);
  const xx = c * c + STEEP * s * s;
  const xy = c * s * (1 - STEEP);
  const yy = s * s + STEEP * c * c;
  return ([x, y]) => [xx * x + xy * y, xy * x + yy * y];
}
function walk(name, { rate, turn, begin }) {
  const rule = RULES[name];
  const slope = slopeIn(turn);
  const memories = [0, 1].map(() => ({ m: 0, v: 0 }));
  let place = turned(begin, turn);
  const places = [place];
  for (let t = 1; t <= STEPS; t++) {
    const dw = slope(place);
    place = place.map((w, n) => rule(w, dw[n], rate, memories[n], t));
    places.push(place);
  }
  const distances = places.map(([x, y]) => Math.hypot(x, y));
  const arrived = distances.findLastIndex((distance) => !(distance < NEAR)) + 1;
  return { places, distances, arrived: arrived <= STEPS ? arrived : null };
}
function drawable({ places, distances }) {
  if (distances[STEPS] <= 2 * distances[0]) return STEPS;
  return places.findIndex(([x, y]) => Math.abs(x) > ROOM[0] || Math.abs(y) > ROOM[1]);
}
var shownNames = (s) => s.shown.split(", ").filter((name) => NAMES.includes(name));
var last = {};
function study({ rate, turn, begin }) {
  const key = `${rate} ${turn} ${begin}`;
  if (last.key !== key)
    last = { key, walks: Object.fromEntries(NAMES.map((name) => [name, walk(name, { rate, turn, begin })])) };
  return last.walks;
}
function mismatch({ rate, turn, begin, step, shown }) {
  const inside = begin.length === 2 && begin.every((one, n) => Math.abs(one) <= FAR[n]);
  const fine = rate >= LEAST_RATE && rate <= MOST_RATE && TURNS.includes(turn) && step >= 0 && step <= STEPS;
  const known = shown.split(", ").every((name) => !name || NAMES.includes(name));
  return inside && fine && known ? "" : "This valley has no such rate, turn, step, start or rule.";
}
function facts(s) {
  const walks = study(s);
  const arrived = Object.fromEntries(NAMES.map((name) => [name, walks[name].arrived !== null]));
  const far = s.begin.reduce((sum, one) => sum + one * one, 0) >= 9;
  return { ...arrived, rate: s.rate, turn: s.turn, far };
}
function nearestRate(rate) {
  const off = RATES.map((one) => Math.abs(Math.log(one / rate)));
  return off.indexOf(Math.min(...off));
}

// js/valley/messages.js
function outcome({ arrived, distances }, step) {
  if (hasArrived(arrived, step))
    return arrived === 0 ? "at the start already" : `arrived after ${plural(arrived, "step")}`;
  if (distances[step] > 2 * distances[0]) return "flies off";
  return `${number(distances[step])} away`;
}
var hasArrived = (arrived, step) => arrived !== null && arrived <= step;
function sentence(s) {
  const names = shownNames(s);
  const walks = study(s);
  const begin = `Rate ${number(s.rate)}, after ${plural(s.step, "step")}: `;
  if (!names.length) return `${begin}no rule is chosen.`;
  if (names.length === 1) return `${begin}${names[0]} ${told(outcome(walks[names[0]], s.step))}.`;
  const count = names.filter((name) => hasArrived(walks[name].arrived, s.step)).length;
  return `${begin}${count || "none"} of ${names.length} ${count === 1 ? "has" : "have"} arrived.`;
}
function told(words) {
  if (words === "flies off") return words;
  return `${words.startsWith("arrived") ? "has" : "is"} ${words}`;
}
function describe(s) {
  const turn = s.turn ? `, turned by ${s.turn}°` : "";
  const [x, y] = s.begin.map((one) => number(Math.abs(one)));
  const begin = `A valley ${STEEP} times as steep across as along${turn}. The walks start ${x} along it and ${y} across from the lowest point. ${sentence(s)}`;
  const names = shownNames(s);
  if (names.length < 2) return begin;
  const walks = study(s);
  return `${begin} ${names.map((name) => `${name}: ${outcome(walks[name], s.step)}`).join("; ")}.`;
}

// js/valley/picture.js
var SCALE = 64;
var [WIDE, HIGH] = ROOM.map((half) => 2 * half * SCALE);
var BEYOND = 99;
var HEIGHTS = [0.5, 2, 5, 10, 17, 26, 37, 50, 70, 95, 125, 160, 200];
var ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
var PACE = 0.1;
var round = (value) => Math.round(value * 100) / 100;
var Picture = class {
  // `move` is told another start, [along, across].
  constructor(move) {
    this.move = move;
    this.heights = svg(
      "g",
      { class: "cs-heights" },
      HEIGHTS.map(
        (height) => svg("ellipse", { rx: Math.sqrt(2 * height) * SCALE, ry: Math.sqrt(2 * height / STEEP) * SCALE })
      )
    );
    this.walks = Object.fromEntries(
      NAMES.map((name) => [
        name,
        {
          line: svg("polyline", { class: `cs-walk cs-rule-${name}` }),
          dots: svg("path", { class: `cs-steps cs-rule-${name}` }),
          end: svg("circle", { class: `cs-end cs-rule-${name}`, r: 5.5 })
        }
      ])
    );
    this.begin = svg("circle", { class: "cs-start", r: 9 });
    const cross = svg("path", { class: "cs-cross", d: "M-8 0H8M0 -8V8" });
    const goal = svg("circle", { class: "cs-goal", r: NEAR * SCALE });
    const drawing = svg(
      "svg",
      { viewBox: `${-WIDE / 2} ${-HIGH / 2} ${WIDE} ${HIGH}`, "aria-hidden": "true" },
      this.heights,
      goal,
      Object.values(this.walks).map(({ line, dots }) => [line, dots]),
      cross,
      Object.values(this.walks).map(({ end }) => end),
      this.begin
    );
    this.node = h("div", { class: "cs-land", role: "application", tabindex: "0" }, drawing);
    this.listen();
  }
  listen() {
    this.node.addEventListener("pointerdown", (event) => {
      if (!this.movable) return;
      this.node.setPointerCapture(event.pointerId);
      this.take(this.at(event));
      this.node.focus({ preventScroll: true });
      event.preventDefault();
    });
    this.node.addEventListener("pointermove", (event) => {
      if (this.node.hasPointerCapture(event.pointerId)) this.take(this.at(event));
    });
    this.node.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key];
      if (!arrow || !this.movable || event.altKey || event.ctrlKey || event.metaKey) return;
      const by = PACE * (event.shiftKey ? 5 : 1);
      this.take(this.s.begin.map((one, n) => one + by * arrow[n]));
      event.preventDefault();
    });
  }
  // The place under a pointer, as it lies in the straight valley.
  at({ clientX, clientY }) {
    const box = this.node.getBoundingClientRect();
    const scale = WIDE / box.width / SCALE;
    const place = [clientX - box.left - box.width / 2, box.top + box.height / 2 - clientY];
    return turned(
      place.map((one) => one * scale),
      -this.s.turn
    );
  }
  take(start) {
    this.move(start.map((one, n) => round(Math.min(Math.max(one, -FAR[n]), FAR[n]))));
  }
  show(s, walks, names, movable) {
    Object.assign(this, { s, movable });
    this.heights.setAttribute("transform", `rotate(${-s.turn})`);
    const drawn = (place) => place.map((one) => Math.min(Math.max(one, -BEYOND), BEYOND) * SCALE);
    for (const [name, { line, dots, end }] of Object.entries(this.walks)) {
      const shown = names.includes(name);
      for (const node of [line, dots, end]) node.classList.toggle("cs-none", !shown);
      if (!shown) continue;
      const points = walks[name].places.slice(0, Math.min(s.step, drawable(walks[name])) + 1).map((place) => {
        const [x2, y2] = drawn(place);
        return `${x2.toFixed(1)} ${(-y2).toFixed(1)}`;
      });
      line.setAttribute("points", points.join(" "));
      dots.setAttribute("d", points.map((point) => `M${point}h0`).join(""));
      const [cx, cy] = points.at(-1).split(" ");
      end.setAttribute("cx", cx);
      end.setAttribute("cy", cy);
    }
    const [x, y] = turned(s.begin, s.turn);
    this.begin.setAttribute("cx", x * SCALE);
    this.begin.setAttribute("cy", -y * SCALE);
    this.node.classList.toggle("cs-movable", movable);
    const keys = movable ? " Arrow keys move it, with Shift further." : "";
    const [along, across] = s.begin.map((one) => String(one).replace("-", "−"));
    this.node.setAttribute("aria-label", `Valley. Start: ${along} along, ${across} across.${keys}`);
  }
};
var sample = (name) => svg(
  "svg",
  { class: "cs-sample", viewBox: "0 0 40 10", "aria-hidden": "true" },
  svg("path", { class: `cs-walk cs-rule-${name}`, d: "M2 5H38" })
);

// js/valley/index.js
var TICK = 60;
var CALM_TICK = 240;
var PLAY = "M4 2.5v11l9-5.5z";
var PAUSE = "M4 2.5h3v11H4zM9 2.5h3v11H9z";
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, ["shown", "begin", "rate", "turn", "step", "knobs"], describe);
    const wrong = mismatch(this.read());
    if (wrong) throw new Error(wrong);
    this.first = this.read();
    this.picture = new Picture((begin) => this.move(begin));
    this.sentence = h("p", { class: "cs-sentence" });
    this.rows = Object.fromEntries(NAMES.map((name) => [name, this.row(name)]));
    const list = h(
      "div",
      { class: "cs-rules", role: "group", "aria-label": "Rules" },
      NAMES.map((name) => this.rows[name].node)
    );
    const below = h("div", { class: "cs-below" }, this.sentence, list);
    this.open("valley", "Valley", this.buildBar(), this.picture.node, this.buildWalk(), below);
    this.update();
  }
  // The rate, the turn of the valley, and the way back to how it began.
  buildBar() {
    this.rate = slider("rate", RATES.length - 1, (at) => this.change({ rate: RATES[at] }));
    this.turns = makeChoice(
      "The valley",
      TURNS.map((turn) => [String(turn), turn ? `turned ${turn}°` : "straight"]),
      (turn) => this.change({ turn: Number(turn) })
    );
    const reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.restart() }, "Reset");
    return h("div", { class: "cs-options" }, this.rate.node, this.turns.node, reset);
  }
  // How many steps are drawn.
  buildWalk() {
    this.steps = slider("steps", STEPS, (step) => {
      this.pause();
      this.change({ step });
    });
    this.play = h("button", { type: "button", class: "cs-button", onclick: () => this.toggle() });
    return h("div", { class: "cs-options cs-playing" }, this.play, this.steps.node);
  }
  // A rule: whether its walk is shown, and where it is.
  row(name) {
    const field = h("input", { type: "checkbox", onchange: () => this.choose(name, field.checked) });
    const where = h("span", { class: "cs-outcome" });
    const node = h("label", { class: "cs-rule" }, field, sample(name), h("b", {}, name), where);
    return { field, where, node };
  }
  // ---- from the reader to the model -----------------------------------------------------------------------
  move(begin) {
    if (String(begin) !== String(this.model.get("begin"))) this.change({ begin });
  }
  choose(name, on) {
    const now = shownNames(this.read()).filter((one) => one !== name);
    this.change({ shown: NAMES.filter((one) => now.includes(one) || on && one === name).join(", ") });
  }
  restart() {
    this.pause();
    const { shown, begin, rate, turn, step } = this.first;
    this.change({ shown, begin, rate, turn, step });
  }
  toggle() {
    if (this.timer) return this.pause();
    if (this.model.get("step") === STEPS) this.change({ step: 0 });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.timer = setInterval(() => this.next(), calm ? CALM_TICK : TICK);
    this.showPlay();
  }
  next() {
    const step = this.model.get("step") + 1;
    this.change({ step: Math.min(step, STEPS) });
    if (step >= STEPS) this.pause();
  }
  pause() {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
    this.update();
  }
  // ---- from the model to the page -------------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    if (mismatch(s)) return;
    const walks = study(s);
    const names = shownNames(s);
    this.picture.show(s, walks, names, this.hasKnob("begin"));
    this.rate.show(nearestRate(s.rate), number(s.rate), this.hasKnob("rate"));
    this.steps.show(s.step, String(s.step), this.hasKnob("step"));
    this.play.hidden = !this.hasKnob("step");
    this.turns.show(String(s.turn));
    this.turns.node.hidden = !this.hasKnob("turn");
    for (const [name, { field, where, node }] of Object.entries(this.rows)) {
      field.checked = names.includes(name);
      field.hidden = !this.hasKnob("shown");
      node.hidden = !this.hasKnob("shown") && (!field.checked || names.length === 1);
      say(where, field.checked ? outcome(walks[name], s.step) : "");
    }
    this.showPlay();
    say(this.sentence, sentence(s));
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (this.spoken && !this.timer) this.announce(`${sentence(s)}${news}`);
    this.spoken = true;
  }
  showPlay() {
    const playing = Boolean(this.timer);
    if (this.playing === playing) return;
    this.playing = playing;
    this.play.replaceChildren(icon(playing ? PAUSE : PLAY), h("span", {}, playing ? "Pause" : "Play"));
  }
  destroy() {
    clearInterval(this.timer);
    super.destroy();
  }
};
var valley_default = widget(View);
export {
  valley_default as default
};
