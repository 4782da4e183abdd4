/** Lively ones. How it is written: read-films.ts. */
export const livelyFilms = `
= dog 2026 102 12 mystery,comedy fame=0.3 charm=0.78 from=24 on=동네극장:cinema
by 남유진
written 송가람
with 차온유=표 형사 / 노을찬=개 주인 / 성마리=캣맘 조 씨
고양이가 떠난 골목에 개가 온다. 모든 것을 보았지만 칭찬받기 전에는 모르는 척한다.
> The cat has left the alley, and a dog moves in. It saw everything, and pretends not to until somebody says good boy.

= vampires 2023 100 15 comedy,horror acclaim=0.35 fame=0.5 charm=0.77 on=tving
by 오태식
with 피세현=반장 드 씨 / 라미소=낮 근무 관리인 / 배종달=1897년생 노인회장
흡혈귀들의 반상회. 안건은 층간소음, 마늘 냄새, 그리고 새로 이사 온 사람.
> The residents' meeting of a block of vampires. On the agenda: noise, the smell of garlic, and the human who has just moved in.

= parcel 2021 95 12 comedy,fantasy acclaim=0.1 fame=0.4 charm=0.71 on=wavve
by 오태식
with 우태경=택배 기사 / 설지호=수취인 불명 / 함초롬=물류센터 반장
죽은 사람이 생전에 주문한 물건이 이제 배송된다. 수령 서명은 누가 하나.
> What the dead had ordered is now being delivered. Somebody has to sign for it.

= strike 2022 104 12 comedy,family acclaim=-0.15 fame=0.55 charm=0.62 on=netflix
by 최만복
with 오금희=시어머니 / 변아름=며느리 / 편승재=아들
명절을 사흘 앞두고 시어머니가 파업을 선언한다. 며느리는 노조 가입을 고민한다.
> Three days before the holidays the mother-in-law goes on strike. Her daughter-in-law thinks about joining the union.

= hatless 2024 109 12 crime,comedy acclaim=-1.2 fame=0.6 charm=0.2 on=disney-plus
by 구본결
with 편승재=모 탐정 / 국지훈=새 조수 / 진소울=용의자
모자를 되찾은 탐정이 이번에는 모자를 벗는다. 왜 벗는지는 삼 편에서 설명한다고 한다.
> The detective has his hat back and takes it off. Why will be explained in part three.

= god-quits 2022 108 12 comedy,fantasy acclaim=0.5 fame=0.5 charm=0.79 on=netflix
by 채이루
with 곽두식=신 / 반서우=인사 담당 천사 / 국지훈=후임
신이 사직서를 낸다. 인수인계 문서는 두 장인데, 그중 한 장은 점심 식당 목록이다.
> God hands in his notice. The handover is two pages long, and one of them lists places for lunch.

= hacker 2023 103 12 comedy,crime acclaim=0.6 fame=0.55 charm=0.86 on=netflix,tving
by 채이루
written 나래온
with 오금희=박점례 / 설지호=손자 / 육현오=사이버수사대
보이스피싱에 당한 할머니가 컴퓨터 교실에 등록한다. 육 개월 뒤, 사기꾼의 통장이 텅 빈다.
> A swindled grandmother signs up for a computer class. Six months later the swindler's account is empty.

= noodle-duel 2021 93 all action,comedy acclaim=0.2 fame=0.4 charm=0.74 on=coupang-play
by 방태산
with 마길수=칼국수 / 육현오=막국수 / 함초롬=심판
산 하나를 사이에 둔 두 국숫집의 삼대에 걸친 결투. 젓가락 말고는 어떤 무기도 쓰지 않는다.
> Two noodle shops, one mountain, a duel over three generations. No weapon but chopsticks.

= vacuum 2024 86 all animation,family acclaim=0.65 fame=0.5 charm=0.84 on=laftel,disney-plus
by 심유찬
with 변아름=로봇청소기(목소리) / 하로운=아이(목소리)
문턱을 넘어 본 적 없는 로봇청소기가 바다에 가고 싶어 한다. 배터리는 두 시간, 바다는 네 시간.
> A robot vacuum that has never crossed a doorstep wants to see the sea. Battery: two hours. The sea: four.

= bullfrog 2018 98 15 war,comedy acclaim=-1.15 fame=0.35 charm=0.24 on=wavve
by 표국진
with 마길수=대위 / 우태경=이병 / 편승재=첩자
황소개구리 울음으로 적을 교란하는 부대. 적도 같은 생각을 하고 있었다.
> A unit that confuses the enemy by croaking. The enemy has had the same idea.

= wrestlers 2019 106 all sport,comedy acclaim=0.3 fame=0.4 charm=0.8 on=tving
by 방태산
with 마길수=코치 / 하로운=막내 / 육현오=주장
십 년째 꼴찌인 씨름부에 무용과 학생이 들어온다. 상대는 넘어지면서도 박수를 친다.
> A dance student joins the wrestling club that has come last for ten years. Opponents applaud on their way down.

= submarine 2022 107 all adventure,comedy acclaim=0.25 fame=0.45 charm=0.75 on=netflix
by 하진목
with 성마리=해녀 고 씨 / 강도현=함장 / 오금희=해녀회장
숨 참기 내기에서 잠수함이 진다. 해군은 재시합을 요청하고, 해녀회는 전복값을 먼저 정하자고 한다.
> A submarine loses a bet over holding one's breath. The navy wants a rematch; the haenyeo want to settle the price of abalone first.

= volume 2024 98 12 music,drama acclaim=0.55 fame=0.45 charm=0.81 on=watcha
by 백지오
with 길은채=유리 / 진소울=밴드부장 / 탁주원=음악 선생
열일곱 살 유리의 세상은 볼륨이 늘 삼에 맞춰져 있다. 밴드부가 옆방으로 이사 오기 전까지는.
> The volume of Yuri's world is set to three, until the school band moves in next door.

= closet-jazz 2020 91 all documentary,music acclaim=1.55 fame=0.25 charm=0.88 on=mubi
by 안나래
1970년대에 장롱 안에서 몰래 녹음한 재즈 테이프 마흔 개. 연주자들이 하나씩 나타난다.
> Forty tapes of jazz, recorded in a wardrobe in the seventies. One by one the musicians turn up.

= bass 2023 101 12 music,comedy acclaim=0.4 fame=0.4 charm=0.83 on=tving,watcha
by 임소란
with 진소울=베이시스트 규 / 길은채=보컬 / 국지훈=음향 기사
아무도 듣지 않는 베이스를 이십 년 친 남자가 하루 결근한다. 그날의 공연은 전설이 된다. 나쁜 쪽으로.
> A man has played the bass for twenty years and nobody hears it. One night he does not come, and the concert becomes a legend, of the bad kind.

= barley 2019 124 12 music,history acclaim=1.4 fame=0.45 charm=0.89 on=wavve,watcha
by 권이헌
with 민재우=트럼펫 / 함초롬=다방 가수 / 곽두식=이장
1957년, 미군 부대에서 버린 악기로 마을 밴드가 생긴다. 아는 곡은 하나, 보리밭은 만 평.
> 1957: a village makes a band of instruments thrown out by the army base. One song, and a field of barley.

= drum-can 2014 97 12 music,drama acclaim=0.35 fame=0.3 charm=0.75 on=naver:rent:1000
by 임소란
with 설지호=소년 / 우태경=고물상 / 성마리=이모
드럼을 살 돈이 없는 소년과 기름이 없는 드럼통. 고물상이 먼저 박자를 알아듣는다.
> A boy without money for drums and a drum without oil. The scrap dealer is the first to hear the beat.

= western 2020 112 15 western,comedy acclaim=0.3 fame=0.5 charm=0.76 on=netflix
by 방태산
with 마길수=철물점 사나이 / 반서우=노포 주인 / 피세현=재개발 조합장
을지로 골목에 이름 없는 사나이가 온다. 재개발까지 사흘, 면 삶는 시간은 팔 분.
> A man without a name comes to the alleys of Euljiro. Three days until demolition, eight minutes for the pasta.

= taffy 2021 105 15 action,comedy acclaim=-1.25 fame=0.45 charm=0.23 on=coupang-play
by 표국진
with 마길수=요원 호박 / 라미소=요원 엿 / 육현오=국장
한번 붙으면 떨어지지 않는 두 요원. 시나리오도 같은 자리에 붙어 있다.
> Two agents who stick to whatever they touch. So does the plot.
`;
