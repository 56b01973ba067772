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
var dilated = (n) => n > 1 ? `, dilation ${n}` : "";
var plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
function grouped(value) {
  if (value < 1e15) return value.toLocaleString("en-US");
  const [digits, power] = Number(value).toExponential(2).split("e+");
  return `${digits} × 10${[...power].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]).join("")}`;
}
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

// js/shared/sizing.js
var mod = (a, b) => a - b * Math.floor(a / b);
function windowWeights(F, D) {
  checkSizes({ F, D });
  return F * F * D;
}
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
function checkSizes(sizes2, before = 0, after = 0, fit = "crop") {
  for (const [name, size] of [...Object.entries(sizes2), ["padding", before], ["padding", after]]) {
    if (!Number.isInteger(size)) throw new Error(`${name} is a whole number; got ${size}.`);
  }
  if (Math.min(...Object.values(sizes2)) < 1) {
    const given = Object.entries(sizes2).map(([name, size]) => `${name}=${size}`);
    throw new Error(`Sizes, stride and dilation start at 1; got ${given.join(", ")}.`);
  }
  if (before < 0 || after < 0) throw new Error(`Padding starts at 0; got ${before} before and ${after} after.`);
  if (!["crop", "raise", "pad"].includes(fit)) throw new Error(`fit must be 'crop', 'raise' or 'pad'; got '${fit}'.`);
}
var outSize = (W, F, S = 1, P = 0, dilation = 1, fit = "crop") => countWindows(W, F, S, P, P, dilation, fit);
var neurons = ([C, H, W]) => C * H * W;
var unsharedParameters = (outShape, F, D) => neurons(outShape) * (windowWeights(F, D) + 1);
function convWeights(K, F, D) {
  checkSizes({ K });
  return K * windowWeights(F, D);
}
var convMacs = (outShape, F, D) => neurons(outShape) * windowWeights(F, D);

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
  const knobs = rows.map((row2) => knob(row2, change));
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

// js/sizing_calculator/search.js
var convParameters = (K, F, D) => convWeights(K, F, D) + K;
var outputBytes = (outShape, each = 4) => neurons(outShape) * each;
var LETTERS = ["W", "H", "F", "S", "P", "dilation"];
function readsAll([, , F, S, P, dilation]) {
  const span = dilatedSize(F, dilation);
  return span >= S && span > P;
}
function fitSide([W, H, F, S, P, dilation], side) {
  return (side === 1 || fits(W, F, S, P, dilation)) && (side === 0 || fits(H, F, S, P, dilation));
}
function nearestFit(settings, place, step) {
  const [W, H, F, S, , dilation] = settings;
  const square = W === H;
  const wise = readsAll(settings);
  const side = place < 2 && !square ? place : -1;
  const least = LETTERS[place] === "P" ? 0 : 1;
  const now = [...settings];
  for (let tries = Math.max(W, H, S, dilatedSize(F, dilation)); tries > 0; tries--) {
    now[place] += step;
    if (place === 0 && square) now[1] = now[0];
    if (now[place] < least || wise && !readsAll(now)) return null;
    if (fitSide(now, side)) return now;
  }
  return null;
}
function neighbours(W, H, F, S = 1, P = 0, dilation = 1) {
  const settings = [W, H, F, S, P, dilation];
  if (fitSide(settings, -1)) return [];
  const alone = (place) => place === 1 && W === H || place < 2 && fitSide(settings, place) || place === 5 && dilation === 1;
  return LETTERS.flatMap((letter, place) => {
    const near = alone(place) ? [] : [-1, 1].map((step) => nearestFit(settings, place, step)).filter(Boolean);
    return near.map((found) => [letter, found[place], found]);
  });
}
function whyNoPadding(W, F, S, P = 0, dilation = 1) {
  const span = dilatedSize(F, dilation);
  if (S % 2 !== 0 || (W - span) % 2 === 0 || fits(W, F, S, P, dilation)) return "";
  return `No padding helps: it adds 2P, an even number, but ${W} - ${span} is odd and S = ${S} is even.`;
}
function settingsBetween(W, out, dilation = 1, strides = 16, large = 15) {
  const found = [];
  for (let F = 1; F <= W; F++) {
    const span = dilatedSize(F, dilation);
    for (let S = 1; S <= (out === 1 ? 1 : strides); S++) {
      const missing = (out - 1) * S + span - W;
      const P = Math.max(0, Math.floor((missing + 1) / 2));
      const over = 2 * P - missing;
      if (over < S && span <= W) found.push([F, S, P, over, objection(W, F, S, P, over, dilation, large)]);
    }
  }
  return found;
}
function objection(W, F, S, P, over, dilation = 1, large = 15) {
  const span = dilatedSize(F, dilation);
  if (span === W && P === 0) return "";
  if (span <= P) return "zeros";
  if (span < S) return "skips";
  if (span < 2 * P) return "half";
  if (over > 0) return "over";
  if (F % 2 === 0) return "even";
  return F > large ? "large" : "";
}
function objectionMessage(name, F, S, P, over, dilation = 1) {
  const span = dilatedSize(F, dilation);
  const messages = {
    zeros: `With P = ${P} the first window of ${span} would lie wholly in the padding and read only zeros.`,
    skips: `S = ${S} is larger than the window of ${span}: cells between windows would never be read.`,
    half: `With P = ${P} more than half of the first window of ${span} would lie in the padding.`,
    over: `With F = ${F}, S = ${S}, P = ${P} the windows don’t fit: ${over} cell${over === 1 ? "" : "s"} left over.`,
    even: `F = ${F} is even: such a filter has no middle cell, so no neuron stands over a cell.`,
    large: `F = ${F} is large: ${F * F} weights for each depth slice of the input.`
  };
  return messages[name] ?? "";
}
function examples(found, name, most = 4) {
  const same = found.filter((setting) => setting[4] === name);
  const usual = ([F]) => F % 2 === 1 && F > 1;
  return [...same.filter(usual), ...same.filter((setting) => !usual(setting))].slice(0, most);
}

// js/sizing_calculator/model.js
var LIMITS = { W: 1024, H: 1024, D: 4096, K: 4096, F: 1024, S: 64, P: 512, dilation: 32 };
var OBJECTIONS = ["over", "even", "large", "half", "skips", "zeros"];
function windowsAlong(side, s) {
  try {
    return outSize(side, s.F, s.S, s.P, s.dilation, s.fit);
  } catch {
    return 0;
  }
}
function sizes(s) {
  const H = s.H ?? s.W;
  const W2 = windowsAlong(s.W, s);
  const H2 = windowsAlong(H, s);
  const some = W2 && H2;
  return { ...s, H, W2: some ? W2 : 0, H2: some ? H2 : 0 };
}
function withOwnTarget(s, changes) {
  const next = { ...s, ...changes };
  const { W2 } = sizes(next);
  return next.mode === "reverse" ? { ...changes, target: Math.min(W2 || next.W, LIMITS.W) } : changes;
}
function counts(s) {
  const { W2, H2, K, F, D } = sizes(s);
  const out = [K, H2, W2];
  return {
    weights: convWeights(K, F, D),
    biases: K,
    parameters: convParameters(K, F, D),
    neurons: neurons(out),
    unshared: unsharedParameters(out, F, D),
    macs: convMacs(out, F, D),
    bytes: outputBytes(out)
  };
}
var fitAlong = (side, s) => fits(side, s.F, s.S, s.P, s.dilation);
function facts(s) {
  const all = sizes(s);
  return {
    ...all,
    fits: fitAlong(all.W, s) && fitAlong(all.H, s),
    same: all.W2 === all.W && all.H2 === all.H,
    ...counts(s)
  };
}
function advice(s) {
  const { W, H } = sizes(s);
  return neighbours(W, H, s.F, s.S, s.P, s.dilation).map(([letter, value, near]) => {
    const [w, h2, F, S, P, dilation] = near;
    return { letter, value, ...sizes({ ...s, W: w, H: h2, F, S, P, dilation }), change: { [letter]: value } };
  }).filter(({ letter, value }) => value <= LIMITS[letter]);
}
function answers({ W, target, dilation }) {
  const found = settingsBetween(W, target, dilation);
  const leftOut = OBJECTIONS.map((name) => ({
    name,
    count: found.filter((setting) => setting[4] === name).length,
    shown: examples(found, name)
  }));
  const told = leftOut.filter(({ count }) => count).map((group) => {
    const [F, S, P, over, name] = group.shown[0];
    return { ...group, message: objectionMessage(name, F, S, P, over, dilation) };
  });
  return { good: found.filter((setting) => !setting[4]), leftOut: told };
}
function row(side, s) {
  const { F, S, P, dilation } = s;
  const span = dilatedSize(F, dilation);
  const length = side + 2 * P;
  const refused = s.fit === "raise" && !fitAlong(side, s);
  const count = windowsAlong(side, refused ? { ...s, fit: "crop" } : s);
  const reach = count ? (count - 1) * S + span : 0;
  const added = Math.max(reach - length, 0);
  const next = fitAlong(side, s) || added ? null : count * S;
  const total = Math.max(length, reach, next === null ? 0 : next + span);
  return {
    side,
    F,
    S,
    P,
    dilation,
    span,
    length,
    count,
    added,
    refused,
    next,
    total,
    unread: count ? unread(length, count, s) : []
  };
}
function unread(length, count, { F, S, dilation }) {
  const missed = Array(length).fill(true);
  for (let n = 0; n < count; n++)
    for (let u = 0; u < F && n * S + u * dilation < length; u++) missed[n * S + u * dilation] = false;
  return missed;
}

// js/sizing_calculator/messages.js
function describe(s) {
  const { W, H, D, K, F, S, P, dilation } = sizes(s);
  const near = advice(s).map(({ letter, value }) => `${letter} = ${value}`);
  const words = [
    `An input of ${W}×${H}×${D} and ${plural(K, "filter")} of ${F}×${F}×${D}, stride ${S}, padding ${P}${dilated(dilation)}.`,
    ...[.../* @__PURE__ */ new Set([W, H])].map((side) => signed(explain(side, F, S, P, dilation))),
    near.length ? `Nearest that fit: ${near.join(", ")}.` : "",
    countsMessage(s),
    ...s.mode === "reverse" ? answersMessages(s) : []
  ];
  return words.filter(Boolean).join(" ");
}
function countsMessage(s) {
  const { W2, H2, K } = sizes(s);
  const n = counts(s);
  const kept = `${grouped(n.weights)} weights and ${grouped(n.biases)} ${K === 1 ? "bias" : "biases"}`;
  if (!W2) return `There is no output. ${kept}.`;
  return `The output is ${W2}×${H2}×${K}: ${grouped(n.neurons)} neurons, ${grouped(n.bytes)} bytes at 4 a number. ${kept}; ${grouped(n.unshared)} parameters if they were not shared; ${grouped(n.macs)} multiply-adds.`;
}
function answersMessages(s) {
  const { good, leftOut } = answers(s);
  const listed = good.map(([F, S, P]) => `F = ${F}, S = ${S}, P = ${P}`).join("; ");
  const begin = `From ${s.W} to ${s.target}: ${listed || "no setting without a catch"}.`;
  return [begin, leftOut.length ? "Left out:" : "", ...leftOut.map(({ message }) => signed(message))];
}
function fitReport(s) {
  const { W, H, W2, H2, K } = sizes(s);
  const sides = W === H ? [["", W]] : [
    ["Across: ", W],
    ["Down: ", H]
  ];
  const told = sides.filter(([, side]) => !fitAlong(side, s)).map(([name, side]) => name + signed(explain(side, s.F, s.S, s.P, s.dilation)));
  const wide = s.dilation > 1 && s.F > 1 ? ` A filter of ${s.F} dilated by ${s.dilation} spans ${dilatedSize(s.F, s.dilation)} cells.` : "";
  const missed = row(W, s).unread.includes(true) || row(H, s).unread.includes(true);
  const all = missed ? "but there are cells that no window reads" : "and every cell is read";
  const many = W === H ? plural(W2, "window") : `${plural(W2, "window")} across and ${H2} down`;
  if (!told.length) return { fine: true, text: `It fits: ${many}, ${all}.${wide}` };
  const up = [W, H].some((side) => row(side, s).added);
  const done = !W2 ? "There is no output." : `${up ? "Rounded up" : "Cropped"}, the output is ${W2}×${H2}×${K}.`;
  return { fine: false, text: `${told.join(" ")} ${done}${wide}` };
}
function noPaddingMessage(s) {
  const { W, H } = sizes(s);
  return signed([.../* @__PURE__ */ new Set([W, H])].map((side) => whyNoPadding(side, s.F, s.S, s.P, s.dilation)).find(Boolean) ?? "");
}
function windowMessage(r, n) {
  const first = n * r.S - r.P;
  const last = first + r.span - 1;
  const cell = (i) => i < 0 || i >= r.side ? `${signed(String(i))} (padding)` : String(i);
  const range = first === last ? `cell ${cell(first)}` : `cells ${cell(first)} to ${cell(last)}`;
  const apart = r.dilation > 1 && r.F > 1 ? `, ${r.F} of them, ${r.dilation} apart` : "";
  return `${r.refused ? "Window" : "Neuron"} ${n} of ${r.count} reads ${range}${apart}.`;
}

// js/sizing_calculator/picture.js
var LANES = 6;
var LARGEST = 34;
var NEURON = 2;
var LANE = 26;
var ROW = 84;
var TALL = 22;
var HEIGHT = 126;
var STEPS = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 10,
  PageDown: -10,
  Home: -Infinity,
  End: Infinity
};
var box = (x, y, w, t, kind) => `<rect x="${x.toFixed(2)}" y="${y}" width="${Math.max(w, 0.6).toFixed(2)}" height="${t}" class="${kind}"/>`;
function lanes(r, at) {
  const need = Math.min(Math.max(Math.ceil(r.span / r.S), 1), LANES + 1);
  const last = r.count - 1;
  if (need <= LANES || r.count <= LANES) {
    const rows = Math.min(need, Math.max(r.count + (r.next === null ? 0 : 1), 1), LANES);
    return { rows, shown: Array.from({ length: r.count }, (_, n) => [n, n % rows]), next: r.count % rows };
  }
  const shown = [[0, 0], [1, 1], [2, 2], ...at > 2 && at < last ? [[at, 3]] : [], [last, r.next === null ? 5 : 4]];
  return { rows: LANES, shown, next: 5 };
}
function runs(values) {
  const found = [];
  for (const [n, value] of values.entries()) {
    if (found.length && found.at(-1)[2] === value) found.at(-1)[1]++;
    else found.push([n, 1, value]);
  }
  return found;
}
var RowPicture = class {
  constructor(name) {
    Object.assign(this, { name, at: 0, hatch: unique("hatch") });
    this.art = h("div", { class: "cs-art", role: "slider", tabindex: "0", "aria-valuemin": "0" });
    this.note = h("p", { class: "cs-note" });
    this.legend = h("div", { class: "cs-legend" });
    this.node = h("div", { class: "cs-rowpic" }, this.art, this.legend, this.note);
    const point = (event) => {
      const x = (event.clientX - this.art.getBoundingClientRect().left - 1) / this.cell;
      this.move(Math.round((x - this.r.span / 2) / this.r.S));
    };
    this.art.addEventListener("pointermove", point);
    this.art.addEventListener("pointerdown", point);
    this.art.addEventListener("keydown", (event) => {
      if (!(event.key in STEPS) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.move(this.at + STEPS[event.key]);
    });
  }
  show(side, s, name) {
    this.r = row(side, s);
    this.art.setAttribute(
      "aria-label",
      `${name} of the padded input, its windows and their neurons. Arrows choose a neuron.`
    );
    this.at = Math.min(this.at, Math.max(this.r.count - 1, 0));
    this.fit();
    this.explain();
  }
  move(n) {
    const at = Math.min(Math.max(n, 0), Math.max(this.r.count - 1, 0));
    if (at === this.at) return;
    this.at = at;
    this.draw();
  }
  fit() {
    const width = this.node.clientWidth || 680;
    this.cell = Math.min((width - 2) / this.r.total, LARGEST);
    this.width = width;
    this.draw();
  }
  x(n) {
    return 1 + n * this.cell;
  }
  draw() {
    const { r, cell } = this;
    const parts = [];
    parts.push(
      `<defs><pattern id="${this.hatch}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" class="cs-hatch"/></pattern></defs>`
    );
    parts.push(this.cells());
    const { rows, shown, next } = lanes(r, this.at);
    const pitch = Math.min(52 / rows, 15);
    const thick = Math.min(pitch - 2, 11);
    const top = (lane) => ROW - 6 - (rows - lane) * pitch;
    const inset = Math.min(cell * 0.12, 1.5);
    const bar = (start, lane, kind) => box(this.x(start) + inset, top(lane), r.span * cell - 2 * inset, thick, kind);
    for (const [n, lane] of shown) if (n !== this.at) parts.push(bar(n * r.S, lane, "cs-bar"));
    if (r.next !== null) parts.push(bar(r.next, next, "cs-bar cs-ghost"));
    const gap = Math.min(r.S * cell, 26);
    const wide = Math.max(gap - Math.min(gap * 0.2, 3), 0.8);
    if (gap < 2.5 && !r.refused && r.count)
      parts.push(box(this.middle(0), NEURON, (r.count - 1) * gap, 16, "cs-neuron"));
    for (let n = 0; n < r.count && gap >= 2.5 && !r.refused; n++)
      if (n !== this.at) parts.push(box(this.middle(n) - wide / 2, NEURON, wide, 16, "cs-neuron"));
    if (r.count) parts.push(this.active(shown, top, thick, inset, Math.max(wide, 3)));
    if (shown.length < r.count)
      parts.push(
        `<text x="${this.width - 2}" y="${LANE + 10}" text-anchor="end">${r.count - shown.length} windows not drawn</text>`
      );
    parts.push(this.zeros(), this.measures());
    this.art.innerHTML = `<svg viewBox="0 0 ${this.width} ${HEIGHT}" width="${this.width}" height="${HEIGHT}" aria-hidden="true">${parts.join("")}</svg>`;
    this.say();
  }
  middle(n) {
    return this.x(n * this.r.S + this.r.span / 2);
  }
  // The window in view: its neuron, the cells that it reads and the lines between them.
  active(shown, top, thick, inset, wide) {
    const { r, cell, at } = this;
    const lane = shown.find(([n]) => n === at)[1];
    const start = at * r.S;
    const y = top(lane);
    const left = this.x(start) + inset;
    const right = this.x(start + r.span) - inset;
    const middle = this.middle(at);
    const taps = Array.from({ length: r.dilation === 1 ? 1 : r.F }, (_, u) => [
      start + u * r.dilation,
      r.dilation === 1 ? r.F : 1
    ]);
    const read = taps.map(([first, n]) => box(this.x(first), ROW, n * cell, TALL, "cs-read")).join("");
    return `${read}<path class="cs-lead" d="M${middle} ${NEURON + 16}L${left} ${y}M${middle} ${NEURON + 16}L${right} ${y}M${left} ${y + thick}V${ROW}M${right} ${y + thick}V${ROW}"/>` + box(left, y, right - left, thick, "cs-bar cs-on") + (r.refused ? "" : box(middle - wide / 2, NEURON, wide, 16, "cs-neuron cs-on"));
  }
  kinds() {
    const { length, added, P } = this.r;
    return Array.from(
      { length: length + added },
      (_, n) => n >= length ? "cs-extra" : n < P || n >= length - P ? "cs-pad" : "cs-in"
    );
  }
  zeros() {
    if (this.cell < 13) return "";
    return this.kinds().map(
      (kind, n) => kind === "cs-in" ? "" : `<text x="${this.x(n + 0.5)}" y="${ROW + 15.5}" text-anchor="middle">0</text>`
    ).join("");
  }
  // The cells: one by one where they can be told apart, else in bands.
  cells() {
    const { r, cell } = this;
    const fine = cell < 5;
    const parts = [];
    for (const [first, count, name] of runs(this.kinds())) {
      if (fine) parts.push(box(this.x(first), ROW, count * cell, TALL, name));
      else for (let n = first; n < first + count; n++) parts.push(box(this.x(n) + 0.5, ROW, cell - 1, TALL, name));
    }
    for (const [first, count, missed] of runs(r.unread)) {
      if (missed)
        parts.push(
          `<rect x="${this.x(first)}" y="${ROW - 3}" width="${Math.max(count * cell, 2)}" height="${TALL + 6}" fill="url(#${this.hatch})" class="cs-missed"/>`
        );
    }
    return parts.join("");
  }
  // W under the input; the cells left over at the end, named.
  measures() {
    const { r, cell } = this;
    const y = ROW + TALL + 9;
    const left = this.x(r.P);
    const right = this.x(r.P + r.side);
    const middle = (left + right) / 2;
    const label = `${this.name} = ${r.side}`;
    const half = label.length * 4 + 4;
    const parts = [];
    parts.push(
      `<path class="cs-rule" d="M${left} ${y}H${middle - half}M${middle + half} ${y}H${right}M${left} ${y - 4}v8M${right} ${y - 4}v8"/>`
    );
    parts.push(`<text x="${middle}" y="${y + 4.5}" text-anchor="middle" class="cs-measure">${label}</text>`);
    if (r.P && r.P * cell > 34)
      parts.push(`<text x="${this.x(r.P / 2)}" y="${y + 4.5}" text-anchor="middle">P = ${r.P}</text>`);
    return parts.join("");
  }
  explain() {
    const { r } = this;
    const missed = r.unread.filter(Boolean).length;
    const entry = (kind, text) => h("span", {}, h("i", { class: kind, "aria-hidden": "true" }), text);
    const common = () => [
      entry("cs-bar", `window of ${r.span}, stride ${r.S}`),
      entry("cs-in", plural(r.side, "input cell")),
      ...r.P ? [entry("cs-pad", `padding, ${r.P} a side`)] : []
    ];
    this.legend.replaceChildren(
      entry("cs-neuron", r.refused ? "no neurons: refused" : plural(r.count, "neuron")),
      ...this.name === "W" ? common() : [],
      ...r.added ? [entry("cs-extra", `${plural(r.added, "zero")} added to round up`)] : [],
      ...missed && r.count ? [entry("cs-missed", `${plural(missed, "cell")} read by no window`)] : [],
      ...r.next === null ? [] : [entry("cs-ghost", r.length < r.span ? "window too large" : "next window, which does not fit")]
    );
  }
  say() {
    const { r } = this;
    const words = r.count ? windowMessage(r, this.at) : "No neuron: there is no output.";
    say(this.note, words);
    for (const [name, value] of [
      ["now", this.at],
      ["max", Math.max(r.count - 1, 0)],
      ["text", words]
    ])
      this.art.setAttribute(`aria-value${name}`, String(value));
  }
};

// js/sizing_calculator/reverse.js
var TITLES = {
  over: "Cells left over",
  even: "Even filters",
  large: "Large filters",
  half: "More than half padding",
  skips: "Skipped cells",
  zeros: "Only zeros"
};
var FEW = 8;
var Reverse = class {
  // on: { target(size), take({ F, S, P }) }
  constructor(on, most) {
    this.on = on;
    this.field = knob(["target", "output size", 1, most, "y"], (_, value) => on.target(value));
    this.question = h("p", { class: "cs-question" });
    this.body = h("div", { class: "cs-answers" });
    this.node = h(
      "div",
      { class: "cs-reverse", role: "group", "aria-label": "Which F, S, P?" },
      h("div", { class: "cs-ask" }, this.question, this.field.node),
      this.body
    );
  }
  show(s) {
    this.field.show(s.target);
    const key = [s.W, s.target, s.dilation, s.D].join();
    if (key !== this.key) this.build(s);
    this.key = key;
    for (const {
      field,
      setting: [F, S, P]
    } of this.choices)
      field.checked = F === s.F && S === s.S && P === s.P;
  }
  choice(setting, name) {
    const [F, S, P] = setting;
    const field = h("input", {
      type: "radio",
      name,
      "aria-label": `F ${F}, S ${S}, P ${P}`,
      onchange: () => this.on.take({ F, S, P })
    });
    this.choices.push({ field, setting });
    return field;
  }
  build(s) {
    const { good, leftOut } = answers(s);
    const name = unique("answer");
    this.choices = [];
    this.question.replaceChildren(
      "From ",
      h("b", { class: "cs-ink-x" }, String(s.W)),
      " to ",
      h("b", { class: "cs-ink-y" }, String(s.target)),
      ": which ",
      h("i", {}, "F, S, P"),
      "?"
    );
    this.body.replaceChildren(
      h("p", { class: "cs-found" }, this.summary(s, good)),
      ...good.length ? [this.table(s, good, name)] : [],
      ...leftOut.length ? [
        h("p", { class: "cs-leftout-title" }, "Left out, and why"),
        h(
          "ul",
          { class: "cs-leftout" },
          leftOut.map((group) => this.group(group, name))
        )
      ] : []
    );
  }
  summary(s, good) {
    if (!good.length) return `No setting makes ${s.target} of ${s.W} without a catch.`;
    return good.length === 1 ? "One setting answers it." : `${plural(good.length, "setting")} answer it. Choose one.`;
  }
  table(s, good, name) {
    const head = ["", "F", "S", "P", "the formula", "weights of a filter"].map(
      (text) => h("th", { scope: "col" }, text || h("span", { class: "cs-live" }, "use"))
    );
    const rows = good.map((setting) => {
      const [F, S, P] = setting;
      const field = this.choice(setting, name);
      const pick = (event) => {
        if (event.target === field) return;
        field.focus();
        field.click();
      };
      const sum = [h("span", {}, `(${s.W} − ${dilatedSize(F, s.dilation)} + ${2 * P})/${S} + 1`), ` = ${s.target}`];
      return h(
        "tr",
        { onclick: pick },
        h("td", {}, field),
        [F, S, P].map((n) => h("td", {}, String(n))),
        h("td", { class: "cs-sumline" }, sum),
        h("td", {}, grouped(windowWeights(F, s.D)))
      );
    });
    return h(
      "div",
      {
        class: `cs-table${good.length > FEW ? " cs-long" : ""}`,
        ...good.length > FEW ? { tabindex: "0", role: "region", "aria-label": "Answers" } : {}
      },
      h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows))
    );
  }
  group({ name, count, shown, message }, radio) {
    const chips = shown.map((setting) => {
      const [F, S, P] = setting;
      return h("label", { class: "cs-chip" }, this.choice(setting, radio), h("span", {}, `${F}/${S}/${P}`));
    });
    return h(
      "li",
      {},
      h("p", {}, h("b", {}, TITLES[name]), ` (${plural(count, "setting")}). ${signed(message)}`),
      h("div", { class: "cs-chips" }, h("small", {}, "F/S/P"), chips)
    );
  }
};

// js/sizing_calculator/index.js
var KNOBS = [
  ["W", "width", 1, "x"],
  ["H", "height", 1, "x"],
  ["D", "depth", 1, "x"],
  ["K", "filters", 1, "w"],
  ["F", "filter size", 1, "w"],
  ["S", "stride", 1, "s"],
  ["P", "padding", 0, "s"],
  ["dilation", "dilation", 1, "s"]
];
var NAMES = [...KNOBS.map(([letter]) => letter), "fit", "mode", "target", "presets", "knobs", "costs"];
var FITS = [
  ["crop", "crop"],
  ["pad", "round up"],
  ["raise", "error"]
];
var MODES = [
  ["size", "What size comes out?"],
  ["reverse", "Which F, S, P?"]
];
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, NAMES, describe);
    this.build();
    this.update();
    this.watch = new ResizeObserver(() => {
      for (const picture of this.pictures)
        if (picture.node.clientWidth && picture.node.clientWidth !== picture.width) picture.fit();
    });
    this.watch.observe(this.root);
  }
  build() {
    const change = (letter, value) => letter === "W" ? this.widen(value) : this.change({ [letter]: value });
    this.controls = makeKnobs(
      KNOBS.map(([letter, name, least, colour]) => [letter, name, least, LIMITS[letter], colour]),
      change
    );
    this.layer = h("select", { class: "cs-select", "aria-label": "Layer", onchange: () => this.use(this.layer.value) });
    this.square = h("input", {
      type: "checkbox",
      onchange: () => this.change({ H: this.square.checked ? null : this.model.get("W") })
    });
    this.mode = makeChoice("Question", MODES, (mode) => this.ask(mode));
    this.fit = makeChoice("What does not fit", FITS, (fit) => this.change({ fit }));
    this.reverse = new Reverse(
      { target: (target) => this.aim(target), take: (settings) => this.change(settings) },
      LIMITS.W
    );
    this.pictures = [new RowPicture("W"), new RowPicture("H")];
    Object.assign(this, {
      formula: h("div", { class: "cs-formula" }),
      fitText: h("p", { class: "cs-fit" }),
      near: h("div", { class: "cs-near" }),
      volume: h("p", { class: "cs-volume" }),
      tiles: h("dl", { class: "cs-tiles" })
    });
    this.parts = {
      layer: h("label", { class: "cs-layer" }, "Layer", this.layer),
      mode: this.mode.node,
      H: h("label", {}, this.square, "square: H = W"),
      fit: h("span", { class: "cs-option" }, h("span", {}, "what does not fit"), this.fit.node)
    };
    this.top = h("div", { class: "cs-top" }, this.parts.layer, this.parts.mode);
    this.options = h("div", { class: "cs-options" }, this.parts.H, this.parts.fit);
    this.open(
      "sizing",
      "Sizing calculator",
      this.top,
      this.controls.node,
      this.options,
      this.reverse.node,
      h("div", { class: "cs-size" }, this.formula),
      this.pictures.map((picture) => picture.node),
      this.fitText,
      this.near,
      this.volume,
      this.tiles
    );
  }
  // Another input: the question backwards starts from there, unless the reader has named the size that they want.
  widen(W) {
    this.change(this.aimed ? { W } : withOwnTarget(this.read(), { W }));
  }
  aim(target) {
    this.aimed = true;
    this.change({ target });
  }
  use(name) {
    const preset = this.model.get("presets")[name];
    this.aimed = false;
    if (preset) this.change(withOwnTarget(this.read(), { H: null, P: 0, S: 1, dilation: 1, ...preset }));
  }
  ask(mode) {
    this.aimed = false;
    this.change(withOwnTarget(this.read(), { mode }));
  }
  press(letter, change) {
    this.pressed = letter;
    this.change(change);
  }
  // ---- from the model to the page ----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const all = sizes(s);
    const { fine, text } = fitReport(s);
    this.showControls(s, all);
    this.square.checked = s.H === null;
    this.controls.knobs[1].node.classList.toggle("cs-follows", s.H === null);
    this.mode.show(s.mode);
    this.fit.show(s.fit);
    this.showLayers(s);
    this.reverse.node.hidden = s.mode !== "reverse";
    if (s.mode === "reverse") this.reverse.show(s);
    this.formula.replaceChildren(...formulaLines(all));
    this.showRows(s, all);
    this.fitText.className = `cs-fit${fine ? "" : " cs-misfit"}`;
    say(this.fitText, text);
    this.showNear(s, fine);
    this.showCounts(s, all);
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (this.spoken) this.announce(`${text}${news}`);
    this.spoken = true;
  }
  showControls(s, all) {
    this.controls.show(all, this);
    for (const [name, part] of Object.entries(this.parts)) part.hidden = !this.hasKnob(name);
    for (const row2 of [this.top, this.options]) row2.hidden = [...row2.children].every((part) => part.hidden);
    this.volume.hidden = this.tiles.hidden = s.costs === false;
  }
  showLayers(s) {
    const names = Object.keys(s.presets);
    const same = (preset) => Object.entries({ H: null, P: 0, S: 1, dilation: 1, ...preset }).every(([name, value]) => s[name] === value);
    if (this.listed !== s.presets)
      this.layer.replaceChildren(...["", ...names].map((name) => h("option", { value: name }, name || "your own")));
    this.listed = s.presets;
    this.layer.value = names.find((name) => same(s.presets[name])) ?? "";
  }
  showRows(s, { W, H }) {
    const [across, down] = this.pictures;
    down.node.hidden = W === H;
    across.show(W, s, "A row");
    if (W !== H) down.show(H, s, "A column");
  }
  // The nearest settings that fit, as buttons; when one was pressed, the focus goes to the setting that it changed.
  showNear(s, fine) {
    const held = this.near.contains(document.activeElement);
    const { W, H } = sizes(s);
    const buttons = fine ? [] : advice(s).filter(({ letter }) => this.hasKnob(letter)).map(
      ({ letter, value, W2, H2, change }) => h(
        "button",
        { type: "button", class: "cs-button", onclick: () => this.press(letter, change) },
        h("span", {}, h("i", {}, letter), ` = ${value}`),
        h("small", {}, `→ ${W === H ? W2 : `${W2}×${H2}`}`)
      )
    );
    const why = fine ? "" : noPaddingMessage(s);
    this.near.replaceChildren(
      ...buttons.length ? [h("span", { class: "cs-near-title" }, "Nearest that fit:"), ...buttons] : [],
      ...why ? [h("p", { class: "cs-note" }, why)] : []
    );
    if (held)
      this.controls.knobs.find((k) => k.letter === this.pressed).node.querySelector("input").focus();
  }
  showCounts(s, { W, H, D, K, F, W2, H2 }) {
    const n = counts(s);
    const some = W2 > 0;
    const each = grouped(windowWeights(F, D));
    const after = some ? h("b", { class: "cs-ink-y" }, `${W2}×${H2}×${K}`) : h("b", { class: "cs-nothing" }, "no output");
    this.volume.replaceChildren(h("b", { class: "cs-ink-x" }, `${W}×${H}×${D}`), " → ", after);
    const neurons2 = grouped(n.neurons);
    const rows = [
      ["weights", n.weights, `${F}·${F}·${D}·${K}`, "w", true],
      ["biases", n.biases, "one for each filter", "w", true],
      ["parameters, if not shared", n.unshared, `${neurons2}·(${each} + 1)`, "w"],
      ["neurons", n.neurons, `${W2}·${H2}·${K}`, "y"],
      ["multiply-adds", n.macs, `${neurons2}·${each}`, "y"],
      ["bytes of output", n.bytes, `${neurons2}·4: 4 bytes a number`, "y"]
    ];
    this.tiles.replaceChildren(
      ...rows.map(([name, value, sum, ink, always]) => {
        const known = some || always;
        return h(
          "div",
          { class: `cs-tile cs-tile-${ink}` },
          h("dt", {}, name),
          h("dd", {}, h("b", {}, known ? grouped(value) : "–"), h("small", {}, known ? sum : "no output"))
        );
      })
    );
  }
};
var sizing_calculator_default = widget(View);
export {
  sizing_calculator_default as default
};
