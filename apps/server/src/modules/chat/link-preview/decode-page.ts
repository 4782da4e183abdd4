/** Where a page has to say how its letters are written; browsers look at the first 1,024 bytes, old pages say it later. */
const lookedAtBytes = 4096;
const named = /<meta\s[^>]{0,1000}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i;
/** What Korean servers call it; browsers and TextDecoder know it as EUC-KR. */
const korean = /^(?:ms|cp|x-windows-)949$/i;

/** The text of a page, by its first bytes, its header or its own word, in this order; as UTF-8 when none of them helps. */
export function decodePage(body: Buffer, charset: string | undefined): string {
  const decoder = markOf(body) ?? decoderOf(charset) ?? decoderOf(ownWord(body)) ?? new TextDecoder();
  return decoder.decode(body);
}

function ownWord(body: Buffer): string | undefined {
  const charset = named.exec(body.toString("latin1", 0, lookedAtBytes))?.[1];
  // It could not be read here if it were true.
  return charset !== undefined && /^utf-?16/i.test(charset) ? "utf-8" : charset;
}

function markOf(body: Buffer): TextDecoder | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return new TextDecoder();
  if (body[0] === 0xfe && body[1] === 0xff) return new TextDecoder("utf-16be");
  if (body[0] === 0xff && body[1] === 0xfe) return new TextDecoder("utf-16le");
  return undefined;
}

function decoderOf(charset: string | undefined): TextDecoder | undefined {
  if (charset === undefined) return undefined;
  try {
    return new TextDecoder(korean.test(charset) ? "euc-kr" : charset);
  } catch {
    // A name that nobody knows is as good as none.
    return undefined;
  }
}
