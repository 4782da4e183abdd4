const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** True when a browser sent this from another site; the host decides, as the scheme ends at the proxy. */
export function isForged(request: Request) {
  if (!unsafe.has(request.method)) return false;
  const site = request.headers.get("sec-fetch-site");
  if (site) return site !== "same-origin";
  const origin = request.headers.get("origin");
  if (!origin || !URL.canParse(origin)) return true;
  return new URL(origin).host !== request.headers.get("host");
}
