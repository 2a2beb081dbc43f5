"""한국어로 읽은 수를 아라비아 숫자로 옮기는 작은 번역기를 훈련한다.

데이터는 0부터 9999까지의 수와 그 읽는 법이고, 모두 코드로 만든다. 글자를 두 개씩 센
로지스틱 회귀와 비교한다. 훈련 하나에 몇 초가 걸려 시드는 셋만 쓰고, 시드마다 처음 보는
수 1,000개와 뺀 수 1,000개로 잰다.
"""

import functools

import keras
import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

SEEDS = range(3)
NAMES = "영일이삼사오육칠팔구"
LETTERS = {
    letter: i
    for i, letter in enumerate(
        "영일이삼사오육칠팔구십백천", start=1
    )
}


# --8<-- [start:read]
def read_aloud(number: int) -> str:
    """0부터 9999까지의 수를 한국어로 읽는다.

    1은 십, 백, 천 앞에서 읽지 않는다.
    """
    text = ""
    for unit, digit in zip(
        ["천", "백", "십", ""], f"{number:04}", strict=True
    ):
        if digit != "0":
            text += (
                ""
                if digit == "1" and unit
                else NAMES[int(digit)]
            ) + unit
    return text or "영"


# --8<-- [end:read]


def encode(numbers: np.ndarray) -> np.ndarray:
    """읽은 글을 글자 번호 `(rows, 7)`로 바꾼다. 빈자리는 0이다."""
    rows = np.zeros((len(numbers), 7), dtype="int32")
    for row, number in zip(rows, numbers, strict=True):
        letters = [
            LETTERS[letter]
            for letter in read_aloud(int(number))
        ]
        row[: len(letters)] = letters
    return rows


def to_digits(numbers: np.ndarray) -> np.ndarray:
    """수 `(rows,)`를 네 자리 숫자 `(rows, 4)`로 나눈다. 빈 자리는 0으로 채운다."""
    return numbers[:, None] // [1000, 100, 10, 1] % 10


# --8<-- [start:split]
def split(seed: int = 0) -> dict[str, np.ndarray]:
    """칠천으로 시작하는 수를 훈련에서 빼고 나눈다.

    Returns:
        훈련할 수 3000개, 훈련에서 보지 않은 수 1000개, 7로 시작하는 네 자리 수 1000개.
    """
    numbers = np.arange(10_000)
    thousands = numbers // 1000
    shuffled = np.random.default_rng(seed).permutation(
        numbers[thousands != 7]
    )
    return {
        "훈련한 수": shuffled[:3000],
        "처음 보는 수": shuffled[3000:4000],
        "칠천으로 시작하는 수": numbers[thousands == 7],
    }


# --8<-- [end:split]


# --8<-- [start:model]
def build_translator(units: int = 64) -> keras.Model:
    """글자를 읽고 네 자리의 확률을 쓰는 모델을 만든다.

    글자 번호 `(7,)`를 받아 확률 `(4, 10)`을 낸다.
    """
    inputs = keras.Input(shape=(7,), dtype="int32")
    x = keras.layers.Embedding(
        len(LETTERS) + 1, 16, mask_zero=True
    )(inputs)
    x = keras.layers.GRU(units)(x)
    x = keras.layers.RepeatVector(4)(x)
    x = keras.layers.GRU(units, return_sequences=True)(x)
    outputs = keras.layers.Dense(10, activation="softmax")(
        x
    )
    return keras.Model(inputs, outputs)


# --8<-- [end:model]


@functools.cache
def compiled(
    steps: int,
) -> tuple[keras.Model, list[np.ndarray]]:
    """번역기를 한 번 컴파일하고, 훈련하기 전의 옵티마이저의 상태와 함께 돌려준다."""
    model = build_translator()
    rate = keras.optimizers.schedules.CosineDecay(
        0.01, steps
    )
    model.compile(
        keras.optimizers.Adam(rate),
        "sparse_categorical_crossentropy",
    )
    model.optimizer.build(model.trainable_variables)
    state = [
        keras.ops.convert_to_numpy(x)
        for x in model.optimizer.variables
    ]
    return model, state


def spaced(numbers: np.ndarray) -> list[str]:
    """수 `(rows,)`를 읽은 글. 첫 글자와 끝 글자를 알아보게 빈칸으로 감싼다."""
    return [
        f" {read_aloud(int(number))} " for number in numbers
    ]


def network_answers(
    seed: int, epochs: int = 20
) -> dict[str, np.ndarray]:
    """훈련할 수만 보여 준 번역기가 나눈 수마다 쓴 네 자리 `(rows, 4)`."""
    keras.utils.set_random_seed(seed)
    parts = split(seed)
    numbers = parts["훈련한 수"]
    model, state = compiled(
        steps=epochs * len(numbers) // 100
    )
    model.set_weights(build_translator().get_weights())
    for variable, value in zip(
        model.optimizer.variables, state, strict=True
    ):
        variable.assign(value)
    model.fit(
        encode(numbers),
        to_digits(numbers),
        epochs=epochs,
        batch_size=100,
        verbose=0,
    )
    return {
        name: model.predict(
            encode(part), batch_size=500, verbose=0
        ).argmax(axis=-1)
        for name, part in parts.items()
    }


# --8<-- [start:counting]
def counting_answers(seed: int) -> dict[str, np.ndarray]:
    """자리마다 배운 로지스틱 회귀가 쓴 네 자리."""
    parts = split(seed)
    texts = {x: spaced(part) for x, part in parts.items()}
    models = [
        make_pipeline(
            CountVectorizer(
                analyzer="char", ngram_range=(2, 2)
            ),
            LogisticRegression(C=100, max_iter=300),
        ).fit(texts["훈련한 수"], digits)
        for digits in to_digits(parts["훈련한 수"]).T
    ]
    return {
        name: np.column_stack(
            [model.predict(text) for model in models]
        )
        for name, text in texts.items()
    }


# --8<-- [end:counting]


@functools.cache
def accuracies() -> dict[str, np.ndarray]:
    """모델마다 네 자리를 모두 맞힌 수의 비율 `(시드, 나눈 것)`을 잰다."""
    found = {}
    for model, answer in (
        ("신경망", network_answers),
        ("로지스틱 회귀", counting_answers),
    ):
        found[model] = np.array(
            [
                [
                    (digits == to_digits(split(seed)[name]))
                    .all(axis=1)
                    .mean()
                    for name, digits in answer(seed).items()
                ]
                for seed in SEEDS
            ]
        )
    return found


def main() -> None:
    """읽는 법의 예와, 나눈 수마다 네 자리를 모두 맞힌 비율을 출력한다."""
    for number in (2038, 1110):
        print(f"{read_aloud(number)} → {number}")
    print(f"시드 {len(SEEDS)}개의 평균 정확도")
    for model, shares in accuracies().items():
        print(model)
        for name, share in zip(
            split(0), shares.mean(axis=0), strict=True
        ):
            print(f"  {name}: {share:.1f}")


if __name__ == "__main__":
    main()
