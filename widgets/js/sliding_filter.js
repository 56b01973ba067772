// SlidingFilter: what the reader does becomes a change of the model, and what the model holds is shown.
import { facts, meets, mismatch, place, shape, walk } from "./conv.js";
import { remember, sized } from "./fill.js";
import { h, icon, say } from "./dom.js";
import { formula_lines, make_controls } from "./controls.js";
import { fit_sentence, sum_sentence, window_sentence } from "./words.js";
import { Picture } from "./picture.js";

const NUMBERS = ["x", "w", "b", "stride", "pad", "dilation"];
const POSITION = ["row", "col", "k"];
const TRAIT = { S: "stride", P: "pad", dilation: "dilation" };
const PLAY = "M4 2.5v11l9-5.5z", PAUSE = "M4 2.5h3v11H4zM9 2.5h3v11H9z";
const BACK = "M12 2.5v11L5.5 8zM3.5 2.5h1.6v11H3.5z", NEXT = "M4 2.5v11L10.5 8zM10.9 2.5h1.6v11h-1.6z";

class View {
  constructor(model, el) {
    Object.assign(this, { model, el, kept: {}, timer: null, queued: false, shown: {} });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.picture = new Picture({
      move: (at) => this.change(at), number: (...edit) => this.set_number(...edit), play: () => this.toggle(),
      step: (n) => this.step(n), refuse: (text) => this.refuse(text), note: (text) => this.note(text),
      hold: () => this.hold(), playing: () => this.timer !== null,
    });
    this.controls = make_controls((letter, value) => this.resize(letter, value));
    this.build();
    this.listener = () => this.queue();
    for (const name of [...NUMBERS, ...POSITION, "caption", "task", "goal"]) model.on(`change:${name}`, this.listener);
    this.first = Object.fromEntries([...NUMBERS, ...POSITION].map((name) => [name, model.get(name)]));
    this.update();
    this.watch = new ResizeObserver(() => this.fit());
    this.watch.observe(this.root);
  }

  build() {
    const button = (text, path, act, name) => h("button", { type: "button", class: `cs-button cs-${name}`, onclick: act }, path ? icon(path) : null, h("span", {}, text));
    this.play_button = button("Play", PLAY, () => this.toggle(), "play");
    this.player = h("div", { class: "cs-player", role: "group", "aria-label": "Slide the filter" },
      button("Back", BACK, () => this.step(-1), "back"), this.play_button, button("Step", NEXT, () => this.step(1), "step"),
      button("Reset", null, () => this.reset(), "reset"));
    Object.assign(this, {
      caption: h("p", { class: "cs-caption" }), task: h("p", { class: "cs-task" }), formula: h("div", { class: "cs-formula" }),
      fit_text: h("p", { class: "cs-fit" }), sentence: h("p", { class: "cs-sentence" }), aside: h("p", { class: "cs-note" }),
      live: h("p", { class: "cs-live", role: "status" }), problem: h("p", { class: "cs-problem", hidden: true }),
    });
    this.body = h("div", { class: "cs-body" }, this.controls.node,
      h("div", { class: "cs-size" }, h("div", { class: "cs-line" }, this.formula, this.player), this.fit_text), this.picture.node,
      h("div", { class: "cs-words" }, this.sentence, this.aside));
    // Jupyter's shortcuts stay out: the attribute for those that listen first, stopPropagation for the rest. Some of
    // them are bound to whatever has the focus, so that has to carry the attribute itself.
    this.root = h("section", { class: "cs-widget cs-sliding", "aria-label": "Sliding filter", "data-lm-suppress-shortcuts": "true" },
      this.caption, this.task, this.problem, this.body, this.live);
    this.root.addEventListener("focusin", (event) => event.target.setAttribute("data-lm-suppress-shortcuts", "true"));
    this.root.addEventListener("keydown", (event) => event.stopPropagation());
    this.el.append(this.root);
  }

  // ---- from the reader to the model -----------------------------------------------------------------
  read() {
    return Object.fromEntries([...NUMBERS, ...POSITION].map((name) => [name, this.model.get(name)]));
  }

  change(values) {
    const news = Object.entries(values).filter(([name, value]) => this.model.get(name) !== value);
    if (!news.length) return;
    for (const [name, value] of news) this.model.set(name, value);
    this.model.save_changes();
    this.update();
  }

  resize(letter, value) {
    this.pause();
    if (letter in TRAIT) return this.change({ [TRAIT[letter]]: value });
    const size = { ...shape(this.read()), [letter]: value };
    return this.change(sized(size, this.kept));
  }

  set_number(kind, index, value) {
    const { C } = shape(this.read()), name = kind === "x" ? "x" : index[1] < C ? "w" : "b";
    const copy = structuredClone(this.model.get(name)), path = name === "b" ? [index[0]] : index;
    const inner = path.slice(0, -1).reduce((array, n) => array[n], copy);
    inner[path.at(-1)] = value;
    this.change({ [name]: copy });
  }

  reset() {
    this.pause();
    this.kept = {};
    this.change(this.first);
  }

  step(n) {
    this.pause();
    const s = this.read(), at = place(s);
    if (at) this.change(walk(s, at, n) ?? walk(s, { k: 0, row: 0, col: 0 }, n > 0 ? 0 : this.count(s) - 1));
  }

  count(s) {
    const { K, H2, W2 } = shape(s);
    return K * H2 * W2;
  }

  // ---- play: one output after the other; slower, and without gliding, where motion is unwelcome ------------
  toggle() {
    if (this.timer !== null) return this.pause();
    const s = this.read(), at = place(s);
    if (!at) return;
    if (!walk(s, at, 1)) this.change({ row: 0, col: 0, k: 0 });
    this.timer = setInterval(() => this.tick(), this.calm.matches ? 1800 : 850);
    this.show_player();
  }

  tick() {
    const s = this.read(), at = place(s), next = at && walk(s, at, 1);
    if (!next || !this.root.isConnected) return this.pause();
    this.change(next);
  }

  pause() {
    if (this.timer === null) return;
    clearInterval(this.timer);
    this.timer = null;
    this.show_player();
    this.announce(this.sentence.textContent);
  }

  show_player() {
    const on = this.timer !== null;
    this.play_button.replaceChildren(icon(on ? PAUSE : PLAY), h("span", {}, on ? "Pause" : "Play"));
  }

  // ---- from the model to the page -----------------------------------------------------------------------
  queue() {
    if (this.queued) return;
    this.queued = true;
    queueMicrotask(() => this.queued && this.update()); // several changes that come together are shown together
  }

  update() {
    this.queued = false;
    const s = this.read(), wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
    say(this.caption, this.model.get("caption") ?? "");
    if (wrong) return say(this.problem, wrong);
    for (const name of ["x", "w", "b"]) this.kept[name] = remember(this.kept[name], s[name]);
    const old = this.shown, size = JSON.stringify(shape(s));
    const fresh = NUMBERS.some((name) => old[name] !== s[name]);
    if (size !== this.size) this.picture.build(s);
    if (fresh || size !== this.size) this.show_values(s);
    this.picture.move(s);
    if (size !== this.size) this.picture.fit(this.width());
    this.size = size;
    this.shown = s;
    this.show_words(s, fresh && old.x !== undefined);
  }

  show_values(s) {
    this.picture.values(s);
    this.controls.show(shape(s));
    this.formula.replaceChildren(...formula_lines(s));
    const { fine, text } = fit_sentence(s);
    this.fit_text.className = `cs-fit${fine ? "" : " cs-misfit"}`;
    say(this.fit_text, text);
  }

  show_words(s, fresh) {
    const at = place(s), calc = this.picture.calc;
    say(this.sentence, at ? sum_sentence(at, calc) : "No output to work out.");
    this.warning = null;
    this.spare = at ? window_sentence(s, at, calc) : "";
    say(this.aside, this.spare);
    const task = this.model.get("task"), met = meets(this.model.get("goal"), facts(s));
    const news = met && !this.met ? " That meets the task." : "";
    this.met = met;
    this.task.hidden = !task;
    this.task.classList.toggle("cs-met", met);
    this.task.replaceChildren(h("b", {}, met ? "✓ Done" : "Try it"), ` ${task}`);
    this.announce(`${fresh ? `${this.fit_text.textContent} ` : ""}${this.sentence.textContent}.${news}`);
  }

  note(text) {
    say(this.aside, this.warning || text || this.spare || "");
  }

  // Say why a number was not taken; it stays until the reader does something else.
  refuse(text) {
    this.warning = text;
    this.note();
    this.announce(text);
  }

  hold() {
    this.pause();
    this.warning = null;
    this.note();
  }

  // Tell a screen reader, once the reader pauses.
  announce(text) {
    clearTimeout(this.later);
    if (this.timer === null && this.watch) this.later = setTimeout(() => say(this.live, text), 400);
  }

  width() {
    return this.root.clientWidth || 680;
  }

  fit() {
    if (this.root.clientWidth && this.size) this.picture.fit(this.root.clientWidth);
  }

  destroy() {
    this.pause();
    clearTimeout(this.later);
    this.watch.disconnect();
    for (const name of [...NUMBERS, ...POSITION, "caption", "task", "goal"]) this.model.off(`change:${name}`, this.listener);
  }
}

function render({ model, el }) {
  const view = new View(model, el);
  return () => view.destroy();
}

export default { render };
