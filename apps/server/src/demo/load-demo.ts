import { randomBytes } from "node:crypto";
import type { Tx } from "../platform/database/database.ts";
import type { Id } from "../platform/database/tables.ts";
import { hashPassword, verifyPassword } from "../platform/identity/passwords.ts";
import type { Platform } from "../platform/platform.ts";
import { peopleEvents } from "../modules/people/index.ts";
import { postEvents, toTag, writePost } from "../modules/posts/index.ts";
import { pictures as catalogue } from "./art/catalogue.ts";
import { moveChatsIn } from "./chats.ts";
import { demoPeople } from "./content/index.ts";
import { findPasswordHash, holdEmpty, idsAt, insertRows, setPictures } from "./demo-rows.ts";
import type { DemoCommunity, MoveIn } from "./community.ts";
import { type DrawnPicture, drawPictures } from "./draw-pictures.ts";
import type { DrawingKey } from "./drawings.ts";
import { guide, type Mark, type Plan, planCommunity } from "./plan.ts";

export const demoLogin = { login: guide, password: "welcome-to-maru" };

const emailOf = (handle: string) => `${handle}@demo.invalid`;

type Deps = Pick<Platform, "db" | "log" | "logger" | "media">;

/**
 * Fills an empty database with a community that is nine months old; most of what it says is of the last five weeks. All of it or nothing: when it
 * is killed on the way, the next start does it again. Answers how to sign in, as long as that still works.
 */
export async function loadDemoCommunity(
  { db, log, logger, media }: Deps,
  spaces: ReadonlyMap<string, { demo?: MoveIn }>,
  draw = drawPictures,
): Promise<typeof demoLogin | undefined> {
  const somebody = await db.selectFrom("account").select("id").limit(1).executeTakeFirst();
  if (!somebody) {
    const began = Date.now();
    logger.info(
      "an empty site: drawing pictures and letting a demo community move in (MARU_DEMO=off leaves it empty)",
    );
    const plan = planCommunity(Date.now(), [...spaces.keys()]);
    const moves = [...spaces.values()].flatMap(({ demo }) => demo ?? []);
    const more = await Promise.all(moves.map((move) => move.drawings?.() ?? []));
    const drawn = await draw([...keysOf(plan), ...more.flat()], media.store);
    const passwords = await Promise.all([
      hashPassword(demoLogin.password),
      hashPassword(randomBytes(24).toString("base64")),
    ]);
    await log.commit(async (tx) => {
      if (await holdEmpty(tx)) await moveIn(log, tx, media, plan, drawn, passwords, moves);
    });
    logger.info(
      { people: demoPeople.length, posts: plan.posts.length, ms: Date.now() - began },
      "the demo community is in",
    );
  }
  const hash = await db.transaction().execute((tx) => findPasswordHash(tx, emailOf(guide)));
  return hash !== undefined && (await verifyPassword(demoLogin.password, hash)) ? demoLogin : undefined;
}

function keysOf(plan: Plan): DrawingKey[] {
  const covers = demoPeople.flatMap(({ cover }) => (cover ? [`cover:${cover}` as const] : []));
  const shown = plan.posts.flatMap((post) => post.pictures.map((name) => `picture:${name}` as const));
  return [
    ...new Set<DrawingKey>([
      ...demoPeople.map(({ handle }) => `face:${handle}` as const),
      ...covers,
      ...shown,
    ]),
  ];
}

async function moveIn(
  log: Deps["log"],
  tx: Tx,
  media: Deps["media"],
  plan: Plan,
  drawn: Map<DrawingKey, DrawnPicture>,
  [guideHash, anyHash]: string[],
  spaces: readonly MoveIn[],
): Promise<void> {
  const keep = async (owner: Id, alt: string, key: DrawingKey) => {
    const picture = drawn.get(key);
    if (!picture) throw new Error(`${key} was not drawn.`);
    return Number((await media.keep(tx, owner, alt, picture)).id);
  };
  const joined = demoPeople.map(({ handle }) => plan.joined.get(handle)!);
  const ids = await idsAt(tx, joined);
  const idOf = new Map(demoPeople.map(({ handle }, place) => [handle, ids[place]!]));
  await insertRows(
    tx,
    "account",
    demoPeople.map(({ handle, name, bio, links = [] }, place) => ({
      id: ids[place],
      handle,
      display_name: name,
      bio,
      links: links.map((url) => ({ label: new URL(url).host, url })),
      created_at: new Date(joined[place]!).toISOString(),
    })),
  );
  await insertRows(
    tx,
    "credential",
    demoPeople.map(({ handle, language }) => ({
      account_id: idOf.get(handle),
      email: emailOf(handle),
      password_hash: handle === guide ? guideHash : anyHash,
      settings: { locale: language },
    })),
  );
  log.publish(tx, ...ids.map((accountId) => peopleEvents.accountCreated({ accountId })));
  const faces = [];
  for (const { handle, name, cover } of demoPeople) {
    const id = idOf.get(handle)!;
    faces.push({
      id,
      avatar_id: await keep(id, name, `face:${handle}`),
      header_id: cover ? await keep(id, "", `cover:${cover}`) : null,
    });
  }
  await setPictures(tx, faces);
  await followEachOther(log, tx, plan, idOf);
  const spoken = await speak(log, tx, plan, idOf, keep);
  await markPosts(
    log,
    tx,
    plan,
    idOf,
    spoken.map((post) => post.id),
  );
  const own = spoken.filter((_, place) => plan.posts[place]!.parent === undefined);
  const community = { people: idOf, posts: own, keep };
  for (const join of spaces) await join(tx, community);
  await moveChatsIn(log, tx, community);
}

async function followEachOther(log: Deps["log"], tx: Tx, plan: Plan, idOf: Map<string, Id>): Promise<void> {
  const tags = demoPeople.flatMap(({ handle, likes }) =>
    likes.slice(0, 3).map((like) => ({ by: handle, tag: toTag(like)!, at: plan.joined.get(handle)! })),
  );
  const followIds = await idsAt(
    tx,
    [...plan.follows, ...tags].map((one) => one.at),
  );
  const pairs = plan.follows.map(({ by, whom }) => ({ accountId: idOf.get(by)!, targetId: idOf.get(whom)! }));
  await insertRows(
    tx,
    "follow",
    pairs.map(({ accountId, targetId }, place) => ({
      id: followIds[place],
      follower_id: accountId,
      followee_id: targetId,
    })),
  );
  await insertRows(
    tx,
    "tag_follow",
    tags.map(({ by, tag }, place) => ({
      id: followIds[pairs.length + place],
      account_id: idOf.get(by),
      tag,
    })),
  );
  log.publish(tx, ...pairs.map((pair) => peopleEvents.followed(pair)));
  log.publish(tx, ...tags.map(({ by, tag }) => peopleEvents.tagFollowed({ accountId: idOf.get(by)!, tag })));
}

/** Writes the posts as their authors would have; answers them in the order of the plan. */
async function speak(
  log: Deps["log"],
  tx: Tx,
  plan: Plan,
  idOf: Map<string, Id>,
  keep: (owner: Id, alt: string, key: DrawingKey) => Promise<Id>,
): Promise<(DemoCommunity["posts"][number] & { rootId: Id | null })[]> {
  const written: Awaited<ReturnType<typeof speak>> = [];
  for (const { by, text, at, pictures, parent: place, closed } of plan.posts) {
    const authorId = idOf.get(by)!;
    const mediaIds: Id[] = [];
    for (const name of pictures) mediaIds.push(await keep(authorId, catalogue[name]!.alt, `picture:${name}`));
    const parent = place === undefined ? undefined : written[place]!;
    const { value, event } = await writePost(tx, {
      authorId,
      text,
      mediaIds,
      visibility: closed && !parent ? "followers" : "public",
      at: new Date(at),
      ...(parent && { parent }),
    });
    log.wrote(tx, event);
    const shown = pictures.map((name, position) => ({ name, mediaId: mediaIds[position]! }));
    written.push({
      id: value.id,
      rootId: parent ? (parent.rootId ?? parent.id) : null,
      by,
      text,
      at: new Date(at),
      pictures: shown,
    });
  }
  return written;
}

async function markPosts(
  log: Deps["log"],
  tx: Tx,
  plan: Plan,
  idOf: Map<string, Id>,
  postIds: Id[],
): Promise<void> {
  const { posts, likes, bookmarks, views } = plan;
  const event = ({ by, post }: Mark) => ({
    postId: postIds[post]!,
    accountId: idOf.get(by)!,
    authorId: idOf.get(posts[post]!.by)!,
  });
  for (const [table, marks] of [
    ["post_like", likes],
    ["bookmark", bookmarks],
  ] as const) {
    const ids = await idsAt(
      tx,
      marks.map((mark) => mark.at),
    );
    await insertRows(
      tx,
      table,
      marks.map(({ by, post }, place) => ({
        id: ids[place],
        account_id: idOf.get(by),
        post_id: postIds[post],
      })),
    );
  }
  await insertRows(
    tx,
    "post_view",
    views.map(({ by, post, at }) => ({
      post_id: postIds[post],
      viewer: `demo:${by}`,
      day: new Date(at).toISOString().slice(0, 10),
    })),
  );
  const seen = new Map<number, number>();
  for (const { post } of views) seen.set(post, (seen.get(post) ?? 0) + 1);
  log.publish(tx, ...likes.map((mark) => postEvents.postLiked(event(mark))));
  log.publish(tx, ...bookmarks.map((mark) => postEvents.postBookmarked(event(mark))));
  log.publish(
    tx,
    ...[...seen].map(([post, count]) => postEvents.postViewed({ postId: postIds[post]!, views: count })),
  );
}
