import { expect, test } from "vitest";
import { toTag, writeText } from "../../modules/posts/index.ts";
import { pictures } from "../art/catalogue.ts";
import { faces } from "../art/faces.ts";
import { type Answer, demoPeople, readDemoThreads } from "./index.ts";
import { readThreads } from "./threads.ts";

const threads = readDemoThreads([]);
const flatten = (answers: Answer[]): Answer[] => answers.flatMap((one) => [one, ...flatten(one.answers)]);
const answers = threads.flatMap((thread) => flatten(thread.answers));
const said: Answer[] = [...threads, ...answers];
const handles = new Set(demoPeople.map(({ handle }) => handle));

test("there is a community's worth of it", () => {
  expect(demoPeople.length).toBeGreaterThanOrEqual(36);
  expect(handles.size).toBe(demoPeople.length);
  expect(threads.length).toBeGreaterThanOrEqual(250);
  expect(answers.length).toBeGreaterThanOrEqual(300);
  expect(new Set(said.map(({ text }) => text)).size).toBe(said.length);
});

test("most of it is Korean, and some is English", () => {
  const korean = threads.filter(({ text }) =>
    /\p{Script=Hangul}{2}.*\p{Script=Hangul}{2}/su.test(text.replace(/#\S+/gu, "")),
  );
  expect(korean.length / threads.length).toBeGreaterThan(0.7);
  expect(korean.length / threads.length).toBeLessThan(0.95);
});

test("everybody who speaks or is spoken to is one of the people, and everybody speaks", () => {
  for (const { by, text } of said) {
    expect(handles, text).toContain(by);
    for (const mentioned of writeText(text, { hasMedia: false }).handles)
      expect(handles, text).toContain(mentioned);
  }
  for (const handle of handles)
    expect(
      threads.some(({ by }) => by === handle),
      handle,
    ).toBe(true);
});

test("the people could have signed up as they are", () => {
  for (const { handle, name, bio, likes } of demoPeople) {
    expect(handle).toMatch(/^[a-z0-9_]{2,30}$/);
    expect([...name].length).toBeLessThanOrEqual(50);
    expect([...bio].length).toBeLessThanOrEqual(500);
    expect(Object.keys(faces)).toContain(handle);
    for (const like of likes) expect(toTag(like), like).toBeDefined();
  }
});

test("every picture that is named exists and is shown once", () => {
  const shown = threads.flatMap((thread) => thread.pictures);
  expect(shown.filter((name) => !(name in pictures))).toEqual([]);
  expect(new Set(shown).size).toBe(shown.length);
  expect(new Set(shown)).toEqual(new Set(Object.keys(pictures)));
});

test("threads are read as they are written, and mistakes in them are told", () => {
  const [one] = readThreads(`
    = haru ridge hour=7 day=wed week=2 closed
    first line
    .
    second #line
    > doyun: a
    >> haru: b
    > lena: c
  `);
  expect(one).toEqual({
    by: "haru",
    text: "first line\n\nsecond #line",
    pictures: ["ridge"],
    hour: 7,
    days: [3],
    week: 2,
    closed: true,
    answers: [
      { by: "doyun", text: "a", answers: [{ by: "haru", text: "b", answers: [] }] },
      { by: "lena", text: "c", answers: [] },
    ],
  });
  expect(() => readThreads("text without a thread")).toThrow("starts with");
  expect(() => readThreads("= haru\n>> doyun: too deep")).toThrow("answers nothing");
});
