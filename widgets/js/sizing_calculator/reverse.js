// The question backwards: from W to a size, which F, S, P? The answers in a table, and what is left out with reasons.
import { h, unique } from "../shared/dom.js";
import { knob } from "../shared/knobs.js";
import { grouped, plural, signed } from "../shared/numerals.js";
import { dilatedSize, windowWeights } from "../shared/sizing.js";
import { answers } from "./model.js";

const TITLES = {
  over: "Cells left over",
  even: "Even filters",
  large: "Large filters",
  half: "More than half padding",
  skips: "Skipped cells",
  zeros: "Only zeros",
};
const FEW = 8; // answers in sight at once

export class Reverse {
  // on: { target(size), take({ F, S, P }) }
  constructor(on, most) {
    this.on = on;
    this.field = knob(["target", "output size", 1, most, "y"], (_, value) => on.target(value));
    this.question = h("p", { class: "cs-question" });
    this.body = h("div", { class: "cs-answers" });
    this.node = h(
      "div",
      { class: "cs-reverse", role: "group", "aria-label": "Which F, S, P?" },
      h("div", { class: "cs-ask" }, this.question, this.field.node),
      this.body,
    );
  }

  show(s) {
    this.field.show(s.target);
    const key = [s.W, s.target, s.dilation, s.D].join();
    if (key !== this.key) this.build(s);
    this.key = key;
    for (const {
      field,
      setting: [F, S, P],
    } of this.choices)
      field.checked = F === s.F && S === s.S && P === s.P;
  }

  choice(setting, name) {
    const [F, S, P] = setting;
    const field = h("input", {
      type: "radio",
      name,
      "aria-label": `F ${F}, S ${S}, P ${P}`,
      onchange: () => this.on.take({ F, S, P }),
    });
    this.choices.push({ field, setting });
    return field;
  }

  build(s) {
    const { good, leftOut } = answers(s);
    const name = unique("answer");
    this.choices = [];
    this.question.replaceChildren(
      "From ",
      h("b", { class: "cs-ink-x" }, String(s.W)),
      " to ",
      h("b", { class: "cs-ink-y" }, String(s.target)),
      ": which ",
      h("i", {}, "F, S, P"),
      "?",
    );
    this.body.replaceChildren(
      h("p", { class: "cs-found" }, this.summary(s, good)),
      ...(good.length ? [this.table(s, good, name)] : []),
      ...(leftOut.length
        ? [
            h("p", { class: "cs-leftout-title" }, "Left out, and why"),
            h(
              "ul",
              { class: "cs-leftout" },
              leftOut.map((group) => this.group(group, name)),
            ),
          ]
        : []),
    );
  }

  summary(s, good) {
    if (!good.length) return `No setting makes ${s.target} of ${s.W} without a catch.`;
    return good.length === 1 ? "One setting answers it." : `${plural(good.length, "setting")} answer it. Choose one.`;
  }

  table(s, good, name) {
    const head = ["", "F", "S", "P", "the formula", "weights of a filter"].map((text) =>
      h("th", { scope: "col" }, text || h("span", { class: "cs-live" }, "use")),
    );
    const rows = good.map((setting) => {
      const [F, S, P] = setting;
      const field = this.choice(setting, name);
      const pick = (event) => {
        if (event.target === field) return;
        field.focus(); // so that arrows go on from here
        field.click();
      };
      const sum = [h("span", {}, `(${s.W} − ${dilatedSize(F, s.dilation)} + ${2 * P})/${S} + 1`), ` = ${s.target}`];
      return h(
        "tr",
        { onclick: pick },
        h("td", {}, field),
        [F, S, P].map((n) => h("td", {}, String(n))),
        h("td", { class: "cs-sumline" }, sum),
        h("td", {}, grouped(windowWeights(F, s.D))),
      );
    });
    return h(
      "div",
      {
        class: `cs-table${good.length > FEW ? " cs-long" : ""}`,
        ...(good.length > FEW ? { tabindex: "0", role: "region", "aria-label": "Answers" } : {}),
      },
      h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows)),
    );
  }

  group({ name, count, shown, message }, radio) {
    const chips = shown.map((setting) => {
      const [F, S, P] = setting;
      return h("label", { class: "cs-chip" }, this.choice(setting, radio), h("span", {}, `${F}/${S}/${P}`));
    });
    return h(
      "li",
      {},
      h("p", {}, h("b", {}, TITLES[name]), ` (${plural(count, "setting")}). ${signed(message)}`),
      h("div", { class: "cs-chips" }, h("small", {}, "F/S/P"), chips),
    );
  }
}
