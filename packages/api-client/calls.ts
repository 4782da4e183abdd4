import type { components, paths } from "./schema.gen.ts";

/** The things of the contract by their names: `Schemas["Post"]`. */
export type Schemas = components["schemas"];

export type Method = "get" | "post" | "put" | "patch" | "delete";

type Root = "/api/v1";
type Operation<M extends Method, P extends string> = `${Root}${P}` extends keyof paths
  ? NonNullable<paths[`${Root}${P}`][M]>
  : never;

/** The paths that a method is known for, as the contract writes them: `/posts/{id}`. */
export type Path<M extends Method> = {
  [P in keyof paths]: P extends `${Root}${infer Short}`
    ? [NonNullable<paths[P][M]>] extends [never]
      ? never
      : Short
    : never;
}[keyof paths];

type IsOptional<T, K extends keyof T> = object extends Pick<T, K> ? true : false;

type PathNames<O> = O extends { parameters: { path: infer Names } } ? Names : unknown;

/** What may be left out may also be null: it is not sent. */
type Query<O> = O extends { parameters: { query?: infer Names } }
  ? [NonNullable<Names>] extends [never]
    ? unknown
    : {
        [K in keyof NonNullable<Names>]:
          | NonNullable<Names>[K]
          | (IsOptional<NonNullable<Names>, K> extends true ? null | undefined : never);
      }
  : unknown;

type Body<O> = O extends { requestBody?: { content: { "application/json": infer Json } } } ? Json : unknown;

/** What a call takes: the names in its path, its query and the fields of its body, side by side; or the form of an upload. */
export type Input<M extends Method, P extends string> =
  Operation<M, P> extends { requestBody: { content: { "multipart/form-data": unknown } } }
    ? FormData
    : PathNames<Operation<M, P>> & Query<Operation<M, P>> & Body<Operation<M, P>>;

type Content<Responses, Status extends number> = Status extends keyof Responses
  ? Responses[Status] extends { content: infer Types }
    ? [Types] extends [never]
      ? never
      : Types[keyof Types]
    : never
  : never;

/** What a call is answered with; nothing where the contract says 204. */
export type Answer<M extends Method, P extends string> =
  Operation<M, P> extends { responses: infer Responses }
    ? [Content<Responses, 200 | 201 | 202>] extends [never]
      ? undefined
      : Content<Responses, 200 | 201 | 202>
    : never;

/** A call that needs nothing may be made without an input. */
export type Arguments<M extends Method, P extends string> =
  object extends Input<M, P> ? [input?: Input<M, P>] : [input: Input<M, P>];
