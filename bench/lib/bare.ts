import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** Starts the yardstick with a body; answers how to end it. */
export async function startBare(port: number, body: string): Promise<{ pid: number; stop(): Promise<void> }> {
  const child = fork(join(import.meta.dirname, "bare-fastify.ts"), [String(port)]);
  const ended = once(child, "exit");
  child.send(body);
  const outcome = await Promise.race([once(child, "message").then(() => "ready"), ended.then(() => "ended")]);
  if (outcome !== "ready") throw new Error("the bare Fastify did not start");
  return {
    pid: child.pid!,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
