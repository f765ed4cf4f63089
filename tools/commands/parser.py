"""The command line → options, and the help. `argparse` takes it apart; what is said about it is ours, in both languages."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, replace
from typing import Any, TypeVar

from tools.commands.options import Argument, Common, arguments_of
from tools.commands.outcome import Refused
from tools.text.hints import hint
from tools.text.locale import LANGUAGES, Language, language_of
from tools.text.messages import Message, say

Taken = TypeVar("Taken", bound=Common)
PROGRAM = "python -m tools"


def take_language(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Language, list[str]]:
    """The language of everything that is said, which `--language` names at any place, and the arguments without it.

    Raises:
        Refused: it names none.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("--language")
    try:
        found, rest = parser.parse_known_args(arguments)
    except argparse.ArgumentError as error:
        raise Refused(say("usage.no-value", option="--language")) from error
    if found.language is None:
        return language_of(environment), rest
    for language in LANGUAGES:
        if found.language == language:
            return language, rest
    raise Refused(say("usage.no-word", option="--language", value=found.language, known=LANGUAGES, hint=None))


def read_options(options: type[Taken], verb: str, does: Message, arguments: Sequence[str], language: Language) -> Taken:
    """The options of a verb. `--help` prints them and ends the program.

    Args:
        does: what the verb does.
        language: of the help; it is one of the options, too.

    Raises:
        Refused: an argument is missing, unknown or wrong.
    """
    known = arguments_of(options)
    asked = any(word.startswith(("-h", "--help")) for word in arguments)
    try:
        found, beyond = _parser(known, f"{PROGRAM} {verb}", does, language if asked else None).parse_known_args(arguments)
    except argparse.ArgumentError as error:
        raise Refused(_no_value(known, error.argument_name or "")) from error
    for word in beyond:
        flags = [how.name for _, how in known.values() if how.name.startswith("-")]
        raise Refused(say("usage.unknown-option", option=word, verb=verb, hint=hint(word, flags)))
    for name, (field, how) in known.items():
        if field.default is MISSING and name not in found:
            raise Refused(say("usage.missing", argument=how.name, verb=verb))
    values: dict[str, Any] = {name: _value(*known[name], given) for name, given in vars(found).items()}
    return replace(options(**values), language=language)


def _parser(
    known: Mapping[str, tuple[Field[Any], Argument]], program: str, does: Message, language: Language | None
) -> argparse.ArgumentParser:
    """What takes the arguments apart, with the help in a language; without one, nobody waits for the sentences to be read."""

    def text(message: Message) -> str:
        return message.text(language) if language else ""

    usage = text(say("help.usage", command=" ".join([program, *_usage(known)])))
    parser = _bare_parser(f"{usage}\n\n{text(does)}")
    placed = parser.add_argument_group(text(say("help.arguments")))
    flags = parser.add_argument_group(text(say("help.options")))
    flags.add_argument("-h", "--help", action="help", help=text(say("help.help")))
    for name, (field, how) in known.items():
        told = text(how.help)
        if not how.name.startswith("-"):
            many = "*" if field.default == () else "?"
            placed.add_argument(name, metavar=how.name, nargs=many, default=argparse.SUPPRESS, help=told)
        elif field.default is False:
            flags.add_argument(how.name, dest=name, action="store_true", default=argparse.SUPPRESS, help=told)
        else:
            word = f"{{{','.join(how.words)}}}" if how.words else name.upper()
            flags.add_argument(how.name, dest=name, metavar=word, default=argparse.SUPPRESS, help=told)
    return parser


def _bare_parser(description: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        usage=argparse.SUPPRESS,  # it is the first line of the description, in the language of the rest
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )


def _usage(known: Mapping[str, tuple[Field[Any], Argument]]) -> list[str]:
    """The arguments as a line shows them: what must be given, and what can be."""
    words = []
    for name, (field, how) in known.items():
        if field.default is MISSING:
            words.append(f"{how.name} {name.upper()}" if how.name.startswith("-") else how.name)
        elif not how.name.startswith("-"):
            words.append(f"[{how.name} …]" if field.default == () else f"[{how.name}]")
    return [*words, "[--…]"]


def _value(field: Field[Any], how: Argument, given: Any) -> object:
    if given is True:
        return True
    if isinstance(given, list):
        return tuple(map(how.read, given))
    if how.words and given not in how.words:
        raise Refused(say("usage.no-word", option=how.name, value=given, known=tuple(how.words), hint=hint(given, how.words)))
    try:
        return how.read(given)
    except Refused as refusal:
        raise Refused(say("usage.wrong", option=how.name, why=refusal.message)) from refusal


def _no_value(known: Mapping[str, tuple[Field[Any], Argument]], option: str) -> Message:
    switches = [how.name for field, how in known.values() if field.default is False]
    return say("usage.switch", option=option) if option in switches else say("usage.no-value", option=option)


def overview(verbs: Mapping[str, Message], language: Language) -> str:
    """What the program can do, a line a verb."""
    usage = say("help.usage", command=f"{PROGRAM} COMMAND [--…]").text(language)
    parser = _bare_parser(f"{usage}\n\n{say('help.program').text(language)}")
    group = parser.add_argument_group(say("help.commands").text(language))
    for verb, does in verbs.items():
        group.add_argument(verb, help=does.text(language))
    parser.epilog = say("help.more").text(language)
    return parser.format_help()


def choose(verbs: Mapping[str, Message], arguments: Sequence[str]) -> str:
    """The verb that the arguments begin with.

    Raises:
        Refused: they name none.
    """
    if not arguments:
        raise Refused(say("usage.no-verb", known=tuple(verbs)))
    if arguments[0] not in verbs:
        raise Refused(say("usage.unknown-verb", verb=arguments[0], hint=hint(arguments[0], verbs), known=tuple(verbs)))
    return arguments[0]
