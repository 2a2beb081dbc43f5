"""다른 일이 끝나기를 기다리는지 본다."""

from tools.measure import quiet


def test_waits_until_others_are_done() -> None:
    loads = iter([100.0, 60.0, 3.0, 100.0])
    assert quiet.wait_until_quiet(60, lambda: next(loads))
    assert next(loads) == 100.0


def test_gives_up_on_a_machine_that_is_always_busy() -> None:
    asked = []
    assert not quiet.wait_until_quiet(12, lambda: asked.append(1) or 90.0)
    assert len(asked) * quiet.EVERY == 12


def test_asks_the_machine() -> None:
    assert 0 <= quiet.load() <= 100
