import { invalid } from "../../platform/http/problem.ts";
import { cleanLine } from "../../modules/people/index.ts";
import type { EditProjectBody } from "./schemas.ts";

/** What a request says of a project besides its text and its pictures, in order. */
export interface ProjectFields {
  title: string;
  summary: string;
  repoUrl: string | null;
  demoUrl: string | null;
  isOpenToChat: boolean;
}

const longestAddress = 500;

/** Throws a 422 that names the field. What the body does not name is left out. */
export function readProject(body: EditProjectBody): Partial<ProjectFields> {
  const { title, summary, repoUrl, demoUrl, openToChat } = body;
  return {
    ...(title !== undefined && { title: cleanLine("title", title, { min: 1, max: 80 }) }),
    ...(summary !== undefined && { summary: cleanLine("summary", summary, { min: 1, max: 160 }) }),
    ...(repoUrl !== undefined && { repoUrl: readAddress("repoUrl", repoUrl) }),
    ...(demoUrl !== undefined && { demoUrl: readAddress("demoUrl", demoUrl) }),
    ...(openToChat !== undefined && { isOpenToChat: openToChat }),
  };
}

/** Only what a browser opens as a page; no address carries a password. An empty one is none. */
function readAddress(field: string, given: string | null): string | null {
  if (given === null || given.trim() === "") return null;
  const text = given.trim();
  if (/\s/u.test(text)) throw invalid(field, "must not have spaces in it", "invalid-address");
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol) || address.username !== "" || address.password !== "")
    throw invalid(field, "must be an http or https address", "invalid-address");
  if (address.href.length > longestAddress)
    throw invalid(field, `must have ${longestAddress} characters at the most`, "invalid-address");
  return address.href;
}
