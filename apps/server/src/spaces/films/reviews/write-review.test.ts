import { sql } from "kysely";
import { expect, test } from "vitest";
import { givenFilm } from "../../../../test/films.ts";
import { testServer } from "../../../../test/test-server.ts";
import { writeReview } from "./write-review.ts";

const server = testServer({ MARU_SPACES: "films" });
const { as, given } = server;

test("a review that has waited for the deletion of the one before it counts", async () => {
  const me = await given.person();
  const film = await givenFilm(server);
  const body = { text: "다시 썼어요.", aspects: { story: 9 } };
  const { id: before } = (await as(me).post(`/films/${film}/reviews`, body)).json();
  const { log } = server.maru.platform;
  let begun = 0;
  const id = await log.commit(async (tx) => {
    // It has a number before the other one, as with an idempotency key.
    await sql`select pg_current_xact_id()`.execute(tx);
    if (begun++ === 0) await as(me).delete(`/posts/${before}`);
    return writeReview(server.maru.platform, tx, Number(me.id), Number(film), body);
  });
  await server.settle();
  expect(begun).toBe(2);
  expect((await as(null).get(`/films/${film}/score`)).json()).toMatchObject({ people: 1 });
  const { items } = (await as(null).get(`/films/${film}/reviews`)).json<{ items: { id: string }[] }>();
  expect(items.map((review) => review.id)).toEqual([String(id)]);
});
