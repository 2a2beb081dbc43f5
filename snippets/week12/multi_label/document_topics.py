"""주제가 여럿인 글을 한 주제만 고르게 할 때와 주제마다 물을 때를 견준다."""

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multioutput import MultiOutputClassifier
from sklearn.pipeline import Pipeline, make_pipeline

TOPICS = ("경제", "운동", "과학")
# --8<-- [start:corpus]
DOCUMENTS = {
    "금리 인상 뒤 은행 대출 감소": {"경제"},
    "수출 증가로 환율 하락": {"경제"},
    "은행 예금 금리 하락": {"경제"},
    "투자 감소와 수출 부진": {"경제"},
    "결승 경기 선수 부상": {"운동"},
    "대표 선수 훈련 시작": {"운동"},
    "감독 교체 뒤 경기 승리": {"운동"},
    "결승 승리 구단 축하": {"운동"},
    "망원경 관측 은하 발견": {"과학"},
    "유전자 실험 논문 발표": {"과학"},
    "위성 발사 관측 시작": {"과학"},
    "연구 논문 실험 재현": {"과학"},
    "구단 선수 영입 투자 증가": {"경제", "운동"},
    "경기 중계 수출 계약": {"경제", "운동"},
    "위성 수출 계약 투자": {"경제", "과학"},
    "연구 투자 은행 대출": {"경제", "과학"},
    "선수 훈련 유전자 연구": {"운동", "과학"},
    "경기 부상 예방 실험 논문": {"운동", "과학"},
}
# --8<-- [end:corpus]
NEW_DOCUMENTS = (
    "은행 금리 인상",
    "위성 발사 투자 계약",
    "선수 부상 연구 논문",
)


def multi_hot() -> np.ndarray:
    """글마다의 주제를 멀티-핫 `(documents, topics)`으로 바꾼다."""
    return (
        np.array(
            [
                [t in topics for t in TOPICS]
                for topics in DOCUMENTS.values()
            ]
        )
        * 1
    )


# --8<-- [start:train]
def train() -> Pipeline:
    """주제마다 로지스틱 회귀를 하나씩 훈련한다."""
    model = make_pipeline(
        CountVectorizer(),
        MultiOutputClassifier(LogisticRegression(C=10)),
    )
    return model.fit(list(DOCUMENTS), multi_hot())


def one_topic_recall(truth: np.ndarray) -> float:
    """주제를 하나만 고를 때 닿을 수 있는 재현율."""
    return float(
        np.minimum(truth.sum(axis=1), 1).sum() / truth.sum()
    )


# --8<-- [end:train]


def probabilities(
    model: Pipeline, texts: tuple[str, ...]
) -> np.ndarray:
    """글이 주제마다 속할 확률 `(texts, topics)`."""
    return np.stack(
        [p[:, 1] for p in model.predict_proba(texts)],
        axis=1,
    )


def main() -> None:
    """주제의 수와 새 글의 주제별 확률을 출력한다."""
    truth = multi_hot()
    print(f"글 {len(truth)}편, 붙은 주제 {truth.sum()}개")
    print(
        f"하나만 고를 때 재현율의 한계: {one_topic_recall(truth):.2f}"
    )
    for text, row in zip(
        NEW_DOCUMENTS,
        probabilities(train(), NEW_DOCUMENTS),
        strict=True,
    ):
        print(text)
        print(
            "  "
            + ", ".join(
                f"{t} {p:.2f}"
                for t, p in zip(TOPICS, row, strict=True)
            )
        )


if __name__ == "__main__":
    main()
