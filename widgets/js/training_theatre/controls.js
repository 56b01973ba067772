// What the reader sets: play and pace; the net, the rate and how it trains; what is broken on purpose; where in a record.
import { makeChoice } from "../shared/choice.js";
import { h, icon, say, unique } from "../shared/dom.js";
import { knob } from "../shared/knobs.js";
import { grouped, number } from "../shared/numerals.js";
import { NEXT, PAUSE, PLAY } from "../shared/player.js";
import { TOO_HIGH } from "./run.js";

const RATES = [-5, -4, -3, -2, -1, 0, 1].flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
RATES.push(100);
const PACES = [
  ["slow", "slow"],
  ["steady", "steady"],
  ["fast", "fast"],
];
const OPTIMIZERS = [
  ["SGD", "SGD"],
  ["momentum", "momentum"],
];
const BATCHES = [8, 32, 128].map((size) => [String(size), String(size)]);
const BREAKAGES = [
  ["rate", `Rate × ${TOO_HIGH}`],
  ["zeros", "Weights all 0"],
  ["labels", "Labels shuffled"],
  ["inputs", "Pixels as they are"],
];

const button = (text, path, act, name = "") =>
  h(
    "button",
    { type: "button", class: `cs-button ${name}`, onclick: act },
    path ? icon(path) : null,
    h("span", {}, text),
  );

// The rate on a scale of powers of ten.
class Rate {
  constructor(change) {
    const id = unique("rate");
    this.field = h("input", {
      id,
      type: "range",
      min: 0,
      max: RATES.length - 1,
      step: 1,
      class: "cs-th-slider",
      oninput: () => change(RATES[Number(this.field.value)]),
    });
    this.value = h("output", { for: id });
    this.node = h("div", { class: "cs-th-rate" }, h("label", { for: id }, "Rate"), this.field, this.value);
  }

  show(rate, breakage) {
    const near = RATES.reduce(
      (best, one, n) => (Math.abs(Math.log(one / rate)) < Math.abs(Math.log(RATES[best] / rate)) ? n : best),
      0,
    );
    if (Number(this.field.value) !== near) this.field.value = near;
    const words =
      breakage === "rate"
        ? `${number(rate)} × ${TOO_HIGH} = ${number(Number((rate * TOO_HIGH).toPrecision(3)))}`
        : number(rate);
    this.field.setAttribute("aria-valuetext", words);
    say(this.value, words);
  }
}

// Where in a record, from its first frame to its last.
class Scrubber {
  constructor(go) {
    const id = unique("step");
    this.field = h("input", {
      id,
      type: "range",
      min: 0,
      step: 1,
      class: "cs-th-slider",
      oninput: () => go(Number(this.field.value)),
    });
    this.value = h("output", { for: id });
    this.node = h(
      "div",
      { class: "cs-th-rate cs-th-scrubber" },
      h("label", { for: id }, "Step"),
      this.field,
      this.value,
    );
  }

  show(frames, at) {
    this.field.max = frames.length - 1;
    if (Number(this.field.value) !== at) this.field.value = at;
    const words = grouped(frames[at].step);
    this.field.setAttribute("aria-valuetext", `step ${words}`);
    say(this.value, words);
  }
}

export class Controls {
  // on: { toggle(), step(), reset(), change({ trait: value }), go(at) }
  constructor(on, presets) {
    const change = (name) => (value) => on.change({ [name]: value });
    this.play = button("Play", PLAY, on.toggle, "cs-play");
    this.stepper = button("Step", NEXT, on.step);
    this.reset = button("Start again", null, on.reset);
    this.pace = makeChoice("Pace", PACES, change("pace"));
    const nets = Object.entries(presets).map(([name, spec]) => [spec, name]);
    this.net = makeChoice("Net", nets, change("spec"));
    this.spec = h("code", { class: "cs-th-spec" });
    this.rate = new Rate(change("rate"));
    this.optimizer = makeChoice("Optimiser", OPTIMIZERS, change("optimizer"));
    this.batch = makeChoice("Batch", BATCHES, (size) => on.change({ batch: Number(size) }));
    this.seed = knob(["seed", "seed", 0, 999, "s"], (_, seed) => on.change({ seed }));
    this.scrubber = new Scrubber(on.go);
    this.breakers = BREAKAGES.map(([name, text]) =>
      Object.assign(
        button(text, null, () => on.change({ breakage: this.breakage === name ? "" : name })),
        { breakage: name },
      ),
    );
    const group = (label, ...parts) =>
      h("div", { class: "cs-th-group" }, h("span", { class: "cs-th-label" }, label), parts);
    this.groups = {
      net: group("Net", this.net.node),
      rate: this.rate.node,
      optimizer: group("by", this.optimizer.node),
      batch: group("batch", this.batch.node),
      pace: group("Pace", this.pace.node),
      seed: h("div", { class: "cs-th-seed" }, this.seed.node),
    };
    this.breaking = h(
      "div",
      { class: "cs-th-breaking", role: "group", "aria-label": "Break it on purpose" },
      h("span", { class: "cs-th-label" }, "Break it on purpose"),
      this.breakers,
    );
    const { net, rate, optimizer, batch, pace, seed } = this.groups;
    this.node = h(
      "div",
      { class: "cs-th-controls" },
      h(
        "div",
        { class: "cs-th-line cs-th-player" },
        this.play,
        this.stepper,
        this.reset,
        pace,
        seed,
        this.scrubber.node,
      ),
      h("div", { class: "cs-th-line cs-th-net" }, net, this.spec),
      h("div", { class: "cs-th-line" }, rate, optimizer, batch),
      this.breaking,
    );
  }

  // `has` tells whether the reader may change a setting.
  show(s, { playing, over }, has) {
    const onPage = s.mode === "page";
    const hidden = {
      net: !onPage,
      optimizer: !onPage,
      seed: !onPage,
      pace: !onPage,
      rate: s.mode === "record",
      batch: !onPage,
    };
    for (const [name, node] of Object.entries(this.groups)) node.hidden = hidden[name] || !has(name);
    this.spec.hidden = !onPage;
    this.breaking.hidden = !onPage || !has("breakage");
    this.scrubber.node.hidden = s.mode !== "record";
    this.showPlaying(playing, over);
    this.pace.show(s.pace);
    this.net.show(s.spec);
    say(this.spec, s.spec);
    this.rate.show(s.rate, s.breakage);
    this.optimizer.show(s.optimizer);
    this.batch.show(String(s.batch));
    this.seed.show(s.seed);
    this.breakage = s.breakage;
    for (const one of this.breakers) one.setAttribute("aria-pressed", String(one.breakage === s.breakage));
    if (s.mode === "record") this.scrubber.show(s.record.frames, Math.min(s.at, s.record.frames.length - 1));
  }

  showPlaying(playing, over) {
    const name = playing ? "Pause" : "Play";
    if (this.play.textContent !== name) this.play.replaceChildren(icon(playing ? PAUSE : PLAY), h("span", {}, name));
    for (const one of [this.play, this.stepper]) one.setAttribute("aria-disabled", String(over));
  }
}
