import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

/** `unreachable`: nobody there, or too busy; `refused`: it does not take our name and password; `failed`: it does not like what was asked. */
export type ServiceFaultKind = "unreachable" | "refused" | "failed";

export class ServiceFault extends Error {
  readonly kind: ServiceFaultKind;
  readonly status: number | undefined;
  /** What it said of when to try again: the header `retry-after`. */
  readonly retryAfter: string | undefined;
  /** Trying again later is all that is needed; see `willPass` of the event log. */
  readonly willPass: boolean;

  constructor(
    kind: ServiceFaultKind,
    message: string,
    status?: number,
    { retryAfter, ...options }: ErrorOptions & { retryAfter?: string | undefined } = {},
  ) {
    super(message, options);
    this.name = "ServiceFault";
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
    this.willPass = kind !== "failed";
  }
}

export interface JsonService {
  /** Where it is, without name and password. */
  readonly address: string;
  /**
   * Asks the operator's own service. A text is sent as it is, as lines of JSON; bytes are sent as bytes. Throws a ServiceFault for
   * anything but a 2xx.
   */
  ask<T>(
    method: string,
    path: string,
    body?: object | string | Buffer,
    timeoutMs?: number,
    headers?: Record<string, string>,
  ): Promise<T>;
  close(): void;
}

const usualTimeoutMs = 10_000;
const passing = new Set([408, 429, 502, 503, 504]);

/** Talks JSON to a service of the operator's own, whose address may carry a name and a password. */
export function createJsonService(address: string, maxSockets = 16): JsonService {
  const url = new URL(address);
  const isTls = url.protocol === "https:";
  const agent = new (isTls ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets });
  const send = isTls ? httpsRequest : httpRequest;
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const authorization = url.username === "" ? {} : { authorization: `Basic ${btoa(credentials)}` };
  const base = url.pathname.replace(/\/$/, "");
  const shown = `${url.protocol}//${url.host}`;

  function exchange(
    method: string,
    path: string,
    { bytes: body, type }: { bytes: Buffer; type: string },
    timeoutMs: number,
    more: Record<string, string>,
  ) {
    return new Promise<{ status: number; text: string; retryAfter: string | undefined }>(
      (resolve, reject) => {
        const headers = { ...authorization, ...more, accept: "application/json" };
        const sent = body.length > 0 ? { "content-type": type, "content-length": body.length } : {};
        const signal = AbortSignal.timeout(timeoutMs);
        const options = { method, agent, signal, headers: { ...headers, ...sent } };
        const request = send(new URL(base + path, url.origin), options, (response) => {
          const { statusCode: status = 0, headers: answered } = response;
          read(response).then(
            (text) => resolve({ status, text, retryAfter: answered["retry-after"] }),
            reject,
          );
        });
        request.on("error", reject);
        request.end(body);
      },
    );
  }

  return {
    address: shown,
    async ask<T>(
      method: string,
      path: string,
      body?: object | string | Buffer,
      timeoutMs = usualTimeoutMs,
      headers: Record<string, string> = {},
    ) {
      const { status, text, retryAfter } = await exchange(
        method,
        path,
        bodyOf(body),
        timeoutMs,
        headers,
      ).catch((error: unknown) => {
        const reason = (error as Error).message;
        throw new ServiceFault("unreachable", `${shown} cannot be reached: ${reason}`, undefined, {
          cause: error,
        });
      });
      if (status >= 200 && status < 300) return (text === "" ? undefined : JSON.parse(text)) as T;
      if (status === 401 || status === 403)
        throw new ServiceFault("refused", `${shown} refuses the name or the password`, status);
      throw new ServiceFault(
        passing.has(status) ? "unreachable" : "failed",
        `${shown} answered ${status} to ${method} ${path.split("?")[0]!}: ${text.slice(0, 300)}`,
        status,
        { retryAfter },
      );
    },
    close: () => agent.destroy(),
  };
}

function bodyOf(body: object | string | Buffer | undefined): { bytes: Buffer; type: string } {
  if (Buffer.isBuffer(body)) return { bytes: body, type: "application/octet-stream" };
  if (typeof body === "string") return { bytes: Buffer.from(body), type: "application/x-ndjson" };
  return { bytes: Buffer.from(body === undefined ? "" : JSON.stringify(body)), type: "application/json" };
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
