// The size formula with the numbers put in.
import { h } from "./dom.js";
import { dilatedSize, exactOutSize, fits } from "./sizing.js";

// The formula along one side: its terms, its value as it stands (4.5 shows) and whether it fits.
function sizeTerms(side, { F, S, P, dilation }) {
  return {
    side,
    F,
    span: dilatedSize(F, dilation),
    S,
    P,
    value: exactOutSize(side, F, S, P, dilation),
    fits: fits(side, F, S, P, dilation),
  };
}

// To two decimals: 54.25 windows.
const quotient = (value) => String(Number(value.toFixed(2))).replace("-", "−");
const term = (value, letter, colour) =>
  h("span", { class: `cs-term cs-ink-${colour}` }, h("b", {}, String(value)), h("small", {}, letter));

// (5 − 3 + 2·1)/2 + 1 = 3, each number over its letter.
function line(name, { side, F, span, S, P, value, fits }, letter) {
  const reach = span === F ? "F" : `(F−1)·${(span - 1) / (F - 1)}+1`;
  const spoken = `${name}: open bracket ${side} minus ${span} plus 2 times ${P}, close bracket, over ${S}, plus 1, is ${quotient(value)}`;
  return h(
    "span",
    { class: `cs-formula-line${fits ? "" : " cs-misfit"}`, role: "img", "aria-label": spoken },
    h("span", { class: "cs-formula-name" }, name),
    "(",
    term(side, letter, "x"),
    "−",
    term(span, reach, "w"),
    "+ 2·",
    term(P, "P", "s"),
    ")/",
    term(S, "S", "s"),
    "+ 1 =",
    h("b", { class: "cs-formula-value" }, quotient(value)),
    fits ? null : h("span", { class: "cs-mark" }, "!"),
  );
}

// One line for a square input, else one across and one down; s has the letters W, H, F, S, P and dilation.
export function formulaLines(s) {
  const across = line(s.W === s.H ? "Output size" : "Across", sizeTerms(s.W, s), "W");
  return s.W === s.H ? [across] : [across, line("Down", sizeTerms(s.H, s), "H")];
}
