import { XMLParser } from "fast-xml-parser";
import { parse as parseToml } from "smol-toml";
import { Problem } from "../../../platform/http/problem.ts";
import { byDependency, type Ecosystem } from "./dependencies.ts";

/** What a file that lists dependencies says: the language it is of, and the dependencies as it names them. */
interface Manifest {
  ecosystem: Ecosystem;
  /** Slugs that follow from the file itself. */
  languages: string[];
  dependencies: string[];
}

type Table = Record<string, unknown>;

const unreadable = (name: string) =>
  new Problem(422, "unreadable-manifest", `${name} is not written as such a file is.`);
const unknownManifest = () =>
  new Problem(
    422,
    "unknown-manifest",
    "Only package.json, pyproject.toml, go.mod, Cargo.toml, pom.xml and build.gradle are understood.",
  );

const isTable = (value: unknown): value is Table =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const keys = (value: unknown): string[] => (isTable(value) ? Object.keys(value) : []);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
/** A value deep in what was parsed; undefined where a step is missing. */
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (inside, key) => (isTable(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined),
    value,
  );

function readPackageJson(text: string): Manifest {
  const json: unknown = JSON.parse(text);
  if (!isTable(json)) throw new Error("no object");
  const dependencies = [
    "dependencies",
    "devDependencies",
    "peerDependencies",
    "optionalDependencies",
  ].flatMap((part) => keys(json[part]));
  const isTyped = dependencies.includes("typescript");
  return { ecosystem: "npm", languages: [isTyped ? "typescript" : "javascript"], dependencies };
}

/** `requests[socks]>=2.0; python_version > "3"` names requests. */
const requirementName = (line: string) => /^[\w.-]+/.exec(line.trim())?.[0] ?? "";

function readPyproject(text: string): Manifest {
  const toml: unknown = parseToml(text);
  const listed = [
    at(toml, "project", "dependencies"),
    ...groups(at(toml, "project", "optional-dependencies")),
    ...groups(at(toml, "dependency-groups")),
  ];
  const poetry = at(toml, "tool", "poetry");
  const dependencies = [
    ...listed.flatMap(texts).map(requirementName),
    ...keys(at(poetry, "dependencies")),
    ...keys(at(poetry, "dev-dependencies")),
    ...groups(at(poetry, "group")).flatMap((group) => keys(at(group, "dependencies"))),
  ];
  return { ecosystem: "pypi", languages: ["python"], dependencies };
}

const groups = (value: unknown): unknown[] => (isTable(value) ? Object.values(value) : []);

function readCargo(text: string): Manifest {
  const toml: unknown = parseToml(text);
  const dependencies = [toml, at(toml, "workspace"), ...groups(at(toml, "target"))].flatMap((part) =>
    ["dependencies", "dev-dependencies", "build-dependencies"].flatMap((list) => keys(at(part, list))),
  );
  return { ecosystem: "cargo", languages: ["rust"], dependencies };
}

function readGoMod(text: string): Manifest {
  if (!/^module\s+\S/m.test(text)) throw new Error("no module");
  const dependencies = [...text.matchAll(/^\s*(?:require\s+)?([\w.-]+\.[a-z]+\/\S+)\s+v\d\S*/gm)]
    // What only others need says nothing about this.
    .filter(({ input, index, 0: line }) => !/^[^\n]*\/\/\s*indirect/.test(input.slice(index + line.length)))
    .map((match) => match[1]!);
  return { ecosystem: "go", languages: ["go"], dependencies };
}

const xml = new XMLParser({ ignoreAttributes: true, processEntities: false });

function readPom(text: string): Manifest {
  const project = at(xml.parse(text), "project");
  if (!isTable(project)) throw new Error("no project");
  const listed = [
    at(project, "parent"),
    at(project, "dependencies", "dependency"),
    at(project, "build", "plugins", "plugin"),
  ].flat();
  const dependencies = listed.flatMap((one) => {
    const [group, artifact] = [at(one, "groupId"), at(one, "artifactId")];
    return typeof artifact === "string" ? [`${typeof group === "string" ? group : ""}:${artifact}`] : [];
  });
  const isKotlin = dependencies.some((one) => one.startsWith("org.jetbrains.kotlin:"));
  return { ecosystem: "maven", languages: [isKotlin ? "kotlin" : "java", "maven"], dependencies };
}

function readGradle(text: string, name: string): Manifest {
  const code = text.replace(/\/\*[^]*?\*\/|(?<!:)\/\/[^\n]*/g, "");
  const coordinates = [...code.matchAll(/["']([\w.-]+:[\w.-]+)(?::[^"'\n]*)?["']/g)].map(
    (match) => match[1]!,
  );
  const plugins = [...code.matchAll(/\b(?:id|kotlin)\s*\(?\s*["']([\w.-]+)["']/g)].map(
    (match) => `plugin:${match[1]!}`,
  );
  const isKotlin = /org\.jetbrains\.kotlin|\bkotlin\s*\(\s*["']/.test(code) || name.endsWith(".kts");
  return {
    ecosystem: "maven",
    languages: [isKotlin ? "kotlin" : "java", "gradle"],
    dependencies: [...coordinates, ...plugins],
  };
}

const readers: readonly [name: RegExp, read: (text: string, name: string) => Manifest][] = [
  [/^package\.json$/i, readPackageJson],
  [/^pyproject\.toml$/i, readPyproject],
  [/^cargo\.toml$/i, readCargo],
  [/^go\.mod$/i, readGoMod],
  [/^pom\.xml$/i, readPom],
  [/^build\.gradle(\.kts)?$/i, readGradle],
];

/**
 * The slugs of the technologies that a file of dependencies names, the language first and the rest as they come, each once. Throws a 422 for a file
 * of another kind, and for one that cannot be read.
 */
export function readManifest(name: string, text: string): string[] {
  const file = name.split(/[\\/]/).at(-1)!.trim();
  const reader = readers.find(([pattern]) => pattern.test(file))?.[1];
  if (!reader) throw unknownManifest();
  let manifest: Manifest;
  try {
    manifest = reader(text.replace(/^\uFEFF/, ""), file);
  } catch {
    throw unreadable(file);
  }
  const { ecosystem, languages, dependencies } = manifest;
  return [...new Set([...languages, ...dependencies.flatMap((one) => byDependency(ecosystem, one))])];
}
