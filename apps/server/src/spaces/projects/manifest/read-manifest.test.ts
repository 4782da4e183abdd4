import fc from "fast-check";
import { expect, test } from "vitest";
import { Problem } from "../../../platform/http/problem.ts";
import { technologies } from "../stack/technologies.ts";
import { keyOf, slugOf } from "../stack/technology-name.ts";
import { cargo } from "./dependencies/cargo.ts";
import { go } from "./dependencies/go.ts";
import { maven } from "./dependencies/maven.ts";
import { npm } from "./dependencies/npm.ts";
import { pypi } from "./dependencies/pypi.ts";
import { readManifest } from "./read-manifest.ts";

test.each([
  [
    "web/package.json",
    JSON.stringify({
      dependencies: { "@sveltejs/kit": "3", svelte: "5", pg: "8", "left-pad": "1" },
      devDependencies: { typescript: "7", vite: "8", "@playwright/test": "1" },
    }),
    ["typescript", "sveltekit", "svelte", "postgresql", "vite", "playwright"],
  ],
  ["package.json", "{}", ["javascript"]],
  [
    "pyproject.toml",
    `[project]\ndependencies = ["fastapi>=0.110", "SQLAlchemy[asyncio]~=2.0", "psycopg[binary]; python_version > '3.10'"]\n[project.optional-dependencies]\nml = ["torch"]\n[dependency-groups]\ndev = ["pytest"]`,
    ["python", "fastapi", "sqlalchemy", "postgresql", "pytorch", "pytest"],
  ],
  [
    "pyproject.toml",
    `[tool.poetry.dependencies]\npython = "^3.12"\nDjango = "^5"\n[tool.poetry.group.dev.dependencies]\npytest = "*"`,
    ["python", "django", "pytest"],
  ],
  [
    "Cargo.toml",
    `[package]\nname = "a"\n[dependencies]\naxum = "0.8"\ntokio = { version = "1", features = ["full"] }\n[target.'cfg(unix)'.dependencies]\nsqlx = "0.9"`,
    ["rust", "axum", "tokio", "sqlx"],
  ],
  [
    "go.mod",
    `module example.com/a\n\ngo 1.25\n\nrequire (\n\tgithub.com/gin-gonic/gin v1.10.0\n\tgithub.com/jackc/pgx/v5 v5.7.0\n\tgithub.com/redis/go-redis/v9 v9.0.0 // indirect\n)\nrequire gorm.io/gorm v1.25.0\n`,
    ["go", "gin", "postgresql", "gorm"],
  ],
  [
    "pom.xml",
    `<?xml version="1.0"?><project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId></parent><dependencies><dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId></dependency><dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId></dependency></dependencies></project>`,
    ["java", "maven", "spring-boot", "postgresql", "junit"],
  ],
  [
    "build.gradle.kts",
    `plugins {\n  kotlin("jvm") version "2.3"\n  id("io.ktor.plugin") version "3"\n}\ndependencies {\n  // implementation("org.mongodb:mongodb-driver:5")\n  implementation("org.postgresql:postgresql:42.7.4")\n}`,
    ["kotlin", "gradle", "postgresql", "ktor"],
  ],
  [
    "build.gradle",
    `plugins { id 'org.springframework.boot' version '4' }\ndependencies { implementation 'org.springframework.boot:spring-boot-starter-data-jpa' }`,
    ["java", "gradle", "jpa", "spring-boot"],
  ],
])("%s says what it is made with", (name, text, expected) => {
  expect([...readManifest(name, text)].sort()).toEqual([...expected].sort());
});

test.each([
  ["requirements.txt", "fastapi", "unknown-manifest"],
  ["", "{}", "unknown-manifest"],
  ["package.json", "{", "unreadable-manifest"],
  ["package.json", "[]", "unreadable-manifest"],
  ["package.json", "null", "unreadable-manifest"],
  ["pyproject.toml", "= =", "unreadable-manifest"],
  ["go.mod", "nothing", "unreadable-manifest"],
  ["pom.xml", "<a/>", "unreadable-manifest"],
])("%s with %s is refused: %s", (name, text, slug) => {
  expect(() => readManifest(name, text)).toThrow(expect.objectContaining({ slug, status: 422 }));
});

test("a manifest that means harm is read as one that means nothing", () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "${"&a;".repeat(10)}">`).join("")}]><project><dependencies><dependency><groupId>&a19;</groupId><artifactId>&a19;</artifactId></dependency></dependencies></project>`;
  expect(() => readManifest("pom.xml", bomb)).not.toThrow(RangeError);
  const polluted = '{"dependencies":{"__proto__":"1","constructor":"1","toString":"1"}}';
  expect(readManifest("package.json", polluted)).toEqual(["javascript"]);
  expect(readManifest("package.json", '{"dependencies":["react"]}')).toEqual(["javascript"]);
});

test("whatever the file says, the answer is known technologies, each once, or a clear refusal", () => {
  const slugs = new Set(technologies.map(({ slug }) => slug));
  const name = fc.constantFrom(
    "package.json",
    "pyproject.toml",
    "go.mod",
    "Cargo.toml",
    "pom.xml",
    "build.gradle",
  );
  fc.assert(
    fc.property(name, fc.oneof(fc.string({ unit: "binary", maxLength: 300 }), fc.json()), (file, text) => {
      const read = (() => {
        try {
          return readManifest(file, text);
        } catch (error) {
          return error as Problem;
        }
      })();
      if (read instanceof Problem) return read.status === 422;
      return (
        read instanceof Array && new Set(read).size === read.length && read.every((slug) => slugs.has(slug))
      );
    }),
    { numRuns: 1_000 },
  );
});

test("every technology that a dependency stands for is known, and no two share a spelling", () => {
  const slugs = new Set(technologies.map(({ slug }) => slug));
  for (const list of [npm, pypi, cargo, go, maven])
    for (const slug of Object.keys(list)) expect(slugs, slug).toContain(slug);
  const spellings = new Map<string, string>();
  for (const { slug, name, aliases } of technologies)
    for (const key of new Set([slug, name, ...aliases].map(keyOf))) {
      expect(key, name).not.toBe("");
      expect(spellings.get(key), `${key} of ${slug}`).toBeUndefined();
      spellings.set(key, slug);
    }
});

test.each([
  ["Next.js", "nextjs", "nextjs"],
  ["next js", "nextjs", "next-js"],
  ["C++", "c++", "cplusplus"],
  ["C#", "c#", "csharp"],
  ["Ruby on Rails", "rubyonrails", "ruby-on-rails"],
  ["ＲＥＡＣＴ", "react", "react"],
  ["포스트그레스", "포스트그레스", "포스트그레스"],
  ["!!!", "", ""],
])("%s is spelt %s and addressed as %s", (name, key, slug) => {
  expect([keyOf(name), slugOf(name)]).toEqual([key, slug]);
});
