import { readdirSync, readFileSync } from "node:fs";
import { setPriority } from "node:os";

export const thisThread = 0;
const low = 10;
const known = new Set<string>();

/** Lets everything else go first. On Linux a thread has a priority of its own; elsewhere it would be the whole program's. */
export function stepBack(thread: number): void {
  if (process.platform !== "linux") return;
  try {
    setPriority(thread, low);
  } catch {
    // Not everywhere allowed, or the thread has ended; only a courtesy.
  }
}

/** The same for the threads of the image library, which come and go. */
export function stepBackDecoders(): void {
  if (process.platform !== "linux") return;
  const threads = readdirSync("/proc/self/task");
  for (const thread of threads) {
    if (known.has(thread)) continue;
    known.add(thread);
    if (nameOf(thread).startsWith("libvips")) stepBack(Number(thread));
  }
  // Numbers are given out again.
  for (const thread of known) if (!threads.includes(thread)) known.delete(thread);
}

function nameOf(thread: string): string {
  try {
    return readFileSync(`/proc/self/task/${thread}/comm`, "utf8");
  } catch {
    return "";
  }
}
