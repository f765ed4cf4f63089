"""Asking the registries politely: one request at a time, at a rate that each allows, with retries and a cache.

Rates, from the registries' documentation: Crossref 5 a second, 10 with a contact; NCBI 3 a second; ClinicalTrials.gov some 50 a
minute; doi.org, JaLC and Europe PMC publish no number that was found, and one a second is asked of them. No request here
has been tried against the live services; the tests speak the documented shapes on this machine.
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from xml.etree.ElementTree import ParseError

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from tools.text.messages import Message, say
from tools.verify.cache import Answer, Cache

T = TypeVar("T")
TOOL = "evidence-review-verify"
NAMES = {
    "crossref": "Crossref", "doi": "doi.org", "jalc": "JaLC", "pubmed": "PubMed", "europepmc": "Europe PMC",
    "ctgov": "ClinicalTrials.gov",
}  # fmt: skip
INTERVALS = {"crossref": 0.25, "doi": 1.0, "jalc": 1.0, "pubmed": 0.4, "europepmc": 1.0, "ctgov": 1.5}
# After so many requests in a row without an answer, a service is left alone for the rest of the run.
PATIENCE = 2


class NoAnswer(Exception):
    """A registry could not be asked, or its answer not be read. Never the fault of a reference.

    Attributes:
        message: which registry and why, as a clause.
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message.text("en"))
        self.message = message


class NotAsked(NoAnswer):
    """A registry was left alone, since it did not answer before. `service` is its name."""

    def __init__(self, service: str) -> None:
        super().__init__(say("part.not-asked", service=service))
        self.service = service


@dataclass(frozen=True)
class Services:
    """Where the registries and databases are; each can be set by VERIFY_ and its name in capitals: VERIFY_CROSSREF."""

    crossref: str = "https://api.crossref.org"
    doi: str = "https://doi.org"
    jalc: str = "https://api.japanlinkcenter.org"
    pubmed: str = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    europepmc: str = "https://www.ebi.ac.uk/europepmc/webservices/rest"
    ctgov: str = "https://clinicaltrials.gov/api/v2"

    @classmethod
    def from_environment(cls) -> Services:
        return cls(**{name: url.rstrip("/") for name in NAMES if (url := os.environ.get(f"VERIFY_{name.upper()}"))})


@dataclass(frozen=True)
class Manners:
    """How a service is asked. Times in seconds.

    Attributes:
        intervals: least time between two requests to a service.
        connect, read: how long to wait for a connection, and for the next part of an answer.
        attempts: requests at most for one question; a refused connection is tried twice.
        backoff: waits backoff × 2, 4, 8 … between attempts, unless the answer says when to come back (Retry-After).
        longest_wait: upper bound of one wait.
    """

    intervals: Mapping[str, float] = field(default_factory=lambda: dict(INTERVALS))
    connect: float = 5
    read: float = 20
    attempts: int = 4
    backoff: float = 0.5
    longest_wait: int = 60


class Web:
    """The registries, as one asks them.

    Args:
        contact: an e-mail address that the registries may write to, or "".
    """

    def __init__(self, services: Services, manners: Manners, contact: str, cache: Cache) -> None:
        self.contact, self.cache = contact, cache
        self._services, self._manners = services, manners
        self._last: dict[str, float] = {}
        self._failures: dict[str, int] = {}
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"{TOOL}/1" + (f" (mailto:{contact})" if contact else "")
        tries = Retry(
            total=manners.attempts - 1, connect=1, read=1, status=manners.attempts - 1, other=0,
            status_forcelist={429, 500, 502, 503, 504}, allowed_methods={"GET"}, raise_on_status=False,
            backoff_factor=manners.backoff, backoff_max=manners.longest_wait, retry_after_max=manners.longest_wait,
        )  # fmt: skip
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=tries))

    def ask(
        self, service: str, path: str, key: str, read: Callable[[Answer], T],
        params: Mapping[str, str] | None = None, accept: str = "application/json",
    ) -> T:  # fmt: skip
        """The answer, read; from the cache where it is there.

        Args:
            service: a key of NAMES.
            path: what follows the service's address.
            key: by what the answer is kept.
            read: gets an answer with status 200 or 404. An answer that it cannot read is not kept.

        Raises:
            NoAnswer: no answer, another status, or one that `read` fails on.
        """
        answer = self.cache.get(service, key) or self.get(service, path, params, accept)
        value = self.reading(service, answer, read)
        self.cache.put(service, key, answer)
        return value

    def reading(self, service: str, answer: Answer, read: Callable[[Answer], T]) -> T:
        """What `read` makes of an answer; whatever it stumbles over is the answer's fault."""
        try:
            return read(answer)
        except (ValueError, LookupError, TypeError, AttributeError, ParseError, RecursionError) as error:
            raise NoAnswer(say("part.unread-answer", service=NAMES[service])) from error

    def get(self, service: str, path: str, params: Mapping[str, str] | None = None, accept: str = "*/*") -> Answer:
        """One answer from the network, status 200 or 404.

        Raises:
            NoAnswer: no answer after all attempts, or another status; NotAsked: the service did not answer several times before.
        """
        name = NAMES[service]
        if self._failures.get(service, 0) >= PATIENCE:
            raise NotAsked(name)
        self._wait(service)
        try:
            response = self._session.get(
                getattr(self._services, service) + path,
                params={**(params or {}), **self._introduction(service)},
                headers={"Accept": accept},
                timeout=(self._manners.connect, self._manners.read),
            )
        except requests.RequestException as error:
            self._failures[service] = self._failures.get(service, 0) + 1
            raise NoAnswer(_why(name, error)) from error
        if response.status_code not in (200, 404):
            busy = response.status_code == 429 or response.status_code >= 500
            self._failures[service] = self._failures.get(service, 0) + 1 if busy else 0
            raise NoAnswer(say("part.status", service=name, status=response.status_code))
        self._failures[service] = 0
        content_type = response.headers.get("Content-Type", "")
        # Without a declared character set, requests takes text for Latin-1; all of them speak UTF-8.
        body = response.content.decode("utf-8", "replace")
        return Answer(response.status_code, body, content_type, bool(response.history), today().isoformat())

    def _wait(self, service: str) -> None:
        pause = self._manners.intervals.get(service, 0) - (time.monotonic() - self._last.get(service, float("-inf")))
        if pause > 0:
            time.sleep(pause)
        self._last[service] = time.monotonic()

    def _introduction(self, service: str) -> dict[str, str]:
        """How each service wants to be told who asks."""
        names = {"crossref": "mailto", "pubmed": "email", "europepmc": "email"}
        contact = {names[service]: self.contact} if self.contact and service in names else {}
        return contact | ({"tool": TOOL} if service == "pubmed" else {})


def open_web(root: Path, *, use_cache: bool = True, max_age: int = 6) -> Web:
    """The registries, with what the environment says: VERIFY_CONTACT, an e-mail address, and the addresses of `Services`.

    Args:
        root: the review's folder; answers are kept in its `.cache/verify/`.
        max_age: days after which an answer is asked for again.
    """
    folder = root / ".cache/verify" if use_cache else None
    cache = Cache(folder, datetime.timedelta(days=max_age), today())
    return Web(Services.from_environment(), Manners(), os.environ.get("VERIFY_CONTACT", "").strip(), cache)


def today() -> datetime.date:
    """The day (UTC): an answer of the network is dated by the clock, whatever a build may pretend."""
    return datetime.datetime.now(datetime.UTC).date()


def _why(service: str, error: requests.RequestException) -> Message:
    if isinstance(error, requests.Timeout) or "timed out" in str(error):
        return say("part.too-late", service=service)
    if isinstance(error, requests.ConnectionError):
        return say("part.out-of-reach", service=service)
    return say("part.unasked", service=service)
