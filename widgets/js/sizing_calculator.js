// SizingCalculator: from W, F, S, P to the output's size, what it costs, and the question backwards.
import { h, say } from "./dom.js";
import { make_choice } from "./choice.js";
import { formula_lines } from "./formula.js";
import { knob } from "./knobs.js";
import { grouped } from "./numerals.js";
import { RowPicture } from "./row_picture.js";
import { Reverse } from "./reverse.js";
import { window_weights } from "./sizing.js";
import { WidgetView, widget } from "./view.js";
import { advice, counts, facts, fit_sentence, no_padding, sizes } from "./volume.js";

const KNOBS = [ // letter, name, least, most, colour of the volume that it belongs to
  ["W", "width", 1, 1024, "x"], ["H", "height", 1, 1024, "x"], ["D", "depth", 1, 4096, "x"],
  ["K", "filters", 1, 4096, "w"], ["F", "filter size", 1, 1024, "w"],
  ["S", "stride", 1, 64, "s"], ["P", "padding", 0, 512, "s"], ["dilation", "dilation", 1, 32, "s"],
];
export const LIMITS = Object.fromEntries(KNOBS.map(([letter, , , most]) => [letter, most]));
const NAMES = [...KNOBS.map(([letter]) => letter), "fit", "mode", "target", "presets"];
const FITS = [["crop", "crop"], ["pad", "round up"], ["raise", "refuse"]];
const MODES = [["size", "What size comes out?"], ["reverse", "Which F, S, P?"]];

class View extends WidgetView {
  constructor(model, el) {
    super(model, el, NAMES);
    this.build();
    this.update();
    this.watch = new ResizeObserver(() => {
      for (const picture of this.pictures) if (picture.node.clientWidth && picture.node.clientWidth !== picture.width) picture.fit();
    });
    this.watch.observe(this.root);
  }

  build() {
    this.knobs = KNOBS.map((row) => knob(row, (letter, value) => this.change({ [letter]: value })));
    this.layer = h("select", { class: "cs-select", "aria-label": "Layer", onchange: () => this.use(this.layer.value) });
    this.square = h("input", { type: "checkbox", onchange: () => this.change({ H: this.square.checked ? null : this.model.get("W") }) });
    this.mode = make_choice("Question", MODES, (mode) => this.change({ mode }));
    this.fit = make_choice("What does not fit", FITS, (fit) => this.change({ fit }));
    this.reverse = new Reverse({ target: (target) => this.change({ target }), take: (settings) => this.change(settings) }, LIMITS.W);
    this.pictures = [new RowPicture("W"), new RowPicture("H")];
    Object.assign(this, {
      formula: h("div", { class: "cs-formula" }), fit_text: h("p", { class: "cs-fit" }), near: h("div", { class: "cs-near" }),
      volume: h("p", { class: "cs-volume" }), tiles: h("dl", { class: "cs-tiles" }),
    });
    this.open("sizing", "Sizing calculator",
      h("div", { class: "cs-top" }, h("label", { class: "cs-layer" }, "Layer", this.layer), this.mode.node),
      h("div", { class: "cs-knobs", role: "group", "aria-label": "Settings" }, this.knobs.map((k) => k.node)),
      h("div", { class: "cs-options" }, h("label", {}, this.square, "square: H = W"), h("span", { class: "cs-option" }, h("span", {}, "what does not fit"), this.fit.node)),
      this.reverse.node, h("div", { class: "cs-size" }, this.formula), this.pictures.map((picture) => picture.node),
      this.fit_text, this.near, this.volume, this.tiles);
  }

  use(name) {
    const preset = this.model.get("presets")[name];
    if (preset) this.change({ H: null, P: 0, S: 1, dilation: 1, ...preset });
  }

  press(letter, change) {
    this.pressed = letter;
    this.change(change);
  }

  // ---- from the model to the page ----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read(), all = sizes(s), { fine, text } = fit_sentence(s);
    this.knobs.forEach((k) => k.show(all[k.letter]));
    this.square.checked = s.H === null;
    this.knobs[1].node.classList.toggle("cs-follows", s.H === null);
    this.mode.show(s.mode);
    this.fit.show(s.fit);
    this.show_layers(s);
    this.reverse.node.hidden = s.mode !== "reverse";
    if (s.mode === "reverse") this.reverse.show(s);
    this.formula.replaceChildren(...formula_lines(all));
    this.show_rows(s, all);
    this.fit_text.className = `cs-fit${fine ? "" : " cs-misfit"}`;
    say(this.fit_text, text);
    this.show_near(s, fine);
    this.show_counts(s, all);
    const news = this.show_task(facts(s));
    if (this.spoken) this.announce(`${text}${news}`);
    this.spoken = true;
  }

  show_layers(s) {
    const names = Object.keys(s.presets), same = (preset) => Object.entries({ H: null, P: 0, S: 1, dilation: 1, ...preset }).every(([name, value]) => s[name] === value);
    if (this.listed !== s.presets) this.layer.replaceChildren(...["", ...names].map((name) => h("option", { value: name }, name || "your own")));
    this.listed = s.presets;
    this.layer.value = names.find((name) => same(s.presets[name])) ?? "";
  }

  show_rows(s, { W, H }) {
    const [across, down] = this.pictures;
    down.node.hidden = W === H;
    across.show(W, s, "A row");
    if (W !== H) down.show(H, s, "A column");
  }

  // The nearest settings that fit, as buttons; when one was pressed, the focus goes to the setting that it changed.
  show_near(s, fine) {
    const held = this.near.contains(document.activeElement), { W, H } = sizes(s);
    const buttons = fine ? [] : advice(s, LIMITS).map(({ letter, value, W2, H2, change }) =>
      h("button", { type: "button", class: "cs-button", onclick: () => this.press(letter, change) }, h("span", {}, h("i", {}, letter), ` = ${value}`), h("small", {}, `→ ${W === H ? W2 : `${W2} × ${H2}`}`)));
    const why = fine ? "" : no_padding(s);
    this.near.replaceChildren(...(buttons.length ? [h("span", { class: "cs-near-title" }, "Nearest that fit:"), ...buttons] : []), ...(why ? [h("p", { class: "cs-note" }, why)] : []));
    if (held) this.knobs.find((k) => k.letter === this.pressed).node.querySelector("input").focus();
  }

  show_counts(s, { W, H, D, K, F, W2, H2 }) {
    const n = counts(s), some = W2 > 0, each = grouped(window_weights(F, D));
    const after = some ? h("b", { class: "cs-ink-y" }, `${W2}×${H2}×${K}`) : h("b", { class: "cs-nothing" }, "no output");
    this.volume.replaceChildren(h("b", { class: "cs-ink-x" }, `${W}×${H}×${D}`), " → ", after);
    const neurons = grouped(n.neurons);
    const rows = [
      ["weights", n.weights, `${F}·${F}·${D}·${K}`, "w", true], ["biases", n.biases, "one for each filter", "w", true],
      ["parameters, if not shared", n.unshared, `${neurons}·(${each} + 1)`, "w"], ["neurons", n.neurons, `${W2}·${H2}·${K}`, "y"],
      ["multiply-adds", n.macs, `${neurons}·${each}`, "y"], ["bytes of output", n.bytes, `${neurons}·4: 4 bytes a number`, "y"],
    ];
    this.tiles.replaceChildren(...rows.map(([name, value, sum, ink, always]) => {
      const known = some || always;
      return h("div", { class: `cs-tile cs-tile-${ink}` }, h("dt", {}, name), h("dd", {}, h("b", {}, known ? grouped(value) : "–"), h("small", {}, known ? sum : "no output")));
    }));
  }
}

export default widget(View);
