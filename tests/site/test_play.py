"""움직이는 그림을 키보드로, 휴대 전화에서, 자바스크립트 없이 써 본다.

식은 tests/play에서 파이썬과 견주고, 여기서는 쪽에서 그 값이 보이는지 확인한다.
"""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from snippets.week12.hyperparameter_tuning.bayesian_optimization import bumpy, maximize
from snippets.week12.hyperparameter_tuning.length_and_margin import (
    BUDGET,
    CANDIDATES,
    START,
    random_average,
)
from snippets.week12.optimizers.update_rules import RULES
from tests.paths import DOCS, SNIPPETS
from tests.play.walk import GROUNDS, walk
from tests.site.conftest import Site, Visit
from tests.site.test_browser import DESKTOP, OVERFLOWING, PHONE, SCREENS
from tools.page.built import BuiltPage

PLAY = "assets/play"
PAGES = {"descent": "week12/optimizers/", "tuning": "week12/hyperparameter-tuning/"}
LIMIT = 30 * 1024
LOADER_LIMIT = 1024
SMALLEST_TARGET = 44
IMPORT = re.compile(r'from "\./([a-z]+\.js)"')
STILL = {"reduced_motion": "reduce"}
TOUCHED = ".play button, .play select, .play input[type=range], .play label"


def files(site: Site) -> list[Path]:
    return sorted((site.folder / PLAY).iterdir())


def size(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9))


def show(visit: Visit, kind: str, anchor: str = "") -> Locator:
    """쪽을 열고 그림이 깨어날 때까지 그 자리로 내려간다."""
    page = visit.open(PAGES[kind] + anchor)
    return wake(page, kind)


def wake(page: Page, kind: str) -> Locator:
    page.locator(f"[data-play={kind}]").scroll_into_view_if_needed()
    play = page.locator(f"[data-play={kind}] .play")
    play.wait_for()
    return play


def loss_of(play: Locator, rule: str) -> str:
    row = play.locator("tr", has=play.page.get_by_label(rule, exact=True))
    return row.locator("td").last.inner_text()


def value_of(play: Locator, name: str) -> float:
    slider = play.get_by_role("slider", name=name)
    return float(slider.get_attribute("aria-valuetext"))


def slide(play: Locator, name: str, value: str) -> None:
    """손잡이를 화살표로 옮겨 값을 맞춘다."""
    slider = play.get_by_role("slider", name=name)
    slider.focus()
    slider.press("Home")
    for _ in range(60):
        if slider.get_attribute("aria-valuetext") == value:
            return
        slider.press("ArrowRight")
    raise AssertionError(f"{name}에 {value}이(가) 없습니다.")


def test_our_code_is_small(site: Site) -> None:
    assert sum(map(size, files(site))) <= LIMIT
    assert size(site.folder / PLAY / "load.js") < LOADER_LIMIT


def test_every_picture_has_its_module_and_every_module_is_used(
    pages: list[BuiltPage], site: Site
) -> None:
    named = {
        figure["data-play"]
        for page in pages
        for figure in page.html.select("[data-play]")
    }
    assert named == set(PAGES)
    needed = [f"{name}.js" for name in named]
    for name in needed:
        source = (site.folder / PLAY / name).read_text(encoding="utf-8")
        needed += [other for other in IMPORT.findall(source) if other not in needed]
    written = {file.name for file in files(site)}
    assert {*needed, "load.js", "play.css"} == written


def test_page_without_a_picture_asks_for_the_loader_only(
    visit: Visit, pages: list[BuiltPage]
) -> None:
    asked = []
    visit.page.on("request", lambda request: asked.append(request.url))
    for page in pages:
        if page.html.select("[data-play]"):
            assert len(page.html.select("link[href$='play/play.css']")) == 1
        else:
            assert not page.html.select("link[href*=play]")
    visit.open("week12/functional-api/")
    visit.page.keyboard.press("End")
    visit.page.wait_for_load_state("networkidle")
    ours = {url for url in asked if f"/{PLAY}/" in url}
    assert ours == {f"{visit.home}{PLAY}/load.js"}


def test_first_look_is_the_still_picture(visit: Visit) -> None:
    play = show(visit, "descent")
    output = (SNIPPETS / "week12/optimizers/trajectories.txt").read_text("utf-8")
    written = re.findall(r"- (\S+): 곧은 골짜기 ([\d.]+), .* ([\d.]+)$", output, re.M)
    assert len(written) == 4
    for rule, straight, _ in written:
        assert loss_of(play, rule) == straight
    play.get_by_label("곡면").select_option("돌린 골짜기")
    for rule, _, turned in written:
        assert loss_of(play, rule) == turned
    picture = play.get_by_role("img")
    expect(picture).to_have_attribute("aria-label", re.compile(r"돌린 골짜기.*20걸음"))


@pytest.mark.parametrize("surface", GROUNDS)
def test_losses_on_the_page_are_those_of_python(visit: Visit, surface: str) -> None:
    play = show(visit, "descent")
    play.get_by_label("곡면").select_option(surface)
    steps = int(play.get_by_role("slider", name="걸음").get_attribute("max"))
    for rule in RULES:
        play.get_by_label(rule, exact=True).check()
        options = {"learning_rate": value_of(play, f"{rule}의 학습률")}
        for name in ("momentum", "rho"):
            if hasattr(RULES[rule][0], name):
                options[name] = value_of(play, name)
        loss = GROUNDS[surface].loss(walk(surface, rule, steps, **options)[-1])
        shown = loss_of(play, rule)
        if "e" in shown:
            assert float(shown) == float(f"{loss:.0e}")
        else:
            assert shown == f"{loss:.{len(shown.partition('.')[2])}f}"


@pytest.mark.parametrize("visit", [DESKTOP], indirect=True)
def test_keyboard_alone_finds_where_sgd_runs_away(visit: Visit) -> None:
    play = show(visit, "descent")
    page = visit.page
    play.get_by_role("button", name="처음으로").focus()
    page.keyboard.press("Enter")
    expect(play.get_by_role("status")).to_contain_text("0걸음.")
    assert loss_of(play, "SGD") == "8.05"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(play.get_by_role("status")).to_contain_text("1걸음.")
    for _ in range(5):  # 재생, 걸음, 출발점의 가로와 세로, 곡면
        page.keyboard.press("Tab")
    expect(play.get_by_label("곡면")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(play.get_by_label("곡면")).to_have_value("돌린 골짜기")
    page.keyboard.press("Tab")
    expect(play.get_by_label("SGD", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(play.get_by_role("slider", name="SGD의 학습률")).to_be_focused()
    shown = {}
    for _ in range(3):
        rate = page.locator(":focus").get_attribute("aria-valuetext")
        shown[rate] = loss_of(play, "SGD")
        page.keyboard.press("ArrowRight")
    assert shown == {"0.9": "0.09", "1": "4.06", "1.1": "5879"}
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(play.get_by_label("SGD", exact=True)).not_to_be_checked()
    assert loss_of(play, "SGD") == ""
    expect(play.get_by_role("slider", name="SGD의 학습률")).to_be_disabled()


def starts(play: Locator) -> tuple[float, ...]:
    return tuple(value_of(play, f"출발점의 {axis}") for axis in ("가로", "세로"))


def test_start_moves_by_mouse_and_by_keyboard_and_comes_back(visit: Visit) -> None:
    play = show(visit, "descent")
    play.get_by_label("곡면").select_option("돌린 안장")
    first, losses = starts(play), play.get_by_role("status").inner_text()
    ring = play.locator(".play-start").bounding_box()
    x, y = ring["x"] + ring["width"] / 2, ring["y"] + ring["height"] / 2
    mouse = visit.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 60, y - 30, steps=4)
    mouse.up()
    moved = starts(play)
    assert moved[0] > first[0]
    assert moved[1] > first[1]
    expect(play.get_by_role("status")).not_to_have_text(losses)
    line = play.locator("[data-rule=SGD] polyline").get_attribute("points")
    drawn = play.locator(".play-handle").get_attribute("transform")
    assert drawn == f"translate({line.split(' ')[0]})"
    slider = play.get_by_role("slider", name="출발점의 가로")
    slider.press("ArrowRight")
    assert starts(play)[0] > moved[0]
    assert starts(play)[1] == moved[1]
    for axis, value in zip(("가로", "세로"), first, strict=True):
        slide(play, f"출발점의 {axis}", f"{value:.2f}")
    expect(play.get_by_role("status")).to_have_text(losses)


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_finger_moves_the_start_but_elsewhere_the_page(visit: Visit) -> None:
    play = show(visit, "descent")
    page = visit.page
    play.get_by_role("img").evaluate(
        "(picture) => picture.scrollIntoView({block: 'center', behavior: 'instant'})"
    )
    page.wait_for_timeout(500)
    screen = page.context.new_cdp_session(page)

    def drag(x: float, y: float) -> float:
        before = page.evaluate("scrollY")
        for step in range(8):
            kind = "touchMove" if step else "touchStart"
            point = {"x": x + 5 * step, "y": y - 12 * step}
            screen.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]}
            )
        screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(500)
        return page.evaluate("scrollY") - before

    first = starts(play)
    ring = play.locator(".play-start").bounding_box()
    assert drag(ring["x"] + 5, ring["y"] + 5) == 0
    moved = starts(play)
    assert moved != first
    picture = play.get_by_role("img").bounding_box()
    place = picture["x"] + picture["width"] * 0.8
    assert drag(place, picture["y"] + picture["height"] * 0.9) > 0
    assert starts(play) == moved
    picture = play.get_by_role("img").bounding_box()
    page.touchscreen.tap(place, picture["y"] + picture["height"] / 2)
    assert starts(play)[0] > moved[0]


def test_paper_keeps_the_picture_and_what_was_chosen(visit: Visit) -> None:
    play = show(visit, "descent")
    play.get_by_label("Adam", exact=True).uncheck()
    visit.page.emulate_media(media="print")
    expect(play.get_by_role("img")).to_be_visible()
    expect(play.locator("tbody tr:visible")).to_have_count(3)
    expect(play.locator(":is(input, button):visible")).to_have_count(0)
    assert "SGD" in play.inner_text()


@pytest.mark.parametrize("kind", PAGES)
def test_paper_without_the_picture_leaves_no_hole(visit: Visit, kind: str) -> None:
    page = visit.open(PAGES[kind])
    page.emulate_media(media="print")
    figure = page.locator(f"[data-play={kind}]")
    expect(figure.locator(".play")).to_have_count(0)
    assert figure.bounding_box()["height"] < 60


def test_path_that_overflows_is_drawn_as_far_as_it_goes(visit: Visit) -> None:
    play = show(visit, "descent")
    play.get_by_label("곡면").select_option("굽은 골짜기")
    slide(play, "SGD의 학습률", "0.9")
    assert loss_of(play, "SGD") == "넘침"
    points = play.locator("[data-rule=SGD] polyline").get_attribute("points")
    assert re.fullmatch(r"(-?\d+\.\d,-?\d+\.\d ?)+", points)
    assert len(points.split()) < 20
    for rule in ("모멘텀", "AdaGrad", "Adam"):
        play.get_by_label(rule, exact=True).uncheck()
    expect(play.get_by_role("status")).to_contain_text("SGD 넘침")
    play.get_by_label("SGD", exact=True).uncheck()
    expect(play.get_by_role("status")).to_contain_text("고른 옵티마이저가 없다")


def test_focus_is_visible(visit: Visit) -> None:
    show(visit, "descent").get_by_role("button", name="처음으로").focus()
    page = visit.page
    for _ in range(6):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert " solid " in style, page.evaluate("document.activeElement.outerHTML")
        assert not style.endswith(" 0px")


def test_playing_announces_only_the_end(visit: Visit) -> None:
    play = show(visit, "descent")
    visit.page.evaluate(
        """() => {
          window.said = []
          new MutationObserver(() => window.said.push(
            document.querySelector(".play [role=status]").textContent
          )).observe(document.querySelector(".play [role=status]"), {childList: true})
        }"""
    )
    play.get_by_role("button", name="재생").click()
    expect(play.get_by_role("button", name="멈춤")).to_be_visible()
    expect(play.locator(".play-player output")).not_to_have_text("0 / 20")
    expect(play.locator(".play-player output")).to_have_text("20 / 20", timeout=15_000)
    expect(play.get_by_role("button", name="재생")).to_be_visible()
    said = visit.page.evaluate("window.said")
    assert len(said) == 1
    assert said[0].startswith("20걸음. 손실은 SGD 0.09, 모멘텀 0.02, AdaGrad 0.01")


def test_pause_stays_where_it_was(visit: Visit) -> None:
    play = show(visit, "descent")
    play.get_by_role("button", name="재생").click()
    play.get_by_role("button", name="멈춤").click()
    output = play.locator(".play-player output")
    at = output.inner_text()
    visit.page.wait_for_timeout(700)
    assert output.inner_text() == at != "20 / 20"
    expect(play.get_by_role("status")).to_contain_text(f"{at.split(' ')[0]}걸음.")


@pytest.mark.parametrize("visit", [STILL], indirect=True)
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_moves_for_those_who_ask_for_less_motion(
    visit: Visit, kind: str
) -> None:
    play = show(visit, kind)
    play.get_by_role("button", name="처음으로").click()
    expect(play.get_by_role("button", name="재생")).to_have_count(0)
    output = play.locator(".play-player output")
    assert output.inner_text().startswith("0 / ")
    play.get_by_role("button", name="끝까지").click()
    first, last = output.inner_text().split(" / ")
    assert first == last


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
@pytest.mark.parametrize("kind", PAGES)
def test_without_javascript_the_still_picture_stays(visit: Visit, kind: str) -> None:
    page = visit.page
    page.goto(visit.home + PAGES[kind])
    still = {"descent": "trajectories", "tuning": "bayesian_optimization"}[kind]
    source = (DOCS.parent / f"snippets/{PAGES[kind]}").with_suffix("")
    folder = Path(str(source).replace("-", "_"))
    label = re.search('aria-label="([^"]*)"', (folder / f"{still}.svg").read_text())[1]
    expect(page.get_by_role("img", name=label)).to_be_visible()
    figure = page.locator(f"[data-play={kind}]")
    expect(figure.locator("figcaption")).to_be_visible()
    expect(figure.locator("figcaption")).to_contain_text("스크립트를 쓸 수 있으면")
    assert figure.bounding_box()["height"] < 120
    expect(page.locator(".play")).to_have_count(0)


# 서비스 워커가 대신 받아 오면 요청을 막을 수 없다.
@pytest.mark.parametrize("visit", [{"service_workers": "block"}], indirect=True)
def test_module_that_does_not_come_leaves_no_hole(visit: Visit) -> None:
    page = visit.page
    page.route("**/descent.js", lambda route: route.abort())
    visit.open(PAGES["descent"])
    caption = page.locator("figcaption", has_text="스크립트를 쓸 수 있으면")
    figure = page.locator("figure", has=caption)
    figure.scroll_into_view_if_needed()
    expect(figure).not_to_have_attribute("data-play", "descent")
    expect(caption).to_be_visible()
    assert figure.bounding_box()["height"] < 120
    assert visit.problems
    blocked = ("descent.js", "ERR_FAILED", "Service Worker")
    assert all(any(part in x for part in blocked) for x in visit.problems)
    visit.problems.clear()


@pytest.mark.parametrize("visit", SCREENS, indirect=True)
@pytest.mark.parametrize("kind", PAGES)
def test_screen_is_wide_enough_and_targets_are_large_enough(
    visit: Visit, kind: str
) -> None:
    play = show(visit, kind)
    page = visit.page
    assert page.evaluate(OVERFLOWING) == []
    page.evaluate("scrollBy(500, 0)")
    assert page.evaluate("scrollX") == 0
    targets = page.locator(TOUCHED).all()
    assert len(targets) > 7
    for target in targets:
        box = target.bounding_box()
        assert box["height"] >= SMALLEST_TARGET - 0.5, target.inner_text()
        assert box["width"] >= SMALLEST_TARGET, target.inner_text()
    box, frame = play.bounding_box(), play.locator("..").bounding_box()
    assert box["x"] >= frame["x"]
    assert box["width"] <= frame["width"]


@pytest.mark.parametrize("visit", SCREENS, indirect=True)
@pytest.mark.parametrize("kind", PAGES)
def test_place_is_kept_before_the_script_comes(visit: Visit, kind: str) -> None:
    page = visit.open(PAGES[kind])
    figure = page.locator(f"[data-play={kind}]")
    expect(figure.locator(".play")).to_have_count(0)
    before = figure.bounding_box()["height"]
    wake(page, kind)
    assert figure.bounding_box()["height"] == pytest.approx(before, abs=0.5)


@pytest.mark.parametrize("kind", PAGES)
def test_arriving_at_the_picture_shifts_nothing(visit: Visit, kind: str) -> None:
    anchor = {"descent": "#fair-comparison", "tuning": "#try-keras-tuner"}[kind]
    page = visit.open(PAGES[kind] + anchor)
    page.locator(f"[data-play={kind}] .play").wait_for()
    page.wait_for_timeout(300)
    shift = page.evaluate(
        """() => new Promise((done) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              if (entry.sources.some(({node}) => node?.closest?.("[data-play]")))
                sum += entry.value
            }
          }).observe({type: "layout-shift", buffered: true})
          setTimeout(() => done(sum), 300)
        })"""
    )
    assert shift == 0


# 쪽을 떠난 뒤에도 남는 것은 시계와, 쪽보다 오래 사는 것에 단 귀뿐이다.
WATCH = """
window.alive = {timers: new Set(), listeners: 0}
const {setInterval: set, clearInterval: clear} = window
const add = EventTarget.prototype.addEventListener
const ours = () => new Error().stack.includes("/assets/play/")
window.setInterval = (...given) => {
  const timer = set(...given)
  if (ours()) window.alive.timers.add(timer)
  return timer
}
window.clearInterval = (timer) => {
  window.alive.timers.delete(timer)
  clear(timer)
}
EventTarget.prototype.addEventListener = function (type, listener, options) {
  add.call(this, type, listener, options)
  const mortal = this instanceof Element || this instanceof AbortSignal
  if (mortal || !ours()) return
  window.alive.listeners += 1
  if (options?.signal)
    add.call(options.signal, "abort", () => (window.alive.listeners -= 1))
}
"""


def alive(page: Page) -> list[int]:
    return page.evaluate("[window.alive.timers.size, window.alive.listeners]")


def test_leaving_and_coming_back_makes_one_picture_and_leaves_nothing(
    visit: Visit,
) -> None:
    visit.page.add_init_script(WATCH)
    page = visit.open("week12/")
    page.evaluate("window.stillHere = true")
    for _ in range(2):
        assert alive(page) == [0, 0]
        page.get_by_role("heading", level=2).get_by_role("link", name="6. 미니").click()
        page.wait_for_url(re.compile("/week12/optimizers/"))
        play = wake(page, "descent")
        expect(page.locator(".play")).to_have_count(1)
        expect(page.locator("link[href$='play/play.css']")).to_have_count(1)
        picture = play.get_by_role("img")
        expect(picture).to_have_css("display", "block")
        play.get_by_role("button", name="재생").click()
        assert alive(page) == [1, 1]
        page.go_back()
        page.wait_for_url(re.compile("/week12/(#.*)?$"))
        expect(page.locator("h1")).to_contain_text("12주차")
        expect(page.locator(".play")).to_have_count(0)
    assert alive(page) == [0, 0]
    assert page.evaluate("window.stillHere")


def test_going_from_one_picture_to_the_other(visit: Visit) -> None:
    show(visit, "tuning")
    visit.page.evaluate("window.stillHere = true")
    visit.page.get_by_role("link", name=re.compile("다음")).last.click()
    visit.page.wait_for_url(re.compile("/week12/optimizers/"))
    expect(visit.page.locator("h1")).to_contain_text("옵티마이저")
    wake(visit.page, "descent")
    expect(visit.page.locator(".play")).to_have_count(1)
    assert visit.page.evaluate("window.stillHere")


def test_tuning_follows_the_page_step_by_step(visit: Visit) -> None:
    play = show(visit, "tuning")
    output = "week12/hyperparameter_tuning/bayesian_optimization.txt"
    lines = (SNIPPETS / output).read_text("utf-8").splitlines()
    status = play.get_by_role("status")
    step = play.get_by_role("button", name="한 걸음")
    cells = play.locator("tbody td")
    for seen in range(2, BUDGET + 1):
        best = re.search(r"최고 ([\d.]+)$", lines[seen - 1])[1]
        expect(cells.first).to_have_text(best)
        expect(cells.last).to_have_text(f"{random_average(seen):.2f}")
        expect(status).to_contain_text(f"{seen}번 평가해")
        if seen < BUDGET:
            following = re.search(r"x = +(-?[\d.]+)", lines[seen])[1]
            expect(status).to_contain_text(f"다음은 x = {following}.")
            expect(play.locator("circle")).to_have_count(seen)
        step.press("Enter")
    expect(status).to_contain_text("횟수를 다 썼다.")


@pytest.mark.parametrize(("length", "margin"), [("0.2", "0"), ("0.2", "2")])
def test_length_and_margin_change_what_is_found(
    visit: Visit, length: str, margin: str
) -> None:
    play = show(visit, "tuning")
    slide(play, "길이", length)
    slide(play, "여유", margin)
    play.get_by_role("slider", name="걸음").press("End")
    settings = {"length": float(length), "margin": float(margin)}
    _, values = maximize(bumpy, CANDIDATES, START, BUDGET, **settings)
    expect(play.locator("tbody td").first).to_have_text(f"{values.max():.2f}")
    expect(play.get_by_role("status")).to_contain_text(f"최고 {values.max():.2f}")


def test_random_search_is_shown_and_drawn_again(visit: Visit) -> None:
    play = show(visit, "tuning")
    marks = play.locator(".play-picture .play-guess")
    expect(marks).to_be_hidden()
    play.get_by_label("랜덤 탐색", exact=True).check()
    expect(marks).to_be_visible()
    before = marks.get_attribute("d")
    play.get_by_role("button", name="랜덤 다시 뽑기").click()
    assert marks.get_attribute("d") != before
    truth = play.locator(".play-picture .play-truth")
    expect(truth).to_be_hidden()
    play.get_by_label("진짜 함수").check()
    expect(truth).to_be_visible()


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_picture_stays_in_sight_while_a_phone_moves_the_sliders(visit: Visit) -> None:
    play = show(visit, "descent")
    slider = play.get_by_role("slider", name="AdamW의 학습률")
    slider.scroll_into_view_if_needed()
    picture = play.get_by_role("img").bounding_box()
    assert picture["y"] >= 0
    assert picture["y"] + picture["height"] <= slider.bounding_box()["y"]
