// ResidualBlocks: take blocks out of a trained ResNet-20, and see what it still gets right.
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { widget } from "../shared/view.js";
import {
  changeMessage,
  describe,
  guessMessage,
  parametersMessage,
  rightMessage,
  sentence,
  withoutMessage,
} from "./messages.js";
import { facts, mismatch, study, toggled } from "./model.js";
import { Bar, Blocks } from "./picture.js";

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, ["without", "least", "net", "record", "knobs"], describe);
    this.first = this.read();
    const wrong = mismatch(this.first);
    if (wrong) throw new Error(wrong); // a page that has the state from an address takes its own instead
    this.blocks = new Blocks(this.first.net.blocks, (number) => {
      this.change({ without: toggled(this.model.get("without"), number) });
    });
    this.bar = new Bar();
    this.out = h("p", { class: "cs-out" });
    this.right = h("b", { class: "cs-right" });
    this.difference = h("span", { class: "cs-change" });
    this.left = h("p", { class: "cs-left" });
    const score = h("p", { class: "cs-result" }, this.right, " ", this.difference);
    this.reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.restart() }, "Reset");
    const head = h("div", { class: "cs-head" }, this.out, this.reset);
    this.open("blocks", "Residual blocks", this.blocks.node, head, score, this.bar.node, this.left);
    this.blocks.node.after(this.task); // so that its last words don't push the switches away from under a finger
    this.update();
  }

  restart() {
    this.change({ without: this.first.without });
  }

  update() {
    this.queued = false;
    const s = this.read();
    if (mismatch(s)) return;
    const found = study(s);
    const free = this.hasKnob("without");
    this.blocks.show(found.numbers, free);
    this.bar.show(found, [guessMessage(found), `all blocks: ${found.whole}`]);
    this.reset.hidden = !free;
    say(this.out, `${withoutMessage(found.numbers)}.`);
    say(this.right, rightMessage(found));
    say(this.difference, changeMessage(found));
    say(this.left, `${parametersMessage(found.left, s.net.parameters)}.`);
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (this.spoken) this.announce(`${sentence(s)}${news}`);
    this.spoken = true;
  }
}

export default widget(View);
