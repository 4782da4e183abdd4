import { spawn } from "node:child_process";

/**
 * @typedef {object} ChildOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [captured] Collect stdout and stderr instead of showing them; stdin is closed. Such a program is
 *   a step towards something else: told to stop, it and all it started have five seconds.
 * @property {number} [patienceMs] Another time than that.
 */

/**
 * Runs a program to its end, passing on the signals that this process gets meanwhile, so that stopping the one
 * stops the other. `told` is what was passed on; `killedBy` is what ended the program, if it did not exit by itself.
 * @param {string} command
 * @param {string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<{ code: number, killedBy?: NodeJS.Signals, told?: NodeJS.Signals, output: string }>}
 */
export function runChild(command, args, { cwd, env, captured = false, patienceMs = 5000 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: captured ? ["ignore", "pipe", "pipe"] : "inherit",
      detached: captured,
    });

    /** @type {NodeJS.Signals | undefined} */
    let told;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      told ??= signal;
      if (captured) return stopGroup(child, signal, patienceMs);
      // A terminal has already sent Ctrl+C to everything in the foreground; twice would mean "at once".
      const alreadySent = signal === "SIGINT" && process.stdin.isTTY;
      if (!alreadySent) child.kill(signal);
    };
    const release = () => passedSignals.forEach((signal) => process.off(signal, passOn));
    passedSignals.forEach((signal) => process.on(signal, passOn));

    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => {
      release();
      reject(error);
    });
    child.on("close", (code, signal) => {
      release();
      resolve({ code: code ?? 1, ...(signal && { killedBy: signal }), ...(told && { told }), output });
    });
  });
}

/** @type {NodeJS.Signals[]} */
const passedSignals = ["SIGTERM", "SIGINT", "SIGHUP"];

/**
 * @param {import("node:child_process").ChildProcess} leader
 * @param {NodeJS.Signals} signal
 * @param {number} patienceMs
 */
function stopGroup(leader, signal, patienceMs) {
  if (leader.pid === undefined) return;
  const group = -leader.pid;
  signalIfThere(group, signal);
  const patience = setTimeout(() => signalIfThere(group, "SIGKILL"), patienceMs);
  leader.once("close", () => clearTimeout(patience));
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalIfThere(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
