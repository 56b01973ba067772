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

// js/shared/numerals.js
function number(value) {
  const short = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
  return short.replace("e+", "e").replaceAll("-", "−");
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

// js/net_comparison/model.js
var UNITS = { work: 1e9, weights: 1e6 };
var [LOWEST, HIGHEST, STEP] = [55, 80, 5];
var MARGIN = 1.6;
var TICKS = 7;
var [LEFT, RIGHT, TOP, BOTTOM] = [44, 12, 28, 46];
var STRIP = 40;
var NARROW = 520;
var [LARGE, SMALL, LEAST] = [30, 19, 3];
var LEGEND = { work: [1e9, 5e9], weights: [5e7, 2e8] };
var [LETTER, LINE, GAP] = [7.5, 15, 4];
var NEAR = 40;
var netNamed = (s, name) => s.nets.find((net) => net.name === name);
var keptNet = (s) => s.beside === s.chosen ? void 0 : netNamed(s, s.beside);
var amount = (net, axis) => axis === "work" ? net.macs : net.weights;
var other = (axis) => axis === "work" ? "weights" : "work";
var sum = (values) => values.reduce((total, value) => total + value, 0);
function facts(s) {
  const net = netNamed(s, s.chosen);
  const fullyConnected = sum(net.parts.filter(({ name }) => name.startsWith("FC")).map(({ weights }) => weights));
  return {
    net: net.name,
    top1: net.top1,
    weights: net.weights,
    memory: net.memory,
    macs: net.macs,
    fc: Math.round(100 * fullyConnected / Math.max(net.weights, 1)),
    axis: s.axis,
    beside: s.beside
  };
}
function mismatch(s) {
  const fine = netNamed(s, s.chosen) && (s.beside === "" || netNamed(s, s.beside)) && s.axis in UNITS;
  return fine ? "" : "This chart has no such net or axis.";
}
function order(s, axis) {
  const value = (net) => axis === "top1" ? net.top1 ?? 0 : amount(net, axis);
  return [...s.nets].sort((a, b) => value(a) - value(b)).map(({ name }) => name);
}
function bounds(nets, axis) {
  const values = nets.map((net) => Math.max(amount(net, axis), 1));
  return [Math.min(...values) / MARGIN, Math.max(...values) * MARGIN];
}
function ticks(low, high) {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, n) => first + n);
  const within = (digits) => powers.flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`))).filter((value) => value >= low && value <= high);
  const fine = within([1, 2, 5]);
  return fine.length <= TICKS ? fine : within([1]);
}
function chart({ nets, axis }, wide, high) {
  const [low, end] = bounds(nets, axis);
  const strip = nets.some(({ top1 }) => top1 === null) ? STRIP : 0;
  const floor = high - BOTTOM - strip;
  const across = wide - LEFT - RIGHT;
  const area = other(axis);
  const largest = wide >= NARROW ? LARGE : SMALL;
  const most = Math.max(...nets.map((net) => amount(net, area)));
  const xOf = (value) => LEFT + across * Math.log(Math.max(value, 1) / low) / Math.log(end / low);
  const yOf = (top1) => top1 === null ? floor + STRIP / 2 : TOP + (floor - TOP) * (HIGHEST - top1) / (HIGHEST - LOWEST);
  const rOf = (value) => Math.max(largest * Math.sqrt(value / most), LEAST);
  const discs = nets.map((net) => ({
    name: net.name,
    x: xOf(amount(net, axis)),
    y: yOf(net.top1),
    r: rOf(amount(net, area))
  }));
  const names = labels(discs, wide, floor + strip);
  const rows = Array.from({ length: (HIGHEST - LOWEST) / STEP + 1 }, (_, n) => LOWEST + n * STEP);
  const unit = UNITS[axis];
  return {
    circles: discs.map((disc, n) => ({ ...disc, labelX: names[n][0], labelY: names[n][1] })),
    across: ticks(low / unit, end / unit).map((value) => [xOf(value * unit), value]),
    up: rows.map((value) => [yOf(value), value]),
    floor,
    legend: LEGEND[area].map((value) => [rOf(value), value])
  };
}
function labels(discs, wide, floor) {
  const boxes = discs.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
  const placed = [];
  return discs.map((disc, n) => {
    const others = boxes.filter((_, m) => m !== n);
    const places = spots(disc);
    const costs = places.map((box) => cost(box, placed, others, wide, floor));
    const best = places[costs.indexOf(Math.min(...costs))];
    placed.push(best);
    return [(best[0] + best[2]) / 2, best[1] + 12];
  });
}
function spots({ name, x, y, r }) {
  const [wide, half] = [LETTER * name.length, LINE / 2];
  const beside = r + GAP;
  const away = 0.8 * r + half;
  const aside = (wide + r) / 2;
  const middles = [
    ...2 * r > wide ? [[x, y]] : [],
    [x + beside + wide / 2, y],
    [x - beside - wide / 2, y],
    [x, y - r - half],
    [x, y + r + half],
    [x + aside, y - away],
    [x - aside, y - away],
    [x + aside, y + away],
    [x - aside, y + away]
  ];
  return middles.map(([cx, cy]) => [cx - wide / 2, cy - half, cx + wide / 2, cy + half]);
}
function cost([left, top, right, bottom], placed, discs, wide, floor) {
  const outside = Math.max(LEFT - left, 0) + Math.max(right - wide, 0) + Math.max(-top, 0) + Math.max(bottom - floor, 0);
  const shared = (boxes) => sum(boxes.map((box) => overlap([left, top, right, bottom], box)));
  return 4 * shared(placed) + shared(discs) + 99 * outside;
}
function overlap(one, two) {
  const wide = Math.min(one[2], two[2]) - Math.max(one[0], two[0]);
  const high = Math.min(one[3], two[3]) - Math.max(one[1], two[1]);
  return Math.max(wide, 0) * Math.max(high, 0);
}
function pointedAt(circles, x, y) {
  const far = circles.map((one) => Math.min(Math.hypot(one.x - x, one.y - y), fromName(one, x, y)));
  const nearest = far.indexOf(Math.min(...far));
  return far[nearest] <= NEAR ? circles[nearest].name : "";
}
function fromName({ name, labelX, labelY }, x, y) {
  const aside = Math.abs(x - labelX) - LETTER * name.length / 2;
  const away = Math.abs(y - labelY + 4.5) - LINE / 2;
  return Math.hypot(Math.max(aside, 0), Math.max(away, 0));
}

// js/net_comparison/messages.js
var TITLES = {
  work: "multiply-adds for one image, in billions",
  weights: "weights in MB, 4 bytes a number"
};
var AREAS = { work: "multiply-adds", weights: "weights" };
var sourceMessage = ({ about }) => `Top-1 of one model, one crop of 224×224, on ImageNet’s 50,000 validation images: ${about}.`;
function macsText(macs) {
  if (macs >= 1e9) return `${number(macs / 1e9)} billion`;
  return macs >= 1e6 ? `${number(macs / 1e6)} million` : grouped(macs);
}
function bytesText(count) {
  if (count >= 1e6) return `${number(count / 1e6)} MB`;
  return count >= 1e3 ? `${number(count / 1e3)} kB` : `${count} bytes`;
}
var amountText = (value, axis) => axis === "work" ? macsText(value) : bytesText(value);
var top1Text = ({ top1 }) => top1 === null ? "no figure" : `${number(top1)}%`;
function percent(value, total) {
  if (!value) return "0%";
  return value / total < 5e-3 ? "<1%" : `${Math.floor(100 * value / total + 0.5)}%`;
}
function shortMessage(net) {
  const top1 = net.top1 === null ? "no figure of top-1" : `top-1 ${top1Text(net)}`;
  return `${net.name}: ${top1}, ${bytesText(net.weights)} of weights, ${macsText(net.macs)} multiply-adds`;
}
function netMessage(net) {
  const where = (key, title) => `${title}: ${shares(net, key).join(", ")}.`;
  const memory = `${bytesText(net.memory)} of memory for one image at test time`;
  return `${shortMessage(net)}, ${memory}. ${where("weights", "Weights")} ${where("macs", "Multiply-adds")}`;
}
var shares = (net, key) => net.parts.map((part) => `${part.name} ${percent(part[key], net[key])}`);
function describe(s) {
  const kept = keptNet(s);
  return `${s.nets.length} nets by top-1 and ${AREAS[s.axis]}; the area of a circle stands for ${AREAS[other(s.axis)]}. In view: ${netMessage(netNamed(s, s.chosen))}${kept ? ` Beside it: ${netMessage(kept)}` : ""} All nets: ${s.nets.map(shortMessage).join("; ")}.`;
}

// js/net_comparison/card.js
var FIGURES = [
  ["top-1", top1Text],
  ["weights", ({ weights }) => bytesText(weights)],
  ["multiply-adds", ({ macs }) => macsText(macs)],
  ["memory at test time", ({ memory }) => bytesText(memory)]
];
var COLUMNS = [
  ["weights", bytesText],
  ["macs", macsText]
];
var Card = class {
  // `kind` is "chosen" or "beside", for the colour.
  constructor(kind) {
    this.name = h("p", { class: "cs-name" });
    this.figures = FIGURES.map(() => h("dd", {}));
    const list = FIGURES.map(([title], n) => h("div", {}, h("dt", {}, title), this.figures[n]));
    this.body = h("tbody", {});
    const heads = ["layers", "weights", "multiply-adds"].map((title) => h("th", { scope: "col" }, title));
    this.table = h("table", {}, h("thead", {}, h("tr", {}, heads)), this.body);
    this.node = h("div", { class: `cs-card cs-${kind}` }, this.name, h("dl", {}, list), this.table);
  }
  // `lines` are those of the net with the most parts, so that nothing below moves from net to net.
  show(net, lines) {
    if (this.shown === net) return;
    this.shown = net;
    say(this.name, net.name);
    this.table.setAttribute("aria-label", `Where ${net.name} has its weights and its work`);
    FIGURES.forEach(([, text], n) => {
      say(this.figures[n], text(net));
    });
    const empty = Array.from(
      { length: lines - net.parts.length },
      () => h("tr", { "aria-hidden": "true" }, h("td", { colspan: 3 }))
    );
    this.body.replaceChildren(...net.parts.map((part) => row(net, part)), ...empty);
  }
};
function row(net, part) {
  const cells = COLUMNS.map(([key, text]) => {
    const share = part[key] / Math.max(net[key], 1);
    const bar = h("span", { class: "cs-bar", style: `width:${(100 * share).toFixed(2)}%`, "aria-hidden": "true" });
    const words = h("span", { class: "cs-amount" }, h("b", {}, percent(part[key], net[key])), ` ${text(part[key])}`);
    return h("td", {}, h("span", { class: "cs-track" }, bar), words);
  });
  return h("tr", {}, h("th", { scope: "row" }, part.name), cells);
}

// js/net_comparison/picture.js
var [HIGH, LOW] = [396, 340];
var KEYS = {
  ArrowRight: ["across", 1],
  ArrowLeft: ["across", -1],
  ArrowUp: ["top1", 1],
  ArrowDown: ["top1", -1],
  Home: ["across", -99],
  End: ["across", 99]
};
var Chart = class {
  // on: { choose(name), preview(name, or "" for none) }
  constructor(on) {
    this.on = on;
    this.grid = svg("g", { "aria-hidden": "true" });
    this.nets = svg("g", { role: "radiogroup", "aria-label": "Nets" });
    this.names = svg("g", { class: "cs-names", "aria-hidden": "true" });
    this.drawing = svg("svg", {}, this.grid, this.nets, this.names);
    this.legend = h("p", { class: "cs-areas", id: unique("legend") });
    this.node = h("div", { class: "cs-chart" }, this.drawing, this.legend);
    this.listen();
  }
  listen() {
    this.drawing.addEventListener("click", (event) => {
      const name = this.at(event);
      if (!name) return;
      this.on.choose(name);
      this.marks.get(name).node.focus({ preventScroll: true });
    });
    this.drawing.addEventListener("pointermove", (event) => {
      if (event.pointerType === "mouse") this.hover(this.at(event));
    });
    this.drawing.addEventListener("pointerleave", () => this.hover(""));
    this.nets.addEventListener("keydown", (event) => {
      if (!(event.key in KEYS) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.hover("");
      const [way, by] = KEYS[event.key];
      const names = order(this.state, way === "across" ? this.state.axis : way);
      const next = names.indexOf(this.state.chosen) + by;
      const name = names[Math.min(Math.max(next, 0), names.length - 1)];
      this.on.choose(name);
      this.marks.get(name).node.focus();
    });
  }
  // The name of the net under a pointer.
  at({ clientX, clientY }) {
    const { left, top } = this.drawing.getBoundingClientRect();
    return pointedAt(this.plan.circles, clientX - left, clientY - top);
  }
  hover(name) {
    if (name === this.hovered) return;
    this.hovered = name;
    this.on.preview(name);
  }
  // Draw a state, so wide; what only depends on the axis and the width is drawn again only when these change.
  show(s, wide, free) {
    this.state = s;
    if (s.axis !== this.axis || wide !== this.wide || s.nets !== this.drawn) {
      Object.assign(this, { axis: s.axis, wide, drawn: s.nets });
      this.plan = chart(s, wide, wide >= NARROW ? HIGH : LOW);
      this.draw(s, wide, wide >= NARROW ? HIGH : LOW);
    }
    this.node.classList.toggle("cs-pointed", Boolean(this.hovered));
    for (const [name, { node }] of this.marks) {
      const chosen = name === s.chosen;
      const kind = chosen ? "chosen" : name === s.beside ? "beside" : "";
      const classes = `cs-net ${kind && `cs-${kind}`} ${name === this.hovered ? "cs-hovered" : ""}`.trim();
      node.setAttribute("class", classes);
      node.setAttribute("aria-checked", String(chosen));
      node.setAttribute("tabindex", chosen ? "0" : "-1");
      node.setAttribute("aria-disabled", String(!free));
    }
  }
  draw(s, wide, high) {
    this.drawing.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    this.drawing.setAttribute("width", wide);
    this.drawing.setAttribute("height", high);
    this.grid.replaceChildren(...this.axes(s, wide, high));
    const made2 = this.plan.circles.map((circle) => {
      const disc = { cx: circle.x.toFixed(1), cy: circle.y.toFixed(1), r: circle.r.toFixed(2) };
      const label = svg("text", { x: circle.labelX.toFixed(1), y: circle.labelY.toFixed(1) }, circle.name);
      const name = shortMessage(netNamed(s, circle.name));
      const node = svg("g", { role: "radio", "aria-label": name }, svg("circle", disc));
      return [circle.name, { node, label, r: circle.r }];
    });
    const held = this.nets.contains(document.activeElement) && s.chosen;
    this.marks = new Map(made2);
    const largeFirst = made2.map(([, mark]) => mark).sort((a, b) => b.r - a.r);
    this.nets.replaceChildren(...largeFirst.map(({ node }) => node));
    this.names.replaceChildren(...made2.map(([, { label }]) => label));
    if (held) this.marks.get(held).node.focus();
    this.drawLegend(s);
  }
  // Both axes with their ticks and names, and the strip of nets without a figure.
  axes(s, wide, high) {
    const [end, bottom] = [wide - RIGHT, high - BOTTOM];
    const words = (x, y, text, kind = "") => svg("text", { x: x.toFixed(1), y: y.toFixed(1), class: kind }, text);
    const line = (d) => svg("path", { d });
    return [
      words(1, 11, "top-1", "cs-start cs-title"),
      ...this.plan.up.flatMap(([y, value]) => [
        line(`M${LEFT} ${y.toFixed(1)}H${end}`),
        words(LEFT - 6, y + 4, `${value}%`, "cs-end")
      ]),
      ...this.plan.across.flatMap(([x, value]) => [
        line(`M${x.toFixed(1)} ${TOP}V${bottom}`),
        words(x, bottom + 16, number(value))
      ]),
      words((LEFT + end) / 2, bottom + 36, TITLES[s.axis], "cs-title"),
      ...bottom > this.plan.floor ? [words(1, this.plan.floor + STRIP / 2 + 4, "none", "cs-start")] : []
    ];
  }
  // Circles of known size.
  drawLegend({ axis }) {
    const area = other(axis);
    const samples = this.plan.legend.map(([r, value]) => {
      const side = Math.ceil(2 * r) + 2;
      const disc = svg("circle", { cx: side / 2, cy: side / 2, r: r.toFixed(2) });
      const drawing = svg("svg", { width: side, height: side, "aria-hidden": "true" }, disc);
      return h("span", {}, drawing, amountText(value, area));
    });
    const words = h("span", {});
    say(words, `Area of a circle: ${AREAS[area]}`);
    this.legend.replaceChildren(words, ...samples);
  }
};

// js/net_comparison/index.js
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, ["nets", "axis", "chosen", "beside", "about", "knobs"], describe);
    this.first = this.read();
    const wrong = mismatch(this.first);
    if (wrong) throw new Error(wrong);
    this.chart = new Chart({
      choose: (chosen) => this.hasKnob("chosen") && this.change({ chosen }),
      preview: (name) => this.preview(name)
    });
    this.cards = ["chosen", "beside"].map((kind) => new Card(kind));
    this.source = h("p", { class: "cs-source" });
    this.pair = h(
      "div",
      { class: "cs-cards" },
      this.cards.map(({ node }) => node)
    );
    this.open("nets", "Net comparison", this.buildBar(), this.chart.node, this.buildKeep(), this.pair, this.source);
    this.chart.node.after(this.task);
    this.follow();
    this.update();
  }
  // What the chart is drawn over, and the way back to how it began.
  buildBar() {
    const axes = [
      ["work", "work"],
      ["weights", "weights"]
    ];
    this.axis = makeChoice("What the nets cost", axes, (axis) => this.change({ axis }));
    const reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.restart() }, "Reset");
    this.label = h("span", {}, "Top-1 by");
    this.bar = h("div", { class: "cs-options" }, this.label, this.axis.node, reset);
    return this.bar;
  }
  // The button that keeps a net beside those to come, or puts it away.
  buildKeep() {
    this.keep = h("button", { type: "button", class: "cs-button cs-keep", onclick: () => this.toggle() });
    return this.keep;
  }
  toggle() {
    const { chosen, beside } = this.read();
    this.change({ beside: beside ? "" : chosen });
  }
  restart() {
    const { axis, chosen, beside } = this.first;
    this.change({ axis, chosen, beside });
  }
  // Shows the net under the mouse instead of the chosen one, as long as it is there.
  preview(name) {
    this.pointed = name;
    this.update();
  }
  fit() {
    this.update();
  }
  update() {
    this.queued = false;
    const s = this.read();
    if (mismatch(s)) return;
    const kept = keptNet(s);
    const lines = Math.max(...s.nets.map(({ parts }) => parts.length));
    this.chart.show(s, this.width(), this.hasKnob("chosen"));
    this.bar.hidden = s.knobs?.length === 0;
    this.axis.show(s.axis);
    this.axis.node.hidden = !this.hasKnob("axis");
    this.label.hidden = !this.hasKnob("axis");
    this.cards[0].show(netNamed(s, this.pointed || s.chosen), lines);
    this.cards[1].node.hidden = !kept;
    this.pair.classList.toggle("cs-two", Boolean(kept));
    if (kept) this.cards[1].show(kept, lines);
    this.keep.hidden = !this.hasKnob("beside");
    say(this.keep, s.beside ? `Put ${s.beside} away` : `Keep ${s.chosen} to compare`);
    say(this.source, sourceMessage(s));
    this.showDescription(s);
    const done = this.showTask(facts(s));
    const news = `${netMessage(netNamed(s, s.chosen))}${done}`;
    if (this.spoken && news !== this.spoken) this.announce(news);
    this.spoken = news;
  }
};
var net_comparison_default = widget(View);
export {
  net_comparison_default as default
};
