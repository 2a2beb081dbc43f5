"""데이터마다 모양이 다른 트리를 읽는 재귀 신경망을 두 방법으로 만든다.

트리의 아래에서 위로 두 벡터를 하나로 합치는 짜임은 Socher 외(2011)를 따른다.
"""

import keras
from keras import layers, ops

Tree = int | tuple["Tree", "Tree"]
VOCABULARY, SIZE = 10, 4


# --8<-- [start:recursive]
class TreeNetwork(keras.Model):
    """트리를 따라 스스로를 불러 벡터 `(1, 4)`로 합친다."""

    def __init__(self) -> None:
        """잎을 벡터로 바꾸는 층과 둘을 합치는 층."""
        super().__init__()
        self.leaf = layers.Embedding(VOCABULARY, SIZE)
        self.join = layers.Dense(SIZE, activation="tanh")

    def call(self, *, tree: Tree) -> keras.KerasTensor:
        """`tree`는 정수 하나이거나, 트리 두 개의 짝이다."""
        if isinstance(tree, int):
            return self.leaf(ops.array([tree]))
        left, right = (
            self.call(tree=branch) for branch in tree
        )
        return self.join(
            ops.concatenate([left, right], axis=1)
        )


# --8<-- [end:recursive]


# --8<-- [start:one-graph]
def build_graph(
    network: TreeNetwork, shape: Tree
) -> keras.Model:
    """트리 모양 하나만 읽는 모델을 같은 층들로 만든다.

    Returns:
        잎의 번호 `(batch,)`를 왼쪽부터 차례로 받아 `(batch, 4)`를 내는 모델.
    """
    leaves: list[keras.KerasTensor] = []

    def connect(part: Tree) -> keras.KerasTensor:
        if isinstance(part, int):
            leaves.append(
                keras.Input(shape=(), dtype="int32")
            )
            return network.leaf(leaves[-1])
        return network.join(
            layers.Concatenate()(
                [connect(part[0]), connect(part[1])]
            )
        )

    top = connect(shape)
    return keras.Model(leaves, top)


# --8<-- [end:one-graph]


# --8<-- [start:shapes]
def tree_shapes(leaves: int) -> list[Tree]:
    """잎이 `leaves`개인 트리의 모양을 모두 만든다."""
    if leaves == 1:
        return [0]
    return [
        (left, right)
        for size in range(1, leaves)
        for left in tree_shapes(size)
        for right in tree_shapes(leaves - size)
    ]


# --8<-- [end:shapes]


def gap(
    network: TreeNetwork,
    shape: Tree,
    tree: Tree,
    words: list[int],
) -> float:
    """`shape`로 만든 그래프와 재귀 신경망이 낸 답의 가장 큰 차이를 구한다."""
    inputs = [ops.array([word]) for word in words]
    answer = build_graph(network, shape)(inputs)
    return float(
        ops.max(ops.abs(answer - network(tree=tree)))
    )


def main() -> None:
    """같은 모양과 다른 모양에서의 차이, 잎의 수마다 필요한 그래프 수를 출력한다."""
    keras.utils.set_random_seed(0)
    network = TreeNetwork()
    words, balanced, chain = (
        [1, 2, 3, 4],
        ((1, 2), (3, 4)),
        (((1, 2), 3), 4),
    )
    for label, tree in [
        ("같은 모양", balanced),
        ("다른 모양", chain),
    ]:
        print(
            f"{label}의 트리: 차이 {gap(network, balanced, tree, words):.2f}"
        )
    for leaves in range(2, 7):
        print(
            f"잎 {leaves}개: 그래프 {len(tree_shapes(leaves))}개"
        )


if __name__ == "__main__":
    main()
