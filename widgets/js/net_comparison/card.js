// A net in numbers, and where its weights and its work are: a line for each part of it, with two bars.
import { h, say } from "../shared/dom.js";
import { bytesText, macsText, percent, top1Text } from "./messages.js";

const FIGURES = [
  ["top-1", top1Text],
  ["weights", ({ weights }) => bytesText(weights)],
  ["multiply-adds", ({ macs }) => macsText(macs)],
  ["memory at test time", ({ memory }) => bytesText(memory)],
];
const COLUMNS = [
  ["weights", bytesText],
  ["macs", macsText],
];

export class Card {
  // `kind` is "chosen" or "beside", for the colour.
  constructor(kind) {
    this.name = h("p", { class: "cs-name" });
    this.figures = FIGURES.map(() => h("dd", {}));
    const list = FIGURES.map(([title], n) => h("div", {}, h("dt", {}, title), this.figures[n]));
    this.body = h("tbody", {});
    const heads = ["layers", "weights", "multiply-adds"].map((title) => h("th", { scope: "col" }, title));
    this.table = h("table", {}, h("thead", {}, h("tr", {}, heads)), this.body);
    this.node = h("div", { class: `cs-card cs-${kind}` }, this.name, h("dl", {}, list), this.table);
  }

  // `lines` are those of the net with the most parts, so that nothing below moves from net to net.
  show(net, lines) {
    if (this.shown === net) return;
    this.shown = net;
    say(this.name, net.name);
    this.table.setAttribute("aria-label", `Where ${net.name} has its weights and its work`);
    FIGURES.forEach(([, text], n) => {
      say(this.figures[n], text(net));
    });
    const empty = Array.from({ length: lines - net.parts.length }, () =>
      h("tr", { "aria-hidden": "true" }, h("td", { colspan: 3 })),
    );
    this.body.replaceChildren(...net.parts.map((part) => row(net, part)), ...empty);
  }
}

function row(net, part) {
  const cells = COLUMNS.map(([key, text]) => {
    const share = part[key] / Math.max(net[key], 1);
    const bar = h("span", { class: "cs-bar", style: `width:${(100 * share).toFixed(2)}%`, "aria-hidden": "true" });
    const words = h("span", { class: "cs-amount" }, h("b", {}, percent(part[key], net[key])), ` ${text(part[key])}`);
    return h("td", {}, h("span", { class: "cs-track" }, bar), words);
  });
  return h("tr", {}, h("th", { scope: "row" }, part.name), cells);
}
