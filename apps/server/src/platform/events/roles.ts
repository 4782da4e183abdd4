/** What one process of a site does. */
export interface Roles {
  /** Pages, the API, sockets and housekeeping. */
  web: boolean;
  /** Carries events from the table to the broker. */
  relay: boolean;
  /** Names of consumers. */
  consumers: string[];
  /** Names of what it does for the other processes, when asked. */
  services: string[];
}

const consumerRole = "consumer:";

/** Throws, in words for the operator, when there is no such role or when it needs a setting that is missing. */
export function readRoles(
  roles: readonly string[],
  there: { consumers: readonly string[]; services: readonly string[] },
  has: { broker: boolean; database: boolean },
): Roles {
  if (roles.includes("all")) {
    if (roles.length > 1) throw new Error("MARU_ROLES: all stands alone.");
    return { web: true, relay: has.broker, consumers: [...there.consumers], services: [] };
  }
  const read: Roles = { web: false, relay: false, consumers: [], services: [] };
  for (const role of new Set(roles)) {
    const name = role.startsWith(consumerRole) ? role.slice(consumerRole.length) : undefined;
    if (role === "web") read.web = true;
    else if (role === "relay") read.relay = true;
    else if (there.services.includes(role)) read.services.push(role);
    else if (name !== undefined && there.consumers.includes(name)) read.consumers.push(name);
    else {
      const known = [
        "all",
        "web",
        "relay",
        ...there.services,
        ...there.consumers.map((one) => consumerRole + one),
      ];
      throw new Error(`MARU_ROLES: there is no role ${role}; there are: ${known.join(", ")}.`);
    }
  }
  if (read.relay && !has.broker) throw new Error("MARU_ROLES: relay needs MARU_BROKER_URL.");
  if (!has.database)
    throw new Error("MARU_ROLES: a site of several processes needs a database of its own, DATABASE_URL.");
  return read;
}
