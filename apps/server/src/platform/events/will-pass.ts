/** Classes of PostgreSQL's errors that have nothing to do with the data at hand: connection, conflict, resources, system. */
const passingClasses = new Set(["08", "40", "53", "58"]);
/** Shut down or starting, read-only after a failover, a lock that was not to be had. */
const passingCodes = new Set(["57P01", "57P02", "57P03", "57P05", "25006", "55P03", "25P03"]);
const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
/** What the PostgreSQL driver says without a code when a connection ends under it or cannot be had. */
const lostConnection =
  /^Connection terminated|not queryable|timeout exceeded when trying to connect|Connection ended/;

/**
 * Whether trying again later is all that an error asks for. A handler that waits for something else may mark its own errors with
 * `willPass: true`.
 */
export function willPass(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code = "", willPass: marked } = cause as { code?: unknown; willPass?: unknown };
    if (marked === true || lostConnection.test(cause.message)) return true;
    if (cause.name === "TimeoutError" || cause.name === "AbortError") return true;
    if (typeof code !== "string") continue;
    if (networkCodes.has(code) || code.startsWith("UND_ERR_") || passingCodes.has(code)) return true;
    if (/^[0-9A-Z]{5}$/.test(code) && passingClasses.has(code.slice(0, 2))) return true;
  }
  return false;
}
