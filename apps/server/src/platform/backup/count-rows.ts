const newLine = 10;

/** Counts the rows that go by: one line each, since COPY writes a line's end within a value as two letters. */
export function countRows(source: AsyncIterable<Buffer>) {
  let rows = 0;
  async function* content(): AsyncIterable<Buffer> {
    for await (const chunk of source) {
      for (let at = chunk.indexOf(newLine); at >= 0; at = chunk.indexOf(newLine, at + 1)) rows++;
      yield chunk;
    }
  }
  return { content: content(), rows: () => rows };
}
