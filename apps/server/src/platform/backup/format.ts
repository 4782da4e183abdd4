import { Type, type Static } from "typebox";
import { Value } from "typebox/value";

/**
 * A backup is a tar file, so that ordinary tools can look into it:
 *
 *     maru-backup.json          what it is: the header below
 *     tables/NAME/NNNNNN.zst    the rows of a table as PostgreSQL's COPY writes them, in parts; joined they are one zstd file
 *     media/AB/NAME             the files of pictures, where they are included
 *     media.sha256/NNNNNN.zst   their hashes, in the form that sha256sum reads
 *     manifest.json             what there must be, with hashes: the manifest below
 *     manifest.sha256           the hash of the manifest
 *
 * What is cut off has no manifest. Raised whenever an older Maru could not read a newer backup.
 */
export const formatVersion = 1;

export const names = {
  header: "maru-backup.json",
  manifest: "manifest.json",
  manifestHash: "manifest.sha256",
  tables: "tables/",
  media: "media/",
  mediaHashes: "media.sha256/",
} as const;

/** Parts hold this many bytes before they are compressed, and the last one fewer. */
export const partBytes = 4 * 1024 * 1024;
/** More than any header or manifest has. */
export const mostJsonBytes = 16 * 1024 * 1024;

const Name = Type.String({ pattern: "^[a-z_][a-z0-9_]{0,62}$" });
const Hash = Type.String({ pattern: "^[0-9a-f]{64}$" });
const Count = Type.Integer({ minimum: 0 });

const Header = Type.Object({
  format: Type.Literal(formatVersion),
  createdAt: Type.String(),
  /** Of PostgreSQL. */
  serverVersion: Type.String(),
  migrations: Type.Array(Type.Object({ name: Type.String(), hash: Hash })),
  /** The days that the event log has partitions for, as 20261130. */
  partitions: Type.Array(Type.String({ pattern: "^\\d{8}$" })),
  tables: Type.Array(Type.Object({ name: Name, columns: Type.Array(Name) })),
  media: Type.Union([Type.Literal("include"), Type.Literal("manifest"), Type.Literal("none")]),
});
export type Header = Static<typeof Header>;
export type MediaMode = Header["media"];
export type TableShape = Header["tables"][number];

const Digest = Type.Object({ rows: Count, bytes: Count, sha256: Hash });
/** What the rows of a table come to. */
export type Digest = Static<typeof Digest>;

const Manifest = Type.Object({
  headerSha256: Hash,
  tables: Type.Record(Name, Digest),
  sequences: Type.Record(
    Name,
    Type.Object({ value: Type.String({ pattern: "^-?\\d+$" }), isCalled: Type.Boolean() }),
  ),
  media: Type.Object({
    files: Count,
    bytes: Count,
    /** Of the lines of all parts of media.sha256. */
    sha256: Hash,
    /** Files that a picture of the site should have had, and did not. */
    missing: Type.Array(Type.String()),
  }),
});
export type Manifest = Static<typeof Manifest>;

/** Why a file cannot be used as a backup, in words for the operator. */
export class BackupFault extends Error {}

export function parseHeader(text: string): Header {
  const value = parseJson(text, names.header);
  const { format } = value as { format?: unknown };
  if (typeof format === "number" && format > formatVersion)
    throw new BackupFault(
      `It is of format ${format}, and this Maru reads formats up to ${formatVersion}. Use a newer Maru.`,
    );
  if (!Value.Check(Header, value)) throw new BackupFault(`${names.header} is not as it should be.`);
  return value;
}

export function parseManifest(text: string): Manifest {
  const value = parseJson(text, names.manifest);
  if (!Value.Check(Manifest, value)) throw new BackupFault(`${names.manifest} is not as it should be.`);
  return value;
}

function parseJson(text: string, name: string): unknown {
  try {
    return Object(JSON.parse(text));
  } catch {
    throw new BackupFault(`${name} is damaged.`);
  }
}
