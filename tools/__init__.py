"""노트를 다루는 도구. 명령은 `python -m tools`로 부른다."""
