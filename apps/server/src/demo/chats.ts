import type { Tx } from "../platform/database/database.ts";
import type { Id } from "../platform/database/tables.ts";
import type { EventLog } from "../platform/events/event-log.ts";
import { moveChatIn, type PastChat } from "../modules/chat/index.ts";
import type { DemoCommunity } from "./community.ts";
import { type DemoChat, demoChats } from "./content/chats.ts";
import { findProjectId } from "./demo-rows.ts";

const minuteMs = 60_000;

/** Lets the demo's people talk with each other; after the spaces have moved in, since a coffee chat may be about a project. */
export async function moveChatsIn(log: EventLog, tx: Tx, { people, posts }: DemoCommunity): Promise<void> {
  const now = Date.now();
  const idOf = (handle: string): Id => people.get(handle)!;
  const oldestFirst = [...demoChats].sort((one, other) => other.askedMinutesAgo - one.askedMinutesAgo);
  for (const chat of oldestFirst) {
    const projectId = chat.project === undefined ? undefined : await findProjectId(tx, chat.project);
    // Nobody asks about a project where there are none.
    if (chat.project !== undefined && projectId === undefined) continue;
    await moveChatIn(log, tx, past(chat, projectId));
  }

  function past(chat: DemoChat, projectId: Id | undefined): PastChat {
    const { kind, name, people: handles, askedMinutesAgo, turns = [], messages, read = {} } = chat;
    const at = (minutesAgo: number) => new Date(now - minutesAgo * minuteMs);
    const [asker, ...others] = handles.map(idOf);
    /** None where the post that has it is of a space that is not there. */
    const picturesOf = (by: string, wanted: string | undefined) =>
      posts
        .filter((post) => post.by === by)
        .flatMap((post) => post.pictures)
        .filter((one) => one.name === wanted)
        .map(({ mediaId }) => mediaId)
        .slice(0, 1);
    return {
      kind,
      ...(name !== undefined && { name }),
      ...(projectId !== undefined && { projectId }),
      people: [asker!, ...others],
      askedAt: at(askedMinutesAgo),
      turns: turns.map(({ by, minutesAgo, ...turn }) => ({ ...turn, by: idOf(by), at: at(minutesAgo) })),
      messages: messages.map(([by, minutesAgo, text, shown]) => ({
        by: idOf(by),
        at: at(minutesAgo),
        text,
        mediaIds: picturesOf(by, shown),
      })),
      read: new Map(Object.entries(read).map(([handle, seq]) => [idOf(handle), seq])),
    };
  }
}
