// What PoolingShift says about its state; widgets/cs231n_widgets/pooling_shift/messages.py says the same.
import { plural } from "../shared/numerals.js";
import { MOST, percent, study } from "./model.js";

const NAMES = {
  none: "no pooling",
  average: "average pooling 2×2",
  max2: "max pooling 2×2",
  max3: "max pooling 3×3, stride 2",
};

export function changeMessage(s) {
  const { shift, pool } = s;
  if (!shift) return "Moved by 0 pixels, the photograph stands where it stood, and nothing changes.";
  const { curves } = study(s);
  const said = `Moved by ${plural(shift, "pixel")}, the edges change by ${percent(curves.none[shift])}% without pooling`;
  if (pool === "none") return `${said}.`;
  return `${said}, and by ${percent(curves[pool][shift])}% after ${NAMES[pool]}.`;
}

export function describe(s) {
  const { curves, before } = study(s);
  const { W, H } = before[s.pool];
  const listed = Object.entries(curves).map(([pool, values]) => `${NAMES[pool]} ${values.map(percent).join(", ")}`);
  return (
    `A photograph and its upright edges, after ${NAMES[s.pool]} a map of ${W}×${H}. ${changeMessage(s)} ` +
    `In percent, from 0 to ${MOST} pixels: ${listed.join("; ")}.`
  );
}
