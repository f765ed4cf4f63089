"""What both languages have to say alike besides the numbers: units, limits, opposites, names; and what is no difference."""

from __future__ import annotations

import pytest

from tools.check.contrasts import (
    denials_are_the_same,
    drugs_are_the_same,
    groups_have_the_same_shares,
    limits_are_the_same,
    months_are_the_same,
    names_are_the_same,
    opposites_are_the_same,
)
from tools.check.estimates import outside_intervals
from tools.check.numbers import languages_give_the_same_numbers
from tools.check.ranges import p_values_fit_their_interval, ranges_begin_with_their_lower_end
from tools.records.words import Text

RULES = (
    languages_give_the_same_numbers, limits_are_the_same, opposites_are_the_same, names_are_the_same, drugs_are_the_same,
    months_are_the_same, denials_are_the_same, groups_have_the_same_shares,
)  # fmt: skip

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
        ("人数は42人と38人だった。", "The groups were 38 and 42."),
        ("42と38に分けた。", "They were split into 38 and 42 people."),
        ("3年間に41人、次に33人、最後に29人。", "Over 3 years 33, then 41, and at last 29 people."),
        ("一群は42人対38人。", "The groups: 38 versus 42."),
        ("37人を追った。61人中5人が再発した。", "61 people were followed. 5 of 37 relapsed."),
    ],
    "limits": [
        ("18歳以上の人。", "People aged 18 or younger."),
        ("3か月以下で追った。", "Followed for at least 3 months."),
        ("少なくとも20回。", "Up to 20 sessions."),
        ("60人を超えた。", "Fewer than 60 people."),
        ("6人以下だった。", "Fewer than 6 people."),
        ("6人未満だった。", "At most 6 people."),
        ("20回を超えた。", "At least 20 sessions."),
        ("5 mg/Lを超える人では薬、5 mg/L未満では偽薬。", "The drug at 5 mg/L or less, placebo under 5 mg/L."),
    ],
    "limit-ja": [("差があった(P=0.05)。", "They differed (P<0.05)."), ("100人を追った。", "More than 100 people were followed.")],
    "limit-en": [("P<0.001だった。", "P=0.001."), ("12か月以上追った。", "Followed for 12 months.")],
    "opposites": [
        ("マウスに入れた。", "It was given to rats."),
        ("前向きに調べた。", "A retrospective study."),
        ("子どもで調べた。", "Studied in adults."),
        ("けいれんはまれだった。", "Seizures were common."),
        ("フランスの機関の判断。", "The German body decided."),
        ("50人の二重盲検試験。", "Open-label trial in 50 people."),
        ("オープンラベルで行った。", "It was double-blind."),
        ("薬を足した人を除いた。", "People who had more of the drug are included."),
        ("半数が落ち着いた。", "A third became calm."),
        ("半分が落ち着いた。", "One quarter of them became calm."),
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
        ("発疹は少なく、頭痛は多かった。", "There was more rash and less headache."),
        ("陽性の結果は見込みより多かった。", "Positive results were less frequent than expected."),
        ("女性8人の報告。", "A report on 8 men."),
        ("8の字コイルで刺激した。", "Stimulated with an H-coil."),
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
        ("パロキセチンと比べた。", "It was compared with citalopram."),
        ("ミノサイクリンを飲んだ人。", "People who took celecoxib."),
        ("2019年1月に探した。", "Searched in November 2019."),
        ("試験は2024年6月に始まった。", "The trial began in July 2024."),
    ],
    "name-ja": [("薬を加えた。", "Quetiapine was added.")],
    "name-en": [("リスペリドンを加えた。", "A drug was added."), ("モルヒネを使った。", "It was used.")],
    "denial-en": [
        ("聴力に変化はありませんでした。", "Hearing changed."),
        ("だれも発作を起こさなかった。", "Someone had a seizure."),
        ("差は認められず、群は二つでした。", "There were two groups, and a gap was seen."),
    ],
    "denial-ja": [
        ("重い害がありました。", "There were no serious harms."),
        ("試験に比べる群がありました。", "The trial had two arms without a comparison."),
        ("14人が反応しました。", "14 people did not respond."),
    ],
    "denials": [
        ("量に差はなく、熱も下がりませんでした。", "Amounts did not differ, and fever fell."),
        ("対照のない試験で、害はありました。", "An uncontrolled trial without harms."),
        ("効くかどうかは分からず、害は起きませんでした。", "Whether it works is unknown; harms occurred."),
        ("試験は見つかり、効果は示されませんでした。", "No trial was found that did not fail."),
        ("比べる群のある試験ではなく、差もありませんでした[@aki2020tea]。", "Not a trial, and with a gap [@aki2020tea]."),
    ],
    "arms": [
        ("お茶で32.5%、偽薬で27%が反応した。", "32.5% responded with placebo and 27% with tea."),
        ("発疹は偽刺激で4%、実際の刺激で3%。", "A rash in 3% with sham and 4% with real stimulation."),
        ("治療群9人、対照群4人に頭痛。", "Headache in 4 of the treated and 9 of the controls."),
        ("ランプの31人と偽刺激の26人。", "26 people with the lamp and 31 with sham."),
        ("治療群30人中12人、プラセボ群28人中7人。", "7 of 30 treated and 12 of 28 on placebo."),
        ("お茶の5匹と対照の8匹。", "8 mice given tea and 5 controls."),
        ("お茶で2.5%(95% CI 1.9〜3.2)、対照群で2.7%。", "2.5% (95% CI 1.9 to 3.2) stopped in the control group, 2.7% on tea."),
    ],
}  # fmt: skip
# What is said alike in other words, and what only one language has to say.
SAME = [
    ("マウスとラットで調べた。", "It was studied in rats and mice."),
    ("米国と英国の機関が認めた。", "Bodies in the UK and the US accept it."),
    ("日本語と英語で探した。", "Searched in English and Japanese."),
    ("まれに起き、しばしば軽い。", "It is rare, and often mild."),
    ("子どもと成人が参加した。", "Adults and children took part."),
    ("げっ歯類（ラット）で調べた。", "It was studied in rodents."),
    ("二重盲検の時期の後、オープンラベルで続けた。", "An open-label phase followed the double-blind one."),
    ("少なくとも4人に1人ほどです。", "At least about 1 in 4 did."),
    ("割り付けが隠されていませんでした。", "Allocation was not concealed."),
    ("割り付けの隠蔽がない試験です。", "Allocation was open."),
    ("重い人を除いた。", "Severe cases were left out; mild ones were included."),
    ("10年間追った。", "They were followed for a decade."),
    ("18歳以上65歳以下の人。", "People aged 18 to 65."),
    ("18歳以上65歳未満の人。", "People aged 18 to under 65."),
    ("300人に届きません。", "Fewer than 300 people."),
    ("人数は42人と38人だった。", "The groups were 42 and 38."),
    ("42人と38人、次は38人と42人。", "42 and 38; 38 and 42 the next time."),
    ("半数が落ち着き、3群目は違った。", "Half became calm; a third group differed."),
    ("半年で落ち着いた。", "A third study saw calm in half a year."),
    ("デュロキセチンとアスピリン。", "Duloxetine and aspirin."),
    ("D-アンフェタミンを使った。", "Dextroamphetamine was used."),
    ("害は同じくらいでした。", "Harms were no different."),
    ("効くかもしれません。", "It may work."),
    ("結果は一致しませんでした。", "Results were inconsistent."),
    ("薬が効かなかった人では、差はありませんでした。", "Where drugs had failed there was no difference."),
    ("長さも重さも分かりません。", "Neither length nor weight is known."),
    ("花粉だけでなく、水も調べました。", "Not only pollen, but water was examined."),
    ("値はこの表にしかありません。", "Only this table gives the values."),
    ("始める前に確かめなければなりません。", "It must be checked before the start."),
    ("年齢を問わず、害は少ないです。", "Harms are few at any age."),
    ("効くかもしれず、効かないかもしれません。", "It may or may not work."),
    ("治療していない7人では、変わりませんでした。", "In 7 untreated people it stayed the same."),
    ("うつ病の人とそうでない人を比べました。", "People with and without depression were compared."),
    ("量でも回数でもありません。", "Not the amount, and not how often."),
    ("なぜ効かなかったのでしょうか。", "Why did it not work?"),
    ("組み入れは2026年9月まで、研究は12月まで。", "Inclusion until September and the study until December 2026."),
    ("10人の盲検でない試験。", "An open-label trial of 10 people."),
    ("評価者は割り付けを知らされていません。", "The raters were blinded."),
    ("偽刺激と比べた試験（実刺激14人、偽刺激15人）。", "A trial against sham (14 real, 15 sham)."),
    ("お茶で30%、偽薬で20%。", "30% with tea and 20% with placebo."),
    ("3年で、採れた論文は14件、集めたのは90件。", "Of 90 records 14 articles were kept, over 3 years."),
    ("治療群9人、対照群4人に頭痛。", "Headache in 9 of the treated and 4 of the controls."),
    ("うつ病の35人と対照の80人。", "35 people with depression and 80 controls."),
    ("お茶で30%、対照では10.4%と5%。", "30% with tea, 10.4% and 5% with a placebo."),
    ("18歳以上の人。", "People of 18 and over."),
    ("18歳以上の人。", "People aged 18 or over."),
    ("200人に満たない。", "Fewer than 200 people."),
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
    ("三分の一ほどは抜けた。", "About 1 in 3 were lost."),
    ("3人に1人ほどは抜けた。", "About a third were lost."),
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


@pytest.mark.parametrize("said", [
    "0.03 (95% CI 0.51 to 0.56)", "差は−0.48(95% CI 0.25〜0.70)", "29.3% (19.0% to 22.6%)", "1.5、95%信頼区間 1.7〜2.1。",
])  # fmt: skip
def test_a_value_in_a_text_is_inside_its_interval(said: str) -> None:
    assert list(outside_intervals(said))


@pytest.mark.parametrize("said", [
    "0.03 (95% CI −0.51 to 0.56)", "at 3 months (57.1 to 74.8)", "12 (32.6 to 60.7)", "IL-6 (0.18 to 0.31)",
    "0.71 (2010 to 2018)",    "The interval beside 29.3% (19.0% to 22.6%) does not contain it",
])  # fmt: skip
def test_what_is_no_interval_of_a_value_is_left_alone(said: str) -> None:
    assert not list(outside_intervals(said))


@pytest.mark.parametrize(
    ("japanese", "english", "refused"),
    [
        ("52〜26歳の8人。", "Eight people aged 52 to 26.", True),
        ("I² 97.7〜51.6%。", "I² 97.7 to 51.6%.", True),
        ("差は−2.0（95%信頼区間 −4.9〜0.9、P=0.017）。", "It was −2.0 (95% CI −4.9 to 0.9, P=0.017).", True),
        ("差は−2.0（95%信頼区間 −4.9〜−0.9、P=0.17）。", "It was −2.0 (95% CI −4.9 to −0.9, P=0.17).", True),
        ("26〜52歳の8人。", "Eight people aged 26 to 52.", False),
        ("点数は17.5から15.6に下がりました。", "Scores fell from 17.5 to 15.6.", False),
        ("2019〜20年の調査。", "A survey of 2019–20.", False),
        ("差は−2.0（95%信頼区間 −4.9〜0.9、P=0.17）。", "It was −2.0 (95% CI −4.9 to 0.9, P=0.17).", False),
        ("比は1.3（95%信頼区間 0.8〜2.1、P=0.02）。", "It was 1.3 (95% CI 0.8 to 2.1, P=0.02).", False),
    ],
)
def test_a_range_begins_below_and_fits_its_p_value(japanese: str, english: str, refused: bool) -> None:
    text = Text(ja=japanese, en=english)
    assert bool([*ranges_begin_with_their_lower_end(text), *p_values_fit_their_interval(text)]) is refused
