// What FullyConnectedAsConvolution says about its state; cs231n_widgets/fully_connected_as_convolution/messages.py says the
// same, and a test compares them.
import { grouped, number } from "../shared/numerals.js";
import {
  bestPlace,
  compare,
  isHidden,
  judge,
  macsOf,
  markedOf,
  placeOf,
  placesOf,
  scanOf,
  seenAt,
  sightings,
  slidingOf,
} from "./model.js";

const plural = (n, word) => `${grouped(n)} ${word}${n === 1 ? "" : "s"}`;
const where = (row, col) => `row ${row}, column ${col}`;

// Which net slides, and the size of its map.
export function netMessage(s) {
  const [rows, cols] = placesOf(s);
  const name = s.nets.length === 1 ? "Your net" : `The net ${s.padded ? "with" : "without"} zero padding`;
  return `${name} gives scores at ${cols}×${rows} places, ${plural(slidingOf(s).step, "pixel")} apart.`;
}

// Which classes are seen, at how many places each, and where the highest score is.
export function seenMessage(s, { scores } = scanOf(s)) {
  const found = sightings(seenAt(scores, s.labels), s.labels);
  if (!found.length) return "Nothing is seen.";
  const each = found.map(([k, count]) => `${s.labels[k]} at ${plural(count, "place")}`).join(", ");
  const { row, col, k } = bestPlace(scores, s.labels);
  return `Seen: ${each}. The highest score is for ${s.labels[k]}, at ${where(row, col)}.`;
}

// What one pass takes, and what all crops by themselves would.
export function bill(s) {
  const { once, crop } = macsOf(s);
  const [rows, cols] = placesOf(s);
  const together = rows * cols * crop;
  return { once, crops: rows * cols, together, times: together / once };
}

export function billMessage(s) {
  const { once, crops, together, times } = bill(s);
  return (
    `One pass: ${grouped(once)} multiply-adds. ${plural(crops, "crop")}, each by itself: ${grouped(together)}, ` +
    `${number(times)} times as many.`
  );
}

// Which crop is in view, and how many of its cells in front of the FC layers are equal; it asks, where the reader shall say.
export function cropMessage(s, found = compare(s)) {
  const begin = `Crop at ${where(...placeOf(s))}`;
  const count = found.differences.length;
  if (isHidden(s)) return `${begin}: which of its ${count} cells in front of the FC layers are equal?`;
  const equal = found.differences.filter((value) => value === 0).length;
  const lucky = luckyCells(found) ? `, ${luckyCells(found)} of them by luck` : "";
  return `${begin}: ${equal === count ? "all" : `${equal} of`} ${count} cells in front of the FC layers are equal${lucky}.`;
}

// The highest score of the crop in view, in the pass and by itself.
export function scoresMessage(s, { best, bestAlone } = compare(s)) {
  const name = ({ k }) => s.labels[k] || "“nothing”";
  if (best.k === bestAlone.k)
    return (
      `Its highest score, for ${name(best)}: ${number(best.score)} in the pass, ` +
      `${number(bestAlone.score)} by itself.`
    );
  return (
    `Its highest score: ${number(best.score)} for ${name(best)} in the pass, ${number(bestAlone.score)} for ` +
    `${name(bestAlone)} by itself.`
  );
}

// Why so many cells are equal, from what each sees.
export function whyMessage(s, found = compare(s)) {
  const { sees, cells } = slidingOf(s);
  const { untouched } = found;
  const begin = `Each cell sees ${sees}×${sees} pixels.`;
  if (untouched.every(Boolean))
    return `${begin} None reaches over a cut edge, so that pass and crop add up the same numbers.`;
  const zeros = "where the pass has pixels and the crop by itself zeros.";
  const total = untouched.filter(Boolean).length;
  if (!total) return `${begin} All reach over a cut edge, ${zeros} ${luck(found)}`.trimEnd();
  const rows = new Set(untouched.flatMap((fine, n) => (fine ? [Math.floor(n / cells)] : [])));
  const columns = plural(total / rows.size, "column");
  return (
    `${begin} In ${plural(rows.size, "row")} and ${columns} they stay within the cut edges: ${total} cells. ` +
    `The others reach over one, ${zeros} ${luck(found)}`
  ).trimEnd();
}

// How many cells are equal although they reach over a cut edge.
function luckyCells({ differences, untouched }) {
  return untouched.filter((fine, n) => !fine && differences[n] === 0).length;
}

function luck(found) {
  const count = luckyCells(found);
  return count ? `${count} of them ${count === 1 ? "is" : "are"} equal by luck: other ink would change that.` : "";
}

// Whether the reader has marked the right cells.
export function verdict(s, found = compare(s)) {
  const { wrong, leftOut } = judge(s, found);
  if (!wrong && !leftOut) return "Right.";
  const said = [];
  if (wrong) said.push(`${plural(wrong, "marked cell")} ${wrong === 1 ? "differs" : "differ"}`);
  if (leftOut) said.push(`${plural(leftOut, "equal cell")} ${leftOut === 1 ? "has" : "have"} no mark`);
  return `Not yet: ${said.join(" and ")}. Choose another place of the map, and mark the cells of its crop.`;
}

// A cell in front of the FC layers: by how much it differs, if that is in view.
export function cellMessage(s, row, col, found = compare(s)) {
  const n = row * slidingOf(s).cells + col;
  const difference = found.differences[n];
  const marked = markedOf(s)[n] ? "marked as equal" : "not marked";
  const said = isHidden(s) ? marked : difference === 0 ? "equal" : `differs by ${number(difference)}`;
  return `Cell at ${where(row, col)}: ${said}`;
}

// The canvas, what the net sees on it, what that costs, and the crop in view, unless there is no such knob.
export function describe(s) {
  const said = [`A canvas of ${s.width}×${s.height} pixels.`, netMessage(s), seenMessage(s), billMessage(s)];
  if (!s.knobs.includes("crop")) return said.join(" ");
  const found = compare(s);
  said.push(cropMessage(s, found));
  if (!isHidden(s)) {
    if (s.ask) said.push(verdict(s, found));
    said.push(scoresMessage(s, found), whyMessage(s, found));
  }
  return said.join(" ");
}
