import { setTimeout as pause } from "node:timers/promises";
import { createLatencies } from "../lib/latencies.ts";
import { type Listener, note, type Page } from "./open-pages.ts";
import type { TalkJob, TalkReport } from "./pages.ts";

/** What has not arrived so long after the last one was sent is missing. */
const patienceMs = 10_000;

/** Sends messages through the pages' sockets at a fixed arrival, and measures until they are at the other one's page. */
export async function talk(
  pages: readonly Page[],
  texts: readonly string[],
  { chats, rate, warmUpSeconds, seconds }: TalkJob,
  listen: (listener: Listener) => void,
): Promise<TalkReport> {
  const under = new Map<string, { author: Page; due: number; sent: number; isMeasured: boolean }>();
  const [sinceDue, sinceSent, sinceCreated, acknowledged] = [
    createLatencies(),
    createLatencies(),
    createLatencies(),
    createLatencies(),
  ];
  const errors: string[] = [];
  const all = rate * (warmUpSeconds + seconds);
  const run = Date.now().toString(36);
  const before = pages.reduce((sum, { have }) => sum + have, 0);
  let outOfTurn = 0;
  let arrived = 0;

  listen({
    onConnected: () => void errors.push("a page has lost its connection"),
    onMessage(page, { seq, clientId, createdAt }) {
      const now = performance.now();
      if (seq !== page.have + 1) outOfTurn++;
      note(page, seq);
      arrived++;
      const message = under.get(clientId);
      if (!message || message.author === page) return;
      under.delete(clientId);
      if (!message.isMeasured) return;
      sinceDue.add(now - message.due);
      sinceSent.add(now - message.sent);
      sinceCreated.add(Date.now() - Date.parse(createdAt));
    },
  });

  function send(index: number, due: number): void {
    const chat = index % chats;
    const author = pages[chat * 2 + (Math.floor(index / chats) % 2)]!;
    const clientId = `${run}-${index}`;
    const isMeasured = index >= rate * warmUpSeconds;
    const sent = performance.now();
    under.set(clientId, { author, due, sent, isMeasured });
    const body = { chatId: author.chatId, clientId, text: texts[index % texts.length]! };
    author.socket.emit("message", body, (answer) => {
      if (isMeasured) acknowledged.add(performance.now() - sent);
      if (!(answer as { message?: object }).message) errors.push(JSON.stringify(answer));
    });
  }

  const cpu = process.cpuUsage();
  const begun = performance.now();
  for (let index = 0; index < all;) {
    for (const now = performance.now(); index < all; index++) {
      const due = begun + (index * 1000) / rate;
      if (due > now) break;
      send(index, due);
    }
    await pause(1);
  }
  const behindMs = performance.now() - begun - (all * 1000) / rate;
  const expected = 2 * all;
  for (const end = performance.now() + patienceMs; arrived < expected && performance.now() < end;)
    await pause(20);
  const { user, system } = process.cpuUsage(cpu);
  const got = pages.reduce((sum, { have }) => sum + have, 0) - before;
  return {
    sinceDue: sinceDue.summary(),
    sinceSent: sinceSent.summary(),
    sinceCreated: sinceCreated.summary(),
    acknowledged: acknowledged.summary(),
    sent: all,
    errors,
    outOfTurn,
    missing: expected - got,
    behindMs,
    cpuSeconds: (user + system) / 1e6,
  };
}
