// VolumeExplorer: what the reader points at is shown at once, what they choose becomes a change of the model.
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { widget } from "../shared/view.js";
import { describe, neuronMessage } from "./messages.js";
import { facts, namesOf, neuron, run } from "./model.js";
import { Neuron } from "./neuron.js";
import { makeChooser, readPicture } from "./own_picture.js";
import { Picture } from "./picture.js";

const PLACE = ["volume", "slice", "row", "col"];

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, ["net", "pixels", "labels", "compact", ...PLACE], (s) => describe(s, this.volumes));
    this.first = this.read();
    const actions = {
      point: (at) => this.point(at),
      leave: () => this.point(null),
      choose: (at) => this.choose(at),
      volume: (volume) => this.choose({ ...this.place(), volume }),
      slice: (slice) => this.choose({ ...this.place(), slice }),
    };
    this.picture = new Picture(actions);
    this.neuron = new Neuron(actions);
    this.problem = h("p", { class: "cs-problem", role: "alert", hidden: true });
    this.sentence = h("p", { class: "cs-telling" });
    this.reset = h("button", { type: "button", class: "cs-button", onclick: () => this.restore() }, "Reset");
    const chooser = makeChooser(this.el, (file) => this.take(file));
    this.picture.input.append(h("div", { class: "cs-buttons" }, chooser, this.reset));
    this.flow = h("div", { class: "cs-flow" }, this.picture.nodes, this.neuron.node);
    this.open("volumes", "Volume explorer", this.flow, this.problem, this.sentence);
    this.update();
    this.follow();
  }

  place() {
    return neuron(this.read(), this.volumes);
  }

  // ---- from the reader to the model -----------------------------------------------------------------
  point(at) {
    this.pointed = at;
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.showNeuron(this.read());
    });
  }

  choose(at) {
    this.pointed = null;
    const { volume, slice, row, col } = neuron(at, this.volumes);
    this.change({ volume, slice, row, col });
  }

  restore() {
    this.problem.hidden = true;
    this.change(this.first);
  }

  async take(file) {
    try {
      const pixels = await readPicture(file, this.read().net);
      this.problem.hidden = true;
      this.change({ pixels });
    } catch (error) {
      this.problem.hidden = false;
      say(this.problem, error.message);
    }
  }

  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const old = this.shown;
    const sameNet = old?.net === s.net && old.labels === s.labels;
    if (!sameNet || old.pixels !== s.pixels) this.volumes = run(s);
    if (!sameNet) {
      this.picture.build(this.volumes, s.labels);
      this.neuron.build(s, this.volumes);
      this.picture.shown = null;
      this.layOut();
      this.size = namesOf(s.net).length;
    }
    if (!sameNet || old.pixels !== s.pixels) this.picture.show(this.volumes);
    this.shown = s;
    this.root.classList.toggle("cs-compact", s.compact);
    this.neuron.node.hidden = s.compact;
    this.sentence.hidden = !s.compact;
    this.reset.hidden = ["pixels", ...PLACE].every((name) => s[name] === this.first[name]);
    this.showNeuron(s);
    this.showDescription(s);
    const news = this.showTask(facts(s, this.volumes));
    if (old) this.announce(neuronMessage(s, this.volumes) + news);
  }

  showNeuron(s) {
    const at = this.pointed ?? neuron(s, this.volumes);
    const sentence = neuronMessage(s, this.volumes, at);
    this.picture.mark(s, at);
    if (s.compact) say(this.sentence, sentence);
    else this.neuron.show(s, this.volumes, at, sentence);
  }

  fit() {
    if (!this.size) return;
    this.layOut();
    this.showNeuron(this.shown);
  }

  layOut() {
    this.picture.fit(this.width(), this.volumes);
    const { narrow, image } = this.picture.plan;
    this.flow.classList.toggle("cs-narrow", narrow);
    this.flow.style.setProperty("--image", `${image}px`);
  }

  destroy() {
    cancelAnimationFrame(this.frame);
    super.destroy();
  }
}

export default widget(View);
