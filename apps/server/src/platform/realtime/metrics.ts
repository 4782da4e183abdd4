import { Gauge, type Registry } from "prom-client";
import type { Sockets } from "./sockets.ts";

export function installSocketMetrics(registry: Registry, sockets: Sockets): void {
  const open: Gauge = new Gauge({
    name: "maru_sockets_open",
    help: "Live connections of open pages to this process.",
    registers: [registry],
    collect: () => open.set(sockets.count()),
  });
}
