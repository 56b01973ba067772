// A view whose group is described by the words that describe() has in Python for the state in view.
import { h, say, unique } from "./dom.js";
import { WidgetView } from "./view.js";

export class DescribedView extends WidgetView {
  // `describe` gives the words for a state.
  constructor(model, el, names, describe) {
    super(model, el, names);
    this.words = h("p", { class: "cs-live", id: unique("words") });
    this.describe = describe;
  }

  open(kind, label, ...parts) {
    super.open(kind, label, ...parts, this.words);
    this.root.setAttribute("aria-describedby", this.words.id);
  }

  // Written at once for the first state, later when the reader pauses: a step need not wait for it.
  showDescription(s) {
    const write = () => say(this.words, this.describe(s));
    clearTimeout(this.soon);
    if (this.words.textContent) this.soon = setTimeout(write, 300);
    else write();
  }

  destroy() {
    clearTimeout(this.soon);
    super.destroy();
  }
}
