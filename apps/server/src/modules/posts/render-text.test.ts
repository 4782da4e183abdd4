import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limits, readText, renderText, toTag } from "./render-text.ts";

const nobody = () => false;
const everybody = () => true;

/** Text with a good share of what the renderer looks for. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."#@＃/\\<>&\"'`:;,.!?()[]{}_-=%\n\t ".split(""),
        "http://",
        "https://",
        "HTTPS://",
        "javascript:",
        "data:text/html,",
        "//",
        "www.",
        "a.b",
        "maru.example",
        "#tag",
        "#한글_태그",
        "@mina",
        "@mina@",
        "<script>",
        "</p>",
        "<a href=",
        "&lt;",
        "&#39;",
        "]]>",
        "\u202E",
        "\u2066",
        "\u200D",
        "\uFE0F",
        "👩‍💻",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

const allowedTag =
  /<\/?p>|<br>|<\/a>|<a href="\/tags\/[^"<>\s]+" class="tag">|<a href="\/@[a-z0-9_]{2,30}" class="mention">|<a href="https?:\/\/[^"<>\s]+" rel="nofollow noopener noreferrer ugc" target="_blank">/g;

const unescape = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name]!,
  );

test("nothing but the allowed tags and attributes ever comes out", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const rest = renderText(text, everybody).replace(allowedTag, "");
      expect(rest).not.toMatch(/[<>"']/);
      expect(rest).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
    { numRuns: 2000 },
  );
});

test("every tag that is opened is closed, in order", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const open: string[] = [];
      for (const [, slash, name] of renderText(text, everybody).matchAll(/<(\/?)(p|a)\b[^>]*>/g)) {
        if (!slash) open.push(name!);
        else if (open.at(-1) === name) open.pop();
        else open.push(`/${name}`);
      }
      expect(open).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("the text is all there, but for runs of empty lines and what turns its direction", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const shown = unescape(
        renderText(text, everybody)
          .replaceAll("</p><p>", "\n\n")
          .replaceAll("<br>", "\n")
          .replace(/<[^>]*>/g, ""),
      );
      const kept = text.replace(/[\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n\t]/gu, "").trim();
      expect(shown).toBe(kept.replace(/\n{2,}/g, "\n\n"));
    }),
    { numRuns: 2000 },
  );
});

test("the pieces, joined, are the text", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const pieces = readText(text).map((token) => token.text);
      expect(pieces.join("")).toBe(text);
    }),
  );
});

test("hostile texts take no longer than their length", () => {
  const hostileUnits = [
    "#a ",
    "#",
    "@a",
    "@aa ",
    "http://",
    "http://a",
    "https://a.b ",
    "http://a/(a(a(a",
    'http://a/"',
    "http://a/'a",
    "\n",
    "&",
    "<",
    "#a\u0300",
    "a#",
    "http://[::",
    "http://a.a.a.a.",
    "https://a:9999/",
  ];
  const work = (length: number) =>
    hostileUnits.forEach((unit) => renderText(unit.repeat(length / unit.length), everybody));
  work(5_000);
  const timed = (length: number) => {
    const before = process.cpuUsage();
    work(length);
    return process.cpuUsage(before).user;
  };
  const small = Math.min(timed(20_000), timed(20_000), timed(20_000));
  const large = timed(320_000);
  // 16 times the text: 16 times the work, with room for a busy machine; a square would be 256 times.
  expect(large / small).toBeLessThan(80);
});

describe("hashtags", () => {
  const tagsOf = (text: string) =>
    readText(text).flatMap((token) => (token.kind === "tag" ? [token.tag] : []));

  test.each([
    ["#한글_태그 #日本語 #Été #हिन्दी #cat2", ["한글_태그", "日本語", "été", "हिन्दी", "cat2"]],
    ["#고양이#집사", ["고양이", "집사"]],
    ["귀여운#고양이!", ["고양이"]],
    ["＃全角", ["全角"]],
    ["#2024 #___ #️⃣ # #-a C# a#b &#39; x/#y ##twice", []],
    ["#2024년 #a_1", ["2024년", "a_1"]],
    ["#😀 #cat😀", ["cat"]],
    [`#${"가".repeat(50)} #${"나".repeat(51)}`, ["가".repeat(50)]],
    ["https://maru.example/#not", []],
    ["#cafe\u0301", ["café"]],
  ])("%.60s", (text, tags) => expect(tagsOf(text)).toEqual(tags));

  test("no more than the limit count; the rest is plain text, at no cost", () => {
    const text = Array.from({ length: 10_000 }, (_, index) => `#t${index}`).join(" ");
    const before = performance.now();
    expect(tagsOf(text)).toHaveLength(limits.tags);
    expect(renderText(text, nobody).match(/class="tag"/g)).toHaveLength(limits.tags);
    expect(performance.now() - before).toBeLessThan(500);
  });

  test("a tag is the same however it is written", () => {
    expect(toTag("CAFE\u0301")).toBe(toTag("café"));
    for (const no of ["", "a b", "1", "a#b", "<b>", "a".repeat(51), "a\0"]) expect(toTag(no)).toBeUndefined();
  });
});

describe("links and mentions", () => {
  const linksOf = (text: string) =>
    [...renderText(text, everybody).matchAll(/href="(http[^"]*)"/g)].map((match) => match[1]);

  test.each([
    ["(https://maru.example/a_(b)).", ["https://maru.example/a_(b)"]],
    ["https://maru.example에서 봤어요", ["https://maru.example/"]],
    ["https://한글.example/글", ["https://xn--bj0bj06e.example/%EA%B8%80"]],
    ["HTTP://MARU.example", ["http://maru.example/"]],
    ['https://maru.example/"onclick=x', ["https://maru.example/"]],
    ["javascript:alert(1) data:text/html,x ftp://a.example //a.example www.a.example a@b.example", []],
    ["https://bank.example@evil.example/ https://user:pass@evil.example", []],
    [`https://maru.example/${"a".repeat(3000)}`, []],
  ])("%.60s", (text, links) => expect(linksOf(text)).toEqual(links));

  test("only people who exist are linked, and no addresses of mail", () => {
    const known = (handle: string) => handle === "mina";
    expect(renderText("@Mina님 @noone a@mina.example @mina@else.example", known)).toBe(
      '<p><a href="/@mina" class="mention">@Mina</a>님 @noone a@mina.example @mina@else.example</p>',
    );
  });

  test("paragraphs and lines", () => {
    expect(renderText(" a\nb\n\n\nc\n", nobody)).toBe("<p>a<br>b</p><p>c</p>");
    expect(renderText(" \n ", nobody)).toBe("");
  });
});
