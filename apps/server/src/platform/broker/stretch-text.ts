import type { LoggedEvent } from "../events/event-log.ts";
import { type LogPoint, placeOf } from "../events/reader.ts";
import type { Stretch } from "./broker.ts";

/**
 * An event as it travels: the columns of the table, the place of the event before it, and whose log it is from, since a broker may be shared by
 * sites.
 */
interface Travelling {
  site: string;
  after: [xid: string, id: number];
  id: number;
  xid: string;
  at: string;
  aggregatetype: string;
  aggregateid: string;
  type: string;
  payload: object;
}

export function writeEvents(site: string, { after, events }: Stretch): string[] {
  let before = after;
  return events.map((event) => {
    const { id, xid, at, aggregatetype, aggregateid, type, payload } = event;
    const travelling: Travelling = {
      site,
      after: [before.xid.toString(), before.id],
      id,
      xid: xid.toString(),
      at: at.toISOString(),
      aggregatetype,
      aggregateid,
      type,
      payload,
    };
    before = event;
    return JSON.stringify(travelling);
  });
}

export interface ReadEvent {
  after: LogPoint;
  event: LoggedEvent;
}

/** Undefined for what is not an event of this site, whatever else it is. */
export function readEvent(site: string, read: unknown): ReadEvent | undefined {
  const travelling = read as Travelling | null;
  if (travelling?.site !== site) return undefined;
  try {
    const { id, xid, at, after, aggregatetype, aggregateid, type, payload } = travelling;
    const event = { id, xid: BigInt(xid), at: new Date(at), aggregatetype, aggregateid, type, payload };
    return { after: { xid: BigInt(after[0]), id: after[1] }, event };
  } catch {
    return undefined;
  }
}

/** As above, from the text of one event. */
export function readEventText(site: string, text: string): ReadEvent | undefined {
  try {
    return readEvent(site, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Puts events that follow each other into stretches; where one is missing, or comes once more, a new one begins. */
export function joinEvents(events: readonly ReadEvent[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { after, event } of events) {
    const current = stretches.at(-1);
    const last = current && placeOf(current.events.at(-1)!);
    if (current && last && last.xid === after.xid && last.id === after.id) current.events.push(event);
    else stretches.push({ after, events: [event] });
  }
  return stretches;
}
