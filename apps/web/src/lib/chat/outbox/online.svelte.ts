import { createSubscriber } from "svelte/reactivity";

const subscribe = createSubscriber((update) => {
  addEventListener("online", update);
  addEventListener("offline", update);
  return () => {
    removeEventListener("online", update);
    removeEventListener("offline", update);
  };
});

/** Whether the device has a connection, as far as it knows. */
export function isOnline() {
  subscribe();
  return navigator.onLine;
}
