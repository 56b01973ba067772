// Mounts the anywidgets of a page that has no kernel: reads the state that the executed notebook stored, imports each
// widget's own module from it and lets it render. No require.js, no html-manager, nothing from a network.
"use strict";

(() => {
  const STATE = 'script[type="application/vnd.jupyter.widget-state+json"]';
  const VIEW = 'script[type="application/vnd.jupyter.widget-view+json"]';

  const records = {}; // model id -> what the notebook stored
  const models = new Map(); // model id -> Model
  const modules = new Map(); // Model -> promise of its module, initialised

  // --- the stored state --------------------------------------------------------------------------------------------

  /** Give a record's attributes, with binary buffers back in their places and shared code taken from its owner. */
  function attributesOf({ state, buffers = [] }) {
    for (const { data, path } of buffers) {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      let holder = state;
      path.slice(0, -1).forEach((key, place) => {
        holder = holder[key] ??= typeof path[place + 1] === "number" ? [] : {};
      });
      holder[path.at(-1)] = new DataView(bytes.buffer);
    }
    for (const key of ["_esm", "_css"]) {
      const owner = state[key]?.same_as;
      if (owner) state[key] = records[owner].state[key];
    }
    return state;
  }

  const isPlain = (value) => Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]";

  /** Tell whether two trait values are equal: deeply for JSON values, by identity for others, as in Jupyter. */
  function isEqual(a, b) {
    if (Object.is(a, b)) return true;
    if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => key in b && isEqual(a[key], b[key]));
  }

  // --- models ------------------------------------------------------------------------------------------------------

  /** The part of Jupyter's widget model that a widget may use. With no kernel, the page's state is the only one. */
  class Model {
    constructor(id, record) {
      this.id = id;
      this.name = record.model_name;
      this.isAnywidget = record.model_module === "anywidget";
      this.attributes = attributesOf(record);
      this.listeners = [];
      this.changing = false;
    }

    get(key) {
      return this.attributes[key];
    }

    set(key, value) {
      const given = Object.entries(isPlain(key) ? key : { [key]: value });
      const changed = given.filter(([name, now]) => !isEqual(this.attributes[name], now));
      if (!changed.length) return;
      Object.assign(this.attributes, Object.fromEntries(changed));
      const outermost = !this.changing;
      this.changing = true;
      for (const [name] of changed) this.trigger(`change:${name}`, this, this.attributes[name]);
      this.dirty = true;
      if (!outermost) return;
      while (this.dirty) {
        this.dirty = false;
        this.trigger("change", this);
      }
      this.changing = false;
    }

    on(events, callback, owner) {
      for (const event of events.split(/\s+/)) this.listeners.push({ event, callback, owner });
    }

    off(events, callback, owner) {
      const named = events?.split(/\s+/);
      this.listeners = this.listeners.filter(
        (listener) =>
          (named && !named.includes(listener.event)) ||
          (callback && callback !== listener.callback) ||
          (owner && owner !== listener.owner),
      );
    }

    trigger(event, ...details) {
      for (const { callback } of this.listeners.filter((listener) => listener.event === event)) {
        try {
          callback(...details);
        } catch (error) {
          console.error(error); // one view's mistake must not stop the others
        }
      }
    }

    /** Make what a widget's code receives as `model`; its `off()` reaches only the listeners it added itself. */
    facade() {
      const owner = {};
      return {
        get: (key) => this.get(key),
        set: (key, value) => this.set(key, value),
        on: (events, callback) => this.on(events, callback, owner),
        off: (events, callback) => this.off(events, callback, owner),
        save_changes() {},
        send() {},
        widget_manager: { get_model: async (reference) => findModel(reference).facade() },
      };
    }
  }

  /** Find a model by its id or by a reference to it, "IPY_MODEL_" and the id. */
  function findModel(reference) {
    const id = String(reference).replace(/^IPY_MODEL_/, "");
    if (!models.has(id)) {
      if (!records[id]) throw new Error(`the page holds no widget model ${id}`);
      models.set(id, new Model(id, records[id]));
    }
    return models.get(id);
  }

  /** Carry out a jslink or jsdlink: LinkModel goes both ways, DirectionalLinkModel one way. */
  function link({ model_name: name, state }) {
    const [source, from] = [findModel(state.source[0]), state.source[1]];
    const [target, to] = [findModel(state.target[0]), state.target[1]];
    source.on(`change:${from}`, () => target.set(to, source.get(from)));
    if (name === "LinkModel") target.on(`change:${to}`, () => source.set(from, target.get(to)));
    target.set(to, source.get(from));
  }

  // --- views -------------------------------------------------------------------------------------------------------

  const forever = new AbortController().signal; // a static page never takes a widget down
  const experimental = {
    invoke: async () => {
      throw new Error("there is no kernel behind this page");
    },
  };
  const host = {
    getModel: async (reference) => findModel(reference).facade(),
    getWidget: async (reference) => {
      const model = findModel(reference);
      const { exports } = await moduleOf(model);
      return { exports, render: ({ el }) => mount(model, el) };
    },
  };

  function addStyle(css) {
    const known = [...document.querySelectorAll("style[data-widget]")].some((style) => style.textContent === css);
    if (!css || known) return;
    const style = document.createElement("style");
    style.dataset.widget = "";
    style.textContent = css;
    document.head.append(style);
  }

  /** Import and initialise a model's module, once however many views it has. */
  function moduleOf(model) {
    if (!modules.has(model)) modules.set(model, importModule(model));
    return modules.get(model);
  }

  async function importModule(model) {
    addStyle(model.get("_css"));
    const address = URL.createObjectURL(new Blob([model.get("_esm")], { type: "text/javascript" }));
    const module = await import(address).finally(() => URL.revokeObjectURL(address));
    const given = module.default ?? { render: module.render };
    const widget = typeof given === "function" ? await given() : given;
    const exports = await widget.initialize?.({ model: model.facade(), signal: forever, experimental });
    return { widget, exports };
  }

  async function mount(model, el) {
    if (model.isAnywidget) {
      const { widget } = await moduleOf(model);
      el.className = "widget-view";
      await widget.render?.({ model: model.facade(), el, signal: forever, host, experimental });
    } else if (/^[HV]?BoxModel$/.test(model.name)) {
      el.className = `widget-view widget-box ${model.name === "HBoxModel" ? "widget-row" : "widget-column"}`;
      const children = model.get("children").map((child) => mount(findModel(child), el.appendChild(newElement())));
      await Promise.all(children);
    } else {
      note(el, `Here is a widget (${model.name.replace(/Model$/, "")}) that works only in a running notebook.`);
    }
  }

  const newElement = () => document.createElement("div");

  function note(el, text) {
    el.className = "widget-note";
    el.setAttribute("role", "note");
    el.textContent = text;
  }

  /** Put the live view where its script stands. The still picture beside it goes, except in print. */
  async function replace(script) {
    const el = newElement();
    const picture = script.nextElementSibling?.matches(".widget-picture") ? script.nextElementSibling : null;
    script.after(el);
    try {
      await mount(findModel(JSON.parse(script.textContent).model_id), el);
    } catch (error) {
      console.error(error);
      note(el, `This widget did not start: ${error.message}`);
    }
    if (!picture) return;
    if (el.matches(".widget-view")) {
      picture.classList.add("print-only");
      el.classList.add("screen-only");
    } else {
      el.remove();
    }
  }

  async function start() {
    for (const script of document.querySelectorAll(STATE)) {
      Object.assign(records, JSON.parse(script.textContent).state);
    }
    for (const record of Object.values(records)) {
      if (/^(Directional)?LinkModel$/.test(record.model_name)) link(record);
    }
    await Promise.all([...document.querySelectorAll(VIEW)].map(replace));
    performance.mark("widgets-ready");
    document.documentElement.dataset.widgets = "ready";
  }

  start(); // the script is deferred: the document is there
})();
