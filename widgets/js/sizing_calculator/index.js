// SizingCalculator: from W, F, S, P to the output's size, what it costs, and the question backwards.

import { makeChoice } from "../shared/choice.js";
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { formulaLines } from "../shared/formula.js";
import { makeKnobs } from "../shared/knobs.js";
import { grouped } from "../shared/numerals.js";
import { windowWeights } from "../shared/sizing.js";
import { widget } from "../shared/view.js";
import { describe, fitReport, noPaddingMessage } from "./messages.js";
import { advice, counts, facts, LIMITS, sizes, withOwnTarget } from "./model.js";
import { RowPicture } from "./picture.js";
import { Reverse } from "./reverse.js";

// Letter, name, least and the colour of the volume that it belongs to; LIMITS has the most.
const KNOBS = [
  ["W", "width", 1, "x"],
  ["H", "height", 1, "x"],
  ["D", "depth", 1, "x"],
  ["K", "filters", 1, "w"],
  ["F", "filter size", 1, "w"],
  ["S", "stride", 1, "s"],
  ["P", "padding", 0, "s"],
  ["dilation", "dilation", 1, "s"],
];
const NAMES = [...KNOBS.map(([letter]) => letter), "fit", "mode", "target", "presets", "knobs", "costs"];
const FITS = [
  ["crop", "crop"],
  ["pad", "round up"],
  ["raise", "error"],
];
const MODES = [
  ["size", "What size comes out?"],
  ["reverse", "Which F, S, P?"],
];

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, NAMES, describe);
    this.build();
    this.update();
    this.watch = new ResizeObserver(() => {
      for (const picture of this.pictures)
        if (picture.node.clientWidth && picture.node.clientWidth !== picture.width) picture.fit();
    });
    this.watch.observe(this.root);
  }

  build() {
    const change = (letter, value) => (letter === "W" ? this.widen(value) : this.change({ [letter]: value }));
    this.controls = makeKnobs(
      KNOBS.map(([letter, name, least, colour]) => [letter, name, least, LIMITS[letter], colour]),
      change,
    );
    this.layer = h("select", { class: "cs-select", "aria-label": "Layer", onchange: () => this.use(this.layer.value) });
    this.square = h("input", {
      type: "checkbox",
      onchange: () => this.change({ H: this.square.checked ? null : this.model.get("W") }),
    });
    this.mode = makeChoice("Question", MODES, (mode) => this.ask(mode));
    this.fit = makeChoice("What does not fit", FITS, (fit) => this.change({ fit }));
    this.reverse = new Reverse(
      { target: (target) => this.aim(target), take: (settings) => this.change(settings) },
      LIMITS.W,
    );
    this.pictures = [new RowPicture("W"), new RowPicture("H")];
    Object.assign(this, {
      formula: h("div", { class: "cs-formula" }),
      fitText: h("p", { class: "cs-fit" }),
      near: h("div", { class: "cs-near" }),
      volume: h("p", { class: "cs-volume" }),
      tiles: h("dl", { class: "cs-tiles" }),
    });
    this.parts = {
      layer: h("label", { class: "cs-layer" }, "Layer", this.layer),
      mode: this.mode.node,
      H: h("label", {}, this.square, "square: H = W"),
      fit: h("span", { class: "cs-option" }, h("span", {}, "what does not fit"), this.fit.node),
    };
    this.top = h("div", { class: "cs-top" }, this.parts.layer, this.parts.mode);
    this.options = h("div", { class: "cs-options" }, this.parts.H, this.parts.fit);
    this.open(
      "sizing",
      "Sizing calculator",
      this.top,
      this.controls.node,
      this.options,
      this.reverse.node,
      h("div", { class: "cs-size" }, this.formula),
      this.pictures.map((picture) => picture.node),
      this.fitText,
      this.near,
      this.volume,
      this.tiles,
    );
  }

  // Another input: the question backwards starts from there, unless the reader has named the size that they want.
  widen(W) {
    this.change(this.aimed ? { W } : withOwnTarget(this.read(), { W }));
  }

  aim(target) {
    this.aimed = true;
    this.change({ target });
  }

  use(name) {
    const preset = this.model.get("presets")[name];
    this.aimed = false;
    if (preset) this.change(withOwnTarget(this.read(), { H: null, P: 0, S: 1, dilation: 1, ...preset }));
  }

  ask(mode) {
    this.aimed = false;
    this.change(withOwnTarget(this.read(), { mode }));
  }

  press(letter, change) {
    this.pressed = letter;
    this.change(change);
  }

  // ---- from the model to the page ----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const all = sizes(s);
    const { fine, text } = fitReport(s);
    this.showControls(s, all);
    this.square.checked = s.H === null;
    this.controls.knobs[1].node.classList.toggle("cs-follows", s.H === null);
    this.mode.show(s.mode);
    this.fit.show(s.fit);
    this.showLayers(s);
    this.reverse.node.hidden = s.mode !== "reverse";
    if (s.mode === "reverse") this.reverse.show(s);
    this.formula.replaceChildren(...formulaLines(all));
    this.showRows(s, all);
    this.fitText.className = `cs-fit${fine ? "" : " cs-misfit"}`;
    say(this.fitText, text);
    this.showNear(s, fine);
    this.showCounts(s, all);
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (this.spoken) this.announce(`${text}${news}`);
    this.spoken = true;
  }

  showControls(s, all) {
    this.controls.show(all, this);
    for (const [name, part] of Object.entries(this.parts)) part.hidden = !this.hasKnob(name);
    for (const row of [this.top, this.options]) row.hidden = [...row.children].every((part) => part.hidden);
    this.volume.hidden = this.tiles.hidden = s.costs === false;
  }

  showLayers(s) {
    const names = Object.keys(s.presets);
    const same = (preset) =>
      Object.entries({ H: null, P: 0, S: 1, dilation: 1, ...preset }).every(([name, value]) => s[name] === value);
    if (this.listed !== s.presets)
      this.layer.replaceChildren(...["", ...names].map((name) => h("option", { value: name }, name || "your own")));
    this.listed = s.presets;
    this.layer.value = names.find((name) => same(s.presets[name])) ?? "";
  }

  showRows(s, { W, H }) {
    const [across, down] = this.pictures;
    down.node.hidden = W === H;
    across.show(W, s, "A row");
    if (W !== H) down.show(H, s, "A column");
  }

  // The nearest settings that fit, as buttons; when one was pressed, the focus goes to the setting that it changed.
  showNear(s, fine) {
    const held = this.near.contains(document.activeElement);
    const { W, H } = sizes(s);
    const buttons = fine
      ? []
      : advice(s)
          .filter(({ letter }) => this.hasKnob(letter))
          .map(({ letter, value, W2, H2, change }) =>
            h(
              "button",
              { type: "button", class: "cs-button", onclick: () => this.press(letter, change) },
              h("span", {}, h("i", {}, letter), ` = ${value}`),
              h("small", {}, `→ ${W === H ? W2 : `${W2}×${H2}`}`),
            ),
          );
    const why = fine ? "" : noPaddingMessage(s);
    this.near.replaceChildren(
      ...(buttons.length ? [h("span", { class: "cs-near-title" }, "Nearest that fit:"), ...buttons] : []),
      ...(why ? [h("p", { class: "cs-note" }, why)] : []),
    );
    if (held)
      this.controls.knobs
        .find((k) => k.letter === this.pressed)
        .node.querySelector("input")
        .focus();
  }

  showCounts(s, { W, H, D, K, F, W2, H2 }) {
    const n = counts(s);
    const some = W2 > 0;
    const each = grouped(windowWeights(F, D));
    const after = some
      ? h("b", { class: "cs-ink-y" }, `${W2}×${H2}×${K}`)
      : h("b", { class: "cs-nothing" }, "no output");
    this.volume.replaceChildren(h("b", { class: "cs-ink-x" }, `${W}×${H}×${D}`), " → ", after);
    const neurons = grouped(n.neurons);
    const rows = [
      ["weights", n.weights, `${F}·${F}·${D}·${K}`, "w", true],
      ["biases", n.biases, "one for each filter", "w", true],
      ["parameters, if not shared", n.unshared, `${neurons}·(${each} + 1)`, "w"],
      ["neurons", n.neurons, `${W2}·${H2}·${K}`, "y"],
      ["multiply-adds", n.macs, `${neurons}·${each}`, "y"],
      ["bytes of output", n.bytes, `${neurons}·4: 4 bytes a number`, "y"],
    ];
    this.tiles.replaceChildren(
      ...rows.map(([name, value, sum, ink, always]) => {
        const known = some || always;
        return h(
          "div",
          { class: `cs-tile cs-tile-${ink}` },
          h("dt", {}, name),
          h("dd", {}, h("b", {}, known ? grouped(value) : "–"), h("small", {}, known ? sum : "no output")),
        );
      }),
    );
  }
}

export default widget(View);
