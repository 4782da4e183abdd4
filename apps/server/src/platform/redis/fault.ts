import { ErrorReply } from "@redis/client";

export interface Fault {
  kind: "unreachable" | "credentials" | "rights" | "silent";
  /** For an operator; without what the address holds of secrets. */
  words: string;
}

const credentials =
  /WRONGPASS|NOAUTH|invalid (username|password)|without any password configured|Client sent AUTH/i;

/** What stands in the way. A Redis that is away and one that does not let us in need different people. */
export function faultOf(error: unknown, place: string): Fault {
  const { message, code, name } = error as Error & { code?: string };
  if (credentials.test(message))
    return { kind: "credentials", words: `Redis at ${place} refuses the name or password of MARU_REDIS_URL` };
  if (message.startsWith("NOPERM"))
    return {
      kind: "rights",
      words: `Redis at ${place} does not let this user do what Maru needs: ${message}`,
    };
  if (message.startsWith("no answer") || message.startsWith("LOADING") || message.startsWith("BUSY"))
    return { kind: "silent", words: `Redis at ${place} does not answer in time (${message})` };
  return { kind: "unreachable", words: `Redis at ${place} cannot be reached (${code ?? (message || name)})` };
}

/** Redis has answered, and said no to this one command. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof ErrorReply &&
    !/^(WRONGPASS|NOAUTH|NOPERM|LOADING|BUSY|READONLY|CLUSTERDOWN)/.test(error.message)
  );
}
