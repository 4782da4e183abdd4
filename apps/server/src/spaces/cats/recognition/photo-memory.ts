import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** One photo as it comes in. `release` must be called in the end; its bytes are not to be read after that. */
export interface PhotoMemory {
  add(piece: Uint8Array): void;
  bytes(): Uint8Array;
  release(): void;
}

/** Most photos fit; only what is written to takes room. */
const pieceBytes = 8 * 1024 * 1024;
const mostIdle = 3;
/** Received since the collector was last sent. */
const garbageBytes = 2 * 1024 * 1024;

const idle: SharedArrayBuffer[] = [];
let received = 0;

/**
 * Memory that is used again and again and shared with the thread that decodes. Memory of its own for each photo made the collector go
 * through the whole program's three times a second, at 20 photos a second, with pauses of 10 to 30 ms.
 */
export function takeMemory(): PhotoMemory {
  let memory = idle.pop() ?? new SharedArrayBuffer(pieceBytes);
  let length = 0;
  const release = () => {
    if (memory.byteLength === pieceBytes && idle.length < mostIdle) idle.push(memory);
  };
  return {
    add(piece) {
      const needed = length + piece.length;
      if (needed > memory.byteLength) {
        const larger = new SharedArrayBuffer(Math.max(needed, memory.byteLength * 2));
        new Uint8Array(larger).set(new Uint8Array(memory, 0, length));
        release();
        memory = larger;
      }
      new Uint8Array(memory, length).set(piece);
      length = needed;
      received += piece.length;
      if (received < garbageBytes) return;
      received = 0;
      collectYoungGarbage();
    },
    bytes: () => new Uint8Array(memory, 0, length),
    release,
  };
}

let collect: ((how: object) => void) | undefined;

/**
 * The pieces in which bodies come are small things to the collector that hold much memory: it would wait until they count as old,
 * and then go through everything. Takes less than a millisecond.
 */
function collectYoungGarbage(): void {
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as (how: object) => void;
  }
  collect({ type: "minor", execution: "sync" });
}
