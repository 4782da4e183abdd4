import { createSocket } from "node:dgram";
import { once } from "node:events";

/** The addresses (version 4) of a name, or nothing and the server stays silent. */
export type Answer = (name: string) => string[] | undefined;

/** A name server on this machine. */
export async function startNameServer(answer: Answer): Promise<{ address: string; close(): void }> {
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const labels: string[] = [];
    let at = 12;
    for (; query[at] !== 0; at += query[at]! + 1)
      labels.push(query.subarray(at + 1, at + 1 + query[at]!).toString());
    const question = query.subarray(12, at + 5);
    const addresses = answer(labels.join("."));
    if (!addresses) return;
    const isFour = query.readUInt16BE(at + 1) === 1;
    const records = (isFour ? addresses : []).map((address) =>
      Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split(".").map(Number)]),
    );
    const head = Buffer.from([query[0]!, query[1]!, 0x81, 0x80, 0, 1, 0, records.length, 0, 0, 0, 0]);
    socket.send(Buffer.concat([head, question, ...records]), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}
