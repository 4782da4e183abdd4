let kind: string | undefined;

/** The root layout notes each navigation, so that a list knows whether people came back to it. */
export function noteNavigation(type: string) {
  kind = type;
}

export const cameBack = () => kind === "popstate";
