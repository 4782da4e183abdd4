import { InnerAddress } from "./public-address.ts";
import { createPublicRequests } from "./public-requests.ts";

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

/** Posts to addresses that people name, only by https. `loopback` (tests) lets this machine itself through, without encryption. */
export function createPublicPost({
  loopback,
  idle = idleMs,
}: {
  loopback: boolean;
  /** Milliseconds, for tests. */
  idle?: number;
}): PublicPost {
  const requests = createPublicRequests({
    loopback,
    agent: { keepAlive: true, maxSockets: 8, timeout: idle },
  });

  function fault(text: string): string | undefined {
    if (!URL.canParse(text)) return "is not an address";
    const url = new URL(text);
    if (url.protocol !== "https:" && !(requests.isHere(url) && url.protocol === "http:"))
      return "must be an https address";
    return requests.fault(url);
  }

  return {
    fault,
    post(text, body, headers) {
      const reason = fault(text);
      if (reason !== undefined) return Promise.reject(new InnerAddress(new URL(text).host));
      const options = { method: "POST", headers, signal: AbortSignal.timeout(timeoutMs) };
      return new Promise((resolve, reject) => {
        const request = requests.send(new URL(text), options, (response) => {
          resolve({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"] });
          // A short answer leaves the connection usable; anybody with more to say is not listened to.
          let left = 16 * 1024;
          response.on("data", (chunk: Buffer) => {
            left -= chunk.length;
            if (left < 0) response.destroy();
          });
          response.on("error", () => {});
        });
        request.on("error", reject);
        request.end(body);
      });
    },
    close: requests.close,
  };
}
