// What the calculator says about its state, and about the window in view.
import { plural, signed } from "../shared/numerals.js";
import { dilatedSize, explain } from "../shared/sizing.js";
import { fitAlong, row, sizes } from "./model.js";
import { whyNoPadding } from "./search.js";

// Whether the windows fit, in the kit's words, and what happens if not: { fine, text }.
export function fitReport(s) {
  const { W, H, W2, H2, K } = sizes(s);
  const sides =
    W === H
      ? [["", W]]
      : [
          ["Across: ", W],
          ["Down: ", H],
        ];
  const told = sides
    .filter(([, side]) => !fitAlong(side, s))
    .map(([name, side]) => name + signed(explain(side, s.F, s.S, s.P, s.dilation)));
  const wide =
    s.dilation > 1 && s.F > 1
      ? ` A filter of ${s.F} dilated by ${s.dilation} reaches over ${dilatedSize(s.F, s.dilation)} cells.`
      : "";
  const missed = row(W, s).unread.includes(true) || row(H, s).unread.includes(true);
  const all = missed ? "but there are cells that no window reads" : "and every cell is read";
  const many = W === H ? plural(W2, "window") : `${plural(W2, "window")} across and ${H2} down`;
  if (!told.length) return { fine: true, text: `It fits: ${many}, ${all}.${wide}` };
  const up = [W, H].some((side) => row(side, s).added);
  const done = !W2 ? "There is no output." : `${up ? "Rounded up" : "Cropped"}, the output is ${W2} × ${H2} × ${K}.`;
  return { fine: false, text: `${told.join(" ")} ${done}${wide}` };
}

// Why no padding helps, or "" where it does.
export function noPaddingMessage(s) {
  const { W, H } = sizes(s);
  return signed([...new Set([W, H])].map((side) => whyNoPadding(side, s.F, s.S, s.P, s.dilation)).find(Boolean) ?? "");
}

// What a window of a row reads; r is model.js's row.
export function windowMessage(r, n) {
  const first = n * r.S - r.P;
  const last = first + r.span - 1;
  const cell = (i) => (i < 0 || i >= r.side ? `${signed(String(i))} (padding)` : String(i));
  const range = first === last ? `cell ${cell(first)}` : `cells ${cell(first)} to ${cell(last)}`;
  const apart = r.dilation > 1 && r.F > 1 ? `, ${r.F} of them, ${r.dilation} apart` : "";
  return `${r.refused ? "Window" : "Neuron"} ${n} of ${r.count} reads ${range}${apart}.`;
}
