import { bytesOf, openConnection } from "../lib/http-connection.ts";
import type { LoadRequest } from "../lib/load.ts";

export interface Answer {
  /** Or why there is none. */
  status: number | string;
  text: string;
}

/** As many at the same time: a process may open some 20,000 files, and the pages have theirs. */
const most = 500;

/** Requests on a connection of their own each, as ten thousand browsers send them. */
export function createHttpOnce(port: number): (request: LoadRequest) => Promise<Answer> {
  let open = 0;
  const waiting: (() => void)[] = [];

  async function ask(request: LoadRequest): Promise<Answer> {
    const pieces: Buffer[] = [];
    const connection = await openConnection(port, (piece) => void pieces.push(Buffer.from(piece)));
    try {
      return await new Promise((done) =>
        connection.send(bytesOf(request), (status) =>
          done({ status, text: Buffer.concat(pieces).toString() }),
        ),
      );
    } finally {
      connection.close();
    }
  }
  return async (request) => {
    if (open === most) await new Promise<void>((free) => waiting.push(free));
    else open++;
    try {
      return await ask(request);
    } catch (error) {
      return { status: (error as Error).message, text: "" };
    } finally {
      const next = waiting.shift();
      if (next) next();
      else open--;
    }
  };
}
