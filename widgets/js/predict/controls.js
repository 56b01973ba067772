// The ways to give an answer: a number, one of several, a cell of a table, a curve. The notebook's panel uses them, too,
// for exercises that are answered by a click.
import { h, say, unique } from "../shared/dom.js";
import { curly } from "../shared/numerals.js";
import { curveControl } from "./curve.js";
import { cellText, notANumber, outOfRange, readNumber } from "./messages.js";

/**
 * Make the control of a question: { node, value, show, disable, problem }.
 *
 * `question` has `kind` and what that kind needs: `unit`, `least` and `most`, `choices`, `cells` (rows of labels), `curve`.
 * `value()` returns the reader's present choice, or null; `show(guess)` shows one; `disable(yes)` shuts it;
 * `problem()` says what is still missing, for the reader. `changed(value)` is called whenever the choice changes.
 */
export function makeControl(question, label, changed = () => {}) {
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
    oninput: () => changed(value()),
  });
  const read = () => readNumber(field.value, unit);
  const value = () => (Number.isNaN(read()) ? null : read());
  return {
    node: h("span", { class: "cs-guess-field" }, field, unit && h("span", { "aria-hidden": "true" }, unit)),
    value,
    show: (guess) => {
      if (guess !== value()) field.value = guess === null ? "" : String(guess).replace("-", "−");
    },
    disable: (yes) => {
      field.readOnly = yes;
    },
    problem: () => (value() === null ? notANumber(field.value.trim()) : outOfRange(value(), question)),
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
      choices.map((text, n) => h("label", {}, fields[n], h("span", {}, curly(text)))),
    ),
    value,
    show: (guess) =>
      fields.forEach((field, n) => {
        field.checked = n === guess;
      }),
    disable: (yes) =>
      fields.forEach((field) => {
        field.disabled = yes && !field.checked;
      }),
    problem: () => (value() === null ? "Choose one." : ""),
  };
}

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function cellControl({ cells }, label, changed) {
  let chosen = null;
  let shut = false;
  const nameOf = (r, c) => `row ${r}, column ${c}${cells[r][c] === "" ? "" : `: ${cellText(cells[r][c])}`}`;
  const buttons = cells.map((row, r) =>
    row.map((text, c) =>
      h(
        "button",
        { type: "button", role: "gridcell", tabindex: "-1", "aria-label": nameOf(r, c), onclick: () => choose(r, c) },
        cellText(text),
      ),
    ),
  );
  const show = (guess) => {
    chosen = guess;
    const [row, col] = guess ?? [0, 0];
    buttons.forEach((line, r) =>
      line.forEach((button, c) => {
        button.setAttribute("aria-selected", String(guess !== null && r === row && c === col));
        button.tabIndex = r === row && c === col ? 0 : -1;
      }),
    );
  };
  const choose = (r, c) => {
    if (shut) return;
    show([r, c]);
    changed([r, c]);
  };
  const move = (event) => {
    const at = buttons.flatMap((line, r) => line.map((button, c) => [button, r, c])).find(([b]) => b === event.target);
    const step = STEPS[event.key];
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
    problem: () => (chosen === null ? "Click a cell." : ""),
  };
}

/** Show what is missing, or nothing. */
export function showProblem(node, text) {
  node.hidden = !text;
  say(node, text);
}
