import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { drawNothing } from "../../../test/draw-nothing.ts";
import type { ProjectPost } from "../../../test/projects.ts";
import { runCommand } from "../../../test/run-command.ts";
import { testServer } from "../../../test/test-server.ts";
import { loadDemoCommunity } from "../../demo/load-demo.ts";
import { demoProjects } from "./demo-projects.ts";

const server = testServer();
const { as, settle } = server;

interface Suggestion {
  post: ProjectPost & { author: { handle: string } };
  because: { stack: string[]; people: { handle: string }[] };
}

test(
  "the demo's projects stand on the board, each with what people do with it",
  { timeout: 120_000 },
  async () => {
    const { platform, spaces } = server.maru;
    const login = await loadDemoCommunity(platform, spaces, drawNothing);
    await settle();
    const { token } = (await as(null).post("/sessions", login!)).json<{ token: string }>();
    const guide = as({ id: "", handle: "haru", token, password: "" });

    const all = (await guide.get("/projects?limit=50&sort=popular")).json<{ items: ProjectPost[] }>().items;
    expect(all.map(({ project }) => project.title).sort()).toEqual(
      demoProjects.map(({ title }) => title).sort(),
    );
    for (const { project, counts, html } of all) {
      expect(counts.views, project.title).toBeGreaterThan(counts.likes);
      expect(counts.likes, project.title).toBeGreaterThan(3);
      expect(project.stack.length, project.title).toBeGreaterThan(2);
      expect(html).not.toMatch(/<script|javascript:/);
    }
    const garden = all.find(({ project }) => project.title === "잔디 정원")!;
    expect(garden.project.changeLog).toHaveLength(2);
    const map = all.find(({ project }) => project.title === "동네책방 지도")!;
    expect(map.html).toContain('<span class="hljs-keyword">select</span>');
    const log = (await guide.get(`/projects/${garden.id}/log`)).json<{ items: { text: string }[] }>().items;
    expect(log.map(({ text }) => text.slice(0, 3))).toEqual(["0.3", "0.2"]);
    const comments = (await guide.get(`/posts/${garden.id}/comments`)).json<{ items: { id: string }[] }>()
      .items;
    expect(comments).toHaveLength(3);

    const { items } = (await guide.get("/projects/recommended")).json<{ items: Suggestion[] }>();
    expect(items.length).toBeGreaterThan(3);
    for (const { post, because } of items) {
      expect(post.author.handle).not.toBe("haru");
      expect(because.stack.length + because.people.length, post.project.title).toBeGreaterThan(1);
    }
    const near = (await guide.get("/projects/people")).json<{
      items: { account: { handle: string }; stack: string[] }[];
    }>();
    expect(near.items.map(({ account }) => account.handle)).toContain("priya");
    expect(near.items[0]!.stack.length).toBeGreaterThan(0);

    const onDemo = await runCommand(server, ["projects", "evaluate-recommendations"]);
    expect(onDemo.code, onDemo.text).toBe(0);
    const recallOf = (method: string) =>
      Number(new RegExp(`^${method} +([\\d.]+)`, "m").exec(onDemo.text)![1]);
    expect(recallOf("maru")).toBeGreaterThan(0);
    const file = join(tmpdir(), `maru-recommendations-${process.pid}.json`);
    const exported = await runCommand(server, ["projects", "export-recommendations", file]);
    expect(exported.code, exported.text).toBe(0);
    expect(await readFile(file, "utf8")).not.toMatch(/haru|svelte/i);
    const onFile = await runCommand(server, ["projects", "evaluate-recommendations", "--file", file]);
    const told = (text: string) => text.replace(/^\{.*\n/gm, "");
    expect(told(onFile.text)).toBe(told(onDemo.text));
    expect((await runCommand(server, ["projects", "export-recommendations"])).code).toBe(2);
  },
);
