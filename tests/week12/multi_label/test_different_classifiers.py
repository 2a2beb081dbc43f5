import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier

from snippets.week12.multi_label.different_classifiers import (
    LABELS,
    accuracies,
    make_shapes,
)


def test_labels_are_a_line_and_a_circle() -> None:
    points, labels = make_shapes(rows=4000, seed=0)
    assert points.shape == labels.shape == (4000, len(LABELS))
    assert np.abs(points).max() <= 1
    assert points.min() < -0.9
    assert (labels[:, 0] == (points[:, 0] > -points[:, 1])).all()
    inside = np.hypot(*points.T) < np.sqrt(0.5)
    assert (labels[:, 1] == inside).all()
    assert labels.mean(axis=0) == pytest.approx([0.5, np.pi / 8], abs=0.03)
    assert not (labels == make_shapes(4000, seed=1)[1]).all()


def test_only_the_mix_is_good_at_both_labels() -> None:
    linear, near = LogisticRegression(), KNeighborsClassifier()
    line_by_line, circle_by_line = accuracies([linear, linear])
    line_by_near, circle_by_near = accuracies([near, near])
    assert line_by_line > line_by_near > 0.9
    assert circle_by_near > 0.9
    assert circle_by_line < 0.7
    assert accuracies([linear, near]) == [line_by_line, circle_by_near]
