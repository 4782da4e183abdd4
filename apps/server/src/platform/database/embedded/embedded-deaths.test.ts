import { spawn } from "node:child_process";
import { once } from "node:events";
import { chown, readdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { answer, exists, isRoot, keep, killed, query, testFolder } from "./test-folder.ts";

const { dataDir, endLater, folder, log, pgData, postmasterPid, start, startProgram, startProgramOnly } =
  testFolder();

test("after kill -9 of the program the next start finds everything", async () => {
  const { program, connection } = await startProgram();
  await query(connection, keep);
  const orphan = await postmasterPid();
  await killed(program);

  const server = await start();
  expect(await query(server.connection, answer)).toEqual([{ answer: 42 }]);
  expect(log()).toContain(`Stopping the PostgreSQL (process ${orphan}) that an earlier run left behind.`);
  expect(await postmasterPid()).not.toBe(orphan);
});

test("after kill -9 of the program and of its server the next start finds everything", async () => {
  const { program, connection } = await startProgram();
  await query(connection, keep);
  const orphan = await postmasterPid();
  await killed(program);
  process.kill(orphan, "SIGKILL");

  const server = await start();
  expect(await query(server.connection, answer)).toEqual([{ answer: 42 }]);
});

test("kill -9 in the middle of the first start leaves nothing half done", async () => {
  const program = startProgramOnly();
  await vi.waitFor(
    async () =>
      expect((await readdir(dataDir())).some((name) => name.startsWith("postgres.new-"))).toBe(true),
    { timeout: 10_000, interval: 5 },
  );
  await killed(program);
  expect(await exists(pgData())).toBe(false);

  const server = await start();
  expect(await query(server.connection, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("kill -9 of the postmaster: it comes back at the same place with its data", async () => {
  const { connection } = await start();
  await query(connection, keep);
  process.kill(await postmasterPid(), "SIGKILL");
  await vi.waitFor(() => expect(log()).toContain("PostgreSQL is back."), { timeout: 15_000 });
  expect(await query(connection, answer)).toEqual([{ answer: 42 }]);
});

test("a postmaster that cannot be brought back is given up with one clear line", async () => {
  const server = await start();
  const givenUp = new Promise<Error>((resolve) => server.onGiveUp(resolve));
  await rename(join(pgData(), "global", "pg_control"), join(folder(), "pg_control"));
  process.kill(await postmasterPid(), "SIGKILL");
  const { message } = await givenUp;
  expect(message).toMatch(/^PostgreSQL ended and could not be brought back\. .*pg_control/);
  expect(message).not.toContain("\n");
});

test("a second start on the same folder refuses and the first goes on unharmed", async () => {
  const { program, connection } = await startProgram();
  await query(connection, keep);
  const refused = new RegExp(
    `Another Maru \\(process ${program.pid}\\) is already running on .*MARU_DATA_DIR`,
  );
  await expect(start()).rejects.toThrow(refused);
  await expect(start()).rejects.toThrow(refused);
  expect(await query(connection, answer)).toEqual([{ answer: 42 }]);

  program.kill("SIGTERM");
  await once(program, "exit");
  expect(await exists(join(pgData(), "postmaster.pid"))).toBe(false);
  const own = await start();
  await expect(start()).rejects.toThrow(/already running/);
  expect(await query(own.connection, answer)).toEqual([{ answer: 42 }]);
});

test("a stranger who has the number in an old postmaster.pid is neither believed nor harmed", async () => {
  const first = await start();
  await first.stop();
  const { uid, gid } = await stat(pgData());
  const stranger = spawn("sleep", ["60"], isRoot ? { uid, gid } : {});
  endLater(stranger);
  const lines = [stranger.pid, pgData(), 1, 5432, pgData(), "", "  1  1", "ready", ""];
  await writeFile(join(pgData(), "postmaster.pid"), lines.join("\n"));
  await writeFile(join(pgData(), ".s.PGSQL.5432.lock"), lines.join("\n"));
  if (isRoot) await chown(join(pgData(), "postmaster.pid"), uid, gid);

  const second = await start();
  expect(await query(second.connection, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});
