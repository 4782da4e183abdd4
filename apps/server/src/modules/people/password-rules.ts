import { invalid } from "../../platform/http/problem.ts";

/** What is tried first by everybody who guesses; those of 8 characters and more, in lower case. */
const common = new Set(
  `12345678 123456789 1234567890 12345678910 123123123 11223344 87654321 987654321 0987654321 147258369 123456789a a123456789
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx qwer1234 qwerty12 qwerty123 qwerty1234 qwertyui qwertyuiop asdfghjk asdfghjkl zxcvbnm1 asdf1234 abcd1234
  abcdefgh abc12345 abc123456 aa123456 a1b2c3d4 q1w2e3r4 zaq12wsx password password1 password12 password123 password1234 passw0rd p@ssw0rd
  p@ssword pa$$word iloveyou iloveyou1 sunshine princess football baseball superman starwars computer internet whatever trustno1 welcome1
  welcome123 letmein1 letmein123 michelle jennifer charlie1 dragon123 monkey123 master123 admin123 admin1234 administrator changeme
  changeme123 default1 secret123 testtest test1234 test12345 samsung1 naver123 kakao123 korea123 dkssud12 tkfkdgo1
  hello123 football1 liverpool chelsea1 arsenal1 pokemon1 nintendo minecraft blink182 google123 facebook linkedin login123`
    .toLowerCase()
    .split(/\s+/),
);

/** Whether every character is the one before it, or its neighbour: aaaaaaaa, 23456789, hgfedcba. */
function isRun(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0)!);
  const steps = codes.slice(1).map((code, index) => code - codes[index]!);
  return (
    steps.every((step) => step === 0) ||
    steps.every((step) => step === 1) ||
    steps.every((step) => step === -1)
  );
}

/** Refuses what is guessed within the first tries; the meter in the web app asks for more than this floor. */
export function requireStrength(
  field: string,
  password: string,
  owner: { handle: string; email: string },
): void {
  const weak = (message: string) => invalid(field, message, "weak-password");
  const lower = password.normalize("NFC").toLowerCase();
  const named = [owner.handle, owner.email, owner.email.split("@")[0]!];
  if ([...password.normalize("NFC")].length < 8) throw weak("must have 8 characters or more");
  if (named.includes(lower)) throw weak("must not be the handle or the e-mail address");
  if (common.has(lower) || isRun(lower) || new Set(lower).size < 3)
    throw weak("is one of the first that anybody would guess");
}
