import { readCaseFile, UnusableFile } from "./case-file.ts";
import { replayCase } from "./replay-case.ts";

const usage = "npm run -s film-cases -- FILE.json replays the cases of a file against the film engine.";

const show = (value: unknown) => (value === undefined ? "nothing" : JSON.stringify(value));

/** Prints what differs and a tally. Answers the exit code: 1 when a case failed, 2 when there was nothing to replay. */
async function replayFile(path: string): Promise<number> {
  const { cases, tolerance = 0.00005 } = await readCaseFile(path);
  let failed = 0;
  for (const one of cases) {
    const found = replayCase(one, tolerance);
    if (found.length > 0) failed++;
    for (const { path: where, expected, got } of found)
      console.log(`${one.id}  ${where}: expected ${show(expected)}, got ${show(got)}`);
  }
  console.log(`${cases.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

const [path, ...more] = process.argv.slice(2);
if (path === undefined || more.length > 0) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await replayFile(path);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
