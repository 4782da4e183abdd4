import pg from "pg";

/** A connection of its own, without the limits of time that the site's have. What becomes of it is told by what it is asked next. */
export async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    application_name: "maru backup",
  });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Ends a connection, also one in the middle of a COPY. */
export function hangUp(client: pg.Client): void {
  client.end().catch(() => {});
}
