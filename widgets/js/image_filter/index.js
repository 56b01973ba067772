// ImageFilter: what the reader does becomes a change of the model, and what the model holds is shown.

import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { curly, number } from "../shared/numerals.js";
import { widget } from "../shared/view.js";
import { describe, flatMessage, sumMessage } from "./messages.js";
import { facts, parsed } from "./model.js";
import { Calculation, Picture } from "./picture.js";

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, ["picture", "filter", "row", "col", "tasks"], describe);
    Object.assign(this, { shown: {}, done: new Set() });
    this.picture = new Picture((at) => this.change(at));
    this.calc = new Calculation((n, field, final) => this.setWeight(n, field, final));
    this.build();
    this.first = this.read();
    this.update();
  }

  build() {
    Object.assign(this, {
      list: h("ol", { class: "cs-tasks" }),
      sentence: h("p", { class: "cs-sentence" }),
      flat: h("p", { class: "cs-flat" }),
      aside: h("p", { class: "cs-hint" }),
    });
    const reset = h("button", { type: "button", class: "cs-button", onclick: () => this.reset() }, "Reset");
    const words = h("div", { class: "cs-words" }, this.sentence, this.flat, this.aside);
    const below = h("div", { class: "cs-below" }, this.calc.node, h("div", {}, words, reset));
    this.open("imagefilter", "Filter on a photograph", this.list, this.picture.node, below);
  }

  // ---- from the reader to the model -----------------------------------------------------------------
  // What is typed counts at once if it is a number; if it is none, the weight stays and a word says so at the end.
  setWeight(n, field, final) {
    const value = parsed(field.value);
    const filter = structuredClone(this.model.get("filter"));
    const old = filter[Math.floor(n / 3)][n % 3];
    this.warning = null;
    this.acted = true; // a key in a field is heard here first
    if (value !== null) {
      filter[Math.floor(n / 3)][n % 3] = value;
      if (value !== old) this.change({ filter });
    }
    if (final) {
      if (value === null)
        this.refuse(`“${field.value}” is not a number from −99 to 99; the weight stays ${number(old)}.`);
      this.calc.write(this.read());
    }
  }

  reset() {
    this.warning = null;
    this.change({ filter: this.first.filter, row: this.first.row, col: this.first.col });
    this.note();
  }

  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    if (String(s.filter.map((row) => row.length)) !== "3,3,3") throw new Error("A filter has 3×3 weights.");
    const fresh = s.picture !== this.shown.picture || s.filter !== this.shown.filter;
    if (s.picture !== this.shown.picture) this.picture.build(s);
    if (fresh) this.picture.filter(s);
    this.picture.show(s);
    this.calc.show(s);
    const first = !this.shown.picture;
    this.shown = s;
    say(this.sentence, sumMessage(s));
    say(this.flat, flatMessage(s));
    this.note();
    this.showDescription(s);
    const known = facts(s);
    const news = this.showTask(known) + this.showTasks(known);
    if (!first) this.announce(`${fresh ? `${flatMessage(s)} ` : ""}${sumMessage(s)}${news}`);
  }

  // Several tasks: each is done once its goal was met, and says why. Returns the news.
  showTasks(known) {
    const tasks = this.model.get("tasks") ?? [];
    let news = "";
    tasks.forEach(({ goal, why }, n) => {
      const met = Object.entries(goal).every(([name, value]) => known[name] === value);
      if (!met || !this.acted || this.done.has(n)) return;
      this.done.add(n);
      news += ` That meets a task. ${curly(why ?? "")}`.trimEnd();
    });
    const state = JSON.stringify([tasks, [...this.done]]);
    if (state === this.told) return news;
    this.told = state;
    this.list.hidden = !tasks.length;
    this.list.replaceChildren(
      ...tasks.map(({ task, why }, n) => {
        const done = this.done.has(n);
        const parts = [h("b", {}, done ? "✓ Done" : "Try it"), ` ${curly(task)}`, done && why ? ` ${curly(why)}` : ""];
        return h("li", { class: `cs-task${done ? " cs-met" : ""}` }, parts);
      }),
    );
    return news;
  }

  note() {
    say(
      this.aside,
      this.warning || "Type other weights: −1, 0.5 or 1/9. Point at a pixel, or move with the arrow keys.",
    );
  }
}

export default widget(View);
