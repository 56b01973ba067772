// The calculation in view: the products of window and filter, slice by slice, their sums, the bias and the total.
import { h, say } from "../shared/dom.js";
import { writeCell } from "../shared/grid.js";
import { number } from "../shared/numerals.js";

export class Calculation {
  constructor({ D, F }) {
    const square = () =>
      Array.from({ length: F }, () => Array.from({ length: F }, () => h("span", { class: "cs-cell" })));
    this.products = Array.from({ length: D }, square);
    this.sums = this.products.map(() => h("b", { class: "cs-sum" }));
    this.names = this.products.map(() => h("div", { class: "cs-slice-name" }));
    this.blocks = this.products.map((rows, c) => this.block(rows, c));
    this.bias = h("b", { class: "cs-sum" });
    this.total = h("b", { class: "cs-sum cs-total" });
    this.totalName = h("span", {});
    const foot = h(
      "div",
      { class: "cs-bias cs-addition" },
      h("div", {}, h("span", {}, "bias"), this.bias),
      h("div", { class: "cs-result" }, this.totalName, this.total),
    );
    const detail = h("span", {}, h("span", {}, "products"), h("span", {}, "sum"));
    this.node = h(
      "div",
      { class: "cs-part cs-part-sum" },
      h("div", { class: "cs-part-name" }, h("b", {}, "Window × filter"), detail),
      h("div", { class: "cs-slices" }, this.blocks, foot),
    );
    products(this.products, (cell, ...place) => {
      cell.pair = place;
    });
  }

  block(rows, c) {
    const lines = rows.map((row) => h("div", { class: "cs-row" }, row));
    return h(
      "div",
      { class: "cs-slice cs-product", role: "img" },
      this.names[c],
      h("div", { class: "cs-equation" }, h("div", { class: "cs-field" }, lines), this.sums[c]),
    );
  }

  // `calc` is null where there is no output to work out; k is the filter in view.
  show(calc, at, k) {
    products(this.products, (cell, c, i, j) => (calc ? writeCell(cell, calc.products[c][i][j]) : say(cell, "–")));
    this.blocks.forEach((block, c) => {
      say(this.names[c], `x[${c}] × w[${k}, ${c}]`);
      say(this.sums[c], calc ? number(calc.sums[c]) : "–");
      block.setAttribute("aria-label", calc ? sliceMessage(calc, c) : `Slice ${c}: no window`);
    });
    say(this.bias, calc ? `${calc.bias < 0 ? "−" : "+"} ${number(Math.abs(calc.bias))}` : "–");
    say(this.total, calc ? number(calc.total) : "–");
    this.total.classList.toggle("cs-total", Boolean(calc));
    say(this.totalName, at ? `y[${at.k}, ${at.row}, ${at.col}] =` : "no output");
  }
}

const sliceMessage = ({ products: all, sums }, c) =>
  `Slice ${c}: products ${all[c].flat().map(number).join(", ")}; sum ${number(sums[c])}`;

function products(slices, each) {
  slices.forEach((rows, c) => rows.forEach((row, i) => row.forEach((cell, j) => each(cell, c, i, j))));
}
