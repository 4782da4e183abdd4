/** How many messages are asked for at once while somebody scrolls. */
export const pageSize = 50;
/** How many of a page that leads to one message come after it. */
export const pageAfter = 25;
