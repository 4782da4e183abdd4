import { LinkifyIt } from "linkify-it";

/** A piece of what somebody wrote. The pieces, joined, are the text. */
export type Token =
  | { kind: "text"; text: string }
  | { kind: "tag"; text: string; tag: string }
  | { kind: "mention"; text: string; handle: string }
  | { kind: "link"; text: string; url: string };

export const limits = {
  tags: 30,
  tagLength: 50,
  mentionsTried: 100,
  mentions: 20,
  linkLength: 2048,
};

const linkify = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false, maxLength: limits.linkLength });

/** Marks that turn the direction of what follows, and controls: neither is shown, so that no text can reorder the page around it. */
const unshown = /[\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n\t]/gu;
const start = /[#＃@]|https?:\/\//giu;
const tagHere = /[#＃]([\p{L}\p{N}_](?:(?![\uFE00-\uFE0F])[\p{L}\p{Mn}\p{Mc}\p{N}_])*)/uy;
const mentionHere = /@([A-Za-z0-9_]{2,30})(?![A-Za-z0-9_@])/y;
/** Korean writes particles right behind an address: https://maru.example에서 */
const hangulBehindHost = /^https?:\/\/[^/?#]*?\.[a-z]{2,24}(?=\p{Script=Hangul})/iu;

/** The tag as it is kept and compared, or undefined when it cannot be one. Without the #. */
export function toTag(text: string): string | undefined {
  tagHere.lastIndex = 0;
  const match = tagHere.exec(`#${text}`);
  if (!match || match[1] !== text || /^(?:\p{N}+|_+)$/u.test(text)) return undefined;
  const tag = text.normalize("NFC").toLowerCase().normalize("NFC");
  return [...tag].length <= limits.tagLength ? tag : undefined;
}

/** Takes a text apart, in one pass. Hashtags and mentions above the limits stay plain text. */
export function readText(text: string): Token[] {
  const tokens: Token[] = [];
  const tags = new Set<string>();
  const handles = new Set<string>();
  let plainFrom = 0;
  let position = 0;

  /** What stands at the index: a token, or how many characters are to be passed over. */
  function at(index: number, found: string): Token | number {
    const before = text[index - 1] ?? "";
    if (found === "#" || found === "＃") {
      tagHere.lastIndex = index;
      const match = tagHere.exec(text);
      if (!match) return 1;
      const followsTag = plainFrom === index && tokens.at(-1)?.kind === "tag";
      if (!followsTag && /[\w&/#＃]/.test(before)) return match[0].length;
      const tag = toTag(match[1]!);
      if (tag === undefined || (!tags.has(tag) && tags.size === limits.tags)) return match[0].length;
      tags.add(tag);
      return { kind: "tag", text: match[0], tag };
    }
    if (found === "@") {
      mentionHere.lastIndex = index;
      const match = mentionHere.exec(text);
      if (!match || /[\w@/.]/.test(before)) return 1;
      const handle = match[1]!.toLowerCase();
      if (!handles.has(handle) && handles.size === limits.mentionsTried) return 1;
      handles.add(handle);
      return { kind: "mention", text: match[0], handle };
    }
    if (/\w/.test(before)) return found.length;
    return linkAt(text, index) ?? found.length;
  }

  for (;;) {
    start.lastIndex = position;
    const match = start.exec(text);
    if (!match) break;
    const token = at(match.index, match[0]);
    if (typeof token === "number") {
      position = match.index + token;
      continue;
    }
    if (match.index > plainFrom) tokens.push({ kind: "text", text: text.slice(plainFrom, match.index) });
    tokens.push(token);
    position = plainFrom = match.index + token.text.length;
  }
  if (plainFrom < text.length) tokens.push({ kind: "text", text: text.slice(plainFrom) });
  return tokens;
}

function linkAt(text: string, index: number): Token | undefined {
  // Only this much is looked at, so that no text can make the search long.
  const ahead = text.slice(index, index + limits.linkLength + 1);
  const scheme = ahead.slice(0, ahead.indexOf(":") + 1).toLowerCase();
  // A name before the host is only ever there to deceive.
  if (/^https?:\/\/[^\s/?#]*@/i.test(ahead)) return undefined;
  const length = scheme.length + linkify.testSchemaAt(ahead, scheme, scheme.length);
  if (length === scheme.length || length > limits.linkLength) return undefined;
  const found = ahead.slice(0, length);
  const shown = hangulBehindHost.exec(found)?.[0] ?? found;
  if (!URL.canParse(shown)) return undefined;
  const url = new URL(shown);
  if (url.protocol !== "http:" && url.protocol !== "https:") return undefined;
  return { kind: "link", text: shown, url: url.href };
}

/** The text as safe HTML. Mentions become links where `isKnown` says that there is such a person. */
export function renderText(text: string, isKnown: (handle: string) => boolean): string {
  const shown = text.replace(unshown, "").trim();
  if (shown === "") return "";
  const html = readText(shown).map((token) => renderToken(token, isKnown));
  return `<p>${html.join("")}</p>`;
}

function renderToken(token: Token, isKnown: (handle: string) => boolean): string {
  const text = escapeHtml(token.text);
  switch (token.kind) {
    case "text":
      return text.replace(/\n{2,}/g, "</p><p>").replaceAll("\n", "<br>");
    case "tag":
      return `<a href="/tags/${encodeURIComponent(token.tag)}" class="tag">${text}</a>`;
    case "mention":
      return isKnown(token.handle) ? `<a href="/@${token.handle}" class="mention">${text}</a>` : text;
    case "link":
      return `<a href="${escapeHtml(token.url)}" rel="nofollow noopener noreferrer ugc" target="_blank">${text}</a>`;
  }
}

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character]!);
}
