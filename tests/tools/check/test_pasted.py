"""대화하는 AI에서 딸려 온 것만 찾는지 확인한다."""

import pytest

from tools.check.pasted import traces


@pytest.mark.parametrize(
    "line",
    [
        "기울기를 쓴다 :contentReference[oaicite:0]{index=0}.",
        "기울기를 쓴다([oai_citation:1‡arXiv](https://arxiv.org/)).",
        "기울기를 쓴다. citeturn0search0",
        "기울기를 쓴다 turn0search0turn1news2 그리고",
        "기울기를 쓴다【4†source】.",
        "기울기를 쓴다. [cite: 1, 2]",
        "[받기](sandbox:/mnt/data/a.csv)",
        "[글](https://a.org/b?utm_source=chatgpt.com)",
        "[글](https://a.org/b?p=1&utm_source=openai)",
        "[글](https://a.org/b?fbclid=abc)",
        "[글]: https://a.org/b?utm_medium=referral",
        "물론입니다! 아래에 정리했습니다.",
        "> 네, 물론이죠! 정리해 드릴게요.",
        "좋은 질문입니다! Adam은 다음과 같습니다.",
        "저는 AI 언어 모델로서 알 수 없습니다.",
        "더 궁금한 점이 있으시면 언제든지 말씀해 주세요.",
        "도움이 되었기를 바랍니다.",
        "요청하신 내용을 정리했습니다.",
        "원하시면 표로도 만들어 드릴게요.",
        "Certainly! Here is the summary.",
    ],
)
def test_trace_of_a_chat_is_told(line: str) -> None:
    ((number, _, mend),) = traces(f"\n{line}\n")
    assert number == 2
    assert mend


@pytest.mark.parametrize(
    "line",
    [
        "물론 늘 그런 것은 아니다. 느린 것은 물론이고 틀리기도 한다.",
        "`utm_source`를 지운다.",
        "[글](https://a.org/b?p=1&q=2#utm) 그리고 https://arxiv.org/abs/1412.6980",
        "언어 모델로 문장을 만든다. 언어 모델은 AI의 하나다.",
        "도움이 되는 글. 궁금한 점이 있으면 [이슈](a.md)를 연다.",
        "return0 함수, 【굵은 괄호】",
    ],
)
def test_plain_text_is_left_alone(line: str) -> None:
    assert traces(line) == []
