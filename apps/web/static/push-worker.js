/* Shows what the site pushes, and opens the page that it is about. Loaded only by browsers that were subscribed in the settings. */
const words = {
  ko: { off: "이 기기 알림 끄기" },
  en: { off: "Turn off on this device" },
};
const subscription = "/api/v1/push/subscription";

const send = (method, body) =>
  fetch(subscription, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

async function show({ title, body, url, tag, unread, locale }) {
  if (unread > 0) await navigator.setAppBadge?.(unread).catch(() => {});
  await self.registration.showNotification(title, {
    body,
    tag,
    lang: locale,
    icon: "/favicon.svg",
    data: { url },
    actions: [{ action: "off", title: (words[locale] ?? words.ko).off }],
  });
}

/** Ends it in the browser first: then nothing comes, whatever becomes of the call. */
async function turnOff() {
  const current = await self.registration.pushManager.getSubscription();
  if (!current) return;
  const { endpoint } = current;
  await current.unsubscribe();
  await send("DELETE", { endpoint }).catch(() => {});
}

/** A page of the site that is open already comes to the front. */
async function open(path) {
  const address = new URL(path, self.location.origin);
  if (address.origin !== self.location.origin) return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const [page] = pages;
  if (!page) return void (await self.clients.openWindow(address.href));
  await page.focus();
  await page.navigate(address.href).catch(() => self.clients.openWindow(address.href));
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("push", (event) => {
  const message = event.data?.json();
  if (message) event.waitUntil(show(message));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    event.action === "off" ? turnOff() : open(event.notification.data?.url ?? "/notifications"),
  );
});
self.addEventListener("pushsubscriptionchange", (event) => {
  const options = event.oldSubscription?.options;
  if (!options) return;
  event.waitUntil(
    self.registration.pushManager
      .subscribe(options)
      .then((fresh) => fresh.toJSON())
      .then(({ endpoint, keys }) => send("PUT", { endpoint, keys })),
  );
});
