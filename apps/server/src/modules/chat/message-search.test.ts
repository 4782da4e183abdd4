import { beforeEach, describe, expect, test } from "vitest";
import { givenChat, type MessageJson, sent } from "../../../test/chats.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given, settle } = server;
let minji: Person;
let doyun: Person;

beforeEach(async () => {
  [minji, doyun] = [await given.person(), await given.person()];
});

describe("finding what was written", () => {
  const found = async (person: Person, q: string, more = "") => {
    await settle();
    const response = await as(person).get(`/chats/search?q=${encodeURIComponent(q)}${more}`);
    return response
      .json<{ items: { message: MessageJson; chat: { id: string } }[] }>()
      .items.map(({ message }) => message.text);
  };

  test("goes by parts of words and first consonants, in one's own chats only", async () => {
    const chat = await givenChat(server, minji, doyun);
    const other = await givenChat(server, minji, await given.person());
    for (const text of ["고양이 사료를 샀어요", "커피 한잔해요", "고양이가 자요"])
      await sent(server, minji, chat.id, text);
    await sent(server, minji, other.id, "고양이 이야기");
    expect(await found(minji, "고양이")).toEqual(["고양이 이야기", "고양이가 자요", "고양이 사료를 샀어요"]);
    expect(await found(doyun, "고양이")).toEqual(["고양이가 자요", "고양이 사료를 샀어요"]);
    expect(await found(doyun, "ㅋㅍ")).toEqual(["커피 한잔해요"]);
    expect(await found(doyun, "사료 고양이")).toEqual(["고양이 사료를 샀어요"]);
    expect(await found(minji, "고양이", `&chatId=${other.id}`)).toEqual(["고양이 이야기"]);
    expect(await found(await given.person(), "고양이")).toEqual([]);
  });

  test("finds an edit by its new words, and nothing that was deleted for one", async () => {
    const chat = await givenChat(server, minji, doyun);
    await sent(server, minji, chat.id, "처음 말");
    await sent(server, minji, chat.id, "지운 말");
    await as(minji).patch(`/chats/${chat.id}/messages/1`, { text: "고친 말" });
    await as(minji).delete(`/chats/${chat.id}/messages/2`);
    expect(await found(doyun, "처음")).toEqual([]);
    expect(await found(doyun, "지운")).toEqual([]);
    expect(await found(doyun, "고친")).toEqual(["고친 말"]);
    await as(doyun).delete(`/chats/${chat.id}`);
    expect(await found(doyun, "고친")).toEqual([]);
    expect(await found(minji, "고친")).toEqual(["고친 말"]);
  });

  test("has pages, and makes its index anew", async () => {
    const chat = await givenChat(server, minji, doyun);
    for (let count = 1; count <= 5; count++) await sent(server, minji, chat.id, `산책 ${count}`);
    await settle();
    await server.maru.rebuild("chat-search");
    const texts: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: { items: { message: MessageJson }[]; nextCursor: string | null } = (
        await as(doyun).get(
          `/chats/search?q=${encodeURIComponent("산책")}&limit=2${cursor && `&cursor=${cursor}`}`,
        )
      ).json();
      texts.push(...page.items.map(({ message }) => message.text));
      cursor = page.nextCursor;
    }
    expect(texts).toEqual(["산책 5", "산책 4", "산책 3", "산책 2", "산책 1"]);
  });

  test.each(["!!!", "%_\\", "' or 1=1 --", "ㄱ", "\u200d", "가".repeat(200)])("%j is answered", async (q) => {
    const response = await as(minji).get(`/chats/search?q=${encodeURIComponent(q)}`);
    expect([response.statusCode, response.json<object>()]).toEqual([200, { items: [], nextCursor: null }]);
  });
});
