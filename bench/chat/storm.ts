import { setTimeout as pause } from "node:timers/promises";
import { createLatencies } from "../lib/latencies.ts";
import type { Answer } from "./http-once.ts";
import { type ArrivedMessage, type Listener, note, type Page } from "./open-pages.ts";
import type { LoadRequest } from "../lib/load.ts";
import type { StormJob, StormReport } from "./pages.ts";

type Ask = (request: LoadRequest) => Promise<Answer>;

const pageOfMessages = 50;
const patienceMs = 10_000;
/** Whoever is not back by then is given up. */
const mostMs = 180_000;
/** Before a request is repeated, scattered by half. */
const againMs = 1000;
const scattered = () => pause(againMs * (0.5 + Math.random()));

/** All pages lose their connection at once, come back and ask for what they have missed, while messages go on being sent. */
export async function storm(
  pages: readonly Page[],
  texts: readonly string[],
  { kill, rate }: StormJob,
  http: { read: Ask; send: Ask },
  listen: (listener: Listener) => void,
  onStruck: () => void,
): Promise<StormReport> {
  const cpu = process.cpuUsage();
  const backAt = new Map<Page, number>();
  /** The number of the last message that was acknowledged, by chat. */
  const lastOf = new Map<string, number>();
  /** How often, by what the answer was. */
  const repeated: Record<string, number> = {};
  const repeat = (status: number | string, text: string) => {
    if (typeof status === "number" && status < 500) throw new Error(`${status} ${text}`);
    const why = `${status} ${text.slice(0, 100)}`.trim();
    repeated[why] = (repeated[why] ?? 0) + 1;
  };
  let gaps = 0;
  let everybodyIsBack: () => void;
  const allBack = new Promise<void>((resolve) => (everybodyIsBack = resolve));

  async function catchUp(page: Page): Promise<void> {
    if (page.isCatchingUp) return;
    page.isCatchingUp = true;
    for (;;) {
      const path = `/api/v1/chats/${page.chatId}/messages?after=${page.have}&limit=${pageOfMessages}`;
      const { status, text } = await http.read({ method: "GET", path, token: page.token });
      if (status !== 200) {
        repeat(status, text);
        await scattered();
        continue;
      }
      const { items } = JSON.parse(text) as { items: ArrivedMessage[] };
      for (const { seq } of items) note(page, seq);
      if (items.length < pageOfMessages) break;
    }
    page.isCatchingUp = false;
    // Lost again meanwhile: it asks once more when it is back.
    if (!page.socket.isConnected()) return;
    if (!backAt.has(page)) backAt.set(page, performance.now());
    if (backAt.size === pages.length) everybodyIsBack();
  }

  listen({
    onConnected: (page) => void catchUp(page),
    onMessage(page, { seq }) {
      note(page, seq);
      if (page.ahead.size === 0 || page.isCatchingUp) return;
      gaps++;
      void catchUp(page);
    },
  });

  const run = Date.now().toString(36);
  const begun = performance.now();
  let sent = 0;
  async function send(index: number): Promise<void> {
    const chats = pages.length / 2;
    const author = pages[((index * 2) % chats) * 2 + (index % 2)]!;
    const body = JSON.stringify({ clientId: `${run}-${index}`, text: texts[index % texts.length] });
    const path = `/api/v1/chats/${author.chatId}/messages`;
    for (;;) {
      const { status, text } = await http.send({ method: "POST", path, token: author.token, body });
      if (status === 201 || status === 200) {
        const { seq } = JSON.parse(text) as ArrivedMessage;
        lastOf.set(author.chatId, Math.max(seq, lastOf.get(author.chatId) ?? 0));
        sent++;
        return;
      }
      repeat(status, text);
      await scattered();
    }
  }

  if (kill === undefined) for (const { socket } of pages) socket.cut();
  else process.kill(kill, "SIGKILL");
  onStruck();
  const sending: Promise<void>[] = [];
  let areBack = false;
  void allBack.then(() => (areBack = true));
  while (!areBack && performance.now() - begun < mostMs) {
    while (sending.length < ((performance.now() - begun) * rate) / 1000) sending.push(send(sending.length));
    await pause(1);
  }
  await Promise.all(sending);

  const missing = () =>
    pages.reduce((sum, { chatId, have }) => sum + Math.max(0, (lastOf.get(chatId) ?? 0) - have), 0);
  for (const end = performance.now() + patienceMs; missing() > 0 && performance.now() < end;) await pause(50);
  const back = createLatencies();
  for (const at of backAt.values()) back.add(at - begun);
  const { user, system } = process.cpuUsage(cpu);
  return {
    back: back.summary(),
    away: pages.length - backAt.size,
    sent,
    repeated,
    gaps,
    missing: missing(),
    lastSeqs: pages.reduce((sum, { have }) => sum + have, 0),
    cpuSeconds: (user + system) / 1e6,
  };
}
