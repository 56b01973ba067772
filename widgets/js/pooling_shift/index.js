// PoolingShift: a slider moves a photograph; its edges, the pooled map and what has changed in it follow.
import { makeChoice } from "../shared/choice.js";
import { DescribedView } from "../shared/described.js";
import { h, say, unique } from "../shared/dom.js";
import { plural } from "../shared/numerals.js";
import { widget } from "../shared/view.js";
import { changeMessage, describe } from "./messages.js";
import { facts, MOST, study } from "./model.js";
import { Chart, Pictures, sample } from "./picture.js";

const CHOICES = [
  ["none", "none"],
  ["average", "average 2×2"],
  ["max2", "max 2×2"],
  ["max3", "max 3×3"],
];

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, ["pixels", "columns", "shift", "pool"], describe);
    const id = unique("shift");
    this.slider = h("input", {
      id,
      type: "range",
      min: 0,
      max: MOST,
      step: 1,
      class: "cs-shift-slider",
      oninput: () => this.change({ shift: Number(this.slider.value) }),
    });
    this.moved = h("b", { class: "cs-shift-moved", "aria-hidden": "true" });
    this.choice = makeChoice(
      "Pooling",
      CHOICES.map(([pool, name]) => [pool, [sample(pool), name]]),
      (pool) => this.change({ pool }),
    );
    this.pictures = new Pictures();
    this.chart = new Chart((shift) => this.change({ shift }));
    this.sentence = h("p", { class: "cs-sentence" });
    const move = h("div", { class: "cs-shift-move" }, h("label", { for: id }, "moved by"), this.slider, this.moved);
    this.open(
      "shift",
      "Pooling and a small shift",
      h("div", { class: "cs-options" }, move, this.choice.node),
      this.pictures.node,
      h("div", { class: "cs-shift-below" }, this.chart.node, this.sentence),
    );
    this.size = true;
    this.picture = this.chart;
    this.update();
    this.follow();
  }

  update() {
    this.queued = false;
    const s = this.read();
    const all = study(s);
    this.slider.value = s.shift;
    this.slider.setAttribute("aria-valuetext", plural(s.shift, "pixel"));
    say(this.moved, plural(s.shift, "pixel"));
    this.choice.show(s.pool);
    this.pictures.show(s, all);
    this.chart.show(s, all);
    const text = changeMessage(s);
    say(this.sentence, text);
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (this.spoken) this.announce(`${text}${news}`);
    this.spoken = true;
  }
}

export default widget(View);
