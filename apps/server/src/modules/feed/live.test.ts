import type { Socket } from "socket.io-client";
import { expect, test } from "vitest";
import { openPages } from "../../../test/open-pages.ts";
import { type Person, testServer } from "../../../test/test-server.ts";

const server = testServer();
const { as, given } = server;
const pages = openPages(server);

/** What comes with the next event of that name. */
function once(socket: Socket, event: string): Promise<unknown> {
  return new Promise((resolve) => socket.once(event, resolve));
}

async function connect(person: Person): Promise<Socket> {
  const socket = pages.open({ auth: { token: person.token } });
  await once(socket, "connect");
  return socket;
}

/** Everything that comes as `event`, in order. */
function collect<T>(socket: Socket, event: string): T[] {
  const all: T[] = [];
  socket.on(event, (message: T) => all.push(message));
  return all;
}

test("a follower hears of a new post, whoever may not see it does not", async () => {
  const [author, follower, muter, stranger] = await Promise.all([1, 2, 3, 4].map(() => given.person()));
  for (const person of [follower!, muter!]) {
    await given.follow(person, author!);
    await as(person).get("/feeds/home");
  }
  await as(muter!).put(`/accounts/${author!.handle}/mute`);
  await as(stranger!).get("/feeds/home");
  const heard = await Promise.all(
    [follower!, muter!, stranger!].map(async (person) => collect(await connect(person), "post")),
  );
  const first = await given.post(author!, "하나");
  const second = await given.post(author!, "둘", { visibility: "followers" });
  await expect
    // Each is a hint; the order is that of the feed, which is read after it.
    .poll(() =>
      heard[0]!.toSorted((a, b) => Number((a as { id: string }).id) - Number((b as { id: string }).id)),
    )
    .toEqual([
      { id: first.id, authorId: author!.id },
      { id: second.id, authorId: author!.id },
    ]);
  expect(heard.slice(1)).toEqual([[], []]);
});

test("counts of watched posts come as they change, of invisible posts never", async () => {
  const [author, reader, liker] = await Promise.all([1, 2, 3].map(() => given.person()));
  const shown = await given.post(author!, "보여요");
  const hidden = await given.post(author!, "숨겨요");
  await as(author!).put(`/posts/${hidden.id}/hidden`);
  const socket = await connect(reader!);
  const counts = collect<{ postId: string; counts: { likes: number } }>(socket, "counts");
  expect(await socket.emitWithAck("watch", { postIds: [shown.id, hidden.id, "999"] })).toEqual({
    watching: 1,
  });
  await as(liker!).put(`/posts/${shown.id}/like`);
  await expect.poll(() => counts.at(-1)).toMatchObject({ postId: shown.id, counts: { likes: 1 } });
});

test.each([["nothing"], [null], [{ postIds: ["x"] }], [{ postIds: Array.from({ length: 101 }, () => "1") }]])(
  "watching %j is refused",
  async (message) => {
    const socket = await connect(await given.person());
    expect(await socket.emitWithAck("watch", message)).toEqual({ error: "invalid-request" });
  },
);

test.each([
  ["no token", {}, "sign-in-needed"],
  ["a forged token", { auth: { token: "maru_forged" } }, "invalid-token"],
  ["a token that is none", { auth: { token: 5 } }, "sign-in-needed"],
])("a socket with %s is closed with the reason", async (_name, options, reason) => {
  const error = (await once(pages.open(options), "connect_error")) as Error;
  expect(error.message).toBe(reason);
});

test("a cookie counts only from the site's own pages", async () => {
  const person = await given.person();
  const cookie = `maru_session=${person.token}`;
  const foreign = pages.open({ extraHeaders: { cookie, origin: "https://elsewhere.example" } });
  const error = (await once(foreign, "connect_error")) as Error;
  expect(error.message).toBe("cross-site");
  await once(pages.open({ extraHeaders: { cookie, origin: pages.origin } }), "connect");
});

test("a session that ends closes its sockets", async () => {
  const person = await given.person();
  const socket = await connect(person);
  const closed = once(socket, "disconnect");
  await as(person).delete("/sessions/current");
  expect(await closed).toBe("io server disconnect");
});
