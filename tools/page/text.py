"""글을 다듬는다."""

import re


def squeeze(text: str) -> str:
    """잇따른 빈칸과 줄바꿈을 빈칸 하나로 줄인다."""
    return re.sub(r"\s+", " ", text).strip()
