"""A module made to do what its changed code says, while all that others hold of it keeps its identity."""

from __future__ import annotations

import sys
from types import CodeType, FunctionType


class Unchanged(Exception):
    """The changed code does the same as before, to the byte."""


def graft_module(name: str, code: CodeType) -> None:
    """Put what changed code defines into the module's own functions, classes and numbers."""
    module = sys.modules[name]
    fresh: dict[str, object] = {"__name__": name}
    exec(code, fresh)
    done = [_graft(value, fresh[key]) for key, value in vars(module).items() if key in fresh and not key.startswith("__")]
    for key, value in fresh.items():
        if isinstance(value, int | float) and getattr(module, key) != value:
            setattr(module, key, value)
            done.append(True)
    if not any(done):
        raise Unchanged


def _graft(old: object, new: object) -> bool:
    """True where there was a difference."""
    if old is new:
        return False
    match old, new:
        case FunctionType(), FunctionType():
            return _graft_function(old, new)
        case property(), property():
            return _graft(old.fget, new.fget)
        case type(), type():
            return _graft_class(old, new)
        case dict(), dict():
            return _graft_entries(old, new)
    if hasattr(old, "__wrapped__") and hasattr(new, "__wrapped__"):  # a function behind a cache
        return _graft(old.__wrapped__, new.__wrapped__)
    return False


def _graft_entries(old: dict[object, object], new: dict[object, object]) -> bool:
    done = False
    for key, value in new.items():
        if isinstance(value, int | float) and old[key] != value:
            old[key] = value
            done = True
        else:
            done |= _graft(old[key], value)
    return done


def _graft_function(old: FunctionType, new: FunctionType) -> bool:
    same = (old.__code__, old.__defaults__, old.__kwdefaults__) == (new.__code__, new.__defaults__, new.__kwdefaults__)
    old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__
    return not same


def _graft_class(old: type, new: type) -> bool:
    done = False
    for name, value in vars(new).items():
        if isinstance(value, int | float) and vars(old)[name] != value:
            setattr(old, name, value)
            done = True
        elif name in vars(old):
            done |= _graft(vars(old)[name], value)
    return done
