/** One set of options for the build, the types and the tests, so that they cannot disagree. */
export const messagesOptions = {
  project: "./project.inlang",
  outdir: "./src/lib/paraglide",
  cookieName: "maru_locale",
  strategy: ["cookie" as const, "preferredLanguage" as const, "baseLocale" as const],
  emitReadme: false,
  emitPrettierIgnore: false,
  emitTsDeclarations: true,
};
