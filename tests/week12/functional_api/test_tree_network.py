import keras
import numpy as np
import pytest
from keras import ops

from snippets.week12.functional_api import tree_network
from snippets.week12.functional_api.tree_network import (
    SIZE,
    VOCABULARY,
    TreeNetwork,
    build_graph,
    gap,
    main,
    tree_shapes,
)

BALANCED, CHAIN = ((1, 2), (3, 4)), (((1, 2), 3), 4)


def test_network_joins_from_the_leaves_up() -> None:
    network = TreeNetwork()
    network(tree=BALANCED)
    assert network(tree=3).shape == (1, SIZE)
    table = network.leaf.embeddings.numpy()
    kernel, bias = (w.numpy() for w in network.join.weights)

    def join(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return np.tanh(np.concatenate([a, b]) @ kernel + bias)

    expected = join(join(table[1], table[2]), join(table[3], table[4]))
    answer = np.asarray(network(tree=BALANCED))
    assert answer[0] == pytest.approx(expected, abs=1e-5)


def test_one_network_reads_every_shape_with_the_same_weights() -> None:
    network = TreeNetwork()
    for shape in tree_shapes(5):
        assert network(tree=shape).shape == (1, SIZE)
    leaf, join = VOCABULARY * SIZE, 2 * SIZE * SIZE + SIZE
    assert network.count_params() == leaf + join == 40 + 36


def test_one_graph_reads_one_shape() -> None:
    keras.utils.set_random_seed(0)
    network = TreeNetwork()
    words = [1, 2, 3, 4]
    assert gap(network, BALANCED, BALANCED, words) == pytest.approx(0, abs=1e-6)
    assert gap(network, CHAIN, CHAIN, words) == pytest.approx(0, abs=1e-6)
    assert gap(network, BALANCED, CHAIN, words) > 0.01
    graph = build_graph(network, BALANCED)
    assert len(graph.inputs) == 4
    with pytest.raises(ValueError, match="expects 4 "):
        graph([ops.array([1])] * 3)


def test_number_of_shapes_is_the_catalan_number() -> None:
    assert [len(tree_shapes(n)) for n in range(1, 7)] == [1, 1, 2, 5, 14, 42]
    assert tree_shapes(1) == [0]
    assert set(tree_shapes(3)) == {(0, (0, 0)), ((0, 0), 0)}
    assert len(set(tree_shapes(6))) == 42


def test_page_compares_trees_with_the_same_leaves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls = []
    monkeypatch.setattr(
        tree_network, "gap", lambda _, *given: calls.append(given) or 0.0
    )
    main()
    words = [1, 2, 3, 4]
    assert calls == [(BALANCED, BALANCED, words), (BALANCED, CHAIN, words)]
