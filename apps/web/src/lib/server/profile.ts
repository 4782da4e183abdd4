import { redirect } from "@sveltejs/kit";
import type { Account } from "#lib/api/types.ts";
import { loaded } from "./answers.ts";

/** The account of a page under `/@handle`. Other spellings of the handle lead to the one that counts. */
export async function profileOf(locals: App.Locals, handle: string, url: URL): Promise<Account> {
  const account = await loaded(locals.api.get("/accounts/{handle}", { handle }));
  if (account.handle !== handle)
    redirect(308, url.pathname.replace(`/@${encodeURIComponent(handle)}`, `/@${account.handle}`));
  return account;
}

/** Whether posts and lists of this account are for the reader; the API decides, this only spares asking in vain. */
export function isOpenTo(account: Account, { me }: App.Locals): boolean {
  if (account.relationship?.blocking) return false;
  return !account.isPrivate || me?.account.id === account.id || (account.relationship?.following ?? false);
}
