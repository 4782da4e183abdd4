const server = "^apps/server/src";
const test = "\\.test\\.ts$";
const roots = "(main|app|create-platform|event-work|features|site-backup|backup-process|backup-worker)\\.ts";
const queries = ["queries\\.ts$", "/queries/"];

/** The architecture, as rules a machine can keep. Prose: ARCHITECTURE.md. */
export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Types alone may point at each other; a Svelte component may contain itself.",
      severity: "error",
      from: { pathNot: "\\.svelte$" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolvable",
      comment: "Made by a build (#lib, $app and ./$types), and so unknown here.",
      severity: "error",
      from: { pathNot: "^apps/web/" },
      to: { couldNotResolve: true },
    },

    // Imports run one way: main → spaces → modules → platform.
    {
      name: "platform-knows-no-feature",
      severity: "error",
      from: { path: `${server}/platform/`, pathNot: test },
      to: { path: `${server}/(modules|spaces|demo|cli|${roots})` },
    },
    {
      name: "modules-know-no-space",
      severity: "error",
      from: { path: `${server}/modules/`, pathNot: test },
      to: { path: `${server}/(spaces|demo|cli|${roots})` },
    },
    {
      name: "only-the-root-knows-spaces",
      comment:
        "A fourth space is added in main.ts or app.ts and nowhere else; spaces do not know each other.",
      severity: "error",
      from: { path: `${server}/([^/]+)/`, pathNot: test },
      to: { path: `${server}/spaces/`, pathNot: `${server}/$1/` },
    },
    {
      name: "spaces-do-not-meet",
      severity: "error",
      from: { path: `${server}/spaces/([^/]+)/`, pathNot: test },
      to: { path: `${server}/spaces/[^/]+/`, pathNot: `${server}/spaces/$1/` },
    },
    {
      name: "modules-meet-at-index",
      comment: "A module is used by others only through its index.ts.",
      severity: "error",
      from: { path: `${server}/modules/([^/]+)/`, pathNot: test },
      to: { path: `${server}/modules/[^/]+/`, pathNot: [`${server}/modules/$1/`, "/index\\.ts$"] },
    },
    {
      name: "outsiders-meet-modules-at-index",
      severity: "error",
      from: { path: `${server}/(spaces|demo|cli|${roots})`, pathNot: test },
      to: { path: `${server}/modules/[^/]+/`, pathNot: "/index\\.ts$" },
    },

    {
      name: "queries-know-no-rules",
      comment: "Queries speak to the database and to nothing else in their module.",
      severity: "error",
      from: { path: queries, pathNot: test },
      to: {
        path: [`${server}/modules/`, `${server}/platform/http/`],
        pathNot: queries,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "only-queries-speak-sql",
      comment:
        "Types of a database or a transaction come from platform/database; those of a space's tables from its tables.ts.",
      severity: "error",
      from: { path: `${server}/(modules|spaces)/`, pathNot: [...queries, "/tables\\.ts$", test] },
      to: { path: "node_modules/(kysely|pg)/" },
    },
    {
      name: "web-talks-http",
      severity: "error",
      from: { path: "^apps/web/src/" },
      to: { path: "^apps/server/" },
    },
    {
      name: "programs-need-no-tests",
      severity: "error",
      from: { path: "^apps/[^/]+/src/", pathNot: test },
      to: { path: ["^apps/[^/]+/(test|e2e)/", test] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(build|\\.svelte-kit|paraglide)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default"] },
  },
};
