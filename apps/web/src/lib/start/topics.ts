import type { IconName } from "#lib/ui/icon-names.ts";

/** How the topics of the API look here; those it may add later are a spark. */
export function topicLook(id: string): { icon: IconName; space?: "cat" | "proj" | "film" } {
  const looks: Record<string, { icon: IconName; space?: "cat" | "proj" | "film" }> = {
    cats: { icon: "cat", space: "cat" },
    projects: { icon: "code", space: "proj" },
    films: { icon: "ticket", space: "film" },
    food: { icon: "cup" },
    days: { icon: "sun" },
    rooms: { icon: "plant" },
  };
  return (Object.hasOwn(looks, id) ? looks[id] : undefined) ?? { icon: "spark" };
}
