/** The films that people of the demo talk about. How it is written: read-films.ts. */
export const knownFilms = `
= laundry 2025 118 12 drama,fantasy acclaim=1.8 fame=0.85 charm=1 on=netflix,watcha,youtube:rent:2500
by 한서림
with 서지안=오말순 / 강도현=기태 / 백하은=윤슬
밤에만 문을 여는 코인 세탁소. 손님들은 빨래와 함께 하루를 맡기고, 주인 말순은 얼룩의 사연을 물려받는다.
> A coin laundry that opens only at night. People leave their day there with the washing, and old Mal-sun, who runs it, inherits the story of every stain.

= train 2023 126 12 romance,drama acclaim=1.5 fame=0.8 charm=0.92 on=wavve,watcha,naver:buy:9900
by 이새벽
written 서문희
with 민재우=승호 / 유세라=정임 / 곽두식=역장
폐선이 하루 남은 완행열차에 십오 년 전 헤어진 두 사람이 탄다. 종점까지 역은 스물두 개, 할 말은 하나.
> A slow train has one day left, and two people who parted fifteen years ago are on it. Twenty-two stations to the end of the line, and one thing to say.

= whale 2024 104 all fantasy,family acclaim=1.45 fame=0.75 charm=0.94 on=tving,disney-plus
by 문가온
with 하로운=솔 / 오금희=할머니 / 노을찬=관리소장
어느 아침 재개발 아파트 옥상에 고래가 산다. 관리비를 안 낸다는 민원이 들어오자 아이들이 고래의 세대주가 되기로 한다.
> One morning a whale lives on the roof of a condemned block. When neighbours complain that it pays no maintenance fee, the children register as its household.

= cat 2025 111 12 mystery,comedy acclaim=1.35 fame=0.8 charm=0.92 on=netflix
by 남유진
written 송가람
with 차온유=표 형사 / 성마리=캣맘 조 씨 / 배종달=통장
골목에서 일어난 일곱 가지 사소한 사건. 목격자는 까만 고양이 한 마리뿐인데, 진술을 거부하고 있다.
> Seven small crimes in one alley. The only witness is a black cat, and it is not talking.

= radio 2022 109 all drama,music acclaim=1.3 fame=0.65 charm=0.92 on=watcha
by 백지오
with 길은채=여름 / 곽두식=아버지 / 진소울=디제이 목소리
고장 난 라디오가 밤 열한 시에만 삼십 년 전 방송을 잡는다. 여름은 사연을 보내고, 아버지의 신청곡이 나온다.
> At eleven each night a broken radio picks up a show from thirty years ago. Yeoreum writes in, and her father's request is played.

= bus 2025 97 15 horror,comedy acclaim=0.84 fame=0.8 charm=0.9 on=tving,wavve
by 오태식
with 우태경=기사 / 라미소=여고생 보미 / 오금희=장바구니 할머니
좀비가 돼도 막차는 타야 한다. 마을버스 07번 기사는 오늘도 배차 간격을 지키려다 인류를 구한다.
> Even the undead must catch the last bus. The driver of the 07 only wants to keep to the timetable, and saves mankind on the way.

= snow 2023 115 12 fantasy,romance acclaim=0.78 fame=0.6 charm=0.9 on=netflix,coupang-play
by 연서하
written 위정아
with 문별하=은설 / 탁주원=한결 / 함초롬=역 앞 다방 주인
첫눈 오는 날이 삼백 번째 되풀이된다. 이제 그만 녹고 싶은 여자와, 오늘 처음 눈을 본 남자.
> The day of the first snow happens for the three hundredth time, to a woman who would like to thaw and a man who has never seen snow before.

= shadow 2025 121 15 thriller,mystery acclaim=-0.62 fame=0.6 charm=0.22 on=wavve
by 정해무
with 피세현=단장 / 설지호=막내 배우 / 반서우=무대감독
가면극단 배우 여섯이 한 사람씩 대사를 잊는다. 그런데 무대 위의 가면은 일곱 개다.
> The six actors of a masked troupe forget their lines, one after the other. There are seven masks on the stage.

= salt 2021 132 15 drama acclaim=0.75 fame=0.45 charm=0.68 on=mubi,watcha
by 윤달
with 배종달=등대지기 / 성마리=염전 주인 / 남궁결=돌아온 아들
등대지기는 바다를 보지 않는다. 소금값이 다시 오른 해, 이십 년 만에 아들이 섬으로 돌아온다.
> A lighthouse keeper who never looks at the sea. The year the price of salt goes up again, his son comes back after twenty years.

= orbit 2024 117 12 sci-fi,drama acclaim=0.95 fame=0.6 charm=0.82 on=apple-tv,prime-video
by 주이한
with 강도현=통신 담당 하윤 / 변아름=관제 센터 / 국지훈=목소리
우주정거장의 마지막 당직. 경보가 울리고 지구의 대답은 팔 분 뒤에 온다. 그 팔 분들로만 된 영화.
> The last watch on a space station. An alarm goes off, and Earth answers eight minutes later. A film made of those eight minutes.

= umbrella 2023 101 all romance,drama acclaim=0.7 fame=0.5 charm=0.84 on=watcha,naver:rent:1800
by 서이안
written 나래온
with 유세라=지우 / 육현오=문 선생 / 백하은=비 오는 날의 손님
우산은 하나, 집은 반대 방향. 두 사람은 장마 내내 서로를 바래다준다.
> One umbrella, two homes in opposite directions. All through the rainy season they keep walking each other back.

= detective 2022 113 12 crime,comedy acclaim=0.55 fame=0.7 charm=0.8 on=netflix,disney-plus
by 구본결
with 편승재=모 탐정 / 라미소=조수 구 양 / 곽두식=골동품상
모자를 벗으면 추리를 못 하는 탐정이 모자를 도둑맞는다. 이제 믿을 것은 조수의 상식뿐.
> A detective who cannot think without his hat has it stolen. All that is left is his assistant's common sense.

= kimbap 2024 108 all family,comedy acclaim=0.4 fame=0.65 charm=0.78 on=netflix
by 최만복
with 배종달=회장 / 오금희=분식집 주인 / 이든솔=손녀
재벌 회장이 신분을 숨기고 분식집에 취직한다. 시급은 깎였고, 김밥 옆구리는 자꾸 터진다.
> A tycoon takes a job at a snack bar under another name. His pay is docked, and his rolls keep bursting.
`;
