"""낱말을 위한 임베딩 층에 이미지를 넣으면 무슨 일이 일어나는지 본다."""

import keras
import numpy as np
from sklearn.datasets import load_digits


# --8<-- [start:embed]
def embed_pixels(images: np.ndarray) -> np.ndarray:
    """0과 1 사이로 나눈 이미지를 임베딩 층에 넣는다.

    임베딩 층은 정수 번호를 받으므로, 소수는 소수점 아래를 버린 번호가 된다.

    Args:
        images: 이미지 `(n, 64)`. 값은 0과 1 사이다.

    Returns:
        픽셀마다의 임베딩 `(n, 64, 8)`.
    """
    embedding = keras.layers.Embedding(
        input_dim=1000, output_dim=8
    )
    return keras.ops.convert_to_numpy(embedding(images))


# --8<-- [end:embed]


def distinct_rows(values: np.ndarray) -> int:
    """마지막 축의 벡터가 몇 가지인지 센다."""
    return len(
        np.unique(
            values.reshape(-1, values.shape[-1]), axis=0
        )
    )


def main() -> None:
    """픽셀의 밝기와 임베딩이 몇 가지인지 출력한다."""
    keras.utils.set_random_seed(0)
    images = (load_digits().data / 16).astype("float32")
    vectors = embed_pixels(images)
    print(
        f"픽셀의 밝기: {distinct_rows(images[..., None])}가지"
    )
    print(f"임베딩 벡터: {distinct_rows(vectors)}가지")


if __name__ == "__main__":
    main()
