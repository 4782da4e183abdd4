import { setTimeout as pause } from "node:timers/promises";
import { call } from "./lib/http.ts";
import { createLatencies } from "./lib/latencies.ts";
import { errorsOf, runLoad } from "./lib/load.ts";
import { readOptions } from "./lib/options.ts";
import { printReport } from "./lib/report.ts";
import { homeRequests, pickByFollowers, pickFollowers, signIn } from "./lib/sessions.ts";
import { type Stage, withStage } from "./lib/stage.ts";

const posts = 40;
/** Followers whose homes are looked at after each post: others each time, spread over all of them. */
const watchers = 25;
/** Between two looks at a home: many people looking all the time would be what is measured. */
const lookEveryMs = 5;

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

const isReached = await withStage(options, async (stage) => {
  const { pool, program } = stage;
  const [few] = await pickByFollowers(pool, 1, 30);
  const [many] = await pickByFollowers(pool, 1, 10_000);
  if (!few || !many) throw new Error("the data set has nobody with 10,000 followers");
  const [fewToken, manyToken] = (await signIn(pool, [few.id, many.id])) as [string, string];
  const followers = await signIn(pool, await pickFollowers(pool, many.id, many.followers));
  const [fewReader] = (await signIn(pool, await pickFollowers(pool, few.id, 1))) as [string];
  const warm = (limit: number) =>
    runLoad({
      port: program.port,
      requests: homeRequests(followers, limit),
      connections: 20,
      count: followers.length,
    });
  const warming = await warm(20);
  await call(program.port, homeRequests([fewReader])[0]!);

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
  const pushes = (posts * many.followers) / 1000;
  const perThousand = costs.map((seconds) => (seconds * 1000) / pushes);

  // That all homes have it, not only the watched ones.
  const last = await write(stage, manyToken, posts);
  await untilSeen(stage, followers.at(-1)!, last);
  const missing = await countMissing(stage, followers, last.id);

  return printReport(
    `Fan-out: an author with ${many.followers} followers, all warm`,
    ["", "p50 ms", "p90 ms", "p99 ms", "max ms"],
    [
      [
        `from the answer until it is on top of a follower's home (${arrival.count} looks)`,
        arrival.p50,
        arrival.p90,
        arrival.p99,
        arrival.max,
      ],
    ],
    [
      { what: "visible to all who were looked at", measured: arrival.max, unit: "ms", atMost: 200 },
      {
        what: "CPU per 1,000 followers pushed, all processes",
        measured: Math.max(...perThousand),
        unit: "ms",
        atMost: 1,
      },
      { what: "homes without the last post, of all followers", measured: missing, unit: "", atMost: 0 },
      { what: "errors", measured: errorsOf(warming), unit: "", atMost: 0 },
    ],
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
