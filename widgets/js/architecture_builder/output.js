// The net to take along: as a spec in its shortest form, and as Python code, each with a button that copies it.

import { makeChoice } from "../shared/choice.js";
import { copyText } from "../shared/clipboard.js";
import { h, say } from "../shared/dom.js";

const FORMS = [
  ["spec", "spec"],
  ["code", "Python"],
];

export class Output {
  constructor() {
    this.form = "spec";
    this.choice = makeChoice("Form", FORMS, (form) => {
      this.form = form;
      this.write();
    });
    this.said = h("span", { class: "cs-net-copied", role: "status" });
    this.button = h("button", { type: "button", class: "cs-button", onclick: () => this.copy() });
    this.text = h("pre", { class: "cs-net-code", tabindex: "0", role: "group" });
    this.node = h(
      "div",
      { class: "cs-net-output", role: "group", "aria-label": "Take it with you" },
      h(
        "div",
        { class: "cs-net-line" },
        h("span", {}, "Take it with you as"),
        this.choice.node,
        this.button,
        this.said,
      ),
      this.text,
    );
    this.choice.show(this.form);
  }

  show(texts) {
    this.texts = texts;
    this.write();
  }

  write() {
    const text = this.texts[this.form];
    say(this.text, text || "A net that doesn’t fit is nothing to take along yet.");
    this.button.disabled = !text;
    const name = this.form === "spec" ? "spec" : "code";
    say(this.button, `Copy ${name}`);
    this.text.setAttribute("aria-label", `The net as ${this.form === "spec" ? "a spec" : "Python code"}`);
    say(this.said, "");
  }

  async copy() {
    try {
      await copyText(this.texts[this.form]);
      say(this.said, "Copied.");
    } catch {
      say(this.said, "This browser lets no page copy. Select the text and copy it.");
    }
  }
}
