import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type Device, openDevice } from "./chat-device.ts";
import type { MessageJson } from "./chats.ts";
import { freePort, type Program, startProgram, untilReady } from "./program.ts";
import { urlOf } from "./template-database.ts";
import { testDatabase } from "./test-database.ts";

const database = testDatabase();
let folder: string;
let port: string;
let program: Program;
let people: { token: string; handle: string; id: string }[];

async function start(): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>("select current_database() as name");
  program = await startProgram({
    MARU_DATA_DIR: folder,
    DATABASE_URL: urlOf(inject("adminUrl"), rows[0]!.name),
    PORT: port,
  });
  await untilReady(program);
}

async function call<T>(method: string, path: string, token: string | undefined, body?: object): Promise<T> {
  const answer = await fetch(`${program.origin}/api/v1${path}`, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maru-chat-"));
  await chmod(folder, 0o755);
  port = String(await freePort());
  await start();
  people = await Promise.all(
    ["ann", "ben", "cho"].map(async (handle) => {
      const { account, token } = await call<{ account: { id: string }; token: string }>(
        "POST",
        "/accounts",
        undefined,
        { handle, displayName: handle, email: `${handle}@example.test`, password: "correct horse battery" },
      );
      await call("PATCH", "/me", token, { settings: { directChats: "everyone" } });
      return { id: account.id, handle, token };
    }),
  );
}, 60_000);
afterAll(async () => {
  program?.process.kill("SIGTERM");
  await program?.ended;
  await rm(folder, { recursive: true, force: true });
});

/** Each person has two devices. */
const devices = 6;
const device = fc.nat(devices - 1);
const step = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant("send" as const), device, isDoubled: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("cut" as const), device }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("edit" as const), device, pick: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("react" as const), device, pick: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), device, pick: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("kill" as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(60) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Row {
  seq: number;
  authorId: string;
  clientId: string;
  text: string;
  revision: number | null;
  isDeleted: boolean;
  reactions: number;
}

/** What there is, plainly from the tables. */
async function rowsOf(chatId: string): Promise<Row[]> {
  const { rows } = await database.pool.query<Row>(
    `select seq, author_id::text as "authorId", client_id as "clientId", text, revision, deleted_at is not null as "isDeleted",
       (select count(*)::int from chat_reaction r where r.chat_id = m.chat_id and r.seq = m.seq) as reactions
     from chat_message m where chat_id = $1 order by seq`,
    [chatId],
  );
  return rows;
}

const shownAs = (message: MessageJson): Row => ({
  seq: message.seq,
  authorId: message.author!.id,
  clientId: message.clientId,
  text: message.text,
  revision: message.revision,
  isDeleted: message.deletedAt !== null,
  reactions: message.reactions.reduce((sum, { accountIds }) => sum + accountIds.length, 0),
});

async function run(steps: readonly Step[], count: number): Promise<void> {
  const [ann, ben, cho] = people;
  const chat = await call<{ id: string }>("POST", "/chats", ann!.token, {
    people: [ben!.handle, cho!.handle],
    name: `run ${count}`,
  });
  const all: Device[] = [];
  const owners = Array.from({ length: devices }, (_, index) => people[index % people.length]!);
  for (const { token } of owners) all.push(openDevice(program.origin, token, chat.id));
  const sentBy = owners.map((): string[] => []);
  let restarting: Promise<void> | undefined;

  /** A change that may be lost with the server that it was asked of: whatever came of it stands in the table. */
  async function change(kind: "edit" | "react" | "delete", of: number, pick: number): Promise<void> {
    const { token, id } = owners[of]!;
    const seen = all[of]!.view().filter((message) => kind === "react" || message.author!.id === id);
    const message = seen[pick % seen.length];
    if (!message) return;
    const path = `/chats/${chat.id}/messages/${message.seq}`;
    const emoji = encodeURIComponent("👍");
    const asked =
      kind === "edit"
        ? call("PATCH", path, token, { text: `edited ${pick}` })
        : kind === "react"
          ? call("PUT", `${path}/reactions/${emoji}`, token, {})
          : call("DELETE", path, token, {});
    await asked.catch(() => {});
  }

  try {
    for (const [index, one] of steps.entries()) {
      switch (one.kind) {
        case "send": {
          const clientId = `${one.device}-${index}`;
          sentBy[one.device]!.push(clientId);
          all[one.device]!.send({ clientId, text: `message ${clientId}`, isDoubled: one.isDoubled });
          break;
        }
        case "cut":
          all[one.device]!.cut();
          break;
        case "kill":
          if (restarting) break;
          program.process.kill("SIGKILL");
          await program.ended;
          restarting = start().finally(() => (restarting = undefined));
          break;
        case "wait":
          await new Promise((resolve) => setTimeout(resolve, one.ms));
          break;
        case "edit":
        case "react":
        case "delete":
          await change(one.kind, one.device, one.pick);
      }
    }
    await restarting;
    await expect.poll(() => all.every((one) => one.isEmpty()), { timeout: 30_000 }).toBe(true);

    const rows = await rowsOf(chat.id);
    // No gap, nothing twice, everything that was sent, and each device's own in the order of sending.
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map(({ clientId }) => clientId).sort()).toEqual(sentBy.flat().sort());
    for (const [of, clientIds] of sentBy.entries()) {
      const seqs = clientIds.map((clientId) => rows.find((row) => row.clientId === clientId)!.seq);
      expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
      expect([...all[of]!.acknowledged]).toEqual(clientIds.map((clientId, index) => [clientId, seqs[index]]));
    }
    // And all of them come to see the same, by what they hear and ask for themselves when they come back.
    for (const one of all) one.cut();
    for (const one of all)
      await expect.poll(() => one.view().map(shownAs), { timeout: 30_000 }).toEqual(rows);
  } finally {
    for (const one of all) one.close();
  }
}

test(
  "whatever is cut, killed and sent twice, every device shows the table: all of it, once, in order",
  { timeout: 240_000 },
  async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => run(steps, ++count)),
      { numRuns: 8, endOnFailure: true },
    );
  },
);
