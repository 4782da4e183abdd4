/** Words for the large data set. Believable in passing, not to be read: the demo community has people of flesh and blood. */
const words = (text: string) => text.trim().split(/\s+/);
const lines = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim());

export const familyNames = words("김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권");
export const givenNames = words(
  "민지 도윤 서연 하준 지우 은별 라온 하루 준호 우진 가을 소율 예린 시우 다온 유나 태오 보람 선우 나래",
);
export const handleWords = words("maru cat film code walk book tea rain leaf moon river bread wood star");

interface Language {
  openings: string[];
  /** What happened, with the hashtags that go with it. */
  happenings: string[];
  endings: string[];
}

const korean: Language = {
  openings: lines(`
    오늘 아침,
    퇴근하고 집에 오니
    주말 내내 기다렸더니
    비 오는 창가에 앉아 있는데
    새벽까지 깨어 있었더니
    점심시간에 잠깐 들여다보니
    이사하고 처음으로
    오랜만에 쉬는 날,
    별일 없는 하루였는데`),
  happenings: lines(`
    고양이가 택배 상자를 먼저 차지했어요 #고양이 #집사의하루
    고양이가 새 방석을 드디어 허락했어요 #고양이
    고양이가 무릎에서 한 시간을 잤어요 #고양이 #일상
    고양이가 키보드 위에서 내려오지 않아요 #고양이 #키보드
    미뤄 둔 배포를 드디어 끝냈어요 #사이드프로젝트
    버그 하나를 사흘 만에 잡았어요 #사이드프로젝트 #회고
    다시 본 영화가 전혀 다르게 보였어요 #영화
    마지막 장면이 계속 생각나요 #영화 #일상
    새로 산 원두가 마음에 들었어요 #커피
    화분에 새잎이 났어요 #식물
    스위치를 바꿨더니 손이 가벼워요 #키보드
    처음으로 십 킬로미터를 쉬지 않고 뛰었어요 #달리기
    빵이 생각보다 잘 부풀었어요 #홈베이킹
    읽던 책을 끝까지 다 읽었어요 #책
    동네 책방에 새 책이 잔뜩 들어왔더라고요 #책 #산책
    국물이 진한 국숫집을 찾았어요 #국수`),
  endings: [
    "",
    "이런 날이 더 많았으면 좋겠어요.",
    "혹시 비슷한 경험 있으신가요?",
    "사진은 나중에 올릴게요.",
    "다들 좋은 하루 보내세요.",
  ],
};

const english: Language = {
  openings: lines(`
    After a long week
    This morning
    Late last night
    On a rainy Sunday
    Out of nowhere`),
  happenings: lines(`
    the cat finally accepted the new cushion #cats
    the cat fell asleep on my keyboard #cats #keyboards
    I shipped the thing I had been putting off #sideproject
    the second viewing was better than the first #films
    my sourdough rose for once #baking
    I ran ten kilometres without stopping #running`),
  endings: ["", "Any advice is welcome.", "Small joys.", "Pictures to follow."],
};

/** Every combination within a language: four in five are Korean and more. */
export const largeTexts: string[] = [korean, english].flatMap(({ openings, happenings, endings }) =>
  openings.flatMap((opening) =>
    happenings.flatMap((happening) => {
      const [, what = "", tags = ""] = /^(.*?) (#.*)$/.exec(happening) ?? [];
      return endings.map((ending) => `${opening} ${what}. ${ending} ${tags}`.replace(/\s+/g, " "));
    }),
  ),
);
