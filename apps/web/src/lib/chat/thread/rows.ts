import type { Outgoing } from "../outbox/item.ts";
import type { Happening, Message } from "../types.ts";

export type Row =
  | { kind: "day"; key: string; at: string }
  | { kind: "happening"; key: string; happening: Happening }
  | { kind: "message"; key: string; message: Message; isMine: boolean; isFirst: boolean; isLast: boolean }
  | { kind: "outgoing"; key: string; item: Outgoing; isFirst: boolean; isLast: boolean };

type Source = {
  messages: readonly Message[];
  happenings: readonly Happening[];
  outgoing: readonly Outgoing[];
  /** Everything after this seq is there. */
  from: number;
  isComplete: boolean;
  myId: string;
};

const dayOf = (at: string) => new Date(at).toDateString();
const minuteOf = (at: string) => Math.floor(Date.parse(at) / 60_000);

/** The same for what is on its way and what has arrived: the bubble stays where it is. */
const keyOf = (message: Message, isMine: boolean) =>
  isMine ? `own:${message.clientId}` : `seq:${message.seq}`;

/** One author's messages of one minute stand together, under one face and one time. */
function belongTogether(first: Message | undefined, second: Message | undefined) {
  return (
    first !== undefined &&
    second !== undefined &&
    first.author?.id === second.author?.id &&
    minuteOf(first.createdAt) === minuteOf(second.createdAt)
  );
}

/** What a thread shows, line by line, from the oldest to what is still on its way. */
export function rowsOf({ messages, happenings, outgoing, from, isComplete, myId }: Source): Row[] {
  const rows: Row[] = [];
  const told = happenings.filter(({ afterSeq }) => afterSeq >= from);
  let next = 0;
  let day: string | undefined;

  function turnTo(at: string) {
    const today = dayOf(at);
    if (today === day) return;
    day = today;
    rows.push({ kind: "day", key: `day:${today}`, at });
  }
  function tellUpTo(seq: number) {
    for (let happening = told[next]; happening && happening.afterSeq < seq; happening = told[++next]) {
      turnTo(happening.at);
      rows.push({ kind: "happening", key: `happening:${happening.id}`, happening });
    }
  }

  let previous: Message | undefined;
  for (const [index, message] of messages.entries()) {
    const before = rows.length;
    tellUpTo(message.seq);
    turnTo(message.createdAt);
    const isBroken = rows.length > before;
    const following = messages[index + 1];
    const nextTold = told[next];
    const toldBetween = !!nextTold && !!following && nextTold.afterSeq < following.seq;
    const isMine = message.author?.id === myId;
    rows.push({
      kind: "message",
      key: keyOf(message, isMine),
      message,
      isMine,
      isFirst: isBroken || !belongTogether(previous, message),
      isLast: toldBetween || !belongTogether(message, following),
    });
    previous = message;
  }
  if (!isComplete) return rows;

  tellUpTo(Number.POSITIVE_INFINITY);
  const arrived = new Set(
    messages.filter(({ author }) => author?.id === myId).map(({ clientId }) => clientId),
  );
  const waiting = outgoing.filter(({ clientId }) => !arrived.has(clientId));
  for (const [index, item] of waiting.entries()) {
    turnTo(item.createdAt);
    rows.push({
      kind: "outgoing",
      key: `own:${item.clientId}`,
      item,
      isFirst: index === 0,
      isLast: index === waiting.length - 1 || item.state === "refused",
    });
  }
  return rows;
}
