"""What the environment and the command line may say: read once, made one form, and refused in one line where it is nonsense."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tools.__main__ import main
from tools.commands.outcome import Refused
from tools.commands.settings import read_settings
from tools.edition import Publication

DAY = datetime.date(2026, 1, 1)
EPOCH = {"SOURCE_DATE_EPOCH": "1767225600"}


@pytest.mark.parametrize("slashes", ["", "/", "//"])
@pytest.mark.parametrize(
    "address", ["https://x.github.io/review", "http://localhost:8000", "http://[::1]:8000/a%20b", "https://X.org"]
)
def test_an_address_is_the_same_with_and_without_its_slash(address: str, slashes: str) -> None:
    found = read_settings({**EPOCH, "SITE_URL": address + slashes, "REPO_URL": address + slashes})
    assert found == Publication(DAY, f"{address}/", address)


def test_what_is_unset_or_empty_is_left_out() -> None:
    today = datetime.datetime.now(datetime.UTC).date()
    for environ in ({}, {"SITE_URL": "", "REPO_URL": "", "SOURCE_DATE_EPOCH": ""}):
        found = read_settings(environ)
        assert (found.site_url, found.repo_url) == ("", "") and found.today - today <= datetime.timedelta(1)


NONSENSE = [
    "foo", "/", "//", " ", "www.example.org", "ftp://example.org/", "https://", "https:///review/", "https:example.org", "https://-/",
    "https://example.org/?a=b", "https://example.org/#top", "https://example.org/my review/", " https://example.org/",
    "https://example.org/\n", "https://me:secret@example.org/", "https://例え.jp/", "https://example.org:port/", 'https://x.org/"><b>',
    "https://\u212aelvin.org/",
]  # fmt: skip


@pytest.mark.parametrize("address", NONSENSE)
@pytest.mark.parametrize("name", ["SITE_URL", "REPO_URL"])
def test_nonsense_is_no_address(name: str, address: str) -> None:
    with pytest.raises(Refused, match=rf"^{name} is `.*\Z"):
        read_settings({name: address})


@pytest.mark.parametrize("epoch", ["abc", "-1", "1.5", "1e9", "１２", " 1", "99999999999999", "999999999999"])
def test_nonsense_is_no_day(epoch: str) -> None:
    with pytest.raises(Refused, match=r"^SOURCE_DATE_EPOCH is `"):
        read_settings({"SOURCE_DATE_EPOCH": epoch})


@pytest.mark.parametrize(("name", "value"), [("SITE_URL", "foo"), ("REPO_URL", "foo"), ("SOURCE_DATE_EPOCH", "abc")])
def test_a_command_refuses_nonsense_in_one_line(
    name: str, value: str, miniature: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["build", "--root", str(miniature)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"tools: {name} is `{value}`") and told.count("\n") == 1 and not (miniature / "site").exists()


@pytest.mark.parametrize(
    ("option", "value"), [("--jobs", "x"), ("--jobs", "0"), ("--jobs", "1.5"), ("--port", "x"), ("--port", "65536")]
)
def test_an_option_refuses_nonsense_in_words(option: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", option, value]) == 2
    assert f"tools: `{option}`: `{value}` is not a " in capsys.readouterr().err


@pytest.mark.build
def test_every_page_of_one_build_has_one_day_and_one_address(
    miniature: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock is asked once, and an address without its slash is the same site."""
    asked = []

    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:
            asked.append(tz)
            return datetime.datetime(2026, 3, 4, tzinfo=tz)  # not before the records

    monkeypatch.setattr("datetime.datetime", Clock)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("SITE_URL", "https://x.github.io/review")
    assert main(["build", "--root", str(miniature), "--out", str(tmp_path / "site")]) == 0
    assert len(asked) == 1
    told = [
        file.read_text(encoding="utf-8") for file in (tmp_path / "site").rglob("*") if file.suffix in (".html", ".xml", ".json")
    ]
    assert any("https://x.github.io/review/" in text for text in told)
    assert not [text for text in told if "https://x.github.io/review" in text.replace("https://x.github.io/review/", "")]
