/** What people make after work. */
export const projects = `
= doyun commit-garden week=5 day=sun
주말 내내 붙잡고 있던 ‘잔디 정원’ 0.3을 올렸어요. 커밋 그래프를 화분으로 바꿔 주는데, 이번 판부터 고양이가 가끔 잔디를 밟고 지나가요. #사이드프로젝트 #Svelte
> junho: 고양이가 밟은 칸은 커밋으로 쳐 주나요
>> doyun: 밟힌 칸은 이틀 뒤에 꽃이 핍니다
> hyunseo: 와 저 이거 보고 Svelte 시작했어요. 혹시 애니메이션은 어떻게 하신 거예요?
>> doyun: transform만 건드리고 requestAnimationFrame도 안 썼어요. CSS만으로 됩니다. 궁금하면 커피챗 해요!
>> hyunseo: 정말요?? 연락드릴게요!!
> sol_garden: 식물 키우는 사람으로서 말씀드리면 물을 너무 자주 주시는 것 같아요
> theo: The cat walking over the graph made me laugh out loud on a train. Ship it forever.
> haru: 제 정원은 사막인데 선인장 모드도 부탁드려요

= junho board week=4
모아로그에 ‘한 주 한 장’ 기능을 넣었다. 회고 카드가 열두 장을 넘으면 더 못 붙인다. 다들 불평하다가 3주 지나니까 카드가 짧아졌다. 제약이 친절할 때가 있다. #회고 #사이드프로젝트
> haru: 마지막 문장 벽에 붙여 두고 싶네요
> yuna: 저희 팀 회고 카드 37장... 도입하고 싶습니다...
>> junho: 37장이면 회고가 아니라 소설이네요
> minseok: 열세 번째 카드가 제일 중요한 얘기면요?
>> junho: 그럼 열두 장 중 하나를 내리게 합니다. 그 토론이 진짜 회고더라고요

= seoyeon bookshop-map week=5
동네책방 지도에 드디어 200번째 책방이 올라갔어요. 제보해 주신 @eunji_reads 님 감사합니다. 걸어갔더니 사장님이 “지도 보고 왔어요?” 하고 물어봐 주셔서 골목에서 조금 울었어요. #동네책방 #사이드프로젝트
> eunji_reads: 제가 더 감사하죠. 거기 시집 코너가 보석이에요
> woojin: 축하합니다. 덕분에 지난달에 세 곳을 걸었습니다
> mina_o: I use this map every weekend. It taught me more Seoul streets than any textbook.
>> seoyeon: Mina, that makes my whole week. 고마워요!
> jihoon_roasts: 책방 옆 카페도 언젠가는... 저희 가게가 58번 책방 바로 옆이거든요

= haru terminal
maru-cli 0.9. 이제 한 줄로 서버에 마루를 세우고, 지울 때도 한 줄이면 돼요. 세우는 것보다 지우는 게 어려웠어요. #Rust #사이드프로젝트
> priya: Uninstall being harder than install is the most honest sentence in infrastructure.
> taeo: 지우기가 되는 도구는 믿을 수 있다
> minseok: 데이터는 남기나요?
>> haru: 기본은 남기고, --정말로 를 붙이면 지워요. 한글 플래그 진짜로 됩니다
>> minseok: 한글 플래그 ㅋㅋㅋㅋ 합격

= raon meal-app
‘오늘 급식’에 알레르기 표시를 넣었어요. 우리 학교 아이 하나가 매일 아침 엄마 대신 자기가 직접 확인하고 온대요. 만든 보람이 이런 거구나 싶어요. #급식 #사이드프로젝트
> junseo_dad: 내년에 첫째 입학하는데 미리 깔았습니다. 고맙습니다
> doyun: 이런 게 진짜 사이드프로젝트죠
> eunbi_3shift: 병원에서도 알레르기 표시 하나가 얼마나 중요한지 알아서 더 뭉클하네요
> hyunseo: 혹시 앱은 혼자 배우셨어요?
>> raon: 방학마다 조금씩요. 첫 버전은 엑셀이었어요 ㅎㅎ

= dokyung pixel-game week=3
‘별줍냥’ 체험판 올렸습니다. 고양이가 별을 줍습니다. 끝입니다. 근데 별을 주울 때마다 소리가 반음씩 올라가는 걸 만드는 데 2주 걸렸습니다. #게임개발 #사이드프로젝트
> siwoo_bass: 반음 올라가다가 열두 개째에 해결되는 거 소름. 이거 일부러 그런 거죠?
>> dokyung: 알아봐 주는 사람 처음이에요 ㅠㅠ
> mallang: 도트 너무 귀엽다... 꼬리 프레임 몇 장이에요?
>> dokyung: 여섯 장이요. 처음엔 스물네 장이었는데 여섯 장이 더 고양이 같더라고요
> junseo_dad: 여섯 살 딸이 세 시간째 하고 있습니다. 책임져 주세요
> taehoon: 별 대신 좀비 줍는 버전은 없나요

= hyunseo editor week=2 hour=23
첫 배포했습니다!!! 학식 메뉴 알려 주는 봇인데 사용자 수: 1 (저). 떨려요. #사이드프로젝트 #첫배포
> doyun: 축하해요 🎉 사용자 1명에서 2명 되는 게 제일 어렵고 제일 기뻐요
> raon: 식단 데이터 모으는 거 힘들죠. 막히면 물어보세요!
> junho: 로그는 남기고 있죠?
>> hyunseo: 로그... 요...?
>> junho: 지금입니다. 지금이 제일 쉬워요
> haru: 환영합니다 이 늪에 ☺️

= minseok
PostgreSQL에서 느린 쿼리 하나 붙잡고 반나절. 결론: 인덱스는 있었고, 타입이 달라서 안 탔다. bigint 컬럼에 문자열을 넘기는 ORM 설정. 30초짜리가 4밀리초가 됐다. #PostgreSQL
> taeo: 반나절이면 싸게 막았네요
> priya: The index was there all along. This is a love story.
> hyunseo: 이런 건 어떻게 찾으세요? explain 봐도 외계어예요
>> minseok: 처음엔 rows 예상값이랑 실제값 차이만 보세요. 거기가 거짓말하는 곳입니다
>> hyunseo: 거짓말하는 곳 찾기... 메모했습니다

= priya dashboard
Wrote a 300-line Rust tool that tails our Postgres slow log and draws it in the terminal. It took one evening. Naming it took three. #Rust #PostgreSQL #sideproject
> haru: What did you end up calling it?
>> priya: "mole". Because it digs. And because it can't see anything either.
> junho: 이름 좋은데요. 저는 아직도 crate 이름 못 정한 게 네 개 있습니다
> minseok: 링크 주세요. 당장 필요합니다

= eunbyeol
‘글꼴 짝꿍’ 사용자 설문에서 가장 많이 나온 말: “예쁜데 왜 예쁜지 설명해 주세요.” 획 끝과 글자 폭을 나란히 겹쳐 보여 주는 화면을 만들고 있어요. 설명할 수 있어야 다음에도 고를 수 있으니까요. #디자인 #사이드프로젝트
> yuna: 이거 나오면 제일 먼저 쓸게요. 맨날 감으로 고르고 팀장님 질문에 얼어요
> minji_butler: 설명할 수 있어야 고를 수 있다 ← 브랜드 회의 때 인용해도 될까요
>> eunbyeol: 물론이죠. 출처는 ‘동네 사람’으로

= junseo_dad hour=23
두 딸 재우고 코딩 40분. 오늘의 성과: 변수 이름 하나 바꿨음. 내일의 목표: 다시 되돌리기. #사이드프로젝트 #퇴근
> doyun: 40분을 매일 하시는 게 대단한 겁니다 진짜
> raon: 아이 키우면서 하는 사람이 제일 멋있어요
> junho: 변수 이름은 원래 이틀 걸립니다

= theo
Rewrote my blog in Svelte for the third time. Number of posts on the blog: still two. Both are about rewriting the blog. #Svelte #sideproject
> doyun: 저도 블로그 글 두 개인데 하나가 "블로그를 만들었습니다"예요
> priya: The real blog was the frameworks we met along the way.

= taeo
온콜 넘겨받으면 하는 일 다섯 가지. 1) 지난주 알람 목록 보기 2) 제일 시끄러운 알람 하나 끄기(고쳐서) 3) 대시보드 즐겨찾기 4) 커피 원두 주문 5) 고양이에게 양해 구하기. #온콜일기
> minseok: 2번 괄호가 핵심
> jihoon_roasts: 4번은 저희 가게에서 ☕ 온콜 블렌드 만들어 드릴게요
>> taeo: 이름만 들어도 잠이 깹니다
> eunbi_3shift: 5번이 제일 어렵지 않나요

= yuna week=3
입사 1년 됐다. 1년 전의 나에게: 레이어 이름 ‘Rectangle 4812’로 두지 마. 미래의 네가 찾고 있어. #회고 #디자인
> minji_butler: 10년 차인데 아직 Rectangle 4812 있습니다. 죄송합니다
> eunbyeol: 1년 축하해요! 커피 살게요
> siwoo_bass: 저는 곡 파일 이름이 ‘최종_진짜_이거’예요

= haru
셀프 호스팅 시작하려는 분들 자주 하는 질문: “집에 있는 낡은 노트북으로 되나요?” 됩니다. 저희 마루도 7년 된 노트북에서 석 달 돌았어요. 대신 백업은 다른 집에 두세요. 저는 부모님 댁 신발장 위에 뒀어요. #셀프호스팅 #사이드프로젝트
> taeo: 신발장 리전(region)
> junseo_dad: 부모님이 먼지 닦으시다가 끄시면요?
>> haru: 그래서 스위치에 고양이 스티커 붙여 뒀어요. 그 뒤로 한 번도 안 끄심
> minseok: 복구 연습은 해 보셨어요?
>> haru: 분기마다요. 첫 번째는 실패했고 그래서 믿게 됐어요
> lena: A backup on top of the shoe cabinet is the most Korean disaster recovery plan and I love it.

= junho
Rust 1년 반 쓰고 느낀 점. 컴파일러가 화낼 때는 대체로 내가 설계를 미뤘을 때다. 빌림 검사기가 아니라 빚 검사기. #Rust
> priya: "Debt checker" is going on a sticker.
> haru: 빚 검사기 ㅋㅋㅋ 오늘도 독촉장 받았습니다
> dokyung: 저는 .clone()으로 돌려막기 중

= seoyeon hour=20
오늘 제보 메일: “사장님이 아프셔서 한동안 닫아요. 지도에서 지우지는 말아 주세요.” 지우지 않고 ‘쉬는 중’ 표시를 만들었어요. 핀 색이 조금 연해져요. #동네책방 #사이드프로젝트
> eunji_reads: 지우지 않는 마음이 지도에 남네요
> mallang: 연한 핀에 작은 이불 덮어 주고 싶다. 그려 드릴까요?
>> seoyeon: 헉 정말요? 이불 덮은 핀이라니
>> mallang: 내일까지 세 장 그려 올게요

= mina_o
I started making a tiny flashcard app that only uses sentences from films I actually watched. Today's card: “밥은 먹고 다니냐.” There is no English for this. #seoul #sideproject
> eunbyeol: There really isn't. It is not a question about food at all.
> grace_k: My grandmother says this instead of hello, goodbye and I love you.
> hyunseo: 앱 나오면 반대로 영어 버전도 만들어 주세요!

= siwoo_bass
합주 녹음 자동으로 잘라 주는 스크립트 완성. 드럼이 멈추면 자르는 방식인데, 우리 드럼이 안 멈춰서 파일이 하나로 나온다. #음악 #사이드프로젝트
> dokyung: 드러머를 고치셔야겠네요
> doyun: 이슈 라벨: wontfix

= keycap_jang soldering day=sun hour=18
일요일 오후를 스위치 66개와 보냈다. 납 연기와 라디오. 마지막 하나가 안 들어와서 보니 다이오드를 거꾸로 꽂았더라. 인생도 가끔 그렇다. #납땜 #커스텀키보드
> theo: Always the last one. Always the diode.
> haru: 마지막 문장에서 갑자기 깊어짐
> siwoo_bass: 이펙터 만들 때 똑같은 경험 있습니다. 방향이 중요해...
`;
