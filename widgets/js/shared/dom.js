// The little that the widgets need to build elements.

// Make an element: h("p", { class: "note", onclick: f, "aria-label": "..." }, child, "text", [more]).
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false)
      node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

// Change a text only if it differs, so that a screen reader is not told twice.
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// An element of a drawing: svg("path", { d: "..." }, child, "text", [more]).
export function svg(tag, props = {}, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) if (value !== null) node.setAttribute(name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

// A picture for a button: SVG paths on a 16 x 16 field in the colour of the text.
export const icon = (path) => svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: path }));

let made = 0;
// Each widget on a page runs this file anew, so that counting alone would give two of them the same names.
const instance = Math.random().toString(36).slice(2, 8);
export const unique = (name) => `cs-${name}-${instance}-${++made}`;
