import hljs from "highlight.js/lib/common";
import MarkdownIt, { type Token } from "markdown-it";
import type { Id } from "../../../platform/database/tables.ts";
import { escapeHtml, readText } from "../../../modules/posts/index.ts";
import { tasks } from "./tasks.ts";

/** A picture in a text, as the author has uploaded it. */
export interface Picture {
  id: Id;
  width: number;
  height: number;
}

export interface MarkdownText {
  tags: string[];
  /** Handles that the text names, whether or not there are such people. */
  handles: string[];
  /** The hashes of the pictures that it shows, each once. */
  pictures: string[];
  /** The HTML, once it is known which handles and pictures there are. Others stay words. */
  html(handles: ReadonlyMap<string, unknown>, pictures: ReadonlyMap<string, Picture>): string;
}

/** What a text can cost: deeper lists and quotes are text, longer code is not coloured. */
const limits = { nesting: 20, highlighted: 20_000 };

const ownPicture = /^\/media\/([0-9a-f]{32})-\d{1,4}\.(?:avif|webp|jpg)$/;

const markdown = new MarkdownIt("default", {
  html: false,
  linkify: false,
  typographer: false,
  maxNesting: limits.nesting,
  highlight: colour,
});
// Only what a browser opens as a page or a mail: `javascript:`, `data:` and the like stay text.
markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:|#|\/(?!\/))/i.test(url.trim());

function colour(code: string, language: string): string {
  if (!hljs.getLanguage(language) || code.length > limits.highlighted) return "";
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}

/** Marks the words of links, which name nobody. */
const inLink = { inLink: true };
markdown.core.ruler.push("words_of_links", ({ tokens }) => {
  for (const { children } of tokens) {
    let depth = 0;
    for (const token of children ?? []) {
      depth += token.type === "link_open" ? 1 : token.type === "link_close" ? -1 : 0;
      if (depth > 0) token.meta = inLink;
    }
  }
});

markdown.use(tasks);

interface Environment {
  handles: ReadonlyMap<string, unknown>;
  pictures: ReadonlyMap<string, Picture>;
}

const attribute = (token: Token, name: string) => String(token.attrGet(name) ?? "");

const rules = markdown.renderer.rules;

rules["image"] = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const url = attribute(token, "src");
  const alt = escapeHtml(token.content);
  const picture = (env as unknown as Environment).pictures.get(ownPicture.exec(url)?.[1] ?? "");
  // Pictures of other sites would tell those who reads what.
  if (!picture) return alt;
  const { width, height } = picture;
  return `<img src="${escapeHtml(url)}" alt="${alt}" width="${width}" height="${height}" loading="lazy" decoding="async">`;
};

rules["link_open"] = (tokens, index, options, _env, self) => {
  const token = tokens[index]!;
  if (/^(?:https?|mailto):/i.test(attribute(token, "href"))) {
    token.attrSet("rel", "nofollow noopener noreferrer ugc");
    token.attrSet("target", "_blank");
  }
  return self.renderToken(tokens, index, options);
};

// A page has one title, and it is not this: what somebody writes begins a level below.
rules["heading_open"] = rules["heading_close"] = (tokens, index) => {
  const token = tokens[index]!;
  const level = Math.min(6, Number(token.tag.slice(1)) + 1);
  return `<${token.nesting < 0 ? "/" : ""}h${level}>${token.nesting < 0 ? "\n" : ""}`;
};

// Wide tables are moved sideways, not the page.
rules["table_open"] = () => `<div class="table" tabindex="0"><table>\n`;
rules["table_close"] = () => "</table></div>\n";

rules["text"] = (tokens, index, _options, env) => {
  const token = tokens[index]!;
  const { handles } = env as unknown as Environment;
  if (token.meta === inLink) return escapeHtml(token.content);
  return readText(token.content)
    .map((piece) => {
      const text = escapeHtml(piece.text);
      if (piece.kind === "tag")
        return `<a href="/tags/${encodeURIComponent(piece.tag)}" class="tag">${text}</a>`;
      if (piece.kind === "mention" && handles.has(piece.handle))
        return `<a href="/@${piece.handle}" class="mention">${text}</a>`;
      if (piece.kind === "link")
        return `<a href="${escapeHtml(piece.url)}" rel="nofollow noopener noreferrer ugc" target="_blank">${text}</a>`;
      return text;
    })
    .join("");
};

/** Reads Markdown (CommonMark with tables, tasks and strikethrough): what it names, and how to make safe HTML of it. HTML in it is text. */
export function readMarkdown(text: string): MarkdownText {
  const blocks = markdown.parse(text, {});
  const tags = new Set<string>();
  const handles = new Set<string>();
  const pictures = new Set<string>();
  for (const { children } of blocks)
    for (const token of children ?? []) {
      if (token.type === "image") {
        const hash = ownPicture.exec(attribute(token, "src"))?.[1];
        if (hash) pictures.add(hash);
      } else if (token.type === "text" && token.meta !== inLink) {
        for (const piece of readText(token.content))
          if (piece.kind === "tag") tags.add(piece.tag);
          else if (piece.kind === "mention") handles.add(piece.handle);
      }
    }
  return {
    tags: [...tags],
    handles: [...handles],
    pictures: [...pictures],
    html: (known, shown) =>
      markdown.renderer.render(blocks, markdown.options, { handles: known, pictures: shown }),
  };
}
