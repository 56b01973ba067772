// The cards to choose from: whether each holds the net, and the largest batch that it does; the last is the reader's own.

import { h, say, unique } from "../shared/dom.js";
import { shortCount } from "./messages.js";
import { CARDS, GIB } from "./model.js";

const OWN = 16; // GiB of the reader's own card, until they say another
const MOST = 1024;

export class Cards {
  constructor(change) {
    this.change = change;
    this.own = OWN;
    const name = unique("card");
    this.tiles = [...CARDS, null].map((card) => this.tile(card, name));
    this.node = h(
      "div",
      { class: "cs-mem-cards", role: "radiogroup", "aria-label": "Card" },
      this.tiles.map(({ node }) => node),
    );
  }

  tile(card, name) {
    const radio = h("input", { type: "radio", name, onchange: () => this.change(card ?? this.own) });
    const batch = h("span", { class: "cs-mem-batch" });
    const fits = h("span", { class: "cs-mem-fits" });
    const size = card ? h("b", {}, `${card} GiB`) : h("b", {}, "your own");
    const label = h("label", {}, radio, h("span", { class: "cs-mem-tile" }, h("span", {}, size, fits), batch));
    const field = card ? null : this.field();
    return { card, radio, batch, fits, node: h("div", { class: "cs-mem-card" }, label, field) };
  }

  field() {
    this.input = h("input", {
      type: "number",
      inputmode: "numeric",
      min: 1,
      max: MOST,
      step: 1,
      "aria-label": "Your own card, GiB",
      oninput: () => this.type(false),
      onchange: () => this.type(true),
    });
    return h("span", { class: "cs-mem-own" }, this.input, " GiB");
  }

  type(done) {
    const value = Number(this.input.value);
    const sound = this.input.value !== "" && Number.isInteger(value) && value >= 1 && value <= MOST;
    if (sound) this.own = value;
    if (sound) this.change(value);
    else if (done) this.input.value = this.own;
  }

  show(s, all) {
    const listed = CARDS.includes(s.card) && document.activeElement !== this.input;
    if (!listed) this.own = s.card;
    if (document.activeElement !== this.input) this.input.value = this.own;
    for (const { card, radio, batch, fits } of this.tiles) {
      const size = card ?? this.own;
      const chosen = card ? listed && card === s.card : !listed;
      const best = all.error ? null : all.largest(size);
      radio.checked = chosen;
      say(batch, best === null ? "" : best ? `up to ${shortCount(best, 1e4)}` : "not even 1");
      const holds = best !== null && all.total <= size * GIB;
      say(fits, best === null ? "" : holds ? " ✓" : " ✗");
      fits.className = `cs-mem-fits${holds ? "" : " cs-mem-too-small"}`;
      radio.setAttribute("aria-label", cardLabel(card, size, best, holds));
    }
  }
}

function cardLabel(card, size, best, holds) {
  const name = card ? `${size} GiB` : `Your own card of ${size} GiB`;
  if (best === null) return name;
  return `${name}: ${holds ? "fits" : "does not fit"}, ${best ? `batches up to ${best}` : "not even one example"}`;
}
