// Predict: a question with a place for the reader's guess. Whoever shows it (the book's page, the notebook's extension)
// keeps `guess` and `shown`, and opens the answer, which is ordinary text, on the event `cs231n-reveal`.
//
// On a page of the book an exercise of judgement is shown by the same view. Then the state has `right` (the right guess),
// `edges` (where the ranges of a number begin), `replies`, [{ guess, words }], and perhaps `why`, and a guess gets its
// words at once.
import { h, say } from "../shared/dom.js";
import { curly } from "../shared/numerals.js";
import { WidgetView, widget } from "../shared/view.js";
import { makeControl, showProblem } from "./controls.js";
import { fits, guessText, realText, reply } from "./messages.js";

const WHAT = ["ask", "kind", "choices", "unit", "least", "most", "cells", "curve", "right", "edges", "replies"];

class View extends WidgetView {
  constructor(model, el) {
    super(model, el, ["question", ...WHAT, "guess", "shown"]);
    this.build();
    this.update();
  }

  get isExercise() {
    const right = this.model.get("right");
    return right !== null && right !== undefined;
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
      "Show me",
    );
    this.go = h(
      "button",
      { type: "button", class: "cs-button", onclick: () => this.dispatch(true) },
      "Read the answer",
    );
    this.again = h(
      "button",
      { type: "button", class: "cs-button cs-guess-plain", onclick: () => this.reopen() },
      "Change my guess",
    );
    // No form, which a sandboxed frame wouldn't send: Enter in a field gives the guess here.
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
      h("div", {}, this.place, this.problem, this.said, buttons),
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
}

export default widget(View);
