/** A project of the demo: who makes it, what its page says, and what people do with it. */
export interface DemoProject {
  by: string;
  title: string;
  summary: string;
  stack: string[];
  /** Drawings that a post of its maker carries; the first is the cover. */
  pictures: string[];
  repoUrl?: string;
  demoUrl?: string;
  openToChat?: boolean;
  text: string;
  /** Days before the newest post of the demo at which it came. */
  daysAgo: number;
  /** How many people look at it. */
  views: number;
  /** A part of those who look, from 0 to 1. */
  liked: number;
  kept: number;
  log: { daysAgo: number; text: string }[];
  comments: { by: string; text: string; answers?: { by: string; text: string }[] }[];
}

export const demoProjects: DemoProject[] = [
  {
    by: "doyun",
    title: "잔디 정원",
    summary: "커밋 기록을 작은 화분으로 키우는 대시보드. 고양이가 가끔 지나가요.",
    stack: ["Svelte", "Go", "SQLite", "Docker"],
    pictures: ["commit-garden"],
    repoUrl: "https://git.example.com/doyun/commit-garden",
    demoUrl: "https://garden.example.com/",
    daysAgo: 34,
    views: 37,
    liked: 0.75,
    kept: 0.4,
    text: `## 왜 만들었나요

초록 네모만 보면 빈칸이 먼저 눈에 들어오더라고요. 쉬는 날은 흙으로, 일한 날은 새싹으로 바꿨더니 **빈칸도 정원의 한 부분**이 됐어요.

## 직접 띄워 보기

\`\`\`sh
docker run -p 8080:8080 \\
  -e GIT_USER=haru \\
  registry.example.com/doyun/commit-garden:0.3
\`\`\`

- 공개 저장소만 읽고, 토큰은 브라우저 밖으로 나가지 않아요.
- 고양이는 \`?cat=off\`로 쉬게 할 수 있어요.
- 밟힌 칸은 이틀 뒤에 꽃이 핍니다.

## 앞으로

| 판 | 할 일 |
| --- | --- |
| 0.4 | 팀 저장소를 한 화분에 |
| 0.5 | 선인장 모드 (@haru 님 제안) |

#사이드프로젝트 #Svelte`,
    log: [
      { daysAgo: 20, text: "0.2를 올렸어요. 흙 색을 계절마다 다르게 했어요. 겨울 흙이 제일 어려웠습니다." },
      {
        daysAgo: 6,
        text: "0.3을 올렸어요. 고양이가 걸어 다녀요. 애니메이션은 CSS만으로 했고, 움직임 줄이기를 켜면 앉아 있어요.",
      },
    ],
    comments: [
      {
        by: "seoyeon",
        text: "고양이가 밟고 지나간 자리에 꽃이 피는 거 너무 좋아요. 혹시 팀 저장소도 한 화분에 모을 수 있나요?",
        answers: [{ by: "doyun", text: "0.4에서 준비하고 있어요! 나오면 먼저 보여 드릴게요." }],
      },
      { by: "theo", text: "Running it on a Raspberry Pi next to my plants. They get along." },
      {
        by: "hyunseo",
        text: "Go 서버 코드가 짧아서 다 읽었어요. 처음으로 남의 코드를 끝까지 읽은 것 같아요.",
      },
    ],
  },
  {
    by: "seoyeon",
    title: "동네책방 지도",
    summary: "걸어서 갈 수 있는 책방만 모았어요. 제보하면 다음 날 지도에 올라가요.",
    stack: ["Svelte", "FastAPI", "PostgreSQL", "PostGIS", "Leaflet"],
    pictures: ["bookshop-map"],
    demoUrl: "https://bookmap.example.com/",
    daysAgo: 41,
    views: 36,
    liked: 0.6,
    kept: 0.55,
    text: `## 걸어서만 갈 수 있어요

주차장이 있는 책방은 이미 다들 압니다. 이 지도에는 **골목에서 걸어 들어가야 하는 책방**만 있어요. 지금 200곳.

## 제보는 이렇게

1. 책방 이름과 골목 이름을 적어요.
2. 사진이 있으면 한 장.
3. 다음 날 아침, 제가 걸어가 보고 올려요. (제주는 사흘쯤 걸려요.)

> 사장님이 아프셔서 한동안 닫아요. 지도에서 지우지는 말아 주세요.

이 메일을 받고 ‘쉬는 중’ 핀을 만들었어요. 색이 조금 연하고, 이불을 덮고 있어요.

## 안쪽 이야기

가까운 책방은 PostGIS가 찾아 줍니다.

\`\`\`sql
select name from bookshop
where open and st_dwithin(place, $1, 1200)
order by place <-> $1 limit 10;
\`\`\`

#동네책방 #사이드프로젝트`,
    log: [
      {
        daysAgo: 12,
        text: "‘쉬는 중’ 핀이 생겼어요. 그림은 말랑 님이 그려 주셨어요. 이불 덮은 핀이 세 가지예요.",
      },
      { daysAgo: 3, text: "200번째 책방이 올라갔어요. 제보해 주신 분들 이름을 지도 아래에 적어 두었어요." },
    ],
    comments: [
      { by: "eunji_reads", text: "도서관 게시판에 크게 인쇄해서 붙여 뒀어요. 어르신들이 제일 좋아하세요." },
      {
        by: "jihoon_roasts",
        text: "책방 옆 카페 레이어는 언제쯤...",
        answers: [{ by: "seoyeon", text: "58번 옆 가게부터 시작할게요 ㅎㅎ" }],
      },
    ],
  },
  {
    by: "junho",
    title: "모아로그",
    summary: "흩어진 회고를 한 주에 한 장으로 묶어 주는 팀 회고 도구.",
    stack: ["Rust", "Axum", "PostgreSQL", "Svelte"],
    pictures: ["board"],
    repoUrl: "https://git.example.com/junho/moalog",
    daysAgo: 55,
    views: 30,
    liked: 0.5,
    kept: 0.35,
    text: `한 주가 끝나면 카드를 **열두 장까지만** 붙일 수 있습니다. 열세 번째가 나오면 하나를 내려야 하고, 그 이야기가 진짜 회고입니다.

### 하는 일

- 메신저에서 \`/회고\` 한 줄이면 카드가 됩니다.
- 금요일 다섯 시에 한 장으로 묶여서 메일로 갑니다.
- 석 달 뒤 같은 날, 그때의 한 장을 다시 보여 줍니다.

### 하지 않는 일

- 사람별 통계. *만들 수 있지만 안 만듭니다.*

\`\`\`rust
/// 열세 번째 카드는 받지 않는다.
fn add(board: &mut Board, card: Card) -> Result<(), Full> {
    if board.cards.len() == 12 {
        return Err(Full);
    }
    board.cards.push(card);
    Ok(())
}
\`\`\`

#회고 #Rust`,
    log: [
      { daysAgo: 9, text: "‘한 주 한 장’이 들어갔습니다. 다들 불평하다가 3주 지나니까 카드가 짧아졌습니다." },
    ],
    comments: [
      { by: "yuna", text: "저희 팀에 도입했어요. 37장이 12장이 되기까지 한 달 걸렸습니다." },
      { by: "taeo", text: "장애 회고에도 쓰고 있어요. 열두 장이면 충분하더라고요." },
    ],
  },
  {
    by: "haru",
    title: "maru-cli",
    summary: "내 서버에 마루를 한 줄로 세우고, 한 줄로 지우는 명령줄 도구.",
    stack: ["Rust", "Tokio", "Docker", "Linux"],
    pictures: ["terminal"],
    repoUrl: "https://git.example.com/haru/maru-cli",
    daysAgo: 28,
    views: 33,
    liked: 0.55,
    kept: 0.3,
    text: `## 왜 만들었나요

서버 하나에 마루를 세울 때마다 같은 명령을 일곱 번 쳤어요. 이제 **한 줄**이면 돼요.

\`\`\`sh
maru up --self-hosted
maru down            # 데이터는 남아요
maru down --정말로    # 데이터도 지워요
\`\`\`

세우는 것보다 지우는 게 어려웠어요. 지우기가 되는 도구만 믿을 수 있다고 생각해서, 지우기부터 만들었습니다.

## 백업

> 백업은 다른 집에 두세요. 저는 부모님 댁 신발장 위에 뒀어요.

\`maru backup --to 신발장\`은 진짜로 됩니다. (이름은 \`~/.maru/places\`에서 정해요.)

#셀프호스팅 #Rust #사이드프로젝트`,
    log: [
      {
        daysAgo: 15,
        text: "0.8: 복구 연습 명령이 생겼어요. `maru rehearse`는 백업을 빈 곳에 풀어 보고 다시 지워요.",
      },
      { daysAgo: 4, text: "0.9: 한글 플래그를 다 받아요. --정말로, --다음에." },
    ],
    comments: [
      { by: "minseok", text: "복구 연습이 명령으로 있는 도구 처음 봤습니다. 합격." },
      { by: "priya", text: "`--정말로` is now my favourite flag in any language." },
    ],
  },
  {
    by: "raon",
    title: "오늘 급식",
    summary: "우리 학교 급식을 알레르기까지 챙겨 알려 주는 작은 앱이에요.",
    stack: ["Kotlin", "Jetpack Compose", "SQLite"],
    pictures: ["meal-app"],
    daysAgo: 47,
    views: 27,
    liked: 0.7,
    kept: 0.2,
    openToChat: false,
    text: `첫 판은 엑셀이었어요. 방학마다 조금씩 배워서 앱이 됐습니다.

## 이런 걸 해요

- 아침 일곱 시에 오늘 급식을 알려 줘요.
- 못 먹는 것을 한 번 적어 두면, 그게 든 날은 **노란 띠**가 보여요.
- 글씨를 크게 해도 칸이 깨지지 않아요. (1학년이 직접 봐요.)

## 안 해요

- 아이 이름을 묻지 않아요. 알레르기 정보는 휴대전화 안에만 있어요.

#급식 #사이드프로젝트`,
    log: [{ daysAgo: 10, text: "알레르기 표시를 넣었어요. 아이가 매일 아침 자기가 직접 확인하고 온대요." }],
    comments: [
      { by: "eunbi_3shift", text: "병원에서도 이런 표시가 있으면 좋겠어요. 노란 띠, 정말 잘 보여요." },
      { by: "junseo_dad", text: "첫째가 내년에 입학합니다. 미리 깔았어요." },
    ],
  },
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

/** What people of the demo say that they work with. */
export const demoStacks: Record<string, string[]> = {
  haru: ["Rust", "Docker", "Linux", "PostgreSQL", "Svelte"],
  doyun: ["Svelte", "TypeScript", "Go", "CSS"],
  junho: ["Rust", "Axum", "PostgreSQL", "Apache Kafka"],
  seoyeon: ["Svelte", "FastAPI", "PostgreSQL", "PostGIS"],
  hyunseo: ["Python", "Svelte", "FastAPI"],
  minseok: ["PostgreSQL", "SQL", "Linux"],
  taeo: ["Kubernetes", "Prometheus", "Grafana", "PostgreSQL", "Go"],
  priya: ["Rust", "PostgreSQL", "Linux"],
  theo: ["Svelte", "TypeScript", "Cloudflare Workers"],
  dokyung: ["Rust", "Bevy"],
  yuna: ["Figma", "CSS"],
  eunbyeol: ["Vue", "Figma", "Rust"],
};
