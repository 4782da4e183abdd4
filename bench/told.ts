import { setTimeout as pause } from "node:timers/promises";
import { type Audience, type Heard, openPages, pickAudience } from "./lib/audience.ts";
import { cpuSecondsOfAll } from "./lib/cpu.ts";
import { type HttpClient, openClient } from "./lib/http-client.ts";
import { createLatencies, type Latencies } from "./lib/latencies.ts";
import { runLoad } from "./lib/load.ts";
import { readOptions } from "./lib/options.ts";
import { type Goal, printReport } from "./lib/report.ts";
import { homeRequests } from "./lib/sessions.ts";
import { type Stage, withStage } from "./lib/stage.ts";
import type { Row } from "./lib/table.ts";
import { makeVocabulary, textMaker } from "./lib/zipf-texts.ts";

/** How events come to consumers, and the time after a commit by which everybody shall know. */
const engines = {
  none: { name: "embedded", variable: undefined, atMost: 250 },
  kafka: { name: "Kafka", variable: "MARU_TEST_KAFKA_URL", atMost: 500 },
  rabbitmq: { name: "RabbitMQ", variable: "MARU_TEST_RABBITMQ_URL", atMost: 500 },
};

const options = readOptions({
  seconds: "30",
  rate: "500",
  /** Words a second that are asked for until they are found: few, since asking takes part of what it measures. */
  words: "10",
  broker: "none",
});
const rate = Number(options.own.rate);
const engine = engines[options.own.broker as keyof typeof engines];
if (!engine) throw new Error(`--broker is one of ${Object.keys(engines).join(", ")}`);
const address = engine.variable && process.env[engine.variable];
if (engine.variable && !address)
  throw new Error(
    `${engine.variable} is missing: npm run --silent services -- start ${options.own.broker} prints it`,
  );

const warmUpSeconds = 6;
/** Between two searches for a word. */
const askEveryMs = 40;
/** What has not arrived after that long is missing. */
const patienceMs = 10_000;

/** The moment at which the database made an id: that of the row, a moment before its commit. */
const timeOf = (id: number) => Math.floor(id / 4096) + Date.UTC(2024, 0, 1);

interface Written {
  id: number;
  author: number;
  named: number;
  /** Not of the warm-up. */
  isMeasured: boolean;
}

/** Writes posts at a fixed arrival, each by another author and naming another person. */
async function write(
  client: HttpClient,
  audience: Audience,
  onWritten: (written: Written, word: string) => void,
) {
  const make = textMaker(makeVocabulary(), 3);
  const answered = createLatencies();
  const errors: string[] = [];
  const written: Written[] = [];
  const open = new Set<Promise<void>>();
  const begun = performance.now();
  const warm = rate * warmUpSeconds;
  const all = warm + rate * options.seconds;
  let lastAnswer = 0;
  for (let index = 0; index < all; index++) {
    const due = begun + (index * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    const author = audience.authors[index % audience.authors.length]!;
    const named = audience.named[index % audience.named.length]!;
    const word = `told${index.toString(36)}x${Date.now().toString(36)}`;
    const body = JSON.stringify({ text: `${make().text.replaceAll("#", "")} @${named.handle} ${word}` });
    const one = client
      .ask({ method: "POST", path: "/api/v1/posts", token: author.token, body })
      .then(({ status, text }) => {
        open.delete(one);
        if (status !== 201) return void errors.push(`${status} ${text.slice(0, 200)}`);
        const isMeasured = index >= warm;
        const post = {
          id: Number((JSON.parse(text) as { id: string }).id),
          author: author.id,
          named: named.id,
          isMeasured,
        };
        written.push(post);
        if (isMeasured) {
          answered.add(performance.now() - due);
          lastAnswer = performance.now();
          onWritten(post, word);
        }
      });
    open.add(one);
  }
  const behindMs = performance.now() - begun - (all * 1000) / rate;
  await Promise.all(open);
  const perSecond =
    (written.filter((post) => post.isMeasured).length * 1000) / (lastAnswer - begun - warmUpSeconds * 1000);
  return { written, errors, answered, perSecond, behindMs };
}

/** Asks for a word until its post is found. Answers how often it asked; the time goes to `found`, unless patience ends before. */
async function search(
  client: HttpClient,
  token: string,
  { id }: Written,
  word: string,
  found: Latencies,
): Promise<number> {
  const path = `/api/v1/search?type=posts&limit=5&q=${word}`;
  for (let asked = 1; ; asked++) {
    const { text } = await client.ask({ method: "GET", path, token });
    const at = Date.now();
    if (text.includes(`"id":"${id}"`)) found.add(at - timeOf(id));
    else if (at - timeOf(id) < patienceMs) {
      await pause(askEveryMs);
      continue;
    }
    return asked;
  }
}

/** What open pages have heard of what was written. */
function collect({ watchers, listeners }: Audience, heard: Heard, written: readonly Written[]) {
  const pages = createLatencies();
  const notifications = createLatencies();
  let missing = 0;
  const note = (latencies: Latencies, id: number, at: number | undefined) => {
    if (at === undefined) missing++;
    else latencies.add(at - timeOf(id));
  };
  for (const { id, author, named } of written.filter((post) => post.isMeasured)) {
    for (const [watcher, { follows }] of watchers)
      if (follows.has(author)) note(pages, id, heard.posts.get(watcher)!.get(id));
    // Who is named again before being told is told of both at once.
    if (listeners.has(named))
      note(notifications, id, heard.notifications.get(named)!.find(({ newest }) => newest >= id)?.at);
  }
  return { pages, notifications, missing };
}

/** How many events the consumer that is furthest behind has not handled. */
async function countBehind({ pool }: Stage): Promise<number> {
  const { rows } = await pool.query<{ behind: number }>(
    `select max(behind.n)::int as behind from consumer_position p
     cross join lateral (select count(*) as n from events_after(p.xid, p.id, p.at - interval '1 day', 100000)) behind`,
  );
  return rows[0]!.behind;
}

async function untilSettled(stage: Stage): Promise<number> {
  const begun = performance.now();
  while ((await countBehind(stage)) > 0) {
    if (performance.now() - begun > 120_000) throw new Error("the consumers do not catch up");
    await pause(50);
  }
  return performance.now() - begun;
}

const isReached = await withStage(options, async (stage) => {
  if (address) await stage.restart({ MARU_BROKER_URL: `${address}?name=maru-bench-${Date.now()}` });
  const audience = await pickAudience(stage);
  const { port } = stage.program;
  const tokens = [...audience.watchers.values(), ...audience.listeners.values()].map(({ token }) => token);
  await runLoad({ port, requests: homeRequests(tokens), connections: 10, count: tokens.length });
  const heard = await openPages(port, audience);
  const writers = await openClient(port, 40);
  const searchers = await openClient(port, 20);
  const found = createLatencies();
  const searches: Promise<number>[] = [];
  const every = Math.max(1, Math.round(rate / Number(options.own.words)));
  let count = 0;
  const before = {
    ...stage.cpuSeconds(),
    client: process.cpuUsage(),
    all: cpuSecondsOfAll(),
    at: performance.now(),
  };
  const { written, errors, answered, perSecond, behindMs } = await write(writers, audience, (post, word) => {
    if (count++ % every === 0)
      searches.push(search(searchers, tokens[count % tokens.length]!, post, word, found));
  });
  const behind = await countBehind(stage);
  const caughtUpMs = await untilSettled(stage);
  const asked = (await Promise.all(searches)).reduce((sum, times) => sum + times, 0);
  // The last to be told.
  await pause(1000);
  const after = { ...stage.cpuSeconds(), all: cpuSecondsOfAll(), at: performance.now() };
  const client = process.cpuUsage(before.client);
  const { pages, notifications, missing } = collect(audience, heard, written);
  heard.close();
  writers.close();
  searchers.close();

  const each = (seconds: number) => `${((seconds * 1000) / written.length).toPrecision(3)} ms`;
  console.log(
    `\nAt ${rate} a second were due, ${perSecond.toFixed(0)} were answered; the client was ${behindMs.toFixed(0)} ms late at the end.`,
  );
  console.log(
    `CPU per post: program ${each(after.program - before.program)}, database ${each(after.database - before.database)}, client ${each((client.user + client.system) / 1e6)}.`,
  );
  const others =
    after.all -
    before.all -
    (after.program - before.program + after.database - before.database + (client.user + client.system) / 1e6);
  console.log(
    `Everything else on the machine used ${((others * 1000) / (after.at - before.at)).toFixed(2)} cores meanwhile.`,
  );
  console.log(
    `${behind} events were not handled when the last post was due; it took ${caughtUpMs.toFixed(0)} ms until they were.`,
  );
  console.log(
    `${audience.watchers.size} followers and ${audience.listeners.size} named people had the site open; ${searches.length} words were asked for ${asked} times.`,
  );
  for (const error of errors.slice(0, 3)) console.log(error);
  const row = (name: string, latencies: Latencies): Row => {
    const { count: times, p50, p90, p99, max } = latencies.summary();
    return [name, times, p50, p90, p99, max];
  };
  const rows = [
    row("the answer to the post, since it was due", answered),
    row("found by search, since it was written", found),
    row("told to a follower's open page", pages),
    row("told as a notification", notifications),
  ];
  const { atMost } = engine;
  const p99 = (index: number) => rows[index]![4] as number;
  const goals: Goal[] = [
    { what: "posts a second", measured: perSecond, unit: "/s", atLeast: rate * 0.98 },
    { what: "found by search, p99", measured: p99(1), unit: "ms", atMost },
    { what: "on a follower's open page, p99", measured: p99(2), unit: "ms", atMost },
    { what: "notification, p99", measured: p99(3), unit: "ms", atMost },
    {
      what: "errors, and what did not arrive",
      measured: errors.length + missing + searches.length - (rows[1]![1] as number),
      unit: "",
      atMost: 0,
    },
  ];
  return printReport(
    `From the commit to everybody who waits for it, ${engine.name}, ${rate} posts a second`,
    ["", "times", "p50 ms", "p90 ms", "p99 ms", "max ms"],
    rows,
    goals,
  );
});
process.exitCode = isReached ? 0 : 1;
