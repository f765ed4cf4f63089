"""What a title says of the kind of study and of whom it studied, in the words that can mean little else. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_RANDOMISED = r"(?<!non-)(?<!non)(?<!non )(?:randomi[sz]ed|double-blind|(?:placebo|sham)-controlled)"
_WORDS: Mapping[str, tuple[str, ...]] = {
    "synthesis": (
        r"systematic review|meta-?analys[ie]s|meta-analytic|umbrella review",
        "系統的レビュー|システマティックレビュー|メタ(?:解析|アナリシス|分析)",
    ),
    "trial": (
        rf"{_RANDOMISED}[^.:]*?\b(?:trial|study|comparison|experiment)\b",
        "(?:ランダム化|無作為化)[^。]*?(?:試験|研究)",
    ),
    "randomised": (_RANDOMISED, "ランダム化|無作為化|二重盲検"),
    "protocol": (
        r"\b(?:study|trial) protocol|:\s*(?:an? |the )?protocol\b|^protocol (?:for|of)\b",
        "研究計画書|プロトコル論文|試験プロトコル",
    ),
    "case": (r"\bcase (?:report|series)\b|\ba case of\b", "症例報告|の[0-9一二]例"),
    "open": (r"\bopen-?label|\bsingle-?arm|\buncontrolled", "非盲検|オープンラベル|単群"),
    "cohort": (
        r"\bcohort study|\bretrospective|\bnaturalistic|\bregistry study|\bcase-control|\bcross-sectional",
        "コホート研究|後ろ向き|横断研究",
    ),
    "narrative": (r"\bnarrative review|\bliterature review|\bmini-?review", "総説|ナラティブレビュー"),
    "mouse": (r"\b(?:mice|mouse|murine)\b", "マウス"),
    "rat": (r"\brats?\b", "ラット"),
    "animal": (
        r"\b(?:mice|mouse|murine|rats?|rodents?|zebrafish|macaques?|monkeys?|pigs?|porcine|rabbits?|dogs?|sheep)\b",
        r"\banimal models?\b|\bin animals\b|マウス|ラット|げっ歯類|齧歯類|動物モデル|モデル動物|動物実験",
    ),
    "cells": (r"\bin vitro\b|\bcultured (?:\w+ )?(?:cells?|neurons?|astrocytes?|microglia)|\bcell lines?\b", "培養細胞|試験管内"),
    "people": (  # not `human`, as cells may be
        r"\b(?:(?:in|out)?patients?|volunteers|participants|adolescents|children|adults|women|men|veterans|people|humans)\b",
        "患者|健常者|被験者|成人|小児|若年者|人を対象",
    ),
}
_PATTERNS = {kind: re.compile("|".join(words), re.IGNORECASE) for kind, words in _WORDS.items()}


@lru_cache(maxsize=2**12)
def said_of(title: str) -> Mapping[str, str]:
    """Each kind of study, and each of those studied, that a title names, with the words by which it does."""
    return {kind: found[0] for kind, pattern in _PATTERNS.items() if (found := pattern.search(title))}
