import { bytesOf, type HttpConnection, openConnection } from "./http-connection.ts";
import { createLatencies, type Latencies } from "./latencies.ts";
import type { LoadJob, LoadReport } from "./load.ts";

async function run(job: LoadJob): Promise<LoadReport> {
  const requests = job.requests.map(bytesOf);
  const connections: HttpConnection[] = [];
  for (let index = 0; index < job.connections; index++) connections.push(await openConnection(job.port));

  const latencies = createLatencies();
  const kinds = new Map<string, Latencies>();
  for (const kind of new Set(job.requests.flatMap((request) => request.kind ?? [])))
    kinds.set(kind, createLatencies());
  const errors: Record<string, number> = {};
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  const measureFrom = begun + (job.warmUpSeconds ?? 0) * 1000;
  const endAt = job.seconds === undefined ? Number.POSITIVE_INFINITY : measureFrom + job.seconds * 1000;
  const most = job.count ?? Number.POSITIVE_INFINITY;
  let sent = 0;
  let underWay = 0;
  let answered = 0;
  let bodyBytes = 0;
  let lastAnswer = begun;
  let finished: () => void;
  const all = new Promise<void>((resolve) => (finished = resolve));

  /** `due` is the moment from which the request is measured. */
  function send(connection: HttpConnection, due: number, free: (connection: HttpConnection) => void): void {
    underWay++;
    const place = sent++ % requests.length;
    connection.send(requests[place]!, (status, bytes) => {
      underWay--;
      answered++;
      const now = performance.now();
      if (typeof status === "string" || status < 200 || status > 299)
        errors[status] = (errors[status] ?? 0) + 1;
      if (due >= measureFrom) {
        latencies.add(now - due);
        kinds.get(job.requests[place]!.kind ?? "")?.add(now - due);
        bodyBytes += bytes;
        lastAnswer = now;
      }
      if (typeof status === "string") connection.close();
      free(connection);
    });
  }

  function closedLoop(connection: HttpConnection): void {
    const now = performance.now();
    if (now < endAt && sent < most) send(connection, now, closedLoop);
    else if (underWay === 0) finished();
  }

  function openLoop(rate: number): void {
    const idle = [...connections];
    const late: number[] = [];
    let index = 0;
    const free = (connection: HttpConnection) => {
      const due = late.shift();
      if (due === undefined) idle.push(connection);
      else send(connection, due, free);
      if (underWay === 0 && performance.now() >= endAt) finished();
    };
    const tick = () => {
      const now = performance.now();
      for (;;) {
        const due = begun + (index * 1000) / rate;
        if (due > now || due >= endAt) break;
        index++;
        const connection = idle.pop();
        if (connection) send(connection, due, free);
        else late.push(due);
      }
      if (now < endAt) setTimeout(tick, 1);
      else if (underWay === 0) finished();
    };
    tick();
  }

  if (job.rate === undefined) for (const connection of connections) closedLoop(connection);
  else openLoop(job.rate);
  await all;
  for (const connection of connections) connection.close();
  const cpu = process.cpuUsage(cpuBefore);
  const summary = latencies.summary();
  return {
    ...summary,
    perSecond: summary.count / ((lastAnswer - measureFrom) / 1000),
    answered,
    errors,
    kinds: Object.fromEntries([...kinds].map(([kind, times]) => [kind, times.summary()])),
    bodyBytes,
    generatorCpuSeconds: (cpu.user + cpu.system) / 1e6,
  };
}

process.once("message", (job) => {
  run(job as LoadJob).then(
    (report) => process.send!(report),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
