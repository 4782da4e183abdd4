import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Gauge, type Registry } from "prom-client";
import { listBackups, madeAt } from "./retention.ts";

/** Of the newest backup in the folder, whichever process has made it. Where there is none they are 0, so that an alert on its age fires. */
export function installBackupMetrics(registry: Registry, folder: string): void {
  async function newest(): Promise<string | undefined> {
    return listBackups(await readdir(folder).catch(() => []))[0];
  }
  const success: Gauge = new Gauge({
    name: "maru_backup_last_success_timestamp_seconds",
    help: "When the newest nightly backup was made.",
    registers: [registry],
    async collect() {
      const name = await newest();
      success.set(name === undefined ? 0 : madeAt(name).getTime() / 1000);
    },
  });
  const size: Gauge = new Gauge({
    name: "maru_backup_last_size_bytes",
    help: "How large the newest nightly backup is.",
    registers: [registry],
    async collect() {
      const name = await newest();
      const found = name === undefined ? undefined : await stat(join(folder, name)).catch(() => undefined);
      size.set(found?.size ?? 0);
    },
  });
}
