import { randomBytes } from "node:crypto";
import { connect } from "node:net";

/** A WebSocket of a browser, as far as our server uses them: whole texts both ways. Light enough for ten thousand in one process. */
export interface WebSocketLine {
  send(text: string): void;
  /** Ends it with a reset, which leaves no port waiting. `onClose` is called. */
  cut(): void;
}

export interface WebSocketHandlers {
  onText(text: string): void;
  /** Once, also when it was never open. */
  onClose(): void;
}

const headEnd = Buffer.from("\r\n\r\n");
const mask = randomBytes(4);
const opcodes = { text: 1, close: 8 };
// Every read is dealt with before the next one begins, so all connections share the memory.
const shared = Buffer.allocUnsafe(256 * 1024);

/** What Chrome sends, in its order: the server keeps some of it for each connection. */
function handshakeOf(port: number, path: string, cookie: string): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    "Connection: Upgrade",
    "Pragma: no-cache",
    "Cache-Control: no-cache",
    "User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36",
    "Upgrade: websocket",
    `Origin: http://127.0.0.1:${port}`,
    "Sec-WebSocket-Version: 13",
    "Accept-Encoding: gzip, deflate, br, zstd",
    "Accept-Language: ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7",
    `Cookie: ${cookie}`,
    `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
    "\r\n",
  ].join("\r\n");
}

function frameOf(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  const head = bytes < 126 ? 6 : 8;
  const frame = Buffer.allocUnsafe(head + bytes);
  frame[0] = 0x80 | opcodes.text;
  if (bytes < 126) frame[1] = 0x80 | bytes;
  else {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(bytes, 2);
  }
  mask.copy(frame, head - 4);
  frame.write(text, head);
  for (let at = 0; at < bytes; at++) frame[head + at]! ^= mask[at & 3]!;
  return frame;
}

export function openWebSocket(
  port: number,
  path: string,
  cookie: string,
  { onText, onClose }: WebSocketHandlers,
): WebSocketLine {
  let isOpen = false;
  /** What has come of a frame that is not whole yet. */
  let rest: Buffer | undefined;

  /** Takes one frame off the bytes; answers where the next one begins, 0 when it is not whole. */
  function take(bytes: Buffer, from: number): number {
    if (bytes.length < from + 2) return 0;
    let length = bytes[from + 1]!;
    let begin = from + 2;
    if (length === 126) {
      begin += 2;
      if (bytes.length < begin) return 0;
      length = bytes.readUInt16BE(from + 2);
    } else if (length > 126) throw new Error("a message of more than 64 KB, or a masked one");
    const end = begin + length;
    if (bytes.length < end) return 0;
    const opcode = bytes[from]! & 0x0f;
    if (opcode === opcodes.text) onText(bytes.toString("utf8", begin, end));
    else if (opcode === opcodes.close) socket.resetAndDestroy();
    return end;
  }

  function read(count: number): boolean {
    const chunk = shared.subarray(0, count);
    const bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
    rest = undefined;
    let from = 0;
    if (!isOpen) {
      const end = bytes.indexOf(headEnd);
      if (end >= 0 && bytes.toString("latin1", 9, 12) !== "101") {
        socket.resetAndDestroy();
        return false;
      }
      isOpen = end >= 0;
      if (isOpen) from = end + headEnd.length;
    }
    for (let isWhole = isOpen; isWhole && from < bytes.length;) {
      const next = take(bytes, from);
      isWhole = next > 0;
      if (isWhole) from = next;
    }
    if (from < bytes.length) rest = Buffer.from(bytes.subarray(from));
    return true;
  }

  const socket = connect({ port, host: "127.0.0.1", onread: { buffer: shared, callback: read } });
  socket.setNoDelay(true);
  socket.write(handshakeOf(port, path, cookie));
  socket.on("error", () => {});
  socket.on("close", onClose);
  return {
    send: (text) => void socket.write(frameOf(text)),
    cut: () => void socket.resetAndDestroy(),
  };
}
