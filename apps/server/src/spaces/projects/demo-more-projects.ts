import type { DemoProject } from "./demo-project.ts";

export const moreProjects: readonly DemoProject[] = [
  {
    by: "dokyung",
    title: "별줍냥",
    summary: "픽셀 고양이가 별을 주워요. 주울 때마다 소리가 반음씩 올라갑니다.",
    stack: ["Rust", "Bevy", "WebAssembly"],
    pictures: ["pixel-game"],
    demoUrl: "https://stars.example.com/",
    daysAgo: 22,
    views: 31,
    liked: 0.65,
    kept: 0.25,
    text: `고양이가 별을 줍습니다. **끝입니다.**

그런데 별을 주울 때마다 소리가 반음씩 올라가고, 열두 개째에 해결됩니다. 그걸 만드는 데 2주 걸렸어요.

### 조작

| 키 | 하는 일 |
| --- | --- |
| ← → | 걷기 |
| 스페이스 | 뛰기 |
| 가만히 | 식빵 굽기 |

꼬리는 여섯 장입니다. 처음엔 스물네 장이었는데 여섯 장이 더 고양이 같더라고요.

#게임개발 #사이드프로젝트`,
    log: [{ daysAgo: 8, text: "웹에서 바로 할 수 있어요. 첫 화면까지 1.8 MB인데 반은 소리예요." }],
    comments: [
      { by: "siwoo_bass", text: "열두 개째에 으뜸음으로 돌아오는 거 알고 소름." },
      { by: "mallang", text: "식빵 굽기가 제일 오래 하게 되는 조작이에요." },
    ],
  },
  {
    by: "priya",
    title: "mole",
    summary: "Tails the Postgres slow log and draws it in your terminal. It digs.",
    stack: ["Rust", "PostgreSQL", "Linux"],
    pictures: ["dashboard"],
    repoUrl: "https://git.example.com/priya/mole",
    daysAgo: 31,
    views: 29,
    liked: 0.5,
    kept: 0.45,
    text: `## What it does

Three hundred lines of Rust that read the slow log and draw **which query waits for which**. It looks like a family tree of people who don't talk to each other.

\`\`\`sh
mole --follow /var/log/postgresql/postgresql.log
\`\`\`

## What it does not do

- connect to your database
- phone home
- see anything (it is a mole)

Naming it took three evenings; writing it took one. #Rust #PostgreSQL`,
    log: [
      {
        daysAgo: 5,
        text: "mole 0.2 shows which query is waiting for which. Waiting chains deeper than nine are drawn as a sigh.",
      },
    ],
    comments: [
      { by: "minseok", text: "오늘 새벽에 이걸로 하나 잡았습니다. 감사합니다." },
      { by: "junho", text: "코드가 300줄이라 점심시간에 다 읽었습니다. 좋네요." },
    ],
  },
  {
    by: "eunbyeol",
    title: "글꼴 짝꿍",
    summary: "한글과 라틴 글꼴을 나란히 놓고 어울리는 짝을 찾아요.",
    stack: ["Vue", "Rust", "WebAssembly"],
    pictures: [],
    daysAgo: 18,
    views: 24,
    liked: 0.6,
    kept: 0.5,
    text: `“예쁜데 **왜** 예쁜지 설명해 주세요.”

설문에서 가장 많이 나온 말이에요. 그래서 획 끝, 글자 폭, 높이를 겹쳐서 보여 줘요. 설명할 수 있어야 다음에도 고를 수 있으니까요.

1. 한글 글꼴을 하나 골라요.
2. 라틴 글꼴 열 개가 가까운 순서로 서요.
3. 왜 가까운지 세 줄로 읽어요.

글꼴 파일은 브라우저 안에서만 열려요. #디자인 #사이드프로젝트`,
    log: [{ daysAgo: 2, text: "획 끝을 겹쳐 보는 화면을 올렸어요. 명조에서 차이가 잘 보여요." }],
    comments: [{ by: "yuna", text: "이제 팀장님 질문에 세 줄로 대답할 수 있어요." }],
  },
  {
    by: "hyunseo",
    title: "학식봇",
    summary: "학식 메뉴를 아침마다 알려 주는 봇. 사용자 수: 41 (이제 저만 쓰지 않아요).",
    stack: ["Python", "FastAPI", "SQLite"],
    pictures: ["editor"],
    repoUrl: "https://git.example.com/hyunseo/haksik",
    daysAgo: 14,
    views: 22,
    liked: 0.6,
    kept: 0.15,
    text: `첫 사이드프로젝트예요. 부끄럽지만 올려 봅니다.

- 매일 아침 여덟 시에 메뉴를 읽어 와요.
- \`돈가스\`가 있는 날은 느낌표가 하나 더 붙어요.
- 로그를 남깁니다! (junho 님이 시켜서 한 건데 벌써 두 번 살았어요.)

### 배우고 싶은 것

테스트를 어디까지 써야 하는지 모르겠어요. 편하게 알려 주세요. #첫배포`,
    log: [{ daysAgo: 7, text: "사용자가 1명에서 2명이 됐어요! 룸메이트예요." }],
    comments: [
      { by: "doyun", text: "1명에서 2명이 제일 어려운 거 해냈네요. 축하해요 🎉" },
      { by: "raon", text: "식단 데이터 막히면 언제든 물어보세요." },
    ],
  },
  {
    by: "theo",
    title: "blog, again",
    summary: "The third rewrite of a blog with two posts about rewriting it.",
    stack: ["Svelte", "SvelteKit", "TypeScript", "Cloudflare Workers"],
    pictures: [],
    repoUrl: "https://git.example.com/theo/blog",
    daysAgo: 25,
    views: 16,
    liked: 0.4,
    kept: 0.1,
    text: `Number of posts: **two**. Both are about rewriting the blog.

What is new this time:

- it loads in 9 KB
- drafts live in a folder called \`later\`
- Toast (the cat) is the favicon

The real blog was the frameworks we met along the way. #Svelte #sideproject`,
    log: [],
    comments: [{ by: "doyun", text: "저도 글 두 개인데 하나가 “블로그를 만들었습니다”예요." }],
  },
  {
    by: "mina_o",
    title: "Subtitle cards",
    summary: "Flashcards that only use sentences from films you have actually watched.",
    stack: ["TypeScript", "React", "IndexedDB"],
    pictures: [],
    daysAgo: 11,
    views: 19,
    liked: 0.55,
    kept: 0.35,
    text: `Today's card: **“밥은 먹고 다니냐.”** There is no English for this.

You tell it which films you have seen; it asks you only sentences you have already heard somebody say. Everything stays on your device.

> My grandmother says this instead of hello, goodbye and I love you. — Grace

Next: the other direction, English films for Korean learners. #seoul #sideproject`,
    log: [{ daysAgo: 1, text: "Cards now come back on the day you would forget them. Mostly." }],
    comments: [{ by: "hyunseo", text: "영어판 나오면 제가 첫 번째로 쓸게요!" }],
  },
  {
    by: "junseo_dad",
    title: "두 딸 알림장",
    summary: "알림장 사진을 찍으면 준비물만 뽑아 냉장고 화면에 띄워 줘요.",
    stack: ["TypeScript", "Node.js", "SQLite", "Raspberry Pi"],
    pictures: [],
    daysAgo: 38,
    views: 21,
    liked: 0.65,
    kept: 0.2,
    text: `두 딸 재우고 하루 40분씩 만들었습니다.

1. 알림장을 찍습니다.
2. 준비물만 뽑습니다. (틀리면 손으로 고쳐요. 고친 건 기억합니다.)
3. 냉장고에 붙인 낡은 태블릿에 큰 글씨로 뜹니다.

여섯 살이 읽을 수 있는 글씨 크기를 찾는 데 제일 오래 걸렸어요. **72**입니다. #사이드프로젝트 #퇴근`,
    log: [{ daysAgo: 13, text: "‘가위’를 ‘가위바위보’로 읽던 걸 고쳤습니다. 딸은 아쉬워합니다." }],
    comments: [{ by: "raon", text: "학교에서 일하는 사람으로서 박수 드립니다." }],
  },
];
