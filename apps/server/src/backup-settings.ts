import type { Setting } from "./settings.ts";

/** The settings of the nightly backup. */
export const backupSettings = {
  backupDir: {
    env: "MARU_BACKUP_DIR",
    kind: "path",
    help: "The folder that a backup is written to every night; without it none is.",
  },
  backupHour: {
    env: "MARU_BACKUP_HOUR",
    kind: "integer",
    fallback: "18",
    help: "The hour (UTC) of the nightly backup; 18 is 3 in the morning in Seoul.",
  },
  backupKeep: {
    env: "MARU_BACKUP_KEEP",
    kind: "integer",
    min: 1,
    fallback: "14",
    help: "How many backups are kept in MARU_BACKUP_DIR; older ones are deleted after each new one.",
  },
  backupMedia: {
    env: "MARU_BACKUP_MEDIA",
    kind: "choice",
    choices: ["include", "manifest"],
    fallback: "include",
    help: "Whether backups have the pictures in them, or their names and hashes only, for those who copy the files otherwise.",
  },
  backupPassphraseFile: {
    env: "MARU_BACKUP_PASSPHRASE_FILE",
    kind: "path",
    help: "A file whose first line is the passphrase that backups are encrypted with; without it they are not.",
  },
} as const satisfies Record<string, Setting>;
