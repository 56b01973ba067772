// Mouse, touch and keys on the grids of numbers: editing input and filters, moving on the output.
import { edit } from "../shared/grid.js";

// Let the numbers of the input ("x") or of the filters and biases ("w") be chosen and changed.
export function listenNumbers(picture, grid, kind) {
  const roving = () => (kind === "x" ? picture.rovingX : picture.rovingW);
  const open = (at, first) => {
    const [n, row, col] = at;
    const index = kind === "x" ? at : [...picture.filterOf(n), row, col];
    picture.on.hold();
    edit(roving().cell(at), {
      value: numberAt(picture, kind, index),
      name: kind === "x" ? `x[${at.join(", ")}]` : picture.weightName(at),
      first,
      take: (value) => picture.on.number(kind, index, value),
      refuse: picture.on.refuse,
    });
  };
  const go = (at) => {
    const [k, c] = kind === "x" ? [null, at[0]] : picture.filterOf(at[0]);
    if (k !== null) picture.on.move({ k });
    if (c < picture.size.D) picture.show(c);
    roving().point(at, true);
  };
  grid.addEventListener("click", (event) => {
    const cell = event.target.closest(".cs-cell");
    if (!cell?.at || event.target.tagName === "INPUT") return;
    go(cell.at);
    open(cell.at);
  });
  grid.addEventListener("focusin", (event) => event.target.at && picture.hint(event.target));
  grid.addEventListener("keydown", (event) => {
    if (event.target.tagName === "INPUT") return;
    const at = roving().key(event);
    if (at) go(at);
    else if (event.key === "Enter" || event.key === "F2") open(roving().at);
    else if (/^[-\d]$/.test(event.key) && !event.ctrlKey && !event.metaKey) open(roving().at, event.key);
    else return;
    event.preventDefault();
  });
}

function numberAt({ s, size }, kind, [a, b, c, d]) {
  if (kind === "x") return s.x[a][b][c];
  return b < size.D ? s.w[a][b][c][d] : s.b[a];
}

// Let the window be moved by pointing at outputs, dragging over them, and by keys.
export function listenOutput(picture, grid) {
  const under = (event) => {
    const cell = grid.getRootNode().elementFromPoint(event.clientX, event.clientY)?.closest(".cs-cell");
    return cell && grid.contains(cell) ? cell.at : null;
  };
  const go = (at, focus) => {
    picture.on.move({ k: at[0], row: at[1], col: at[2] });
    if (focus) picture.rovingY.point(at, true);
  };
  grid.addEventListener("pointerdown", (event) => {
    const at = under(event);
    if (!at) return;
    event.preventDefault(); // no text selection; the focus is set here
    picture.on.hold();
    go(at, true);
  });
  grid.addEventListener("pointermove", (event) => {
    const at = event.pointerType === "mouse" || event.pressure > 0 ? under(event) : null;
    if (at && !(picture.on.playing() && !event.buttons)) go(at, false);
  });
  grid.addEventListener("keydown", (event) => {
    const at = picture.rovingY.key(event);
    if (at) {
      picture.on.hold();
      go(at, true);
    } else if (event.key === " ") picture.on.play();
    else if (event.key === "Enter") picture.on.step(1);
    else return;
    event.preventDefault();
  });
}
