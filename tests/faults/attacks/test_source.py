"""What must stand nowhere in the code: pickles, code made of text, shells, and SQL put together from text."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[3]
SOURCES = sorted(
    path
    for folder in ("index", "bot", "benchmarks", "deploy", "tests")
    for path in (ROOT / folder).rglob("*.py")
)
_MODULES = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "jsonpickle"}
_CALLS = {"eval", "exec", "__import__", "os.system", "os.popen", "torch.load", "yaml.unsafe_load"}
_SAFE_LOADERS = {"SafeLoader", "_FrontMatter"}
_SQL_WORD = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA|ATTACH)\b")
_SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|ATTACH|PRAGMA|REPLACE|WITH|VALUES)\b")

# What may stand in a query besides its words: constants, question marks, and these names, which hold
# tables, columns and conditions that are written down where they are chosen.
OURS = {"table", "column", "conditions", "' AND '.join(conditions)", "int(_BUSY_S * 1000)"}
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*|_marks\([0-9]+\)")
_WORTH_READING = re.compile(
    r"pickle|marshal|shelve|dill|joblib|eval|exec|__import__|popen|system|torch|yaml|shell|trust_remote"
)


def dotted(node: ast.expr) -> str:
    """The name that is called, as far as it is one."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def dangers(tree: ast.AST) -> Iterator[str]:
    """What is dangerous in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (f"import {item.name}" for item in node.names if item.name.split(".")[0] in _MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in _MODULES:
            yield f"from {node.module} import"
        elif isinstance(node, ast.Call):
            yield from dangerous_call(node)


def dangerous_call(call: ast.Call) -> Iterator[str]:
    """What is dangerous in a call."""
    name = dotted(call.func)
    options = {keyword.arg: keyword.value for keyword in call.keywords}
    if name in _CALLS:
        yield name
    for option in ("shell", "trust_remote_code", "allow_pickle"):
        value = options.get(option)
        if value is not None and not (isinstance(value, ast.Constant) and value.value is False):
            yield f"{name}({option}=...)"
    if name in {"yaml.load", "yaml.load_all"}:
        loader = call.args[1] if len(call.args) > 1 else options.get("Loader")
        if loader is None or dotted(loader).rpartition(".")[2] not in _SAFE_LOADERS:
            yield name


@pytest.mark.parametrize(
    "source",
    [
        "import pickle", "from marshal import loads", "eval('1')", "import os; os.system('id')", "torch.load('a')",
        "np.load('a', allow_pickle=True)", "subprocess.run('id', shell=True)", "yaml.load(text)",
        "yaml.load(text, yaml.Loader)", "yaml.load(text, Loader=yaml.FullLoader)", "Model('a', trust_remote_code=True)",
        "Model('a', trust_remote_code=chosen)",
    ],
)  # fmt: skip
def test_dangers_are_seen(source: str) -> None:
    assert list(dangers(ast.parse(source)))


def test_there_are_none() -> None:
    assert len(SOURCES) > 400
    texts = {path: text for path in SOURCES if _WORTH_READING.search(text := path.read_text("utf-8"))}
    found = {str(path.relative_to(ROOT)): list(dangers(ast.parse(text))) for path, text in texts.items()}
    assert {path: what for path, what in found.items() if what} == {}


def built_sql(tree: ast.AST) -> Iterator[str]:
    """Queries that are put together from texts, in whatever way."""
    inner = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.BinOp) for part in (node.left, node.right)
    }
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=[ast.Constant(value=str(text)), *rest]) if rest:
                pass
            case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Add() | ast.Mod()):
                pass
            case ast.Call(
                func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format" | "join" | "replace")
            ):
                pass
            case _:
                continue
        if _SQL.match(text) and id(node) not in inner:
            parts = rest if isinstance(node, ast.JoinedStr) else [node]
            written = [ast.unparse(part.value) for part in parts if isinstance(part, ast.FormattedValue)]
            written += [
                ast.unparse(part) for part in parts if not isinstance(part, ast.FormattedValue | ast.Constant)
            ]
            yield from (part for part in written if part not in OURS and not _CONSTANT.fullmatch(part))


@pytest.mark.parametrize(
    "source",
    [
        "execute(f'SELECT a FROM b WHERE c = {d}')", "query = 'DELETE FROM a WHERE b = ' + c",
        "execute('SELECT a FROM b WHERE c = %s' % d)", "query = 'INSERT INTO a VALUES ({})'.format(b)",
    ],
)  # fmt: skip
def test_queries_made_of_texts_are_seen(source: str) -> None:
    assert list(built_sql(ast.parse(source)))


def test_values_come_into_queries_as_parameters_alone() -> None:
    packages = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in {"index", "bot"}]
    texts = [text for path in packages if _SQL_WORD.search(text := path.read_text("utf-8"))]
    assert len(texts) > 8
    assert [part for text in texts for part in built_sql(ast.parse(text))] == []


def pinned() -> dict[str, str]:
    """The version of each distribution in `constraints.txt`, by its normalised name."""
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pairs = [line.split(";")[0].split("#")[0].strip().split("==") for line in lines if "==" in line]
    return {normalised(name): version.strip() for name, version in pairs}


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def needed(name: str, seen: set[str]) -> None:
    """Add a distribution and all that it needs here to `seen`."""
    try:
        required = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return
    seen.add(normalised(name))
    for line in required:
        requirement = Requirement(line)
        here = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if here and normalised(requirement.name) not in seen:
            needed(requirement.name, seen)


def test_all_that_is_installed_for_the_project_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    seen: set[str] = set()
    for line in (*project["dependencies"], *project["optional-dependencies"]["dev"]):
        needed(Requirement(line).name, seen)
    assert len(seen) > 50
    versions = pinned()
    assert sorted(seen - set(versions)) == []
    others = {name: metadata.version(name) for name in seen if metadata.version(name) != versions[name]}
    assert {name: found for name, found in others.items() if not found.startswith(versions[name] + "+")} == {}
