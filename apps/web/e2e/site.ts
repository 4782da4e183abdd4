import { afterAll, beforeAll, inject } from "vitest";
import { startMaru } from "./start-server.ts";

let own: string | undefined;

/** The site that the tests of a file speak to: the one for all, or their own. */
export const origin = (): string => own ?? inject("origin");

/** A site for the tests of one file alone, for what looks at everything that is there. */
export function ownSite(): void {
  let maru: Awaited<ReturnType<typeof startMaru>>;
  beforeAll(async () => {
    maru = await startMaru();
    own = maru.origin;
  });
  afterAll(() => maru.stop());
}
