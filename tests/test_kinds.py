"""Words of one kind that exclude each other: one in the place of another is named; what means the same is left alone."""

from __future__ import annotations

import re

import pytest

from tools.check.aligned import shorter
from tools.check.kinds import kinds
from tools.check.labelled import changed_places
from tools.check.opposites import differently_told
from tools.records.words import LANGUAGES, Language, Text

DIFFERENT = [
    ("寛解した人が多かった。", "More people responded."),
    ("反応と寛解を調べた。", "Response and response were measured."),
    ("ウサギで調べた。", "It was tested in pigs."),
    ("偽刺激と比べた。", "It was compared with placebo."),
    ("年齢の平均は45歳だった。", "The median age was 45."),
    ("血中の値が上がった。", "The value in cerebrospinal fluid rose."),
    ("海馬が小さかった。", "The amygdala was smaller."),
    ("ミクログリアを抑えた。", "It calmed astrocytes."),
    ("骨髄の幹細胞を使った。", "Stem cells from umbilical cord were used."),
    ("脳卒中の人で調べた。", "It was tested in people with dementia."),
    ("ドパミンが減った。", "Serotonin fell."),
    ("鼻から与えた。", "It was given intravenously."),
    ("めまいが多かった。", "Headaches were more frequent."),
    ("軽症の人を調べた。", "People with severe illness were studied."),
    ("研究は中止された。", "The study was completed."),
    ("思春期の人を調べた。", "Adults were studied."),
    ("コホート研究が一つある。", "There is one registry."),
    ("系統的レビューが一つある。", "There is one narrative review."),
    ("主要評価項目だった。", "It was a secondary endpoint."),
    ("企業の資金による。", "It was funded by a university."),
    ("順番待ちの人と比べた。", "Compared with usual care."),
    ("ベルギーの研究。", "A Swiss study."),
    ("慢性の痛み。", "Acute pain."),
    ("著者の一部が反論した。", "All authors replied."),
]
SAME = [
    ("血中のCRPが上がった。", "Circulating CRP rose, as did that in cerebrospinal fluid."),
    ("試験は途中で終わった。", "The trial stopped early."),
    ("標準化平均差は0.5、年齢の中央値は40歳だった。", "The standardised mean difference was 0.5, the median age 40."),
    ("神経幹細胞由来の小胞。", "Vesicles of neural stem cells."),
    ("電気けいれん療法では頭痛が多かった。", "Headaches were more frequent with electroconvulsive therapy."),
    ("視床下部を調べた。", "The hypothalamus was examined."),
    ("副作用は軽かった。", "Side effects were mild."),
    ("効果を上回る害はなかった。", "No harm outweighed the benefit."),
    ("成人と子どもを調べた。", "Children and adults were studied."),
    ("ほとんどの人で差はなかった。", "Hardly anybody differed, some in part."),
    ("けいれん発作が1人に起きた。", "A seizure occurred in 1 person."),
    ("米国の研究。", "A US study, in the view of its British authors."),
]  # fmt: skip


@pytest.mark.parametrize(("japanese", "english"), DIFFERENT)
def test_another_word_of_its_kind_is_named(japanese: str, english: str) -> None:
    assert differently_told(Text(ja=japanese, en=english))


@pytest.mark.parametrize(("japanese", "english"), SAME)
def test_what_means_the_same_is_left_alone(japanese: str, english: str) -> None:
    assert differently_told(Text(ja=japanese, en=english)) is None


CHANGED = [
    ("反応は30%、寛解は20%でした。", "Remission was 30%, and response 20%."),
    ("寛解は30%、反応は20%でした。", "Response was 30%, and remission 20%."),
    ("頭痛は12.5%、めまいは7.5%でした。", "Dizziness was 12.5%, and headache 7.5%."),
    ("IL-6は0.25、CRPは0.15でした。", "CRP was 0.25, and IL-6 0.15."),
]
UNCHANGED = [
    ("反応は30%、寛解は20%でした。", "Response was 30%, and remission 20%."),
    ("偽刺激では10%、実刺激では20%でした。", "20% with real stimulation, and 10% with sham."),
    ("反応と寛解は、順に30%と20%でした。", "Response and remission were 30% and 20%, respectively."),
    ("反応は30%、寛解は20%、再発は10%でした。", "30% responded, remission was 20%, and 10% relapsed."),
]


@pytest.mark.parametrize(("japanese", "english"), CHANGED)
def test_two_names_that_changed_places_are_named(japanese: str, english: str) -> None:
    assert changed_places(Text(ja=japanese, en=english))


@pytest.mark.parametrize(("japanese", "english"), UNCHANGED)
def test_names_in_their_places_are_left_alone(japanese: str, english: str) -> None:
    assert changed_places(Text(ja=japanese, en=english)) is None


JAPANESE = [
    "ランダム化比較試験6件、562人の統合です。", "反応した人は偽の光より多く、害による中止に有意な差は認められませんでした。",
    "追跡は4週間で終わっています。", "著者らは、より質の高い、より大きな試験を求めています。",
]  # fmt: skip
ENGLISH = [
    "Pooling of 6 randomised trials, 562 people.",
    "More people responded than with sham light, and stopping did not differ significantly.",
    "Follow-up ended after 4 weeks.", "The authors call for larger trials of higher quality.",
]  # fmt: skip


@pytest.mark.parametrize("lost", range(4))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lost_sentence_is_missed(lost: int, language: Language) -> None:
    """A short one may be: then the language is still about as long as the other."""
    whole = {"ja": "".join(JAPANESE), "en": " ".join(ENGLISH)}
    assert shorter(Text(**whole)) is None
    rest = [said for index, said in enumerate(JAPANESE if language == "ja" else ENGLISH) if index != lost]
    parted = whole | {language: ("" if language == "ja" else " ").join(rest)}
    assert shorter(Text(**parted)) in ((language,) if lost == 1 else (language, None))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_form_is_found_by_its_first_letter(language: Language) -> None:
    """A form that began with a group would be looked for under a bracket, and never found."""
    for kind, words in kinds().items():
        assert len(words) > 1, kind
        for name, word in words.items():
            for form in getattr(word, language).split(" | "):
                bare = re.sub(r"^(?:\(\?<[!=][^)]*\))*", "", form)
                assert bare[0].isalnum() and re.compile(form), (kind, name, form)
