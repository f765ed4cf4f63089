"""An estimate whose interval includes no effect is not called a significant difference."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import of_each
from tests.rule_cases import TEA
from tests.test_fields import MICE, problems_of
from tools.check.significance import called_significant
from tools.records.words import Text

WRONG = [
    ("オッズ比1.3（0.8〜2.1）で、有意な差がありました。", "The odds ratio was 1.3 (0.8 to 2.1), a significant difference."),
    ("差は0.2点（95%信頼区間 −0.1〜0.5）で有意でした。", "The difference of 0.2 points (95% CI −0.1 to 0.5) was significant."),
    ("灯では有意に多く起きました（リスク比1.4、0.9〜2.2）。",
     "It was significantly more frequent with lamps (risk ratio 1.4, 0.9 to 2.2)."),
    ("やけど（1.4倍、0.9〜2.2）とまぶしさ（1.2倍、0.8〜1.9）に有意な差が見られました。",
     "Burns (1.4 times, 0.9 to 2.2) and glare (1.2 times, 0.8 to 1.9) differed significantly."),
    ("やけどはリスク比1.4（0.9〜2.2）、まぶしさは1.2（0.8〜1.9）で、どちらも有意に多くなりました。",
     "Burns, risk ratio 1.4 (0.9 to 2.2), and glare, 1.2 (0.8 to 1.9), were significantly more frequent."),
]  # fmt: skip
RIGHT = [
    ("オッズ比1.3（0.8〜2.1）で、有意な差はありませんでした。",
     "The odds ratio was 1.3 (0.8 to 2.1), no significant difference."),
    ("オッズ比1.8（1.2〜2.7）で、有意な差がありました。", "The odds ratio was 1.8 (1.2 to 2.7), a significant difference."),
    ("標準化平均差は0.8（0.4〜1.2）で有意でした。", "The standardised mean difference was 0.8 (0.4 to 1.2) and significant."),
    ("血の値は0.2（−0.1〜0.5）で有意に増えず、若い人では増えました。",
     "The value did not rise significantly (0.2, −0.1 to 0.5), but did in the young."),
    ("全体では0.2（−0.1〜0.5）でしたが、若い人では有意に増えました。",
     "Overall it was 0.2 (−0.1 to 0.5); in young people it rose significantly."),
    ("男性で1.4倍（0.9〜2.2）、女性で0.7倍（0.4〜1.1）で、両者の差は有意でした。",
     "1.4 times (0.9 to 2.2) in men and 0.7 times (0.4 to 1.1) in women; the two differed significantly from each other."),
    ("リスク比は1.4（0.9〜2.2）で、ばらつきは有意でした。",
     "The risk ratio was 1.4 (0.9 to 2.2), and heterogeneity was significant."),
    ("2016〜2019年に有意に増えました。", "It rose significantly from 2016 to 2019."),
    ("オッズ比1.3（0.8〜2.1）で有意でした。", "The odds ratio was 1.3 (0.8 to 2.1)."),
    ("値は5（1〜9）で有意でした。", "The value was 5 (1 to 9), which was significant."),
]  # fmt: skip


@of_each(WRONG)
def test_a_difference_that_the_interval_leaves_open_is_not_significant(ja: str, en: str) -> None:
    assert called_significant(Text(ja=ja, en=en))


@of_each(RIGHT)
def test_what_is_said_of_something_else_is_left_alone(ja: str, en: str) -> None:
    assert called_significant(Text(ja=ja, en=en)) is None


def test_it_is_told_once(miniature: Path) -> None:
    finding = "finding: {ja: 'オッズ比1.3（0.8〜2.1）で有意でした。', en: 'The odds ratio, 1.3 (0.8 to 2.1), was significant.'}"
    assert problems_of(miniature, [(TEA, MICE, finding)]) == ["value-outside-interval.significant"]
