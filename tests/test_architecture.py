"""The house keeps its shape: layers, no module that reaches itself, short functions, no careless except."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "dateline"
ROOMS = ("ingest", "read", "extract", "resolve", "merge", "store", "ledger", "audit", "review")
LAYERS: tuple[tuple[str, ...], ...] = (
    ("model",),
    ("knowledge",),
    ("reckoning",),
    ROOMS,
    ("pipeline", "casebook", "listed", "auditing", "reviewing"),
    ("publish", "evaluate", "scale", "serve", "cli", ""),
)
RUNNER = "dateline.pipeline"
LONGEST_FUNCTION = 60
LONGEST_FILE = 350


def _module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {_module_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
FILES = {_module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def imports(tree: ast.AST, modules: Mapping[str, object]) -> set[str]:
    """The modules of ours that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            below = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (below & modules.keys()) | ({node.module} if below - modules.keys() else set())
    return found & modules.keys()


IMPORTS = {name: imports(tree, TREES) for name, tree in TREES.items()}


def part_of(module: str) -> str:
    """The room, layer or face that a module belongs to; "" for the package itself."""
    return module.partition(".")[2].partition(".")[0]


def layer_of(module: str) -> int:
    """The number of its layer, from the ground."""
    return next(number for number, parts in enumerate(LAYERS) if part_of(module) in parts)


def cycle(graph: Mapping[str, set[str]]) -> list[str]:
    """One way from a module back to itself, or []."""
    done: set[str] = set()

    def walk(module: str, way: list[str]) -> list[str]:
        if module in way:
            return [*way[way.index(module) :], module]
        if module in done:
            return []
        found = next((way_back for below in sorted(graph[module]) if (way_back := walk(below, [*way, module]))), [])
        done.add(module)
        return found

    return next((found for module in sorted(graph) if (found := walk(module, []))), [])


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_every_module_has_its_layer() -> None:
    known = {part for parts in LAYERS for part in parts}
    assert {part_of(module) for module in TREES} <= known
    assert len(TREES) > 20


def test_nothing_imports_from_a_layer_above() -> None:
    assert [f"{a} imports {b}" for a in IMPORTS for b in IMPORTS[a] if layer_of(b) > layer_of(a)] == []


def test_rooms_are_siblings_and_never_import_one_another() -> None:
    pairs = [(a, b) for a in IMPORTS for b in IMPORTS[a] if part_of(a) in ROOMS and part_of(b) in ROOMS]
    assert [f"{a} imports {b}" for a, b in pairs if part_of(a) != part_of(b)] == []


def test_no_module_reaches_itself() -> None:
    assert cycle(IMPORTS) == []


def test_the_search_for_cycles_finds_one() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert cycle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_the_search_for_imports_sees_them_all() -> None:
    tree = ast.parse("import dateline.a\nfrom dateline import b\ndef f():\n    from dateline.c import d\n")
    assert imports(tree, dict.fromkeys(("dateline.a", "dateline.b", "dateline.c"))) == {
        "dateline.a", "dateline.b", "dateline.c",
    }  # fmt: skip


@pytest.mark.parametrize("module", TREES)
def test_every_module_says_what_it_is_for(module: str) -> None:
    assert ast.get_docstring(TREES[module]) or not TREES[module].body


def test_functions_are_short() -> None:
    lengths = {f"{m}.{f.name}": f.end_lineno - f.lineno + 1 for m, tree in TREES.items() for f in functions(tree)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}
    assert sorted(lengths.values())[len(lengths) // 2] <= 10, "the median function has grown too long"


def test_files_are_short() -> None:
    lengths = {m: path.read_text(encoding="utf-8").count("\n") for m, path in FILES.items()}
    assert {module: length for module, length in lengths.items() if length > LONGEST_FILE} == {}


def test_only_the_runner_catches_everything() -> None:
    careless = [
        f"{module}:{node.lineno}"
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node) and module != RUNNER
    ]
    assert careless == []


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    names = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(name, ast.Name) and name.id in ("Exception", "BaseException") for name in names)
