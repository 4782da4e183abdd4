import { spawn, type SpawnOptions } from "node:child_process";

/** Runs a program to its end with `input` on its stdin; rejects with what it said when it fails. */
export function runProgram(command: string, args: string[], options: SpawnOptions, input = "") {
  return new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["pipe", "pipe", "pipe"] });
    let said = "";
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(said.trim() || `${command} ended with ${signal ?? code}`));
    });
    // A program that dies early closes its stdin; its exit tells why.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}
