// Writes plain HTML of what Jupyter Book 2 has made of a book. What its own theme hides, a <details> hides here.
import fs from "node:fs";
import path from "node:path";

const OUT = process.env.BUILD_DIRECTORY;
const STYLE = "body { font: 16px sans-serif; max-width: 50em; margin: auto } pre { background: #eee; overflow: auto }";
// Nodes that become an element, with its name.
const ELEMENTS = {
  ...{ paragraph: "p", emphasis: "em", strong: "strong", listItem: "li", blockquote: "blockquote" },
  ...{ table: "table", tableRow: "tr", tableCell: "td", span: "span", details: "details", summary: "summary" },
  ...{ container: "figure", caption: "figcaption", outputs: "div", cite: "cite" },
};

async function get(address) {
  const answer = await fetch(process.env.CONTENT_CDN + address);
  if (!answer.ok) throw Error(`${address}: ${answer.status}`);
  return answer.json();
}

function escaped(text) {
  return String(text ?? "").replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}

/** Returns the HTML of a stored output. A large one lies in a file of its own. */
function output({ data, text }) {
  if (!data) return `<pre>${escaped(text)}</pre>`;
  const picture = Object.keys(data).find((mime) => mime.startsWith("image/"));
  if (picture) return `<img src="build${data[picture].path}">`;
  const { content, path: file } = data["text/html"] ?? {};
  const html = content ?? (file && fs.readFileSync(path.join(OUT, "../site/public", file), "utf-8"));
  return html ?? `<pre>${escaped(data["text/plain"]?.content)}</pre>`;
}

function address(node) {
  if (!node.url?.startsWith("/")) return node.url ?? `#${node.html_id}`;
  return `${node.url === "/" ? "index" : node.url.slice(1)}.html${node.html_id ? `#${node.html_id}` : ""}`;
}

function shown(node) {
  const id = node.html_id ? ` id="${escaped(node.html_id)}"` : "";
  const inner = () => (node.children ?? []).map(render).join("");
  if (ELEMENTS[node.type]) return `<${ELEMENTS[node.type]}${id}>${inner()}</${ELEMENTS[node.type]}>`;
  switch (node.type) {
    case "heading":
      return `<h${node.depth}${id}>${inner()}</h${node.depth}>`;
    case "list":
      return node.ordered ? `<ol>${inner()}</ol>` : `<ul>${inner()}</ul>`;
    case "code":
      return `<pre><code>${escaped(node.value)}</code></pre>`;
    case "inlineCode":
      return `<code>${escaped(node.value)}</code>`;
    case "math":
    case "inlineMath":
      return `<span class="math">${node.html ?? escaped(node.value)}</span>`;
    case "link":
    case "crossReference":
      return `<a href="${escaped(address(node.type === "link" ? { url: node.url } : node))}">${inner()}</a>`;
    case "image":
      return `<img src="build/${path.basename(node.url)}" alt="${escaped(node.alt)}">`;
    case "output":
      return output(node.jupyter_data);
    case "comment":
      return "";
    default:
      return node.children ? inner() : escaped(node.value);
  }
}

function render(node) {
  if (node.visibility === "remove") return "";
  return node.visibility === "hide" ? `<details><summary>Show</summary>${shown(node)}</details>` : shown(node);
}

const project = (await get("/config.json")).projects[0];
for (const slug of [project.index, ...project.pages.map((page) => page.slug).filter(Boolean)]) {
  const page = await get(`/content/${slug}.json`);
  const title = escaped(page.frontmatter.title);
  const body = `<h1>${title}</h1>${render(page.mdast)}`;
  const html = `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>${body}`;
  fs.writeFileSync(path.join(OUT, `${slug === project.index ? "index" : slug}.html`), html);
}
fs.cpSync(path.join(OUT, "../site/public"), path.join(OUT, "build"), { recursive: true });
