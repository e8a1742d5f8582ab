"""A pack: a folder of rules whose `pack.yaml` says its name, its version and what it needs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from appeal_lint.model.installed import installed
from appeal_lint.model.rule import Pack
from appeal_lint.model.said import Said
from appeal_lint.rulebook.choices import Listed, raised
from appeal_lint.rulebook.faults import Faults, nearest
from appeal_lint.rulebook.schema import NAME, Line, Shape, Text, schema_of
from appeal_lint.rulebook.validate import validate
from appeal_lint.rulebook.yaml_source import Source, read_yaml

FILE = "pack.yaml"
MISNAMED = "pack.yml"
PROGRAM = "appeal-lint"
"""What a pack may need beside other packs."""
SHIPPED = "appeal-lint-rules"
"""The name of the pack that comes with the program."""
_SHIPPED_PAGES = "docs/rules/{rule}.md"
_ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?/[^\s{}<>\"\\]*\{rule\}[^\s{}<>\"\\]*")
_LIKE = "appeal-lint>=0.1"


def _version(text: str) -> str:
    from packaging.version import InvalidVersion, Version  # noqa: PLC0415

    try:
        Version(text)
    except InvalidVersion:
        said = Said("is no version; write numbers with dots between, as in '1.0'")
        raise raised(said) from None
    return text


def _need(text: str) -> str:
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415

    try:
        need = Requirement(text)
    except InvalidRequirement:
        said = Said("must be a name and its versions, such as “{like}”", like=_LIKE)
        raise raised(said) from None
    if need.url or need.extras or need.marker:
        raise raised(Said("may hold a name and its versions only, such as “{like}”", like=_LIKE))
    return text


def _address(text: str) -> str:
    if not _ADDRESS.fullmatch(text):
        said = Said(
            "must be a web address with {rule} in it, as in 'https://example.org/{rule}'",
            rule="{rule}",
        )
        raise raised(said)
    return text


class PackShape(Shape):
    """The file `pack.yaml` of a folder of rules."""

    name: Annotated[str, Field(pattern=NAME, max_length=60, strict=True)]
    version: Annotated[Text, AfterValidator(_version)]
    needs: Annotated[tuple[Annotated[Line, AfterValidator(_need)], ...], Listed()] = ()
    pages: Annotated[Line, AfterValidator(_address)] | None = None


def pack_schema() -> dict[str, Any]:
    """Return the JSON Schema of `pack.yaml`, for editors."""
    return schema_of(PackShape, "appeal-lint pack")


def load_packs(folders: Sequence[Path], faults: Faults) -> Mapping[Path, Pack]:
    """Load the `pack.yaml` of each folder that has one, and note every fault.

    The first folder is the shipped one: its rules have their pages in the project.

    Raises:
        RulebookError: a pack needs what is not there. Whatever else may be wrong with the
            rules may well come from that, so nothing else is said.

    """
    packs: dict[Path, Pack] = {}
    wanted: list[tuple[Source, PackShape]] = []
    before = len(faults.found)
    for folder in folders:
        path = folder / FILE
        if (folder / MISNAMED).exists():
            faults.add(folder / MISNAMED, 1, "", Said("must be called {name}", name=FILE))
        if not path.exists():
            continue
        source = read_yaml(path, faults)
        shape = validate(PackShape, source.data, source, (), faults) if source else None
        if source is None or shape is None:
            continue
        _check_name(source, shape.name, packs.values(), faults)
        pages = _SHIPPED_PAGES if folder == folders[0] else shape.pages
        packs[folder] = Pack(shape.name, shape.version, str(folder), pages)
        wanted.append((source, shape))
    if len(faults.found) == before:  # a pack that is broken is no pack that is missing
        for source, shape in wanted:
            _check_needs(source, shape.needs, packs.values(), faults)
        faults.stop()
    return packs


def _check_name(source: Source, name: str, packs: Iterable[Pack], faults: Faults) -> None:
    line = source.line(("name",))
    if name == PROGRAM:
        faults.add(source.path, line, "name", Said("{name!r} is the program itself", name=name))
    for other in packs:
        if other.name == name:
            said = Said("{name!r} is the pack in {path} already", name=name, path=other.path)
            faults.add(source.path, line, "name", said)


def _check_needs(
    source: Source, needs: Sequence[str], packs: Iterable[Pack], faults: Faults
) -> None:
    if not needs:
        return
    from packaging.requirements import Requirement  # noqa: PLC0415
    from packaging.utils import canonicalize_name  # noqa: PLC0415

    there = {**_program(), **{one.name: one.version for one in packs}}
    for at, text in enumerate(needs):
        need = Requirement(text)
        name = canonicalize_name(need.name)
        if name == PROGRAM and name not in there:
            continue
        if name not in there:
            said = Said(
                "{need} is needed, and there is no pack {name!r}{hint}",
                need=text,
                name=need.name,
                hint=nearest(name, there) or Said("; add its folder with --rules"),
            )
        elif not need.specifier.contains(there[name], prereleases=True):
            said = Said(
                "{need} is needed, and {name} {version} is here",
                need=text,
                name=name,
                version=there[name],
            )
        else:
            continue
        place = source.known(("needs", at))
        faults.add(source.path, source.line(place), ".".join(map(str, place)), said)


def _program() -> dict[str, str]:
    """Return the version of the program by its name; nothing where it was never installed."""
    version = installed(PROGRAM)
    return {PROGRAM: version} if version else {}
