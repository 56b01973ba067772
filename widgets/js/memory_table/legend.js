// What there is at one moment: its name, its bytes by source, and all of them. It is the picture's legend, too.

import { h, say } from "../shared/dom.js";
import { formatBytes, partsOf } from "./messages.js";
import { momentName, sourceClass } from "./picture.js";

export class Legend {
  constructor() {
    this.title = h("p", { class: "cs-mem-moment" });
    this.total = h("b", {});
    this.list = h("ul", {});
    this.node = h("div", { class: "cs-mem-legend" }, this.title, this.list);
  }

  // `now` is the number of a moment. As in the picture, what lies on top stands on top.
  show(all, now, train) {
    const moment = all.moments[now];
    const name = momentName(all, moment);
    say(this.title, now === all.peak ? `Fullest moment, the ${name}` : `${name[0].toUpperCase()}${name.slice(1)}`);
    const parts = partsOf(all, moment).filter(([source]) => train || !/gradients|cache/.test(source));
    const items = parts.reverse().map(([source, bytes]) => this.item(source, bytes, sourceClass(source)));
    this.list.replaceChildren(...items, this.item("in all", moment.total, "cs-mem-all"));
  }

  item(name, bytes, className) {
    return h(
      "li",
      { class: className },
      h("span", { class: "cs-mem-swatch", "aria-hidden": "true" }),
      h("span", {}, name),
      h("span", { class: "cs-mem-bytes" }, bytes ? formatBytes(bytes) : "0"),
    );
  }
}
