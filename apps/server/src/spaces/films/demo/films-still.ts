/** Quiet ones. How it is written: read-films.ts. */
export const stillFilms = `
= winter-pool 2022 99 12 drama acclaim=0.6 fame=0.4 charm=0.8 on=mubi
by 한서림
with 서지안=수진 / 길은채=안전요원 / 이든솔=은우
문 닫은 야외 수영장을 겨우내 지키는 사람의 이야기. 물은 얼지 않고, 아무도 이유를 묻지 않는다.
> Somebody guards a closed open-air pool all winter. The water does not freeze, and nobody asks why.

= green-watch 2019 94 12 drama,mystery acclaim=0.55 fame=0.3 charm=0.74 on=watcha
by 한서림
with 남궁결=시계 수리공 / 성마리=손님 / 배종달=전당포 노인
하루에 사 분씩 늦는 손목시계. 고쳐 달라는 손님도, 고치지 말라는 손님도 같은 사람이다.
> A wristwatch loses four minutes a day. The customer who wants it mended and the one who does not are the same woman.

= paper-airfield 2021 96 all family,adventure acclaim=0.65 fame=0.45 charm=0.85 on=disney-plus,naver:rent:1500
by 문가온
with 이든솔=산이 / 노을찬=삼촌 / 변아름=관제사
활주로 없는 섬에 종이비행기로 편지가 온다. 아이들은 관제탑부터 세운다.
> Letters come by paper plane to an island without a runway. The children begin with a control tower.

= after-last-bus 2018 103 12 drama,romance acclaim=0.85 fame=0.35 charm=0.8 on=wavve
by 이새벽
written 서문희
with 민재우=정류장의 남자 / 반서우=야간 간호사 / 우태경=기사
막차를 일부러 보내는 두 사람이 같은 정류장에서 만난다. 첫차까지 다섯 시간, 자판기에는 율무차뿐.
> Two people who let the last bus go on purpose meet at one stop. Five hours until the first one, and the machine has only barley tea.

= fog 2024 128 15 drama,mystery acclaim=0.6 fame=0.35 charm=0.5 on=mubi
by 윤달
with 피세현=도선사 / 문별하=기상 통보관 / 배종달=등대지기
안개 주의보가 백 일째 풀리지 않는 항구. 배는 떠나지 못하고, 떠난 사람들은 돌아오는 중이라고 한다.
> A fog advisory has stood for a hundred days. No ship can leave, and those who left are said to be on their way back.

= moon-post 2022 112 all sci-fi,fantasy acclaim=1.0 fame=0.5 charm=0.87 on=apple-tv
by 주이한
with 함초롬=우체국장 / 하로운=마지막 집배원 / 국지훈=인공위성
지구에서 주소를 잘못 쓴 편지는 모두 달 뒤편으로 온다. 반송 담당은 한 명, 밀린 편지는 사억 통.
> Every letter with a wrong address ends up behind the moon. One clerk, four hundred million letters.

= lunch 2022 87 12 drama acclaim=0.5 fame=0.25 charm=0.79 on=watcha
by 박하민
with 변아름=이 대리 / 국지훈=신입 / 오금희=백반집 주인
점심시간 오십 분을 실시간에 가깝게 찍었다. 주문은 밀렸고, 회의는 한 시다.
> Fifty minutes of lunch, very nearly in real time. The orders are late, and the meeting is at one.

= persimmon 2017 119 all family,drama acclaim=1.35 fame=0.5 charm=0.91 on=wavve,naver:buy:7700
by 류소진
with 오금희=윗집 / 곽두식=아랫집 / 하로운=담장 위의 아이
담장을 넘어온 감은 누구 것인가. 사십 년 된 이웃 싸움이 올해는 풍작을 만났다.
> Whose is a persimmon that hangs over the wall? A quarrel of forty years meets a very good harvest.

= bakery 2023 92 all animation,fantasy acclaim=0.7 fame=0.5 charm=0.88 on=laftel,netflix
by 연서하
with 라미소=견습 제빵사(목소리) / 우태경=화덕(목소리)
밤하늘의 별은 사실 새벽 네 시에 구워진다. 견습생이 하나를 태워 먹은 날의 이야기.
> The stars are baked at four in the morning. This is about the day the apprentice burnt one.

= twelfth-school 2022 105 12 drama acclaim=0.8 fame=0.35 charm=0.83 on=tving
by 조은수
with 길은채=한별 / 설지호=짝 / 성마리=담임
열두 번째 전학 온 학교에서 한별은 처음으로 이름을 먼저 물어보는 아이를 만난다.
> At her twelfth school Hanbyeol meets the first child who asks for her name.

= postcards 2015 122 12 romance,drama acclaim=0.75 fame=0.4 charm=0.76 on=naver:rent:1200
by 류소진
written 서문희
with 유세라=선영 / 남궁결=해외 파견 기사 / 오금희=노년의 선영
마흔 장의 엽서 중 부친 것은 한 장도 없다. 그런데 답장이 한 통 왔다.
> Of forty postcards not one was ever sent. Then there is an answer.

= bonsai 2022 90 all documentary fame=0.05 charm=0.82 on=mubi
by 안나래
삼백 년 된 소나무와 그것을 물려받은 다섯 사람. 사건은 봄에 한 번, 분갈이할 때 일어난다.
> A pine of three hundred years, and the five people who inherited it in turn. It is repotted once.

= rain-front 2019 107 12 romance,comedy acclaim=0.15 fame=0.5 charm=0.66 on=netflix,wavve
by 서이안
with 탁주원=예보관 / 문별하=기상 캐스터 / 편승재=선배
장마전선을 따라 북상하는 예보관과 캐스터. 둘의 예보는 번번이 틀리고, 그래서 또 만난다.
> A forecaster and a weather presenter follow the rain north. Both keep being wrong, which is why they keep meeting.

= forty-two 2021 88 all documentary,sport acclaim=0.85 fame=0.2 charm=0.86 on=wavve
by 안나래
마라톤을 달리는 청각장애인 여섯 명. 음악도 내레이션도 없이, 숨소리는 자막으로 나온다.
> Six deaf runners and one marathon, without music and without a narrator. Their breathing is subtitled.

= scooter 2021 110 12 adventure,drama acclaim=0.45 fame=0.4 charm=0.79 on=tving
by 하진목
with 강도현=민 / 배종달=뒷자리의 아버지 / 함초롬=주유소 사장
아버지를 뒷자리에 태우고 최북단까지. 최고 시속 사십 킬로미터, 화해하기에는 너무 빠르다.
> To the northernmost point with a father on the back seat. Top speed forty, which is too fast for making up.

= part-timer 2024 106 12 romance,comedy acclaim=-1.5 fame=0.7 charm=0.14 on=netflix,coupang-play
by 홍라임
with 탁주원=억만장자 차이준 / 변아름=알바생 봄이 / 피세현=비서
알바생이 쏟은 커피 한 잔에 억만장자가 사랑에 빠진다. 세탁비 청구서는 끝까지 나오지 않는다.
> A part-timer spills coffee on a billionaire, who falls in love. The bill for the dry cleaning never comes.

= brush 2018 141 12 history,biography acclaim=1.35 fame=0.7 charm=0.9 on=watcha,wavve,naver:buy:8800
by 권이헌
with 곽두식=노인 추사헌 / 민재우=젊은 추사헌 / 오금희=종이 장인
평생 한 획을 그으려 한 서예가. 영화는 그 획이 마르는 데 걸린 시간만큼 길다.
> A calligrapher spends his life on one stroke. The film is as long as it took to dry.

= last-roll 2018 84 all documentary acclaim=0.95 fame=0.15 charm=0.87 on=mubi
by 안나래
골목 사진관이 문을 닫는 마지막 보름. 찾아가지 않은 증명사진 이천 장의 주인을 찾아 나선다.
> The last fortnight of a photographer's shop, and a search for the owners of two thousand passport photos that nobody came back for.
`;
