// TrainingTheatre: what the reader does goes to who trains, and what there is to see of that is shown.
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { signed } from "../shared/numerals.js";
import { widget } from "../shared/view.js";
import { Chart } from "./charts.js";
import { Controls } from "./controls.js";
import { pageWall } from "./digits.js";
import { Inside } from "./inside.js";
import { InKernel, OnPage, Recorded } from "./live.js";
import { describe, remark, settingsMessage, statusMessage, statusOf } from "./messages.js";
import { Wall } from "./wall.js";

const SETTINGS = ["mode", "spec", "rate", "optimizer", "batch", "seed", "breakage", "pace", "chosen", "at"];
const SENT = ["digits", "record", "about", "wall", "frame", "running", "command", "answered", "problem", "reached"];
const ANEW = ["spec", "seed", "breakage", "digits"]; // another run begins when one of these changes
const SILENT =
  "The kernel doesn’t answer. It is busy with a cell, or it is not the one any more that has this net: then run the cell again.";

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, [...SETTINGS, ...SENT, "presets", "knobs"], (s) => describe(s, this.frame));
    const s = this.read();
    const read = () => this.read();
    this.driver = {
      page: () => new OnPage(read, () => this.showRun()),
      kernel: () =>
        new InKernel(
          read,
          (what) => this.ask(what),
          () => this.complain(SILENT),
        ),
      record: () => new Recorded(read, (at) => this.change({ at })),
    }[s.mode]();
    this.shown = s;
    this.build(s);
    this.update();
    this.follow();
  }

  build(s) {
    this.controls = new Controls(
      {
        toggle: () => this.toggle(),
        step: () => this.act(() => this.driver.step()),
        reset: () => this.restart(),
        change: (values) => this.change(values),
        go: (at) => this.act(() => this.change({ at })),
      },
      s.presets,
    );
    this.loss = new Chart("loss", "Loss");
    this.accuracy = new Chart("accuracy", "Guessed right");
    this.inside = new Inside();
    this.wall = new Wall((chosen) => this.change({ chosen }));
    Object.assign(this, {
      about: h("p", { class: "cs-th-about" }),
      sentence: h("p", { class: "cs-sentence" }),
      remark: h("p", { class: "cs-th-remark" }),
      problem: h("p", { class: "cs-th-problem", hidden: true }),
    });
    this.picture = { fit: (wide) => this.fitCharts(wide) };
    this.size = true; // the picture has one
    this.open(
      "theatre",
      "Training theatre",
      this.controls.node,
      h("div", { class: "cs-th-said" }, this.about, this.sentence, this.problem, this.remark),
      h("div", { class: "cs-th-charts" }, this.loss.node, this.accuracy.node),
      h(
        "p",
        { class: "cs-th-legend" },
        key("cs-th-train", "images to train on"),
        key("cs-th-held", "held out"),
        key("cs-th-blind", "blind guessing"),
      ),
      h(
        "div",
        { class: "cs-th-stage" },
        this.wall.node,
        h("div", { class: "cs-th-inside" }, this.inside.look, this.inside.rest),
      ),
    );
  }

  // ---- from the reader to who trains -----------------------------------------------------------------------------
  toggle() {
    this.act(() => (this.driver.playing ? this.driver.pause() : this.driver.play()), true);
  }

  // Do something with the run, and show what has become of it.
  act(deed, plays = false) {
    if (this.driver.over && this.shown.mode !== "record") return this.announce(this.story());
    if (!plays && this.driver.playing) this.driver.pause();
    this.complain("");
    deed();
    this.showRun();
  }

  restart() {
    if (this.driver.playing) this.driver.pause();
    this.complain("");
    this.driver.reset();
    this.forget();
    this.showRun();
  }

  // Begin another run; returns why there is none, and the one before stays.
  begin() {
    try {
      this.driver.reset();
    } catch (error) {
      return signed(error.message);
    }
    this.forget();
    return "";
  }

  // Of a new run nothing is known yet.
  forget() {
    if (this.shown.mode !== "page") return;
    this.model.set("reached", []);
    this.model.save_changes();
  }

  // Returns the number of a command that is sent to the kernel.
  ask(what) {
    const n = Math.max(this.model.get("answered"), this.model.get("command").n ?? 0) + 1;
    this.model.set("command", { n, do: what });
    this.model.save_changes();
    return n;
  }

  complain(text) {
    this.complaint = text;
    this.showProblem();
  }

  // ---- from the model to the page --------------------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    if (s.mode === "page" && ANEW.some((name) => s[name] !== this.shown[name])) {
      const playing = this.driver.playing;
      if (playing) this.driver.pause();
      this.complaint = this.begin();
      if (playing) this.driver.play();
    }
    if (s.answered !== this.shown.answered) this.complaint = "";
    this.shown = s;
    this.showRun();
  }

  showRun() {
    const s = this.read();
    const wall = s.mode === "page" ? s.digits : s.mode === "kernel" ? s.wall : s.record.wall;
    if (wall !== this.hung) {
      this.hung = wall;
      this.wall.build(s.mode === "page" ? pageWall(s.digits) : wall);
    }
    const chosen = Math.min(s.chosen, this.wall.cells.length - 1);
    this.frame = this.driver.frame(chosen);
    this.controls.show(s, this.driver, (name) => this.hasKnob(name));
    this.loss.show(this.frame);
    this.accuracy.show(this.frame);
    this.wall.show(this.frame, chosen);
    this.inside.show(this.frame, this.wall.wall, chosen);
    this.showProblem();
    this.showWords(s);
  }

  showProblem() {
    const text = this.model.get("problem") || this.complaint || "";
    this.problem.hidden = !text;
    if (text !== this.problem.textContent && text) this.announce(text);
    say(this.problem, text);
  }

  showWords(s) {
    this.about.hidden = s.mode === "page";
    if (s.mode !== "page") say(this.about, settingsMessage(s));
    say(this.sentence, statusMessage(this.frame));
    say(this.remark, remark(s, this.frame));
    const status = statusOf(this.frame);
    const reached = this.model.get("reached");
    if (s.mode === "page" && !reached.includes(status)) {
      this.model.set("reached", [...reached, status]);
      this.model.save_changes();
    }
    this.showDescription(s);
    const news = this.showTask(this.facts(s));
    if (this.driver.playing) {
      if (status !== this.told || news) super.announce(this.story() + news); // not each step, but each turn of the story
    } else if (this.watch) this.announce(this.story() + news);
    this.told = status;
  }

  // All that is said, for a screen reader.
  story() {
    const { mode } = this.shown;
    const begin = mode === "page" ? "" : settingsMessage(this.shown);
    return [begin, statusMessage(this.frame), remark(this.shown, this.frame)].filter(Boolean).join(" ");
  }

  facts(s) {
    const reached = this.model.get("reached");
    const names = ["learnt", "heart", "nan", "dead", "zeros", "high", "stuck"];
    const { spec, rate, optimizer, batch, seed, breakage, chosen } = s;
    return {
      ...{ spec, rate, optimizer, batch, seed, breakage, chosen },
      ...Object.fromEntries(names.map((name) => [name, reached.includes(name)])),
    };
  }

  fitCharts(wide) {
    const each = wide >= 620 ? Math.floor((wide - 16) / 2) : wide;
    for (const chart of [this.loss, this.accuracy]) chart.fit(each);
  }

  destroy() {
    this.driver.destroy();
    super.destroy();
  }
}

// A piece of a line, and what it stands for.
const key = (kind, text) => h("span", { class: "cs-th-key" }, h("i", { class: kind, "aria-hidden": "true" }), text);

export default widget(View);
