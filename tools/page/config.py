"""`mkdocs.yml`을 MkDocs 없이 읽는다."""

import yaml


class Loader(yaml.SafeLoader):
    """MkDocs만 아는 `!ENV` 같은 꼬리표를 만나도 멈추지 않는다."""


def ignore(_loader: Loader, _suffix: str, _node: yaml.Node) -> None:
    """모르는 꼬리표의 값을 버린다."""


Loader.add_multi_constructor("!", ignore)
Loader.add_multi_constructor("tag:yaml.org,2002:python/", ignore)


def read_config(text: str) -> dict:
    """설정을 읽는다. 모르는 꼬리표가 붙은 값은 None이 된다.

    Raises:
        ValueError: YAML로 읽을 수 없거나 「이름: 값」의 묶음이 아닐 때.
    """
    try:
        config = yaml.load(text, Loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    if not isinstance(config, dict):
        raise ValueError("mkdocs.yml이 '이름: 값' 꼴이 아닙니다.")
    return config
