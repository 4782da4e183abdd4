const plainWords: [RegExp, (folder: string) => string][] = [
  [
    /no space left on device|ENOSPC|disk quota exceeded|EDQUOT/i,
    (folder) =>
      `The disk that holds ${folder} is full. Free some space and start again; what was saved is still there.`,
  ],
  [
    /could not look up effective user ID (\d+)/i,
    () =>
      "The user that runs Maru has no entry in /etc/passwd, which the first start of PostgreSQL needs. Add one, or set DATABASE_URL to a PostgreSQL of your own.",
  ],
  [
    /administrative permissions/i,
    () => "PostgreSQL does not run with administrator rights. Start Maru from an ordinary prompt.",
  ],
  [
    /read-only file system|EROFS/i,
    (folder) =>
      `${folder} lies on a read-only file system. Set MARU_DATA_DIR to a folder that can be written.`,
  ],
  [
    /permission denied|EACCES|EPERM|operation not permitted/i,
    (folder) =>
      `No permission to use ${folder}. Give it to the user that runs Maru, or set MARU_DATA_DIR to another folder.`,
  ],
  [
    /could not (create|map|resize).*shared memory|cannot allocate memory|ENOMEM/i,
    () => "There is not enough free memory to start PostgreSQL.",
  ],
];

const refused = "EmbeddedPostgresRefusal";

/** A planned refusal to start: its message is written for the operator. */
export function refusal(message: string, options?: ErrorOptions) {
  const error = new Error(message, options);
  error.name = refused;
  return error;
}

/** One clear sentence for what stopped the database; the raw words stay in `cause`. */
export function failureOf(cause: unknown, folder: string): Error {
  if (cause instanceof Error && cause.name === refused) return cause;
  const raw =
    cause instanceof Error
      ? `${cause.message} ${(cause as NodeJS.ErrnoException).code ?? ""}`
      : String(cause);
  const known = plainWords.find(([pattern]) => pattern.test(raw));
  const message = known ? known[1](folder) : `The embedded PostgreSQL could not be started: ${raw.trim()}`;
  return refusal(message, { cause });
}
