import { bytesOf, type HttpConnection, openConnection } from "./http-connection.ts";
import type { LoadRequest } from "./load.ts";

export interface HttpAnswer {
  /** Or why there is none. */
  status: number | string;
  text: string;
}

/** A few connections that are kept; a request waits until one is free. */
export interface HttpClient {
  ask(request: LoadRequest): Promise<HttpAnswer>;
  close(): void;
}

export async function openClient(port: number, connections: number): Promise<HttpClient> {
  interface Asked {
    bytes: Buffer;
    done(answer: HttpAnswer): void;
  }
  const all: HttpConnection[] = [];
  const idle: ((asked: Asked) => void)[] = [];
  const waiting: Asked[] = [];

  for (let index = 0; index < connections; index++) {
    let pieces: Buffer[] = [];
    const connection = await openConnection(port, (piece) => void pieces.push(Buffer.from(piece)));
    const send = ({ bytes, done }: Asked) =>
      connection.send(bytes, (status) => {
        const text = Buffer.concat(pieces).toString();
        pieces = [];
        const next = waiting.shift();
        if (next) send(next);
        else idle.push(send);
        done({ status, text });
      });
    all.push(connection);
    idle.push(send);
  }
  return {
    ask: (request) =>
      new Promise((done) => {
        const asked = { bytes: bytesOf(request), done };
        const send = idle.pop();
        if (send) send(asked);
        else waiting.push(asked);
      }),
    close() {
      for (const connection of all) connection.close();
    },
  };
}
