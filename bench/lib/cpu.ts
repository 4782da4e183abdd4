import { readdirSync, readFileSync } from "node:fs";

/** The kernel's unit of process times; 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

interface ProcessTimes {
  parent: number;
  own: number;
  reaped: number;
}

function timesOf(pid: number): ProcessTimes | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name may hold spaces and brackets; what follows its last bracket does not.
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, reaped: fields[13]! + fields[14]! };
  } catch {
    return undefined;
  }
}

/**
 * Seconds of CPU, user and system, that a process and its children have used so far, children that have ended and were waited for
 * included.
 */
export function cpuSecondsOf(pid: number): number {
  let ticks = 0;
  for (const name of readdirSync("/proc")) {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : undefined;
    if (times && (Number(name) === pid || times.parent === pid)) ticks += times.own;
  }
  return (ticks + (timesOf(pid)?.reaped ?? 0)) / ticksPerSecond;
}

/** Resident memory of one process, in bytes. */
export function residentBytesOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)![1]) * 1024;
}

/** Seconds of CPU, user and system, that everything on the machine has used so far. */
export function cpuSecondsOfAll(): number {
  const first = readFileSync("/proc/stat", "utf8").split("\n", 1)[0]!;
  const [user, nice, system, , , irq, softirq] = first.split(/\s+/).slice(1).map(Number);
  return (user! + nice! + system! + irq! + softirq!) / ticksPerSecond;
}
