// Read a stream of one JSON object a line, as it comes.

export async function* records<T>(stream: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let waiting = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      waiting += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = waiting.split("\n");
      // A last line without its end is whole only if the stream is over; a line cut short is no record.
      waiting = lines.pop()!;
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
