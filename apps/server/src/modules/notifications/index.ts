export { createNotifications, type Notifications } from "./notifications.ts";
export type { PushPayload } from "./pusher.ts";
export type { NotificationSource, Subject, Touched } from "./sources.ts";
