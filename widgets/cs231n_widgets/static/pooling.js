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

// js/shared/fill.js
var fillX = (c, i, j) => (3 * i * i + 2 * j * j + i * j + c * (2 * i + 3 * j + 5) + 2 * j) % 7 % 4;
function remember(kept, now) {
  if (!Array.isArray(now)) return now;
  const long = Array.isArray(kept) && kept.length > now.length ? kept : now;
  return long.map((_, i) => i < now.length ? remember(kept?.[i], now[i]) : kept[i]);
}

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
  const fitting2 = count === 1 ? "1 window fits" : `${count} windows fit`;
  return `${sum2} = ${room} is not divisible by ${S}: ${fitting2}, and ${room % S} of the ${W + padding} cells would be left over${dilated}.`;
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

// js/pooling/model.js
var MOST = 6;
function shape(s) {
  const H = s.x.length;
  const W = s.x[0].length;
  const F = s.size;
  const S = s.stride;
  return { H, W, F, S, H2: outSize(H, F, S), W2: outSize(W, F, S) };
}
function mismatch(s) {
  const side = [s.x[0].length, s.x.length].find((length) => slack(length, s.size) < 0);
  return side === void 0 ? null : explain(side, s.size, s.stride);
}
var rowsOf = (H, W, make) => Array.from({ length: H }, (_, r) => Array.from({ length: W }, (_2, c) => make(r, c)));
var sum = (values) => values.reduce((a, b) => a + b, 0);
function gradient(s) {
  const { H2, W2 } = shape(s);
  const suits = s.dy.length === H2 && s.dy[0].length === W2;
  return suits ? s.dy : rowsOf(H2, W2, (r, c) => 10 * (r * W2 + c + 1));
}
function place(s) {
  const { H2, W2 } = shape(s);
  const within = (value, count) => Math.min(Math.max(value, 0), count - 1);
  return { row: within(s.row, H2), col: within(s.col, W2) };
}
function look(s, row, col) {
  const cells = rowsOf(s.size, s.size, (u, v) => [row * s.stride + u, col * s.stride + v]).flat();
  const values = cells.map(([r, c]) => s.x[r][c]);
  if (s.kind === "max") {
    const y = Math.max(...values) + 0;
    return { cells, values, y, switched: values.indexOf(y), equal: values.filter((value) => value === y).length };
  }
  const total = sum(s.kind === "L2" ? values.map((value) => value * value) : values);
  return {
    cells,
    values,
    total,
    y: s.kind === "L2" ? Math.sqrt(total) : total / values.length,
    switched: null,
    equal: 0
  };
}
function shares(s, window, dy) {
  if (s.kind === "max") return window.values.map((_, n) => n === window.switched ? dy : 0);
  if (s.kind === "average") return window.values.map(() => dy / window.values.length);
  return window.values.map((value) => window.y === 0 ? 0 : value * (dy / window.y) + 0);
}
function pool(s) {
  const { H, W, H2, W2 } = shape(s);
  const dy = gradient(s);
  const windows = rowsOf(H2, W2, (row, col) => look(s, row, col));
  const sources = rowsOf(H, W, () => []);
  windows.forEach(
    (line, row) => line.forEach((window, col) => {
      shares(s, window, dy[row][col]).forEach((part, n) => {
        const [r, c] = window.cells[n];
        sources[r][c].push({ row, col, part, won: n === window.switched });
      });
    })
  );
  return {
    dy,
    windows,
    sources,
    y: windows.map((line) => line.map((window) => window.y)),
    dx: sources.map((line) => line.map((from) => sum(from.map(({ part }) => part))))
  };
}
function facts(s) {
  const { H, W, F, S, H2, W2 } = shape(s);
  const { row, col } = place(s);
  const { windows, dx } = pool(s);
  const window = windows[row][col];
  return {
    kind: s.kind,
    H,
    W,
    F,
    S,
    H2,
    W2,
    fits: fits(H, F, S) && fits(W, F, S),
    row,
    col,
    value: window.y,
    switch: window.switched,
    tied: window.equal > 1,
    ties: windows.flat().filter(({ equal }) => equal > 1).length,
    receivers: dx.flat().filter((value) => value !== 0).length
  };
}
function fitting(side, F, S) {
  for (let n2 = side; n2 <= MOST; n2++) if (fits(n2, F, S)) return n2;
  let n = side;
  while (!fits(n, F, S)) n--;
  return n;
}
var resized = (kept, H, W) => rowsOf(H, W, (r, c) => kept?.[r]?.[c] ?? fillX(0, r, c));

// js/pooling/messages.js
var NAMES = { max: "Max", average: "Average", L2: "L2-norm" };
var rounded = (value, decimals = 2) => Math.floor(value * 10 ** decimals + 0.5) / 10 ** decimals;
var plain = (value, decimals) => String(rounded(value, decimals) + 0).replace("-", "−");
var inCell = (value) => [2, 1, 0].map((decimals) => plain(value, decimals)).find((text) => text.length <= 5) ?? short(value);
var equals = (...values) => values.every((value) => Math.abs(rounded(value) - value) < 1e-9) ? "=" : "≈";
var inBrackets = (value) => value < 0 ? `(${plain(value)})` : plain(value);
var spot = ([r, c]) => `row ${r}, column ${c}`;
var join = (...parts) => parts.filter(Boolean).join(" ");
function describe(s) {
  const { H, W, F, S, H2, W2 } = shape(s);
  const sizes = `${NAMES[s.kind]} pooling of a depth slice of ${W}×${H}, windows of ${F}×${F}, stride ${S}: the output is ${W2}×${H2}.`;
  const back = s.backward ? backwardMessages(s) : [];
  return join(sizes, fitMessage2(s), ...forwardMessages(s), ...back);
}
function fitMessage2(s) {
  const { H, W, F, S } = shape(s);
  return [.../* @__PURE__ */ new Set([W, H])].map((side) => signed(explain(side, F, S))).join(" ");
}
function forwardMessages(s) {
  const { row, col } = place(s);
  const window = look(s, row, col);
  const { values, total, y } = window;
  const count = values.length;
  const begin = `y[${row}, ${col}] ${equals(...values)}`;
  const end = `${equals(y)} ${plain(y)}.`;
  if (s.kind === "max")
    return [`${begin} max(${values.map((value) => plain(value)).join(", ")}) ${end}`, wonMessage(window)];
  if (s.kind === "average") {
    const said = `${begin} (${values.map(inBrackets).join(" + ")})/${count} ${equals(total)} ${plain(total)}/${count} ${end}`;
    return [said, `All ${count} cells count the same.`];
  }
  const squares = values.map((value) => `${inBrackets(value)}²`).join(" + ");
  return [
    `${begin} √(${squares}) ${equals(total)} √${plain(total)} ${end}`,
    y ? "Large numbers count most." : "All its cells are 0."
  ];
}
function wonMessage({ cells, y, switched, equal }) {
  const at = spot(cells[switched]);
  const number2 = `That is cell ${switched} of the window: the switch is ${switched}.`;
  if (equal === 1) return `The largest stands in ${at}. ${number2}`;
  return `A tie: ${equal} cells hold ${plain(y)}. Row by row, the first of them wins: ${at}. ${number2}`;
}
function backwardMessages(s) {
  const { row, col } = place(s);
  const window = look(s, row, col);
  const dy = gradient(s)[row][col];
  const { values, y } = window;
  const count = values.length;
  const name = `dy[${row}, ${col}] ${equals(dy)} ${plain(dy)}`;
  const { S, F, H2, W2 } = shape(s);
  if (dy === 0) return [`${name}: nothing is sent.`, ""];
  if (s.kind === "max") return routeMessages(s, name, window);
  const more = S < F && H2 * W2 > 1 ? "What a cell gets from several windows adds up." : "";
  if (s.kind === "average") {
    const share = dy / count;
    return [`${name} is shared equally: ${plain(dy)}/${count} ${equals(share)} ${plain(share)} for each cell.`, more];
  }
  if (y === 0) return [`${name}, but y is 0 and has no slope here: nothing is sent.`, more];
  const below = values.some((value) => value < 0) ? "A cell below 0 gets a share of the other sign: if it grows, y shrinks." : "";
  const parts = shares(s, window, dy).map((value) => plain(value)).join(", ");
  return [`${name} is shared as dy · x/y, with y ${equals(y)} ${plain(y)}: ${parts}.`, join(below, more)];
}
function routeMessages(s, name, { cells, values, switched, equal }) {
  const [r, c] = cells[switched];
  const rest = `The other ${values.length - 1} cells get nothing from this window`;
  const even = equal === 1 ? "" : equal === 2 ? ", not even the one that is as large" : `, not even the ${equal - 1} that are as large`;
  const parts = pool(s).sources[r][c].filter(({ won }) => won).map(({ part }) => part);
  const total = parts.length > 1 ? `That cell won in ${parts.length} windows: ${added("dx", r, c, parts)}.` : "";
  return [`${name} goes to ${spot([r, c])}, all of it.`, join(`${rest}${even}.`, total)];
}
function added(name, r, c, parts) {
  const total = parts.reduce((a, b) => a + b, 0);
  return `${name}[${r}, ${c}] = ${parts.map(inBrackets).join(" + ")} ${equals(total)} ${plain(total)}`;
}
function cellMessage(s, [r, c]) {
  const from = pool(s).sources[r][c];
  const read = from.length === 0 ? "no window" : from.length === 1 ? "1 window" : `${from.length} windows`;
  const wins = from.filter(({ won }) => won).length;
  const all = from.length === 1 ? "it" : "them";
  const end = s.kind !== "max" || !from.length ? "" : wins ? ` and wins in ${wins === from.length ? all : wins}` : ` and wins in none`;
  return `x[${r}, ${c}] ${equals(s.x[r][c])} ${plain(s.x[r][c])} is read by ${read}${end}.`;
}
function gradientMessage(s, [r, c]) {
  const from = pool(s).sources[r][c];
  const max = s.kind === "max";
  const givers = max ? from.filter(({ won }) => won) : from;
  const parts = givers.map(({ part }) => part);
  const name = `dx[${r}, ${c}]`;
  if (!givers.length) return `${name} = 0: ${from.length ? "it wins in no window" : "no window reads it"}.`;
  if (parts.length === 1)
    return `${name} ${equals(parts[0])} ${plain(parts[0])}, from dy[${givers[0].row}, ${givers[0].col}].`;
  return `${added("dx", r, c, parts)}, from the ${parts.length} windows that ${max ? "it wins in" : "read it"}.`;
}
function movedMessage(before, after, backward) {
  const old = pool(before).windows;
  const now = pool(after).windows;
  const moves = [];
  now.forEach(
    (line, row) => line.forEach((window, col) => {
      const from = old[row][col];
      if (window.switched !== from.switched)
        moves.push(
          `${backward ? `The gradient of y[${row}, ${col}]` : `The winner for y[${row}, ${col}]`} moved from ${spot(from.cells[from.switched])} to ${spot(window.cells[window.switched])}.`
        );
    })
  );
  return moves.join(" ");
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
var leastCell = (count) => LEAST[count];
var textSize = (cell, count) => Math.max(TEXT, Math.min(cell * 0.5, (cell - 3) / (0.69 * count + 0.2)));

// js/pooling/layout.js
var EDGE = 16;
var GAP = 34;
var LARGEST = 40;
var NARROWEST = 78;
var MIDDLE = 84;
var WORDS = 216;
var MODES = [
  ["beside", 32],
  ["below", 28],
  ["stack", 24],
  ["column", 24]
];
function arrange(width, { W, W2, F }, least) {
  for (const [mode, smallest] of MODES) {
    for (let cell = LARGEST; cell >= Math.max(smallest, least); cell--) {
      const input = Math.max(EDGE + W * cell, NARROWEST);
      const output = Math.max(EDGE + W2 * cell, NARROWEST);
      const tap = Math.max(cell, Math.min(34, Math.floor(MIDDLE / F)));
      const middle2 = Math.max(F * tap, MIDDLE);
      const across = { column: input, stack: input + GAP + output }[mode] ?? input + middle2 + output + 2 * GAP;
      const all = across + (mode === "beside" ? WORDS + GAP : 0);
      const last2 = mode === "column" && cell === Math.max(smallest, least);
      if (all <= width || last2) return { mode, cell, tap, input, middle: middle2, output };
    }
  }
}

// js/pooling/parts.js
function heading(title, detail) {
  return h(
    "div",
    { class: "cs-part-name" },
    h("b", {}, title),
    detail instanceof Node ? detail : h("span", {}, detail)
  );
}
function words() {
  const said = h("p", { class: "cs-sentence" });
  const more = h("p", { class: "cs-more" });
  return { said, more, node: h("div", { class: "cs-words" }, said, more) };
}
function lane(kind, title, ...parts) {
  return h("div", { class: `cs-lane cs-${kind}`, role: "group", "aria-label": title }, parts);
}
function middle(title, F) {
  const cells = Array.from(
    { length: F * F },
    (_, n) => h("span", { class: "cs-cell" }, h("small", {}, String(n)), h("span", {}))
  );
  const table = h(
    "div",
    { class: "cs-taps", role: "img" },
    Array.from({ length: F }, (_, u) => h("div", { class: "cs-row" }, cells.slice(u * F, (u + 1) * F)))
  );
  const detail = h("span", {});
  const foot = h("div", { class: "cs-foot" });
  return {
    cells,
    table,
    detail,
    foot,
    node: h(
      "div",
      { class: "cs-part cs-part-mid" },
      heading(title, detail),
      h("div", { class: "cs-between" }, table, foot)
    )
  };
}
function sumLine([name, value]) {
  return h("div", {}, h("span", {}, name), h("b", {}, plain(value)));
}
function fill({ cells, table }, values, switched, kind) {
  table.classList.toggle("cs-numbered", switched !== null);
  values.forEach((value, n) => {
    cells[n].className = `cs-cell ${kind(n)}`;
    say(cells[n].lastChild, inCell(value));
  });
}
function put({ cells, roving }, rows) {
  rows.flat().forEach((value, n) => {
    if (!cells[n].firstElementChild) say(cells[n], inCell(value));
  });
  roving.point(roving.at);
}

// js/pooling/picture.js
var LIMIT = 999;
var NAMES2 = { max: "maximum", average: "average", L2: "L2 norm" };
var KEYS = "Plus and minus change a number, Enter or a digit types one.";
var Picture = class {
  // on: { move(at), number(name, at, value), refuse(text), note(text), hold() }
  constructor(on) {
    this.on = on;
    this.node = h("div", { class: "cs-stage" });
    this.words = { forward: words(), backward: words() };
    this.legend = h("div", { class: "cs-legend" });
    this.words.forward.node.append(this.legend);
    this.node.addEventListener("pointerover", (event) => this.hint(event.target.closest(".cs-cell")));
    this.node.addEventListener("pointerleave", () => this.hint(null));
  }
  // ---- structure: new elements for new sizes -------------------------------------------------------
  build(s) {
    this.size = shape(s);
    const { H, W, F, H2, W2 } = this.size;
    this.marked = [];
    this.x = this.slice("x", H, W, `Input x, ${W}×${H}. ${KEYS}`);
    this.y = this.slice("y", H2, W2, `Output y, ${W2}×${H2}. Arrows move the window.`);
    this.dx = this.slice("dx", H, W, `Gradient dx of the input, ${W}×${H}.`);
    this.dy = this.slice("dy", H2, W2, `Gradient dy of the output, ${W2}×${H2}. Arrows move the window. ${KEYS}`);
    this.slices = [this.x, this.y, this.dx, this.dy];
    for (const slice of this.slices) this.listen(slice);
    this.forward = middle("Window", F);
    this.backward = middle("Shares", F);
    this.stepper = this.makeStepper();
    const output = this.part("y", "Output y", `${W2}×${H2}`, this.y.node);
    const gradient2 = this.part("y", "dy", "gradient of y", this.dy.node);
    this.backLane = lane(
      "backward",
      "Backward",
      this.part("x", "dx", "gradient of x", this.dx.node),
      this.backward.node,
      gradient2,
      this.words.backward.node
    );
    this.node.replaceChildren(
      lane(
        "forward",
        "Forward",
        this.part("x", "Input x", `${W}×${H}`, [this.x.node, this.stepper.node]),
        this.forward.node,
        output,
        this.words.forward.node
      ),
      this.backLane
    );
  }
  // A table of numbers with its rows and columns numbered.
  slice(name, rows, cols, label) {
    const { cells, lines } = sliceRows(0, rows, cols);
    const edge = (n) => h("span", { class: "cs-index", "aria-hidden": "true" }, String(n));
    lines.forEach((line, r) => line.prepend(edge(r)));
    const top = h(
      "div",
      { class: "cs-row cs-indices", "aria-hidden": "true" },
      Array.from({ length: cols }, (_, c) => edge(c))
    );
    const grid = h("div", { role: "grid", "aria-label": label }, lines);
    const frame = name.endsWith("x") ? h("div", { class: "cs-window" }) : null;
    const slice = {
      name,
      grid,
      frame,
      cells: cells.flat(),
      node: h("div", { class: "cs-field" }, top, grid, frame),
      edits: name === "x" || name === "dy",
      moves: name.endsWith("y")
    };
    cells.flat().forEach((cell) => {
      cell.slice = slice;
    });
    slice.roving = new Roving([cells], ([, r, c]) => `${name}[${r}, ${c}] is ${cells[r][c].textContent}`);
    return slice;
  }
  part(kind, title, detail, body) {
    return h("div", { class: `cs-part cs-part-${kind}` }, heading(title, detail), body);
  }
  // − and + for the chosen cell of the input, for those who point.
  makeStepper() {
    const button = (text, by, label) => h(
      "button",
      {
        type: "button",
        class: "cs-knob-button",
        tabindex: "-1",
        "aria-label": `Chosen number: ${label}`,
        onclick: () => this.step(this.x, by)
      },
      text
    );
    const name = h("span", { class: "cs-chosen-name" });
    const value = h("b", {});
    const node = h(
      "div",
      { class: "cs-stepper", role: "group", "aria-label": "Chosen number" },
      name,
      h("div", { class: "cs-knob-box" }, button("−", -1, "one less"), value, button("+", 1, "one more"))
    );
    return { node, name, value };
  }
  // ---- mouse and keyboard --------------------------------------------------------------------------
  listen(slice) {
    const { grid, roving } = slice;
    grid.addEventListener("click", (event) => {
      const cell = event.target.closest(".cs-cell");
      if (!cell?.at || event.target.tagName === "INPUT") return;
      const again = slice.chosen === cell;
      this.go(slice, cell.at);
      if (again && slice.edits) this.open(slice);
    });
    grid.addEventListener("focusin", (event) => event.target.at && this.hint(event.target));
    grid.addEventListener("focusout", ({ target }) => {
      if (target.tagName === "INPUT") setTimeout(() => this.values(this.s));
    });
    grid.addEventListener("keydown", (event) => {
      if (event.target.tagName === "INPUT" || event.ctrlKey && event.key.length === 1 || event.metaKey) return;
      const at = roving.key(event);
      if (at) this.go(slice, at);
      else if (!slice.edits) return;
      else if (event.key === "Enter" || event.key === "F2") this.open(slice);
      else if (/^\d$/.test(event.key)) this.open(slice, event.key);
      else if (/^[-−+=]$/.test(event.key)) this.step(slice, "-−".includes(event.key) ? -1 : 1);
      else return;
      event.preventDefault();
    });
  }
  go(slice, at) {
    this.on.hold();
    slice.roving.point(at, true);
    slice.chosen = slice.roving.cell(at);
    if (slice.moves) this.on.move({ row: at[1], col: at[2] });
    else if (slice === this.x) this.choose();
  }
  number({ name }, [, r, c]) {
    return (name === "x" ? this.s.x : this.all.dy)[r][c];
  }
  open(slice, first) {
    const { name, roving } = slice;
    const at = roving.at;
    this.on.hold();
    edit(roving.cell(at), {
      value: this.number(slice, at),
      name: `${name}[${at[1]}, ${at[2]}]`,
      first,
      take: (value) => this.on.number(name, at, value),
      refuse: this.on.refuse
    });
  }
  step(slice, by) {
    const at = slice.roving.at;
    const next = Number((this.number(slice, at) + by).toPrecision(12));
    this.on.hold();
    if (Math.abs(next) <= LIMIT) this.on.number(slice.name, at, next);
  }
  // ---- numbers and marks: new texts and classes in the elements that are there ------------------------
  values(s) {
    this.s = s;
    this.all = pool(s);
    const { H, W } = this.size;
    const { windows, sources, y, dx, dy } = this.all;
    put(this.x, s.x);
    put(this.y, y);
    put(this.dx, dx);
    put(this.dy, dy);
    this.letters = longest([s.x, y, dx, dy].flat(2).map((value) => inCell(value)));
    const won = new Set(
      windows.flat().filter(({ switched }) => switched !== null).map(({ cells, switched }) => String(cells[switched]))
    );
    for (let r = 0; r < H; r++) {
      for (let c = 0; c < W; c++) {
        for (const slice of [this.x, this.dx])
          slice.cells[r * W + c].classList.toggle("cs-unread", !sources[r][c].length);
        this.x.cells[r * W + c].classList.toggle("cs-won", won.has(String([r, c])));
        this.dx.cells[r * W + c].classList.toggle("cs-got", dx[r][c] !== 0);
      }
    }
    this.move(s);
  }
  // The window in view, its calculation and its shares.
  move(s) {
    this.s = s;
    const { W, W2 } = this.size;
    const { row, col } = place(s);
    const window = this.all.windows[row][col];
    const dy = this.all.dy[row][col];
    for (const cell of this.marked) {
      cell.classList.remove("cs-tap", "cs-here", "cs-share");
      cell.style.removeProperty("--part");
    }
    const mark = (cell, name) => {
      cell.classList.add(name);
      this.marked.push(cell);
    };
    this.marked = [];
    for (const { frame } of [this.x, this.dx]) {
      frame.style.setProperty("--top", row * s.stride);
      frame.style.setProperty("--left", col * s.stride);
      frame.style.setProperty("--span", s.size);
    }
    const parts = shares(s, window, dy);
    const most = Math.max(...parts.map(Math.abs));
    window.cells.forEach(([r, c], n) => {
      const here = n === window.switched;
      const given = this.dx.cells[r * W + c];
      mark(this.x.cells[r * W + c], here ? "cs-here" : "cs-tap");
      mark(given, here && dy !== 0 ? "cs-here" : parts[n] !== 0 ? "cs-share" : "cs-tap");
      for (const cell of [given, this.backward.cells[n]])
        cell.style.setProperty("--part", `${Math.round(35 * Math.abs(parts[n]) / (most || 1))}%`);
    });
    for (const slice of [this.y, this.dy]) {
      mark(slice.cells[row * W2 + col], "cs-here");
      slice.chosen = slice.cells[row * W2 + col];
      slice.roving.point([0, row, col]);
    }
    this.backLane.classList.toggle("cs-routed", s.kind === "max");
    this.showMiddle(s, window, parts, dy);
    this.choose();
  }
  showMiddle(s, { values, total, y, switched }, parts, dy) {
    const count = values.length;
    const max = s.kind === "max";
    const shown = s.kind === "L2" ? values.map((value) => value * value) : values;
    fill(this.forward, shown, switched, (n) => n === switched ? "cs-here" : "cs-tap");
    fill(
      this.backward,
      parts,
      switched,
      (n) => max && n === switched && dy !== 0 ? "cs-here" : parts[n] !== 0 ? "cs-share" : "cs-none"
    );
    say(this.forward.detail, s.kind === "L2" ? "squared" : "its numbers");
    say(this.backward.detail, s.kind === "L2" ? "dy · x/y" : "of the window");
    this.showLegend(max);
    const lines = {
      max: [["largest", y]],
      average: [
        ["sum", total],
        [`sum/${count}`, y]
      ],
      L2: [
        ["sum", total],
        ["√sum", y]
      ]
    }[s.kind];
    const back = {
      max: [[`to cell ${switched}`, dy]],
      average: [
        ["dy", dy],
        [`dy/${count}`, dy / count]
      ],
      L2: [
        ["dy", dy],
        ["y", y]
      ]
    }[s.kind];
    this.forward.foot.replaceChildren(...lines.map(sumLine));
    this.backward.foot.replaceChildren(...back.map(sumLine));
    this.forward.table.setAttribute(
      "aria-label",
      `Window${s.kind === "L2" ? ", squared" : ""}: ${shown.map((value) => plain(value)).join(", ")}; ${NAMES2[s.kind]} ${plain(y)}`
    );
    this.backward.table.setAttribute(
      "aria-label",
      `Shares of the cells in this window: ${parts.map((value) => plain(value)).join(", ")}`
    );
  }
  showLegend(max) {
    const entry = (kind, text) => h("span", {}, h("i", { class: `cs-cell ${kind}`, "aria-hidden": "true" }), text);
    const lost = this.all.sources.flat().some((from) => !from.length);
    this.legend.replaceChildren(
      ...max ? [entry("cs-won", "wins in its window")] : [],
      ...lost ? [entry("cs-unread", "read by no window")] : []
    );
  }
  // The cell of the input that − and + change.
  choose() {
    const { roving, cells } = this.x;
    const [, r, c] = roving.at;
    for (const cell of cells) cell.classList.toggle("cs-chosen", cell === roving.cell(roving.at));
    say(this.stepper.name, `x[${r}, ${c}]`);
    say(this.stepper.value, plain(this.s.x[r][c]));
  }
  // ---- pointing: a cell of the input and the outputs that read it --------------------------------------
  hint(cell) {
    for (const slice of [this.y, this.dy]) for (const marked of slice?.cells ?? []) marked.classList.remove("cs-reads");
    const name = cell?.slice?.name;
    if (name !== "x" && name !== "dx") return this.on.note("");
    const [, r, c] = cell.at;
    for (const { row, col } of this.all.sources[r][c])
      for (const slice of [this.y, this.dy]) slice.cells[row * this.size.W2 + col].classList.add("cs-reads");
    this.on.note((name === "x" ? cellMessage : gradientMessage)(this.s, [r, c]));
  }
  // Whether new numbers need other cells.
  get cramped() {
    return this.letters !== this.fitted;
  }
  fit(width) {
    const { mode, cell, input, middle: between, tap, output } = arrange(width, this.size, leastCell(this.letters));
    this.fitted = this.letters;
    this.node.className = `cs-stage cs-mode-${mode}`;
    for (const [name, value] of [
      ["--c", cell],
      ["--m", tap],
      ["--wx", input],
      ["--wm", between],
      ["--wy", output],
      ["--text", textSize(cell, this.letters)]
    ])
      this.node.style.setProperty(name, `${value}px`);
  }
};

// js/pooling/index.js
var NUMBERS = ["x", "dy", "kind", "size", "stride"];
var SHOWN = ["row", "col", "backward"];
var KINDS = [
  ["max", "maximum"],
  ["average", "average"],
  ["L2", "L2 norm"]
];
var WAYS = [
  ["one", "forward"],
  ["both", "and backward"]
];
var WINDOWS = [
  [2, 2],
  [3, 2],
  [3, 1]
];
var View = class extends DescribedView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, ...SHOWN, "knobs"], describe);
    this.first = this.read();
    this.shown = {};
    this.picture = new Picture({
      move: (at) => this.change(at),
      number: (...edit2) => this.setNumber(...edit2),
      refuse: (text) => this.refuse(text),
      note: (text) => this.note(text),
      hold: () => this.hold()
    });
    this.build();
    this.update();
    this.follow();
  }
  build() {
    const own = [this.first.size, this.first.stride];
    const known = WINDOWS.some((pair) => String(pair) === String(own));
    const windows = (known ? WINDOWS : [own, ...WINDOWS]).map(([F, S]) => [`${F},${S}`, `${F}×${F}, stride ${S}`]);
    this.kind = makeChoice("Kind of pooling", KINDS, (kind) => this.change({ kind }));
    this.windows = makeChoice("Windows", windows, (pair) => this.setWindows(...pair.split(",").map(Number)));
    this.ways = makeChoice("Which way", WAYS, (way) => this.change({ backward: way === "both" }));
    const reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.reset() }, "Reset");
    Object.assign(this, {
      fitText: h("p", { class: "cs-fit" }),
      aside: h("p", { class: "cs-note" }),
      problem: h("p", { class: "cs-problem", hidden: true })
    });
    this.body = h(
      "div",
      { class: "cs-body" },
      h("div", { class: "cs-options" }, this.kind.node, this.windows.node, this.ways.node, reset),
      this.fitText,
      this.picture.node,
      this.aside
    );
    this.open("pooling", "Pooling", this.problem, this.body);
  }
  // ---- from the reader to the model -----------------------------------------------------------------
  // Other windows on a slice that they fit: as near to the first slice as possible.
  setWindows(size, stride) {
    this.hold();
    const [H, W] = [this.first.x.length, this.first.x[0].length].map((side) => fitting(side, size, stride));
    this.change({ size, stride, x: resized(this.kept, H, W) });
  }
  setNumber(name, [, row, col], value) {
    const copy = structuredClone(name === "x" ? this.model.get("x") : gradient(this.read()));
    copy[row][col] = value;
    this.change({ [name]: copy });
  }
  reset() {
    this.hold();
    this.kept = null;
    this.change(this.first);
  }
  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
    if (wrong) return say(this.problem, wrong);
    this.kept = remember(this.kept, s.x);
    const old = this.shown;
    const size = JSON.stringify(shape(s));
    const same = size === this.size;
    if (!same) this.picture.build(s);
    if (!same || NUMBERS.some((name) => old[name] !== s[name])) this.picture.values(s);
    else this.picture.move(s);
    this.size = size;
    this.shown = s;
    this.picture.backLane.hidden = !s.backward;
    if (!same || this.picture.cramped) this.picture.fit(this.width());
    this.kind.show(s.kind);
    this.windows.show(`${s.size},${s.stride}`);
    this.ways.show(s.backward ? "both" : "one");
    for (const [name, choice] of [
      ["kind", this.kind],
      ["windows", this.windows],
      ["backward", this.ways]
    ])
      choice.node.hidden = !this.hasKnob(name);
    this.showWords(s, old, same);
  }
  showWords(s, old, same) {
    const { forward, backward } = this.picture.words;
    const sentences = [...forwardMessages(s), ...backwardMessages(s)];
    [forward.said, forward.more, backward.said, backward.more].forEach((node, n) => say(node, sentences[n]));
    say(this.fitText, fitMessage2(s));
    this.fitText.classList.toggle("cs-misfit", !facts(s).fits);
    const edited = same && old.x !== s.x && old.kind === "max" && s.kind === "max";
    this.moved = edited ? movedMessage(old, s, s.backward) : "";
    this.warning = null;
    this.note();
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (old.x)
      this.announce(
        [this.moved, ...same ? [] : [this.fitText.textContent], ...sentences.slice(0, s.backward ? 4 : 2)].filter(Boolean).join(" ") + news
      );
  }
  // A refusal stays until the reader does something else, a move until they point elsewhere.
  note(text) {
    say(
      this.aside,
      this.warning || text || this.moved || "Choose an output to see its window. Choose an input to change it, with + and − or by typing."
    );
  }
  hold() {
    this.warning = null;
  }
};
var pooling_default = widget(View);
export {
  pooling_default as default
};
