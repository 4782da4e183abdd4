import { Problem } from "../../../platform/http/problem.ts";
import { type PhotoMemory, takeMemory } from "./photo-memory.ts";

/** One photo on its way. `leave` must be called in the end. */
export interface Visit {
  /** Takes a piece of it in. Refuses when there is no room for more. */
  add(piece: Uint8Array): void;
  /** What has come in. */
  photo(): Uint8Array;
  /** Takes a place in the queue, once the photo is complete. Refuses when all are taken. */
  sit(): void;
  leave(): void;
}

export interface WaitingRoom {
  /** Refuses a person who has enough photos here. */
  enter(personId: number): Visit;
}

const usual = {
  /** Of one person: one at work and two that wait, or are still being sent. */
  each: 3,
  /** Complete ones, the one at work included. */
  seats: 17,
  /** What all together hold in memory, also while it is still being sent. */
  bytes: 128 * 1024 * 1024,
};

export const tooMany = () =>
  new Problem(429, "too-many-photos", "Your other photos are not done yet. Send the next one after them.", {
    headers: { "retry-after": "1" },
  });
export const queueFull = () =>
  new Problem(429, "queue-full", "Many photos are being looked at. Try again in a moment.", {
    headers: { "retry-after": "2" },
  });

/** Bounds what waits, for all and for each: who sends fifty at once is told so at the fourth, and stands in nobody's way. */
export function createWaitingRoom(limits: Partial<typeof usual> = {}): WaitingRoom {
  const { each, seats, bytes: room } = { ...usual, ...limits };
  const here = new Map<number, number>();
  let taken = 0;
  let held = 0;
  return {
    enter(personId) {
      const count = here.get(personId) ?? 0;
      if (count >= each) throw tooMany();
      here.set(personId, count + 1);
      let memory: PhotoMemory | undefined;
      let [carried, isSeated] = [0, false];
      return {
        add(piece) {
          if (held + piece.length > room) throw queueFull();
          held += piece.length;
          carried += piece.length;
          (memory ??= takeMemory()).add(piece);
        },
        photo: () => memory?.bytes() ?? new Uint8Array(),
        sit() {
          if (taken >= seats) throw queueFull();
          taken++;
          isSeated = true;
        },
        leave() {
          memory?.release();
          held -= carried;
          if (isSeated) taken--;
          const left = here.get(personId)! - 1;
          if (left === 0) here.delete(personId);
          else here.set(personId, left);
        },
      };
    },
  };
}
