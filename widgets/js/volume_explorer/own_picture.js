// A picture of the reader's own: from a file or dropped, cut to the middle, made as small as the net reads it.
import { h } from "../shared/dom.js";

const FINE = 8; // the browser draws it so many times larger; the mean of each square is a pixel

// Returns the picture in a file as base64 bytes, red, green and blue of each pixel. An Error in words if it is none.
export async function readPicture(file, { H, W }) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new Error(`“${file.name}” is no picture that this browser can read. Try a JPEG or PNG file.`);
  }
  const across = Math.min(bitmap.width, (bitmap.height * W) / H);
  const down = (across * H) / W;
  const node = h("canvas", { width: W * FINE, height: H * FINE });
  const context = node.getContext("2d");
  context.fillStyle = "white"; // under what is transparent
  context.fillRect(0, 0, node.width, node.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(
    bitmap,
    (bitmap.width - across) / 2,
    (bitmap.height - down) / 2,
    across,
    down,
    0,
    0,
    node.width,
    node.height,
  );
  bitmap.close();
  const { data } = context.getImageData(0, 0, node.width, node.height);
  let text = "";
  for (let row = 0; row < H; row++)
    for (let col = 0; col < W; col++)
      for (let c = 0; c < 3; c++) text += String.fromCharCode(mean(data, row, col, c, W * FINE));
  return btoa(text);
}

function mean(data, row, col, c, width) {
  let sum = 0;
  for (let r = row * FINE; r < (row + 1) * FINE; r++)
    for (let q = col * FINE; q < (col + 1) * FINE; q++) sum += data[(r * width + q) * 4 + c];
  return Math.round(sum / FINE ** 2);
}

// A button that asks for a file, and a place where one may be dropped: `take(file)`.
export function makeChooser(place, take) {
  const field = h("input", { type: "file", accept: "image/*", hidden: true });
  field.addEventListener("change", () => {
    if (field.files.length) take(field.files[0]);
    field.value = "";
  });
  place.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.items].some(({ kind }) => kind === "file")) return;
    event.preventDefault();
    place.classList.add("cs-drop");
  });
  place.addEventListener("dragleave", () => place.classList.remove("cs-drop"));
  place.addEventListener("drop", (event) => {
    place.classList.remove("cs-drop");
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    take(file);
  });
  const button = h("button", { type: "button", class: "cs-button", onclick: () => field.click() }, "Your picture…");
  button.title = "It stays on your computer. You can also drop it here.";
  return h("span", {}, button, field);
}
