import { expect, test } from "vitest";
import { createWaitingRoom } from "./waiting-room.ts";

const [haru, doyun] = [1, 2];

test("one person has three photos here at the most, and others are not hurt by that", () => {
  const room = createWaitingRoom();
  const visits = [room.enter(haru), room.enter(haru), room.enter(haru)];
  expect(() => room.enter(haru)).toThrow(expect.objectContaining({ status: 429, slug: "too-many-photos" }));
  room.enter(doyun).sit();
  visits[0]!.leave();
  room.enter(haru);
  expect(() => room.enter(haru)).toThrow("not done");
});

test("seats and memory are for all together, and are given back", () => {
  const room = createWaitingRoom({ seats: 2, bytes: 100 });
  const full = expect.objectContaining({ status: 429, slug: "queue-full", headers: { "retry-after": "2" } });
  const visits = [haru, doyun, 3].map((person) => room.enter(person));
  visits[0]!.add(Buffer.alloc(60, "a"));
  visits[1]!.add(Buffer.alloc(40, "b"));
  expect(() => visits[2]!.add(Buffer.alloc(1))).toThrow(full);
  visits[0]!.sit();
  visits[1]!.sit();
  expect(() => visits[2]!.sit()).toThrow(full);
  visits[0]!.leave();
  visits[2]!.add(Buffer.alloc(60, "c"));
  visits[2]!.sit();
});

test("photos of any size come in piece by piece and stay apart", () => {
  const room = createWaitingRoom({ each: 10 });
  const made = [1, 9, 20].map((megabytes, index) => {
    const visit = room.enter(haru);
    const bytes = Buffer.alloc(megabytes * 2 ** 20, `photo ${index}`);
    for (let at = 0; at < bytes.length; at += 700_000) visit.add(bytes.subarray(at, at + 700_000));
    return { visit, bytes };
  });
  for (const { visit, bytes } of made) expect(Buffer.compare(visit.photo(), bytes)).toBe(0);
  for (const { visit } of made) visit.leave();
  const later = room.enter(haru);
  later.add(Buffer.from("short"));
  expect(Buffer.from(later.photo()).toString()).toBe("short");
});
