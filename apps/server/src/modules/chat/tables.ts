import type { ColumnType, Generated } from "kysely";
import type { Id } from "../../platform/database/tables.ts";

type Defaulted<T> = ColumnType<T, T | undefined, T>;

export type ChatKind = "direct" | "coffee" | "group";
export type ChatStatus = "pending" | "running" | "declined" | "stopped";
export type NoticeKind =
  | "asked"
  | "accepted"
  | "declined"
  | "stopped"
  | "reopened"
  | "joined"
  | "left"
  | "renamed";

declare module "../../platform/database/tables.ts" {
  interface Tables {
    chat: {
      id: Generated<Id>;
      kind: ChatKind;
      status: ChatStatus;
      name: Defaulted<string | null>;
      lowId: Defaulted<Id | null>;
      highId: Defaulted<Id | null>;
      projectId: Defaulted<Id>;
      askedBy: Id | null;
      askedSeq: Defaulted<number>;
      statusId: Generated<Id>;
      statusBy: Id | null;
      lastSeq: Defaulted<number>;
      lastRevision: Defaulted<number>;
      lastAt: Defaulted<Date>;
      createdAt: Defaulted<Date>;
    };
    chatMember: {
      chatId: Id;
      accountId: Id;
      sinceSeq: Defaulted<number>;
      readSeq: Defaulted<number>;
      hiddenSeq: Defaulted<number | null>;
      isMuted: Defaulted<boolean>;
      joinedAt: Defaulted<Date>;
      leftAt: Defaulted<Date | null>;
      pushAt: Defaulted<Date | null>;
      pushedAt: Defaulted<Date | null>;
    };
    chatMessage: {
      chatId: Id;
      seq: number;
      id: Generated<Id>;
      authorId: Id | null;
      clientId: string;
      text: string;
      replySeq: Defaulted<number | null>;
      linkUrl: Defaulted<string | null>;
      revision: Defaulted<number | null>;
      createdAt: Defaulted<Date>;
      editedAt: Defaulted<Date | null>;
      deletedAt: Defaulted<Date | null>;
    };
    chatMedia: { chatId: Id; seq: number; position: number; mediaId: Id };
    chatReaction: { chatId: Id; seq: number; accountId: Id; emoji: string; at: Defaulted<Date> };
    chatNotice: {
      id: Generated<Id>;
      chatId: Id;
      afterSeq: number;
      kind: NoticeKind;
      actorId: Id | null;
      targetId: Defaulted<Id | null>;
      name: Defaulted<string | null>;
    };
    chatSearch: { chatId: Id; seq: number; tokens: ColumnType<never, number[], number[]> };
  }
}
