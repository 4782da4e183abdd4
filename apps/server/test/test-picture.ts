import type { Person, TestServer } from "./test-server.ts";

/** The id of a picture of a person's, without a file behind it. */
export async function givenPicture(server: TestServer, owner: Person): Promise<string> {
  const variants = JSON.stringify([{ url: "/media/a.jpg", width: 10, height: 10, type: "image/jpeg" }]);
  const { rows } = await server.maru.platform.pool.query<{ id: number }>(
    `insert into media (owner_id, hash, width, height, bytes, placeholder, variants, alt)
     values ($1, 'hash', 10, 10, 10, '', $2, 'a cat') returning id`,
    [owner.id, variants],
  );
  return String(rows[0]!.id);
}
