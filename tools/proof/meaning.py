"""파이썬 코드가 하는 일만 가리키는 글. 줄을 어디서 나누고 무엇이라 설명했는지는 뺀다.

설명글과 주석과 줄바꿈만 고친 코드는 같은 출력을 내므로, 시험한 기록도 그대로 맞다.
"""

import ast
import json
from typing import Any

# 설명글을 가질 수 있는 것.
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def meaning(code: str) -> str:
    """코드를 구문 나무로 읽어, 파이썬의 판이 달라도 같은 글로 적는다.

    Args:
        code: 파이썬 코드.

    Raises:
        SyntaxError: 읽을 수 없는 코드일 때.
    """
    return json.dumps(_shape(ast.parse(code)))


def _shape(node: Any) -> Any:
    if isinstance(node, list):
        return [_shape(child) for child in node]
    if not isinstance(node, ast.AST):
        return [type(node).__name__, repr(node)]
    # 판마다 늘어난 칸은 비어 있으므로, 빈 칸을 적지 않으면 판을 타지 않는다.
    fields = {
        name: _shape(value)
        for name, value in ast.iter_fields(node)
        if value is not None and value != []
    }
    if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
        fields["body"] = fields["body"][1:]
    return [type(node).__name__, fields]
