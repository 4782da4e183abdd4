import type { Id } from "../../platform/database/tables.ts";

/** Rounds of a page that finds next to nothing to show: a reader who blocks everyone must not make the database read everything. */
const mostRounds = 8;

export interface FilledPage<T, Position> {
  shown: T[];
  /** The position after which the next page starts; null at the end. */
  next: Position | null;
}

/**
 * A page of what `list` answers, in its order: asked for more until the page is full, since `show` leaves out what the reader may not see.
 */
export async function fillPage<T extends { id: Id }, Position = Id>(
  limit: number,
  start: Position | undefined,
  list: (limit: number, position: Position | undefined) => Promise<{ id: Id; position: Position }[]>,
  show: (ids: Id[]) => Promise<T[]>,
): Promise<FilledPage<T, Position>> {
  const shown: T[] = [];
  let position = start;
  for (let round = 0; round < mostRounds && shown.length < limit; round++) {
    const entries = await list(limit + 1, position);
    const visible = await show(entries.map((entry) => entry.id));
    const room = limit - shown.length;
    shown.push(...visible.slice(0, room));
    if (visible.length > room) {
      const last = shown.at(-1)!.id;
      return { shown, next: entries.find((entry) => entry.id === last)!.position };
    }
    if (entries.length <= limit) return { shown, next: null };
    position = entries.at(-1)!.position;
  }
  return { shown, next: position! };
}
