import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Account } from "../people/index.ts";
import type { Post } from "../posts/index.ts";
import type { ModerationDeps } from "./deps.ts";
import type { Snapshot } from "./schemas.ts";
import type { SubjectKind } from "./tables.ts";

/** A kind of things that members can report. */
export interface ReportSubject {
  kind: SubjectKind;
  /** Whose a thing is (null: nobody's alone), and as it is now; undefined for one that the reporter does not see. */
  find(
    db: Db,
    reporterId: Id,
    place: { id: Id; seq: number },
  ): Promise<{ accountId: Id | null; snapshot: Snapshot } | undefined>;
}

/** Posts of all kinds, and people. */
export const ownSubjects = ({ people, posts }: Pick<ModerationDeps, "people" | "posts">): ReportSubject[] => [
  {
    kind: "post",
    async find(_db, reporterId, { id }) {
      const reader = await posts.presenter.reader(reporterId);
      const post = await posts.presenter.find(id, reader);
      const [text] = post ? await posts.presenter.texts([post], null) : [];
      if (!post || text === undefined) return undefined;
      const shown = JSON.parse(text) as Post;
      return {
        accountId: post.authorId,
        snapshot: { postKind: shown.kind, text: shown.text, media: shown.media },
      };
    },
  },
  {
    kind: "account",
    async find(_db, reporterId, { id }) {
      const relations = await people.presenter.relationsOf(reporterId);
      const [text] = await people.presenter.texts([id], null);
      if (text === undefined || relations?.blockedBy.includes(id)) return undefined;
      const { displayName, bio, avatar, header } = JSON.parse(text) as Account;
      const media = [avatar, header].filter((picture) => picture !== null);
      return { accountId: id, snapshot: { displayName, text: bio, media } };
    },
  },
];
