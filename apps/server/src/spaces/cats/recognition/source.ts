import type { RecognitionAnswer } from "./answer.ts";
import type { Refusal } from "./recognizer.ts";

export type Seen = Omit<RecognitionAnswer, "milliseconds">;

/** Whoever looks at photos: a thread of this process, or another process. */
export interface Source {
  /**
   * Looks at one complete photo. Throws a Problem when it cannot look at any now. `isWanted` is asked when its turn has come.
   */
  look(photo: Uint8Array, isWanted: () => boolean): Promise<Seen | { refused: Refusal }>;
  /** Why it cannot look at any now, as far as that is known, in words that anybody may read. */
  fault(): string | undefined;
  close(): Promise<void>;
}
