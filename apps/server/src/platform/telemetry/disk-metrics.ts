import { statfs } from "node:fs/promises";
import { Gauge, type Registry } from "prom-client";

/** How full the disk is that a folder is on: where a site with a database of its own has everything that can fill up. */
export function installDiskMetrics(registry: Registry, folder: string): void {
  const bytes: Gauge = new Gauge({
    name: "maru_disk_bytes",
    help: "The disk of the data folder: its size, and what is free on it.",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      // A process that keeps nothing on disk may have no such folder.
      const disk = await statfs(folder).catch(() => undefined);
      bytes.reset();
      if (!disk) return;
      bytes.set({ state: "size" }, disk.blocks * disk.bsize);
      bytes.set({ state: "free" }, disk.bavail * disk.bsize);
    },
  });
}
