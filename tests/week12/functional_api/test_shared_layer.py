import keras
import numpy as np
import pytest

from snippets.week12.functional_api.shared_layer import (
    EMBEDDING_SIZE,
    VOCABULARY_SIZE,
    build_two_text_model,
    embedding_parameters,
)


def embeddings(model: keras.Model) -> list[keras.layers.Embedding]:
    return [x for x in model.layers if isinstance(x, keras.layers.Embedding)]


@pytest.mark.parametrize(("share", "layers"), [(True, 1), (False, 2)])
def test_sharing_halves_the_embedding_parameters(share: bool, layers: int) -> None:
    model = build_two_text_model(share=share)
    assert len(embeddings(model)) == layers
    expected = layers * VOCABULARY_SIZE * EMBEDDING_SIZE
    assert embedding_parameters(model) == expected
    # 나머지는 이어 붙인 벡터에서 답 하나를 내는 층이다.
    assert model.count_params() == expected + 2 * EMBEDDING_SIZE + 1


def test_shared_layer_is_one_instance_called_twice() -> None:
    (layer,) = embeddings(build_two_text_model(share=True))
    assert len(layer._inbound_nodes) == 2


def test_both_texts_change_the_answer_and_it_is_a_probability() -> None:
    model = build_two_text_model(share=True)
    assert [x.name for x in model.inputs] == ["first_text", "second_text"]
    text, other = np.array([[1, 2, 3]]), np.array([[4, 5]])
    answers = [
        float(np.asarray(model([np.array(a), np.array(b)]))[0, 0])
        for a, b in [(text, text), (text, other), (other, text)]
    ]
    assert len(set(answers)) == 3
    assert all(0 < answer < 1 for answer in answers)


def test_swapping_identical_texts_uses_the_same_weights_only_when_shared() -> None:
    text = np.array([[1, 2, 3]])
    for share, same in [(True, True), (False, False)]:
        model = build_two_text_model(share=share)
        joined = next(x for x in model.layers if x.name.startswith("concatenate"))
        both = np.asarray(keras.Model(model.inputs, joined.output)([text, text]))
        halves_equal = np.allclose(both[:, :EMBEDDING_SIZE], both[:, EMBEDDING_SIZE:])
        assert halves_equal is same
