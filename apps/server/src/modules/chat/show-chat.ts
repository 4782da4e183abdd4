import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import { notFound } from "../../platform/http/problem.ts";
import { findChat } from "./chat-list-queries.ts";
import type { ChatDeps } from "./deps.ts";
import type { Chat } from "./schemas.ts";

/** A chat as `me` sees it; 404 for whoever is not in it. */
export async function showChat({ presenter }: ChatDeps, db: Db | Tx, chatId: Id, me: Id): Promise<Chat> {
  const row = await findChat(db, chatId, me);
  if (!row) throw notFound();
  return (await presenter.chats([row], me))[0]!;
}
