import { expect, test } from "vitest";
import type { CatJson } from "../../../test/cats.ts";
import { drawNothing } from "../../../test/draw-nothing.ts";
import { testServer } from "../../../test/test-server.ts";
import { loadDemoCommunity } from "../../demo/load-demo.ts";
import { demoCats } from "./demo-cats.ts";

const server = testServer();
const { as, settle } = server;

interface Shown {
  author: { handle: string };
  text: string;
  cats: { name: string }[];
}

test(
  "the demo's cats move in with their people, pictures, posts and followers",
  { timeout: 120_000 },
  async () => {
    const { platform, spaces } = server.maru;
    const login = await loadDemoCommunity(platform, spaces, drawNothing);
    await settle();
    const { token } = (await as(null).post("/sessions", login!)).json<{ token: string }>();
    const guide = as({ id: "", handle: "haru", token, password: "" });

    const all = (await guide.get("/cats?limit=50")).json<{ items: CatJson[] }>().items;
    expect(all.map(({ name }) => name).sort()).toEqual(demoCats.map(({ fields }) => fields.name).sort());
    for (const { name, photo } of all) expect(photo === null, name).toBe(["보름", "연체"].includes(name));
    const of = (name: string) => all.find((cat) => cat.name === name)!;
    expect(of("나비")).toMatchObject({ age: { years: 4 }, viewer: { isMine: true } });
    expect(of("보름")).toMatchObject({ age: { years: 17 } });
    expect(of("연체").people.map(({ handle }) => handle)).toEqual(["eunji_reads", "seoyeon"]);
    expect(of("나비").counts.posts).toBeGreaterThan(8);
    for (const { name, counts } of all) expect(counts.followers, name).toBeGreaterThan(0);

    const invitations = (await guide.get("/cats/invitations")).json<{ items: { cat: CatJson }[] }>().items;
    expect(invitations.map(({ cat }) => cat.name)).toEqual(["연체"]);
    const soon = (await guide.get("/cats/birthdays")).json<{ items: { cat: CatJson; days: number }[] }>()
      .items;
    expect(soon.map(({ cat, days }) => [cat.name, days])).toContainEqual(["두부", 12]);
    const shown = (await guide.get(`/cats/${of("고을").id}/posts?limit=50`)).json<{ items: Shown[] }>().items;
    expect(new Set(shown.map(({ author }) => author.handle))).toEqual(new Set(["goeun"]));
    expect(shown.flatMap(({ cats }) => cats.map(({ name }) => name))).toContain("나비");
    const rain = (await guide.get(`/cats/${of("바람").id}/posts?limit=50`)).json<{ items: Shown[] }>().items;
    expect(rain.map(({ author }) => author.handle)).not.toContain("ara_jeju");
  },
);
