import { api } from "#lib/api/browser.ts";

/** `checking` until the browser has answered; `unsupported`, `insecure` and `blocked` are for its owner to change. */
export type PushState = "checking" | "unsupported" | "insecure" | "blocked" | "on" | "off";

const worker = "/push-worker.js";

function bytesOf(base64url: string) {
  const text = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Web Push in this browser: whether it is on, and the switch. */
export function createPush() {
  let state = $state<PushState>("checking");
  let busy = $state(false);
  let failed = $state(false);

  async function current() {
    const registration = await navigator.serviceWorker.getRegistration(worker);
    return (await registration?.pushManager.getSubscription()) ?? null;
  }

  async function send(subscription: PushSubscription) {
    const { endpoint = "", keys = {} } = subscription.toJSON();
    const { p256dh = "", auth = "" } = keys;
    await api.put("/push/subscription", { endpoint, keys: { p256dh, auth } });
  }

  async function look() {
    if (!window.isSecureContext) return void (state = "insecure");
    if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window))
      return void (state = "unsupported");
    if (Notification.permission === "denied") return void (state = "blocked");
    const subscription = await current().catch(() => null);
    // The site forgets a browser when its person signs out: it is told again.
    const known = subscription
      ? await send(subscription).then(
          () => true,
          () => false,
        )
      : false;
    state = known ? "on" : "off";
  }

  async function turnOn() {
    if ((await Notification.requestPermission()) !== "granted") {
      state = Notification.permission === "denied" ? "blocked" : "off";
      return;
    }
    await navigator.serviceWorker.register(worker);
    const registration = await navigator.serviceWorker.ready;
    const { key } = await api.get("/push/key");
    const applicationServerKey = bytesOf(key);
    const subscribe = () =>
      registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    // One that was made with another key of the site is of no use any more.
    const subscription = await subscribe().catch(async () => {
      await (await current())?.unsubscribe();
      return subscribe();
    });
    await send(subscription);
    state = "on";
  }

  async function turnOff() {
    const subscription = await current();
    if (subscription) {
      await subscription.unsubscribe();
      await api.delete("/push/subscription", { endpoint: subscription.endpoint });
    }
    state = "off";
  }

  async function turn(on: boolean) {
    busy = true;
    failed = false;
    try {
      await (on ? turnOn() : turnOff());
    } catch {
      failed = true;
      await look();
    } finally {
      busy = false;
    }
  }

  return {
    get state() {
      return state;
    },
    get busy() {
      return busy;
    },
    get failed() {
      return failed;
    },
    look,
    turn,
  };
}
