import { expect, test } from "vitest";
import { givenFilm, givenFilms } from "../../../../test/films.ts";
import { dumpFilms } from "../../../../test/film-imports.ts";
import { formOf } from "../../../../test/photo-form.ts";
import { type Person, testServer } from "../../../../test/test-server.ts";

const server = testServer({ MARU_SPACES: "films" });

/** A film of the catalogue with this English title; answers its id. */
const film = (titleEn: string, year: number, imdb?: string) =>
  givenFilm(server, {
    titleKo: undefined,
    titleEn,
    year,
    ...(imdb && { ids: [{ source: "imdb", value: imdb }] }),
  });

interface PreviewLine {
  line: number;
  film: { id: string } | null;
  action: string | null;
  reason: string | null;
}

async function preview(person: Person, name: string, text: string | Buffer) {
  const { payload, headers } = formOf([["file", text, name]]);
  const response = await server.as(person).post("/films/diary/preview", undefined, { payload, headers });
  return {
    status: response.statusCode,
    body: response.json<{ lines: PreviewLine[]; errors?: { message: string }[] }>(),
  };
}

const told = (lines: PreviewLine[]) =>
  lines.map(({ line, film, action, reason }) => [line, film?.id, action ?? reason]);

const bring = (person: Person, lines: PreviewLine[]) =>
  server.as(person).post("/films/diary/imports", {
    entries: lines.flatMap(({ film, action }) => (film && action ? [{ filmId: film.id, action }] : [])),
  });

const standing = async (person: Person, id: string) =>
  (await server.as(person).get(`/films/${id}`)).json<{
    viewer: { vote: string | null; inWatchlist: boolean };
  }>().viewer;

const letterboxd = "Date,Name,Year,Letterboxd URI,Rating";

test("a diary of Letterboxd is shown, brought along, and taken back but for what was changed since", async () => {
  const me = await server.given.person();
  const [good, bad, fair] = [
    await film("Good One", 2001),
    await film('Bad, "One"', 2002),
    await film("Fair One", 2003),
  ];
  await film("Twins", 2004);
  await film("Twins", 2004);
  const voted = await film("Voted", 2005);
  await server.as(me).put(`/films/${voted}/vote`, { value: "dislike" });
  const csv = [
    letterboxd,
    "2026-01-01,Good One,2001,https://boxd.it/1,2.5",
    '2026-01-01,"bad, ""one""",2003,https://boxd.it/2,2.5',
    "2026-01-01,Fair One,2003,https://boxd.it/3,3",
    "2026-01-01,Twins,2004,https://boxd.it/4,5",
    "2026-01-01,Nowhere,2004,https://boxd.it/5,5",
    "2026-01-01,Good One,1990,https://boxd.it/6,5",
    "2026-01-01,Voted,2005,https://boxd.it/7,5",
    "broken",
    "2026-01-02,Good One,2001,https://boxd.it/1,3.5",
    "2026-01-02,Fair One,2003,https://boxd.it/3,",
  ].join("\n");
  const { body } = await preview(me, "diary.csv", csv);
  expect(told(body.lines)).toEqual([
    [2, good, "repeated"],
    [3, bad, "dislike"],
    [4, fair, "repeated"],
    [5, undefined, "ambiguous"],
    [6, undefined, "not-here"],
    [7, undefined, "not-here"],
    [8, voted, "has-vote"],
    [9, undefined, "unreadable"],
    [10, good, "like"],
    [11, fair, "no-rating"],
  ]);
  // Nothing has been done yet.
  expect(await standing(me, good)).toMatchObject({ vote: null });

  const made = await bring(me, body.lines);
  expect(made.statusCode).toBe(201);
  const { id } = made.json<{ id: string }>();
  expect(made.json()).toMatchObject({ likes: 1, dislikes: 1, wishes: 0 });
  expect(await standing(me, good)).toMatchObject({ vote: "like" });
  expect(await standing(me, bad)).toMatchObject({ vote: "dislike" });
  // Once more does nothing, and has nothing to take back.
  expect((await bring(me, body.lines)).json()).toMatchObject({ likes: 0, dislikes: 0 });
  expect((await server.as(me).get("/films/diary/imports")).json<{ items: object[] }>().items).toHaveLength(2);

  // One was thought over since, to the same in the end.
  await server.as(me).delete(`/films/${bad}/vote`);
  await server.as(me).put(`/films/${bad}/vote`, { value: "dislike" });
  const other = await server.given.person();
  expect((await server.as(other).delete(`/films/diary/imports/${id}`)).statusCode).toBe(404);
  expect((await server.as(me).delete(`/films/diary/imports/${id}`)).json()).toEqual({ undone: 1, kept: 1 });
  expect((await server.as(me).delete(`/films/diary/imports/${id}`)).statusCode).toBe(404);
  expect(await standing(me, good)).toMatchObject({ vote: null });
  expect(await standing(me, bad)).toMatchObject({ vote: "dislike" });
  expect(await standing(me, voted)).toMatchObject({ vote: "dislike" });
});

test("a diary that is brought along twice at once counts once", async () => {
  const me = await server.given.person();
  const id = await film("Twice", 2006);
  const { body } = await preview(me, "diary.csv", `${letterboxd}\n2026-01-01,Twice,2006,https://boxd.it/8,5`);
  const made = await Promise.all([bring(me, body.lines), bring(me, body.lines)]);
  const likes = made.map((answer) => answer.json<{ likes: number }>().likes);
  expect(likes.toSorted((one, other) => one - other)).toEqual([0, 1]);
  await server.settle();
  const score = (await server.as(null).get(`/films/${id}/score`)).json();
  expect(score).toMatchObject({ people: 1 });
});

test("lists of IMDb go by its ids, and watchlists become wishes", async () => {
  const me = await server.given.person();
  const [one, two] = [await film("One", 2011, "tt0000011"), await film("Two", 2012, "tt0000012")];
  const ratings =
    "Const,Your Rating,Date Rated,Title,Year\ntt0000011,7,2026-01-01,Renamed,1999\ntt0000012,6,2026-01-01,Two,2012\ntt0000099,9,2026-01-01,One,2011";
  const rated = await preview(me, "ratings.csv", ratings);
  expect(told(rated.body.lines)).toEqual([
    [2, one, "like"],
    [3, two, "between"],
    [4, undefined, "not-here"],
  ]);
  const wishes = await preview(
    me,
    "WATCHLIST.csv",
    "Position,Const,Created,Title,Year,Your Rating\n1,tt0000012,2026-01-01,Two,2012,\n",
  );
  expect(told(wishes.body.lines)).toEqual([[2, two, "watchlist"]]);
  const { id } = (await bring(me, wishes.body.lines)).json<{ id: string }>();
  expect(await standing(me, two)).toMatchObject({ inWatchlist: true });
  const again = await preview(
    me,
    "watchlist.csv",
    "Date,Name,Year,Letterboxd URI\n2026-01-01,Two,2011,https://boxd.it/2\n",
  );
  expect(told(again.body.lines)).toEqual([[2, two, "on-watchlist"]]);
  expect((await server.as(me).delete(`/films/diary/imports/${id}`)).json()).toEqual({ undone: 1, kept: 0 });
  expect(await standing(me, two)).toMatchObject({ inWatchlist: false });
  const watched = await preview(
    me,
    "watched.csv",
    "Date,Name,Year,Letterboxd URI\n2026-01-01,Two,2012,https://boxd.it/2\n",
  );
  expect(told(watched.body.lines)).toEqual([[2, two, "no-rating"]]);
});

test("what is no diary is refused in words", async () => {
  const me = await server.given.person();
  for (const [content, message] of [
    ["a,b\n1,2\n", "neither a list of Letterboxd's nor one of IMDb's"],
    ["", "is empty"],
    [`${letterboxd}\n${"2026-01-01,x,2001,u,1\n".repeat(10_001)}`, "more than 10000 lines"],
    [Buffer.from(`\uFEFF${letterboxd}\n`, "utf16le"), "not UTF-8"],
    [Buffer.from([0xff, 0x80, 0x0a]), "not UTF-8"],
  ] as const) {
    const { status, body } = await preview(me, "x.csv", content);
    expect([status, body.errors?.[0]?.message]).toEqual([422, expect.stringContaining(message)]);
  }
  expect((await preview(me, "x.csv", Buffer.alloc(5_000_001, "x"))).status).toBe(413);
  expect((await server.as(me).post("/films/diary/preview", { a: 1 })).statusCode).toBe(415);
  expect((await server.as(null).post("/films/diary/imports", { entries: [] })).statusCode).toBe(401);
  expect((await server.as(me).post("/films/diary/imports", { entries: [] })).statusCode).toBe(400);
  const nobody = { entries: [{ filmId: "12345", action: "like" }] };
  expect((await server.as(me).post("/films/diary/imports", nobody)).json()).toMatchObject({ likes: 0 });
});

test("thousands at once are brought along, and the ranks hear of each", async () => {
  const me = await server.given.person();
  await givenFilms(
    server,
    Array.from({ length: 600 }, (_, n) => ({
      ids: [{ source: "own", value: `many-${n}` }],
      titleKo: undefined,
      titleEn: `Many ${n}`,
      year: 1950,
    })),
  );
  const csv = [letterboxd, ...Array.from({ length: 600 }, (_, n) => `2026-01-01,Many ${n},1950,u,4`)].join(
    "\n",
  );
  const { body } = await preview(me, "ratings.csv", csv);
  expect((await bring(me, body.lines)).json()).toMatchObject({ likes: 600 });
  const { told: events } = (await dumpFilms(server.maru.platform.db)) as {
    told: { film: string; type: string }[];
  };
  expect(
    events.filter(({ film: name, type }) => type === "vote_set" && name.startsWith("own many")),
  ).toHaveLength(600);
}, 60_000);
