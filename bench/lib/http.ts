import type { LoadRequest } from "./load.ts";

/** One request outside a load run. Throws on any answer but a 2xx. */
export async function call(
  port: number,
  { method, path, token, body, type = "application/json" }: LoadRequest,
): Promise<{ text: string; milliseconds: number }> {
  const begun = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": type }),
    },
    ...(body !== undefined && { body: Buffer.from(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
  return { text, milliseconds: performance.now() - begun };
}
