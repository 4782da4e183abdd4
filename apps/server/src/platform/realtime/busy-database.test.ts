import { expect, test } from "vitest";
import { openPages } from "../../../test/open-pages.ts";
import { testServer } from "../../../test/test-server.ts";

const server = testServer();
const pages = openPages(server);

test("a page that could not be looked up comes again by itself, and hears no reason", async () => {
  const { sessions } = server.maru.platform;
  const person = await server.given.person();
  const { find } = sessions;
  let asked = 0;
  sessions.find = async (token) => {
    if (++asked === 1) throw new Error("timeout exceeded when trying to connect");
    return find(token);
  };
  const socket = pages.open({
    auth: { token: person.token },
    forceNew: true,
    reconnection: true,
    reconnectionDelay: 10,
  });
  const refusals: string[] = [];
  socket.on("connect_error", ({ message }) => refusals.push(message));
  await expect.poll(() => socket.connected).toBe(true);
  expect(refusals.filter((reason) => reason.includes("timeout exceeded"))).toEqual([]);
  expect(asked).toBeGreaterThan(1);
  sessions.find = find;
});
