import { fileURLToPath } from "node:url";

/** The root of the checkout, without a trailing slash. */
export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[/\\]$/, "");

/** A failure that its message explains fully: shown without a stack. */
export class Refusal extends Error {}

/** We were told to stop before the work was done. */
export class Stopped extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}`);
    this.signal = signal;
  }
}

/**
 * Shows that work is going on, in one line on stderr (stdout belongs to the program), until `work` ends.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withStatus(title, work) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(0);
  const live = process.stderr.isTTY;
  process.stderr.write(live ? `${title} …` : `${title} …\n`);
  const ticking = live && setInterval(() => process.stderr.write(`\r${title} … ${seconds()} s`), 1000);
  try {
    const result = await work();
    process.stderr.write(
      live ? `\r${title}: done in ${seconds()} s\n` : `${title}: done in ${seconds()} s\n`,
    );
    return result;
  } catch (error) {
    process.stderr.write(live ? "\n" : "");
    throw error;
  } finally {
    if (ticking) clearInterval(ticking);
  }
}

/**
 * Runs a script to its exit code; a `Refusal` is told in plain words, and `Stopped` ends this process as the signal
 * would have, so that whoever started it sees the same.
 * @param {() => Promise<number>} script
 */
export async function main(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    if (error instanceof Stopped) return void process.kill(process.pid, error.signal);
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

/** What to run the scripts with; checked first, in words that an old Node understands. */
export function requireUsableNode(version = process.versions.node) {
  if (Number(version.split(".")[0]) < 20) {
    throw new Refusal(
      `Maru needs Node.js 20 or newer to install itself; this is ${version}.\n` +
        "The newest LTS release from your system's packages or nodejs.org will do.",
    );
  }
}
