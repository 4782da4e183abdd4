import type { IncomingMessage } from "node:http";
import { InnerAddress } from "./public-address.ts";
import { createPublicRequests } from "./public-requests.ts";
import { acceptedEncodings, encodingFault, readBody } from "./read-body.ts";

/**
 * `page`: HTML, its beginning at least. `refused`: there is no page to be had at this address, by what it is or what it answers. `failed`: perhaps
 * later. Reasons name the host only: the rest of an address may be somebody's secret.
 */
export type PublicAnswer =
  | {
      end: "page";
      body: Buffer;
      /** As the header names it. */
      charset: string | undefined;
    }
  | { end: "refused"; reason: string }
  | { end: "failed"; reason: string };

export interface PublicGet {
  /** Fetches a page from an address that somebody else chose, and follows it where it leads. Never throws, and answers in time. */
  get(url: string): Promise<PublicAnswer>;
  /** Hangs up whatever is under way. */
  close(): void;
}

const wholeMs = 5_000;
const mostBytes = 512 * 1024;
const mostRedirects = 3;
const pageTypes = new Set(["text/html", "application/xhtml+xml"]);
const redirects = new Set([301, 302, 303, 307, 308]);
/** Nothing that says who wants to know: no cookie, no referrer. */
const headers = {
  "user-agent": "Maru (link preview)",
  accept: [...pageTypes].join(", "),
  "accept-encoding": acceptedEncodings,
};

/** Fetches pages from addresses that people name, by http or https at their usual ports. */
export function createPublicGet({
  loopback,
  timeoutMs = wholeMs,
  servers,
}: {
  /** Tests: lets this machine itself through, at any port or only at this one. */
  loopback: boolean | number;
  /** For tests. */
  timeoutMs?: number;
  /** Name servers, for tests. */
  servers?: readonly string[];
}): PublicGet {
  // A page is fetched once: a connection that is kept would wait for nothing.
  const requests = createPublicRequests({
    loopback,
    ...(servers && { servers }),
    agent: { keepAlive: false },
  });
  const underWay = new Set<AbortController>();

  function faultOf(url: URL): string | undefined {
    if (url.protocol !== "http:" && url.protocol !== "https:") return "is no http address";
    if (!["", "80", "443"].includes(url.port) && !requests.isHere(url)) return "is at an unusual port";
    return requests.fault(url);
  }

  function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const request = requests.send(url, { headers, signal }, (response) => {
        // It may be hung up on before anybody reads it.
        response.on("error", () => {});
        resolve(response);
      });
      request.on("error", reject);
      // A change of protocol that nobody has asked for ends a request without an error.
      request.on("close", () => reject(new Error("no answer")));
      request.end();
    });
  }

  async function follow(text: string, signal: AbortSignal): Promise<PublicAnswer> {
    let url = text;
    let from: string | undefined;
    for (let turns = 0; turns <= mostRedirects; turns++) {
      if (!URL.canParse(url, from)) return { end: "refused", reason: "is not an address" };
      const at = new URL(url, from);
      const fault = faultOf(at);
      if (fault !== undefined) return { end: "refused", reason: `${at.host} ${fault}` };
      const response = await ask(at, signal).catch((error: Error) => error);
      if (response instanceof InnerAddress) return { end: "refused", reason: response.message };
      if (response instanceof Error) return { end: "failed", reason: `${at.host}: ${response.message}` };
      const { location } = response.headers;
      if (!redirects.has(response.statusCode!) || location === undefined)
        return read(at.host, response, signal);
      response.destroy();
      url = location;
      from = at.href;
    }
    return { end: "refused", reason: "leads on and on" };
  }

  return {
    async get(url) {
      const control = new AbortController();
      underWay.add(control);
      const timer = setTimeout(() => control.abort(), timeoutMs);
      try {
        return await follow(url, control.signal);
      } finally {
        clearTimeout(timer);
        underWay.delete(control);
        // Whatever is still being sent is not listened to.
        control.abort();
      }
    },
    close() {
      for (const control of underWay) control.abort();
    },
  };
}

async function read(host: string, response: IncomingMessage, signal: AbortSignal): Promise<PublicAnswer> {
  const status = response.statusCode!;
  if (status === 408 || status === 429 || status >= 500)
    return { end: "failed", reason: `${host} answered ${status}` };
  if (status !== 200) return { end: "refused", reason: `${host} answered ${status}` };
  const [type, ...parameters] = (response.headers["content-type"] ?? "").toLowerCase().split(";");
  if (!pageTypes.has(type!.trim())) return { end: "refused", reason: `${host} answered no HTML` };
  const fault = encodingFault(response);
  if (fault !== undefined) return { end: "refused", reason: `${host} ${fault}` };
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([^"'\s]+)/.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  try {
    const body = await readBody(response, mostBytes);
    // A body without a length ends wherever the connection does, also when it is hung up on from here.
    signal.throwIfAborted();
    return { end: "page", body, charset };
  } catch (error) {
    return { end: "failed", reason: `${host}: ${(error as Error).message}` };
  }
}
