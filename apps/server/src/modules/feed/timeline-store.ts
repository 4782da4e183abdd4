import { RESP_TYPES } from "@redis/client";
import type { Id } from "../../platform/database/tables.ts";
import type { LogPoint } from "../../platform/events/reader.ts";
import type { Redis } from "../../platform/redis/redis.ts";
import type { Timeline } from "./timeline.ts";

/** A timeline as it was at some place in the event log. */
export interface SavedTimeline extends Timeline {
  /** It has everything that came into it up to here. */
  through: LogPoint;
  /** The mark (16 bytes) of those whom its owner followed then. */
  followed: Buffer;
}

/** Timelines in Redis, for all processes of the site. */
export interface TimelineStore {
  /** Undefined when there is none, also while Redis is away or slow. */
  find(accountId: Id): Promise<SavedTimeline | undefined>;
  /** In the background; lost when Redis is away. */
  save(accountId: Id, timeline: SavedTimeline): void;
  remove(accountId: Id): void;
}

/** A page is not kept waiting longer than that: the database has the same. */
const patienceMs = 100;

export function createTimelineStore(redis: Redis, hours: number): TimelineStore {
  const keyOf = (accountId: Id) => `${redis.site}:timeline:{${accountId}}`;
  const expiration = { type: "EX", value: hours * 3600 } as const;
  const asBytes = { [RESP_TYPES.BLOB_STRING]: Buffer };
  return {
    async find(accountId) {
      const bytes = redis.ask((client) =>
        client.withTypeMapping(asBytes).getEx(keyOf(accountId), expiration),
      );
      const answer = await soon(bytes.catch(() => null));
      return answer ? decode(answer) : undefined;
    },
    save(accountId, timeline) {
      const bytes = encode(timeline);
      redis.ask((client) => client.set(keyOf(accountId), bytes, { expiration })).catch(() => {});
    },
    remove: (accountId) => void redis.ask((client) => client.del(keyOf(accountId))).catch(() => {}),
  };
}

async function soon<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    // After a pause of our own the answer may be there and not be read yet: it is read before this.
    timer = setTimeout(() => setImmediate(() => resolve(null)), patienceMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

const markBytes = 16;
/** The mark, then numbers of eight bytes: transaction, event, floor. */
const headBytes = markBytes + 3 * 8;

function encode({ ids, floor, through, followed }: SavedTimeline): Buffer {
  const bytes = Buffer.allocUnsafe(headBytes + ids.length * 8);
  followed.copy(bytes);
  let at = bytes.writeBigUInt64LE(through.xid, markBytes);
  for (const number of [through.id, floor]) at = bytes.writeDoubleLE(number, at);
  for (const id of ids) at = bytes.writeDoubleLE(id, at);
  return bytes;
}

function decode(bytes: Buffer): SavedTimeline | undefined {
  if (bytes.length < headBytes || (bytes.length - headBytes) % 8 !== 0) return undefined;
  const ids: Id[] = [];
  for (let at = headBytes; at < bytes.length; at += 8) ids.push(bytes.readDoubleLE(at));
  return {
    ids,
    floor: bytes.readDoubleLE(markBytes + 16),
    through: { xid: bytes.readBigUInt64LE(markBytes), id: bytes.readDoubleLE(markBytes + 8) },
    followed: bytes.subarray(0, markBytes),
  };
}
