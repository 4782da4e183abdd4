/** Words for the large data set. Believable in passing, not to be read: the demo community has people of flesh and blood. */
export const familyNames = [
  "김",
  "이",
  "박",
  "최",
  "정",
  "강",
  "조",
  "윤",
  "장",
  "임",
  "한",
  "오",
  "서",
  "신",
  "권",
];
export const givenNames = [
  "민지",
  "도윤",
  "서연",
  "하준",
  "지우",
  "은별",
  "라온",
  "하루",
  "준호",
  "우진",
  "가을",
  "소율",
  "예린",
  "시우",
  "다온",
  "유나",
  "태오",
  "보람",
  "선우",
  "나래",
];
export const handleWords = [
  "maru",
  "cat",
  "film",
  "code",
  "walk",
  "book",
  "tea",
  "rain",
  "leaf",
  "moon",
  "river",
  "bread",
  "wood",
  "star",
];

const openings = [
  "오늘 아침 산책길에서",
  "퇴근하고 나서",
  "주말 내내",
  "비 오는 창가에서",
  "새벽까지 붙잡고 있던",
  "동네 책방에서",
  "점심시간에 잠깐",
  "이사하고 처음으로",
  "After a long week",
  "This morning",
  "On the late bus home",
];
const middles = [
  "고양이가 택배 상자를 먼저 차지했어요",
  "미뤄 둔 배포를 드디어 끝냈어요",
  "다시 본 영화가 전혀 다르게 보였어요",
  "새로 산 원두가 마음에 들었어요",
  "화분에 새잎이 났어요",
  "키보드 스위치를 바꿨더니 손이 가벼워요",
  "처음으로 십 킬로미터를 쉬지 않고 뛰었어요",
  "빵이 생각보다 잘 부풀었어요",
  "the cat finally accepted the new cushion",
  "I shipped the thing I had been putting off",
  "the second viewing was better than the first",
];
const endings = [
  "",
  "이런 날이 더 많았으면 좋겠어요.",
  "혹시 비슷한 경험 있으신가요?",
  "사진은 나중에 올릴게요.",
  "다들 좋은 하루 보내세요.",
  "조언 부탁드려요.",
  "Any advice is welcome.",
];
const tags = [
  "#고양이",
  "#집사의하루",
  "#사이드프로젝트",
  "#영화",
  "#커피",
  "#식물",
  "#키보드",
  "#러닝",
  "#베이킹",
  "#책",
  "#일상",
  "#산책",
  "#cats",
  "#films",
];

/** Every combination, with a hashtag or two. */
export const largeTexts: string[] = openings.flatMap((opening, a) =>
  middles.flatMap((middle, b) =>
    endings.map((ending, c) => {
      const first = tags[(a + b * 3 + c) % tags.length]!;
      const second = (a + b + c) % 3 === 0 ? ` ${tags[(a * 5 + b + 7) % tags.length]}` : "";
      return `${opening} ${middle}. ${ending} ${first}${second === ` ${first}` ? "" : second}`.replace(
        /\s+/g,
        " ",
      );
    }),
  ),
);
