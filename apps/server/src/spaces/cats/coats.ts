import { invalid } from "../../platform/http/problem.ts";

/** Colours by id, with the words by which cats are found. */
export const colours: Record<string, string> = {
  black: "검은색 까만 블랙 black",
  white: "흰색 하얀 화이트 white",
  grey: "회색 그레이 grey gray",
  orange: "치즈 주황색 노란색 orange ginger",
  cream: "크림색 cream",
  brown: "갈색 brown",
  silver: "은색 실버 silver",
  "two-colours": "두 가지 색 바이컬러 bicolour bicolor",
  "three-colours": "삼색이 칼리코 calico",
  tortoiseshell: "카오스 거북무늬 tortoiseshell tortie",
  other: "",
};

export const patterns: Record<string, string> = {
  solid: "단색 solid",
  tabby: "줄무늬 고등어 태비 tabby",
  tuxedo: "턱시도 tuxedo",
  spotted: "점박이 spotted",
  pointed: "포인트 pointed",
  van: "반 van",
  other: "",
};

/** What such cats are called elsewhere. */
const otherNames: Record<string, string> = { bicolour: "two-colours", calico: "three-colours" };

function known(field: string, ids: Record<string, string>, id: string): string {
  if (!Object.hasOwn(ids, id)) throw invalid(field, `is no ${field} that there is`, `unknown-${field}`);
  return id;
}

/** The id of a colour. Throws a 422 for one that there is not. */
export const knownColour = (text: string): string =>
  known("colour", colours, Object.hasOwn(otherNames, text) ? otherNames[text]! : text);
export const knownPattern = (text: string): string => known("pattern", patterns, text);
