// js/shared/dom.js
function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name2, value] of Object.entries(props)) {
    if (name2.startsWith("on")) node.addEventListener(name2.slice(2), value);
    else if (value !== null && value !== void 0 && value !== false)
      node.setAttribute(name2, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== void 0));
  return node;
}
function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
function svg(tag, props = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name2, value] of Object.entries(props)) if (value !== null) node.setAttribute(name2, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== void 0));
  return node;
}
var icon = (path) => svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: path }));
var made = 0;
var instance = Math.random().toString(36).slice(2, 8);
var unique = (name2) => `cs-${name2}-${instance}-${++made}`;

// js/shared/choice.js
function makeChoice(title, options, change) {
  const name2 = unique("choice");
  const fields = options.map(([value]) => h("input", { type: "radio", name: name2, value, onchange: () => change(value) }));
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

// js/shared/knobs.js
function knob([letter, name2, least, most, colour, pace = 1], change) {
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
    { type: "button", class: "cs-knob-button", tabindex: "-1", "aria-label": `${name2}: ${label2}`, onclick: step(by) },
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
  label.append(...letter.length === 1 ? [h("i", {}, letter), ` ${name2}`] : [name2]);
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
    for (const name2 of this.heard()) this.model.on(`change:${name2}`, this.listener);
  }
  heard() {
    return [...this.names, "caption", "task", "goal", "why"];
  }
  read() {
    return Object.fromEntries(this.names.map((name2) => [name2, this.model.get(name2)]));
  }
  change(values) {
    const news = Object.entries(values).filter(([name2, value]) => this.model.get(name2) !== value);
    if (!news.length) return;
    for (const [name2, value] of news) this.model.set(name2, value);
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
    const equal = names.length > 0 && names.every((name2) => goal[name2] === known[name2]);
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
    for (const name2 of this.heard()) this.model.off(`change:${name2}`, this.listener);
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
  hasKnob(name2) {
    return this.model.get("knobs")?.includes(name2) ?? true;
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
    const button = (text, path, act, name2) => h(
      "button",
      { type: "button", class: `cs-button cs-${name2}`, onclick: act },
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
function fits(W, F, S = 1, P = 0, dilation = 1) {
  checkSizes({ S });
  const room = slack(W, F, P, dilation);
  return room >= 0 && room % S === 0;
}
function fitMessage(W, F, S, padding, dilation = 1) {
  checkSizes({ W, S }, padding);
  const span = dilatedSize(F, dilation);
  const dilated = dilation > 1 ? `; with dilation ${dilation} a filter of ${F} spans ${span}` : "";
  const room = W - span + padding;
  if (room < 0) {
    return `A window of ${span} does not fit into ${W + padding} cells (${W} and ${padding} of padding)${dilated}. Make it smaller, or pad.`;
  }
  const sum2 = `(${W} - ${span} + ${padding})`;
  const count = Math.floor(room / S) + 1;
  if (room % S === 0) return `${sum2}/${S} + 1 = ${count}: the windows fit.`;
  const fitting = count === 1 ? "1 window fits" : `${count} windows fit`;
  return `${sum2} = ${room} is not divisible by ${S}: ${fitting}, and ${room % S} of the ${W + padding} cells would be left over${dilated}.`;
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
  for (const [name2, size] of [...Object.entries(sizes), ["padding", before], ["padding", after]]) {
    if (!Number.isInteger(size)) throw new Error(`${name2} is a whole number; got ${size}.`);
  }
  if (Math.min(...Object.values(sizes)) < 1) {
    const given = Object.entries(sizes).map(([name2, size]) => `${name2}=${size}`);
    throw new Error(`Sizes, stride and dilation start at 1; got ${given.join(", ")}.`);
  }
  if (before < 0 || after < 0) throw new Error(`Padding starts at 0; got ${before} before and ${after} after.`);
  if (!["crop", "raise", "pad"].includes(fit)) throw new Error(`fit must be 'crop', 'raise' or 'pad'; got '${fit}'.`);
}
var outSize = (W, F, S = 1, P = 0, dilation = 1, fit = "crop") => countWindows(W, F, S, P, P, dilation, fit);

// js/backprop_convolution/model.js
function shape(s) {
  const H = s.x.length;
  const W = s.x[0].length;
  const F = s.w.length;
  const { stride: S, pad: P } = s;
  return { H, W, F, S, P, H2: outSize(H, F, S, P), W2: outSize(W, F, S, P) };
}
function mismatch(s) {
  const F = s.w.length;
  const side = [s.x[0].length, s.x.length].find((length) => slack(length, F) < 0);
  if (side !== void 0) return explain(side, F);
  return s.pad < F ? null : `Padding of ${s.pad} is too much: windows of ${F} would read nothing else.`;
}
var table = (H, W, make) => Array.from({ length: H }, (_, r) => Array.from({ length: W }, (_2, c) => make(r, c)));
var within = (value, count) => Math.min(Math.max(value, 0), count - 1);
var added = (list, part2) => list.reduce((sum2, one) => sum2 + part2(one), 0) + 0;
function gradient(s) {
  const { H2, W2 } = shape(s);
  return s.dy.length === H2 && s.dy[0].length === W2 ? s.dy : table(H2, W2, (r, c) => r * W2 + c + 1);
}
function place(s) {
  const { H2, W2 } = shape(s);
  return { row: within(s.row, H2), col: within(s.col, W2) };
}
function inputPlace(s) {
  const { H, W } = shape(s);
  return { r: within(s.input_row, H), c: within(s.input_col, W) };
}
function outputs(s) {
  const { H2, W2 } = shape(s);
  const { row, col } = place(s);
  const all2 = table(H2, W2, (r, c) => [r, c]).flat();
  const at = row * W2 + col;
  return { one: all2.slice(at, at + 1), sum: all2.slice(0, at + 1) }[s.view] ?? all2;
}
function taps(s, row, col) {
  const { H, W, F, S, P } = shape(s);
  return table(F, F, (u, v) => ({ row, col, u, v, r: row * S - P + u, c: col * S - P + v })).flat().filter(({ r, c }) => r >= 0 && r < H && c >= 0 && c < W);
}
function products(s, some = outputs(s)) {
  const dy = gradient(s);
  return some.flatMap(
    ([row, col]) => taps(s, row, col).map((tap) => {
      const given = dy[row][col];
      return { ...tap, dy: given, w: s.w[tap.u][tap.v], x: s.x[tap.r][tap.c] };
    })
  );
}
var ofInput = (list, r, c) => list.filter((one) => one.r === r && one.c === c);
var ofWeight = (list, u, v) => list.filter((one) => one.u === u && one.v === v);
var toInput = (list) => added(list, ({ w, dy }) => w * dy);
var toWeight = (list) => added(list, ({ x, dy }) => x * dy);
function backward(s, some) {
  const { H, W, F } = shape(s);
  const list = products(s, some);
  return {
    dx: table(H, W, (r, c) => toInput(ofInput(list, r, c))),
    dw: table(F, F, (u, v) => toWeight(ofWeight(list, u, v)))
  };
}
var flipped = (w) => w.map((line) => [...line].reverse()).reverse();
function spread(s) {
  const { H, W, F, S, P, H2, W2 } = shape(s);
  const dy = gradient(s);
  const along = (cell, count) => {
    const start = cell - (F - 1) + P;
    return start >= 0 && start % S === 0 && start / S < count ? start / S : null;
  };
  return table(H + F - 1, W + F - 1, (a, b) => {
    const row = along(a, H2);
    const col = along(b, W2);
    const real = row !== null && col !== null;
    return { at: real ? [row, col] : null, value: real ? dy[row][col] : 0 };
  });
}
var all = (s) => {
  const { H2, W2 } = shape(s);
  return table(H2, W2, (r, c) => [r, c]).flat();
};
function unread(s) {
  const { H, W } = shape(s);
  const read = new Set(products(s, all(s)).map(({ r, c }) => r * W + c));
  return table(H, W, (r, c) => !read.has(r * W + c));
}
function facts(s) {
  const { H, W, F, S, P, H2, W2 } = shape(s);
  const { r, c } = inputPlace(s);
  const mine = ofInput(products(s, all(s)), r, c);
  return {
    view: s.view,
    H,
    W,
    F,
    S,
    P,
    H2,
    W2,
    fits: fits(W, F, S, P) && fits(H, F, S, P),
    ...place(s),
    input_row: r,
    input_col: c,
    value: toInput(mine),
    readers: mine.length,
    unread: unread(s).flat().filter(Boolean).length
  };
}
function walk(s, steps) {
  const { H, W, H2, W2 } = shape(s);
  if (s.view === "input") {
    const { r, c } = inputPlace(s);
    const n2 = r * W + c + steps;
    return n2 < 0 || n2 >= H * W ? null : { input_row: Math.floor(n2 / W), input_col: n2 % W };
  }
  const { row, col } = place(s);
  const n = row * W2 + col + steps;
  return n < 0 || n >= H2 * W2 ? null : { row: Math.floor(n / W2), col: n % W2 };
}

// js/backprop_convolution/messages.js
var name = (letters2, r, c) => `${letters2}[${r}, ${c}]`;
var times = (a, b) => `${bracketed(a)}·${bracketed(b)}`;
var sum = (pairs, total) => `${pairs.map(([a, b]) => times(a, b)).join(" + ")} = ${number(total)}`;
var each = (pairs) => pairs.map(([a, b]) => `${times(a, b)} = ${number(a * b + 0)}`).join(", ");
function describe(s) {
  return [sizeMessage(s), ...sentences(s)].filter(Boolean).join(" ");
}
function sizeMessage(s) {
  const { H, W, F, S, P, H2, W2 } = shape(s);
  const lost = unread(s).flat().filter(Boolean).length;
  const end = lost ? ` No window reads ${plural(lost, "input")}: the gradient there is 0.` : "";
  return `Input ${W}×${H}, filter ${F}×${F}, S = ${S}, P = ${P}: the output is ${W2}×${H2}.${end}`;
}
var sentences = (s) => ({ one: oneMessages, sum: sumMessages })[s.view]?.(s) ?? inputMessages(s);
function oneMessages(s) {
  const { F } = shape(s);
  const { row, col } = place(s);
  const dy = gradient(s)[row][col];
  const begin = `${name("dy", row, col)} = ${number(dy)}`;
  if (dy === 0) return [`${begin}: this output sends nothing back.`, "", ""];
  const list = products(s, [[row, col]]);
  const out = F * F - taps(s, row, col).length;
  const padding = out ? ` ${out} of the ${F * F} cells are padding.` : "";
  return [
    `${begin}. Each input gets its weight times ${number(dy)}, each weight its input times ${number(dy)}.${padding}`,
    `To the inputs: ${each(list.map(({ w }) => [w, dy]))}.`,
    `To the weights: ${each(list.map(({ x }) => [x, dy]))}.`
  ];
}
function sumMessages(s) {
  const { H2, W2 } = shape(s);
  const count = outputs(s).length;
  const total = H2 * W2;
  const { r, c } = inputPlace(s);
  const said = count === total ? `All of the ${plural(total, "output")}, added up: dx and dw are complete.` : `${count === 1 ? "The first" : `The first ${count}`} of ${total} outputs${count === 1 ? "" : ", added up"}.`;
  return [said, inputMessage(s, r, c), ""];
}
function inputMessages(s) {
  const { S, H2, W2 } = shape(s);
  const { r, c } = inputPlace(s);
  const mine = ofInput(products(s), r, c);
  const [first, last2] = [mine[0], mine.at(-1)];
  const met = (one) => name("w", one.u, one.v);
  const given = (one) => name("dy", one.row, one.col);
  const why = !first ? "" : first === last2 ? `Only ${given(first)} counts, with ${met(first)}: no other window reads this input.` : `${given(first)} meets ${met(first)}, ${given(last2)} meets ${met(last2)}: the filter lies flipped.`;
  const apart = S > 1 && H2 * W2 > 1 ? `Windows are ${S} apart, so zeros stand between the gradients.` : "";
  return [inputMessage(s, r, c), why, apart];
}
function inputMessage(s, r, c) {
  const mine = ofInput(products(s), r, c);
  if (mine.length)
    return `${name("dx", r, c)} = ${sum(
      mine.map(({ w, dy }) => [w, dy]),
      toInput(mine)
    )}.`;
  return `${name("dx", r, c)} = 0: ${s.view === "input" ? "no window reads" : "none of these outputs reads"} this input.`;
}
function weightMessage(s, u, v) {
  const mine = ofWeight(products(s), u, v);
  if (mine.length)
    return `${name("dw", u, v)} = ${sum(
      mine.map(({ x, dy }) => [x, dy]),
      toWeight(mine)
    )}.`;
  return `${name("dw", u, v)} = 0: here this weight meets only padding.`;
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
function edit(cell, { value, name: name2, first, take, refuse }) {
  if (cell.firstElementChild) return;
  const field = h("input", {
    class: "cs-edit",
    "aria-label": `${name2}, edit`,
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

// js/shared/table.js
var LIMIT = 999;
var edge = (n) => h("span", { class: "cs-index", "aria-hidden": "true" }, String(n));
function numbered(rows, cols) {
  const { cells, lines } = sliceRows(0, rows, cols);
  lines.forEach((line, r) => line.prepend(edge(r)));
  return { cells, lines };
}
function placed(places) {
  const cells = [];
  const lines = places.map((line) => {
    const across = line.map((at) => {
      var _a;
      if (!at) return h("span", { class: "cs-cell cs-zero", "aria-hidden": "true" }, "0");
      const cell = h("span", { class: "cs-cell", role: "gridcell", tabindex: "-1" });
      cell.at = [0, ...at];
      cells[_a = at[0]] ?? (cells[_a] = []);
      cells[at[0]][at[1]] = cell;
      return cell;
    });
    return h("div", { class: "cs-row", ...line.some(Boolean) ? { role: "row" } : { "aria-hidden": "true" } }, across);
  });
  return { cells, lines };
}
var Table = class {
  // on: { go(table, at), number(name, [row, col], value), refuse(text), hold(), key(event): true if it was one }
  // `places` [row][col] says which number stands in a cell, [r, c], or null for a zero: such a table has no numbers at
  // its edges.
  constructor({ name: name2, rows, cols, label, edits = false, places = null, on }) {
    Object.assign(this, { name: name2, edits, on });
    const { cells, lines } = places ? placed(places) : numbered(rows, cols);
    this.cells = cells;
    this.grid = h("div", { role: "grid", "aria-label": label }, lines);
    this.frame = h("div", { class: "cs-window", hidden: true });
    const top = h(
      "div",
      { class: "cs-row cs-indices", "aria-hidden": "true" },
      Array.from({ length: places ? 0 : cols }, (_, c) => edge(c))
    );
    this.node = h("div", { class: `cs-field cs-numbers${places ? " cs-plain" : ""}` }, top, this.grid, this.frame);
    this.listen();
  }
  listen() {
    for (const cell of this.cells.flat()) cell.table = this;
    this.roving = new Roving([this.cells], ([, r, c]) => `${this.name}[${r}, ${c}] is ${this.cells[r][c].textContent}`);
    this.grid.addEventListener("click", (event) => {
      const cell = event.target.closest(".cs-cell");
      if (!cell?.at || event.target.tagName === "INPUT") return;
      const again = this.chosen === cell;
      this.go(cell.at);
      if (again && this.edits) this.open();
    });
    this.grid.addEventListener("keydown", (event) => {
      if (event.target.tagName === "INPUT" || event.ctrlKey && event.key.length === 1 || event.metaKey) return;
      const at = this.roving.key(event);
      if (at) this.go(at);
      else if (this.on.key(event)) event.preventDefault();
      else if (!this.edits) return;
      else if (event.key === "Enter" || event.key === "F2") this.open();
      else if (/^\d$/.test(event.key)) this.open(event.key);
      else if (/^[-−+=]$/.test(event.key)) this.step("-−".includes(event.key) ? -1 : 1);
      else return;
      event.preventDefault();
    });
  }
  go(at) {
    this.on.hold();
    this.roving.point(at, true);
    this.chosen = this.roving.cell(at);
    this.on.go(this, [at[1], at[2]]);
  }
  // Show the numbers [row][col]; one that is being edited keeps what is in it.
  write(values) {
    this.values = values;
    values.forEach((line, r) => line.forEach((value, c) => writeCell(this.cells[r][c], value)));
    this.roving.point(this.roving.at);
  }
  at() {
    const [, r, c] = this.roving.at;
    return [r, c];
  }
  number() {
    const [r, c] = this.at();
    return this.values[r][c];
  }
  open(first) {
    const at = this.at();
    this.on.hold();
    edit(this.roving.cell(this.roving.at), {
      value: this.number(),
      name: `${this.name}[${at.join(", ")}]`,
      first,
      take: (value) => this.on.number(this.name, at, value),
      refuse: this.on.refuse
    });
  }
  step(by) {
    const next = Number((this.number() + by).toPrecision(12));
    this.on.hold();
    if (Math.abs(next) <= LIMIT) this.on.number(this.name, this.at(), next);
  }
  // Frame the cells from (top, left) on, or none.
  surround(top, left, rows, cols) {
    this.frame.hidden = !(rows > 0 && cols > 0);
    for (const [key, value] of [
      ["--top", top],
      ["--left", left],
      ["--rows", rows],
      ["--cols", cols]
    ])
      this.frame.style.setProperty(key, value);
  }
};

// js/backprop_convolution/layout.js
var EDGE = 16;
var GAPS = { beside: 34, below: 34, narrow: 12, stack: 6 };
var NARROWEST = 84;
var LARGEST = 32;
var WORDS = 210;
var MODES = [
  ["beside", 30],
  ["below", 28],
  ["narrow", 24],
  ["stack", 24]
];
function arrange(width, { view, W, F, W2 }, least) {
  const input = view === "input";
  for (const [mode, smallest] of MODES) {
    for (let cell = LARGEST; cell >= Math.max(smallest, least); cell--) {
      const wide = (count, edge2) => Math.max(edge2 + count * cell, NARROWEST);
      const x = wide(W, EDGE);
      const w = wide(F, input ? 0 : EDGE);
      const dy = input ? wide(W + F - 1, 0) : wide(W2, EDGE);
      const gap = GAPS[mode];
      const stacked = input ? Math.max(x, dy) + w : x + Math.max(w, dy);
      const across = mode === "stack" ? stacked + gap : x + w + dy + 2 * gap;
      const all2 = across + (mode === "beside" ? WORDS + gap : 0);
      const last2 = mode === "stack" && cell === Math.max(smallest, least);
      if (all2 <= width || last2) return { mode, cell, gap, x, w, dy };
    }
  }
}

// js/backprop_convolution/picture.js
var KEYS = "Plus and minus change a number, Enter or a digit types one.";
var Picture = class {
  // on: { go(table, at), number(name, at, value), refuse(text), note(text), hold(), play() }
  constructor(on) {
    this.on = on;
    this.node = h("div", { class: "cs-stage" });
    this.words = Array.from({ length: 3 }, (_, n) => h("p", { class: n ? "cs-more" : "cs-sentence" }));
    this.stepper = this.makeStepper();
    this.wordsNode = h("div", { class: "cs-words" }, this.words, this.stepper.node);
    this.node.addEventListener("pointerover", (event) => this.hint(event.target.closest(".cs-cell")));
    this.node.addEventListener("focusin", (event) => this.hint(event.target.closest(".cs-cell")));
    this.node.addEventListener("pointerleave", () => this.hint(null));
  }
  // ---- structure: new elements for new sizes and another view ----------------------------------------
  build(s) {
    this.size = { ...shape(s), view: s.view };
    const { H, W, F, H2, W2 } = this.size;
    const input = s.view === "input";
    this.chosen = null;
    const make = (name2, label, settings) => {
      const table2 = new Table({ name: name2, label, on: this.tableActs(), ...settings });
      this[name2] = table2;
      return table2;
    };
    for (const name2 of ["x", "w", "dy", "dx", "dw"]) this[name2] = null;
    this.products = null;
    make("dx", `Gradient dx of the input, ${W}×${H}.`, { rows: H, cols: W });
    const dy = {
      rows: H2,
      cols: W2,
      edits: true,
      places: input ? spread(s).map((line) => line.map(({ at }) => at)) : null
    };
    make("dy", `Gradient dy of the output, ${W2}×${H2}. ${KEYS}`, dy);
    const parts = [];
    if (input) {
      this.turned = plainTable(F);
      this.products = plainTable(F);
      parts.push(
        part("x", "dx", "dx", "gradient of x", this.dx.node),
        part("w", "turned", "w, flipped", "over the frame", this.turned.node),
        part("w", "products", "products", "added up", this.products.node),
        part("y", "dy", "dy", "with zeros", this.dy.node)
      );
    } else {
      make("x", `Input x, ${W}×${H}. ${KEYS}`, { rows: H, cols: W, edits: true });
      make("w", `Filter w, ${F}×${F}. ${KEYS}`, { rows: F, cols: F, edits: true });
      make("dw", `Gradient dw of the filter, ${F}×${F}.`, { rows: F, cols: F });
      parts.push(
        part("x", "x", "Input x", `${W}×${H}`, this.x.node),
        part("w", "w", "Filter w", `${F}×${F}`, this.w.node),
        part("y", "dy", "dy", "gradient of y", this.dy.node),
        part("x", "dx", "dx", "gradient of x", this.dx.node),
        part("w", "dw", "dw", "gradient of w", this.dw.node)
      );
    }
    this.tables = [this.x, this.w, this.dy, this.dx, this.dw].filter(Boolean);
    this.node.replaceChildren(...parts, this.wordsNode);
  }
  tableActs() {
    return {
      go: (table2, at) => {
        if (table2.edits) this.choose(table2);
        this.on.go(table2.name, at);
      },
      number: (...change) => this.on.number(...change),
      refuse: (text) => this.on.refuse(text),
      hold: () => this.on.hold(),
      key: ({ key }) => {
        if (key === " ") this.on.play();
        return key === " ";
      }
    };
  }
  // − and + for the chosen number, for those who point.
  makeStepper() {
    const button = (text, by, label) => h(
      "button",
      {
        type: "button",
        class: "cs-knob-button",
        tabindex: "-1",
        "aria-label": `Chosen number: ${label}`,
        onclick: () => (this.chosen ?? this.dy).step(by)
      },
      text
    );
    const name2 = h("span", {});
    const value = h("b", {});
    const node = h(
      "div",
      { class: "cs-stepper", role: "group", "aria-label": "Chosen number" },
      name2,
      h("div", { class: "cs-knob-box" }, button("−", -1, "one less"), value, button("+", 1, "one more"))
    );
    return { node, name: name2, value };
  }
  choose(table2 = this.chosen ?? this.dy) {
    for (const cell of this.dy.cells.flat()) cell.classList.remove("cs-chosen");
    for (const cell of [this.x, this.w].flatMap((one) => one?.cells.flat() ?? [])) cell.classList.remove("cs-chosen");
    this.chosen = table2;
    table2.roving.cell(table2.roving.at).classList.add("cs-chosen");
    say(this.stepper.name, `${table2.name}[${table2.at().join(", ")}]`);
    say(this.stepper.value, number(table2.number()));
  }
  // ---- numbers and marks: new texts and classes in the elements that are there -------------------------
  show(s) {
    this.s = s;
    const { dx, dw } = backward(s);
    const dy = gradient(s);
    this.dx.write(dx);
    this.dy.write(dy);
    this.x?.write(s.x);
    this.w?.write(s.w);
    this.dw?.write(dw);
    const lost = unread(s);
    this.dx.cells.forEach((line, r) => line.forEach((cell, c) => cell.classList.toggle("cs-unread", lost[r][c])));
    this.letters = letters(dx, dy, s.x, s.w, dw);
    for (const table2 of this.tables) for (const cell of table2.cells.flat()) unmark(cell);
    if (s.view === "input") this.showInput(s);
    else this.showOutputs(s);
    this.choose();
  }
  showOutputs(s) {
    const { row, col } = place(s);
    const one = s.view === "one";
    const here = taps(s, row, col);
    for (const { u, v, r: r2, c: c2 } of here) {
      for (const cell of [this.x.cells[r2][c2], this.w.cells[u][v]]) cell.classList.add("cs-tap");
      for (const cell of [this.dx.cells[r2][c2], this.dw.cells[u][v]]) cell.classList.add("cs-got");
    }
    const [first, last2] = [here[0], here.at(-1)];
    for (const table2 of [this.x, this.dx]) table2.surround(first.r, first.c, last2.r - first.r + 1, last2.c - first.c + 1);
    for (const [r2, c2] of outputs(s)) this.dy.cells[r2][c2].classList.add("cs-added");
    this.dy.cells[row][col].classList.add("cs-here");
    if (this.chosen !== this.x && this.chosen !== this.w) this.dy.roving.point([0, row, col]);
    if (one) return;
    const { r, c } = inputPlace(s);
    this.dx.cells[r][c].classList.add("cs-told");
    this.dx.roving.point([0, r, c]);
  }
  showInput(s) {
    const { r, c } = inputPlace(s);
    const { F } = this.size;
    const turned = flipped(s.w);
    const under = spread(s).slice(r, r + F).map((line) => line.slice(c, c + F));
    turned.forEach(
      (line, t) => line.forEach((weight, q) => {
        const { at, value } = under[t][q];
        say(this.turned.cells[t][q], short(weight));
        say(this.products.cells[t][q], at ? short(weight * value + 0) : "0");
        for (const { cells } of [this.turned, this.products]) cells[t][q].classList.toggle("cs-zero", !at);
        if (at) this.dy.cells[at[0]][at[1]].classList.add("cs-tap");
      })
    );
    this.dy.surround(r, c, F, F);
    this.dx.cells[r][c].classList.add("cs-here");
    this.dx.roving.point([0, r, c]);
    this.turned.name(`Flipped filter: ${turned.map((line) => line.map(number).join(", ")).join("; ")}`);
    this.products.name(
      `Products: ${turned.map((line, t) => line.map((weight, q) => number(weight * under[t][q].value + 0)).join(", ")).join("; ")}`
    );
  }
  // ---- pointing: a gradient and its products --------------------------------------------------------
  hint(cell) {
    const { table: table2, at } = cell ?? {};
    if (table2 === this.dx && table2 && this.s.view !== "one") this.on.note(inputMessage(this.s, at[1], at[2]));
    else if (table2 === this.dw && table2 && this.s.view !== "one") this.on.note(weightMessage(this.s, at[1], at[2]));
    else this.on.note("");
  }
  // Whether new numbers need other cells.
  get cramped() {
    return this.letters !== this.fitted;
  }
  fit(width) {
    const { mode, cell, gap, x, w, dy } = arrange(width, this.size, leastCell(this.letters));
    this.fitted = this.letters;
    this.node.className = `cs-stage cs-${this.size.view === "input" ? "gather" : "scatter"} cs-mode-${mode}`;
    for (const [name2, value] of [
      ["--c", cell],
      ["--gap", gap],
      ["--wx", x],
      ["--ww", w],
      ["--wy", dy],
      ["--text", textSize(cell, this.letters)]
    ])
      this.node.style.setProperty(name2, `${value}px`);
  }
};
function unmark(cell) {
  cell.classList.remove("cs-tap", "cs-here", "cs-got", "cs-added", "cs-told");
}
function part(kind, name2, title, detail, body) {
  return h(
    "div",
    { class: `cs-part cs-part-${kind} cs-at-${name2}` },
    h("div", { class: "cs-part-name" }, h("b", {}, title), h("span", {}, detail)),
    body
  );
}
function plainTable(F) {
  const cells = Array.from({ length: F }, () => Array.from({ length: F }, () => h("span", { class: "cs-cell" })));
  const lines = cells.map((line) => h("div", { class: "cs-row" }, line));
  const table2 = h("div", { role: "img" }, lines);
  const node = h("div", { class: "cs-field cs-numbers cs-plain" }, h("div", { class: "cs-row cs-indices" }), table2);
  return { cells, node, name: (words) => table2.setAttribute("aria-label", words) };
}

// js/backprop_convolution/index.js
var NUMBERS = ["x", "w", "dy", "stride", "pad", "view"];
var POSITION = ["row", "col", "input_row", "input_col"];
var VIEWS = [
  ["one", "from one output"],
  ["sum", "added up"],
  ["input", "into one input"]
];
var TRAIT = { S: "stride", P: "pad" };
var HINT = {
  one: "Choose a cell of dy, or step through them. Plus and minus change the chosen number.",
  sum: "Choose a cell of dx to see its sum, point at one of dw for its own.",
  input: "Choose a cell of dx, or step through them: the filter slides along."
};
var View = class extends PlayedView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, ...POSITION, "knobs"], describe);
    this.shown = {};
    this.first = this.read();
    this.picture = new Picture({
      go: (name2, at) => this.go(name2, at),
      number: (...edit2) => this.setNumber(...edit2),
      refuse: (text) => this.refuse(text),
      note: (text) => this.note(text),
      hold: () => this.hold(),
      play: () => this.player.toggle()
    });
    this.player = new Player("Walk through the cells", {
      step: (n) => this.step(n),
      start: () => this.start(),
      next: () => this.root.isConnected && this.next(),
      paused: () => this.announce(sentences(this.read()).join(" ")),
      reset: () => this.reset()
    });
    this.build();
    this.update();
    this.follow();
  }
  build() {
    const most = this.first.w.length - 1;
    const knobs = [
      ["S", "stride", 1, 3, "s"],
      ["P", "padding", 0, Math.min(2, most), "s"]
    ];
    this.controls = makeKnobs(knobs, (letter, value) => this.set({ [TRAIT[letter]]: value }));
    this.views = makeChoice("What is shown", VIEWS, (view) => this.set({ view }));
    Object.assign(this, {
      sizes: h("p", { class: "cs-fit" }),
      aside: h("p", { class: "cs-note" }),
      problem: h("p", { class: "cs-problem", hidden: true })
    });
    this.body = h(
      "div",
      { class: "cs-body" },
      h("div", { class: "cs-options" }, this.views.node, this.controls.node),
      h("div", { class: "cs-options" }, this.sizes, this.player.node),
      this.picture.node,
      this.aside
    );
    this.open("backprop", "Backpropagation through a convolution", this.problem, this.body);
  }
  // ---- from the reader to the model -----------------------------------------------------------------
  set(values) {
    this.hold();
    this.change(values);
  }
  go(name2, [r, c]) {
    const { view } = this.read();
    if (name2 === "dy" && view !== "input") this.change({ row: r, col: c });
    else if (name2 === "dx" && view !== "one") this.change({ input_row: r, input_col: c });
  }
  setNumber(name2, [r, c], value) {
    const copy = structuredClone(name2 === "dy" ? gradient(this.read()) : this.model.get(name2));
    copy[r][c] = value;
    this.change({ [name2]: copy });
  }
  reset() {
    this.set(this.first);
  }
  // One cell on or back; round at the ends.
  step(n) {
    this.hold();
    const s = this.read();
    const { H, W, H2, W2 } = shape(s);
    const count = s.view === "input" ? H * W : H2 * W2;
    this.change(walk(s, n) ?? walk(s, n > 0 ? 1 - count : count - 1) ?? {});
  }
  start() {
    if (!this.next()) this.change({ row: 0, col: 0, input_row: 0, input_col: 0 });
  }
  // One cell on; false where there is none.
  next() {
    const next = walk(this.read(), 1);
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
    const old = this.shown;
    const size = JSON.stringify([shape(s), s.view]);
    const same = size === this.size;
    if (!same) this.picture.build(s);
    this.picture.show(s);
    if (!same || this.picture.cramped) this.picture.fit(this.width());
    this.size = size;
    this.shown = s;
    this.views.show(s.view);
    this.views.node.hidden = !this.hasKnob("view");
    this.controls.show(shape(s), this);
    const said = sentences(s);
    said.forEach((text, n) => say(this.picture.words[n], text));
    say(this.sizes, sizeMessage(s));
    this.warning = null;
    this.note();
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (old.x) this.announce([same ? "" : this.sizes.textContent, ...said].filter(Boolean).join(" ") + news);
  }
  note(text) {
    say(this.aside, this.warning || text || HINT[this.shown.view] || "");
  }
  hold() {
    this.player.pause();
    this.warning = null;
  }
};
var backprop_convolution_default = widget(View);
export {
  backprop_convolution_default as default
};
