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

// js/shared/numerals.js
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

// js/residual_blocks/model.js
var CLASSES = 10;
var isHalving = ({ input, output }) => input[0] !== output[0];
function stages(blocks) {
  const found = /* @__PURE__ */ new Map();
  blocks.forEach(({ output }, n) => {
    const key = String(output);
    if (!found.has(key)) found.set(key, { size: output, numbers: [] });
    found.get(key).numbers.push(n + 1);
  });
  return [...found.values()];
}
function readNumbers(text) {
  const parts = text.split(",").filter((part) => part.trim());
  return [...new Set(parts.map(Number))].sort((a, b) => a - b);
}
var writeNumbers = (numbers) => numbers.join(", ");
var sum = (values) => values.reduce((total, value) => total + value, 0);
function study({ without, net, record }) {
  const numbers = readNumbers(without);
  return {
    numbers,
    right: record.right[sum(numbers.map((number) => 2 ** (number - 1)))],
    whole: record.right[0],
    images: record.images,
    guess: Math.round(record.images / CLASSES),
    left: net.parameters - sum(numbers.map((number) => net.blocks[number - 1].parameters))
  };
}
function facts(s) {
  const { numbers, right, images, left } = study(s);
  return {
    count: numbers.length,
    right,
    share: Math.floor(100 * right / images + 0.5),
    enough: right >= s.least,
    parameters: left
  };
}
function mismatch({ without, net, record }) {
  const fine = readNumbers(without).every((one) => Number.isInteger(one) && one >= 1 && one <= net.blocks.length);
  return fine && record.right.length === 2 ** net.blocks.length ? "" : "This net has no such block.";
}
function toggled(without, number) {
  const numbers = readNumbers(without);
  const others = numbers.filter((one) => one !== number);
  return writeNumbers((numbers.includes(number) ? others : [...others, number]).sort((a, b) => a - b));
}

// js/residual_blocks/messages.js
var percent = (part, total) => `${Math.floor(100 * part / total + 0.5)}%`;
function numbersText(numbers) {
  const first = numbers.slice(0, -1);
  return first.length ? `${first.join(", ")} and ${numbers.at(-1)}` : `${numbers.at(-1)}`;
}
var sizeText = (volume) => volume.join("×");
function blockName(number, block) {
  const after = sizeText(block.output);
  return `Block ${number}, ${isHalving(block) ? `${sizeText(block.input)} to ${after}, halves the map` : after}`;
}
function withoutMessage(numbers) {
  if (!numbers.length) return "All blocks are in";
  return `Block${numbers.length > 1 ? "s" : ""} ${numbersText(numbers)} taken out`;
}
var rightMessage = ({ right, images }) => `${right} of ${images} right, ${percent(right, images)}`;
function changeMessage({ right, whole }) {
  if (right === whole) return "";
  return `${Math.abs(whole - right)} ${right < whole ? "fewer" : "more"} than with all blocks`;
}
var parametersMessage = (left, total) => `${grouped(left)} of ${grouped(total)} parameters left, ${percent(left, total)}`;
function sentence(s) {
  const found = study(s);
  const change = changeMessage(found);
  return `${withoutMessage(found.numbers)}: ${rightMessage(found)}${change && `, ${change}`}.`;
}
var guessMessage = ({ guess }) => `pure guessing: ${guess}`;
function describe(s) {
  const sizes = stages(s.net.blocks).map(
    ({ size, numbers }) => `blocks ${numbers[0]} to ${numbers.at(-1)} make ${sizeText(size)}`
  );
  const found = study(s);
  return `ResNet-20, a CONV layer, ${s.net.blocks.length} residual blocks, an average and an FC layer: ${sizes.join("; ")}. ${sentence(s)} ${parametersMessage(found.left, s.net.parameters)}; ${guessMessage(found)}.`;
}

// js/residual_blocks/picture.js
var [WIDE, HIGH, MIDDLE] = [62, 70, 50];
var SIDES = { 32: [34, 8], 16: [26, 11], 8: [18, 14] };
var ARC = `M5 ${MIDDLE}C5 -16 57 -16 57 ${MIDDLE}`;
var STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -99, End: 99 };
var Blocks = class {
  // toggle(number) is called for the block that is to be taken out, or put back.
  constructor(blocks, toggle) {
    this.switches = blocks.map((block, n) => makeSwitch(n + 1, block, () => toggle(n + 1)));
    const groups = stages(blocks).map(({ size, numbers }) => {
      const title = h("span", { class: "cs-volume-size", "aria-hidden": "true" }, sizeText(size));
      const row = h(
        "div",
        { class: "cs-row-of-blocks" },
        numbers.map((number) => this.switches[number - 1].node)
      );
      return h("div", { class: "cs-stage", role: "group", "aria-label": `Volumes of ${sizeText(size)}` }, title, row);
    });
    const end = (words) => h("span", { class: "cs-layer", "aria-hidden": "true" }, words);
    this.node = h("div", { class: "cs-resnet" }, end("CONV"), groups, end("average, FC"));
    this.node.addEventListener("keydown", (event) => this.key(event));
    this.node.addEventListener("focusin", ({ target }) => {
      const at = this.switches.findIndex(({ node }) => node === target);
      if (at >= 0) this.reach(at);
    });
    this.reach(0);
  }
  // Make a switch the one that Tab reaches.
  reach(at) {
    this.at = at;
    this.switches.forEach(({ node }, n) => {
      node.setAttribute("tabindex", n === at ? "0" : "-1");
    });
  }
  key(event) {
    if (!(event.key in STEPS) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(this.at + STEPS[event.key], 0), this.switches.length - 1);
    this.switches[next].node.focus();
  }
  // Show which blocks are out; `free` says whether the reader may change that.
  show(numbers, free) {
    this.switches.forEach(({ node, state }, n) => {
      const gone = numbers.includes(n + 1);
      node.setAttribute("aria-checked", String(!gone));
      node.classList.toggle("cs-gone", gone);
      node.disabled = !free;
      say(state, gone ? "out" : "in");
    });
  }
};
function makeSwitch(number, block, onclick) {
  const [high, wide] = SIDES[block.output[0]] ?? SIDES[8];
  const conv = (middle) => svg("rect", { x: middle - wide / 2, y: MIDDLE - high / 2, width: wide, height: high, class: "cs-conv" });
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${WIDE} ${HIGH}`, "aria-hidden": "true" },
    svg("path", { d: `M0 ${MIDDLE}H5M57 ${MIDDLE}H${WIDE}`, class: "cs-way" }),
    svg("path", { d: `M5 ${MIDDLE}H57`, class: "cs-way cs-through" }),
    [conv(19), conv(39)],
    svg("path", { d: ARC, class: "cs-arc" })
  );
  const state = h("span", { class: "cs-in-out" });
  const label = { type: "button", role: "switch", class: "cs-block", "aria-label": blockName(number, block), onclick };
  const foot = h("span", { class: "cs-foot" }, h("b", {}, String(number)), " ", state);
  const node = h("button", label, drawing, foot, h("span", { class: "cs-halves" }, isHalving(block) ? "halves" : " "));
  return { node, state };
}
var Bar = class {
  constructor() {
    this.fill = h("span", { class: "cs-fill" });
    this.marks = ["cs-guess", "cs-whole"].map((kind) => h("span", { class: `cs-limit ${kind}` }, h("span", {})));
    this.node = h(
      "div",
      { class: "cs-score", "aria-hidden": "true" },
      h("div", { class: "cs-full" }, this.fill),
      this.marks
    );
  }
  // words are those of the two marks.
  show({ right, images, guess, whole }, words) {
    this.fill.style.width = `${(100 * right / images).toFixed(2)}%`;
    [guess, whole].forEach((value, n) => {
      this.marks[n].style.left = `${(100 * value / images).toFixed(2)}%`;
      say(this.marks[n].firstElementChild, words[n]);
    });
  }
};

// js/residual_blocks/index.js
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, ["without", "least", "net", "record", "knobs"], describe);
    this.first = this.read();
    const wrong = mismatch(this.first);
    if (wrong) throw new Error(wrong);
    this.blocks = new Blocks(this.first.net.blocks, (number) => {
      this.change({ without: toggled(this.model.get("without"), number) });
    });
    this.bar = new Bar();
    this.out = h("p", { class: "cs-out" });
    this.right = h("b", { class: "cs-right" });
    this.difference = h("span", { class: "cs-change" });
    this.left = h("p", { class: "cs-left" });
    const score = h("p", { class: "cs-result" }, this.right, " ", this.difference);
    this.reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.restart() }, "Reset");
    const head = h("div", { class: "cs-head" }, this.out, this.reset);
    this.open("blocks", "Residual blocks", this.blocks.node, head, score, this.bar.node, this.left);
    this.blocks.node.after(this.task);
    this.update();
  }
  restart() {
    this.change({ without: this.first.without });
  }
  update() {
    this.queued = false;
    const s = this.read();
    if (mismatch(s)) return;
    const found = study(s);
    const free = this.hasKnob("without");
    this.blocks.show(found.numbers, free);
    this.bar.show(found, [guessMessage(found), `all blocks: ${found.whole}`]);
    this.reset.hidden = !free;
    say(this.out, `${withoutMessage(found.numbers)}.`);
    say(this.right, rightMessage(found));
    say(this.difference, changeMessage(found));
    say(this.left, `${parametersMessage(found.left, s.net.parameters)}.`);
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (this.spoken) this.announce(`${sentence(s)}${news}`);
    this.spoken = true;
  }
};
var residual_blocks_default = widget(View);
export {
  residual_blocks_default as default
};
