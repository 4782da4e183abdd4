const kinds = /^(package\.json|pyproject\.toml|go\.mod|cargo\.toml|pom\.xml|build\.gradle(\.kts)?)$/i;

/** For the button that chooses one. Names cannot be asked for, only endings. */
export const manifestEndings = ".json,.toml,.mod,.xml,.gradle,.kts";

export const isManifest = (fileName: string) => kinds.test(fileName);

const signs: [name: string, sign: RegExp][] = [
  ["package.json", /^\s*\{[^]*"(?:dependencies|devDependencies|peerDependencies)"\s*:\s*\{/],
  ["go.mod", /^\s*(?:\/\/[^\n]*\n\s*)*module\s+\S+[^]*^(?:go\s+\d|require\b)/m],
  ["Cargo.toml", /^\s*\[(?:package|workspace)\][^]*^\[(?:workspace\.)?(?:dev-|build-)?dependencies/m],
  ["pyproject.toml", /^\s*\[(?:project|build-system|tool\.poetry|dependency-groups)\b/m],
  ["pom.xml", /<project\b[^]*<(?:dependencies|modelVersion)>/],
  ["build.gradle", /^\s*(?:plugins|dependencies)\s*\{/m],
];

/** The name of the file that a pasted text is most likely the content of. */
export function manifestNameOf(text: string): string | undefined {
  if (!text.includes("\n")) return undefined;
  return signs.find(([, sign]) => sign.test(text))?.[0];
}
