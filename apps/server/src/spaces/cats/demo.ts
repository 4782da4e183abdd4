import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { DemoCommunity } from "../../demo/community.ts";
import { addDays, anniversary, type Day, firstDayOf } from "./calendar.ts";
import { insertCat, insertPerson } from "./cat-queries.ts";
import type { DemoCat } from "./demo-cat.ts";
import { demoCats } from "./demo-cats.ts";
import type { CatDeps } from "./deps.ts";
import { catInvited, catPersonCame, catRegistered } from "./events.ts";
import { insertInvitation } from "./people-queries.ts";

type Post = DemoCommunity["posts"][number];

const hourMs = 60 * 60_000;
const mostOnPost = 10;

/** Whether a post shows the cat: it is in the drawing, or its own people write of it. */
function shows({ people, drawn, fields }: DemoCat, { by, text, pictures }: Post): boolean {
  const isTheirs = people.includes(by);
  // What somebody else calls a look-alike is not this cat.
  const isDrawn = pictures.some(({ name }) => drawn !== undefined && name.split("-").includes(drawn));
  return isTheirs
    ? isDrawn || text.includes(fields.name)
    : isDrawn && pictures.some(({ name }) => isOfSeveral(name));
}

const drawnNames = new Set(demoCats.flatMap(({ drawn }) => drawn ?? []));
const isOfSeveral = (name: string) => name.split("-").filter((word) => drawnNames.has(word)).length > 1;

/** The day, so many years before the one that comes in so many days. */
const dayOf = (
  today: Day,
  { years, in: ahead }: { years: number; in: number },
  precision: "day" | "month" | "season" | "year" | null,
) => firstDayOf(anniversary(addDays(today, ahead), -years - 1), precision ?? "day");

function daysOf({ fields, born, came, diedDaysAgo }: DemoCat, today: Day, party: Post | undefined) {
  const precision = fields.birthdayPrecision ?? null;
  const died = diedDaysAgo === undefined ? null : addDays(today, -diedDaysAgo);
  return {
    birthday: party
      ? anniversary(party.at.toISOString().slice(0, 10), -4)
      : born
        ? dayOf(died ?? today, born, precision)
        : null,
    adoptedOn: came ? dayOf(today, came, null) : null,
    memorialOn: died,
  };
}

/** Moves the cats of the demo's people in, puts them on the posts that show them, and lets people follow them. */
export async function moveCatsIn(
  { log, topics, today }: CatDeps,
  tx: Tx,
  { people, posts }: DemoCommunity,
): Promise<void> {
  const topicsOf = new Map<Id, Id[]>();
  for (const cat of demoCats) {
    const theirs = posts.filter((post) => shows(cat, post));
    const [first, ...others] = cat.people.map((handle) => people.get(handle)!);
    const registered = new Date((theirs[0] ?? posts[0]!).at.getTime() - hourMs);
    const party = theirs.find(({ pictures }) =>
      pictures.some(({ name }) => name === `${cat.drawn}-birthday`),
    );
    const photo = posts.flatMap((post) => post.pictures).find(({ name }) => name === cat.photo);
    const catId = await topics.create(tx, "cats", { at: registered });
    await insertCat(
      tx,
      catId,
      { ...cat.fields, ...daysOf(cat, today(), party), photoId: photo?.mediaId ?? null },
      registered,
    );
    await insertPerson(tx, catId, first!, null, registered);
    log.publish(tx, catRegistered({ catId, accountId: first! }));
    for (const accountId of others) {
      await insertPerson(tx, catId, accountId, first!, new Date(registered.getTime() + hourMs / 2));
      log.publish(tx, catPersonCame({ catId, accountId, actorId: first! }));
    }
    for (const { id } of theirs) topicsOf.set(id, [...(topicsOf.get(id) ?? []), catId].slice(0, mostOnPost));
    await follow(tx, topics, cat, catId, { people, posts, theirs });
    for (const handle of cat.invites ?? []) {
      const accountId = people.get(handle)!;
      await insertInvitation(tx, catId, accountId, first!);
      log.publish(tx, catInvited({ catId, accountId, actorId: first! }));
    }
  }
  for (const [postId, catIds] of topicsOf) await topics.putOn(tx, postId, catIds);
}

/** Those whom it is said of, and some of those who write about cats, each a while after it came. */
async function follow(
  tx: Tx,
  topics: CatDeps["topics"],
  cat: DemoCat,
  catId: Id,
  { people, posts, theirs }: Pick<DemoCommunity, "people" | "posts"> & { theirs: readonly Post[] },
): Promise<void> {
  const fans = [...new Set(demoCats.flatMap((other) => other.people))].filter(
    (_, place) => (place * 7 + catId) % 3 === 0,
  );
  const wanted = [...new Set([...(cat.followers ?? []), ...fans])].filter(
    (handle) => !cat.people.includes(handle),
  );
  const from = (theirs[0] ?? posts[0]!).at.getTime();
  const to = posts.at(-1)!.at.getTime();
  for (const [place, handle] of wanted.entries()) {
    const at = new Date(from + ((to - from) * (place + 1)) / (wanted.length + 1));
    await topics.followAt(tx, people.get(handle)!, catId, at);
  }
}
