import { dashboard } from "./panels.mjs";

const requests = "maru_http_request_seconds_count";
/** @param {string} share @param {string} [by] */
const quantile = (share, by) =>
  `histogram_quantile(${share}, sum by (le${by ? `, ${by}` : ""}) (rate(maru_http_request_seconds_bucket[5m])))`;

const site = dashboard("maru-site", "Maru: the site", [
  { title: "Requests", unit: "reqps", lines: [[`sum(rate(${requests}[5m]))`, "all"]] },
  {
    title: "Failed",
    description: "The share of requests answered with 5xx; 0.1 % is what the alerts allow.",
    unit: "percentunit",
    lines: [
      ["maru:errors:ratio5m", "5 minutes"],
      ["maru:errors:ratio1h", "1 hour"],
    ],
  },
  {
    title: "Duration",
    unit: "s",
    lines: [
      [quantile("0.5"), "half"],
      [quantile("0.95"), "95 %"],
      [quantile("0.99"), "99 %"],
    ],
  },
  {
    title: "Requests by route",
    unit: "reqps",
    lines: [[`topk(10, sum by (method, route) (rate(${requests}[5m])))`, "{{method}} {{route}}"]],
  },
  {
    title: "Errors by route",
    unit: "reqps",
    lines: [
      [
        `topk(10, sum by (method, route, status) (rate(${requests}{status=~"5.."}[5m])))`,
        "{{status}} {{method}} {{route}}",
      ],
    ],
  },
  {
    title: "Slowest routes, 99 %",
    unit: "s",
    lines: [[`topk(10, ${quantile("0.99", "route")})`, "{{route}}"]],
  },
  {
    title: "Refused",
    unit: "reqps",
    lines: [[`sum by (status) (rate(${requests}{status=~"4.."}[5m]))`, "{{status}}"]],
  },
  {
    title: "Homes, by where they came from",
    unit: "reqps",
    lines: [["sum by (origin) (rate(maru_home_pages_total[5m]))", "{{origin}}"]],
  },
  { title: "Open pages", lines: [["sum by (instance) (maru_sockets_open)", "{{instance}}"]] },
  {
    title: "Breed recognition",
    unit: "s",
    lines: [
      [
        "histogram_quantile(0.95, sum by (le) (rate(maru_recognition_seconds_bucket[15m])))",
        "95 % of the photos",
      ],
    ],
  },
  {
    title: "Photos looked at",
    unit: "reqps",
    lines: [["sum by (outcome) (rate(maru_recognition_seconds_count[5m]))", "{{outcome}}"]],
  },
  {
    title: "Processes that answer",
    lines: [['sum(up{job="maru"})', "up"]],
  },
]);

const processes = dashboard("maru-processes", "Maru: events and processes", [
  {
    title: "Lag of consumers",
    unit: "s",
    lines: [["max by (consumer) (maru_consumer_lag_seconds)", "{{consumer}}"]],
  },
  {
    title: "Events handled",
    unit: "ops",
    lines: [["sum by (consumer) (rate(maru_consumer_events_total[5m]))", "{{consumer}}"]],
  },
  {
    title: "Time of consumers",
    description:
      "Seconds of work in a second; at 1 a consumer can do no more. The films' is the engine of scores and ranks.",
    unit: "percentunit",
    lines: [["sum by (consumer) (rate(maru_consumer_batch_seconds_sum[5m]))", "{{consumer}}"]],
  },
  {
    title: "Batches that failed",
    unit: "ops",
    lines: [
      ['sum by (consumer) (rate(maru_consumer_batch_seconds_count{outcome="failed"}[5m]))', "{{consumer}}"],
    ],
  },
  {
    title: "Events set aside",
    lines: [["max by (consumer) (maru_consumer_dead_letters)", "{{consumer}}"]],
  },
  {
    title: "Broker",
    lines: [
      ["min(maru_broker_connected)", "connected"],
      ["sum(maru_relay_leader)", "relays that lead"],
    ],
  },
  {
    title: "Database connections",
    lines: [["sum by (instance, state) (maru_database_connections)", "{{instance}} {{state}}"]],
  },
  {
    title: "Redis",
    unit: "ops",
    lines: [
      ["sum(rate(maru_redis_commands_total[5m]))", "commands"],
      ["sum(rate(maru_redis_failures_total[5m]))", "without an answer"],
    ],
  },
  {
    title: "Redis, time for a command",
    unit: "s",
    lines: [["sum(rate(maru_redis_seconds_total[5m])) / sum(rate(maru_redis_commands_total[5m]))", "mean"]],
  },
  {
    title: "Event-loop lag, 99 %",
    unit: "s",
    lines: [['nodejs_eventloop_lag_p99_seconds{job="maru"}', "{{instance}}"]],
  },
  {
    title: "CPU",
    unit: "percentunit",
    lines: [['rate(process_cpu_seconds_total{job="maru"}[5m])', "{{instance}}"]],
  },
  {
    title: "Memory",
    unit: "bytes",
    lines: [['process_resident_memory_bytes{job="maru"}', "{{instance}}"]],
  },
  {
    title: "Pictures",
    unit: "bytes",
    lines: [
      ["max(maru_media_bytes)", "used"],
      ["max(maru_media_budget_bytes)", "allowed"],
    ],
  },
  { title: "Pictures that wait", lines: [["sum by (instance) (maru_media_waiting)", "{{instance}}"]] },
  {
    title: "Disk",
    unit: "bytes",
    lines: [["maru_disk_bytes", "{{instance}} {{state}}"]],
  },
  {
    title: "Age of the newest backup",
    unit: "s",
    lines: [["time() - max(maru_backup_last_success_timestamp_seconds)", "age"]],
  },
]);

/** The files of Grafana's dashboards, by name. */
export function dashboards() {
  return Object.fromEntries(
    [site, processes].map((one) => [`${one.uid}.json`, `${JSON.stringify(one, null, 2)}\n`]),
  );
}
