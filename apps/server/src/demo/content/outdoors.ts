/** Running, mountains, journeys and Jeju. */
export const outdoors = `
= sujin_runs stream hour=21 day=wed
수요일 저녁 개천 달리기 일곱 명 완료. 제일 느린 사람 속도에 맞추는 규칙이라 아무도 숨이 안 찼고 모두가 말이 많았다. 다음 주도 징검다리 앞 일곱 시 반. #달리기 #같이달리기
> junho: 제가 그 제일 느린 사람입니다. 감사합니다
>> sujin_runs: 기준점이 있어야 모임이 됩니다
> haru: 다음 주에는 저도 갈게요. 나비 허락은 받았어요
> noodle_sm: 끝나고 국수 먹는다면 뛰는 척이라도 하겠습니다

= junho shoes hour=6
새 러닝화. 신발이 좋아지면 기록이 좋아질 줄 알았는데 핑계만 줄었다. 그래도 5킬로미터 29분 58초. 2초의 여유. #달리기
> sujin_runs: 서브30 축하해요!!! 🎉
> hyunseo: 2초면 릴리스 가능한 여유네요
> sam_ortega: Sub-30 is a real border. Welcome to the other side.

= sujin_runs medal week=3 weekend
네 번째 완주. 32킬로미터 지점에서 모르는 할머니가 귤을 반으로 쪼개 주셨다. 기록은 잊어도 그 귤은 못 잊는다. #달리기 #마라톤
> gapsu: 장하십니다. 저는 응원석에서 박수만 쳐도 숨이 찹니다^^
> noodle_sm: 완주 국수는 제가 삽니다. 진심으로
> junho: 저는 3.2킬로미터 지점에서 늘 귤이 필요해요
> vet_seo: 축하드려요! 발톱은 괜찮으신가요 (직업병)

= sam_ortega
Long run along the old riverbed in Valencia this morning. They moved the river and planted oranges. Best running track a flood ever made. #running
> sujin_runs: 강을 옮기고 오렌지를 심었다니... 언젠가 같이 뛰어요
> lena: The Turia gardens! I have sketches of every bridge.

= chaewon ridge weekend hour=8
63번째 산. 정상은 구름 속, 하산길에 갑자기 열렸다. 산은 꼭 등 돌릴 때 보여 준다. #등산 #백대명산
> gapsu: 그 말씀이 맞습니다. 저도 내려오다 찍은 사진만 남았습니다
> woojin: 영화관 문 앞에서 돌아보는 일과 같군요
> minseok: 백업도 지우고 나면 보입니다

= chaewon sunrise hour=7
새벽 네 시에 출발해서 본 일출. 헤드랜턴 꺼지는 순간 다들 아무 말도 안 했다. 그러다 누가 보온병을 열었고 커피 냄새가 났다. #등산 #일출
> jihoon_roasts: 이런 순간에 마시려고 볶습니다
> haru: 사진인데도 조용하네요

= gapsu pine-path
카메라 메고 뒷산 다녀왔습니다. 오늘 필름 한 통 다 썼는데 그중 스무 장이 같은 소나무입니다. 볼 때마다 다르니 어쩔 수 없습니다. #필름사진 #등산
> jihyun_oh: 저는 같은 고양이 4만 장이에요. 선생님은 양호하십니다
> chaewon: 그 소나무 어디쯤이에요? 인사드리러 갈게요
> woojin: 좋은 감독은 평생 한 그루를 찍지요

= jiwoo_rail train
무궁화호 창가. 이 노선은 왼쪽에 앉아야 강이 보이고, 돌아올 때는 오른쪽이 아니라 다시 왼쪽이다. 강이 건너오기 때문이다. #기차여행
> woojin: 강이 건너온다. 오늘의 문장입니다
> lena: I saved this. I want to take exactly this train.
>> jiwoo_rail: Come! I'll give you the seat number.
> noodle_sm: 종착역 앞 국수는 조사하셨죠?
>> jiwoo_rail: 잔치국수 하나, 막국수 둘 확인했습니다

= jiwoo_rail
간이역 도장 42번째. 역무원이 없어서 도장이 우체통에 들어 있었다. 찍고 다시 넣어 두면 다음 사람이 찍는다. 이 나라에서 제일 조용한 약속. #기차여행 #간이역
> eunji_reads: 이거 동화로 써 주세요
> mallang: 그림은 제가 그릴게요
> seoyeon: 지도는 제가...

= ara_jeju island hour=17
바람이 그친 날은 일 년에 며칠 안 돼요. 오늘이 그날. 빨래가 똑바로 마르고, 손님들이 목소리를 낮춰요. #제주 #오늘의마루
> chaewon: 오름 하나 더 오르고 싶어지는 하늘이네요
> haru: 똑바로 마른 빨래 ㅋㅋ 듣기만 해도 뽀송해요
> taeo: 바람이(고양이)도 그쳤으면

= ara_jeju beach
조식 메뉴: 보말죽, 귤잼, 바다. 바다는 리필됩니다. #제주 #여행
> mina_o: I would like one more sea, please.
> junseo_dad: 아이 둘 데리고 가도 되나요? 시끄러운데요
>> ara_jeju: 파도가 더 시끄러워서 괜찮아요

= ara_jeju lighthouse hour=18
등대 아래 앉아 있으면 관광객들이 저를 등대지기로 알고 길을 물어봐요. 다 알려 드렸어요. 이십 년 살았으니까 반은 등대지기 맞아요. #제주
> woojin: ‘소금 항구’보다 이쪽이 좋은 이야기입니다
> eunbyeol: 진짜로요

= mina_o palace weekend
Went to the palace in the rain because it was empty. An old man lent me half of his umbrella and explained every single roof. I understood the roofs. #seoul
> lena: The eaves! Tell me he told you about the eaves.
>> mina_o: For twenty minutes. I have notes.
> eunbyeol: ‘우산은 하나’ 실사판이네요
> gapsu: 혹시 회색 우산이었습니까? 제 친구 같습니다^^

= lena
Measured a hanok floor plan from photos for fun. The maru is not a room and not outside. Buildings here in Berlin have no word for it, so I keep using yours. #hanok #오늘의마루
> haru: 마루라는 이름을 고른 이유가 딱 그거예요. 방도 아니고 밖도 아니라서요
> mina_o: In-between places are the best places.
> gapsu: 여름에는 대청마루에서 수박 먹던 기억이 납니다. 발바닥이 시원했지요

= junseo_dad camp weekend hour=21
캠핑 첫날 밤. 텐트 치는 데 두 시간, 아이들 재우는 데 두 시간, 모닥불 보는 데 20분. 그 20분 때문에 온다. #캠핑
> chaewon: 20분의 가치를 아는 분
> haru: 불멍 20분이면 한 주가 리셋되죠
> raon: 애들 자는 거 확인하고 드시는 컵라면이 최고인데

= junseo_dad
캠핑 장비를 줄이기로 했다. 줄인 장비를 넣을 상자를 샀다. #캠핑
> goeun: 그 상자, 비게 되면 연락 주세요
> doyun: 리팩터링이 늘 그렇죠

= mallang alley hour=19
해 질 녘 골목은 색이 다섯 개면 충분하다. 벽돌, 불빛, 전깃줄, 하늘 둘. 오늘 스케치하다가 국숫집 사장님이 의자를 내주셨다. #그림 #산책
> noodle_sm: 그 국숫집 제가 아는 집 같은데요
> seoyeon: 다음 골목은 지도 31번 앞으로 부탁드려요
> yuna: 하늘을 두 색으로 보는 눈 갖고 싶다

= sujin_runs track hour=6
새벽 트랙에 혼자인 줄 알았는데 까치 한 마리가 1번 레인에 서 있었다. 비켜 주길래 인사했다. #달리기
> junho: 까치 페이스메이커
> jihyun_oh: 까만 친구네요. 반갑다고 전해 주세요

= eunji_reads snow closed
부모님 댁에 왔어요. 눈 오면 하루에 버스 두 번. 책 네 권 들고 왔는데 엄마가 읽던 책부터 읽는 중입니다. #책
> seoyeon: 어머님 책 뭔지 궁금해요
>> eunji_reads: 추리소설이요. 범인 이름에 연필로 동그라미 쳐 놓으셨어요
> woojin: 훌륭한 독자이십니다

= taeo river hour=23
강변 걷다가 알람 울리면 다리 밑에서 노트북을 연다. 지나가던 사람이 “낚시 잘 돼요?” 하고 물었다. 네, 대어가 걸렸어요. 디스크요. #온콜일기 #산책
> minseok: 늘 디스크죠
> siwoo_bass: 늘 디스크네요 (LP 얘기인 줄)

= haru bike weekend
자전거 바구니에 꽃을 꽂았더니 천천히 달리게 돼요. 늦었는데 기분은 좋은, 이상한 아침. #산책 #오늘의마루
> sol_garden: 꽃은 물주머니 달아 주셨죠?
>> haru: 그럼요. 선생님한테 배운 대로요
> sam_ortega: Same here, but with oranges.

= jiwoo_rail rooftops hour=22
막차 놓치고 여인숙 옥상. 주인 할머니가 “달이 있으니 안 심심하겠네” 하고 내려가셨다. #여행 #기차여행
> eunbyeol: 이 장면 그대로 영화 시작이에요
> gapsu: 저도 젊을 때 그런 밤이 있었습니다

= gapsu camera
사십 년 된 카메라를 고쳤습니다. 수리하시는 분이 “주인보다 상태가 좋다”고 합니다. 기분이 나쁘지 않았습니다^^ #필름사진
> jihyun_oh: 다음엔 밤이 좀 찍어 주세요 선생님
>> gapsu: 조명 들고 가겠습니다
> woojin: 축하드립니다. 필름은 어디서 사십니까
>> gapsu: 시장 사진관에 조금 남아 있습니다. 같이 가시지요

= chaewon forest
비 온 다음 날 숲은 냄새가 반이다. 천천히 걷는 연습 중. 정상은 안 갔다. 처음으로. #등산 #산책
> haru: 정상 안 간 산행, 듣기만 해도 편안하다
> sujin_runs: 천천히도 실력이에요

= mina_o hour=18 weekend
Three ajummas power-walking past me, all wearing the same visor. I have never felt so slow or so inspired. #seoul #running
> sujin_runs: 그분들이 제 롤모델입니다
> grace_k: The visor is the uniform. You earn it.
`;
