// Im2col: what the reader does becomes a change of the model, and what the model holds is shown.
import { mismatch, shape } from "../shared/conv.js";
import { h, say } from "../shared/dom.js";
import { remember, sized } from "../shared/fill.js";
import { makeKnobs } from "../shared/knobs.js";
import { number } from "../shared/numerals.js";
import { PlayedView, Player } from "../shared/player.js";
import { widget } from "../shared/view.js";
import { allMessages, describe } from "./messages.js";
import { facts, windowAt } from "./model.js";
import { Picture } from "./picture.js";

const NUMBERS = ["x", "w", "b", "stride", "pad"];
const KNOBS = [
  ["F", "filter size", 1, 3, "w"],
  ["S", "stride", 1, 3, "s"],
  ["P", "padding", 0, 1, "s"],
];
const TRAIT = { S: "stride", P: "pad" };
const MOST = 9; // times the input: 3×3 windows at stride 1

class View extends PlayedView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, "window", "cell", "knobs"], describe);
    Object.assign(this, { kept: {}, shown: {} });
    this.picture = new Picture({
      move: (window) => this.change({ window }),
      choose: (cell) => this.choose(cell),
      play: () => this.player.toggle(),
      step: (n) => this.step(n),
      note: (text) => this.note(text),
      hold: () => this.player.pause(),
      playing: () => this.player.playing,
    });
    this.player = new Player("Walk through the windows", {
      step: (n) => this.step(n),
      start: () => this.start(),
      next: () => this.root.isConnected && this.next(),
      paused: () => this.announce(this.sentence.textContent),
      reset: () => this.reset(),
    });
    this.controls = makeKnobs(KNOBS, (letter, value) => this.resize(letter, value));
    this.build();
    this.first = super.read();
    this.update();
    this.follow();
  }

  build() {
    const text = (kind) => h("p", { class: `cs-${kind}` });
    Object.assign(this, {
      shapes: text("shapes"),
      memory: text("memory"),
      sentence: text("sentence"),
      aside: text("note"),
      problem: text("problem"),
    });
    this.bars = ["x", "col"].map((kind) => h("span", { class: `cs-bar-${kind}` }));
    const bars = h(
      "div",
      { class: "cs-bars", "aria-hidden": "true" },
      ["input", "X_col"].map((name, n) => h("div", {}, h("span", {}, name), this.bars[n])),
    );
    this.body = h(
      "div",
      { class: "cs-body" },
      h("div", { class: "cs-line" }, this.controls.node, this.player.node),
      h("div", { class: "cs-cost" }, bars, this.memory),
      this.picture.node,
      h("div", { class: "cs-words" }, this.sentence, this.aside, this.shapes),
    );
    this.open("im2col", "im2col: windows as columns", this.problem, this.body);
  }

  // conv.js's state, as far as it is needed here.
  read() {
    return { ...super.read(), dilation: 1 };
  }

  // ---- from the reader to the model -----------------------------------------------------------------
  resize(letter, value) {
    this.player.pause();
    if (letter in TRAIT) return this.change({ [TRAIT[letter]]: value });
    return this.change({ w: sized({ ...shape(this.read()), F: value }, this.kept).w });
  }

  choose(cell) {
    this.player.pause();
    this.change({ cell });
  }

  reset() {
    this.player.pause();
    this.kept = {};
    this.change(this.first);
  }

  // One window on or back; round at the ends.
  step(n) {
    this.player.pause();
    const s = this.read();
    const { columns } = facts(s);
    this.change({ window: (windowAt(s).n + n + columns) % columns });
  }

  start() {
    if (!this.next()) this.change({ window: 0 });
  }

  // One window on; false where there is none.
  next() {
    const s = this.read();
    const { columns } = facts(s);
    const window = windowAt(s).n + 1;
    if (window >= columns) return false;
    this.change({ window });
    return true;
  }

  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
    if (wrong) return say(this.problem, wrong);
    for (const name of ["x", "w", "b"]) this.kept[name] = remember(this.kept[name], s[name]);
    const old = this.shown;
    const size = JSON.stringify(shape(s));
    const fresh = NUMBERS.some((name) => old[name] !== s[name]);
    if (size !== this.size) this.picture.build(s);
    if (fresh) this.picture.values(s);
    if (size !== this.size) this.picture.fit(this.width());
    this.size = size;
    this.shown = s;
    this.showWords(s, fresh && old.x !== undefined, old.cell !== s.cell);
  }

  showWords(s, fresh, picked) {
    const known = facts(s);
    const words = allMessages(s, this.picture.entries, this.picture.results);
    for (const name of ["shapes", "memory"]) say(this[name], words[name]);
    say(this.sentence, words.column);
    this.spare = words.aside;
    this.picture.move(s);
    this.controls.show(shape(s), s.knobs);
    [known.numbers / known.ratio, known.numbers].forEach((count, n) => {
      this.bars[n].style.setProperty("--share", count / (known.numbers / known.ratio) / MOST);
      say(this.bars[n], number(count));
    });
    this.showDescription(s);
    const news = this.showTask(known);
    const lead = fresh ? `${words.memory} ` : "";
    this.announce(`${lead}${picked && words.aside ? words.aside : words.column}${news}`);
  }

  note(text) {
    say(this.aside, text || this.spare || "");
  }
}

export default widget(View);
