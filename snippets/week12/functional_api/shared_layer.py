"""텍스트 입력 두 개가 임베딩 층 하나를 공유할 때 파라미터가 얼마나 줄어드는지 센다.

출처는 케라스 함수형 API 안내서의 "Shared layers" 절이다.
"""

import keras
from keras import layers

VOCABULARY_SIZE = 1000
EMBEDDING_SIZE = 128


# --8<-- [start:model]
def build_two_text_model(*, share: bool) -> keras.Model:
    """텍스트 두 개가 비슷한 정도를 답하는 모델.

    Args:
        share: 참이면 임베딩 층 하나를 두 번 부르고, 거짓이면 층을 따로 둔다.

    Returns:
        정수 배열 두 개 `(batch, length)`를 받아 0과 1 사이의 `(batch, 1)`을 내는 모델.
    """
    first, second = (
        keras.Input((None,), name=name, dtype="int32")
        for name in ("first_text", "second_text")
    )
    words = VOCABULARY_SIZE, EMBEDDING_SIZE
    embed_first = layers.Embedding(*words)
    embed_second = (
        embed_first if share else layers.Embedding(*words)
    )
    average = layers.GlobalAveragePooling1D()
    both = layers.Concatenate()(
        [
            average(embed_first(first)),
            average(embed_second(second)),
        ]
    )
    similar = layers.Dense(1, activation="sigmoid")(both)
    return keras.Model([first, second], similar)


# --8<-- [end:model]


# --8<-- [start:count]
def embedding_parameters(model: keras.Model) -> int:
    """임베딩의 파라미터를 센다. 공유한 층은 한 번 센다."""
    embeddings = [
        layer
        for layer in model.layers
        if isinstance(layer, layers.Embedding)
    ]
    return sum(layer.count_params() for layer in embeddings)


# --8<-- [end:count]


def main() -> None:
    """두 모델의 임베딩 파라미터 수를 출력한다."""
    for label, share in [
        ("공유한 층", True),
        ("따로 둔 층", False),
    ]:
        print(
            f"{label}: {embedding_parameters(build_two_text_model(share=share)):,}"
        )


if __name__ == "__main__":
    main()
