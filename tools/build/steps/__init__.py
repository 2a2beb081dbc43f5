"""쪽의 나무를 고치는 걸음. 여기 적힌 차례로 걷는다.

걸음은 `(나무, 쪽, 사이트)`를 받아 나무를 고치는 함수다. MkDocs를 모른다.
덧붙인 것이 검색에 걸리지 않아야 하면 그 원소에 `data-search-exclude`를 적는다.
"""

from collections.abc import Callable

from tools.build.site import Page, Site
from tools.build.steps import (
    accessible,
    author,
    claims,
    code_boxes,
    concept_map,
    corrections,
    docstrings,
    figures,
    folded_code,
    formulas,
    notebook_links,
    old_anchors,
    output_tables,
    play,
    quiz,
    reading_time,
    study_path,
    takeaway,
    tooltips,
)
from tools.build.tree import Tree

STEPS: tuple[Callable[[Tree, Page, Site], None], ...] = (
    # 「맞다」와 「아니다」는 마크다운과 노트북에도 있어야 한다.
    quiz.show_choices,
    # 마크다운과 노트북에는 화면에만 필요한 것이 들지 않으므로 그다음에 옮긴다.
    takeaway.keep_plain_copy,
    # 링크로 나뉜 낱말이 둘로 세어지지 않게, 고치기 전에 잰다.
    reading_time.measure,
    # 덧붙인 글에서는 용어를 찾지 않으므로 글을 더하는 걸음보다 앞선다.
    tooltips.link_terms,
    claims.link_claims,
    author.mark_author,
    corrections.link_corrections,
    old_anchors.keep_old_anchors,
    study_path.show_path,
    concept_map.draw_map,
    notebook_links.show_links,
    # 상자의 제목을 바꾸거나 코드를 줄이기 전에, 적힌 그대로 파일과 견준다.
    folded_code.fold_hidden,
    code_boxes.link_sources,
    docstrings.shorten,
    output_tables.make_tables,
    code_boxes.count_lines,
    figures.keep_ratio,
    accessible.focus_code,
    play.ask_for_style,
    # 용어와 근거를 찾는 걸음은 수식을 적힌 대로 본다.
    formulas.draw_formulas,
)
