import sharp from "sharp";
import { expect, test } from "vitest";
import { demoPeople } from "../content/index.ts";
import { draw, type DrawingKey } from "../drawings.ts";
import { render } from "../render.ts";
import { pictures } from "./catalogue.ts";
import { faces } from "./faces.ts";
import { filmPosters } from "./posters/index.ts";
import { randomFrom } from "./drawing.ts";

const shown = Object.keys(pictures).map((name): DrawingKey => `picture:${name}`);
const portraits = Object.keys(faces).map((name): DrawingKey => `face:${name}`);
const covers = [...new Set(demoPeople.flatMap(({ cover }) => cover ?? []))].map(
  (name): DrawingKey => `cover:${name}`,
);
const posters = Object.keys(filmPosters).map((name): DrawingKey => `poster:${name}`);
const all = [...shown, ...portraits, ...covers, ...posters];

test("there are many pictures, no two alike, the same every time", () => {
  expect(shown.length).toBeGreaterThanOrEqual(90);
  expect(new Set(all.map(draw)).size).toBe(all.length);
  for (const key of all) expect(draw(key) === draw(key), key).toBe(true);
});

test("every picture is complete and needs nothing of the machine: no font, no file, no broken number", () => {
  for (const key of all) expect(draw(key), key).not.toMatch(/<text|<image|href=|NaN|undefined|Infinity/);
});

test("sixty and more films have a poster with its title on it", () => {
  expect(posters.length).toBeGreaterThanOrEqual(60);
  for (const { title, alt } of Object.values(filmPosters)) expect(alt).toContain(title.lines.join(" "));
});

test("every picture has a size and a text for those who cannot see it", async () => {
  const sizes = await Promise.all(
    all.map(async (key) => ({ key, ...(await sharp(Buffer.from(draw(key))).metadata()) })),
  );
  for (const { key, width, height } of sizes) {
    const wanted = { face: [512, 512], poster: [480, 720] }[key.split(":")[0]!];
    const fits = wanted ? width === wanted[0] && height === wanted[1] : width >= 1200 && width <= 1600;
    expect(fits, `${key} ${width} × ${height}`).toBe(true);
  }
  for (const [name, { alt }] of Object.entries(pictures)) expect(alt.length, name).toBeGreaterThan(3);
});

test("a rendered picture can be read, the largest JPEG last, and has something in it", async () => {
  for (const key of ["picture:nabi-window", "face:haru", "cover:wood", "poster:whale"] as const) {
    const { files, hash, placeholder } = await render(draw(key));
    expect(hash).toMatch(/^[0-9a-f]{32}$/);
    expect(Buffer.from(placeholder, "base64").length).toBeGreaterThan(4);
    expect(files.at(-1)!.type).toBe("image/jpeg");
    for (const { bytes, width, height, type } of files) {
      const { channels } = await sharp(bytes, { failOn: "error" }).stats();
      expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(8);
      expect(await sharp(bytes).metadata()).toMatchObject({
        width,
        height,
        format: type.slice("image/".length),
      });
    }
  }
});

test("an unknown drawing is refused", () => {
  expect(() => draw("picture:nothing")).toThrow("no drawing");
});

test("chance is even and repeatable", () => {
  const numbers = Array.from({ length: 2000 }, randomFrom("seed"));
  expect(Array.from({ length: 2000 }, randomFrom("seed"))).toEqual(numbers);
  expect(numbers.reduce((sum, one) => sum + one) / 2000).toBeCloseTo(0.5, 1);
  expect(numbers[0]).not.toBe(randomFrom("other")());
});
