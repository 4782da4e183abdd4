import { isMainThread } from "node:worker_threads";

/**
 * Nothing is left behind: a process whose parent is gone without having said so (killed, or a shell in between
 * that passes no signals on) is stopped as if it had been told. Loaded into the program with `--import`.
 */
if (isMainThread) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  watch.unref();
}
