// The line that stands for what is folded, and opens it.

import { Widget } from "@lumino/widgets";

/** A line in a cell, which is a button. */
export class FoldLine extends Widget {
  constructor(onToggle: () => void) {
    super();
    this.addClass("cs231n-Fold");
    this._button.type = "button";
    this._button.addEventListener("click", onToggle);
    this.node.append(this._button);
  }

  /** Shows what the line says, and whether it is open. */
  say(text: string, isOpen: boolean): void {
    this._button.setAttribute("aria-expanded", String(isOpen));
    if (this._button.textContent !== text) this._button.textContent = text;
  }

  /** Moves the focus to the line. */
  focus(): void {
    this._button.focus({ preventScroll: true });
  }

  private _button = document.createElement("button");
}
