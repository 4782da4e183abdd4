import { expect, test } from "vitest";
import { givenFilms } from "../../../test/films.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { logFilmEvents, type NewFilmEvent } from "./film-events.ts";

const server = testServer();
const { as, given, settle } = server;
const ko = { headers: { "accept-language": "ko" } };

async function happen(...events: NewFilmEvent[]): Promise<void> {
  const { log } = server.maru.platform;
  await log.commit((tx) => logFilmEvents(log, tx, events));
  await settle();
}

interface Notice {
  kind: string;
  count: number;
}
const toldTo = async (person: Person): Promise<string[]> =>
  (await as(person).get("/notifications", ko)).json<{ items: Notice[] }>().items.map(({ kind }) => kind);
const rankOf = async (person: Person) =>
  (await as(person).get(`/accounts/${person.handle}/film-rank`)).json();

test("a member hears that a series has begun, and how it ended; nobody else does", async () => {
  const author = await given.person("author");
  const other = await given.person("other");
  const judges: Person[] = [];
  for (let count = 0; count < 12; count++) judges.push(await given.person());
  await happen(...judges.map(({ id }) => ({ type: "seed_tier", accountId: Number(id), tier: 3 }) as const));
  const films = await givenFilms(
    server,
    Array.from({ length: 12 }, () => ({})),
  );
  const reviews: string[] = [];
  for (const [day, film] of films.entries()) {
    const written = await as(author).post(`/films/${film}/reviews`, {
      text: "좋은 영화예요. ".repeat(40),
      aspects: { story: 9, acting: 9, directing: 9, visuals: 9, music: 9 },
    });
    reviews.push(written.json<{ id: string }>().id);
    // Three reviews a day count: the engine's clock goes on by what happens.
    await happen({
      at: new Date(Date.now() + (day + 1) * 86_400_000),
      type: "user_join",
      accountId: Number(other.id),
    });
  }
  // A like of a seasoned critic is worth some 60 points: six of them from the start to the end of the band.
  for (const review of reviews) {
    for (const judge of judges) await as(judge).put(`/posts/${review}/vote`, { value: "like" });
    await settle();
    if ((await toldTo(author)).includes("film-promoted")) break;
  }
  expect(await toldTo(author)).toEqual(expect.arrayContaining(["film-promotion", "film-promoted"]));
  expect(await rankOf(author)).toMatchObject({ tier: 2 });
  expect(await toldTo(other)).toEqual([]);
  const entries = (await as(author).get("/film-rank/entries?limit=50")).json<{
    items: { detail: string }[];
  }>();
  expect(entries.items.map(({ detail }) => detail)).toEqual(
    expect.arrayContaining(["promotion begun", "promotion game-won", "promotion won", "up"]),
  );
  expect((await rankOf(author)).history).toHaveLength(1);

  // A rebuild tells nobody again.
  await as(author).post("/notifications/read", {
    upTo: (await as(author).get("/notifications")).json().items[0].id,
  });
  await server.maru.rebuild("films");
  await happen({ type: "strike", accountId: Number(author.id), level: 1 });
  expect((await as(author).get("/notifications/unread")).json()).toMatchObject({ unread: 0 });
});
