/** The text of a field; a file in its place, or none, is no text. */
export function textOf(form: FormData, name: string) {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** The texts of all fields of that name, in their order. */
export function allTextsOf(form: FormData, name: string) {
  return form.getAll(name).filter((value) => typeof value === "string");
}

/** The texts of the fields that a form is made of. */
export async function textsOf<Name extends string>(request: Request, ...names: Name[]) {
  const form = await request.formData();
  return Object.fromEntries(names.map((name) => [name, textOf(form, name)])) as Record<Name, string>;
}
