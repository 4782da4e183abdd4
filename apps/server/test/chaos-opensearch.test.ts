import { describe, expect, test } from "vitest";
import { checkOpenSearch } from "../../../chaos/checks/search.ts";
import { enginesElsewhere, type TestEngineElsewhere } from "./search-engine.ts";
import { testServer } from "./test-server.ts";

for (const engine of enginesElsewhere())
  describe.skipIf(!engine.isThere)(`the checker of the documents in ${engine.name}`, () => {
    testChecker(engine);
  });

function testChecker({ address, prefix, env }: TestEngineElsewhere) {
  const server = testServer(env);
  const { as, given, settle } = server;
  const alias = `${prefix}-posts`;
  const check = async () =>
    (await checkOpenSearch(server.maru.platform.pool, address, alias)).differences.join("\n");
  const say = (statement: string) => server.maru.platform.pool.query(statement);

  test("finds nothing where all is well, and planted differences", async () => {
    const author = await given.person();
    const stays = await given.post(author, "그대로 둘 글 #고양이");
    const edited = await given.post(author, "처음에는 산책 이야기");
    await as(author).patch(`/posts/${edited.id}`, { text: "나중에는 커피 이야기" });
    const closed = await given.post(author, "팔로워에게", { visibility: "followers" });
    await settle();
    expect(await check()).toBe("");

    // The table changes, and nobody tells the engine.
    await say(`update post set text = text || ' 덧붙임' where id = ${stays.id}`);
    expect(await check()).toMatch(`document of post ${stays.id} has other words`);
    await say(`update post set text = replace(text, ' 덧붙임', '') where id = ${stays.id}`);
    await say(`update post set text = '나중에는' where id = ${edited.id}`);
    await say(
      `insert into post_edit (post_id, text, html, written_at) values (${edited.id}, '나중에는 커피 이야기', '', now())`,
    );
    expect(await check()).toMatch(`document of post ${edited.id} has other words`);
    await say(`update post set text = '나중에는 커피 이야기' where id = ${edited.id}`);
    await say(`delete from post_edit where text = '나중에는 커피 이야기'`);
    expect(await check()).toBe("");
    await say(`update post set visibility = 'public' where id = ${closed.id}`);
    expect(await check()).toMatch(
      `document of post ${closed.id} is ${author.id} true and should be ${author.id} false`,
    );
    await say(`update post set hidden_at = now() where id = ${stays.id}`);
    expect(await check()).toMatch(`document of post ${stays.id} is there`);
    await fetch(`${address}/${alias}/_doc/${edited.id}`, { method: "DELETE" });
    expect(await check()).toMatch(`document of post ${edited.id} is missing`);
  }, 60_000);
}
