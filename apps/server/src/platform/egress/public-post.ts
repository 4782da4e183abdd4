import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { InnerAddress, isPublicAddress, publicLookup } from "./public-address.ts";

export interface PublicPost {
  /** Sends a body to an address that somebody else chose. Answers the status; redirects are not followed, what is answered is not read. */
  post(
    url: string,
    body: Buffer,
    headers: Record<string, string | number>,
  ): Promise<{ status: number; retryAfter: string | undefined }>;
  /** Why an address will not do, as far as its text shows; undefined when it may. */
  fault(url: string): string | undefined;
  close(): void;
}

const timeoutMs = 10_000;
/** A connection that nothing was sent over for so long is closed: whoever is at its other end need not do so. */
const idleMs = 30_000;
const isLoopback = (address: string) => address === "::1" || address.startsWith("127.");

/**
 * Requests to addresses that people name: only https, never to this machine or the network around it, whatever a name resolves to.
 * `loopback` (tests) lets this machine itself through, without encryption.
 */
export function createPublicPost({
  loopback,
  idle = idleMs,
}: {
  loopback: boolean;
  /** Milliseconds, for tests. */
  idle?: number;
}): PublicPost {
  const allows = (address: string) => isPublicAddress(address) || (loopback && isLoopback(address));
  const options = { keepAlive: true, maxSockets: 8, timeout: idle, lookup: publicLookup(allows) };
  const agents = { "https:": new Agent(options), "http:": new HttpAgent(options) };

  function fault(text: string): string | undefined {
    if (!URL.canParse(text)) return "is not an address";
    const url = new URL(text);
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const isHere = loopback && (host === "localhost" || isLoopback(host));
    if (url.protocol !== "https:" && !(isHere && url.protocol === "http:")) return "must be an https address";
    if (url.username !== "" || url.password !== "") return "must not carry a password";
    if (isIP(host) !== 0 && !allows(host)) return "does not lead to the internet";
    return undefined;
  }

  return {
    fault,
    post(text, body, headers) {
      const reason = fault(text);
      if (reason !== undefined) return Promise.reject(new InnerAddress(new URL(text).host));
      const url = new URL(text);
      return new Promise((resolve, reject) => {
        const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(
          url,
          {
            method: "POST",
            agent: agents[url.protocol as "https:"],
            headers,
            signal: AbortSignal.timeout(timeoutMs),
          },
          (response) => {
            resolve({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"] });
            // A short answer leaves the connection usable; anybody with more to say is not listened to.
            let left = 16 * 1024;
            response.on("data", (chunk: Buffer) => {
              left -= chunk.length;
              if (left < 0) response.destroy();
            });
            response.on("error", () => {});
          },
        );
        request.on("error", reject);
        request.end(body);
      });
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}
