// ActivationHistograms: drag the scale of the weights, and see what arrives at the last layer of both nets.
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { number } from "../shared/numerals.js";
import { slider } from "../shared/slider.js";
import { widget } from "../shared/view.js";
import { describe, foundMessage, news, scaleMessage } from "./messages.js";
import { facts, foundAfter, mismatch, nearestScale, SCALES, study } from "./model.js";
import { Row } from "./picture.js";

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, ["scale", "layers", "seed", "found", "own", "knobs"], describe);
    this.first = this.read();
    const wrong = mismatch(this.first);
    if (wrong) throw new Error(wrong); // a page that has the state from an address takes its own instead
    this.deviation = h("p", { class: "cs-deviation" });
    this.found = h("p", { class: "cs-held" });
    this.rows = ["without", "with"].map((kind) => new Row(kind));
    const nets = this.rows.map(({ node }) => node);
    const line = h("div", { class: "cs-about" }, this.deviation, this.found);
    this.open("histograms", "Activation histograms", this.buildBar(), line, nets);
    this.bar.after(this.task); // so that its last words don't push the slider away from under a finger
    this.update();
  }

  // The scale, and the way back to how it began.
  buildBar() {
    this.scale = slider("scale of the weights (He’s: 1)", SCALES.length - 1, (at) => this.take(SCALES[at]));
    const reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.restart() }, "Reset");
    this.bar = h("div", { class: "cs-options" }, this.scale.node, reset);
    return this.bar;
  }

  take(scale) {
    this.change({ scale, found: foundAfter({ ...this.read(), scale }) });
  }

  restart() {
    const { scale, found } = this.first;
    this.change({ scale, found });
  }

  update() {
    this.queued = false;
    const s = this.read();
    if (mismatch(s)) return;
    const rows = study(s);
    const free = this.hasKnob("scale");
    const own = rows.length === 1;
    this.bar.hidden = !free;
    this.scale.show(nearestScale(s.scale), number(s.scale), free);
    this.deviation.hidden = own;
    this.found.hidden = own || !free;
    say(this.deviation, `Weights’ deviation: ${scaleMessage(s.scale)}`);
    say(this.found, foundMessage(s.found));
    this.rows.forEach((row, n) => {
      row.node.hidden = !rows[n];
      if (rows[n]) row.show(rows[n]);
    });
    this.showDescription(s);
    const done = this.showTask(facts(s));
    if (this.spoken) this.announce(`${news(s)}${done}`);
    this.spoken = true;
  }
}

export default widget(View);
