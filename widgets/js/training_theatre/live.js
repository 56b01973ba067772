// Who trains: the page itself, between two frames; the kernel, which is asked; or nobody, where a run was recorded.
// Each has frame(chosen), playing, play(), pause(), step(by), reset() and calls show() when there is something new.
import { bytes } from "./digits.js";
import { Run } from "./run.js";

const SLICE = 8; // milliseconds after which no more work is begun before the next frame of the page
const PACES = { slow: 4, steady: 30, fast: Infinity }; // steps a second
const SHOWN = 100; // milliseconds from one picture to the next
const CALM = 700; // where motion is unwelcome
const ANSWER = 4000; // milliseconds in which a kernel that has nothing else to do has answered
const SCRUB = 350; // from one frame of a record to the next
const LIMIT = 50_000; // steps, after which a page has trained enough

export class OnPage {
  constructor(read, show) {
    Object.assign(this, { read, show, playing: false });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
    this.reset();
  }

  get over() {
    return !this.run.sound || this.run.steps >= LIMIT;
  }

  reset() {
    this.run = new Run(this.read());
  }

  frame(chosen) {
    return this.run.frame(chosen);
  }

  play() {
    if (this.playing || this.over) return;
    this.playing = true;
    this.owed = 1; // the first step comes at once
    this.last = this.drawn = performance.now();
    this.next = requestAnimationFrame(() => this.slice());
  }

  pause() {
    cancelAnimationFrame(this.next);
    this.playing = false;
    this.finish();
  }

  step() {
    if (!this.over) this.run.step(this.read());
  }

  // No curve ends between two measurements.
  finish() {
    while (this.run.due.length) this.run.measure();
  }

  // What is done between two frames of the page: some steps, or a new picture of what they have done.
  slice() {
    const begun = performance.now();
    if (begun - this.drawn >= (this.calm.matches ? CALM : SHOWN)) {
      this.drawn = begun;
      this.show();
    } else this.work(begun);
    if (this.over && !this.run.due.length) {
      this.pause();
      this.show();
    } else this.next = requestAnimationFrame(() => this.slice());
  }

  work(begun) {
    const s = this.read();
    this.owed = Math.min(this.owed + ((begun - this.last) / 1000) * PACES[s.pace], 1000);
    this.last = begun;
    while (this.run.due.length || (this.owed >= 1 && !this.over)) {
      if (!this.run.due.length) this.owed--;
      this.run.work(s);
      if (performance.now() - begun > SLICE) break;
    }
  }

  destroy() {
    cancelAnimationFrame(this.next);
  }
}

export class InKernel {
  // ask(what) sends a command; complain() is called when nobody has answered.
  constructor(read, ask, complain) {
    Object.assign(this, { read, ask, complain });
  }

  get playing() {
    return this.read().running;
  }

  get over() {
    return !this.read().frame.sound;
  }

  frame() {
    return decoded(this.read().frame);
  }

  play() {
    this.send("play");
  }

  pause() {
    this.send("pause");
  }

  step() {
    this.send("step");
  }

  reset() {
    this.send("reset");
  }

  send(what) {
    const n = this.ask(what);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.read().answered < n && this.complain(), ANSWER);
  }

  destroy() {
    clearTimeout(this.waiting);
  }
}

export class Recorded {
  // go(at) moves to another frame of the record.
  constructor(read, go) {
    Object.assign(this, { read, go, timer: null });
    this.calm = matchMedia("(prefers-reduced-motion: reduce)");
  }

  get frames() {
    return this.read().record.frames;
  }

  get at() {
    return Math.min(this.read().at, this.frames.length - 1);
  }

  get playing() {
    return this.timer !== null;
  }

  get over() {
    return false;
  }

  frame() {
    const frame = this.frames[this.at];
    const { curves } = this.read().record;
    const count = Math.max(curves.steps.filter((step) => step <= frame.step).length, 1);
    const cut = Object.entries(curves).map(([name, values]) => [name, values.slice(0, count)]);
    return decoded({ ...frame, curves: Object.fromEntries(cut), inside: null, until: this.frames.at(-1).step });
  }

  play() {
    if (this.at === this.frames.length - 1) this.go(0);
    this.timer = setInterval(
      () => {
        if (this.at + 1 >= this.frames.length - 1) this.pause();
        this.go(Math.min(this.at + 1, this.frames.length - 1));
      },
      this.calm.matches ? 3 * SCRUB : SCRUB,
    );
  }

  pause() {
    clearInterval(this.timer);
    this.timer = null;
  }

  step() {
    this.go(Math.min(this.at + 1, this.frames.length - 1));
  }

  reset() {
    this.go(0);
  }

  destroy() {
    this.pause();
  }
}

// A frame that came as JSON: its pictures' levels as bytes.
function decoded(frame) {
  const open = (one) => one && { ...one, levels: bytes(one.levels) };
  const inside = frame.inside && { ...frame.inside, maps: frame.inside.maps.map(open) };
  return { ...frame, filters: open(frame.filters), inside };
}
