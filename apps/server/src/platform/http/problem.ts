import { type Static, Type } from "typebox";

/** A planned refusal. Everything else that is thrown is a fault of ours: a 500 with the request's id. */
export class Problem extends Error {
  readonly status: number;
  readonly slug: string;
  readonly errors: FieldError[];
  readonly headers: Record<string, string>;
  /** Members of the answer's own, as RFC 9457 has them. */
  readonly extension: Record<string, string>;

  constructor(
    status: number,
    slug: string,
    title: string,
    more: {
      errors?: FieldError[];
      headers?: Record<string, string>;
      extension?: Record<string, string>;
    } = {},
  ) {
    super(title);
    this.status = status;
    this.slug = slug;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
    this.extension = more.extension ?? {};
  }
}

export const FieldError = Type.Object({ field: Type.String(), message: Type.String() });
export type FieldError = Static<typeof FieldError>;

/** RFC 9457 */
export const ProblemBody = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    instance: Type.Optional(Type.String({ description: "The id of the request, for the log." })),
    errors: Type.Optional(Type.Array(FieldError)),
  },
  { $id: "Problem", description: "application/problem+json" },
);
export type ProblemBody = Static<typeof ProblemBody>;

export const notFound = () => new Problem(404, "not-found", "There is nothing here.");
export const signInNeeded = () => new Problem(401, "sign-in-needed", "Sign in to do this.");

export function invalid(field: string, message: string, slug = "invalid"): Problem {
  return new Problem(422, slug, message, { errors: [{ field, message }] });
}

interface FrameworkError {
  statusCode?: number;
  code?: string;
  validation?: { instancePath: string; message?: string; keyword: string; params: Record<string, unknown> }[];
  validationContext?: string;
  message: string;
}

/** The framework's own refusals, by its codes. */
const tooLarge = [413, "too-large", "The request is too large."] as const;
const notJson = [400, "invalid-json", "The body is not valid JSON."] as const;
const refusals: Record<string, readonly [status: number, slug: string, title: string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_REQ_FILE_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    "unsupported-media-type",
    "This content type is not understood here.",
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: notJson,
  FST_ERR_CTP_INVALID_JSON_BODY: notJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: notJson,
};

/** The field that a validation fault names in its parameters. */
function namedBy(params: Record<string, unknown>): string {
  const name = params["missingProperty"] ?? params["additionalProperty"];
  return typeof name === "string" ? name : "";
}

/** The problem that a thrown value becomes; undefined when it is a fault of ours. */
export function toProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const known = error as FrameworkError;
  if (known.validation) {
    if (known.validationContext === "params") return notFound();
    const errors = known.validation.map(({ instancePath, message, keyword, params }) => ({
      field:
        instancePath.slice(1).replaceAll("/", ".") || namedBy(params) || known.validationContext || "body",
      message:
        keyword === "additionalProperties" ? "is not a field of this request" : (message ?? "is not valid"),
    }));
    return new Problem(400, "invalid-request", "The request is not valid.", { errors });
  }
  const refusal = refusals[known.code ?? ""];
  if (refusal) return new Problem(...refusal);
  // A text with a NUL: valid JSON, but nothing that PostgreSQL can keep.
  if (known.code === "22021" || known.code === "22P05")
    return new Problem(400, "invalid-text", "The text has characters that cannot be kept.");
  // A foreign key: what the request is about (or the account that asks) was deleted while it was under way.
  if (known.code === "23503") return notFound();
  // No connection to the database came free in time: more is asked than it can do.
  if (known.message === "timeout exceeded when trying to connect")
    return new Problem(503, "busy", "Too much is going on here just now. Try again in a moment.", {
      headers: { "retry-after": "5" },
    });
  if (known.statusCode && known.statusCode >= 400 && known.statusCode < 500) {
    return new Problem(known.statusCode, "refused", known.message);
  }
  return undefined;
}
