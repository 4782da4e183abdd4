import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort, type Program, startProgram, untilReady } from "./program.ts";

let folder: string;
const programs: Program[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-program-"));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.process.kill("SIGTERM");
    await program.ended;
  }
  await rm(folder, { recursive: true, force: true });
});

async function start(env: Record<string, string> = {}): Promise<Program> {
  const program = await startProgram({ MARU_DATA_DIR: join(folder, "data"), ...env });
  programs.push(program);
  return program;
}

/** A call of the API; undefined when the program went away before it had answered. */
async function call<T>(origin: string, method: string, path: string, token?: string, body?: object) {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  return (await answer.json().catch(() => undefined)) as T | undefined;
}

test(
  "what was answered survives kill -9, and the counters come to equal their rows",
  { timeout: 120_000 },
  async () => {
    const first = await start();
    await untilReady(first);
    const people: { token: string; handle: string }[] = [];
    for (const handle of ["ann", "ben", "cho"]) {
      const made = await call<{ token: string }>(first.origin, "POST", "/accounts", undefined, {
        handle,
        displayName: handle,
        email: `${handle}@example.test`,
        password: "correct horse battery",
      });
      people.push({ token: made!.token, handle });
    }
    const post = (await call<{ id: string }>(first.origin, "POST", "/posts", people[0]!.token, {
      text: "처음",
    }))!;

    const written = new Set<string>();
    const liked = new Set<string>();
    let isOver = false;
    void first.ended.then(() => (isOver = true));
    const writer = async ({ token, handle }: { token: string; handle: string }) => {
      for (let number = 0; !isOver; number++) {
        const made = await call<{ id: string }>(first.origin, "POST", `/posts/${post.id}/comments`, token, {
          text: `${handle} ${number}`,
        });
        if (made) written.add(made.id);
        if (await call(first.origin, "PUT", `/posts/${post.id}/like`, token)) liked.add(handle);
      }
    };
    const writers = people.map(writer);
    await expect.poll(() => written.size, { timeout: 30_000 }).toBeGreaterThan(150);
    first.process.kill("SIGKILL");
    await Promise.all(writers);

    const second = await start();
    await untilReady(second);
    const found = new Set<string>();
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `&cursor=${cursor}` : "";
      const page = await call<{ items: { id: string }[]; nextCursor: string | null }>(
        second.origin,
        "GET",
        `/posts/${post.id}/comments?limit=50${query}`,
      );
      for (const { id } of page!.items) found.add(id);
      cursor = page!.nextCursor;
    } while (cursor);
    expect([...written].filter((id) => !found.has(id))).toEqual([]);
    await expect
      .poll(async () => (await call<{ counts: object }>(second.origin, "GET", `/posts/${post.id}`))!.counts)
      .toMatchObject({ comments: found.size, likes: liked.size });
  },
);

test(
  "a request that is under way when the program is asked to stop is answered",
  { timeout: 60_000 },
  async () => {
    const program = await start();
    await untilReady(program);
    const body = JSON.stringify({ login: "nobody", password: "nothing at all" });
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      // So that it is known which have arrived: what waits to be accepted when the program stops to listen is nobody's yet.
      expect: "100-continue",
    };
    const asked = Array.from({ length: 20 }, () => {
      const one = request(`${program.origin}/api/v1/sessions`, { method: "POST", headers, agent: false });
      const sent = once(one, "continue").then(() => once(one.end(body), "finish"));
      const status = once(one, "response").then(
        ([answer]: IncomingMessage[]) => answer!.resume().statusCode,
        (error: unknown) => String(error),
      );
      one.flushHeaders();
      return { sent, status };
    });
    const answers = Promise.all(asked.map(({ status }) => status));
    await Promise.all(asked.map(({ sent }) => sent));
    // Passwords are checked two at a time: most of these wait while the program stops.
    await Promise.race(asked.map(({ status }) => status));
    program.process.kill("SIGTERM");
    expect(await answers).toEqual(asked.map(() => 401));
    expect(await program.ended).toBe(0);
  },
);

test(
  "a port that is taken, and a setting that is none, end the start with the way out",
  { timeout: 60_000 },
  async () => {
    const port = String(await freePort());
    const first = await start({ PORT: port });
    await untilReady(first);
    const second = await start({ PORT: port, MARU_DATA_DIR: join(folder, "other") });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`Port ${port} is taken by another program. Choose another: PORT=`);
    const third = await start({ MARU_DATADIR: "x" });
    expect(await third.ended).toBe(1);
    expect(third.output()).toContain("MARU_DATADIR: there is no such setting");
    expect(third.output()).not.toContain("at readConfig");
  },
);
