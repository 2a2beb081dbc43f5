"""텍스트 입력 두 개가 임베딩 층 하나를 나눠 쓸 때 파라미터가 얼마나 줄어드는지 센다.

출처는 케라스 함수형 API 안내서의 "Shared layers" 절이다.
"""

import keras

VOCABULARY_SIZE = 1000
EMBEDDING_SIZE = 128


# --8<-- [start:model]
def build_two_text_model(*, share: bool) -> keras.Model:
    """텍스트 두 개를 받아 비슷한 정도를 답하는 모델을 만든다.

    Args:
        share: 참이면 임베딩 층 하나를 두 번 부르고, 거짓이면 층을 따로 둔다.

    Returns:
        정수 배열 두 개 `(batch, length)`를 받아 0과 1 사이의 `(batch, 1)`을 내는 모델.
    """
    first = keras.Input(
        shape=(None,), dtype="int32", name="first_text"
    )
    second = keras.Input(
        shape=(None,), dtype="int32", name="second_text"
    )

    embed_first = keras.layers.Embedding(
        VOCABULARY_SIZE, EMBEDDING_SIZE
    )
    embed_second = (
        embed_first
        if share
        else keras.layers.Embedding(
            VOCABULARY_SIZE, EMBEDDING_SIZE
        )
    )

    average = keras.layers.GlobalAveragePooling1D()
    both = keras.layers.Concatenate()(
        [
            average(embed_first(first)),
            average(embed_second(second)),
        ]
    )
    similarity = keras.layers.Dense(
        1, activation="sigmoid"
    )(both)
    return keras.Model(
        inputs=[first, second], outputs=similarity
    )


# --8<-- [end:model]


# --8<-- [start:count]
def embedding_parameters(model: keras.Model) -> int:
    """모델에 든 임베딩 층의 파라미터 수를 더한다. 나눠 쓴 층은 한 번만 센다."""
    embeddings = [
        layer
        for layer in model.layers
        if isinstance(layer, keras.layers.Embedding)
    ]
    return sum(layer.count_params() for layer in embeddings)


# --8<-- [end:count]


def main() -> None:
    """두 모델의 임베딩 파라미터 수를 출력한다."""
    for label, share in [
        ("나눠 쓴 층", True),
        ("따로 둔 층", False),
    ]:
        print(
            f"{label}: {embedding_parameters(build_two_text_model(share=share)):,}"
        )


if __name__ == "__main__":
    main()
