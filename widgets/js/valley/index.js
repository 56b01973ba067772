// Valley: drag the start, choose rules and a rate; the walks follow.
import { makeChoice } from "../shared/choice.js";
import { DescribedView } from "../shared/described.js";
import { h, icon, say } from "../shared/dom.js";
import { number } from "../shared/numerals.js";
import { slider } from "../shared/slider.js";
import { widget } from "../shared/view.js";
import { describe, outcome, sentence } from "./messages.js";
import { facts, mismatch, NAMES, nearestRate, RATES, STEPS, shownNames, study, TURNS } from "./model.js";
import { Picture, sample } from "./picture.js";

const TICK = 60; // milliseconds from one step to the next while it plays
const CALM_TICK = 240; // where motion is unwelcome
const PLAY = "M4 2.5v11l9-5.5z";
const PAUSE = "M4 2.5h3v11H4zM9 2.5h3v11H9z";

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, ["shown", "begin", "rate", "turn", "step", "knobs"], describe);
    const wrong = mismatch(this.read());
    if (wrong) throw new Error(wrong); // a page that has the state from an address takes its own instead
    this.first = this.read();
    this.picture = new Picture((begin) => this.move(begin));
    this.sentence = h("p", { class: "cs-sentence" });
    this.rows = Object.fromEntries(NAMES.map((name) => [name, this.row(name)]));
    const list = h(
      "div",
      { class: "cs-rules", role: "group", "aria-label": "Rules" },
      NAMES.map((name) => this.rows[name].node),
    );
    const below = h("div", { class: "cs-below" }, this.sentence, list);
    this.open("valley", "Valley", this.buildBar(), this.picture.node, this.buildWalk(), below);
    this.update();
  }

  // The rate, the turn of the valley, and the way back to how it began.
  buildBar() {
    this.rate = slider("rate", RATES.length - 1, (at) => this.change({ rate: RATES[at] }));
    this.turns = makeChoice(
      "The valley",
      TURNS.map((turn) => [String(turn), turn ? `turned ${turn}°` : "straight"]),
      (turn) => this.change({ turn: Number(turn) }),
    );
    const reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.restart() }, "Reset");
    return h("div", { class: "cs-options" }, this.rate.node, this.turns.node, reset);
  }

  // How many steps are drawn.
  buildWalk() {
    this.steps = slider("steps", STEPS, (step) => {
      this.pause();
      this.change({ step });
    });
    this.play = h("button", { type: "button", class: "cs-button", onclick: () => this.toggle() });
    return h("div", { class: "cs-options cs-playing" }, this.play, this.steps.node);
  }

  // A rule: whether its walk is shown, and where it is.
  row(name) {
    const field = h("input", { type: "checkbox", onchange: () => this.choose(name, field.checked) });
    const where = h("span", { class: "cs-outcome" });
    const node = h("label", { class: "cs-rule" }, field, sample(name), h("b", {}, name), where);
    return { field, where, node };
  }

  // ---- from the reader to the model -----------------------------------------------------------------------
  move(begin) {
    if (String(begin) !== String(this.model.get("begin"))) this.change({ begin });
  }

  choose(name, on) {
    const now = shownNames(this.read()).filter((one) => one !== name);
    this.change({ shown: NAMES.filter((one) => now.includes(one) || (on && one === name)).join(", ") });
  }

  restart() {
    this.pause();
    const { shown, begin, rate, turn, step } = this.first;
    this.change({ shown, begin, rate, turn, step });
  }

  toggle() {
    if (this.timer) return this.pause();
    if (this.model.get("step") === STEPS) this.change({ step: 0 });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.timer = setInterval(() => this.next(), calm ? CALM_TICK : TICK);
    this.showPlay();
  }

  next() {
    const step = this.model.get("step") + 1;
    this.change({ step: Math.min(step, STEPS) });
    if (step >= STEPS) this.pause();
  }

  pause() {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
    this.update();
  }

  // ---- from the model to the page -------------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    if (mismatch(s)) return;
    const walks = study(s);
    const names = shownNames(s);
    this.picture.show(s, walks, names, this.hasKnob("begin"));
    this.rate.show(nearestRate(s.rate), number(s.rate), this.hasKnob("rate"));
    this.steps.show(s.step, String(s.step), this.hasKnob("step"));
    this.play.hidden = !this.hasKnob("step");
    this.turns.show(String(s.turn));
    this.turns.node.hidden = !this.hasKnob("turn");
    for (const [name, { field, where, node }] of Object.entries(this.rows)) {
      field.checked = names.includes(name);
      field.hidden = !this.hasKnob("shown");
      node.hidden = !this.hasKnob("shown") && (!field.checked || names.length === 1);
      say(where, field.checked ? outcome(walks[name], s.step) : "");
    }
    this.showPlay();
    say(this.sentence, sentence(s));
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (this.spoken && !this.timer) this.announce(`${sentence(s)}${news}`);
    this.spoken = true;
  }

  showPlay() {
    const playing = Boolean(this.timer);
    if (this.playing === playing) return;
    this.playing = playing;
    this.play.replaceChildren(icon(playing ? PAUSE : PLAY), h("span", {}, playing ? "Pause" : "Play"));
  }

  destroy() {
    clearInterval(this.timer);
    super.destroy();
  }
}

export default widget(View);
