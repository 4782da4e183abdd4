import { posterArt } from "../posters.ts";
import { poster } from "./poster.ts";
import { disc, paper } from "./shapes.ts";

const cream = "#fff6e6";

const kimbap = () =>
  paper("#f0dfc4") +
  (
    [
      [80, 90, 58],
      [210, 130, 66],
      [100, 230, 62],
      [236, 268, 44],
    ] as const
  )
    .map(
      ([x, y, r]) =>
        disc(x, y, r, "#2d3a2f") +
        disc(x, y, r - 8, "#fffaf0") +
        disc(x - r * 0.18, y - r * 0.12, r * 0.24, "#f0b63f") +
        disc(x + r * 0.22, y - r * 0.1, r * 0.2, "#d9663d") +
        disc(x, y + r * 0.26, r * 0.24, "#6f9a4f"),
    )
    .join("");

/** The films that people of the demo talk about, whose pictures are in their posts, too. */
export const known = {
  laundry: poster(
    "달빛/세탁소",
    "Moonlight Laundry",
    "한서림 감독 작품",
    "low",
    { ink: cream, shade: 0.42, y: 414, size: 42 },
    () => posterArt.laundry,
  ),
  train: poster(
    "마지막/완행열차",
    "The Last Slow Train",
    "그해 가을, 종점까지",
    "low",
    { ink: cream, shade: 0.42 },
    () => posterArt.slowTrain,
  ),
  salt: poster(
    "소금 항구",
    "Salt Harbour",
    "윤달 감독 작품",
    "low",
    { ink: cream, shade: 0.42 },
    () => posterArt.saltHarbour,
  ),
  whale: poster(
    "옥상 위의/고래",
    "A Whale on the Roof",
    "당신의 옥상에도 무언가 산다",
    "low",
    { ink: cream, shade: 0.42, y: 414, size: 42 },
    () => posterArt.whale,
  ),
  radio: poster(
    "여름 끝,/라디오",
    "Radio, Summer's End",
    "주파수 너머의 너에게",
    "low",
    { ink: "#fffaf0", shade: 0.46 },
    () => posterArt.radio,
  ),
  shadow: poster(
    "그림자 극단",
    "The Shadow Troupe",
    "막이 오르면 아무도 믿지 마라",
    "low",
    { ink: cream, y: 416, size: 42 },
    () => posterArt.shadowTroupe,
  ),
  cat: poster(
    "고양이는/알고 있다",
    "The Cat Knows",
    "이 동네의 모든 비밀",
    "low",
    { ink: cream, shade: 0.42 },
    () => posterArt.knowingCat,
  ),
  bus: poster(
    "좀비/마을버스",
    "Zombie Town Bus",
    "내리실 문은 없습니다",
    "low",
    { ink: cream, shade: 0.42 },
    () => posterArt.zombieBus,
  ),
  snow: poster(
    "삼백 번째 첫눈",
    "The Three Hundredth First Snow",
    "다시, 그 겨울로",
    "low",
    { ink: "#34434d", y: 408, size: 40 },
    () => posterArt.snowAgain,
  ),
  orbit: poster(
    "궤도의 끝",
    "End of Orbit",
    "지구까지, 팔 분",
    "low",
    { ink: "#fdf0d2", shade: 0.5, size: 48 },
    () => posterArt.astronaut,
  ),
  umbrella: poster(
    "우산은/하나",
    "One Umbrella",
    "서이안 감독 작품",
    "low",
    { ink: cream, shade: 0.5 },
    () => posterArt.umbrella,
  ),
  detective: poster(
    "모자 쓴/탐정",
    "The Detective in the Hat",
    "범인은 이 포스터에 있다",
    "low",
    { ink: cream, shade: 0.5 },
    () => posterArt.detective,
  ),
  kimbap: poster(
    "회장님의/김밥",
    "The Chairman's Kimbap",
    "한 줄에 담은 인생",
    "low",
    { ink: "#fff", shade: 0.5 },
    kimbap,
  ),
};
