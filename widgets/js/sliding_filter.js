// SlidingFilter: what the reader does becomes a change of the model, and what the model holds is shown.
import { facts, mismatch, place, shape, walk } from "./conv.js";
import { remember, sized } from "./fill.js";
import { h, icon, say } from "./dom.js";
import { formula_lines } from "./formula.js";
import { make_knobs } from "./knobs.js";
import { fit_sentence, sum_sentence, window_sentence } from "./words.js";
import { Picture } from "./picture.js";
import { WidgetView } from "./view.js";

const NUMBERS = ["x", "w", "b", "stride", "pad", "dilation"];
const POSITION = ["row", "col", "k"];
const KNOBS = [ // letter, name, least, most, colour of the volume that it belongs to
  ["W", "width", 1, 9, "x"], ["H", "height", 1, 9, "x"], ["C", "depth", 1, 3, "x"],
  ["K", "filters", 1, 3, "w"], ["F", "filter size", 1, 5, "w"],
  ["S", "stride", 1, 5, "s"], ["P", "padding", 0, 4, "s"], ["dilation", "dilation", 1, 3, "s"],
];
const TRAIT = { S: "stride", P: "pad", dilation: "dilation" };
const PLAY = "M4 2.5v11l9-5.5z", PAUSE = "M4 2.5h3v11H4zM9 2.5h3v11H9z";
const BACK = "M12 2.5v11L5.5 8zM3.5 2.5h1.6v11H3.5z", NEXT = "M4 2.5v11L10.5 8zM10.9 2.5h1.6v11h-1.6z";

class View extends WidgetView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, ...POSITION]);
    Object.assign(this, { kept: {}, timer: null, shown: {} });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.picture = new Picture({
      move: (at) => this.change(at), number: (...edit) => this.set_number(...edit), play: () => this.toggle(),
      step: (n) => this.step(n), refuse: (text) => this.refuse(text), note: (text) => this.note(text),
      hold: () => this.hold(), playing: () => this.timer !== null,
    });
    this.controls = make_knobs(KNOBS, (letter, value) => this.resize(letter, value));
    this.build();
    this.first = this.read();
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
      formula: h("div", { class: "cs-formula" }),
      fit_text: h("p", { class: "cs-fit" }), sentence: h("p", { class: "cs-sentence" }), aside: h("p", { class: "cs-note" }),
      problem: h("p", { class: "cs-problem", hidden: true }),
    });
    this.body = h("div", { class: "cs-body" }, this.controls.node,
      h("div", { class: "cs-size" }, h("div", { class: "cs-line" }, this.formula, this.player), this.fit_text), this.picture.node,
      h("div", { class: "cs-words" }, this.sentence, this.aside));
    this.open("sliding", "Sliding filter", this.problem, this.body);
  }

  // ---- from the reader to the model -----------------------------------------------------------------
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
  update() {
    this.queued = false;
    const s = this.read(), wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
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
    this.formula.replaceChildren(...formula_lines(shape(s)));
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
    const news = this.show_task(facts(s));
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

  announce(text) {
    clearTimeout(this.later);
    if (this.timer === null && this.watch) super.announce(text);
  }

  width() {
    return this.root.clientWidth || 680;
  }

  fit() {
    if (this.root.clientWidth && this.size) this.picture.fit(this.root.clientWidth);
  }

  destroy() {
    this.pause();
    super.destroy();
  }
}

function render({ model, el }) {
  const view = new View(model, el);
  return () => view.destroy();
}

export default { render };
