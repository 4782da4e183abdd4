import { origin } from "./site.ts";

export type Person = { handle: string; name: string; token: string };

/** What everybody uses here. */
export const password = "persimmon-lattice-82-floor";

let count = 0;

/** The API as another program would use it. Throws what a refusal says. */
export async function call<T>(
  person: Person | null,
  method: string,
  path: string,
  body?: object,
): Promise<T> {
  const response = await fetch(`${origin()}/api/v1${path}`, {
    method,
    headers: {
      ...(body ? { "content-type": "application/json" } : {}),
      ...(person ? { authorization: `Bearer ${person.token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A new member with a handle of their own. */
export async function joins(name: string): Promise<Person> {
  const handle = `member_${Date.now().toString(36)}_${++count}`;
  const { token } = await call<{ token: string }>(null, "POST", "/accounts", {
    handle,
    displayName: name,
    email: `${handle}@maru.example`,
    password,
  });
  return { handle, name, token };
}

export async function posts(person: Person, text: string) {
  return call<{ id: string }>(person, "POST", "/posts", { text });
}
