// js/page/address.js
var LONGEST = 4e3;
var FIXED = /* @__PURE__ */ new Set([
  "caption",
  "task",
  "goal",
  "why",
  "knobs",
  "costs",
  "presets",
  "labels",
  "compact",
  "net",
  "nets",
  "tree",
  "start",
  "pixels",
  "height",
  "width",
  "columns",
  "picture",
  "tasks",
  "picked",
  "compare",
  "digits",
  "record",
  "about",
  "mode",
  "wall",
  "frame",
  "running",
  "command",
  "answered",
  "problem",
  "reached",
  "own",
  "found",
  "marks",
  "checked",
  "ask",
  "least"
]);
function readAddress(hash) {
  if (!hash.startsWith("#w-") || hash.length > LONGEST) return null;
  const [id, ...query] = hash.slice(1).split("?");
  const values = {};
  for (const [name, text] of new URLSearchParams(query.join("?"))) values[name] = parse(text);
  return { id, values };
}
function writeAddress(id, first, now) {
  const query = new URLSearchParams();
  for (const name of Object.keys(first).filter((name2) => !FIXED.has(name2))) {
    if (JSON.stringify(now[name]) !== JSON.stringify(first[name])) query.set(name, format(now[name]));
  }
  return `#${id}${query.size ? `?${query}` : ""}`;
}
function fitting(values, first, limits) {
  const names = Object.keys(values).filter((name) => Object.hasOwn(first, name) && !FIXED.has(name));
  const fine = names.filter(
    (name) => fits(values[name], first[name], limits[name]?.real) && isWithin(values[name], limits[name])
  );
  return Object.fromEntries(fine.map((name) => [name, values[name]]));
}
function isWithin(value, { least = -Infinity, most = Infinity, among = [value] } = {}) {
  return value === null || !(value < least || value > most) && among.includes(value);
}
function fits(value, form, real) {
  if (real) return Number.isFinite(value);
  if (form === null) return value === null || Number.isInteger(value);
  if (Array.isArray(form)) return isTable(value, depth(form));
  if (Number.isInteger(form)) return Number.isInteger(value);
  if (typeof form === "number") return Number.isFinite(value);
  return (typeof form === "boolean" || typeof form === "string") && typeof value === typeof form;
}
var depth = (form) => Array.isArray(form) ? 1 + depth(form[0]) : 0;
function isTable(value, levels) {
  if (!levels) return Number.isFinite(value);
  return Array.isArray(value) && value.length > 0 && value.every((one) => isTable(one, levels - 1));
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
function format(value) {
  return typeof value === "string" && parse(value) === value ? value : JSON.stringify(value);
}

// js/shared/clipboard.js
async function copyText(text) {
  const put = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("copy", put, { capture: true });
  const done = document.execCommand("copy");
  removeEventListener("copy", put, { capture: true });
  if (!done) await navigator.clipboard.writeText(text);
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
var instance = Math.random().toString(36).slice(2, 8);

// js/shared/host_model.js
var isPlain = (value) => Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]";
function isEqual(a, b) {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key2) => Object.hasOwn(b, key2) && isEqual(a[key2], b[key2]));
}
var HostModel = class {
  // `state` is {trait: value}. The host hears of each change by `change:TRAIT`, and of save_changes() by `save`.
  constructor(state) {
    this.state = structuredClone(state);
    this.listeners = [];
    this.changing = false;
    this.again = false;
  }
  get(name) {
    return this.state[name];
  }
  // set("row", 2) or set({ row: 2, col: 0 }). First each trait's listeners hear of it, then those of `change`.
  set(name, value) {
    const given = Object.entries(typeof name === "string" ? { [name]: value } : name);
    const news = given.filter(([key2, now]) => !isEqual(this.state[key2], now));
    if (!news.length) return;
    Object.assign(this.state, Object.fromEntries(news));
    const outermost = !this.changing;
    this.changing = true;
    for (const [key2] of news) this.trigger(`change:${key2}`, this, this.state[key2]);
    this.again = true;
    if (!outermost) return;
    while (this.again) {
      this.again = false;
      this.trigger("change", this);
    }
    this.changing = false;
  }
  save_changes() {
    this.trigger("save", this);
  }
  // `events` are names with spaces between; `owner` is whose listeners off() may take away together.
  on(events, callback, owner) {
    for (const event of events.split(/\s+/)) this.listeners.push({ event, callback, owner });
  }
  off(events, callback, owner) {
    const names = events?.split(/\s+/);
    this.listeners = this.listeners.filter(
      (one) => names && !names.includes(one.event) || callback && callback !== one.callback || owner && owner !== one.owner
    );
  }
  trigger(event, ...details) {
    for (const { callback } of this.listeners.filter((one) => one.event === event)) {
      try {
        callback(...details);
      } catch (error) {
        console.error(error);
      }
    }
  }
  // What one view receives as `model`: its off() reaches its own listeners only.
  facade() {
    const owner = {};
    return {
      get: (name) => this.get(name),
      set: (name, value) => this.set(name, value),
      save_changes: () => this.save_changes(),
      on: (events, callback) => this.on(events, callback, owner),
      off: (events, callback) => this.off(events, callback, owner)
    };
  }
};

// js/page/modules.js
var { files, loaded } = globalThis.cs231nWidgets;
var folder = new URL(".", document.currentScript.src);
var loading = /* @__PURE__ */ new Map();
var limitsOf = (name) => files[name].limits;
function loadModule(name) {
  if (!loading.has(name)) loading.set(name, load(name));
  return loading.get(name);
}
async function load(name) {
  const { script, style } = files[name];
  await Promise.all([
    add("link", { rel: "stylesheet", href: new URL(style, folder).href }),
    add("script", { src: new URL(script, folder).href })
  ]);
  return loaded[name];
}
function add(tag, properties) {
  return new Promise((resolve, reject) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.onload = resolve;
    node.onerror = () => reject(new Error(`${node.src || node.href} can’t be loaded`));
    document.head.append(node);
  });
}

// js/page/place.js
var PAUSE = 400;
var STOPS = "a[href], button:enabled, input:enabled, select, summary, [tabindex]";
var Place = class {
  constructor(node) {
    this.node = node;
    this.name = node.dataset.widget;
    const { state, keep } = JSON.parse(node.querySelector("script").textContent);
    this.first = state;
    this.keep = keep ?? [];
    this.model = new HostModel(state);
    this.foot = h("p", { class: "widget-foot" });
    this.wait();
  }
  // Until the widget is there, its place is what Tab finds: it starts the widget, and hands the focus on to it.
  wait() {
    const { node } = this;
    node.tabIndex = 0;
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", `${this.name.replaceAll("_", " ")}, starting`);
    node.addEventListener("focus", ({ relatedTarget: before }) => {
      this.backwards = before?.compareDocumentPosition(node) === Node.DOCUMENT_POSITION_PRECEDING;
      this.mount();
    });
  }
  // The place itself is no stop any more.
  endWait() {
    const { node } = this;
    const stops = [...node.querySelectorAll(STOPS)].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
    if (document.activeElement === node) stops.at(this.backwards ? -1 : 0)?.focus();
    for (const name of ["tabindex", "role", "aria-label"]) node.removeAttribute(name);
  }
  // Whether its state may stand in an address: a guess may not, since it is the reader's own.
  get linkable() {
    return !("guess" in this.first);
  }
  // Makes the widget live, once. The picture stays in print, and where the widget can't start.
  mount() {
    this.mounted ?? (this.mounted = this.render().catch((error) => {
      console.error(error);
      this.node.dataset.failed = "";
      this.node.append(this.foot);
      say(this.foot, `This widget did not start, so here is its picture. (${error.message})`);
    }).then(() => this.endWait()));
    return this.mounted;
  }
  async render() {
    const { render } = await loadModule(this.name);
    const before = this.node.getBoundingClientRect();
    try {
      this.view(render);
    } catch (error) {
      if (!this.linkable || this.isAsWritten()) throw error;
      console.info(error);
      this.model.set(this.first);
      this.view(render);
    }
    this.node.dataset.live = "";
    if (this.linkable) this.addFoot();
    holdPlace(before, this.node.getBoundingClientRect());
  }
  view(render) {
    const el = h("div", { class: "widget-view" });
    const model = this.model.facade();
    this.node.append(el);
    try {
      render({ model, el });
    } catch (error) {
      model.off();
      el.remove();
      throw error;
    }
  }
  // Shows a state from an address, and brings the widget into sight.
  async visit(values) {
    if (this.linkable) this.model.set({ ...this.first, ...fitting(values, this.first, limitsOf(this.name)) });
    this.node.scrollIntoView();
    await this.mount();
    this.point();
  }
  // Brings the widget into sight, and the focus to it.
  point() {
    this.node.scrollIntoView();
    this.node.tabIndex = -1;
    this.node.focus({ preventScroll: true });
  }
  isAsWritten() {
    return writeAddress(this.node.id, this.first, this.model.state) === `#${this.node.id}`;
  }
  // ---- the link to the present state ------------------------------------------------------------------
  addFoot() {
    const copied = h("span", { role: "status" });
    const button = h(
      "button",
      { type: "button", class: "widget-link", onclick: () => this.copyLink(copied) },
      "Copy link"
    );
    this.foot.append(button, copied);
    this.node.append(this.foot);
    this.model.on("change", () => {
      say(copied, "");
      clearTimeout(this.later);
      this.later = setTimeout(() => this.showAddress(), PAUSE);
    });
  }
  showAddress() {
    clearTimeout(this.later);
    const address = writeAddress(this.node.id, this.first, this.model.state);
    try {
      history.replaceState(history.state, "", address);
    } catch {
    }
    return new URL(address, location.href).href;
  }
  async copyLink(copied) {
    const link = this.showAddress();
    try {
      await copyText(link);
      say(copied, "Copied: a link to this widget as it stands now.");
    } catch {
      say(copied, "The address bar has the link now. Copy it there.");
    }
  }
};
function holdPlace(before, after) {
  if (!CSS.supports("overflow-anchor", "auto") && before.bottom < 0) scrollBy(0, after.height - before.height);
}

// js/shared/numerals.js
function number(value) {
  const short = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
  return short.replace("e+", "e").replaceAll("-", "−");
}
var curly = (text) => text.replaceAll("'", "’");

// js/predict/messages.js
var cellText = (label) => typeof label === "number" ? number(label) : label;
function fits2({ kind, choices, cells, curve }, guess) {
  if (kind === "number") return typeof guess === "number";
  if (kind === "choice") return Number.isInteger(guess) && guess >= 0 && guess < choices.length;
  if (!Array.isArray(guess)) return false;
  if (kind === "cell") return guess.length === 2 && cells[guess[0]]?.[guess[1]] !== void 0;
  return guess.length === curve.at.length && guess.every((value) => typeof value === "number");
}
function guessText(state) {
  const { kind, guess, choices, cells, unit } = state;
  if (!fits2(state, guess)) return "";
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
var grouped = (value) => Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toLocaleString("en-US").replace("-", "−") : String(value).replaceAll("-", "−");

// js/page/kept.js
var page = location.pathname.split("/").pop().replace(/\.html$/, "");
var key = (question) => `cs231n/${page}/${question}`;
function recall(question) {
  try {
    const kept = JSON.parse(localStorage.getItem(key(question)));
    return kept !== null && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}
function store(question, kept) {
  try {
    localStorage.setItem(key(question), JSON.stringify(kept));
  } catch {
  }
}

// js/page/questions.js
var Questions = class {
  constructor(root) {
    this.root = root;
  }
  open(places) {
    this.asked = places.filter((place) => place.keep.length);
    for (const place of this.asked) this.follow(place);
    this.root.addEventListener("cs231n-reveal", ({ detail }) => this.reveal(detail.question, detail.go));
  }
  // Puts back what the reader said last time, and remembers what they say from now on.
  follow({ model, keep }) {
    const question = model.get("question");
    const kept = recall(question);
    model.set(Object.fromEntries(keep.filter((name) => name in kept).map((name) => [name, kept[name]])));
    const quote = () => this.quote(question, model.state);
    for (const name of keep) {
      model.on(`change:${name}`, () => {
        store(question, Object.fromEntries(keep.map((one) => [one, model.get(one)])));
        quote();
      });
    }
    quote();
    if (model.get("shown")) this.reveal(question, false);
  }
  reveal(question, go) {
    const folds = this.root.querySelectorAll(`details.answer[data-question="${CSS.escape(question)}"]`);
    for (const fold of folds) fold.open = true;
    if (!go || !folds.length) return;
    for (const fold of folds) this.addWayBack(fold, question);
    const line = folds[0].querySelector("summary");
    line.scrollIntoView({ block: "start" });
    line.focus({ preventScroll: true });
  }
  // The answer may be screens away from its question: whoever was taken there can go back.
  addWayBack(fold, question) {
    if (fold.querySelector(".way-back")) return;
    const place = this.asked.find(({ model }) => model.get("question") === question);
    const button = h(
      "button",
      { type: "button", class: "widget-link", onclick: () => place.point() },
      "Back to the question"
    );
    fold.append(h("p", { class: "widget-foot way-back" }, button));
  }
  quote(question, state) {
    for (const span of this.root.querySelectorAll(`.cs231n-said--${CSS.escape(question)}`)) {
      const said = guessText(state);
      span.textContent = said && `You said ${said}. `;
    }
  }
};

// js/page/index.js
function start() {
  const places = [...document.querySelectorAll(".widget-place")].map((node) => new Place(node));
  const byNode = new Map(places.map((place) => [place.node, place]));
  new Questions(document).open(places);
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
        near.unobserve(target);
        byNode.get(target).mount();
      }
    },
    { rootMargin: "100% 0px" }
  );
  for (const place of places) {
    if (place.name === "predict") place.mount();
    else near.observe(place.node);
  }
  const follow = () => {
    const named = readAddress(location.hash);
    places.find((place) => place.node.id === named?.id)?.visit(named.values);
  };
  addEventListener("hashchange", follow);
  follow();
  document.documentElement.dataset.widgets = "ready";
}
start();
