import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type pg from "pg";
import { createPool } from "../apps/server/src/platform/database/database.ts";
import { startDatabase } from "./lib/data-set.ts";
import { call } from "./lib/http.ts";
import { errorsOf, type LoadReport, type LoadRequest, runLoad } from "./lib/load.ts";
import { createMeasure, measuredHead } from "./lib/measure.ts";
import { startProgram } from "./lib/program.ts";
import { prepareProjectData } from "./lib/project-data.ts";
import { printReport } from "./lib/report.ts";
import { signIn } from "./lib/sessions.ts";
import { mostStatements } from "./lib/statements.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(import.meta.dirname, ".data") },
    projects: { type: "string", default: "200000" },
    people: { type: "string", default: "100000" },
    port: { type: "string", default: "5950" },
    seconds: { type: "string", default: "15" },
  },
});
const data = resolve(values.data);
const port = Number(values.port);
const seconds = Number(values.seconds);
const rate = 100;
/** Signed-out visitors who read the same projects at the same time, and how many each. */
const visitors = { count: 64, projects: 10_000 };

const sorts = ["latest", "popular", "views"];

/** Filters of one to three technologies, from the most common to one that hardly anybody uses, in every order. */
function boardRequests(slugs: string[], tokens: string[], count: number): LoadRequest[] {
  return Array.from({ length: count }, (_, n) => {
    const chosen = Array.from({ length: n % 4 }, (_unused, place) => {
      const at = Math.floor(slugs.length ** (((n * 7919 + place * 104_729) % 1000) / 1000)) - 1;
      return slugs[Math.max(0, at)]!;
    });
    const asked = [`sort=${sorts[n % 3]}`, ...(chosen.length > 0 ? [`stack=${chosen.join(",")}`] : [])];
    if (n % 2 === 0) asked.push("match=all");
    return {
      method: "GET",
      path: `/api/v1/projects?${asked.join("&")}`,
      ...(n % 3 !== 0 && { token: tokens[n % tokens.length]! }),
    };
  });
}

/** Every visitor opens every project once, all of them one project at the same time; in parts, since all requests at once are too many to hand over. */
async function readAll(ids: string[]): Promise<{ perSecond: number; errors: number }> {
  const atOnce = 1_000;
  const [begun, reports] = [performance.now(), []] as [number, LoadReport[]];
  for (let from = 0; from < ids.length; from += atOnce) {
    const requests = ids.slice(from, from + atOnce).flatMap((id) =>
      Array.from({ length: visitors.count }, (_, visitor) => ({
        method: "GET",
        path: `/api/v1/projects/${id}`,
        agent: `visitor ${visitor}`,
      })),
    );
    reports.push(await runLoad({ port, requests, connections: visitors.count, count: requests.length }));
  }
  const errors = reports.reduce((sum, one) => sum + errorsOf(one), 0);
  return { perSecond: (ids.length * visitors.count * 1000) / (performance.now() - begun), errors };
}

/** What was counted, once all that was read is written. */
async function countViews(pool: pg.Pool, expected: number): Promise<number> {
  for (let tries = 0; ; tries++) {
    const { rows } = await pool.query<{ views: number }>("select count(*)::int as views from post_view");
    if (rows[0]!.views >= expected || tries === 20) return rows[0]!.views;
    await pause(500);
  }
}

const dataDir = await prepareProjectData(data, Number(values.projects), Number(values.people));
await mkdir(join(data, "files"), { recursive: true });
const database = await startDatabase(dataDir);
const pool = createPool(database.url, 2, () => {});
try {
  await pool.query("delete from session");
  await pool.query("delete from post_view");
  const { rows: people } = await pool.query<{ id: number }>(
    "select distinct account_id as id from person_technology order by id limit 200",
  );
  const tokens = await signIn(
    pool,
    people.map(({ id }) => id),
  );
  const { rows: named } = await pool.query<{ slug: string }>(
    "select slug from technology order by projects desc, id",
  );
  const board = boardRequests(
    named.map(({ slug }) => slug),
    tokens,
    4_000,
  );
  // At its start the program reads what technologies are called.
  const called = Array.from({ length: Math.ceil(named.length / 20) }, (_, part) => {
    const some = named.slice(part * 20, part * 20 + 20).map(({ slug }) => slug);
    return `/api/v1/projects?limit=1&stack=${some.join(",")}`;
  });
  const statements = await mostStatements(join(data, "files"), database.url, board.slice(0, 200), called);
  const program = await startProgram({
    port,
    dataDir: join(data, "files"),
    databaseUrl: database.url,
    logFile: join(data, "program.log"),
  });
  try {
    const measure = createMeasure(port, program, database);
    const load = { warmUpSeconds: 5, seconds };
    const most = await measure("board, any filter and order, 8 connections", {
      ...load,
      requests: board,
      connections: 8,
    });
    const fixed = await measure(`board, any filter and order, ${rate} a second`, {
      ...load,
      requests: board,
      connections: 20,
      rate,
    });

    const asks = (path: string): LoadRequest[] => tokens.map((token) => ({ method: "GET", path, token }));
    const first = await call(port, asks("/api/v1/projects/people?limit=10")[0]!);
    const near = await measure("people with a stack like one's own, one at a time", {
      ...load,
      requests: asks("/api/v1/projects/people?limit=10"),
      connections: 1,
    });
    const recommended = await measure("recommended projects, one at a time", {
      ...load,
      requests: asks("/api/v1/projects/recommended"),
      connections: 1,
    });
    const begun = performance.now();
    const put = JSON.stringify({ stack: [named[40]!.slug, named[700]!.slug] });
    await call(port, { method: "PUT", path: "/api/v1/me/stack", token: tokens[0]!, body: put });
    await call(port, asks("/api/v1/projects/people?limit=10")[0]!);
    const changedMs = performance.now() - begun;

    const { rows: read } = await pool.query<{ id: string }>(
      `select p.id::text as id from project p join post on post.id = p.id join account a on a.id = p.author_id
       where post.visibility = 'public' and not a.is_private order by p.id desc limit $1`,
      [visitors.projects],
    );
    const viewed = await readAll(read.map(({ id }) => id));
    const counted = await countViews(pool, visitors.count * read.length);
    await pool.query("delete from post_view");

    const isReached = printReport(
      `${Number(values.projects).toLocaleString("en")} projects and ${Number(values.people).toLocaleString("en")} people`,
      measuredHead,
      [fixed.row, most.row, near.row, recommended.row],
      [
        { what: `board, p99 at ${rate} a second`, measured: fixed.run.p99, unit: "ms", atMost: 20 },
        { what: "statements of a page of the board", measured: statements, unit: "", atMost: 3 },
        {
          what: "the first question of who is alike, which reads all stacks",
          measured: first.milliseconds / 1000,
          unit: "s",
          atMost: 60,
        },
        { what: "who is alike, median", measured: near.run.p50, unit: "ms", atMost: 5 },
        { what: "recommended projects, median", measured: recommended.run.p50, unit: "ms", atMost: 5 },
        {
          what: "a change of one's stack, until it counts",
          measured: changedMs / 1000,
          unit: "s",
          atMost: 2,
        },
        {
          what: `views of ${visitors.count} visitors`,
          measured: viewed.perSecond,
          unit: "/s",
          atLeast: 5_000,
        },
        {
          what: "views that were not counted, or twice",
          measured: Math.abs(visitors.count * read.length - counted),
          unit: "",
          atMost: 0,
        },
        {
          what: "errors",
          measured: errorsOf(fixed.run) + errorsOf(most.run) + viewed.errors,
          unit: "",
          atMost: 0,
        },
      ],
    );
    process.exitCode = isReached ? 0 : 1;
  } finally {
    await program.stop();
  }
} finally {
  await pool.end();
  await database.stop();
}
