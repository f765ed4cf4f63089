"""What both languages have to say alike besides the numbers: units, limits, opposites, names; and what is no difference."""

from __future__ import annotations

import pytest

from tools.check.contrasts import limits_are_the_same, names_are_the_same, opposites_are_the_same
from tools.check.numbers import languages_give_the_same_numbers
from tools.records.words import Text

RULES = (languages_give_the_same_numbers, limits_are_the_same, opposites_are_the_same, names_are_the_same)

DIFFERENT = {
    "units": [
        ("体重は70 kgだった。", "They weighed 70 g."),
        ("量は5 mgだった。", "The dose was 5 µg."),
        ("CRPは3 mg/L以上。", "CRP was 3 mg/dL or more."),
        ("20 Hzで刺激した。", "Stimulation was at 20 kHz."),
        ("コイルから30センチ。", "30 millimetres from the coil."),
        ("100 mLを点滴した。", "100 µL was infused."),
        ("12人が参加した。", "12 trials took part."),
        ("費用は300円。", "It costs 300 dollars."),
        ("反応は29%だった。", "Response was 29."),
        ("反応は29、対照は11だった。", "Response was 29% and 11 in controls."),
        ("12週と12か月で測った。", "Measured at 12 weeks and at 12 days."),
    ],
    "order": [
        ("27人中17人と18人中14人。", "14 of 18 and 17 of 27."),
        ("37人を追った。61人中5人が再発した。", "61 people were followed. 5 of 37 relapsed."),
    ],
    "limits": [
        ("18歳以上の人。", "People aged 18 or younger."),
        ("3か月以下で追った。", "Followed for at least 3 months."),
        ("少なくとも20回。", "Up to 20 sessions."),
        ("60人を超えた。", "Fewer than 60 people."),
        ("5 mg/Lを超える人では薬、5 mg/L未満では偽薬。", "The drug at 5 mg/L or less, placebo under 5 mg/L."),
    ],
    "limit-ja": [("差があった(P=0.05)。", "They differed (P<0.05)."), ("100人を追った。", "More than 100 people were followed.")],
    "limit-en": [("P<0.001だった。", "P=0.001."), ("12か月以上追った。", "Followed for 12 months.")],
    "opposites": [
        ("左前頭前野を刺激した。", "The right prefrontal cortex was stimulated."),
        ("高頻度の刺激。", "Low-frequency stimulation."),
        ("治療前に測った。", "Measured after treatment."),
        ("注射の2時間後に調べた。", "Examined 2 hours before the injection."),
        ("若い細胞が増えた。", "Young cells decreased."),
        ("値は対照より低かった。", "The value was higher than in controls."),
        ("IL-10が増え、TNF-αが減った。", "IL-10 fell and TNF-α was reduced."),
        ("症状が悪化した。", "Symptoms improved."),
        ("害は半分になった。", "Harms doubled."),
        ("割合は2倍だった。", "The share was halved."),
        ("週2回行った。", "It was given twice a month."),
        ("毎日受けた。", "They had it weekly."),
        ("差はありませんでした。", "The groups differed."),
    ],
    "names": [
        ("IL-6が増えた。", "IL-10 increased."),
        ("IL-1βを測った。", "IL-1α was measured."),
        ("T3が下がった。", "T4 fell."),
        ("5-HT1A受容体。", "The 5-HT2A receptor."),
        ("HDRS-24の点数。", "The score on HDRS-17."),
        ("BDNFが増えた。", "GDNF increased."),
        ("第II相の試験。", "A phase III trial."),
        ("第一相試験の計画。", "The plan of a phase 2 trial."),
    ],
}  # fmt: skip
# What is said alike in other words, and what only one language has to say.
SAME = [
    ("週3回受けた。", "They had it three times a week."),
    ("1000人あたり0.7人。", "0.7 per 1000 people."),
    ("3分の1が反応した。", "A third responded."),
    ("およそ1/3。", "About 1/3."),
    ("重い害は0件だった。", "There was no serious harm."),
    ("ふたりに起きた。", "It occurred in two people."),
    ("1990年代の試験。", "A trial of the 1990s."),
    ("D-サイクロセリンとN-アセチルシステイン。", "D-cycloserine and N-acetylcysteine."),
    ("5-HT1AとIL-1βを測った。", "5-HT1A and IL-1β were measured."),
    ("令和6年の通知。", "A notice of 2024."),
    ("70 kgの人。", "A person of 70 kilograms."),
    ("5 μgの量。", "A dose of 5 µg."),
    ("30 mlを使った。", "30 mL were used."),
    ("5センチ離した。", "5 cm away."),
    ("人数は4倍必要。", "4 times as many people are needed."),
    ("18歳未満の人。", "People under 18."),
    ("18歳未満だけの試験。", "A trial in under-18s alone."),
    ("5年以上の経験。", "5 years' experience or more."),
    ("2021年までの試験。", "Trials up to 2021."),
    ("12か月追った。", "Followed over 12 months."),
    ("対照の16人より高かった。", "Higher than in 16 controls."),
    ("最長30分続いた。", "It lasted for up to 30 minutes."),
    ("前後を比べた。", "Compared before and after."),
    ("前頭前野と後頭葉。", "The prefrontal cortex and the occipital lobe."),
    ("治療の直後に測った。", "Measured right after treatment."),
    ("治療後に下がった。", "It fell with treatment."),
    ("増えたとも減ったとも言えない。", "It cannot be said whether it rose or fell."),
    ("1剤以上が効かなかった。", "At least 1 drug had failed."),
    ("危険は低いとした。", "They call the risk low."),
    ("ランダム化比較試験12件。", "12 RCTs."),
    ("英国のNICEの判断。", "A decision of NICE in the UK."),
    ("rTMSを20回。", "20 sessions of rTMS."),
    ("SSRIを飲む人。", "People on SSRIs."),
    ("第2相試験。", "A phase II trial."),
    ("第Ⅰ相試験。", "A phase 1 trial."),
    ("半数が反応した。", "Half of them responded."),
    ("二重盲検で半年追った。", "Double-blind, followed for half a year."),
    ("差はなかった。", "They did not differ."),
    ("毎月まとめて1年行った。", "Given in clusters each month for a year."),
    ("8の字コイル。", "A figure-of-8 coil."),
]  # fmt: skip


def found(japanese: str, english: str) -> list[str]:
    text = Text(ja=japanese, en=english)
    return [message.name.partition(".")[2] for rule in RULES for _, message in rule(text)]


@pytest.mark.parametrize(("name", "japanese", "english"), [(n, *pair) for n, pairs in DIFFERENT.items() for pair in pairs])
def test_what_differs_between_the_languages_is_named(name: str, japanese: str, english: str) -> None:
    assert name in found(japanese, english)


@pytest.mark.parametrize(("japanese", "english"), SAME)
def test_what_is_said_alike_is_left_alone(japanese: str, english: str) -> None:
    assert found(japanese, english) == []
