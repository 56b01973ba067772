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

// js/predict/curve.js
var WIDEST = 440;
var HEIGHT = 240;
var EDGE = { left: 52, right: 18, top: 36, bottom: 44 };
var STEPS = 20;
var svg = (tag, props, ...children) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...children);
  return node;
};
function curveControl({ curve, unit = "" }, label, changed) {
  const { at, least, most } = curve;
  const points = at.length;
  let width = WIDEST;
  const across = () => width - EDGE.left - EDGE.right;
  const x = (n) => EDGE.left + n / Math.max(points - 1, 1) * across();
  const y = (value) => HEIGHT - EDGE.bottom - (value - least) / (most - least) * (HEIGHT - EDGE.top - EDGE.bottom);
  const step = (most - least) / STEPS;
  const snap = (value) => Number((Math.round(Math.min(Math.max(value, least), most) / step) * step).toPrecision(12));
  const middle = snap((least + most) / 2);
  let values = null;
  let shut = false;
  const line = svg("polyline", { class: "cs-guess-line" });
  const knobs = at.map(
    (value, n) => svg("circle", {
      class: "cs-guess-point",
      r: 8,
      tabindex: n === 0 ? "0" : "-1",
      role: "slider",
      "aria-orientation": "vertical",
      "aria-valuemin": least,
      "aria-valuemax": most,
      "aria-label": `${curve.y} where ${curve.x} is ${number(value)}`
    })
  );
  const frame = svg("g", { "aria-hidden": "true" });
  const real = svg("g", { class: "cs-guess-real" });
  real.style.display = "none";
  const parts = [frame, line, ...knobs, real];
  const drawing = svg("svg", { class: "cs-guess-curve", role: "group", "aria-label": label }, ...parts);
  const show = (guess) => {
    values = guess;
    const drawn = guess ?? at.map(() => middle);
    line.setAttribute("points", drawn.map((value, n) => `${x(n)},${y(value)}`).join(" "));
    drawing.classList.toggle("cs-untouched", guess === null);
    knobs.forEach((knob, n) => {
      knob.setAttribute("cx", x(n));
      knob.setAttribute("cy", y(drawn[n]));
      knob.setAttribute("aria-valuenow", drawn[n]);
      knob.setAttribute("aria-valuetext", `${number(drawn[n])}${unit && ` ${unit}`}`);
    });
  };
  const fit = (room) => {
    width = room;
    drawing.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    frame.replaceChildren(...axes({ curve, unit, x, y, width }));
    if (curve.real) {
      const inFrame = (value) => y(Math.min(Math.max(value, least), most));
      real.replaceChildren(...realCurve(curve, x, inFrame, width));
    }
    show(values);
  };
  const put = (n, value) => {
    if (shut) return;
    const next = [...values ?? at.map(() => middle)];
    next[n] = snap(value);
    show(next);
    changed(next);
  };
  const toPoint = (event) => {
    const box = drawing.getBoundingClientRect();
    const right = (event.clientX - box.left) / box.width * width;
    const down = (event.clientY - box.top) / box.height * HEIGHT;
    const n = Math.round((right - EDGE.left) / across() * (points - 1));
    const value = least + (HEIGHT - EDGE.bottom - down) / (HEIGHT - EDGE.top - EDGE.bottom) * (most - least);
    return [Math.min(Math.max(n, 0), points - 1), value];
  };
  drawing.addEventListener("pointerdown", (event) => {
    if (shut) return;
    event.preventDefault();
    drawing.setPointerCapture(event.pointerId);
    put(...toPoint(event));
  });
  drawing.addEventListener("pointermove", (event) => {
    if (drawing.hasPointerCapture(event.pointerId)) put(...toPoint(event));
  });
  drawing.addEventListener("keydown", (event) => {
    const n = knobs.indexOf(event.target);
    if (n < 0) return;
    const now = (values ?? at.map(() => middle))[n];
    const value = { ArrowUp: now + step, ArrowDown: now - step, Home: least, End: most }[event.key];
    const next = knobs[n + ({ ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0)];
    if (value !== void 0) put(n, value);
    else if (next && next !== event.target) {
      event.target.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    } else return;
    event.preventDefault();
  });
  fit(WIDEST);
  new ResizeObserver(([{ contentRect }]) => {
    const room = Math.min(Math.round(contentRect.width), WIDEST);
    if (room && room !== width) fit(room);
  }).observe(drawing);
  return {
    node: h(
      "div",
      {},
      drawing,
      h(
        "p",
        { class: "cs-note" },
        "Draw across it, or use the arrow keys: up and down for a point, left and right for the next."
      )
    ),
    value: () => values,
    show,
    reveal: (yes) => {
      real.style.display = yes && curve.real ? "" : "none";
    },
    disable: (yes) => {
      shut = yes;
      drawing.classList.toggle("cs-shut", yes);
    },
    problem: () => values === null ? "Draw a curve: drag a point up or down." : ""
  };
}
function axes({ curve, unit, x, y, width }) {
  const bottom = HEIGHT - EDGE.bottom;
  const text = (content, props) => svg("text", { class: "cs-guess-text", ...props }, content);
  const lines = [curve.least, (curve.least + curve.most) / 2, curve.most].flatMap((value) => [
    svg("path", { class: "cs-guess-grid", d: `M${EDGE.left} ${y(value)}H${width - EDGE.right}` }),
    text(`${number(value)}${unit === "%" ? "%" : ""}`, { x: EDGE.left - 10, y: y(value) + 4, "text-anchor": "end" })
  ]);
  const ticks = curve.at.map((value, n) => text(number(value), { x: x(n), y: bottom + 20, "text-anchor": "middle" }));
  const name = text(curve.x, { x: (EDGE.left + width - EDGE.right) / 2, y: bottom + 38, "text-anchor": "middle" });
  return [text(curve.y, { x: 4, y: 16 }), ...lines, ...ticks, name];
}
function realCurve({ real, most }, x, y, width) {
  const points = real.map((value, n) => `${x(n)},${y(value)}`).join(" ");
  const name = real.some((value) => value > most) ? "what came out, and higher still" : "what came out";
  const right = width - EDGE.right;
  return [
    svg("polyline", { class: "cs-guess-real-line", points }),
    svg("path", { class: "cs-guess-real-line", d: `M${right - 25} 11H${right}` }),
    svg("text", { class: "cs-guess-text", x: right - 32, y: 16, "text-anchor": "end" }, name)
  ];
}

// js/predict/messages.js
var cellText = (label) => typeof label === "number" ? number(label) : label;
function fits({ kind, choices, cells, curve }, guess) {
  if (kind === "number") return typeof guess === "number";
  if (kind === "choice") return Number.isInteger(guess) && guess >= 0 && guess < choices.length;
  if (!Array.isArray(guess)) return false;
  if (kind === "cell") return guess.length === 2 && cells[guess[0]]?.[guess[1]] !== void 0;
  return guess.length === curve.at.length && guess.every((value) => typeof value === "number");
}
function guessText(state) {
  const { kind, guess, choices, cells, unit } = state;
  if (!fits(state, guess)) return "";
  const mark = unit === "%" ? "%" : "";
  if (kind === "choice") return `“${curly(choices[guess])}”`;
  if (kind === "cell") {
    const [row, col] = guess;
    const label = cellText(cells[row]?.[col] ?? "");
    return `${label && `the ${label} in `}row ${row}, column ${col}`;
  }
  if (kind === "curve") {
    const [first, last] = [guess[0], guess.at(-1)].map((value) => number(value) + mark);
    return first === last ? `a curve that begins and ends at ${first}` : `a curve from ${first} to ${last}`;
  }
  return grouped(guess) + mark;
}
function realText({ kind, curve, unit }) {
  if (kind !== "curve" || !curve.real) return "";
  const mark = unit === "%" ? "%" : "";
  return `What came out goes ${curve.real.map((value) => `${number(value)}${mark}`).join(", ")}.`;
}
var notANumber = (text) => text ? `“${text}” is not a number. Write it in digits.` : "Write a number.";
function outOfRange(value, { unit = "", least = unit === "%" ? 0 : null, most = unit === "%" ? 100 : null }) {
  const tooSmall = least !== null && value < least;
  const tooLarge = most !== null && value > most;
  if (!tooSmall && !tooLarge) return "";
  if (least !== null && most !== null) return `Between ${number(least)} and ${number(most)}, please.`;
  return tooSmall ? `At least ${number(least)}, please.` : `At most ${number(most)}, please.`;
}
function readNumber(text, unit = "") {
  let plain = text.trim().replaceAll("−", "-").replaceAll(/[\s_’']/g, "");
  if (unit && plain.endsWith(unit.replaceAll(" ", ""))) plain = plain.slice(0, -unit.replaceAll(" ", "").length);
  plain = plain.replace(/[%×x]$/, "");
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(",", "");
  const value = Number(plain.replace(",", "."));
  return plain !== "" && Number.isFinite(value) ? value : Number.NaN;
}
var grouped = (value) => Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toLocaleString("en-US").replace("-", "−") : String(value).replaceAll("-", "−");
function reply({ right, edges = [], replies = [], why = "" }, guess) {
  if (alike(right, guess, edges)) return { right: true, text: `That’s right. ${why ?? ""}`.trimEnd() };
  const words = replies.find(({ guess: wrong }) => alike(wrong, guess, edges))?.words;
  return { right: false, text: words || "Not that one. Have another look at the text above." };
}
function alike(a, b, edges) {
  if (Array.isArray(a)) return a.length === b?.length && a.every((value, n) => value === b[n]);
  const range = (value) => edges.filter((edge) => edge <= value).length;
  return edges.length && typeof b === "number" ? range(a) === range(b) : a === b;
}

// js/predict/controls.js
function makeControl(question, label, changed = () => {
}) {
  const make = { number: numberControl, choice: choiceControl, cell: cellControl, curve: curveControl }[question.kind];
  if (!make) throw new Error(`a question of the kind ${question.kind} is not known`);
  return make(question, label, changed);
}
function numberControl(question, label, changed) {
  const { unit = "" } = question;
  const field = h("input", {
    class: "cs-guess-number",
    "aria-label": unit ? `${label} In ${unit === "%" ? "per cent" : unit}` : label,
    inputmode: "decimal",
    autocomplete: "off",
    spellcheck: "false",
    oninput: () => changed(value())
  });
  const read = () => readNumber(field.value, unit);
  const value = () => Number.isNaN(read()) ? null : read();
  return {
    node: h("span", { class: "cs-guess-field" }, field, unit && h("span", { "aria-hidden": "true" }, unit)),
    value,
    show: (guess) => {
      if (guess !== value()) field.value = guess === null ? "" : String(guess).replace("-", "−");
    },
    disable: (yes) => {
      field.readOnly = yes;
    },
    problem: () => value() === null ? notANumber(field.value.trim()) : outOfRange(value(), question)
  };
}
function choiceControl({ choices }, label, changed) {
  const name = unique("guess");
  const fields = choices.map((_, n) => h("input", { type: "radio", name, value: n, onchange: () => changed(n) }));
  const value = () => {
    const chosen = fields.findIndex((field) => field.checked);
    return chosen < 0 ? null : chosen;
  };
  return {
    node: h(
      "div",
      { class: "cs-guess-choices", role: "radiogroup", "aria-label": label },
      choices.map((text, n) => h("label", {}, fields[n], h("span", {}, curly(text))))
    ),
    value,
    show: (guess) => fields.forEach((field, n) => {
      field.checked = n === guess;
    }),
    disable: (yes) => fields.forEach((field) => {
      field.disabled = yes && !field.checked;
    }),
    problem: () => value() === null ? "Choose one." : ""
  };
}
var STEPS2 = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
function cellControl({ cells }, label, changed) {
  let chosen = null;
  let shut = false;
  const nameOf = (r, c) => `row ${r}, column ${c}${cells[r][c] === "" ? "" : `: ${cellText(cells[r][c])}`}`;
  const buttons = cells.map(
    (row, r) => row.map(
      (text, c) => h(
        "button",
        { type: "button", role: "gridcell", tabindex: "-1", "aria-label": nameOf(r, c), onclick: () => choose(r, c) },
        cellText(text)
      )
    )
  );
  const show = (guess) => {
    chosen = guess;
    const [row, col] = guess ?? [0, 0];
    buttons.forEach(
      (line, r) => line.forEach((button, c) => {
        button.setAttribute("aria-selected", String(guess !== null && r === row && c === col));
        button.tabIndex = r === row && c === col ? 0 : -1;
      })
    );
  };
  const choose = (r, c) => {
    if (shut) return;
    show([r, c]);
    changed([r, c]);
  };
  const move = (event) => {
    const at = buttons.flatMap((line, r) => line.map((button, c) => [button, r, c])).find(([b]) => b === event.target);
    const step = STEPS2[event.key];
    if (!at || !step) return;
    event.preventDefault();
    const next = buttons[at[1] + step[0]]?.[at[2] + step[1]];
    if (!next) return;
    at[0].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
  const rows = buttons.map((line) => h("div", { role: "row" }, line));
  const node = h("div", { class: "cs-guess-cells", role: "grid", "aria-label": label, onkeydown: move }, rows);
  show(null);
  return {
    node,
    value: () => chosen,
    show,
    disable: (yes) => {
      shut = yes;
      node.setAttribute("aria-readonly", String(yes));
    },
    problem: () => chosen === null ? "Click a cell." : ""
  };
}
function showProblem(node, text) {
  node.hidden = !text;
  say(node, text);
}

// js/predict/index.js
var WHAT = ["ask", "kind", "choices", "unit", "least", "most", "cells", "curve", "right", "edges", "replies"];
var View = class extends WidgetView {
  constructor(model, el) {
    super(model, el, ["question", ...WHAT, "guess", "shown"]);
    this.build();
    this.update();
  }
  get isExercise() {
    const right = this.model.get("right");
    return right !== null && right !== void 0;
  }
  build() {
    this.ask = h("p", { class: "cs-guess-ask" });
    this.place = h("div", { class: "cs-guess-place" });
    this.problem = h("p", { class: "cs-problem", role: "alert", hidden: true });
    this.said = h("p", { class: "cs-guess-said" });
    this.take = h("button", { type: "button", class: "cs-button cs-guess-take", onclick: () => this.guess() });
    this.show = h(
      "button",
      { type: "button", class: "cs-button cs-guess-plain", onclick: () => this.reveal() },
      "Show me"
    );
    this.go = h(
      "button",
      { type: "button", class: "cs-button", onclick: () => this.dispatch(true) },
      "Read the answer"
    );
    this.again = h(
      "button",
      { type: "button", class: "cs-button cs-guess-plain", onclick: () => this.reopen() },
      "Change my guess"
    );
    this.place.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input")) return;
      event.preventDefault();
      this.guess();
    });
    const buttons = h("div", { class: "cs-guess-buttons" }, this.take, this.show, this.go, this.again);
    this.title = h("p", { class: "cs-guess-title" });
    this.open(
      "predict",
      "A question",
      this.title,
      this.ask,
      h("div", {}, this.place, this.problem, this.said, buttons)
    );
  }
  // ---- from the reader to the model -----------------------------------------------------------------
  // Another answer is being given: what was said to the last one no longer holds.
  alter() {
    showProblem(this.problem, "");
    if (!this.isExercise) return;
    this.changing = true;
    this.announce("");
    this.update();
  }
  guess() {
    const problem = this.control.problem();
    showProblem(this.problem, problem);
    if (problem) return;
    this.changing = false;
    this.change({ guess: this.control.value(), shown: true });
    this.update();
    this.announce(this.said.textContent);
    this.dispatch(false);
    if (!this.isExercise) this.go.focus();
  }
  // The answer without a guess.
  reveal() {
    this.change({ shown: true });
    this.dispatch(true);
  }
  reopen() {
    this.changing = true;
    this.update();
    const chosen = this.place.querySelector("input:checked");
    (chosen ?? this.place.querySelector("input, [tabindex='0']")).focus();
  }
  // Ask the host to open the answer; with `go` to take the reader there.
  dispatch(go) {
    if (this.isExercise) return;
    const detail = { question: this.model.get("question"), go };
    this.root.dispatchEvent(new CustomEvent("cs231n-reveal", { bubbles: true, detail }));
  }
  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    this.showTask({});
    const ask = curly(s.ask);
    say(this.ask, ask);
    const what = JSON.stringify(WHAT.map((name) => s[name]));
    if (what !== this.what) {
      this.what = what;
      this.control = makeControl(s, ask, () => this.alter());
      this.place.replaceChildren(this.control.node);
    }
    const given = fits(s, s.guess);
    const settled = given && !this.changing;
    if (!this.changing) this.control.show(given ? s.guess : this.control.value());
    this.control.disable(settled && !this.isExercise);
    this.control.reveal?.(s.shown === true && !this.changing);
    this.showOutcome(s, settled);
  }
  showOutcome(s, settled) {
    const exercise = this.isExercise;
    say(this.title, exercise ? "Your answer" : "Your guess");
    say(this.take, exercise ? "Check" : "That’s my guess");
    const outcome = settled && exercise ? reply({ ...s, why: this.model.get("why") }, s.guess) : null;
    this.root.classList.toggle("cs-guess-right", Boolean(outcome?.right));
    this.root.classList.toggle("cs-guess-wrong", outcome?.right === false);
    const text = outcome ? `${outcome.right ? "✓" : "✗"} ${curly(outcome.text)}` : `You said ${guessText(s)}.`;
    const came = s.shown === true && !this.changing ? realText(s) : "";
    const words = [settled ? text : "", came].filter(Boolean).join(" ");
    say(this.said, words);
    this.said.hidden = !words;
    this.take.hidden = settled && !exercise;
    this.show.hidden = exercise || settled || s.shown === true;
    this.go.hidden = exercise || !(settled || s.shown === true);
    this.again.hidden = exercise || !settled;
  }
};
var predict_default = widget(View);
export {
  predict_default as default
};
