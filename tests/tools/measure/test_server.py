"""시험용 서버가 바라는 포트를 쓰고, 쓰는 중이면 다른 포트를 고르는지 확인한다."""

from pathlib import Path
from urllib.request import urlopen

from tools.measure.server import serve


def test_wanted_port_is_used_again_and_shared_with_no_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("글", encoding="utf-8")
    with serve(tmp_path) as url:
        port = int(url.rstrip("/").rpartition(":")[2])
        with serve(tmp_path, port=port) as other:
            assert other != url
            assert urlopen(f"{other}a.txt").read() == "글".encode()
    with serve(tmp_path, port=port) as again:
        assert again == url
