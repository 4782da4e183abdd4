import { expect, test } from "vitest";
import { excerptOf } from "../src/lib/chat/list/excerpt.ts";
import { piecesOf } from "../src/lib/chat/links.ts";
import { rowsOf } from "../src/lib/chat/thread/rows.ts";
import type { Happening, Message } from "../src/lib/chat/types.ts";
import type { Outgoing } from "../src/lib/chat/outbox/item.ts";

const said = (seq: number, authorId: string, at: string) =>
  ({ seq, clientId: `c${seq}`, author: { id: authorId }, createdAt: at }) as Message;
const happened = (afterSeq: number, at: string) => ({ id: `${afterSeq}`, afterSeq, at }) as Happening;
const waiting = (clientId: string, createdAt: string) =>
  ({ clientId, createdAt, state: "waiting" }) as Outgoing;
const morning = "2026-11-30T00:10:00.000Z";
const whole = { happenings: [], outgoing: [], from: 0, isComplete: true, myId: "me" };

test("one author's messages of one minute stand together", () => {
  const rows = rowsOf({
    ...whole,
    messages: [
      said(1, "ben", morning),
      said(2, "ben", "2026-11-30T00:10:40.000Z"),
      said(3, "me", "2026-11-30T00:10:50.000Z"),
      said(4, "me", "2026-11-30T00:11:02.000Z"),
    ],
  });
  expect(rows.map((row) => ("isFirst" in row ? [row.isFirst, row.isLast] : row.kind))).toEqual([
    "day",
    [true, false],
    [false, true],
    [true, true],
    [true, true],
  ]);
});

test("what happened stands after the message that it came after, and parts what it stands between", () => {
  const rows = rowsOf({
    ...whole,
    messages: [said(1, "ben", morning), said(2, "ben", morning)],
    happenings: [happened(0, morning), happened(1, morning), happened(2, morning)],
  });
  expect(rows.map(({ kind }) => kind)).toEqual([
    "day",
    "happening",
    "message",
    "happening",
    "message",
    "happening",
  ]);
  expect(rows[2]).toMatchObject({ isFirst: true, isLast: true });
});

test("what happened before what is loaded is not told", () => {
  const rows = rowsOf({
    ...whole,
    from: 50,
    messages: [said(51, "ben", morning)],
    happenings: [happened(20, morning), happened(51, morning)],
  });
  expect(rows.map(({ kind }) => kind)).toEqual(["day", "message", "happening"]);
});

test("a message keeps its row when it arrives, and is there once", () => {
  const item = waiting("c9", "2026-11-30T00:12:00.000Z");
  const before = rowsOf({ ...whole, messages: [said(8, "ben", morning)], outgoing: [item] });
  const arrived = [said(8, "ben", morning), said(9, "me", "2026-11-30T00:12:01.000Z")];
  const after = rowsOf({ ...whole, messages: arrived, outgoing: [item] });
  expect(before.at(-1)?.key).toBe("own:c9");
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  expect(after.at(-1)?.kind).toBe("message");
});

test("days are parted", () => {
  const days = ["2026-11-01T03:00:00.000Z", "2026-11-02T03:00:00.000Z"];
  const rows = rowsOf({ ...whole, messages: days.map((at, index) => said(index + 1, "ben", at)) });
  expect(rows.map(({ kind }) => kind)).toEqual(["day", "message", "day", "message"]);
});

test.each([
  ["보세요: https://maru.example/a. 좋죠?", ["보세요: ", "https://maru.example/a", ". 좋죠?"]],
  ["(https://maru.example/a)", ["(", "https://maru.example/a", ")"]],
  ["https://ko.wikipedia.org/wiki/마루_(건축)", ["https://ko.wikipedia.org/wiki/마루_(건축)"]],
  ["javascript:alert(1)", ["javascript:alert(1)"]],
])("addresses in %s can be pressed", (text, parts) => {
  const pieces = piecesOf(text);
  expect(pieces.map((piece) => piece.text)).toEqual(parts);
  expect(pieces.every(({ href }) => !href || /^https?:/.test(href))).toBe(true);
});

test("an excerpt shows what was looked for", () => {
  const line = "아주 긴 이야기의 끝에서야 드디어 나오는 웹 컴포넌트 이야기";
  expect(excerptOf(line, "컴포넌트")).toEqual({
    before: "…기의 끝에서야 드디어 나오는 웹 ",
    match: "컴포넌트",
    after: " 이야기",
  });
  expect(excerptOf(line, "없는말")).toMatchObject({ match: "" });
});
