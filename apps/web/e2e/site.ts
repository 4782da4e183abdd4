import { afterAll, beforeAll, inject } from "vitest";
import { startMaru } from "./start-server.ts";

type Site = Awaited<ReturnType<typeof startMaru>>;
let own: Site | undefined;

/** The site that the tests of a file speak to: the one for all, or their own. */
export const origin = (): string => own?.origin ?? inject("origin");

/** A site for the tests of one file alone, for what looks at everything that is there. */
export function ownSite(): void {
  beforeAll(async () => {
    own = await startMaru();
  });
  afterAll(() => own?.stop());
}

/** A command of an operator's, beside the file's own site. */
export async function operate(...args: string[]): Promise<void> {
  if (!own) throw new Error("Only a site of one's own is operated: call ownSite() first");
  await own.run(...args);
}
