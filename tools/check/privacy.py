"""개인 정보로 보이는 것을 찾는다."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from tools.finding import Finding
from tools.page.project import Project

SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민"
    "진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용"
)
AFTER_NAME = (
    "(?=(?:은|는|이|가|을|를|의|에게|께|와|과|도|님|씨|학생|교수|선생)?(?![가-힣]))"
)
NAME = rf"[{SURNAMES}][가-힣]{{2}}{AFTER_NAME}"
NUMBER = r"(?<![\d.,:/-])\d{4}[-_ ]?\d{4,6}(?![\d-])"
# 성씨로 시작하는 세 글자여도, 이렇게 끝나면 이름이 아니기 쉽다.
NOUN_ENDINGS = "화법률율도값층망식점차록료습업간월년분초번편권쪽"
# 표의 머리에 흔히 적는, 성씨로 시작하는 세 글자 낱말.
HEADER_WORDS = "이미지|전처리|기울기|변수명|함수명|공식명|주의점|장단점"
DATE = re.compile(r"(?:19|20)\d{2}[-_ ]?(?:0[1-9]|1[0-2])[-_ ]?(?:0[1-9]|[12]\d|3[01])")
NUMBER_THEN_NAME = re.compile(
    rf"(?P<number>{NUMBER})[\s_)\]」·,-]{{0,3}}(?P<name>{NAME})"
)
NAME_THEN_NUMBER = re.compile(
    rf"(?<![가-힣])(?P<name>{NAME})[\s_(\[「·,-]{{0,3}}(?P<number>{NUMBER})"
)
LABELLED_NUMBER = re.compile(r"학번\W{0,4}(?:은|는)?\W{0,3}\d{2,4}[-_ ]?\d{4,6}")
DOMAINS = "com|net|org|edu|io|dev|me|ai|app|info|biz|kr|jp|cn|us|uk|de|fr|eu"
PATTERNS = {
    "전화번호": re.compile(
        r"(?<![\w.])(?:\+82[- .]?|0)1[016789][-. ]?\d{3,4}[-. ]?\d{4}(?!\d)"
        r"|(?<![\w.+-])(?:\(?0(?:2|[3-6][1-5])\)?)[-. )]\s?\d{3,4}[-. ]\d{4}(?![\d-])"
    ),
    "주민등록번호": re.compile(
        r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?-\s?[1-4]\d{6}(?!\d)"
    ),
    "계좌번호": re.compile(
        r"(?:은행|계좌|농협|수협|뱅크|토스)[^\n\d]{0,12}\d{2,6}-\d{2,6}-\d{2,8}"
    ),
    # 보기로 쓰라고 비워 둔 주소(RFC 2606)와 git의 주소는 사람의 것이 아니다.
    "전자우편": re.compile(
        r"(?<![\w.+/:-])(?!git@)[\w.+-]+@(?!users\.noreply|localhost|example\.)"
        rf"(?:[\w-]+\.)+(?:{DOMAINS})(?![a-z0-9-]|\.\w|[(/:])"
    ),
    "메신저 아이디": re.compile(
        r"(?:카카오톡|카톡|kakao(?:talk)?|텔레그램|라인|인스타(?:그램)?)\s*"
        r"(?:(?:아이디|ID|id)(?:은|는)?\W{0,4}|[:：]\s*|@)[A-Za-z0-9._]{4,}"
        r"|open\.kakao\.com/[A-Za-z]+/\w+"
    ),
    "사용자 이름이 든 폴더": re.compile(
        r"[A-Za-z]:\\+Users\\+(?!Public\b|user\b|username\b|사용자|이름|<|%)[^\\\s\"'`<>|]+"
        r"|(?<![\w.])/(?:Users|home)/(?!user\b|username\b|runner\b|<|\$)[A-Za-z0-9가-힣._-]+/"
    ),
    "글쓴이의 이름": re.compile(
        r"^[\s\-*#>|]*(?:작성자|글쓴이|제출자|성명|이름|학생)\**\s*"
        rf"(?:[:：]\s*\**[{SURNAMES}][가-힣]{{1,3}}(?<!는)"
        rf"|\|\s*\**(?!{HEADER_WORDS})[{SURNAMES}][가-힣]{{2}}(?<![{NOUN_ENDINGS}]))\**\s*(?:$|[|,.·/(\[0-9]|님|씨|학생|교수|선생)"
    ),
}
# 노트를 옮길 때는 사람에게 먼저 묻는 것.
ADDRESS = re.compile(
    r"[가-힣\d]+(?:로|길)\s?\d+(?:-\d+)?[^\n]{0,12}?\d+동\s?\d+호"
    r"|[가-힣]{2,}(?:아파트|빌라|오피스텔)\s?(?:\d+동\s?)?\d+호"
)
SPELLED_PHONE = re.compile(
    r"공일[공일육칠팔구](?:[\s.-]*[공영일이삼사오육칠팔구]){7,8}(?![가-힣])"
)
BETWEEN_DIGITS = re.compile(r"(?<=\d)\s?[‐-―−·‧・ㆍ~_]\s?(?=\d)")
AT = re.compile(r"\s*[\[(]\s*(?:골뱅이|at)\s*[\])]\s*", re.I)
DOT = re.compile(r"\s*[\[(]\s*(?:점|쩜|닷|dot)\s*[\])]\s*", re.I)
# 꼴을 시험하느라 지어낸 보기를 적은 파일.
EXAMPLES = {
    "tests/tools/check/test_privacy.py",
    "tests/tools/check/mistakes.py",
    "tests/tools/check/test_reported_edits.py",
    "tests/tools/data/test_repository.py",
    "tests/tools/week/importing/test_intake.py",
    "tests/tools/week/importing/test_people.py",
    "tests/tools/week/importing/test_private.py",
    "tests/tools/week/importing/test_properties.py",
}
MEND = "누구나 볼 수 있는 글이니 지우세요. 이미 올렸다면 관리자에게 알려 주세요."


def is_student_number(text: str) -> bool:
    """학번이라고 적었거나, 긴 수가 사람의 이름과 나란한지 본다."""
    if LABELLED_NUMBER.search(text):
        return True
    pairs = [*NUMBER_THEN_NAME.finditer(text), *NAME_THEN_NUMBER.finditer(text)]
    return any(not is_dated_noun(x["number"], x["name"]) for x in pairs)


def is_dated_noun(number: str, name: str) -> bool:
    """날짜 곁의 보통 낱말인지 본다. 「20240315 정규화」는 사람이 아니다."""
    return bool(DATE.fullmatch(number)) and name[-1] in NOUN_ENDINGS


def kinds(text: str) -> list[str]:
    """글 한 줄에 든 개인 정보의 갈래를 모은다."""
    looks: dict[str, Callable[[str], object]] = {"학번": is_student_number}
    looks |= {kind: pattern.search for kind, pattern in PATTERNS.items()}
    looks["집 주소"] = ADDRESS.search
    plain = undisguised(text)
    found = [kind for kind, look in looks.items() if look(text) or look(plain)]
    return found or ["전화번호"] * bool(SPELLED_PHONE.search(text))


def undisguised(text: str) -> str:
    """전각 글자, 다른 줄표, [골뱅이]와 [점]을 보통 글자로 바꾼다."""
    text = BETWEEN_DIGITS.sub("-", unicodedata.normalize("NFKC", text))
    return DOT.sub(".", AT.sub("@", text))


@cache
def personal(text: str) -> list[tuple[int, str]]:
    """글에 든 개인 정보를 (줄, 갈래)로 모은다."""
    lines = enumerate(text.split("\n"), start=1)
    return [(number, kind) for number, line in lines for kind in kinds(line)]


def find(project: Project) -> Iterator[Finding]:
    """글로 된 파일을 줄마다 본다."""
    for path in project.text_files:
        name = project.name(path)
        if name in EXAMPLES or path.suffix == ".svg":
            continue
        for number, kind in personal(project.read(path)):
            problem = f"{kind}(으)로 보이는 것이 있습니다."
            yield Finding(name, number, problem, MEND)
