import type { Endpoint } from "./endpoint.ts";

/** Fit for a community on one small machine; each can be changed by name. */
const defaults: Record<string, string> = {
  shared_buffers: "64MB",
  max_connections: "60",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  effective_cache_size: "512MB",
  random_page_cost: "1.1",
  synchronous_commit: "on",
  fsync: "on",
  full_page_writes: "on",
  // Nothing replicates from the embedded server, and `minimal` halves the writing when data is loaded in bulk.
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "512MB",
  min_wal_size: "80MB",
  jit: "off",
  autovacuum: "on",
  autovacuum_max_workers: "2",
  max_worker_processes: "4",
  max_parallel_workers: "2",
  max_logical_replication_workers: "0",
  // The other methods keep extra processes around that a small database never uses.
  io_method: "sync",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
};

/** What the supervisor stands on: reads of the log, a private endpoint, and no statement or value in the log. */
const fixed = (endpoint: Endpoint): Record<string, string> => ({
  listen_addresses: endpoint.socketFolder ? "" : "127.0.0.1",
  unix_socket_directories: endpoint.socketFolder?.server ?? "",
  unix_socket_permissions: "0700",
  port: String(endpoint.port),
  password_encryption: "scram-sha-256",
  lc_messages: "C",
  log_destination: "stderr",
  logging_collector: "off",
  log_line_prefix: "",
  log_min_messages: "warning",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
});

export function settingArguments(endpoint: Endpoint, overrides: Record<string, string> = {}) {
  const all = { ...defaults, ...overrides, ...fixed(endpoint) };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
