import type { RequestEvent } from "@sveltejs/kit";
import type { Input } from "@maru/api-client";
import { createApi } from "#lib/api/client.ts";
import type { Account } from "#lib/api/types.ts";

const year = 60 * 60 * 24 * 365;

/** The API as the person who has just come in: the request itself still carries no session. */
function apiOfNewcomer({ cookies, fetch }: RequestEvent) {
  return createApi((input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("authorization", `Bearer ${cookies.get("maru_session") ?? ""}`);
    return fetch(input, { ...init, headers });
  });
}

/** Opens a session; its cookie goes out with this answer. What the person chose elsewhere holds here too, unless this device has its own choice. */
export async function enter(event: RequestEvent, login: string, password: string): Promise<Account> {
  const { cookies, locals } = event;
  const { account } = await locals.api.post("/sessions", { login, password });
  const me = await apiOfNewcomer(event)
    .get("/me")
    .catch(() => undefined);
  const { locale, theme } = me?.settings ?? {};
  const chosen = { maru_locale: locale, maru_theme: theme === "system" ? "auto" : theme };
  for (const [name, value] of Object.entries(chosen)) {
    if (value && !cookies.get(name))
      cookies.set(name, value, {
        path: "/",
        maxAge: year,
        secure: locals.origin.startsWith("https:"),
        httpOnly: false,
      });
  }
  return account;
}

/** Makes an account and opens its first session. The language of this page becomes the language of its mail. */
export async function join(event: RequestEvent, person: Input<"post", "/accounts">): Promise<Account> {
  const { account } = await event.locals.api.post("/accounts", person);
  await apiOfNewcomer(event)
    .patch("/me", { settings: { locale: event.locals.locale } })
    .catch(() => undefined);
  return account;
}
