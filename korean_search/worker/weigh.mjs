/* 낱말이 무엇을 찾는지 얼마나 말해 주는지 가늠한다. */
import { strip } from "./query.mjs";

/* 어디에나 나오는 낱말에도 두는 무게. */
const LEAST_WEIGHT = 0.5;
/* 사이트에 이름으로는 나오지 않는 말의 몫. */
const DOING = 0.5;
/* 어느 쪽에나 어울리는 말의 몫. */
const VAGUE = 0.2;
/* 무엇의 어떤 면을 묻는지만 말하는 낱말. */
const ASPECT = new Set(
  "장점 단점 장단점 한계 문제 문제점 경우 과정 특징 개념 역할 종류 원리 구조 기준 조건 이유 필요 활용 예제 예시 예 방법 방식 차이 차이점 뜻 의미 정의 소개 설명 정리 이해 사용 사용법 적용 기본 기초 관련 비교 추천 주의 주의점 결과 효과 부분 상황 정도 자체 때 후 전 뒤 앞 안 밖 중".split(" ")
);
/* 세거나 꾸미는 낱말. */
const MODIFIER = new Set(
  "내 제 우리 이런 그런 다음 이전 같은 다른 여러 모든 새 새로운 큰 작은 많은 적은 좋은 나은 나쁜 첫 두 세 네 번 개 명 가지 하나 둘 셋 서로 함께 직접 바로 다시 먼저 나중에 처음 처음부터 매번 자주 항상 빨리 너무 아주".split(" ")
);
/* 흔한 동사의 명사꼴. 제목에 명사로 적혀 있어도 하려는 일을 말할 뿐이다. */
const GERUND = /(?:하|되|시키|만들|쓰|읽|보|그리|풀|찾|고르|넣|빼|나누|줄이|늘리|바꾸|옮기|켜|끄|배우|띄우|돌리|고치|다루|구하|열|얻)기$/;

function vague({ text }) {
  const bare = strip(text).filter(({ tail, particle }) => !tail || particle);
  return MODIFIER.has(text) || bare.some(({ form }) => ASPECT.has(form) || GERUND.test(form));
}

/** 찾은 꼴이 이름인지. 한 글자는 명사로 표시해 두지 않는다. */
const naming = ({ noun, changed, one }) => noun || changed || one.form.length === 1 || one.kind === "synonym" || one.kind === "complete";

/** 낱말이 찾는 것의 이름이면 1, 움직임이나 꾸미는 말이면 그보다 작다. */
export function importance(unit, results) {
  if (!unit.hangul) return 1;
  if (vague(unit) || results.some(({ one }) => one.kind === "verb" && one.tail.startsWith("기"))) return VAGUE;
  return results.some(naming) ? 1 : DOING;
}

/** 낱말의 무게. `rarity`는 그 낱말이 얼마나 드문지, `part`는 `importance`가 준 몫이다. */
export function heft(rarity, part) {
  return part * (LEAST_WEIGHT + rarity);
}

/** 뜻의 얼마만큼이 들어 있는지. `held`는 낱말마다 있는지, `weights`는 낱말마다의 무게다. */
export function share(held, weights) {
  const total = (list) => list.reduce((sum, weight) => sum + weight, 0);
  const all = total(weights);
  return all ? total(weights.filter((_, i) => held[i])) / all : 0;
}
