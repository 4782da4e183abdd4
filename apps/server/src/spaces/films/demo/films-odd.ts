/** Dark, strange and foreign ones. How it is written: read-films.ts. */
export const oddFilms = `
= server-ghost 2022 99 15 horror,comedy acclaim=0.05 fame=0.4 charm=0.73 on=tving
by 손무영
with 국지훈=야간 당직 / 문별하=귀신 / 편승재=팀장
새벽 세 시마다 서버실에서 로그인 기록이 남는다. 계정 주인은 삼 년 전에 퇴사했다. 정확히는, 퇴사하지 못했다.
> At three each morning somebody logs in from the server room. The account's owner left three years ago. Or rather, did not.

= goblin 2020 94 all animation,family acclaim=0.7 fame=0.5 charm=0.87 on=laftel,tving
by 심유찬
with 우태경=도깨비(목소리) / 이든솔=손자(목소리)
할머니 댁 대청마루 밑에 도깨비가 산다. 씨름에 이기면 소원 하나, 지면 설거지.
> A goblin lives under grandmother's wooden floor. Beat it at wrestling for a wish; lose, and you do the dishes.

= shark 2025 89 15 horror,action acclaim=-0.75 fame=0.55 charm=0.47 on=tving,coupang-play
by 표국진
with 라미소=오리배 알바 / 마길수=수상구조대 / 편승재=시장
한강에 상어가 나타난다. 민물이라는 지적은 첫 장면에서 잡아먹힌다.
> A shark in the Han. Whoever says that this is fresh water is eaten in the first scene.

= shark-two 2026 92 15 horror,action acclaim=-2.1 fame=0.45 charm=0.12 from=70 on=coupang-play,youtube:rent:3300
by 표국진
with 마길수=수상구조대 / 탁주원=증권사 인턴 / 국지훈=상어(걸음걸이)
상어가 여의도에 상륙한다. 걸어서. 주가가 떨어지고, 관객의 기대도 떨어진다.
> The shark lands in Yeouido. On foot. Share prices fall, and so do expectations.

= well 2019 106 19 horror acclaim=1.25 fame=0.5 charm=0.86 on=watcha,netflix
by 손무영
with 유세라=며느리 / 오금희=시할머니 / 이든솔=우물가의 아이
마을의 우물은 뚜껑이 안쪽에서 잠겨 있다.
> The lid of the village well is locked from the inside.

= floor-thirteen 2023 97 15 horror,mystery acclaim=0.45 fame=0.45 charm=0.78 on=wavve
by 손무영
with 백하은=1304호 / 남궁결=승강기 점검원 / 함초롬=부녀회장
엘리베이터가 13층과 14층 사이에 자꾸 선다. 어느 날 문이 열리고, 복도가 있다.
> The lift keeps stopping between thirteen and fourteen. One day the doors open, and there is a corridor.

= mirrors 2020 116 15 thriller acclaim=-0.35 fame=0.4 charm=0.45 on=wavve
by 정해무
with 백하은=미경 / 피세현=의사 / 진소울=거울 속의 사람
거울이 백 개 있는 집을 물려받은 여자. 그중 하나는 반 박자 늦다.
> A woman inherits a house with a hundred mirrors. One of them is half a beat late.

= elevator 2025 123 15 sci-fi,thriller acclaim=0.5 fame=0.55 charm=0.72 on=apple-tv
by 주이한
with 민재우=정비사 / 반서우=지질학자 / 강도현=지상의 목소리
심해 만 미터를 오르내리는 승강기가 구천 미터에서 멈춘다. 밖에서 누가 버튼을 눌렀다.
> A lift to the bottom of the sea stops at nine thousand metres. Somebody outside has pressed the button.

= nobody-home 2020 95 15 horror,thriller acclaim=0.2 fame=0.45 charm=0.75 on=netflix
by 손무영
with 변아름=윤 과장 / 국지훈=막내 / 피세현=대표
퇴근 버튼이 눌리지 않는 회사. 카드키는 밤 아홉 시부터 안쪽에서 열리지 않는다.
> An office nobody can clock out of. After nine in the evening the cards no longer work from the inside.

= gunner 2016 129 15 war,drama acclaim=0.7 fame=0.45 charm=0.74 on=wavve,naver:rent:1200
by 권이헌
with 강도현=사수 / 민재우=탄약수 / 길은채=피란민 소녀
마지막 피란 열차가 건널 때까지 철교를 지켜야 한다. 열차는 늦고, 총알은 아홉 발.
> A bridge must be held until the last train of refugees is across. The train is late. There are nine bullets.

= store 2024 100 12 drama acclaim=0.82 fame=0.45 charm=0.91 on=watcha,tving
by 박하민
with 라미소=알바 도경 / 우태경=택시 기사 / 반서우=3교대 간호사
새벽 네 시의 편의점에 오는 다섯 사람. 봉투가 필요하냐는 말이 이렇게 다정할 일인가.
> Five people who come to a corner shop at four in the morning. Who knew that "do you need a bag" could be so kind.

= last-meeting 2021 102 12 sci-fi,comedy acclaim=0.65 fame=0.4 charm=0.84 on=netflix
by 채이루
with 곽두식=동대표 / 성마리=504호 / 설지호=어쩌다 서기
운석 충돌 열두 시간 전, 아파트는 예정대로 반상회를 연다. 주차 문제는 오늘 끝내기로 했다.
> Twelve hours before the asteroid the block holds its meeting as planned. Parking will be settled tonight.

= parrot 2022 105 12 crime,comedy acclaim=0.35 fame=0.4 charm=0.76 on=tving
by 구본결
with 차온유=국선변호인 / 라미소=검사 / 배종달=판사
살인 사건의 유일한 증인은 앵무새. 문제는 드라마를 너무 많이 봤다는 것이다.
> The only witness to a murder is a parrot. The trouble is that it watches too much television.

= apple 2020 117 12 drama,crime acclaim=0.9 fame=0.4 charm=0.79 on=watcha
by 도재현
written 위정아
with 유세라=판사 / 남궁결=과수원 주인 / 이든솔=아홉 살 피고
아홉 살 아이가 사과 한 알을 땄다. 재판은 사 년이 걸리고, 나무는 그사이 두 번 열매를 맺는다.
> A nine-year-old picks an apple. The trial takes four years, and the tree bears fruit twice.

= interview 2024 96 12 sci-fi,comedy acclaim=-0.1 fame=0.35 charm=0.68 on=coupang-play
by 조은수
with 육현오=투명인간(목소리) / 변아름=면접관 / 편승재=면접관
투명인간이 백 번째 면접을 본다. 면접관은 그의 눈을 보고 말하라는 교육을 받았다.
> An invisible man has his hundredth job interview. The panel has been trained to keep eye contact.

= amnesia 2023 101 12 romance,comedy acclaim=-1.3 fame=0.55 charm=0.2 on=netflix
by 홍라임
with 탁주원=또 그 남자 / 문별하=또 그 여자 / 진소울=의사
또 기억상실이다. 두 사람은 세 번째로 처음 만나고, 관객은 전부 기억한다.
> Amnesia, again. They meet for the first time for the third time, and only the audience remembers.

= tram 2019 104 all romance,drama acclaim=0.6 fame=0.35 charm=0.81 on=mubi
original El tranvía naranja
by 이네스 칼라부익
with 루시아 페레르=기관사 아다 / 마테오 솔레르=매일 타는 승객
발렌시아의 오렌지빛 트램 4호선. 기관사 아다는 승객의 이름을 모르지만 내리는 곳은 다 안다.
> Line 4 in Valencia. Ada, who drives it, knows nobody's name and everybody's stop.

= gukbap 2023 103 12 drama,family acclaim=0.7 fame=0.4 charm=0.86 on=apple-tv,watcha
original Gukbap in Santa Monica
by 테오도라 민
with 글로리아 백=다나 / 오금희=할머니 / 마테오 솔레르=이웃
할머니의 국밥집을 물려받았는데 레시피가 없다. 단골 스무 명의 혀를 모아 국물을 복원한다.
> Dana inherits her grandmother's soup house, but no recipe. Twenty regulars put the broth together from memory.

= stairs 2017 121 12 drama acclaim=1.05 fame=0.3 charm=0.62 on=mubi
original Das Gewicht der Treppe
by 요나스 아들러
with 클라라 바이스=건축가 / 오스카르 브란트=의뢰인
평생 계단만 설계한 건축가가 단층집을 의뢰받는다. 대사의 절반은 침묵, 나머지 절반은 치수다.
> An architect of staircases is asked for a house with one floor. Half of the dialogue is silence, the other half measurements.

= monsoon 2020 114 all drama,comedy acclaim=1.4 fame=0.4 charm=0.92 on=prime-video
original Barsaat ka Daakiya
by 닐라 데사이
with 카비르 남비아르=우체부 / 미라 조시=편지를 기다리는 교사
우기에는 아무도 편지를 쓰지 않는다. 그래서 우체부가 대신 쓰기 시작했다.
> Nobody writes letters during the rains, so the postman begins to.

= two-stops 2022 93 12 romance fame=0.05 charm=0.8 on=mubi
original Two Stops
by 헬렌 오두야
with 아데이즈 콜=레아 / 톰 애시워스=조던
런던 지하철 두 정거장 거리에 사는 두 사람이 일 년 동안 매번 어긋난다. 환승역은 공사 중.
> Two people live two stops apart and miss each other for a year. The interchange is closed for works.

= snow-freight 2016 118 12 drama acclaim=1.4 fame=0.35 charm=0.83 on=watcha
original 雪の貨物
by 미나세 레이
with 아라세 켄지=기관사 / 도바리 스미=역무원
폭설로 멈춘 화물열차. 짐칸에는 결혼식에 쓸 피아노가, 기관실에는 그 신랑이 타고 있다.
> A goods train stuck in the snow. In the wagon is a piano for a wedding, in the engine the groom.

= potatoes 2017 109 12 history,comedy acclaim=0.55 fame=0.3 charm=0.78 on=mubi,prime-video
original Potatis och revolution
by 아스트리드 홀름크비스트
with 엘린 산드그렌=농부의 아내 / 오스카르 브란트=혁명가
혁명 전날 밤, 농부의 아내는 감자 삼백 개를 삶는다. 역사책에는 감자가 안 나온다.
> The night before the revolution a farmer's wife boils three hundred potatoes. The history books leave out the potatoes.
`;
