// The whole table as text for a spreadsheet: cs231n_widgets/memory_table/messages.py writes the same.

import { netMessage, settingsMessage } from "./messages.js";

const COLUMNS = [
  ["activations", "activations"],
  ["kept", "kept"],
  ["parameters", "parameters"],
  ["gradients", "gradients"],
  ["parameter_gradients", "parameterGradients"],
  ["step_cache", "stepCache"],
  ["workspace", "workspace"],
  ["multiply_adds", "macs"],
  ["freed_if_recomputed", "frees"],
  ["multiply_adds_to_recompute", "again"],
];

const cell = (value) => (/[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value));
const line = (cells) => `${cells.map(cell).join(",")}\n`;

// In bytes for the whole batch, below a line with the settings; "" with an error.
export function asCsv(s, all) {
  if (all.error) return "";
  const rows = all.rows.map((row, i) => {
    const [depth, height = 1, width = 1] = row.shape;
    return [i, row.label, width, height, depth, ...COLUMNS.map(([, name]) => row[name])];
  });
  return [
    [`${netMessage(s, all)} ${settingsMessage(s)} Bytes for the whole batch.`],
    ["row", "layer", "width", "height", "depth", ...COLUMNS.map(([head]) => head)],
    ...rows,
  ]
    .map(line)
    .join("");
}
