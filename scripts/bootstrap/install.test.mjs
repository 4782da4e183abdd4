import { expect, test } from "vitest";
import { explain } from "./install.mjs";
import { npm } from "./npm.mjs";

test.each([
  ["npm error code ENOTFOUND", /could not be reached/],
  ["npm error code EACCES\nnpm error syscall mkdir", /cannot be written/],
  ["npm error nospc ENOSPC: no space left on device", /disk is full/],
  ["`npm ci` can only install packages when your package.json and …", /disagree/],
])("%s is explained, and what npm said is shown", (output, advice) => {
  expect(explain(output)).toMatch(advice);
  expect(explain(output)).toContain(output);
});

test("the npm that started us does the work", () => {
  expect(npm({ npm_execpath: "/x/npm-cli.js", npm_node_execpath: "/x/node" })).toEqual({
    command: "/x/node",
    args: ["/x/npm-cli.js"],
  });
  expect(npm({ npm_execpath: "/x/pnpm.cjs" })).toEqual({ command: "npm", args: [] });
});
