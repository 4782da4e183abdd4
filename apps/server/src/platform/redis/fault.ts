import { ErrorReply } from "@redis/client";

export interface Fault {
  kind: "unreachable" | "certificate" | "credentials" | "rights" | "silent";
  /** For an operator; without what the address holds of secrets. */
  words: string;
}

const credentials =
  /WRONGPASS|NOAUTH|invalid (username|password)|without any password configured|Client sent AUTH/i;

/** What Node says of a certificate that it does not accept, and of those whose issuer it does not know. */
const unacceptable = /CERT|LEAF_SIGNATURE|^INVALID_(CA|PURPOSE)$|^HOSTNAME_MISMATCH$|^PATH_LENGTH_EXCEEDED$/;
const unknown = /SELF_SIGNED|ISSUER|LEAF_SIGNATURE/;

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
  if (code !== undefined && unacceptable.test(code))
    return { kind: "certificate", words: `Redis at ${place} ${certificateWords(code)} (${code})` };
  return { kind: "unreachable", words: `Redis at ${place} cannot be reached (${code ?? (message || name)})` };
}

function certificateWords(code: string): string {
  if (code.startsWith("ERR_SSL_")) return "wants a certificate from Maru, which has none (tls-auth-clients)";
  if (unknown.test(code))
    return "has a certificate of nobody who is trusted here; NODE_EXTRA_CA_CERTS can name an authority of yours";
  return "has a certificate that cannot be accepted";
}

/** Redis has answered, and said no to this one command. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof ErrorReply &&
    !/^(WRONGPASS|NOAUTH|NOPERM|LOADING|BUSY|READONLY|CLUSTERDOWN)/.test(error.message)
  );
}
