import { once } from "node:events";
import { chmod, chown, cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { installedPackage } from "./binaries.ts";
import { canReach } from "./reach.ts";
import { findRunningPostgres } from "./running-postgres.ts";
import { answer, copyWithoutLinks, exists, isRoot, keep, killed, query, testFolder } from "./test-folder.ts";

const privateCopies = "/var/lib/maru-postgresql";
const nobody = 65534;
const stranger = { uid: nobody, gid: nobody, name: "nobody" };
/** Whether others can run this checkout: not below /root, where the tests must pass as well. */
const isOpen =
  (await canReach(installedPackage(), stranger)) &&
  (await canReach(import.meta.dirname, stranger)) &&
  (await canReach(process.execPath, stranger));

const { dataDir, folder, log, pgData, postmasterPid, start, startProgram } = testFolder();

describe.runIf(isRoot)("started as root", () => {
  test("the server runs as another user", async () => {
    await start();
    const { uid } = await stat(`/proc/${await postmasterPid()}`);
    expect(uid).toBeGreaterThan(0);
    expect((await stat(pgData())).uid).toBe(uid);
  });

  test("data and programs below a closed folder, as in /root, work and stay closed", async () => {
    const hadCopies = await exists(privateCopies);
    try {
      const packageRoot = join(folder(), "package");
      await copyWithoutLinks(packageRoot);
      await chmod(folder(), 0o700);
      const { connection, stop } = await start({ packageRoot });
      await query(connection, keep);
      const beside = await findRunningPostgres(dataDir());
      expect(beside && (await query(beside, answer))).toEqual([{ answer: 42 }]);
      process.kill(await postmasterPid(), "SIGKILL");
      await vi.waitFor(() => expect(log()).toContain("PostgreSQL is back."), { timeout: 15_000 });
      expect(await query(connection, answer)).toEqual([{ answer: 42 }]);
      expect((await stat(folder())).mode & 0o777).toBe(0o700);
      await stop();
    } finally {
      if (isOpen && !hadCopies) await rm(privateCopies, { recursive: true, force: true });
    }
  });

  test.runIf(isOpen)("data of an ordinary user stays that user's", async () => {
    await mkdir(dataDir());
    await chown(dataDir(), nobody, nobody);
    const { program, connection } = await startProgram(nobody);
    await query(connection, keep);
    await killed(program);

    const server = await start();
    expect(await query(server.connection, answer)).toEqual([{ answer: 42 }]);
    expect((await stat(`/proc/${await postmasterPid()}`)).uid).toBe(nobody);
    await server.stop();

    const again = await startProgram(nobody);
    expect(await query(again.connection, answer)).toEqual([{ answer: 42 }]);
    again.program.kill("SIGTERM");
    await once(again.program, "exit");
  });

  test("data handed over as root's is given to the server's user", async () => {
    const first = await start();
    await query(first.connection, keep);
    await first.stop();
    await cp(pgData(), join(folder(), "copy"), { recursive: true });
    await rm(pgData(), { recursive: true });
    await rename(join(folder(), "copy"), pgData());
    expect((await stat(join(pgData(), "global"))).uid).toBe(0);

    const second = await start();
    expect(await query(second.connection, answer)).toEqual([{ answer: 42 }]);
  });
});
