export type Piece = { text: string; href?: string };

const address = /\bhttps?:\/\/[^\s<>"']+/gi;
/** What ends a sentence rather than an address. */
const trailing = /[.,!?;:…'"”’」』)\]}]+$/;

/** A text with its addresses found, so that they can be pressed. A closing bracket that was opened within belongs to it. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    let href = match[0];
    const tail = trailing.exec(href)?.[0];
    if (tail && !(tail === ")" && href.includes("("))) href = href.slice(0, -tail.length);
    if (!URL.canParse(href)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: href, href });
    end = match.index + href.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
