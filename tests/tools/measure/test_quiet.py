"""다른 일이 끝나기를 기다리는지 본다."""

from tools.measure import quiet


def test_waits_until_others_are_done() -> None:
    loads, rests = iter([3.0, 1.2, 0.5]), []
    assert quiet.wait_until_quiet(60, lambda: next(loads), rests.append)
    assert rests == [quiet.EVERY] * 2


def test_gives_up_on_a_machine_that_is_always_busy() -> None:
    rests: list[float] = []
    assert not quiet.wait_until_quiet(10, lambda: 9.0, rests.append)
    assert sum(rests) == 10


def test_asks_the_machine() -> None:
    assert quiet.load() >= 0
