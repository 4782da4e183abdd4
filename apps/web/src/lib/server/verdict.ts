import type { Input } from "@maru/api-client";
import { textsOf } from "#lib/server/form.ts";

const dayMs = 86_400_000;
/** How long limits and suspensions last, as the form says it. */
const days: Record<string, number> = { day: 1, week: 7, month: 30 };
const actions = ["none", "warn", "hide", "limit", "suspend"] as const;

type Verdict = Omit<Input<"post", "/moderation/reports/{id}/decision">, "id">;

/** What a decision's form says, and what it is about; undefined when it says nothing that can be done. */
export async function readVerdict(request: Request): Promise<{ id: string; verdict: Verdict } | undefined> {
  const { id, action: said, reason, until } = await textsOf(request, "id", "action", "reason", "until");
  const action = actions.find((one) => one === said);
  if (!action) return undefined;
  const length = action === "limit" || action === "suspend" ? days[until] : undefined;
  return {
    id,
    verdict: {
      action,
      ...(action !== "none" && { reason }),
      ...(length !== undefined && { until: new Date(Date.now() + length * dayMs).toISOString() }),
    },
  };
}
