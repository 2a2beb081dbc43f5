"""손으로 쓴 한국어 문장 72개의 주제를 맞힌다. 문장을 자르는 법 둘을 비교한다.

문장은 이 노트를 위해 하나씩 새로 썼다. 틀에 낱말만 바꿔 끼운 문장은 없다.
"""

import functools
from collections.abc import Callable

import keras
import numpy as np
from scipy import stats
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.model_selection import RepeatedStratifiedKFold
from sklearn.naive_bayes import MultinomialNB

CORPUS = {
    "날씨": """아침부터 비가 내렸다
오후에 비가 그치고 해가 났다
우산을 두고 와서 비를 맞았다
밤사이 눈이 많이 쌓였다
첫눈이 와서 길이 미끄럽다
하늘이 맑고 구름이 없다
구름이 끼더니 소나기가 쏟아졌다
바람이 세게 불어 우산이 뒤집혔다
찬 바람에 귀가 시리다
기온이 영하로 떨어졌다
낮 기온이 삼십 도를 넘었다
안개가 짙어 앞이 안 보인다
태풍이 남쪽에서 올라온다
천둥이 치고 번개가 번쩍였다
장마가 길어 빨래가 안 마른다
햇볕이 뜨거워 그늘로 걸었다
습도가 높아 후텁지근하다
미세 먼지가 심해 창문을 닫았다
일교차가 커서 겉옷을 챙겼다
서리가 내려 배추가 얼었다
주말에 비 소식이 있다
흐린 하늘이 저녁에 갰다
눈보라가 쳐서 비행기가 늦었다
봄바람이 따뜻하게 불었다""",
    "음식": """김치찌개가 얼큰하고 맛있다
된장찌개에 두부를 넣었다
라면에 달걀을 풀어 끓였다
국이 싱거워 소금을 더 넣었다
밥을 두 그릇이나 먹었다
점심으로 국수를 먹었다
갓 구운 빵 냄새가 고소하다
떡볶이가 매워서 물을 마셨다
고기를 구워 상추에 싸 먹었다
저녁에 생선을 구웠다
냉면 국물이 시원하다
커피가 써서 설탕을 탔다
만두를 빚어 찜통에 쪘다
김밥에 단무지를 빼고 쌌다
양파를 볶다가 고기를 넣는다
마늘을 다져 양념을 만들었다
사과가 달고 아삭하다
딸기로 잼을 만들어 빵에 발랐다
반찬이 짜서 밥을 더 먹었다
국물이 우러나게 오래 끓인다
간장에 참기름을 섞어 비볐다
튀김이 눅눅해져 맛이 없다
미역국을 끓여 생일상을 차렸다
배가 고파 떡을 구워 먹었다""",
    "운동": """축구 경기에서 두 골을 넣었다
우리 팀이 연장전에서 이겼다
아침마다 공원을 달린다
수영장에서 자유형을 연습했다
농구공을 던져 골을 넣었다
야구 선수가 홈런을 쳤다
투수가 공을 세게 던졌다
달리기를 하다 발목을 삐었다
준비 운동으로 몸을 풀었다
헬스장에서 역기를 들었다
배드민턴 채를 새로 샀다
테니스 경기를 보러 갔다
심판이 호루라기를 불었다
상대 팀 선수가 반칙을 했다
줄넘기를 백 번 했다
자전거로 한강을 달렸다
등산하고 나니 다리가 아프다
팔 굽혀 펴기를 열 번 했다
마라톤 대회에 나가 완주했다
탁구공이 탁자 밖으로 나갔다
요가로 굳은 허리를 폈다
태권도 발차기를 배웠다
골키퍼가 공을 막았다
선수들이 운동장에 모였다""",
}
TOPICS = list(CORPUS)
SENTENCES = [
    line
    for text in CORPUS.values()
    for line in text.splitlines()
]
LABELS = np.repeat(np.arange(3), 24)
VOCABULARY = 1000
SEEDS = range(12)

Tokenizer = Callable[[str], list[str]]


# --8<-- [start:tokens]
def by_word(sentence: str) -> list[str]:
    """문장을 빈칸에서 잘라 어절로 나눈다."""
    return sentence.split()


def by_bigram(sentence: str) -> list[str]:
    """문장을 두 글자씩 자른다. 빈칸도 글자로 센다."""
    return [
        sentence[i : i + 2]
        for i in range(len(sentence) - 1)
    ]


# --8<-- [end:tokens]


def encode(
    sentences: list[str],
    tokenize: Tokenizer,
    numbers: dict[str, int],
    width: int,
) -> np.ndarray:
    """문장을 토큰 번호 `(rows, width)`로 바꾼다. 처음 보는 토큰은 1, 빈자리는 0이다."""
    rows = np.zeros((len(sentences), width), dtype="int32")
    for row, sentence in zip(rows, sentences, strict=True):
        tokens = [
            numbers.get(token, 1)
            for token in tokenize(sentence)
        ][:width]
        row[: len(tokens)] = tokens
    return rows


# --8<-- [start:model]
def build_classifier(vocabulary: int) -> keras.Model:
    """임베딩을 평균해 주제의 확률을 내는 모델을 만든다."""
    return keras.Sequential(
        [
            keras.layers.Embedding(
                vocabulary, 16, mask_zero=True
            ),
            keras.layers.GlobalAveragePooling1D(),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )


# --8<-- [end:model]


@functools.cache
def compiled() -> tuple[keras.Model, list[np.ndarray]]:
    """모델을 한 번 컴파일하고, 훈련하기 전의 옵티마이저의 상태와 함께 돌려준다."""
    model = build_classifier(VOCABULARY)
    model.build((None, 20))
    model.compile(
        keras.optimizers.Adam(0.02),
        "sparse_categorical_crossentropy",
    )
    model.optimizer.build(model.trainable_variables)
    state = [
        keras.ops.convert_to_numpy(x)
        for x in model.optimizer.variables
    ]
    return model, state


# --8<-- [start:numbers]
def number_tokens(
    sentences: list[str], tokenize: Tokenizer
) -> dict[str, int]:
    """훈련 문장에 나온 토큰에 2부터 번호를 붙인다."""
    seen = dict.fromkeys(
        token
        for sentence in sentences
        for token in tokenize(sentence)
    )
    return {
        token: number
        for number, token in enumerate(seen, start=2)
    }


# --8<-- [end:numbers]


def restarted(seed: int) -> keras.Model:
    """컴파일한 모델을 시드로 정한 새 가중치로 되돌린다."""
    keras.utils.set_random_seed(seed)
    model, state = compiled()
    fresh = build_classifier(VOCABULARY)
    fresh.build((None, 20))
    model.set_weights(fresh.get_weights())
    for variable, value in zip(
        model.optimizer.variables, state, strict=True
    ):
        variable.assign(value)
    return model


def score_fold(
    train: np.ndarray,
    test: np.ndarray,
    tokenize: Tokenizer,
    epochs: int = 40,
    seed: int = 12,
) -> tuple[float, float]:
    """폴드 하나를 훈련하고 잰다. 토큰 목록은 훈련 문장에서만 만든다.

    Args:
        train: 훈련에 쓸 문장의 번호.
        test: 테스트에 쓸 문장의 번호.
        tokenize: 문장을 자르는 함수.
        epochs: 에포크 수.
        seed: 처음 가중치를 정할 시드.

    Returns:
        테스트 정확도, 테스트 토큰 가운데 처음 보는 것의 비율.
    """
    train_texts, test_texts = (
        [SENTENCES[i] for i in part]
        for part in (train, test)
    )
    numbers = number_tokens(train_texts, tokenize)
    model = restarted(seed)
    inputs = encode(
        train_texts, tokenize, numbers, width=20
    )
    model.fit(
        inputs,
        LABELS[train],
        epochs=epochs,
        batch_size=len(train),
        verbose=0,
    )
    inputs = encode(test_texts, tokenize, numbers, width=20)
    right = (
        model.predict(inputs, verbose=0).argmax(axis=1)
        == LABELS[test]
    )
    return float(right.mean()), float(
        (inputs == 1).sum() / (inputs > 0).sum()
    )


def folds() -> list[tuple[np.ndarray, np.ndarray]]:
    """3-폴드 교차 검증을 네 번 되풀이해 문장을 나눈다."""
    splitter = RepeatedStratifiedKFold(
        n_splits=3, n_repeats=4, random_state=SEEDS[0]
    )
    return list(splitter.split(SENTENCES, LABELS))


@functools.cache
def results() -> dict[str, np.ndarray]:
    """자르는 법마다 폴드의 정확도와 처음 보는 토큰의 비율 `(2, 폴드)`를 잰다."""
    return {
        name: np.transpose(
            [
                score_fold(*fold, tokenize, seed=seed)
                for seed, fold in zip(
                    SEEDS, folds(), strict=True
                )
            ]
        )
        for name, tokenize in (
            ("어절", by_word),
            ("두 글자씩", by_bigram),
        )
    }


@functools.cache
def naive_bayes() -> np.ndarray:
    """두 글자씩 잘라 센 나이브 베이즈의 정확도를 같은 폴드에서 잰다. `(폴드,)`다."""
    scores = []
    for train, test in folds():
        counter = CountVectorizer(analyzer=by_bigram)
        counts = counter.fit_transform(
            [SENTENCES[i] for i in train]
        )
        model = MultinomialNB().fit(counts, LABELS[train])
        counts = counter.transform(
            [SENTENCES[i] for i in test]
        )
        scores.append(model.score(counts, LABELS[test]))
    return np.array(scores)


def corrected_interval(
    gaps: np.ndarray,
) -> tuple[float, float]:
    """되풀이한 3-폴드에서 짝지은 차이 `(폴드,)`의 평균의 95% 신뢰 구간.

    폴드끼리 훈련 문장을 함께 쓰므로 Nadeau, Bengio(2003)를 따라 구간을 넓힌다.
    """
    error = gaps.std(ddof=1) * np.sqrt(
        1 / len(gaps) + 1 / 2
    )
    low, high = stats.t.interval(
        0.95, len(gaps) - 1, gaps.mean(), error
    )
    return float(low), float(high)


def main() -> None:
    """데이터의 크기와 자르는 법마다의 정확도, 짝지은 차이를 출력한다."""
    print(
        f"문장 {len(SENTENCES)}개, 주제 {len(TOPICS)}개: {', '.join(TOPICS)}"
    )
    print(f"어절: {by_word(SENTENCES[0])}")
    print(f"두 글자씩: {by_bigram(SENTENCES[0])[:6]} …")
    for name, (accuracy, unseen) in results().items():
        print(
            f"{name}: 처음 보는 토큰 {unseen.mean():.2f}, 정확도 {accuracy.mean():.2f}"
        )
    print(
        f"나이브 베이즈(두 글자씩): 정확도 {naive_bayes().mean():.2f}"
    )
    words, bigrams = (
        accuracy for accuracy, _ in results().values()
    )
    for name, gaps in (
        ("두 글자씩 - 어절", bigrams - words),
        ("신경망 - 나이브 베이즈", bigrams - naive_bayes()),
    ):
        low, high = corrected_interval(gaps)
        print(
            f"{name}: {gaps.mean():.2f} (95% 구간 {low:.2f}부터 {high:.2f})"
        )


if __name__ == "__main__":
    main()
