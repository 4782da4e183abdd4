import type { AddressInfo } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { io } from "socket.io-client";
import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;

test("a page that connects while its session ends does not stay, at whatever moment that is", async () => {
  const { app, platform } = server.maru;
  await app.listen({ port: 0, host: "127.0.0.1" });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const person = await given.person();
  const outcomes = new Set<string>();
  for (let moment = 0; moment < 80; moment++) {
    const { token } = await platform.log.commit((tx) =>
      platform.sessions.open(tx, Number(person.id), { userAgent: "", ip: "127.0.0.1" }),
    );
    const socket = io(origin, {
      path: "/socket",
      transports: ["websocket"],
      reconnection: false,
      auth: { token },
    });
    const connected = new Promise<string>((resolve) => {
      socket.once("connect", () => resolve("connected"));
      socket.once("connect_error", (error) => resolve(error.message));
    });
    for (let turns = 0; turns < moment; turns++) await turn();
    const ended = await as({ ...person, token }).delete("/sessions/current");
    expect(ended.statusCode).toBe(204);
    outcomes.add(await connected);
    await expect.poll(() => socket.connected).toBe(false);
    socket.close();
  }
  expect([...outcomes].every((one) => ["connected", "invalid-token"].includes(one))).toBe(true);
  expect(outcomes.size).toBeGreaterThan(0);
});
