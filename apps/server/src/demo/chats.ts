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
  for (const chat of oldestFirst) await moveChatIn(log, tx, await past(chat));

  async function past(chat: DemoChat): Promise<PastChat> {
    const { kind, name, project, people: handles, askedMinutesAgo, turns = [], messages, read = {} } = chat;
    const at = (minutesAgo: number) => new Date(now - minutesAgo * minuteMs);
    const projectId = project === undefined ? undefined : await findProjectId(tx, project);
    const [asker, ...others] = handles.map(idOf);
    const picture = (by: string, wanted: string) =>
      posts
        .filter((post) => post.by === by)
        .flatMap((post) => post.pictures)
        .find((one) => one.name === wanted)!.mediaId;
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
        ...(shown !== undefined && { mediaIds: [picture(by, shown)] }),
      })),
      read: new Map(Object.entries(read).map(([handle, seq]) => [idOf(handle), seq])),
    };
  }
}
