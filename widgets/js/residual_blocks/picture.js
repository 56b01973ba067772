// The net, a switch for each block: its arc, and below it the two CONV layers, which can be taken out.
import { h, say, svg } from "../shared/dom.js";
import { blockName, sizeText } from "./messages.js";
import { isHalving, stages } from "./model.js";

const [WIDE, HIGH, MIDDLE] = [62, 70, 50]; // of a block; where the volume comes in and goes out
const SIDES = { 32: [34, 8], 16: [26, 11], 8: [18, 14] }; // height and width of a CONV layer, by the side of its maps
const ARC = `M5 ${MIDDLE}C5 -16 57 -16 57 ${MIDDLE}`;
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -99, End: 99 };

export class Blocks {
  // toggle(number) is called for the block that is to be taken out, or put back.
  constructor(blocks, toggle) {
    this.switches = blocks.map((block, n) => makeSwitch(n + 1, block, () => toggle(n + 1)));
    const groups = stages(blocks).map(({ size, numbers }) => {
      const title = h("span", { class: "cs-volume-size", "aria-hidden": "true" }, sizeText(size));
      const row = h(
        "div",
        { class: "cs-row-of-blocks" },
        numbers.map((number) => this.switches[number - 1].node),
      );
      return h("div", { class: "cs-stage", role: "group", "aria-label": `Volumes of ${sizeText(size)}` }, title, row);
    });
    const end = (words) => h("span", { class: "cs-layer", "aria-hidden": "true" }, words);
    this.node = h("div", { class: "cs-resnet" }, end("CONV"), groups, end("average, FC"));
    this.node.addEventListener("keydown", (event) => this.key(event));
    this.node.addEventListener("focusin", ({ target }) => {
      const at = this.switches.findIndex(({ node }) => node === target);
      if (at >= 0) this.reach(at);
    });
    this.reach(0);
  }

  // Make a switch the one that Tab reaches.
  reach(at) {
    this.at = at;
    this.switches.forEach(({ node }, n) => {
      node.setAttribute("tabindex", n === at ? "0" : "-1");
    });
  }

  key(event) {
    if (!(event.key in STEPS) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(this.at + STEPS[event.key], 0), this.switches.length - 1);
    this.switches[next].node.focus();
  }

  // Show which blocks are out; `free` says whether the reader may change that.
  show(numbers, free) {
    this.switches.forEach(({ node, state }, n) => {
      const gone = numbers.includes(n + 1);
      node.setAttribute("aria-checked", String(!gone));
      node.classList.toggle("cs-gone", gone);
      node.disabled = !free;
      say(state, gone ? "out" : "in");
    });
  }
}

function makeSwitch(number, block, onclick) {
  const [high, wide] = SIDES[block.output[0]] ?? SIDES[8];
  const conv = (middle) =>
    svg("rect", { x: middle - wide / 2, y: MIDDLE - high / 2, width: wide, height: high, class: "cs-conv" });
  const drawing = svg(
    "svg",
    { viewBox: `0 0 ${WIDE} ${HIGH}`, "aria-hidden": "true" },
    svg("path", { d: `M0 ${MIDDLE}H5M57 ${MIDDLE}H${WIDE}`, class: "cs-way" }),
    svg("path", { d: `M5 ${MIDDLE}H57`, class: "cs-way cs-through" }),
    [conv(19), conv(39)],
    svg("path", { d: ARC, class: "cs-arc" }),
  );
  const state = h("span", { class: "cs-in-out" });
  const label = { type: "button", role: "switch", class: "cs-block", "aria-label": blockName(number, block), onclick };
  const foot = h("span", { class: "cs-foot" }, h("b", {}, String(number)), " ", state);
  const node = h("button", label, drawing, foot, h("span", { class: "cs-halves" }, isHalving(block) ? "halves" : " "));
  return { node, state };
}

// What the net gets right, as a bar, with marks for pure guessing and for the whole net.
export class Bar {
  constructor() {
    this.fill = h("span", { class: "cs-fill" });
    this.marks = ["cs-guess", "cs-whole"].map((kind) => h("span", { class: `cs-limit ${kind}` }, h("span", {})));
    this.node = h(
      "div",
      { class: "cs-score", "aria-hidden": "true" },
      h("div", { class: "cs-full" }, this.fill),
      this.marks,
    );
  }

  // words are those of the two marks.
  show({ right, images, guess, whole }, words) {
    this.fill.style.width = `${((100 * right) / images).toFixed(2)}%`;
    [guess, whole].forEach((value, n) => {
      this.marks[n].style.left = `${((100 * value) / images).toFixed(2)}%`;
      say(this.marks[n].firstElementChild, words[n]);
    });
  }
}
