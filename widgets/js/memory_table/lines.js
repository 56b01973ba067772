// The lines of the table: a row each, branches with their rows under them, and repeats that fold into one line.
//
// A line is { kind: "row", first, last, key }, or with `lines` inside: { kind: "branches", label, ... }, or a repeat,
// { kind: "repeat", id, times, label, ... }. first and last are the numbers of its rows; equal keys, equal layers. Where a
// round of a repeat or a branch begins, `begins` is its number.

import { fold, wordOf } from "../shared/spec/grammar.js";

const MARK = "\u0000"; // begins what stands for a repeat among the keys

export function linesOf(tree) {
  const counter = { id: 0 };
  return [{ kind: "row", first: 0, last: 0, key: "INPUT" }, ...within(tree, counter)];
}

function within(node, counter) {
  return node.kind === "Serial"
    ? folded(
        node.parts.flatMap((part) => flat(part, counter)),
        counter,
      )
    : flat(node, counter);
}

// The lines of a node in a row with others: a Serial in a Serial has none of its own.
function flat(node, counter) {
  if (node.kind === "layer") return [{ kind: "row", first: node.row, last: node.row, key: wordOf(node.layer) }];
  if (node.kind === "Serial") return node.parts.flatMap((part) => flat(part, counter));
  const joint = { kind: "row", first: node.row, last: node.row, key: node.kind };
  const branches = node.parts.map((part) => within(part, counter));
  numberBegins(branches);
  const lines = [...branches.flat(), joint];
  const key = `${node.kind}(${branches.map((some) => some.map((line) => line.key).join("→")).join(", ")})`;
  return [{ kind: "branches", label: node.kind, lines, key, first: lines[0].first, last: node.row }];
}

// Lines with equal neighbours folded.
function folded(lines, counter) {
  const keys = fold(
    lines.map(({ key }) => key),
    (block, times) => MARK + JSON.stringify([block, times]),
  );
  let next = 0;
  const take = (key) => {
    if (!key.startsWith(MARK)) return lines[next++];
    const [block, times] = JSON.parse(key.slice(1));
    counter.id++;
    const repeat = { kind: "repeat", id: counter.id, times };
    const rounds = Array.from({ length: times }, () => block.map(take));
    numberBegins(rounds);
    const inside = rounds.flat();
    const label = rounds[0].map(labelOf).join("→");
    return Object.assign(repeat, {
      label: block.length > 1 ? `[${label}]*${times}` : `${label}*${times}`,
      lines: inside,
      key,
      first: inside[0].first,
      last: inside.at(-1).last,
    });
  };
  return keys.map(take);
}

function numberBegins(parts) {
  parts.forEach((lines, i) => {
    lines[0].begins = i + 1;
  });
}

const labelOf = ({ kind, label, key }) => (kind === "row" ? key : label);

// All repeats, those within others, too.
export const repeatsOf = (lines) =>
  lines.flatMap((line) => [...(line.kind === "repeat" ? [line] : []), ...repeatsOf(line.lines ?? [])]);

// The lines that are seen, top to bottom: { line, rails }, a rail for each group that a line stands in, open repeats and
// branches. A folded repeat is one line.
export function visibleLines(lines, opened, rails = []) {
  return lines.flatMap((line) => {
    if (line.kind === "row") return [{ line, rails }];
    const open = line.kind === "branches" || opened.includes(line.id);
    const inside = open ? visibleLines(line.lines, opened, [...rails, line]) : [];
    return [{ line, rails, open }, ...inside];
  });
}

// What a line shows of the rows: sums, and the largest workspace, since one layer works at a time.
export function countLine({ first, last }, rows, names) {
  const some = rows.slice(first, last + 1);
  return Object.fromEntries(
    names.map((name) => [
      name,
      some.reduce((all, row) => (name === "workspace" ? Math.max(all, row[name]) : all + row[name]), 0),
    ]),
  );
}
