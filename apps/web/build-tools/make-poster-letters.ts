import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Blob, Face, Font } from "harfbuzzjs";
import subsetFont from "subset-font";
import { type Point, simplified, traced } from "./outlines.ts";

/**
 * Writes the outlines of the letters on the demo's film posters, so that a poster looks the same on machines without a Korean font:
 * `node build-tools/make-poster-letters.ts`, whenever a title has a new letter.
 */
const weight = 800;
const unitsPerEm = 500;
/** How far, in those units, an outline may lie from the font's: a third of a pixel in the largest titles. */
const tolerance = 1;
const posters = new URL("../../server/src/demo/art/posters/", import.meta.url);
const latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:?'-";

const read = (path: string) => readFile(fileURLToPath(import.meta.resolve(path)));

async function lettersOfTitles(): Promise<string[]> {
  const files = (await readdir(posters)).filter((name) => /^sheet-.*\.ts$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, posters), "utf8")));
  return [...new Set(texts.join("").match(/\p{Script=Hangul}/gu))].sort();
}

async function openFont(part: "korean" | "latin", text: string): Promise<Font> {
  const file = await read(`@fontsource/nanum-myeongjo/files/nanum-myeongjo-${part}-${weight}-normal.woff2`);
  return new Font(new Face(new Blob(await subsetFont(file, text, { targetFormat: "truetype" }))));
}

/** Whole units, each point told from the one before. */
function written(corners: readonly Point[]): string {
  let [x, y] = [0, 0];
  const steps = corners.map((corner) => {
    const step = [corner.x - x, corner.y - y].join(" ");
    ({ x, y } = corner);
    return step;
  });
  return steps.join(" ").replaceAll(" -", "-");
}

/** Subpaths begin where they are, not where the last one ended. */
const outlineOf = (path: string, scale: number): string =>
  traced(path, scale)
    .map((contour) => `M${written(simplified(contour, tolerance)).replace(/^(-?\d+ ?-?\d+) ?/, "$1l")}z`)
    .join("");

async function outlines(part: "korean" | "latin", letters: string[]): Promise<string[]> {
  const font = await openFont(part, letters.join(""));
  const scale = unitsPerEm / font.face.upem;
  return letters.map((letter) => {
    const glyph = font.nominalGlyph(letter.codePointAt(0)!);
    if (!glyph) throw new Error(`The font has no ${letter}.`);
    const advance = Math.round(font.glyphHAdvance(glyph) * scale);
    return `  ${JSON.stringify(letter)}: [${advance}, ${JSON.stringify(outlineOf(font.glyphToPath(glyph), scale))}],`;
  });
}

const lines = [
  ...(await outlines("latin", [...latin])),
  ...(await outlines("korean", await lettersOfTitles())),
];
await writeFile(
  new URL("letters.gen.ts", posters),
  `// Made by apps/web/build-tools/make-poster-letters.ts from Nanum Myeongjo (SIL Open Font License 1.1, © NHN Corporation).
export const unitsPerEm = ${unitsPerEm};
/** The advance and the outline of each letter. */
export const letters: Record<string, [number, string]> = {
${lines.join("\n")}
};
`,
);
