import { backupSettings } from "./backup-settings.ts";
import { looks, presetNames } from "./presets.ts";

type Kind = "text" | "port" | "integer" | "switch" | "choice" | "url" | "path" | "list";

export interface Setting {
  env: string;
  kind: Kind;
  /** What it is when the environment says nothing; undefined means "not set". */
  fallback?: string | undefined;
  choices?: readonly string[];
  min?: number;
  protocols?: readonly string[];
  secret?: boolean;
  help: string;
}

/** Every setting of Maru. Nothing else names an environment variable; config.ts reads them. */
export const settings = {
  port: { env: "PORT", kind: "port", fallback: "3000", help: "The TCP port that Maru listens on." },
  host: {
    env: "HOST",
    kind: "text",
    fallback: "127.0.0.1",
    help: "The address that Maru listens on; 0.0.0.0 for all.",
  },
  origin: {
    env: "MARU_ORIGIN",
    kind: "url",
    help: "The public address of the site, such as https://maru.example; set it behind a proxy.",
  },
  dataDir: {
    env: "MARU_DATA_DIR",
    kind: "path",
    fallback: "data",
    help: "Where the embedded database, the pictures and the keys are kept.",
  },
  databaseUrl: {
    env: "DATABASE_URL",
    kind: "url",
    secret: true,
    help: "A PostgreSQL of your own (15 or newer), instead of the embedded one.",
  },
  databasePool: {
    env: "MARU_DATABASE_POOL",
    kind: "integer",
    min: 2,
    fallback: "16",
    help: "How many database connections Maru opens at the most, besides four that bring events on.",
  },
  preparedStatements: {
    env: "MARU_PREPARED_STATEMENTS",
    kind: "switch",
    fallback: "on",
    help: "Keep plans of frequent statements; off behind a pooler that cannot (PgBouncer before 1.21).",
  },
  demo: {
    env: "MARU_DEMO",
    kind: "switch",
    fallback: "on",
    help: "Fill an empty database with a demo community.",
  },
  registrations: {
    env: "MARU_REGISTRATIONS",
    kind: "choice",
    choices: ["open", "closed"],
    fallback: "open",
    help: "Whether new people may sign up.",
  },
  preset: {
    env: "MARU_PRESET",
    kind: "choice",
    choices: presetNames,
    fallback: "all",
    help: "A kind of site: it sets MARU_SPACES, MARU_SITE_NAME and MARU_LOOK, each unless it is set itself.",
  },
  siteName: { env: "MARU_SITE_NAME", kind: "text", fallback: "마루", help: "The name of the site." },
  look: {
    env: "MARU_LOOK",
    kind: "choice",
    choices: looks,
    fallback: "wood",
    help: "The colour of buttons and links: wood, or that of a space.",
  },
  redisUrl: {
    env: "MARU_REDIS_URL",
    kind: "url",
    protocols: ["redis:", "rediss:"],
    secret: true,
    help: "A Redis or Valkey that the site's processes share; without it each process keeps to itself.",
  },
  rateLimits: {
    env: "MARU_RATE_LIMITS",
    kind: "switch",
    fallback: "on",
    help: "Limits on sign-in, posting, live connections and the like; off only for benches and tests.",
  },
  trustProxy: {
    env: "MARU_TRUST_PROXY",
    kind: "switch",
    fallback: "off",
    help: "Believe X-Forwarded-For and X-Forwarded-Proto; on only behind a proxy of your own.",
  },
  brokerUrl: {
    env: "MARU_BROKER_URL",
    kind: "url",
    secret: true,
    protocols: ["kafka:", "kafkas:", "amqp:", "amqps:"],
    help: "Kafka or RabbitMQ, such as kafka://host:9092 or amqp://user:password@host, to carry events to other processes.",
  },
  roles: {
    env: "MARU_ROLES",
    kind: "list",
    fallback: "all",
    help: "What this process does: all, or some of web, relay, recognition and consumer:NAME, with commas between them.",
  },
  spaces: {
    env: "MARU_SPACES",
    kind: "list",
    fallback: "all",
    help: "The spaces of the site, with commas between them, such as cats; or all, or none.",
  },
  timeZone: {
    env: "MARU_TIME_ZONE",
    kind: "text",
    fallback: "Asia/Seoul",
    help: "The time zone in which the site's day begins, for ages and birthdays, such as Asia/Seoul.",
  },
  eventDays: {
    env: "MARU_EVENT_DAYS",
    kind: "integer",
    min: 2,
    fallback: "30",
    help: "How many days the event log is kept.",
  },
  mediaBudgetMegabytes: {
    env: "MARU_MEDIA_BUDGET_MB",
    kind: "integer",
    min: 1,
    fallback: "20480",
    help: "How much disk all pictures together may use, in megabytes.",
  },
  timelines: {
    env: "MARU_TIMELINES",
    kind: "integer",
    min: 1,
    fallback: "200000",
    help: "How many people's home timelines are kept in memory at the most.",
  },
  timelineHours: {
    env: "MARU_TIMELINE_HOURS",
    kind: "integer",
    min: 0,
    fallback: "72",
    help: "How long Redis, where there is one, keeps a home timeline after its last reading; 0 keeps none there.",
  },
  homePageMegabytes: {
    env: "MARU_HOME_PAGES_MB",
    kind: "integer",
    min: 1,
    fallback: "96",
    help: "How much memory finished first pages of homes may use, in megabytes.",
  },
  postCacheMegabytes: {
    env: "MARU_POST_CACHE_MB",
    kind: "integer",
    min: 1,
    fallback: "96",
    help: "How much memory the cache of posts and profiles may use, in megabytes.",
  },
  pullFollowers: {
    env: "MARU_PULL_FOLLOWERS",
    kind: "integer",
    min: 1,
    fallback: "1000",
    help: "Posts of people with more followers than this are merged when read, not pushed when written.",
  },
  linkPreviews: {
    env: "MARU_LINK_PREVIEWS",
    kind: "switch",
    fallback: "on",
    help: "Fetch the pages that chat messages lead to, for a preview; off where the server may not ask the internet.",
  },
  searchUrl: {
    env: "MARU_SEARCH_URL",
    kind: "url",
    protocols: ["http:", "https:"],
    secret: true,
    help: "An OpenSearch or Elasticsearch (7.10 or newer) for posts, such as https://user:password@search.example:9200; without it PostgreSQL searches.",
  },
  searchPrefix: {
    env: "MARU_SEARCH_PREFIX",
    kind: "text",
    fallback: "maru",
    help: "What the names of the search engine's indexes begin with; one for each site.",
  },
  breedRecognition: {
    env: "MARU_BREED_RECOGNITION",
    kind: "switch",
    fallback: "on",
    help: "Tell the breed of a cat from a photo.",
  },
  breedModel: {
    env: "MARU_BREED_MODEL",
    kind: "path",
    help: "A folder with a breed model of your own, its card.json and its ONNX file; without it the one that Maru brings.",
  },
  recognizerUrl: {
    env: "MARU_RECOGNIZER_URL",
    kind: "url",
    protocols: ["http:", "https:"],
    secret: true,
    help: "A Maru process with the role recognition, such as http://host:3000, which then looks at the photos.",
  },
  ...backupSettings,
  smtpUrl: {
    env: "MARU_SMTP_URL",
    kind: "url",
    secret: true,
    help: "The mail server, such as smtps://user:password@mail.example; without it links are logged.",
  },
  mailFrom: {
    env: "MARU_MAIL_FROM",
    kind: "text",
    fallback: "Maru <maru@localhost>",
    help: "The sender of Maru's e-mails.",
  },
  digestHour: {
    env: "MARU_DIGEST_HOUR",
    kind: "integer",
    fallback: "23",
    help: "The hour (UTC) at which the daily e-mails with unread notifications go out; 23 is 8 in the morning in Seoul.",
  },
  egressLoopback: {
    env: "MARU_EGRESS_LOOPBACK",
    kind: "switch",
    fallback: "off",
    help: "Push to, and fetch pages from, this machine too, without encryption of the way; only for tests.",
  },
  logLevel: {
    env: "LOG_LEVEL",
    kind: "choice",
    choices: ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
    fallback: "info",
    help: "How much is logged.",
  },
  nodeEnv: {
    env: "NODE_ENV",
    kind: "choice",
    choices: ["development", "test", "production"],
    fallback: "development",
    help: "production refuses settings that are only meant for tests.",
  },
} as const satisfies Record<string, Setting>;
