import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const source = "@fontsource/nanum-myeongjo/files/nanum-myeongjo-korean-700-normal.woff2";
const latin = "@fontsource/nanum-myeongjo/files/nanum-myeongjo-latin-700-normal.woff2";
const messages = new URL("../messages/", import.meta.url);
const target = new URL("../src/lib/styles/generated/", import.meta.url);
/** Messages that are set in the serif: names of pages, welcomes, the site's own name. */
const displayed = /(^brand$|_title$|_heading$)/;

const read = (path: string) => readFile(fileURLToPath(import.meta.resolve(path)));

async function displayedText() {
  const files = (await readdir(messages)).filter((name) => name.endsWith(".json"));
  const all = await Promise.all(
    files.map(
      async (name) => JSON.parse(await readFile(new URL(name, messages), "utf8")) as Record<string, string>,
    ),
  );
  return all
    .flatMap((entries) =>
      Object.entries(entries).flatMap(([key, text]) => (displayed.test(key) ? [text] : [])),
    )
    .join("");
}

const hangul = [...new Set(await displayedText())].filter((char) => char > "\u00ff").join("");
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("") + "·…‘’“”";

await mkdir(target, { recursive: true });
for (const [name, path, text] of [
  ["serif-hangul", source, hangul],
  ["serif-latin", latin, ascii],
] as const) {
  const font = await subsetFont(await read(path), text, { targetFormat: "woff2" });
  await writeFile(new URL(`${name}.woff2`, target), font);
}
await writeFile(
  new URL("serif.css", target),
  `@font-face {
  font-family: "Maru Serif";
  font-weight: 700;
  font-display: swap;
  src: url("./serif-hangul.woff2") format("woff2");
  unicode-range: ${[...hangul].map((char) => `U+${char.codePointAt(0)?.toString(16)}`).join(",")};
}
@font-face {
  font-family: "Maru Serif";
  font-weight: 700;
  font-display: swap;
  src: url("./serif-latin.woff2") format("woff2");
  unicode-range: U+20-7e;
}
`,
);
