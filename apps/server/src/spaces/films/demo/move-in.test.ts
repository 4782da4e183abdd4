import { expect, test } from "vitest";
import { drawNothing } from "../../../../test/draw-nothing.ts";
import { testServer } from "../../../../test/test-server.ts";
import { loadDemoCommunity } from "../../../demo/load-demo.ts";
import type { FilmRank } from "../rank-page/rank-schemas.ts";
import type { Film, FilmScore } from "../schemas.ts";
import { readDemoFilms } from "./demo-films.ts";
import { readDemoReviews } from "./read-reviews.ts";

const server = testServer();
const { as, settle } = server;

test(
  "the demo's films stand in the chart, each with its poster, and its people have their ranks",
  { timeout: 120_000 },
  async () => {
    const { platform, spaces } = server.maru;
    const login = await loadDemoCommunity(platform, spaces, drawNothing);
    await settle();
    const { token } = (await as(null).post("/sessions", login!)).json<{ token: string }>();
    const guide = as({ id: "", handle: "haru", token, password: "" });
    const list = async (query: string) => {
      const films: Film[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const page: { items: Film[]; nextCursor: string | null } = (
          await guide.get(`/films?limit=50&${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
        ).json();
        films.push(...page.items);
        cursor = page.nextCursor;
      }
      return films;
    };

    const [charted, thin] = [await list("chart=ranked"), await list("chart=thin")];
    const shown = [...charted, ...thin].map(({ title }) => title.ko);
    expect(new Set(shown)).toEqual(new Set(readDemoFilms().map(({ titleKo }) => titleKo)));
    expect(shown).toHaveLength(readDemoFilms().length);
    for (const film of [...charted, ...thin])
      expect(film.poster?.alt, film.title.original).toMatch(/포스터$/);
    expect(thin.every(({ tier }) => tier === null)).toBe(true);
    expect(new Set(charted.map(({ tier }) => tier))).toEqual(new Set([0, 1, 2]));
    expect(charted[0]!.title.ko).toBe("달빛 세탁소");
    const named = (title: string) => charted.find((film) => film.title.ko === title)!;
    expect(named("좀비 마을버스").series).toMatchObject({ kind: "promotion", wins: 2, losses: 1 });
    expect(named("그림자 극단").series).toMatchObject({ kind: "demotion", wins: 1, losses: 2 });

    const score = (await guide.get(`/films/${named("겨울 수영장").id}/score`)).json<FilmScore>();
    expect(score.base.sources).toHaveLength(4);
    expect(score.notices.map(({ kind }) => kind)).toContain("unusual-activity");
    const rank = (await guide.get("/accounts/haru/film-rank")).json<FilmRank>();
    expect(rank).toMatchObject({ tier: 2, series: { kind: "promotion", wins: 2, losses: 1, judges: 2 } });
    const { items } = (await guide.get(`/films/${named("달빛 세탁소").id}/reviews?limit=50`)).json<{
      items: { author: { handle: string }; films: { name: string }[] }[];
    }>();
    const written = readDemoReviews().filter(({ film }) => film === "laundry");
    expect(items.map(({ author }) => author.handle).sort()).toEqual(written.map(({ by }) => by).sort());
    const { rows } = await platform.pool.query(
      "select count(*)::int as n from film_event where error is not null",
    );
    expect(rows).toEqual([{ n: 0 }]);
  },
);
