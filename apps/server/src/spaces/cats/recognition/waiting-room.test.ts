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
  visits[0]!.carry(60);
  visits[1]!.carry(40);
  expect(() => visits[2]!.carry(1)).toThrow(full);
  visits[0]!.sit();
  visits[1]!.sit();
  expect(() => visits[2]!.sit()).toThrow(full);
  visits[0]!.leave();
  visits[2]!.carry(60);
  visits[2]!.sit();
});
