export type Mark = { start: number; end: number };
export type Piece = { text: string; isMarked: boolean };

/** A text in pieces, with what was found apart from the rest. Ranges that make no sense are left out. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, isMarked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMarked });
    at = Math.max(at, end);
  };
  for (const { start: found, end } of marks) {
    // A # belongs to its word: apart from it, it might end a line.
    const start = found > at && text[found - 1] === "#" ? found - 1 : found;
    if (start < at || end <= start || end > text.length) continue;
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}
