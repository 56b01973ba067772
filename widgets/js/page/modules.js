// Loads the modules of the widgets, once each, however many of them the page has. The book's build has made classic
// scripts of them, since a browser loads no module scripts from disk: each leaves its default export in `loaded`.

const { files, loaded } = globalThis.cs231nWidgets; // the build puts this object in front of this script
const folder = new URL(".", document.currentScript.src);
const loading = new Map();

// What the traits of a widget may be: {trait: { least, most } or { among }}.
export const limitsOf = (name) => files[name].limits;

// Returns a promise of the module with this name, its styles in place.
export function loadModule(name) {
  if (!loading.has(name)) loading.set(name, load(name));
  return loading.get(name);
}

async function load(name) {
  const { script, style } = files[name];
  await Promise.all([
    add("link", { rel: "stylesheet", href: new URL(style, folder).href }),
    add("script", { src: new URL(script, folder).href }),
  ]);
  return loaded[name];
}

function add(tag, properties) {
  return new Promise((resolve, reject) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.onload = resolve;
    node.onerror = () => reject(new Error(`${node.src || node.href} can’t be loaded`));
    document.head.append(node);
  });
}
