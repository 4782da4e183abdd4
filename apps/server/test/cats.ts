import type { Person, TestServer } from "./test-server.ts";

/** A cat as the API shows it, as far as tests look at it. */
export interface CatJson {
  id: string;
  name: string;
  breed: { id: string } | null;
  people: { handle: string }[];
  counts: { posts: number; photos: number; followers: number };
  photo: { id: string } | null;
  age: { years: number; months: number } | null;
  viewer: { following: boolean; isMine: boolean; invited: boolean } | null;
}

export const anyCat = {
  name: "두부",
  breed: "korean-shorthair",
  birthday: "2021-12-03",
  sex: "male",
  neutered: true,
  colour: "white",
  pattern: "solid",
  personality: "느긋함",
  story: "방석은 사흘 써 보고 고른다.",
};

/** A cat of somebody. */
export async function givenCat(
  { as }: Pick<TestServer, "as">,
  person: Person,
  more: object = {},
): Promise<CatJson> {
  const answer = await as(person).post("/cats", { ...anyCat, ...more });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<CatJson>();
}
