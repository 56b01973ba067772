// Back, Play, Step and Reset: the buttons that walk through places, and the clock behind Play.

import { DescribedView } from "./described.js";
import { h, icon } from "./dom.js";

export const PLAY = "M4 2.5v11l9-5.5z";
export const PAUSE = "M4 2.5h3v11H4zM9 2.5h3v11H9z";
const BACK = "M12 2.5v11L5.5 8zM3.5 2.5h1.6v11H3.5z";
export const NEXT = "M4 2.5v11L10.5 8zM10.9 2.5h1.6v11h-1.6z";

export class Player {
  // on: { step(n), start(): false if there is nothing to play, next(): false at the end, paused(), reset() }
  constructor(label, on) {
    this.on = on;
    this.timer = null;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)"); // slower where motion is unwelcome
    const button = (text, path, act, name) =>
      h(
        "button",
        { type: "button", class: `cs-button cs-${name}`, onclick: act },
        path ? icon(path) : null,
        h("span", {}, text),
      );
    this.play = button("Play", PLAY, () => this.toggle(), "play");
    this.node = h(
      "div",
      { class: "cs-player", role: "group", "aria-label": label },
      button("Back", BACK, () => on.step(-1), "back"),
      this.play,
      button("Step", NEXT, () => on.step(1), "step"),
      button("Reset", null, () => on.reset(), "reset"),
    );
  }

  get playing() {
    return this.timer !== null;
  }

  toggle() {
    if (this.playing) return this.pause();
    if (this.on.start() === false) return;
    this.timer = setInterval(() => this.on.next() || this.pause(), this.calm.matches ? 1800 : 850);
    this.show();
  }

  pause() {
    if (!this.playing) return;
    clearInterval(this.timer);
    this.timer = null;
    this.show();
    this.on.paused();
  }

  show() {
    this.play.replaceChildren(icon(this.playing ? PAUSE : PLAY), h("span", {}, this.playing ? "Pause" : "Play"));
  }
}

// A view with a player: while it plays, a screen reader is left in peace.
export class PlayedView extends DescribedView {
  announce(text) {
    clearTimeout(this.later);
    if (!this.player.playing && this.watch) super.announce(text);
  }

  destroy() {
    this.player.pause();
    super.destroy();
  }
}
