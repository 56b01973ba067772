// Copies a text: by the event for copying, which works in frames and on hosts without https, to which
// `navigator.clipboard` is shut, else by that. An error where neither works.
export async function copyText(text) {
  const put = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("copy", put, { capture: true });
  const done = document.execCommand("copy");
  removeEventListener("copy", put, { capture: true });
  if (!done) await navigator.clipboard.writeText(text);
}
