import { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** What is guessed first here, besides the patterns that the estimator knows: rows of both keyboards and warm words. */
const guessedFirst = [
  ..."password qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm 1q2w3e4r iloveyou letmein welcome admin".split(
    " ",
  ),
  ..."maru 마루 비밀번호 사랑해 안녕하세요 고양이 dkssud tkfkdgo rhdiddl qlalfqjsgh dkssudgktpdy naver kakao".split(
    " ",
  ),
];

const estimator = new ZxcvbnFactory({ dictionary: { first: guessedFirst } });

/** 0 is guessed at once, 4 holds for centuries. What is known of the person counts as guessed. */
export function strengthOf(password: string, known: string[]) {
  return estimator.check(password.slice(0, 100), known.filter(Boolean)).score;
}
