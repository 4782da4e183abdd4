import type { Page } from "playwright-core";
import { call, joins, type Person } from "./people.ts";

export type Chat = { id: string; status: string; lastSeq: number; unread: number };
export type Message = { seq: number; text: string; clientId: string };

let count = 0;

/** A member whom anybody may write to. */
export async function joinsOpenly(name: string): Promise<Person> {
  const person = await joins(name);
  await call(person, "PATCH", "/me", { settings: { directChats: "everyone" } });
  return person;
}

/** A chat of two that has begun. */
export const begins = (person: Person, other: Person, text = "안녕하세요") =>
  call<Chat>(person, "POST", "/chats", { with: other.handle, text, clientId: `first-${++count}` });

export const says = (person: Person, chat: Chat, text: string, more: object = {}) =>
  call<Message>(person, "POST", `/chats/${chat.id}/messages`, { text, clientId: `said-${++count}`, ...more });

export const saidIn = async (person: Person, chat: Chat, at = "") =>
  (await call<{ items: Message[] }>(person, "GET", `/chats/${chat.id}/messages?limit=50${at}`)).items;

export const bubble = (page: Page, text: string | RegExp) =>
  page.locator("[data-message]").filter({ hasText: text });

export const field = (page: Page) => page.getByRole("textbox", { name: "메시지", exact: true });

export async function writes(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await page.keyboard.press("Enter");
}

/** Opens what can be done with a message, and does it. */
export async function does(
  page: Page,
  text: string | RegExp,
  what: string,
  role: "menuitem" | "menuitemcheckbox" = "menuitem",
): Promise<void> {
  const one = bubble(page, text);
  await one.hover();
  await one.getByRole("button", { name: /할 수 있는 일$/ }).click();
  await page.getByRole(role, { name: what, exact: true }).click();
}
