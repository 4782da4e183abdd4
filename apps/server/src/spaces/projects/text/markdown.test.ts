import fc from "fast-check";
import { expect, test } from "vitest";
import { readMarkdown } from "./markdown.ts";

const known = new Map([["haru", 1]]);
const hash = "0123456789abcdef0123456789abcdef";
const pictures = new Map([[hash, { id: 7, width: 960, height: 540 }]]);
const html = (text: string) => readMarkdown(text).html(known, pictures);

test("what people write becomes what they mean", () => {
  expect(html("# 제목\n\n**굵게** ~~지움~~ `code`")).toBe(
    "<h2>제목</h2>\n<p><strong>굵게</strong> <s>지움</s> <code>code</code></p>\n",
  );
  expect(html("| a | b |\n| --- | --- |\n| 1 | 2 |")).toMatch(
    /^<div class="table" tabindex="0"><table>[^]*<td>2<\/td>/,
  );
  expect(html("```ts\nconst a = 1;\n```")).toContain('<span class="hljs-keyword">const</span>');
  expect(html("```no-such-language\n<b>\n```")).toBe(
    '<pre><code class="language-no-such-language">&lt;b&gt;\n</code></pre>\n',
  );
});

test("tasks are boxes that nobody ticks, with what is to be done as their label", () => {
  expect(html("- [ ] 지도 *그리기*\n- [x] 책방 찾기 @haru\n- 그냥")).toBe(
    `<ul>
<li class="task"><label><input type="checkbox" disabled> 지도 <em>그리기</em></label></li>
<li class="task"><label><input type="checkbox" disabled checked> 책방 찾기 <a href="/@haru" class="mention">@haru</a></label></li>
<li>그냥</li>
</ul>
`,
  );
  // With an empty line between them, inside each other, and in an ordered list.
  expect(html("- [X] 하나\n\n- [ ] 둘\n  - [ ] 속")).toBe(
    `<ul>
<li class="task">
<p><label><input type="checkbox" disabled checked> 하나</label></p>
</li>
<li class="task">
<p><label><input type="checkbox" disabled> 둘</label></p>
<ul>
<li class="task"><label><input type="checkbox" disabled> 속</label></li>
</ul>
</li>
</ul>
`,
  );
  expect(html("1. [ ] 첫째")).toContain('<li class="task"><label><input');
  expect(html("- [ ] #할일 ![정원](/media/x.jpg)")).toContain('class="tag">#할일</a> 정원</label>');
});

test.each([
  "[ ] 목록이 아니에요",
  "- [ ]",
  "- [ ]붙었어요",
  "- [y] 다른 글자",
  "- \\[ ] 적은 그대로",
  "- `[ ]` 코드",
  "- 뒤에 [x] 있어요",
  "- [x](https://maru.example) 링크",
  "- [x] 링크\n\n[x]: https://maru.example",
  "- 앞 문단\n\n  [ ] 둘째 문단",
  "- > [ ] 인용",
])("what only looks like a task is words: %s", (text) => {
  expect(html(text)).not.toMatch(/<input|<label|class="task"/);
});

test("tags, people and addresses in running text are links, and nowhere else", () => {
  const text =
    "#사이드 @haru @nobody https://maru.example/a\n\n`#code @haru`\n\n[#word @haru](https://maru.example)";
  const read = readMarkdown(text);
  expect(read.tags).toEqual(["사이드"]);
  expect(read.handles).toEqual(["haru", "nobody"]);
  const made = html(text);
  expect(made).toContain('class="tag">#사이드</a>');
  expect(made).toContain('<a href="/@haru" class="mention">@haru</a> @nobody');
  expect(made).toContain('<a href="https://maru.example/a" rel="nofollow noopener noreferrer ugc"');
  expect(made).toContain("<code>#code @haru</code>");
  expect(made).toContain(">#word @haru</a>");
});

test("pictures are the author's own, with their size; others are their words", () => {
  const address = `/media/${hash}-960.jpg`;
  expect(readMarkdown(`![정원](${address})`).pictures).toEqual([hash]);
  expect(html(`![정원 "밤"](${address})`)).toBe(
    `<p><img src="${address}" alt="정원 &quot;밤&quot;" width="960" height="540" loading="lazy" decoding="async"></p>\n`,
  );
  for (const other of [
    "https://evil.example/pixel.gif",
    "//evil.example/a.png",
    `/media/${"f".repeat(32)}-960.jpg`,
    "/media/../secret",
  ])
    expect(html(`![말](${other})`), other).not.toContain("<img");
});

test.each([
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a]( javascript:alert(1))",
  "[a](java&#115;cript:alert(1))",
  "[a](data:text/html;base64,PHNjcmlwdD4=)",
  "[a](vbscript:x)",
  "![a](javascript:alert(1))",
  "<javascript:alert(1)>",
  "[a]: javascript:alert(1)\n\n[a]",
  '[a](//evil.example "title")',
])("nothing runs and nothing leads astray: %s", (text) => {
  expect(html(text)).not.toMatch(/(?:href|src)="(?:\s*(?:javascript|data|vbscript)|\/\/)/i);
});

test.each([
  "<script>alert(1)</script>",
  '<img src=x onerror="alert(1)">',
  "<style>*{display:none}</style>",
  '<a href="https://evil.example" onclick="x">a</a>',
  "&lt;b&gt;",
  '```"><script>alert(1)</script>\ncode\n```',
  '[a](https://a.example/"onmouseover="alert(1))',
  '[a](https://a.example "x\\" onmouseover=\\"alert(1)")',
])("HTML is words: %s", (text) => {
  const made = html(text);
  expect(made).not.toMatch(/<(?:script|style|img|b)\b/i);
  // An attribute of its own would stand behind a quote that is not escaped.
  expect(made.replace(/"[^"]*"/g, "")).not.toMatch(/<[^>]*\bon\w+\s*=/i);
});

test("ten thousand levels, markers and brackets are answered soon", () => {
  const bait = [
    ">".repeat(10_000) + " a",
    "- [ ] ".repeat(3_000) + "a",
    "- [ ] a\n".repeat(2_500),
    "- [" + " ".repeat(19_000) + "] a",
    "- ".repeat(10_000) + "a",
    "*".repeat(20_000),
    "[".repeat(20_000),
    "![".repeat(10_000),
    "`".repeat(19_999),
    "a**b".repeat(5_000),
    "[a](".repeat(5_000),
    "<".repeat(20_000),
    "|".repeat(10_000) + "\n" + "|-".repeat(5_000),
    "[a](/b)".repeat(2_800),
    "#a ".repeat(6_000),
    "@a ".repeat(6_000),
    "~".repeat(20_000),
    "_".repeat(9_999) + "a" + "_".repeat(9_999),
  ];
  for (const text of bait) expect(html(text).length, text.slice(0, 20)).toBeLessThan(4_000_000);
});

test("whatever is written, only tags that are meant come out, and all are closed", () => {
  const piece = fc.constantFrom(
    ..."# *_`[]()<>!|-\n\"'&@\\~:/".split(""),
    "<script>",
    "javascript:",
    "](",
    "```",
    "\n\n",
    "1. ",
    "haru",
    "한글",
    "- [ ] ",
    "- [x] ",
    "\n- [x] [",
    "&lt;",
    "on",
    "=",
  );
  const allowed =
    /^<\/?(?:p|h[2-6]|strong|em|s|code|pre|ul|ol|li|blockquote|a|img|hr|br|table|thead|tbody|tr|th|td|div|span|label|input)(?:\s+[a-z]+(?:="[^"<>]*")?)*>$/;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const made = html(pieces.join(""));
      for (const [tag] of made.matchAll(/<[^>]*>/g)) expect(tag).toMatch(allowed);
      expect(made.replace(/<[^>]*>/g, "")).not.toMatch(/[<>]/);
      // Each box is locked, and in a label of its own.
      expect(made.match(/<input/g) ?? []).toHaveLength(
        made.match(/<label><input type="checkbox" disabled(?: checked)?> /g)?.length ?? 0,
      );
      expect(made).not.toMatch(/(?:href|src)="\s*(?:javascript|data|vbscript):/i);
    }),
    { numRuns: 2_000 },
  );
});
