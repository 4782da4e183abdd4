/** What the demo's people say to each other. */
export interface DemoChat {
  kind: "direct" | "coffee" | "group";
  name?: string;
  /** The title of the project that a coffee chat is about. */
  project?: string;
  /** Handles; whoever has asked for it first. */
  people: readonly string[];
  askedMinutesAgo: number;
  turns?: readonly {
    status: "running" | "declined" | "stopped";
    by: string;
    after: number;
    minutesAgo: number;
  }[];
  /** Who, how many minutes ago, what, and a picture of theirs. */
  messages: readonly (readonly [by: string, minutesAgo: number, text: string, picture?: string])[];
  /** Up to which message; all of it unless said. */
  read?: Readonly<Record<string, number>>;
}

const hour = 60;
const day = 24 * hour;

export const demoChats: readonly DemoChat[] = [
  {
    kind: "coffee",
    project: "잔디 정원",
    people: ["haru", "doyun"],
    askedMinutesAgo: 70,
    turns: [{ status: "running", by: "doyun", after: 1, minutesAgo: 34 }],
    messages: [
      ["haru", 70, "안녕하세요, 하루예요. 잔디 정원 위젯을 제 블로그에 달고 싶은데 이야기 나눌 수 있을까요?"],
      ["doyun", 33, "안녕하세요 하루 님! 위젯 이야기 반가웠어요."],
      ["doyun", 33, "혹시 블로그 쪽은 테마 색을 CSS 변수로 내려 주시나요?"],
      ["haru", 31, "네! 토큰이 전부 변수라 --accent만 받아 쓰시면 돼요."],
      ["haru", 30, "나비가 창가에 앉은 날은 자동으로 초록이 짙어져요. 볕 때문이래요 ㅎㅎ", "nabi-window"],
      ["doyun", 6, "오, 고양이까지 물들었네요 ㅎㅎ 위젯은 iframe 말고 웹 컴포넌트로 드릴게요."],
    ],
  },
  {
    kind: "direct",
    people: ["haru", "minji_butler"],
    askedMinutesAgo: 6 * day,
    messages: [
      ["haru", 6 * day, "민지 님, 지난번에 말씀하신 방석 어디서 사셨어요?"],
      [
        "minji_butler",
        6 * day - 12,
        "동네 시장 이불집이요! 고양이 방석이라고 하면 못 알아들으시고 '아기 방석' 하면 주세요",
      ],
      ["haru", 6 * day - 15, "ㅋㅋㅋㅋ 내일 가 볼게요"],
      ["minji_butler", 14, "두부가 새 방석을 하나 더 들였어요. 이번엔 사흘도 안 걸렸어요!"],
      ["minji_butler", 12, "", "dubu-cushion"],
    ],
    read: { haru: 3 },
  },
  {
    kind: "coffee",
    people: ["junho", "haru"],
    askedMinutesAgo: hour,
    messages: [
      [
        "junho",
        hour,
        "하루 님 안녕하세요! 나비일기를 작은 뉴스레터로 묶어 보는 걸 생각하고 있는데, 30분만 이야기 들려주실 수 있을까요?",
      ],
    ],
    read: { haru: 0 },
  },
  {
    kind: "direct",
    people: ["woojin", "haru"],
    askedMinutesAgo: 2 * day,
    messages: [
      [
        "woojin",
        2 * day,
        "어제 추천하신 영화 봤어요. 마지막 장면에서 시계 소리만 남는 거, 일부러 그런 거겠죠?",
      ],
      ["haru", 2 * day - 40, "저도 그게 좋았어요. 음악을 뺀 게 제일 큰 음악 같았달까요"],
      ["woojin", day + 2 * hour, "그 장면은 저도 세 번 돌려 봤어요"],
    ],
  },
  {
    kind: "coffee",
    people: ["seoyeon", "haru"],
    askedMinutesAgo: 16 * day,
    turns: [
      { status: "running", by: "haru", after: 1, minutesAgo: 16 * day - 2 * hour },
      { status: "stopped", by: "seoyeon", after: 4, minutesAgo: 15 * day },
    ],
    messages: [
      [
        "seoyeon",
        16 * day,
        "하루 님, 사진 정리하는 방법 여쭤보고 싶어요. 나비 사진이 몇천 장인데 어떻게 다 찾으세요?",
      ],
      ["haru", 16 * day - 3 * hour, "저는 달마다 열 장만 남겨요. 고르는 게 일기가 되더라고요."],
      ["seoyeon", 15 * day + 60, "열 장! 그 규칙 좋네요. 오늘부터 해 볼게요."],
      ["seoyeon", 15 * day + 2, "좋은 이야기 고마웠어요!"],
    ],
  },
  {
    kind: "group",
    name: "동네 고양이 모임",
    people: ["minji_butler", "haru", "goeun", "doyun", "raon"],
    askedMinutesAgo: 20 * day,
    messages: [
      ["minji_butler", 20 * day, "집사님들 모이세요! 이번 달 모임 날짜 정해요"],
      ["goeun", 20 * day - 9, "저는 토요일이면 언제든 좋아요. 고을이는 상자만 있으면 된대요"],
      ["doyun", 20 * day - 30, "보리는 스탠드업 끝나고 가능하답니다"],
      ["haru", 19 * day, "그럼 토요일 두 시, 볕 잘 드는 우리 집 마루에서 봐요"],
      ["raon", 18 * day, "단풍이 생일 초대장이에요. 그날 케이크도 가져갈게요 🍁"],
    ],
  },
];
