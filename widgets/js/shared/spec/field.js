// The text: a field to type in, and behind it the same text with marks where something is wrong or chosen.

import { h } from "../dom.js";
import { tokenAt } from "./grammar.js";

export const LONGEST = 1000;

export class TextField {
  constructor(change) {
    this.back = h("div", { class: "cs-net-back", "aria-hidden": "true" });
    this.field = h("textarea", {
      class: "cs-net-field",
      "aria-label": "The net as text",
      rows: 1,
      spellcheck: "false",
      autocapitalize: "off",
      autocomplete: "off",
      autocorrect: "off",
      maxlength: LONGEST,
      oninput: () => change(this.field.value),
    });
    this.node = h("div", { class: "cs-net-text" }, this.back, this.field);
  }

  // `words` are those of the chosen rows, `over` those whose windows leave cells over.
  show(s, net, words, over) {
    if (this.field.value !== s.spec) this.field.value = s.spec;
    this.field.setAttribute("aria-invalid", String(Boolean(net.error)));
    const marks = [
      ...words.map((word) => ["cs-net-chosen", word.place, word.end]),
      ...over.map((word) => ["cs-net-over", word.place, word.end]),
    ];
    if (net.error) marks.push(["cs-net-wrong", net.error.place, this.endOf(net)]);
    const cuts = new Set([0, net.text.length, ...marks.flatMap(([, from, to]) => [from, to])]);
    const edges = [...cuts].sort((a, b) => a - b);
    const pieces = edges.slice(0, -1).map((from, n) => {
      const kinds = marks.filter(([, start, end]) => start <= from && end > from).map(([kind]) => kind);
      const text = s.spec.slice(from, edges[n + 1]);
      if (!kinds.length) return text;
      if (marks.some(([kind, start]) => kind === "cs-net-wrong" && start === from)) kinds.push("cs-net-here");
      return h("span", { class: kinds.join(" ") }, text);
    });
    // What is wrong at the end has no letter of its own.
    const end = net.error && net.error.place >= net.text.length;
    this.back.replaceChildren(...pieces, end ? h("span", { class: "cs-net-wrong cs-net-here" }, " ") : "", "\u200b");
  }

  // Where the mark of an error ends: a layer's word with its arguments, else a token.
  endOf({ text, error, rows, input }) {
    const word = error.row === undefined ? null : rows[error.row].word;
    if (word) return word.end;
    if (input?.place === error.place && !rows.length) return input.end;
    return error.place + tokenAt(text, error.place).length;
  }
}
