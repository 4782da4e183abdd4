import { Tokenizer } from "htmlparser2";
import { cleanLine } from "./clean-line.ts";
import { decodePage } from "./decode-page.ts";

/** What a page says about itself; the description and the site's name may be empty. */
export interface PageTexts {
  title: string;
  description: string;
  siteName: string;
}

/** In characters. */
export const bounds = { title: 200, description: 300, siteName: 80 } as const;

/** Where each text is looked for, the best first; `title` is the element. */
const places = {
  title: ["og:title", "twitter:title", "title"],
  description: ["og:description", "twitter:description", "description"],
  siteName: ["og:site_name"],
} as const;
const wanted = new Set<string>(Object.values(places).flat());

/** What the HTML of a page says about it; null when it has no title. Takes any bytes. `charset` is what the header says. */
export function readPage(body: Buffer, charset: string | undefined): PageTexts | null {
  const found = readHead(decodePage(body, charset));
  const text = (field: keyof typeof places) => {
    const all = places[field].map((place) => cleanLine(found.get(place) ?? "", bounds[field]));
    return all.find((one) => one !== "") ?? "";
  };
  const title = text("title");
  return title === "" ? null : { title, description: text("description"), siteName: text("siteName") };
}

/**
 * The wanted texts of the head of a page, the first of each name. Made of the tokens alone, in one pass: a parser keeps what is open, and a page
 * that opens 100,000 elements would make it search them again and again.
 */
function readHead(html: string): Map<string, string> {
  const found = new Map<string, string>();
  let element = "";
  let attribute = "";
  let value = "";
  let attributes = new Map<string, string>();
  let title: string | undefined;

  const keep = (name: string, text: string) => {
    if (wanted.has(name) && !found.has(name) && text.trim() !== "") found.set(name, text);
  };
  const endTitle = () => {
    if (title !== undefined) keep("title", title);
    title = undefined;
  };
  const opened = () => {
    if (element === "title") title = "";
    if (element === "meta") {
      const name = attributes.get("property") ?? attributes.get("name") ?? "";
      keep(name.trim().toLowerCase(), attributes.get("content") ?? "");
    }
    if (element === "body") tokenizer.pause();
    element = "";
  };
  const addToValue = (text: string) => {
    if (element === "meta") value += text;
  };
  const addToTitle = (text: string) => {
    if (title !== undefined) title += text;
  };
  const ignore = () => {};

  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        element = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata: (start, end) => addToValue(html.slice(start, end)),
      onattribentity: (point) => addToValue(String.fromCodePoint(point)),
      onattribend() {
        if (element === "meta" && !attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      ontext: (start, end) => addToTitle(html.slice(start, end)),
      ontextentity: (point) => addToTitle(String.fromCodePoint(point)),
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase();
        if (name === "title") endTitle();
        if (name === "head") tokenizer.pause();
      },
      onend: endTitle,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return found;
}
