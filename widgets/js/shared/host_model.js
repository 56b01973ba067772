// The model of a widget that no kernel is behind: its state, and who listens to it. What a widget asks of anywidget's
// model it finds here; the book's page and the JupyterLab extension make their widgets with it.

// Whether two values that JSON can say are the same.
const isEqual = (a, b) => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);

export class HostModel {
  constructor(state) {
    this.state = { ...state };
    this.listeners = [];
  }

  get(name) {
    return this.state[name];
  }

  // Takes a name and a value, or an object of several; tells who listens of those that are new.
  set(name, value) {
    const values = typeof name === "object" ? name : { [name]: value };
    const changed = Object.keys(values).filter((key) => !isEqual(this.state[key], values[key]));
    Object.assign(this.state, values);
    for (const key of changed) this.tell(`change:${key}`, this.state[key]);
    if (changed.length) this.tell("change");
  }

  on(events, callback) {
    for (const event of events.split(/\s+/)) this.listeners.push({ event, callback });
  }

  off(events, callback) {
    const names = events?.split(/\s+/);
    this.listeners = this.listeners.filter(
      (one) => (names && !names.includes(one.event)) || (callback && callback !== one.callback),
    );
  }

  tell(event, value) {
    for (const { callback } of this.listeners.filter((one) => one.event === event)) {
      try {
        callback(this, value);
      } catch (error) {
        console.error(error); // one listener's mistake must not stop the others
      }
    }
  }

  // The state is here already: there is nobody to send it to.
  save_changes() {}
}
