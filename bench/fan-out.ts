import { setTimeout as pause } from "node:timers/promises";
import { call } from "./lib/http.ts";
import { createLatencies, median } from "./lib/latencies.ts";
import { errorsOf, runLoad } from "./lib/load.ts";
import { readOptions } from "./lib/options.ts";
import { printReport } from "./lib/report.ts";
import { homeRequests, pickByFollowers, pickFollowers, signIn } from "./lib/sessions.ts";
import { type Stage, withStage } from "./lib/stage.ts";
import type { Row } from "./lib/table.ts";

const posts = 40;
/** Followers whose homes are looked at after each post: others each time, spread over all of them. */
const watchers = 25;
/** Between two looks at a home: many people looking all the time would be what is measured. */
const lookEveryMs = 5;
/** From the answer until every follower has it. */
const mostMs = 200;

interface Written {
  id: string;
  answeredAt: number;
}

async function write({ program }: Stage, token: string, index: number): Promise<Written> {
  const body = JSON.stringify({ text: `방금 쓴 글 ${index}` });
  const { text } = await call(program.port, { method: "POST", path: "/api/v1/posts", token, body });
  return { id: (JSON.parse(text) as { id: string }).id, answeredAt: performance.now() };
}

/** Reads somebody's home until the post is on top; answers the milliseconds since its author had the answer. */
async function untilSeen({ program }: Stage, token: string, { id, answeredAt }: Written): Promise<number> {
  for (;;) {
    const { text } = await call(program.port, homeRequests([token], 1)[0]!);
    const [first] = (JSON.parse(text) as { items: { id: string }[] }).items;
    if (first?.id === id) return performance.now() - answeredAt;
    if (performance.now() - answeredAt > 10_000) throw new Error(`post ${id} did not arrive`);
    await pause(lookEveryMs);
  }
}

/** Seconds of CPU, all processes, for posts written one after the other and everything that follows from them. */
async function cpuOf(stage: Stage, token: string, reader: string): Promise<number> {
  const total = () => Object.values(stage.cpuSeconds()).reduce((sum, seconds) => sum + seconds, 0);
  const before = total();
  let last: Written | undefined;
  for (let index = 0; index < posts; index++) last = await write(stage, token, index);
  await untilSeen(stage, reader, last!);
  return total() - before;
}

const options = readOptions();

/** One way in which a post gets into homes: by being pushed into each, or merged in where a home is read. */
interface Way {
  name: string;
  pullFollowers: string;
}

const ways: Way[] = [
  { name: "pushed into every home", pullFollowers: "1000000" },
  { name: "merged in at reading, as an author of this size is", pullFollowers: "1000" },
];

async function measure(stage: Stage, { name, pullFollowers }: Way) {
  const { pool } = stage;
  const [few] = await pickByFollowers(pool, 1, 30);
  const [many] = await pickByFollowers(pool, 1, 10_000);
  if (!few || !many) throw new Error("the data set has nobody with 10,000 followers");
  const [fewToken, manyToken] = (await signIn(pool, [few.id, many.id])) as [string, string];
  const followers = await signIn(pool, await pickFollowers(pool, many.id, many.followers));
  const [fewReader] = (await signIn(pool, await pickFollowers(pool, few.id, 1))) as [string];
  await stage.restart({ MARU_PULL_FOLLOWERS: pullFollowers });
  const { port } = stage.program;
  const requests = homeRequests(followers, 20);
  const warming = await runLoad({ port, requests, connections: 20, count: followers.length });
  await call(port, homeRequests([fewReader])[0]!);

  const seen = createLatencies();
  for (let index = 0; index < posts; index++) {
    const written = await write(stage, manyToken, index);
    const watched = Array.from({ length: watchers }, (_, nth) => {
      const at = (index + nth * Math.floor(followers.length / watchers)) % followers.length;
      return untilSeen(stage, followers[at]!, written);
    });
    for (const milliseconds of await Promise.all(watched)) seen.add(milliseconds);
  }
  const arrival = seen.summary();

  await cpuOf(stage, fewToken, fewReader);
  const costs: number[] = [];
  for (let round = 0; round < options.rounds; round++) {
    const base = await cpuOf(stage, fewToken, fewReader);
    costs.push((await cpuOf(stage, manyToken, followers[0]!)) - base);
  }
  const reached = (posts * many.followers) / 1000;
  const perThousand = median(costs.map((seconds) => (seconds * 1000) / reached));

  // That all homes have it, not only the watched ones.
  const last = await write(stage, manyToken, posts);
  await pause(mostMs);
  const missing = await countMissing(stage, followers, last.id);
  return { name, followers: many.followers, arrival, perThousand, missing, errors: errorsOf(warming) };
}

const isReached = await withStage(options, async (stage) => {
  const runs = [];
  for (const way of ways) runs.push(await measure(stage, way));
  return printReport(
    `Fan-out: an author with ${runs[0]!.followers} followers, all warm`,
    [
      "from the answer until it is on top of a follower's home",
      "looks",
      "p50 ms",
      "p90 ms",
      "p99 ms",
      "max ms",
    ],
    runs.map(({ name, arrival: { count, p50, p90, p99, max } }): Row => [name, count, p50, p90, p99, max]),
    runs.flatMap(({ name, arrival, perThousand, missing, errors }) => [
      {
        what: `${name}: visible to all who were looked at`,
        measured: arrival.max,
        unit: "ms",
        atMost: mostMs,
      },
      {
        what: `${name}: CPU per 1,000 followers, all processes`,
        measured: perThousand,
        unit: "ms",
        atMost: 1,
      },
      {
        what: `${name}: homes without the last post, of all followers`,
        measured: missing,
        unit: "",
        atMost: 0,
      },
      { what: `${name}: errors`, measured: errors, unit: "", atMost: 0 },
    ]),
  );
});

async function countMissing({ program }: Stage, tokens: string[], postId: string): Promise<number> {
  let missing = 0;
  for (const request of homeRequests(tokens, 1)) {
    const { text } = await call(program.port, request);
    if (!text.startsWith(`{"items":[{"id":"${postId}"`)) missing++;
  }
  return missing;
}
process.exitCode = isReached ? 0 : 1;
