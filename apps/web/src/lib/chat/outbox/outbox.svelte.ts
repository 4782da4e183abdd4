import { goto } from "$app/navigation";
import { onSocket } from "#lib/live/socket.ts";
import { keepUnsentMark } from "#lib/live/unsent-mark.ts";
import { m } from "#lib/paraglide/messages.js";
import { showToast } from "#lib/ui/toasts.svelte.ts";
import type { Message } from "../types.ts";
import { deliver } from "./deliver.ts";
import type { Outgoing } from "./item.ts";
import { createSender } from "./sender.ts";
import { openStore } from "./store.ts";
import { isRefusal } from "./wait.ts";

type Heard = (message: Message) => void;

// Of the page, and set in the browser only: one outbox, whichever threads come and go.
let items = $state.raw<readonly Outgoing[]>([]);
let progress = $state.raw<Readonly<Record<string, number>>>({});
let opening: ReturnType<typeof open> | undefined;
const hearers = new Set<Heard>();

/** Where the browser has no locks, two pages may both send: the client's id makes that harmless. */
async function alone(name: string, run: () => Promise<void>) {
  if (!navigator.locks) return run();
  return navigator.locks.request(name, run);
}

/** Said wherever one is; in its thread the message itself says more. */
function tellRefused({ chatId }: Outgoing) {
  const address = `/chat/${chatId}`;
  if (location.pathname === address) return;
  showToast(m.chat_one_not_sent(), { action: { label: m.chat_see(), run: () => void goto(address) } });
}

async function open(accountId: string) {
  const store = await openStore();
  const others = new BroadcastChannel("maru-outbox");

  async function show() {
    const all = await store.all();
    keepUnsentMark(all.some(({ state }) => state === "waiting"));
    items = all.filter((item) => item.accountId === accountId);
  }
  async function changed() {
    await show();
    others.postMessage("changed");
  }
  others.onmessage = () => void show();

  const sender = createSender({
    store,
    accountId,
    alone,
    onchange: changed,
    onsent(message) {
      for (const hear of hearers) hear(message);
    },
    async deliver(item) {
      const { clientId } = item;
      try {
        return await deliver(item, {
          onprogress: (share) => (progress = { ...progress, [clientId]: share }),
          onuploaded: (photos) => store.change(clientId, { photos }),
        });
      } catch (problem) {
        if (isRefusal(problem)) tellRefused(item);
        throw problem;
      } finally {
        const { [clientId]: _, ...rest } = progress;
        progress = rest;
      }
    },
  });
  const wake = () => void sender.wake();
  onSocket({ connected: wake });
  addEventListener("online", wake);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake());
  await show();
  wake();
  return { store, changed, wake };
}

/** Takes up what was left unsent; repeat-safe. */
export function startOutbox(accountId: string) {
  return (opening ??= open(accountId));
}

/** Keeps a message on this device and sends it as soon as that can be. */
export async function sendLater(item: Outgoing) {
  // Shown before anything is written.
  items = [...items, item];
  const { store, changed, wake } = await startOutbox(item.accountId);
  await store.add(item);
  await changed();
  wake();
}

export async function sendAgain(item: Outgoing) {
  const { store, changed, wake } = await startOutbox(item.accountId);
  // Photos that were up may be what was refused: they are sent anew.
  const photos = item.photos.map((photo) => ({ ...photo, media: null }));
  await store.change(item.clientId, { state: "waiting", reason: null, photos });
  await changed();
  wake();
}

export async function dropUnsent(item: Outgoing) {
  const { store, changed } = await startOutbox(item.accountId);
  await store.remove(item.clientId);
  await changed();
}

export const outgoingOf = (chatId: string) => items.filter((item) => item.chatId === chatId);

/** How far its photos are, 0 to 1; undefined while they are not on their way. */
export const progressOf = (clientId: string) => progress[clientId];

/** Hears of each message that arrives from here, before it leaves the outbox. */
export function onSent(hear: Heard) {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}
