"""그림의 모양. 노트북도 이 파일을 그대로 싣는다."""

import matplotlib as mpl

INK = "#111111"
MUTED = "#777777"
# C0부터 C4까지. 색을 가려 보기 어려운 사람도 나눌 수 있는 Okabe–Ito 색이다.
PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00")

STYLE = {
    "axes.edgecolor": MUTED,
    "axes.grid": True,
    "axes.labelcolor": INK,
    "axes.prop_cycle": mpl.cycler(color=PALETTE),
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.unicode_minus": False,
    "figure.figsize": (4.8, 3.0),
    "figure.subplot.bottom": 0.17,
    "figure.subplot.left": 0.13,
    "figure.subplot.right": 0.97,
    "figure.subplot.top": 0.95,
    "font.family": "DejaVu Sans",
    "font.size": 11,
    "grid.alpha": 0.25,
    "grid.color": MUTED,
    "legend.frameon": False,
    "lines.linewidth": 2,
    "path.simplify": False,
    "savefig.transparent": True,
    "svg.fonttype": "none",
    "text.color": INK,
    "xtick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.color": MUTED,
    "ytick.labelcolor": INK,
}
