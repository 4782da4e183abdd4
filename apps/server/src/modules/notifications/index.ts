export { createNotifications, type Notifications } from "./notifications.ts";
export type { NotificationSource, Subject, Touched } from "./sources.ts";
