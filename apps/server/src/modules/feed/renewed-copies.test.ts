import { expect, test } from "vitest";
import type { Db } from "../../platform/database/database.ts";
import type { EventLog, LoggedEvent } from "../../platform/events/event-log.ts";
import type { PartHandle, ViewerParts } from "../../platform/viewers/viewer-parts.ts";
import type { Relations, RelationsHandle } from "../people/index.ts";
import type { Marks } from "../posts/index.ts";
import { createRecentPosts } from "./recent-posts.ts";
import { createSharedTimelines } from "./shared-timelines.ts";
import type { SavedTimeline } from "./timeline-store.ts";

const relations = (following: number[]) =>
  ({ accountId: 1, following, tags: new Set(["고양이"]), topics: [] }) as unknown as Relations;
const place = (xid: number) => ({ xid: BigInt(xid), id: 0 });

/** The part that needs neither a database nor Redis: what is saved of a timeline that is in memory. */
function shared() {
  const saved: SavedTimeline[] = [];
  let heard = 0;
  const recent = createRecentPosts(10);
  recent.complete([], place(0));
  const timelines = createSharedTimelines({
    db: {} as Db,
    log: { heard: () => ({ from: place(0), to: place(heard) }) } as EventLog,
    store: {
      find: async () => undefined,
      save: (_accountId, timeline) => void saved.push(timeline),
      remove() {},
    },
    recent,
    viewers: {} as ViewerParts,
    relations: {} as RelationsHandle,
    marks: {} as PartHandle<Marks>,
    onError() {},
  });
  return {
    timelines,
    saved,
    /** Post n is announced by transaction n. */
    post(authorId: number, tags: string[] = []) {
      heard++;
      timelines.heard(place(heard) as LoggedEvent, { postId: heard, authorId, tags, topics: [] });
    },
    timeline: () =>
      timelines.decode({
        timeline: [],
        timelineThrough: "0",
        timelineFollowing: [2, 3],
        timelineTags: ["고양이"],
        timelineTopics: [],
      }),
  };
}

test("a copy is renewed when memory has half of what came since, and has all of that", () => {
  const { timelines, saved, post, timeline } = shared();
  const home = timeline();
  for (let n = 1; n <= 5; n++) post(2);
  timelines.renew(1, home, relations([2, 3]));
  expect(saved).toEqual([]);
  post(9);
  post(9, ["고양이"]);
  post(1);
  timelines.renew(1, home, relations([2, 3]));
  expect(saved).toMatchObject([{ ids: [1, 2, 3, 4, 5, 7, 8], floor: 0, through: place(8) }]);
  timelines.renew(1, home, relations([2, 3]));
  expect(saved).toHaveLength(1);
});

test("a copy is not renewed from what is too old, or for whom one follows no more", () => {
  const { timelines, saved, post, timeline } = shared();
  for (let n = 1; n <= 8; n++) post(2);
  timelines.renew(1, timeline(), relations([2]));
  expect(saved).toEqual([]);
  const home = timeline();
  for (let n = 1; n <= 8; n++) post(2);
  timelines.renew(1, home, relations([2, 3]));
  expect(saved).toEqual([]);
});
