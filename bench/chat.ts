import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { makeCommunity } from "./chat/community.ts";
import { type Pages, startPages, type StormReport, type TalkReport } from "./chat/pages.ts";
import { beginSpan, type Span } from "./chat/span.ts";
import { type ChatStage, withChatStage } from "./chat/stage.ts";
import type { LatencySummary } from "./lib/latencies.ts";
import { printReport } from "./lib/report.ts";
import type { Row } from "./lib/table.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string" },
    /** Chats that messages are sent in. */
    chats: { type: "string" },
    rate: { type: "string" },
    seconds: { type: "string" },
    port: { type: "string", default: "5950" },
    /** A first look: a tenth of everything. */
    quick: { type: "boolean", default: false },
    /** For the program, such as `--node-options=--cpu-prof`. */
    "node-options": { type: "string", default: "" },
  },
});
const share = values.quick ? 0.1 : 1;
const people = Number(values.people ?? 10_000 * share);
const chats = Number(values.chats ?? 2_000 * share);
const rate = Number(values.rate ?? 1_000 * share);
const seconds = Number(values.seconds ?? (values.quick ? 10 : 60));
const warmUpSeconds = values.quick ? 3 : 6;
/** Messages a second that are sent over HTTP while everybody comes back. */
const stormRate = rate / 4;
const settleSeconds = 3;

const say = (text: string) => console.log(`  ${text}`);
const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

function sayCpu({ program, database, pages, otherCores }: Span, per?: number): void {
  const of = (used: number) =>
    per === undefined ? `${used.toFixed(1)} s` : `${((used * 1000) / per).toPrecision(3)} ms`;
  say(
    `CPU${per === undefined ? "" : " per message"}: program ${of(program)}, database ${of(database)}, pages ${of(pages)}; everything else on the machine used ${otherCores.toFixed(2)} cores`,
  );
}

/** Kilobytes that the program holds for each page, once it has given back what nothing needs. */
async function weigh(stage: ChatStage, idle: { rss: number; heapUsed: number }, what: string) {
  await pause(settleSeconds * 1000);
  const now = await stage.memory();
  const rss = (now.rss - idle.rss) / people / 1000;
  say(
    `${what}: ${rss.toFixed(1)} KB for each, ${((now.heapUsed - idle.heapUsed) / people / 1000).toFixed(1)} KB of it heap`,
  );
  return rss;
}

/** Until every consumer has handled what is in the log. */
async function settle({ pool }: ChatStage): Promise<void> {
  const begun = performance.now();
  const countBehind = async () => {
    const { rows } = await pool.query<{ behind: number }>(
      `select max(behind.n)::int as behind from consumer_position p
       cross join lateral (select count(*) as n from events_after(p.xid, p.id, p.at - interval '1 day', 200000)) behind`,
    );
    return rows[0]!.behind;
  };
  const behind = await countBehind();
  while ((await countBehind()) > 0) await pause(100);
  say(
    `${behind} events were not handled at the end; it took ${inSeconds(performance.now() - begun)} until they were`,
  );
}

async function strike(stage: ChatStage, pages: Pages, isKilled: boolean): Promise<StormReport> {
  const end = beginSpan(() => ({
    program: stage.program().pid,
    database: stage.database.pid,
    pages: pages.pid,
  }));
  let restarted: Promise<void> | undefined;
  const report = await pages.storm(
    { rate: stormRate, ...(isKilled && { kill: stage.program().pid }) },
    () => (restarted = isKilled ? stage.start() : undefined),
  );
  await restarted;
  say(
    `${isKilled ? "the program was killed" : "all connections were cut"}: everybody is back after ${inSeconds(report.back.max)}; ${report.sent} messages were sent meanwhile, ${report.gaps} gaps`,
  );
  for (const [why, times] of Object.entries(report.repeated)) say(`${times} requests were repeated: ${why}`);
  sayCpu(end());
  await settle(stage);
  return report;
}

/** How much the tables and what the pages have are unlike what was sent. */
async function compare(
  { pool }: ChatStage,
  talk: TalkReport,
  storms: readonly StormReport[],
): Promise<number> {
  const { rows } = await pool.query<{ messages: number; seqs: number }>(
    "select (select count(*)::int from chat_message) as messages, (select sum(last_seq)::int from chat) as seqs",
  );
  const { messages, seqs } = rows[0]!;
  const sent = talk.sent - talk.errors.length + storms.reduce((sum, storm) => sum + storm.sent, 0);
  return Math.abs(messages - sent) + Math.abs(messages - seqs) + Math.abs(2 * seqs - storms.at(-1)!.lastSeqs);
}

const row = (name: string, { count, p50, p90, p99, max }: LatencySummary): Row => [
  name,
  count,
  p50,
  p90,
  p99,
  max,
];

async function run(stage: ChatStage, pages: Pages): Promise<boolean> {
  const accounts = await makeCommunity(stage.pool, people);
  await stage.start();
  await pause(settleSeconds * 1000);
  const idle = await stage.memory();
  say(`${people} people, ${people / 2} chats; idle the program holds ${(idle.rss / 1e6).toFixed(0)} MB`);

  const openMs = await pages.open(Number(values.port), accounts);
  const open = await weigh(stage, idle, `${people} pages, open after ${inSeconds(openMs)}`);

  const end = beginSpan(() => ({
    program: stage.program().pid,
    database: stage.database.pid,
    pages: pages.pid,
  }));
  const talk = await pages.talk({ chats, rate, warmUpSeconds, seconds });
  say(`${talk.sent} messages were sent, the last one ${talk.behindMs.toFixed(0)} ms late`);
  sayCpu(end(), talk.sent);
  for (const error of talk.errors.slice(0, 3)) say(error);
  await settle(stage);

  const cut = await strike(stage, pages, false);
  const after = await weigh(stage, idle, "the pages, and all that was remembered of what they did");
  const killed = await strike(stage, pages, true);
  const unlike = await compare(stage, talk, [cut, killed]);
  return printReport(
    `Chat: ${people} open pages, ${rate} messages a second in ${chats} chats`,
    ["", "times", "p50 ms", "p90 ms", "p99 ms", "max ms"],
    [
      row("at the other one's page, since it was due", talk.sinceDue),
      row("at the other one's page, since it was sent", talk.sinceSent),
      row("at the other one's page, since its createdAt", talk.sinceCreated),
      row("acknowledged, since it was sent", talk.acknowledged),
      row("back with everything, connections cut", cut.back),
      row("back with everything, program killed", killed.back),
    ],
    [
      { what: "memory of the program for each open page", measured: open, unit: "KB", atMost: 40 },
      { what: "afterwards, with its caches", measured: after, unit: "KB", atMost: 40 },
      // `createdAt` is a moment before the commit.
      {
        what: "from the commit to the other one's page, p99",
        measured: talk.sinceCreated.p99,
        unit: "ms",
        atMost: 50,
      },
      { what: "arrived", measured: talk.sinceDue.count, unit: "", atLeast: rate * seconds },
      {
        what: "twice, out of turn, missing, or refused",
        measured: talk.outOfTurn + talk.missing + talk.errors.length,
        unit: "",
        atMost: 0,
      },
      { what: "all back, connections cut", measured: cut.back.max / 1000, unit: "s", atMost: 30 },
      {
        what: "not back, lost in a storm, or unlike the database",
        measured: cut.away + killed.away + cut.missing + killed.missing + unlike,
        unit: "",
        atMost: 0,
      },
    ],
  );
}

const nodeOptions = values["node-options"].split(" ").filter(Boolean);
const isReached = await withChatStage({ port: Number(values.port), nodeOptions }, async (stage) => {
  const pages = startPages();
  try {
    return await run(stage, pages);
  } finally {
    pages.stop();
  }
});
process.exitCode = isReached ? 0 : 1;
