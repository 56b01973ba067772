// For Jupyter Book 2: what is made for notebooks, too, as its parser, MyST, wants to have it.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Returns all nodes of a type below a node. */
function findAll(node, type) {
  const below = (node.children ?? []).flatMap((child) => findAll(child, type));
  return node.type === type ? [node, ...below] : below;
}

/** Returns the keys of a bibliography's entries, in its order. */
function keysOf(bibliography) {
  return [...readFileSync(bibliography, "utf-8").matchAll(/^@\w+\{([\w-]+),/gm)].map((found) => found[1]);
}

/** Returns an entry of the bibliography as an item of a list, which links find by the entry's key. */
function entry(key) {
  const cite = { type: "cite", kind: "narrative", label: key, identifier: key };
  return { type: "listItem", identifier: key, label: key, html_id: key, children: [cite] };
}

/** Gives a cell's figures the alternative text that its metadata has for them. */
function describeFigures(cell) {
  const alt = cell.data?.cs231n?.alt;
  for (const outputs of alt ? findAll(cell, "outputs") : []) {
    const pngs = outputs.children.flatMap((output) => output.jupyter_data?.data?.["image/png"] ?? []);
    outputs.children = outputs.children.filter((output) => !output.jupyter_data?.data?.["image/png"]);
    const url = (png) => `data:image/png;base64,${[png].flat().join("").replaceAll("\n", "")}`;
    cell.children.push(...pngs.map((png) => ({ type: "image", url: url(png), alt })));
  }
}

const transform = {
  name: "course",
  stage: "document",
  plugin: () => (tree, file) => {
    tree.children = tree.children.filter((cell) => !cell.data?.tags?.includes("remove-cell"));
    for (const cell of findAll(tree, "block")) {
      // A cell's id is unique in its chapter, not in the book, and no link leads to a cell.
      cell.identifier = cell.html_id = undefined;
      describeFigures(cell);
    }
    const linked = new Set(findAll(tree, "link").map((link) => link.url));
    for (const heading of findAll(tree, "heading")) {
      if (linked.has(`#${heading.identifier}`)) heading.implicit = false;
    }
    for (const list of findAll(tree, "bibliography")) {
      list.type = "list";
      list.children = keysOf(join(dirname(file.path), "references.bib")).map(entry);
    }
  },
};

export default { name: "The course's chapters for MyST", transforms: [transform] };
