import { type Static, type TSchema, Type } from "typebox";
import { notFound } from "./problem.ts";

/** Refers to a schema that has an `$id` and was added to the app, so that it stands once in the contract. */
export function Ref<S extends TSchema>(schema: S) {
  return Type.Unsafe<Static<S>>({ $ref: `${(schema as { $id?: string }).$id}#` });
}

export function Nullable<S extends TSchema>(schema: S) {
  return Type.Unsafe<Static<S> | null>({ anyOf: [schema, { type: "null" }] });
}

export function Choice<const V extends string[]>(...values: V) {
  return Type.Unsafe<V[number]>({ type: "string", enum: values });
}

export const IdText = Type.String({
  description: "A 64-bit, time-ordered id.",
  pattern: "^[1-9][0-9]{0,15}$",
});

/** The id that a path or body names. Anything that cannot be one is a thing that does not exist. */
export function toId(text: string): number {
  const id = Number(text);
  if (!Number.isSafeInteger(id)) throw notFound();
  return id;
}

export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
};

export function PageOf<S extends TSchema>(item: S) {
  return Type.Object({ items: Type.Array(item), nextCursor: Nullable(Type.String()) });
}

export const IdParams = Type.Object({ id: IdText });
export const HandleText = Type.String({ pattern: "^[A-Za-z0-9_]{2,30}$" });
export const HandleParams = Type.Object({ handle: HandleText });
