import fc from "fast-check";
import { expect, test } from "vitest";
import { bounds, readPage } from "./read-page.ts";

const read = (html: string, charset?: string) => readPage(Buffer.from(html), charset);
const titleOf = (html: string) => read(html)?.title;
/** `한글 제목`, as EUC-KR. */
const koreanBytes = Buffer.from([0xc7, 0xd1, 0xb1, 0xdb, 0x20, 0xc1, 0xa6, 0xb8, 0xf1]);
const around = (before: string, bytes: Buffer, after: string) =>
  Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);

test("what is meant for previews comes before what is meant for others", () => {
  const plain = `<!doctype html><html><head><title>Plain</title><meta name=description content='Plain words'>`;
  expect(read(plain)).toEqual({ title: "Plain", description: "Plain words", siteName: "" });
  const bird = `<META NAME="Twitter:Title" CONTENT="Bird"><meta content="Bird words" name="twitter:description"/>`;
  expect(read(plain + bird)).toEqual({ title: "Bird", description: "Bird words", siteName: "" });
  const graph = `<meta property="og:title" content="Graph"><meta property="og:description" content="Graph words"><meta
    property=og:site_name content=Maru>`;
  expect(read(plain + bird + graph)).toEqual({
    title: "Graph",
    description: "Graph words",
    siteName: "Maru",
  });
});

test("the first of a kind that has something to say counts", () => {
  expect(titleOf(`<meta property="og:title" content=" "><meta property="og:title" content="Second">`)).toBe(
    "Second",
  );
  expect(titleOf(`<title>One</title><title>Two</title>`)).toBe("One");
  expect(titleOf("<title>Cut o")).toBe("Cut o");
  expect(titleOf(`<meta property="og:title" content="&#x3164;"><title>Seen</title>`)).toBe("Seen");
  expect(titleOf(`<meta property="og:title" content="One" content="Two">`)).toBe("One");
});

test("a page without a title is none", () => {
  for (const html of [
    "",
    "words",
    `<meta name="description" content="words">`,
    "<title></title>",
    "<title>\u2800\u202e </title>",
    "<body><title>late</title>",
    "<head></head><title>late</title>",
    "<!-- <title>said by nobody</title> -->",
    "<script>'<title>said by nobody</title>'</script>",
    `<meta property="og:title" content="half`,
  ])
    expect(read(html), html).toBe(null);
});

test("entities are letters, also in what only looks like an element", () => {
  expect(titleOf("<title>Tom &amp; J&eacute;r&#xF4;me &#127856; &lt;b&gt; <i>&copy</title>")).toBe(
    "Tom & Jérôme 🍰 <b> <i>©",
  );
  expect(titleOf(`<meta property="og:title" content="Q&amp;A: 1 &lt; 2 &quot;&#x110000;&#xD800;">`)).toBe(
    'Q&A: 1 < 2 "\uFFFD\uFFFD',
  );
});

test("a text is one line that cannot turn the page around it", () => {
  expect(titleOf("<title>\n  One\r\n\ttwo\u0000\u0007\u2028three\u00A0 \u0085 </title>")).toBe(
    "One two three",
  );
  expect(titleOf("<title>a\u202Eb\u2066c&#x202e;d&rlm;e\u061Cf</title>")).toBe("abcdef");
  expect(titleOf(`<title>e\u0301 Z${"\u0335".repeat(100)}</title>`)).toBe(`é Z${"\u0335".repeat(5)}`);
});

test("a long text ends in an ellipsis, between two characters", () => {
  expect(titleOf(`<title>${"🍰".repeat(200)}</title>`)).toBe("🍰".repeat(200));
  expect(titleOf(`<title>${"🍰".repeat(201)}</title>`)).toBe(`${"🍰".repeat(199)}…`);
  expect(titleOf(`<title>${"가".repeat(198)} 나다</title>`)).toBe(`${"가".repeat(198)}…`);
});

test.each([
  ["in the header", "euc-kr", ""],
  ["in the header, by a name of its own", "ms949", ""],
  ["in the header, against the page", "euc-kr", `<meta charset=utf-8>`],
  ["in the page", undefined, `<meta charset="EUC-KR">`],
  ["in the page, the long way", undefined, `<meta content='text/html; charset=ks_c_5601-1987' http-equiv=x>`],
  ["in the page, since the header names nothing known", "letters", `<meta charset=korean>`],
])("a Korean page that says so %s is read", (_where, charset, meta) => {
  expect(readPage(around(`<head>${meta}<title>`, koreanBytes, "</title>"), charset)?.title).toBe("한글 제목");
});

test("the first bytes are believed, and UTF-8 where nothing is said", () => {
  expect(read("\uFEFF<title>제목</title>", "euc-kr")?.title).toBe("제목");
  expect(readPage(Buffer.from("\uFEFF<title>제목</title>", "utf16le"), undefined)?.title).toBe("제목");
  expect(read("<title>제목</title>")?.title).toBe("제목");
  expect(titleOf("<meta charset=utf-16><title>제목</title>")).toBe("제목");
  expect(titleOf("<meta charset=nonsense><title>제목</title>")).toBe("제목");
});

const length = (text: string) => [...text].length;

test("any bytes are read, and the bounds hold", () => {
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.constantFrom(
      "<title>",
      "</title>",
      "<meta ",
      "property=og:title ",
      "content=",
      '"',
      "'",
      ">",
      "<",
      "/",
    ),
    fc.constantFrom(
      "&#",
      "&amp",
      "&#x202e;",
      "<svg>",
      "<!--",
      "-->",
      "<![CDATA[",
      "<body",
      "__proto__=",
      " ",
    ),
    fc.constantFrom("\u0301".repeat(300), "각".normalize("NFD").repeat(100), "\u0958".repeat(250)),
  );
  const page = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
    fc.array(word, { maxLength: 60 }).map((words) => Buffer.from(words.join(""))),
    fc
      .array(word, { maxLength: 10 })
      .map((words) =>
        Buffer.from(`<meta property=og:site_name content='x'><title>${words.join("")}</title>`),
      ),
  );
  const charset = fc.option(fc.constantFrom("utf-8", "euc-kr", "utf-16le", "replacement", "nothing"), {
    nil: undefined,
  });
  fc.assert(
    fc.property(page, charset, (body, named) => {
      const found = readPage(body, named);
      if (!found) return;
      expect(found.title).not.toBe("");
      for (const [field, most] of Object.entries(bounds)) {
        const text = found[field as keyof typeof bounds];
        expect(length(text)).toBeLessThanOrEqual(most);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u);
        expect(text).toBe(text.replace(/\s+/g, " ").trim());
      }
    }),
    { numRuns: 500 },
  );
});

const whole = 512 * 1024;
const fill = (piece: string, before = "") =>
  before + piece.repeat(Math.ceil((whole - before.length) / piece.length));
test.each([
  ["elements that stay open", fill("<a>") + fill("</b>")],
  ["paragraphs that only end", fill("</p>")],
  ["attributes", fill(" a=b", "<meta")],
  ["attributes of all names", `<meta${Array.from({ length: 70_000 }, (_, at) => ` a${at}`).join("")}>`],
  ["metas", fill("<meta property=og:title content=''>")],
  ["beginnings of metas", fill("<meta ")],
  ["beginnings of charsets", fill("<meta charset  ".padEnd(30))],
  ["a title of entities", fill("&amp;", "<title>")],
  ["a title of half entities", fill("&#1", "<title>")],
  ["a title of marks", fill("\u0323\u0301", "<title>a")],
  ["a title of spaces", fill(" ", "<title>")],
  ["a title of marks that turn", fill("a\u202e", "<title>")],
  ["beginnings of comments", fill("<!--")],
  ["ends of titles", fill("</titl", "<title>")],
  ["one name of an element", fill("a", "<")],
  ["svg in svg", fill("<svg><title>")],
])("%s take no longer than others", (_what, html) => {
  const body = Buffer.from(html);
  const began = performance.now();
  readPage(body, undefined);
  expect(performance.now() - began).toBeLessThan(1_000);
});
