// The model of a widget that has no kernel: on the book's page, and in a notebook that was only opened. It has the part
// of Jupyter's widget model that our widgets use; JSON values only.

const isPlain = (value) => Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]";

// Deeply, as in Jupyter: a list that is set again unchanged is no change.
function isEqual(a, b) {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}

export class HostModel {
  // `state` is {trait: value}. The host hears of each change by `change:TRAIT`, and of save_changes() by `save`.
  constructor(state) {
    this.state = structuredClone(state);
    this.listeners = [];
    this.changing = false;
    this.again = false;
  }

  get(name) {
    return this.state[name];
  }

  // set("row", 2) or set({ row: 2, col: 0 }). First each trait's listeners hear of it, then those of `change`.
  set(name, value) {
    const given = Object.entries(typeof name === "string" ? { [name]: value } : name);
    const news = given.filter(([key, now]) => !isEqual(this.state[key], now));
    if (!news.length) return;
    Object.assign(this.state, Object.fromEntries(news));
    const outermost = !this.changing;
    this.changing = true;
    for (const [key] of news) this.trigger(`change:${key}`, this, this.state[key]);
    this.again = true;
    if (!outermost) return; // a listener has set more: the outermost call tells of it
    while (this.again) {
      this.again = false;
      this.trigger("change", this);
    }
    this.changing = false;
  }

  save_changes() {
    this.trigger("save", this);
  }

  // `events` are names with spaces between; `owner` is whose listeners off() may take away together.
  on(events, callback, owner) {
    for (const event of events.split(/\s+/)) this.listeners.push({ event, callback, owner });
  }

  off(events, callback, owner) {
    const names = events?.split(/\s+/);
    this.listeners = this.listeners.filter(
      (one) =>
        (names && !names.includes(one.event)) ||
        (callback && callback !== one.callback) ||
        (owner && owner !== one.owner),
    );
  }

  trigger(event, ...details) {
    for (const { callback } of this.listeners.filter((one) => one.event === event)) {
      try {
        callback(...details);
      } catch (error) {
        console.error(error); // one view's mistake must not stop the others
      }
    }
  }

  // What one view receives as `model`: its off() reaches its own listeners only.
  facade() {
    const owner = {};
    return {
      get: (name) => this.get(name),
      set: (name, value) => this.set(name, value),
      save_changes: () => this.save_changes(),
      on: (events, callback) => this.on(events, callback, owner),
      off: (events, callback) => this.off(events, callback, owner),
    };
  }
}
