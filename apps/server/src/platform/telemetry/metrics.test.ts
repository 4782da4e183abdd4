import { expect, test } from "vitest";
import { testServer } from "../../../test/test-server.ts";

const { as, given, settle } = testServer();

/** The value of one line of `/metrics`. */
async function figure(line: string): Promise<number | undefined> {
  const { body } = await as(null).get("//metrics");
  const found = body.split("\n").find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length));
}

test("what is done is counted: pages by where they came from, events by who has handled them", async () => {
  const ann = await given.person();
  await given.post(ann, "하나");
  await settle();
  expect(await figure('maru_consumer_events_total{consumer="post-counters"}')).toBeGreaterThan(0);
  expect(
    await figure('maru_consumer_batch_seconds_count{consumer="post-counters",outcome="handled"}'),
  ).toBeGreaterThan(0);

  for (let turn = 0; turn < 3; turn++) expect((await as(ann).get("/feeds/home")).statusCode).toBe(200);
  const origins = ["read", "memory", "unchanged"].map(
    (origin) => `maru_home_pages_total{origin="${origin}"}`,
  );
  const counts = await Promise.all(origins.map(figure));
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts.reduce<number>((sum, count) => sum + count!, 0)).toBe(3);

  const route = 'method="GET",route="/api/v1/feeds/home",status="200"';
  expect(await figure(`maru_http_request_seconds_count{${route}}`)).toBe(3);
});

test("how much room there is, and how much is used", async () => {
  const [size, free] = [
    await figure('maru_disk_bytes{state="size"}'),
    await figure('maru_disk_bytes{state="free"}'),
  ];
  expect(size).toBeGreaterThan(1e6);
  expect(free).toBeLessThanOrEqual(size!);
  expect(await figure("maru_media_bytes")).toBe(0);
  expect(await figure("maru_media_budget_bytes")).toBe(20_480 * 1024 * 1024);
  expect(await figure("maru_media_waiting")).toBe(0);
  expect(await figure("maru_sockets_open")).toBe(0);
});
