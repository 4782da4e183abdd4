import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "../src");

/** Which folder writes to a table; everybody may read. */
const owners: Record<string, string> = {
  account: "modules/people",
  accountStats: "modules/people",
  credential: "modules/people",
  passwordReset: "modules/people",
  emailChange: "modules/people",
  follow: "modules/people",
  followRequest: "modules/people",
  block: "modules/people",
  mute: "modules/people",
  post: "modules/posts",
  postMedia: "modules/posts",
  postTag: "modules/posts",
  postMention: "modules/posts",
  postEdit: "modules/posts",
  postLike: "modules/posts",
  bookmark: "modules/posts",
  postView: "modules/posts",
  postStats: "modules/posts",
  authorStats: "modules/posts",
  tagStats: "modules/posts",
  authorTagStats: "modules/posts",
  authorClosed: "modules/posts",
  tagFollow: "modules/posts",
  postTopic: "modules/posts",
  topic: "modules/topics",
  topicFollow: "modules/topics",
  topicStats: "modules/topics",
  searchTopic: "modules/search",
  lastRead: "modules/feed",
  cat: "spaces/cats",
  catPerson: "spaces/cats",
  catInvitation: "spaces/cats",
  catCorrection: "spaces/cats",
  technology: "spaces/projects",
  technologyAlias: "spaces/projects",
  project: "spaces/projects",
  projectPicture: "spaces/projects",
  projectRank: "spaces/projects",
  personTechnology: "spaces/projects",
  projectSeen: "spaces/projects",
  film: "spaces/films",
  filmExternalId: "spaces/films",
  filmPerson: "spaces/films",
  filmPersonExternalId: "spaces/films",
  filmCredit: "spaces/films",
  filmOffer: "spaces/films",
  filmSite: "spaces/films",
  filmRating: "spaces/films",
  filmImport: "spaces/films",
  filmChange: "spaces/films",
  filmModerator: "spaces/films",
  filmVote: "spaces/films",
  filmWatchlist: "spaces/films",
  filmReview: "spaces/films",
  filmReviewVote: "spaces/films",
  filmDiaryImport: "spaces/films",
  filmDiaryEntry: "spaces/films",
  filmEvent: "spaces/films",
  filmEngine: "spaces/films",
  filmMember: "spaces/films",
  filmState: "spaces/films",
  filmOpinion: "spaces/films",
  filmReviewState: "spaces/films",
  filmReaction: "spaces/films",
  filmPair: "spaces/films",
  filmRankEntry: "spaces/films",
  filmRank: "spaces/films",
  searchSegment: "modules/search",
  searchPost: "modules/search",
  searchAccount: "modules/search",
  searchTag: "modules/search",
  notification: "modules/notifications",
  notificationAct: "modules/notifications",
  notificationSettings: "modules/notifications",
  chat: "modules/chat",
  chatMember: "modules/chat",
  chatMessage: "modules/chat",
  chatMedia: "modules/chat",
  chatReaction: "modules/chat",
  chatNotice: "modules/chat",
  chatSearch: "modules/chat",
  reportCase: "modules/moderation",
  report: "modules/moderation",
  moderationDecision: "modules/moderation",
  appeal: "modules/moderation",
  auditEntry: "modules/moderation",
  linkPreview: "modules/chat",
  pushSubscription: "platform/push",
  pushMessage: "platform/push",
  media: "platform/media",
  session: "platform/identity",
  secret: "platform/identity",
  idempotencyKey: "platform/http",
  event: "platform/events",
  consumerPosition: "platform/events",
  eventDead: "platform/events",
  eventRelay: "platform/broker",
  eventHorizon: "platform/events",
};
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

interface Write {
  file: string;
  table: string;
}

/** Every table that a file writes to, by the query builder or in plain SQL. */
function writesIn(file: string): Write[] {
  const text = readFileSync(join(source, file), "utf8");
  const built = [...text.matchAll(/(?:insertInto|updateTable|deleteFrom)\("(\w+)[" ]/g)].map(
    (match) => match[1]!,
  );
  const plain = [...text.matchAll(/\b(?:insert into|delete from|update) (\w+)\b(?= |\n|$)/g)].map((match) =>
    camel(match[1]!),
  );
  return [...built, ...plain.filter((table) => table in owners)].map((table) => ({ file, table }));
}

const files = globSync("**/*.ts", { cwd: source }).filter(
  (file) => !file.endsWith(".test.ts") && !file.startsWith("demo/"),
);

test("only the owner of a table writes to it", () => {
  const writes = files.flatMap(writesIn);
  expect(writes.length).toBeGreaterThan(20);
  // Housekeeping deletes what has expired, whoever wrote it.
  const sweep = "platform/identity/sessions.ts";
  expect(
    writes.filter(({ file, table }) => !file.startsWith(owners[table] ?? "nobody") && file !== sweep),
  ).toEqual([]);
});

test("every file stays small enough to be read at once", () => {
  const long = files.map((file) => ({
    file,
    lines: readFileSync(join(source, file), "utf8").split("\n").length,
  }));
  expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
});
