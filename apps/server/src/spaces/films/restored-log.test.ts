import { expect, test } from "vitest";
import { givenFilm } from "../../../test/films.ts";
import { testServer } from "../../../test/test-server.ts";

const server = testServer({ MARU_SPACES: "films" });
const { as, given } = server;

/** As a dump leaves them that is read into a database whose transactions are a million behind. */
async function fromAnother(tables: readonly string[]): Promise<void> {
  for (const table of tables)
    await server.maru.platform.pool.query(
      `update ${table} set xid = (xid::text::bigint + 1000000)::text::xid8`,
    );
}

test.each([
  [
    "together with the log of the site",
    ["event", "consumer_position", "event_horizon", "film_event", "film_engine"],
  ],
  ["by itself, while the space was switched off", ["film_event", "film_engine"]],
])(
  "the log of a restored dump goes on %s: what was said before counts, and what is said now",
  async (_, tables) => {
    const [ann, bob] = [await given.person(), await given.person()];
    const film = await givenFilm(server);
    const people = async () => (await as(null).get(`/films/${film}/score`)).json<{ people: number }>().people;
    await as(ann).put(`/films/${film}/vote`, { value: "like" });
    await server.settle();
    await server.restart(() => fromAnother(tables));
    await server.settle();
    expect(await people()).toBe(1);
    await as(bob).put(`/films/${film}/vote`, { value: "like" });
    await server.settle();
    expect(await people()).toBe(2);
    await server.maru.rebuild("films");
    expect(await people()).toBe(2);
  },
);
