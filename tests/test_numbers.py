"""Numbers of both languages: what is one number in two forms, and what differs."""

from __future__ import annotations

import pytest

from tools.check.numerals import numbers_of
from tools.check.translation import difference
from tools.records.words import Text

SAME = [
    ("三十八人", "38 people"),
    ("三十八人", "thirty-eight people"),
    ("38人", "thirty-eight people"),
    ("二〇二六年", "in 2026"),
    ("百二十回", "one hundred and twenty sessions"),
    ("1万2000人", "12,000 people"),
    ("1万2千人", "12 000 people"),
    ("1.2億円", "120 million yen"),
    ("1200人", "1\u2009200 people"),
    ("1200人", "1\u00a0200 people"),
    ("p<0.05", "p<.05"),
    ("3割", "30%"),
    ("3割5分", "35 per cent"),
    ("2〜3割", "20–30%"),
    ("2〜3万人", "20,000 to 30,000 people"),
    ("半数", "half"),
    ("対象の50%", "half of them"),
    ("二重盲検試験3件", "3 double-blind trials"),
    ("3分の1", "one third"),
    ("約3分の2", "about two thirds"),
    ("令和6年6月", "June 2024"),
    ("平成元年", "1989"),
    ("2024年6月6日", "6 June 2024"),
    ("2024年5月", "May 2024"),
    ("6週間の治療", "a 6-week treatment"),
    ("95% CI 0.25～0.70", "95% CI 0.25–0.70"),
    ("差は−2.1点", "a difference of -2.1 points"),
    ("SMD−0.48(−0.70〜−0.25)", "SMD −0.48 (−0.70 to −0.25)"),
    ("80人のうち31人", "31 of 80 people"),
    ("10人に7人", "7 in 10 people"),
    ("第2相試験", "a phase II trial"),
    ("第III相試験", "a phase 3 trial"),
    ("IL-6とHAMD17", "IL-6 and HAMD17"),
    ("TMSを20回、6週", "20 sessions of TMS over 6 weeks"),
    ("TMS20回", "20 sessions of TMS"),
    ("どの群も7人ずつ", "7 people in one group and 7 in the other"),
    ("自己負担は3割(30%)", "a share of 30%"),
    ("一般に、十分な根拠がある", "in general there is enough evidence"),
    ("1件の試験", "a trial"),
    ("ある試験", "1 trial"),
    ("2倍", "twice"),
    ("1年半", "18 months"),
    ("5‰", "0.5%"),
    ("十数人", "a dozen or so"),
    ("数百人", "hundreds of people"),
    ("5、8、7か所", "five, eight and seven places"),
    ("99人(脱落を除く)、0.4標準偏差", "0.4 standard deviations need 99 people before drop-out"),
]  # fmt: skip
DIFFERENT = [
    ("差は−2.1点", "a difference of 2.1 points"),
    ("標準化平均差0.48", "standardised mean difference −0.48"),
    ("95% CI −0.70〜0.25", "95% CI −0.70 to −0.25"),
    ("32人と15人と15人", "32 people, 15 people"),
    ("15人のうち15人", "15 of 32"),
    ("三十八人", "32 people"),
    ("三十八人", "thirty-two people"),
    ("三つの試験", "four trials"),
    ("1万2000人", "1,200 people"),
    ("3割", "40%"),
    ("令和6年", "2023"),
    ("6月", "in July"),
    ("3分の1", "one quarter"),
    ("TMS群33%、偽刺激群47%", "47% with TMS and 33% with sham"),
    ("3か月後66.5%、6か月後52.9%", "52.9% at 3 months and 66.5% at 6 months"),
    ("効果は0.31、対照は0.24", "the effect was 0.24, the control 0.31"),
    ("12人を46週追った", "46 people followed for 12 weeks"),
    ("31人のうち80人", "31 of 80 people"),
    ("0.59人、差は170", "170 people, difference 0.59"),
    ("0.05", "0.5"),
    ("5‰", "5%"),
    ("120万人", "12 million people"),
    ("25%", "52%"),
    ("n=46", "n=64"),
]  # fmt: skip


@pytest.mark.parametrize(("japanese", "english"), SAME)
def test_forms_of_one_number(japanese: str, english: str) -> None:
    assert difference(Text(ja=japanese, en=english)) is None


@pytest.mark.parametrize(("japanese", "english"), DIFFERENT)
def test_numbers_that_differ(japanese: str, english: str) -> None:
    assert difference(Text(ja=japanese, en=english))


@pytest.mark.parametrize(
    ("text", "value"), [("−2.1", -2.1), ("HAMD-17 -3", -3), ("2019–2021", 2021), ("5 - 3", 3), ("−1−−2", -2)]
)
def test_a_minus_is_a_sign_and_not_a_dash(text: str, value: float) -> None:
    assert numbers_of(text, "en")[-1].value == value
