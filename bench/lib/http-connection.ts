import { connect, type Socket } from "node:net";
import type { LoadRequest } from "./load.ts";

/** A whole request as it travels. */
export function bytesOf({
  method,
  path,
  token,
  body,
  type = "application/json",
  agent,
}: LoadRequest): Buffer {
  const lines = [`${method} ${path} HTTP/1.1`, "host: 127.0.0.1", "accept: application/json"];
  if (agent !== undefined) lines.push(`user-agent: ${agent}`);
  if (token !== undefined) lines.push(`authorization: Bearer ${token}`);
  if (body !== undefined) lines.push(`content-type: ${type}`, `content-length: ${Buffer.byteLength(body)}`);
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), Buffer.from(body ?? "")]);
}

/** One keep-alive HTTP/1.1 connection with one request under way at the most. Reads only what it needs to find the end of an answer. */
export interface HttpConnection {
  /** Sends a whole request; `done` is called with its answer's status and the length of the body, or with why it was lost. */
  send(request: Buffer, done: (status: number | string, bodyBytes: number) => void): void;
  close(): void;
}

const headEnd = Buffer.from("\r\n\r\n");
// Every read is dealt with before the next one begins, so all connections share the memory.
const shared = Buffer.allocUnsafe(256 * 1024);

/** `onBody` is given the pieces of each body, good until it returns; without it they are only counted. */
export async function openConnection(
  port: number,
  onBody: (piece: Buffer) => void = () => {},
): Promise<HttpConnection> {
  let head: Buffer | undefined;
  let bodyLeft = 0;
  let status = 0;
  let bodyBytes = 0;
  let waiting: ((status: number | string, bodyBytes: number) => void) | undefined;

  function finish(result: number | string): void {
    const done = waiting;
    waiting = undefined;
    done?.(result, bodyBytes);
  }

  function read(bytes: number): boolean {
    if (bodyLeft > 0) {
      onBody(shared.subarray(0, bytes));
      bodyLeft -= bytes;
      if (bodyLeft === 0) finish(status);
      return true;
    }
    const chunk = shared.subarray(0, bytes);
    const all = head ? Buffer.concat([head, chunk]) : chunk;
    const end = all.indexOf(headEnd);
    if (end < 0) {
      head = Buffer.from(all);
      return true;
    }
    head = undefined;
    const text = all.toString("latin1", 0, end);
    status = Number(text.slice(9, 12));
    bodyBytes = lengthIn(text, status);
    const begun = all.subarray(end + headEnd.length);
    if (begun.length > 0) onBody(begun);
    bodyLeft = bodyBytes - begun.length;
    if (bodyLeft === 0) finish(status);
    return true;
  }

  const socket = await new Promise<Socket>((resolve, reject) => {
    const opening = connect({ port, host: "127.0.0.1", onread: { buffer: shared, callback: read } });
    opening.setNoDelay(true);
    opening.once("connect", () => resolve(opening)).once("error", reject);
  });
  socket.on("error", () => {});
  socket.on("close", () => finish("connection lost"));
  return {
    send(request, done) {
      waiting = done;
      if (socket.destroyed) return finish("connection lost");
      socket.write(request);
    },
    close: () => void socket.destroy(),
  };
}

function lengthIn(head: string, status: number): number {
  const found = /\r\ncontent-length: *(\d+)/i.exec(head);
  if (found) return Number(found[1]);
  if (status === 204 || status === 304) return 0;
  throw new Error("the load generator reads answers with a content-length only");
}
