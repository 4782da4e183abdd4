/** Whether the list of shortcuts is shown. */
export const helpOpen = $state({ current: false });
