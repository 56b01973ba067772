// Streams of one JSON object a line.

/** Yields the objects of a stream of one JSON object a line, each as soon as its line is complete. */
export async function* records<T>(stream: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let buffer = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      buffer += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = buffer.split("\n");
      // A last line without its end is whole only if the stream is over; a line cut short is no record.
      buffer = lines.pop()!;
      for (const line of lines) {
        if (line.trim()) yield JSON.parse(line) as T;
      }
      if (done) return;
    }
  } finally {
    // Also when the caller stops early: the server then sees that nobody listens.
    await reader.cancel().catch(() => undefined);
  }
}
