// Tasks one after the other: the next one comes when the one before has its answer.
import { h, say } from "../shared/dom.js";
import { curly } from "../shared/numerals.js";

export class Steps {
  // `pick` hears of the choice that the reader clicks.
  constructor(pick) {
    this.pick = pick;
    this.done = 0;
    this.node = h("ol", { class: "cs-tasks" });
  }

  // Show the tasks up to the open one; it is met when each entry of its goal equals the fact of that name, and the
  // reader has `acted` since it was asked. Returns the news.
  show(tasks, known, acted) {
    const asked = JSON.stringify(tasks);
    if (asked !== this.asked) Object.assign(this, { asked, done: 0 });
    const open = tasks[this.done];
    const met = open && acted && Object.entries(open.goal).every(([name, value]) => known[name] === value);
    if (met) this.done++;
    const shown = `${asked} ${this.done} ${open?.choices ? known.picked : ""}`;
    if (shown === this.shown) return "";
    this.shown = shown;
    const items = tasks.slice(0, this.done + 1).map((task, n) => this.item(task, n, tasks.length, known));
    this.node.hidden = !items.length;
    this.replace(items);
    if (!met) return open?.choices && known.picked && acted ? ` ${missed(known)}` : "";
    const next = tasks[this.done];
    return ` That meets the task. ${curly(open.why ?? "")}${next ? ` The next: ${curly(next.task)}` : ""}`.trimEnd();
  }

  // The choices are new elements; the focus stays on the one that was picked.
  replace(items) {
    const active = this.node.getRootNode().activeElement;
    const choice = this.node.contains(active) ? active.textContent : null;
    this.node.replaceChildren(...items);
    if (choice) [...this.node.querySelectorAll("button")].find((button) => button.textContent === choice)?.focus();
  }

  item({ task, choices, why }, n, count, known) {
    const done = n < this.done;
    const step = count > 1 ? `Step ${n + 1} of ${count}` : "Try it";
    const parts = [h("b", {}, done ? "✓ Done" : step), ` ${curly(task)}`, done && why ? ` ${curly(why)}` : ""];
    const item = h("li", { class: `cs-task${done ? " cs-met" : ""}` }, parts);
    if (choices && !done) item.append(this.choices(choices, known));
    return item;
  }

  choices(choices, known) {
    const button = (text) =>
      h("button", { type: "button", class: "cs-button", onclick: () => this.pick(text) }, curly(text));
    const note = h("span", { class: "cs-missed" });
    say(note, known.picked ? missed(known) : "");
    return h("div", { class: "cs-choices" }, choices.map(button), note);
  }
}

const missed = ({ picked }) => `Not ${curly(picked)}: see more of it.`;
