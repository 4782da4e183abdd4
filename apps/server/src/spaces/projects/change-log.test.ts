import { expect, test } from "vitest";
import { givenProject } from "../../../test/projects.ts";
import { testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;

/** A post of a change log that has just been read, which is kept in memory then; `shown` is what it says it is about. */
async function givenEntry() {
  const maker = await given.person();
  const project = await givenProject(server, maker, { title: "모아로그" });
  const written = await as(maker).post("/posts", { text: "한 걸음", projectIds: [project.id] });
  const path = `/posts/${written.json<{ id: string }>().id}`;
  const shown = async () =>
    (await as(maker).get(path)).json<{ projects: { name: string }[] }>().projects.map(({ name }) => name);
  expect(await shown()).toEqual(["모아로그"]);
  return { maker, id: project.id, shown };
}

test("an entry says what it is about only while that is for everybody", async () => {
  const { maker, id, shown } = await givenEntry();
  for (const [close, open] of [
    [() => as(maker).put(`/posts/${id}/hidden`), () => as(maker).delete(`/posts/${id}/hidden`)],
    [
      () => as(maker).patch(`/posts/${id}`, { visibility: "followers" }),
      () => as(maker).patch(`/projects/${id}`, { visibility: "public" }),
    ],
    [() => as(maker).patch("/me", { isPrivate: true }), () => as(maker).patch("/me", { isPrivate: false })],
  ] as const) {
    expect((await close()).statusCode).toBeLessThan(300);
    await expect.poll(shown, { message: close.toString() }).toEqual([]);
    expect((await open()).statusCode).toBeLessThan(300);
    await expect.poll(shown, { message: open.toString() }).toEqual(["모아로그"]);
  }
});

test("an entry shows a project by the name that it has now", async () => {
  const { maker, id, shown } = await givenEntry();
  await as(maker).patch(`/projects/${id}`, { title: "모아책방" });
  expect(await shown()).toEqual(["모아책방"]);
});
