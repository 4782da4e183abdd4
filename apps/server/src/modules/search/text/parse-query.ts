import { normalise } from "./normalise.ts";
import { toTag } from "../../posts/index.ts";

/** What somebody looks for, taken apart. */
export interface ParsedQuery {
  /** Words that all have to be there. */
  words: Word[];
  phrases: string[];
  tags: string[];
  /** Handles, in lower case: written by one of these. */
  from: string[];
  hasMedia: boolean;
  /** Milliseconds: written before this moment, and not before that one. */
  before: number | undefined;
  after: number | undefined;
  /** What must not be there. */
  not: { words: string[]; phrases: string[]; tags: string[]; from: string[]; hasMedia: boolean };
}

export interface Word {
  text: string;
  /** The query ends with it, so that it may go on. */
  isOpen: boolean;
}

/** Characters that are looked at, and things looked for; what is beyond takes no part. */
const most = { characters: 2_000, things: 24 };

/** A piece up to the next space; quotes keep spaces in, and one that is never closed is an ordinary character. */
const piece = /(-?)"([^"]*)"|\S+/gu;
/** Quotes as telephones write them. */
const curly = /[\u201C-\u201F\u301D-\u301F\uFF02]/g;
const operator = /^(-?)(from|has|before|after):(.+)$/iu;
const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads a query. Never throws: what is no operator is a word. */
export function parseQuery(query: string): ParsedQuery {
  const parsed: ParsedQuery = {
    words: [],
    phrases: [],
    tags: [],
    from: [],
    hasMedia: false,
    before: undefined,
    after: undefined,
    not: { words: [], phrases: [], tags: [], from: [], hasMedia: false },
  };
  const text = query.slice(0, most.characters).toWellFormed().replace(curly, '"');
  let things = 0;
  for (const match of text.matchAll(piece)) {
    if (++things > most.things) break;
    const [whole, minus, quoted] = match;
    if (quoted !== undefined) {
      if (normalise(quoted).trim() !== "") (minus ? parsed.not : parsed).phrases.push(quoted.trim());
      continue;
    }
    if (readOperator(parsed, whole)) continue;
    const isNot = whole.length > 1 && whole.startsWith("-");
    const bare = isNot ? whole.slice(1) : whole;
    const tag = /^[#＃]/u.test(bare) ? toTag(bare.slice(1).normalize("NFC")) : undefined;
    const into = isNot ? parsed.not : parsed;
    if (tag !== undefined) into.tags.push(tag);
    else if (isNot) parsed.not.words.push(bare);
    else parsed.words.push({ text: bare, isOpen: match.index + whole.length === text.length });
  }
  return parsed;
}

/** True when it was an operator that can be understood. */
function readOperator(parsed: ParsedQuery, text: string): boolean {
  const [, minus, name, value] = operator.exec(text) ?? [];
  if (name === undefined || value === undefined) return false;
  switch (name.toLowerCase()) {
    case "from": {
      const handle = /^@?([a-z0-9_]{2,30})$/i.exec(value)?.[1]?.toLowerCase();
      if (handle === undefined) return false;
      (minus ? parsed.not : parsed).from.push(handle);
      return true;
    }
    case "has": {
      if (value.toLowerCase() !== "media") return false;
      (minus ? parsed.not : parsed).hasMedia = true;
      return true;
    }
    default: {
      const moment = minus ? undefined : momentOf(value);
      if (moment === undefined) return false;
      if (name.toLowerCase() === "before") parsed.before = Math.min(parsed.before ?? moment, moment);
      else parsed.after = Math.max(parsed.after ?? moment, moment);
      return true;
    }
  }
}

/** The beginning of a day (UTC), in milliseconds; undefined for what is on no calendar. */
function momentOf(text: string): number | undefined {
  const [, year, month, date] = day.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const moment = Date.UTC(year, month - 1, date);
  const read = new Date(moment);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === date ? moment : undefined;
}
