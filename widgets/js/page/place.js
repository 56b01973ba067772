// A place for a widget on the page: its still picture until the reader comes near, then the widget itself.
import { copyText } from "../shared/clipboard.js";
import { h, say } from "../shared/dom.js";
import { HostModel } from "../shared/host_model.js";
import { fitting, writeAddress } from "./address.js";
import { limitsOf, loadModule } from "./modules.js";

const PAUSE = 400; // milliseconds after which the address follows the reader
const STOPS = "a[href], button:enabled, input:enabled, select, summary, [tabindex]";

export class Place {
  constructor(node) {
    this.node = node;
    this.name = node.dataset.widget;
    const { state, keep } = JSON.parse(node.querySelector("script").textContent);
    this.first = state;
    this.keep = keep ?? [];
    this.model = new HostModel(state);
    this.foot = h("p", { class: "widget-foot" });
    this.wait();
  }

  // Until the widget is there, its place is what Tab finds: it starts the widget, and hands the focus on to it.
  wait() {
    const { node } = this;
    node.tabIndex = 0;
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", `${this.name.replaceAll("_", " ")}, starting`);
    node.addEventListener("focus", ({ relatedTarget: before }) => {
      this.backwards = before?.compareDocumentPosition(node) === Node.DOCUMENT_POSITION_PRECEDING;
      this.mount();
    });
  }

  // The place itself is no stop any more.
  endWait() {
    const { node } = this;
    const stops = [...node.querySelectorAll(STOPS)].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
    if (document.activeElement === node) stops.at(this.backwards ? -1 : 0)?.focus();
    for (const name of ["tabindex", "role", "aria-label"]) node.removeAttribute(name);
  }

  // Whether its state may stand in an address: a guess may not, since it is the reader's own.
  get linkable() {
    return !("guess" in this.first);
  }

  // Makes the widget live, once. The picture stays in print, and where the widget can't start.
  mount() {
    this.mounted ??= this.render()
      .catch((error) => {
        console.error(error);
        this.node.dataset.failed = "";
        this.node.append(this.foot);
        say(this.foot, `This widget did not start, so here is its picture. (${error.message})`);
      })
      .then(() => this.endWait());
    return this.mounted;
  }

  async render() {
    const { render } = await loadModule(this.name);
    const before = this.node.getBoundingClientRect();
    try {
      this.view(render);
    } catch (error) {
      if (!this.linkable || this.isAsWritten()) throw error;
      console.info(error); // the state from the address: take the author's
      this.model.set(this.first);
      this.view(render);
    }
    this.node.dataset.live = "";
    if (this.linkable) this.addFoot();
    holdPlace(before, this.node.getBoundingClientRect());
  }

  view(render) {
    const el = h("div", { class: "widget-view" });
    const model = this.model.facade();
    this.node.append(el);
    try {
      render({ model, el });
    } catch (error) {
      model.off();
      el.remove();
      throw error;
    }
  }

  // Shows a state from an address, and brings the widget into sight.
  async visit(values) {
    if (this.linkable) this.model.set({ ...this.first, ...fitting(values, this.first, limitsOf(this.name)) });
    this.node.scrollIntoView();
    await this.mount();
    this.point();
  }

  // Brings the widget into sight, and the focus to it.
  point() {
    this.node.scrollIntoView();
    this.node.tabIndex = -1;
    this.node.focus({ preventScroll: true });
  }

  isAsWritten() {
    return writeAddress(this.node.id, this.first, this.model.state) === `#${this.node.id}`;
  }

  // ---- the link to the present state ------------------------------------------------------------------
  addFoot() {
    const copied = h("span", { role: "status" });
    const button = h(
      "button",
      { type: "button", class: "widget-link", onclick: () => this.copyLink(copied) },
      "Copy link",
    );
    this.foot.append(button, copied);
    this.node.append(this.foot);
    this.model.on("change", () => {
      say(copied, "");
      clearTimeout(this.later);
      this.later = setTimeout(() => this.showAddress(), PAUSE);
    });
  }

  showAddress() {
    clearTimeout(this.later);
    const address = writeAddress(this.node.id, this.first, this.model.state);
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // a browser takes only so many in a minute; the next change will say it
    }
    return new URL(address, location.href).href;
  }

  async copyLink(copied) {
    const link = this.showAddress();
    try {
      await copyText(link);
      say(copied, "Copied: a link to this widget as it stands now.");
    } catch {
      say(copied, "The address bar has the link now. Copy it there.");
    }
  }
}

// The widget is seldom as high as its picture. Where a browser doesn't hold what is being read in its place by itself,
// the page is scrolled by the difference.
function holdPlace(before, after) {
  if (!CSS.supports("overflow-anchor", "auto") && before.bottom < 0) scrollBy(0, after.height - before.height);
}
