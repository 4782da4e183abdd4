import type { AddressInfo } from "node:net";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type ChatJson, givenChat, type MessageJson } from "../../../test/chats.ts";
import { requireOrSkip } from "../../../test/services.ts";
import { type Person, testServer } from "../../../test/test-server.ts";
import { createMaru, type Maru } from "../../app.ts";

const redis = requireOrSkip("redis");

describe.each([
  { name: "two processes on one database", url: undefined, isThere: true },
  { name: "two processes with one Redis", url: redis, isThere: redis !== undefined },
])("$name", ({ url, isThere }) => {
  describe.runIf(isThere)("talk", () => {
    const server = testServer(url ? { MARU_REDIS_URL: url } : {});
    const { as, given } = server;
    const sockets: Socket[] = [];
    let second: Maru;

    beforeAll(async () => {
      const { config, pool } = server.maru.platform;
      const database = (pool.options as { connectionString: string }).connectionString;
      second = await createMaru({ ...config, demo: false }, database);
      await second.startConsumers();
      for (const maru of [server.maru, second]) await maru.app.listen({ port: 0, host: "127.0.0.1" });
      if (url)
        await vi.waitUntil(() =>
          [server.maru, second].every((maru) => maru.platform.redis!.fault() === undefined),
        );
    });
    afterEach(() => {
      for (const socket of sockets.splice(0)) socket.close();
    });
    afterAll(() => second?.stop());

    /** An open page of a person at one of the processes, and the messages that it hears. */
    async function open(maru: Maru, { token }: Person) {
      const { port } = maru.app.server.address() as AddressInfo;
      const socket = io(`http://127.0.0.1:${port}`, {
        path: "/socket",
        transports: ["websocket"],
        auth: { token },
        forceNew: true,
      });
      sockets.push(socket);
      const heard: MessageJson[] = [];
      socket.on("message", (message: MessageJson) => heard.push(message));
      await new Promise<void>((resolve) => socket.once("connect", resolve));
      return { socket, heard };
    }

    test("what is sent at both at once is heard at both: all of it, once, in order", async () => {
      const [minji, doyun] = [await given.person(), await given.person()];
      const chat: ChatJson = await givenChat(server, minji, doyun);
      const [here, there] = [await open(server.maru, minji), await open(second, doyun)];
      // Processes agree a moment after somebody has come which of them is to tell the person.
      for (const { id } of [minji, doyun])
        await expect
          .poll(
            () => [server.maru, second].filter((maru) => maru.platform.sockets.online.has(Number(id))).length,
          )
          .toBe(1);
      const count = 30;
      const names = Array.from({ length: count }, (_, index) => `m${index}`);
      const answers = await Promise.all(
        names.map((clientId, index) =>
          (index % 2 === 0 ? here : there).socket.emitWithAck("message", {
            chatId: chat.id,
            text: clientId,
            clientId,
          }),
        ),
      );
      expect(answers.map((answer: { error?: string }) => answer.error)).toEqual(names.map(() => undefined));
      for (const { heard } of [here, there])
        await expect.poll(() => heard.map(({ seq }) => seq)).toEqual(names.map((_, index) => index + 1));
      const author = here.heard[0]!.author!.id === minji.id ? minji : doyun;
      const edited = await as(author).patch(`/chats/${chat.id}/messages/1`, { text: "고친 말" });
      expect(edited.statusCode).toBe(200);
      for (const { heard } of [here, there])
        await expect.poll(() => heard.at(-1)).toMatchObject({ seq: 1, revision: 1 });
    });

    test("a page that has been away asks for what it lacks at whichever process", async () => {
      const [minji, doyun] = [await given.person(), await given.person()];
      const chat = await givenChat(server, minji, doyun);
      const there = await open(second, doyun);
      there.socket.close();
      await as(minji).post(`/chats/${chat.id}/messages`, { text: "없을 때", clientId: "away" });
      const answer = await second.app.inject({
        url: `/api/v1/chats/${chat.id}/messages?after=0`,
        headers: { authorization: `Bearer ${doyun.token}` },
      });
      expect(answer.json()).toMatchObject({ items: [{ seq: 1, text: "없을 때" }] });
    });
  });
});
