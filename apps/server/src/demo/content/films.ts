/** Films that exist only here. */
export const films = `
= eunbyeol poster-laundry week=5
세탁기 문이 달처럼 떠오르는 첫 장면에서 이미 마음을 뺏겼어요. 대사보다 물소리가 오래 남는 영화예요. 비 오는 날 다시 볼래요. #달빛세탁소 #영화
> woojin: 물소리에 대한 지적에 동의합니다. 후반의 탈수 장면에서 소리를 지우는 선택이 과감했지요
> mina_o: I cried at the coin scene. Did I miss something, or is the coin never explained?
>> eunbyeol: Never explained! I think it stays in her pocket for us.
> taehoon: 세탁기에서 아무것도 안 나온다는 점이 아쉬웠습니다
>> eunbyeol: 태훈 님은 모든 영화에서 뭐가 나오길 바라시잖아요
> haru: 이번 주말에 보러 가요. 스포 피하려고 반만 읽었어요

= woojin poster-train
‘마지막 완행열차’를 세 번째 보았다. 처음엔 이별 이야기인 줄 알았고, 두 번째엔 철도 이야기인 줄 알았다. 이번에는 기다리는 사람들의 이야기로 보였다. 좋은 영화는 관객이 늙는 만큼 자란다. #영화 #마지막완행열차
> jiwoo_rail: 두 번째로 보신 게 정답입니다. 동력차 번호까지 고증했어요
>> woojin: 지우 님과 보면 네 번째 영화가 되겠군요
> eunji_reads: 마지막 문장 필사했습니다
> gapsu: 저도 젊어서 그 열차 탔습니다. 삶은 달걀 먹던 생각이 나네요^^

= taehoon poster-bus hour=1
좀비 마을버스 5회차 관람 완료. 오늘 발견: 37분에 나오는 좀비 3번이 하차벨을 누른다. 죽어서도 예의가 있다. #좀비마을버스 #영화
> siwoo_bass: 그 장면 베이스 소리 나오는 거 아시죠? 하차벨이랑 같은 음이에요
>> taehoon: 6회차 갑니다
> hyunseo: 무서워요? 저 쫄보인데 볼 수 있나요
>> taehoon: 무섭지 않습니다. 슬픕니다. 환승이 안 돼서
> sujin_runs: 느린 좀비 나오는 영화 좋아요. 제 페이스라서

= eunbyeol tickets
혼자 영화 보러 가서 표를 두 장 샀어요. 옆자리에 가방 놓으려고요. 가방이 저보다 좋은 자리였어요. #영화
> mina_o: Your bag has great taste.
> yuna: 다음엔 가방 말고 저를 데려가세요
>> eunbyeol: 금요일 저녁 어때요? 맨 뒷줄
>> yuna: 좋아요!!

= woojin cinema
지방 소도시의 단관극장에 다녀왔다. 관객은 나를 포함해 네 명. 상영 전에 사장님이 무대에 올라와 의자 번호 말고 편한 데 앉으라고 하셨다. 그 한마디가 그날의 첫 장면이었다. #영화 #여행
> jiwoo_rail: 혹시 역에서 걸어갈 수 있는 곳인가요?
>> woojin: 십오 분쯤 걸립니다. 도중에 국숫집이 하나 있습니다
>> noodle_sm: 어디죠. 지금 출발합니다
> seoyeon: 이런 극장 지도도 누가 만들어 줬으면... (쳐다보지 마세요)

= taehoon poster-shadow
‘그림자 극단’ 보고 왔는데 가면 쓴 사람이 여섯 명에서 갑자기 일곱 명이 됨. 아무도 언급 안 함. 이게 연출이면 천재고 실수면 더 천재다. #영화
> eunbyeol: 엔딩 크레딧에 가면 배우가 일곱 명으로 나와요
>> taehoon: 소름
> woojin: 연극의 관습을 빌린 것으로 보입니다. 일곱 번째는 관객이지요
>> taehoon: 더 소름

= mina_o poster-whale
Watched ‘옥상 위의 고래’ without subtitles. I understood maybe 60 percent of the words and 100 percent of the whale. #films #seoul
> eunbyeol: The whale has no lines so you did perfectly.
> grace_k: This is how I watched every drama with my grandmother as a kid.
> raon: 저도 처음 봤을 때 60퍼센트 이해했어요. 자막 없이 한국어인데도요

= haru hour=22 weekend
달빛 세탁소 보고 왔어요. 집에 와서 세탁기 돌렸어요. 나비가 문 앞에 앉아서 끝까지 같이 봤어요. 2차 관람 성공. #달빛세탁소 #나비일기
> eunbyeol: 가장 좋은 관람평이에요
> minji_butler: 두부는 세탁기 문만 보면 거울인 줄 알아요
> woojin: 집에서 이어지는 영화는 드뭅니다

= grace_k poster-radio
‘여름 끝, 라디오’ finally reached a theatre near me. The father fixes the radio and says nothing for four minutes, and the whole row behind me was sniffling. #films
> siwoo_bass: 그 4분 동안 나오는 노이즈, 실제 주파수 사이를 돌려서 녹음한 거래요
> sam_ortega: Four minutes of silence about a radio. I'm in.
> mina_o: Best use of static in a film, ever.

= taeo poster-orbit
‘궤도의 끝’. 우주정거장에서 온콜 서는 사람 이야기로 봤다. 알람이 울리는데 지구까지 답이 8분 걸린다. 우리 팀 응답 시간이랑 비슷함. #영화 #온콜일기
> minseok: 8분이면 SLA 준수네요
> taehoon: 외계인은 나옵니까
>> taeo: 안 나옵니다. 매니저도 안 나옵니다

= eunji_reads poster-umbrella
‘우산은 하나’ 원작 소설을 먼저 읽은 사람으로서: 영화가 마지막 장을 통째로 버렸는데 그게 맞았어요. 책에서는 비가 그치거든요. #영화 #책
> eunbyeol: 비를 그치게 두지 않은 감독의 고집이 좋았어요
> eunbi_3shift: 이거 보고 나와서 진짜 비 왔는데 우산 없었던 사람 저예요
> seoyeon: 원작은 어느 책방에 있나요? 걸어가서 살래요
>> eunji_reads: 지도 113번이요. 사장님이 추천 띠지까지 둘러 두셨어요

= taehoon
공포영화 볼 때 귀 막는 사람들에게: 눈을 감고 귀를 여세요. 진짜 무서운 건 소리가 아니라 기대입니다. 이상 팝콘 쏟은 사람 올림. #영화
> hyunseo: 팝콘 쏟은 이유는요?
>> taehoon: 기대했습니다

= woojin poster-salt
‘소금 항구’. 등대지기는 한 번도 바다를 보지 않는다. 카메라만 본다. 우리가 대신 보는 셈이다. 다만 음악이 너무 일찍 울고, 너무 오래 운다. 별 셋 반 대신, ‘한 번은 큰 화면으로’라고 적어 둔다. #영화
> eunbyeol: 음악이 너무 일찍 운다는 말 정확해요. 저는 두 번째 종소리에서 나왔으면 했어요
> ara_jeju: 촬영한 항구가 저희 집에서 차로 이십 분이에요. 실제로도 소금기가 음악보다 먼저 와요
>> woojin: 그 문장을 평에 넣고 싶군요
> siwoo_bass: 음악 감독 입장도 들어 봐야... 아닙니다 길긴 길었어요

= yuna poster-detective
‘모자 쓴 탐정’ 포스터 자간 봤어요? 제목이 두 줄인데 윗줄이 아랫줄을 의심하는 것처럼 벌어져 있음. 이게 연출이지. #영화 #디자인
> eunbyeol: 의심하는 자간 ㅋㅋㅋㅋ 표현 훔쳐 갈게요
> minji_butler: 포스터만 보고 범인 알 것 같은 건 저뿐인가요
>> yuna: 저도 알 것 같은데 말하면 안 되는 거죠?

= minji_butler poster-cat
‘고양이는 알고 있다’를 두부와 함께 봤습니다. 두부는 중간에 화면 뒤로 가서 확인까지 했습니다. 배우가 거기 없다는 사실에 실망하신 듯. #영화 #고양이
> jihyun_oh: 까만 고양이 주연이라 밤이한테 보여 줬는데 조명이 좋다며 부러워했어요
> goeun: 고을이는 예고편에서 잤어요
> vet_seo: 주연 고양이 발톱 정리 상태가 아주 훌륭했습니다 (직업병)

= sam_ortega poster-snow
Saw ‘삼백 번째 첫눈’ with Spanish subtitles in a cinema with eleven people. It is 24 degrees outside. I bought a scarf on the way home. #films
> mina_o: This is the correct reaction.
> chaewon: 실제 촬영지 산 올라가 봤는데 눈 오면 정말 그래요. 스카프 필수
> lena: Which subtitles did they use for 첫눈? “First snow” never feels like enough.

= siwoo_bass
영화 보고 나오면 엔딩 크레딧 음악에 베이스 누가 쳤는지 찾아보는 병이 있습니다. 치료법 있나요. #음악 #영화
> eunbyeol: 저는 자막 글꼴 누가 골랐는지 찾아봐요. 같이 입원해요
> jiwoo_rail: 저는 배경에 지나가는 열차 편성을...
> taehoon: 여기 병동이네요

= woojin
젊은 관객에게 자주 받는 질문. “재미없는 영화를 끝까지 봐야 하나요?” 나는 나가도 된다고 답한다. 다만 나가는 문 앞에서 한 번 돌아보라고. 가끔 그 장면이 남는다. #영화
> yuna: 저 진짜 돌아봤다가 다시 앉은 적 있어요
> eunji_reads: 책도 그래요. 덮기 전에 한 쪽만 더
> haru: 회의에도 적용되나요
>> woojin: 회의는 뒤돌아보지 마십시오
`;
