// NetComparison: point at a net, and see where its weights and its work are.
import { makeChoice } from "../shared/choice.js";
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { widget } from "../shared/view.js";
import { Card } from "./card.js";
import { describe, netMessage, sourceMessage } from "./messages.js";
import { facts, keptNet, mismatch, netNamed } from "./model.js";
import { Chart } from "./picture.js";

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, ["nets", "axis", "chosen", "beside", "about", "knobs"], describe);
    this.first = this.read();
    const wrong = mismatch(this.first);
    if (wrong) throw new Error(wrong); // a page that has the state from an address takes its own instead
    this.chart = new Chart({
      choose: (chosen) => this.hasKnob("chosen") && this.change({ chosen }),
      preview: (name) => this.preview(name),
    });
    this.cards = ["chosen", "beside"].map((kind) => new Card(kind));
    this.source = h("p", { class: "cs-source" });
    this.pair = h(
      "div",
      { class: "cs-cards" },
      this.cards.map(({ node }) => node),
    );
    this.open("nets", "Net comparison", this.buildBar(), this.chart.node, this.buildKeep(), this.pair, this.source);
    this.chart.node.after(this.task); // so that its last words don't push the chart away from under the mouse
    this.follow();
    this.update();
  }

  // What the chart is drawn over, and the way back to how it began.
  buildBar() {
    const axes = [
      ["work", "work"],
      ["weights", "weights"],
    ];
    this.axis = makeChoice("What the nets cost", axes, (axis) => this.change({ axis }));
    const reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.restart() }, "Reset");
    this.label = h("span", {}, "Top-1 by");
    this.bar = h("div", { class: "cs-options" }, this.label, this.axis.node, reset);
    return this.bar;
  }

  // The button that keeps a net beside those to come, or puts it away.
  buildKeep() {
    this.keep = h("button", { type: "button", class: "cs-button cs-keep", onclick: () => this.toggle() });
    return this.keep;
  }

  toggle() {
    const { chosen, beside } = this.read();
    this.change({ beside: beside ? "" : chosen });
  }

  restart() {
    const { axis, chosen, beside } = this.first;
    this.change({ axis, chosen, beside });
  }

  // Shows the net under the mouse instead of the chosen one, as long as it is there.
  preview(name) {
    this.pointed = name;
    this.update();
  }

  fit() {
    this.update();
  }

  update() {
    this.queued = false;
    const s = this.read();
    if (mismatch(s)) return;
    const kept = keptNet(s);
    const lines = Math.max(...s.nets.map(({ parts }) => parts.length));
    this.chart.show(s, this.width(), this.hasKnob("chosen"));
    this.bar.hidden = s.knobs?.length === 0;
    this.axis.show(s.axis);
    this.axis.node.hidden = !this.hasKnob("axis");
    this.label.hidden = !this.hasKnob("axis");
    this.cards[0].show(netNamed(s, this.pointed || s.chosen), lines);
    this.cards[1].node.hidden = !kept;
    this.pair.classList.toggle("cs-two", Boolean(kept));
    if (kept) this.cards[1].show(kept, lines);
    this.keep.hidden = !this.hasKnob("beside");
    say(this.keep, s.beside ? `Put ${s.beside} away` : `Keep ${s.chosen} to compare`);
    say(this.source, sourceMessage(s));
    this.showDescription(s);
    const done = this.showTask(facts(s));
    const news = `${netMessage(netNamed(s, s.chosen))}${done}`;
    if (this.spoken && news !== this.spoken) this.announce(news);
    this.spoken = news;
  }
}

export default widget(View);
