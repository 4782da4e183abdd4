import { describe, expect, test } from "vitest";
import { drawNothing } from "../test/draw-nothing.ts";
import { testServer } from "../test/test-server.ts";
import { reportConfig } from "./config.ts";
import { loadDemoCommunity } from "./demo/load-demo.ts";
import { presetNames } from "./presets.ts";

/** What a site of each kind has and is called, and which of three tags its demo community speaks of. */
const sites: Record<
  (typeof presetNames)[number],
  { spaces: string[]; name: string; look: string; tags: string[] }
> = {
  all: {
    spaces: ["cats", "projects", "films"],
    name: "마루",
    look: "wood",
    tags: ["고양이", "사이드프로젝트", "영화"],
  },
  cats: { spaces: ["cats"], name: "고양이 마루", look: "cats", tags: ["고양이"] },
  projects: { spaces: ["projects"], name: "프로젝트 마루", look: "projects", tags: ["사이드프로젝트"] },
  films: { spaces: ["films"], name: "영화 마루", look: "films", tags: ["영화"] },
  social: { spaces: [], name: "마루", look: "wood", tags: ["고양이", "사이드프로젝트", "영화"] },
};

test("every preset is one of these", () => {
  expect(presetNames.toSorted()).toEqual(Object.keys(sites).toSorted());
});

describe.each(presetNames)("the preset %s", (preset) => {
  const server = testServer({ MARU_PRESET: preset });

  test("is a site with its spaces, its name, its look and its own demo", { timeout: 120_000 }, async () => {
    const { tags, ...site } = sites[preset];
    const visitor = server.as(null);
    expect((await visitor.get("/instance")).json()).toMatchObject(site);
    await loadDemoCommunity(server.maru.platform, server.maru.spaces, drawNothing);
    await server.settle();
    const spoken = [];
    for (const tag of sites.all.tags) {
      const { items } = (await visitor.get(`/feeds/tags/${encodeURIComponent(tag)}`)).json<{
        items: object[];
      }>();
      // A word in passing is no subject: a tag that is one fills its page.
      if (items.length === 20) spoken.push(tag);
    }
    expect(spoken).toEqual(tags);
    for (const space of sites.all.spaces)
      expect((await visitor.get(`/${space}`)).statusCode, space).toBe(
        site.spaces.includes(space) ? 200 : 404,
      );
  });
});

test("what is set itself wins over the preset", () => {
  const report = reportConfig({ MARU_PRESET: "films", MARU_SITE_NAME: "우리 극장" });
  const told = (env: string) => report.find((setting) => setting.env === env);
  expect(told("MARU_SITE_NAME")).toMatchObject({ value: "우리 극장", origin: "environment" });
  expect(told("MARU_SPACES")).toMatchObject({ value: "films", origin: "preset" });
  expect(told("MARU_REGISTRATIONS")).toMatchObject({ origin: "default" });
});
