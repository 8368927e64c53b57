"""Is the house still built as its decision records say? What import-linter cannot see is read from the syntax tree."""

import ast
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST_MODULE_LINES = 400
MOST_PUBLIC_METHODS = 8
FEATURE_FILES = {"__init__", "errors", "rules", "tables", "values", "ports", "reads", "writes", "use_cases"}
NAMES_THAT_FORBID_NOTHING = {
    "service",
    "services",
    "utils",
    "util",
    "helpers",
    "helper",
    "manager",
    "managers",
    "common",
}


@dataclass(frozen=True)
class Source:
    """One module of the tree under test; the path is relative to its root, with slashes."""

    path: PurePosixPath
    text: str
    tree: ast.Module

    @property
    def feature(self) -> str | None:
        """The feature of the shop this module belongs to: `cart` for bot/shop/cart/rules.py."""
        parts = self.path.parts
        return parts[2] if len(parts) > 3 and parts[:2] == ("bot", "shop") else None

    @property
    def package(self) -> list[str]:
        """Dotted parts of the package that relative imports start from."""
        return list(self.path.parts[:-1])

    def at(self, node: ast.AST, complaint: str) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {complaint}"


def sources(root: Path) -> list[Source]:
    """All modules of the `bot` package under a root."""
    found = []
    for path in sorted((root / "bot").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Source(PurePosixPath(path.relative_to(root).as_posix()), text, ast.parse(text, str(path))))
    return found


@cache
def ours() -> list[Source]:
    return sources(ROOT)


def imported(source: Source) -> Iterator[tuple[ast.stmt, str]]:
    """Every dotted name a module imports, relative ones resolved, names of `from` imports included."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = source.package[: len(source.package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node, f"{module}.{alias.name}"


def commits_only_in_storage(source: Source) -> Iterator[str]:
    if source.path.parts[:2] == ("bot", "storage"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in {"commit", "rollback"}:
            yield source.at(node, f".{node.attr} outside bot/storage: Database.transaction() commits, nobody else")


def no_use_case_calls_another(source: Source) -> Iterator[str]:
    """Two writing transactions in one step begin here: what use cases share are `writes`."""
    if source.path.parts[:2] == ("bot", "shop") and source.path != PurePosixPath("bot/shop/shop.py"):
        for statement, name in imported(source):
            parts = name.split(".")
            if parts[:2] == ["bot", "shop"] and "use_cases" in parts[3:4]:
                yield source.at(statement, f"imports {name}: a use case is called by the edges only")
    if source.feature is None or source.path.stem != "use_cases":
        return
    for cls in (node for node in source.tree.body if isinstance(node, ast.ClassDef)):
        public = {method.name for method in public_methods(cls)}
        for node in ast.walk(cls):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "self"
                and node.func.attr in public
            ):
                yield source.at(node, f"{cls.name} calls its own use case {node.func.attr}()")


def public_methods(cls: ast.ClassDef) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node
        for node in cls.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_")
    ]


def modules_stay_short(source: Source) -> Iterator[str]:
    lines = len(source.text.splitlines())
    if lines > LONGEST_MODULE_LINES:
        yield f"{source.path}: {lines} lines, {LONGEST_MODULE_LINES} at most: split it"


def use_case_classes_stay_small(source: Source) -> Iterator[str]:
    if source.path.stem != "use_cases":
        return
    for cls in (node for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)):
        count = len(public_methods(cls))
        if count > MOST_PUBLIC_METHODS:
            yield source.at(cls, f"{cls.name} has {count} public methods, {MOST_PUBLIC_METHODS} at most: split it")


def files_have_names_that_forbid_something(source: Source) -> Iterator[str]:
    parts, stem = source.path.parts, source.path.stem
    if stem in NAMES_THAT_FORBID_NOTHING or NAMES_THAT_FORBID_NOTHING & set(parts[:-1]):
        yield f"{source.path}: a name that forbids nothing grows for ever"
    if parts[:2] == ("bot", "shop"):
        if len(parts) == 3 and stem not in {"__init__", "shop"}:
            yield f"{source.path}: beside the features there is shop.py only"
        if len(parts) == 4 and stem not in FEATURE_FILES:
            yield f"{source.path}: a feature has {', '.join(sorted(FEATURE_FILES - {'__init__'}))} and no other files"
        if len(parts) > 4:
            yield f"{source.path}: a feature has no folders inside"


def modules_say_what_they_answer(source: Source) -> Iterator[str]:
    if not (ast.get_docstring(source.tree) or "").strip():
        yield f"{source.path}: no docstring: which one question does this module answer?"


def no_offset_in_sql(source: Source) -> Iterator[str]:
    """OFFSET reads and throws away all rows before the page; pages here continue from a key."""
    for node in ast.walk(source.tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"offset", "slice"}
        ):
            yield source.at(node, f".{node.func.attr}(): leaf by key, not by OFFSET")
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.search(r"\bLIMIT\b.*\bOFFSET\b|\bOFFSET\s*(\d|:|\?|%|\$|\{)", node.value, re.DOTALL)
        ):
            yield source.at(node, "OFFSET in SQL text: leaf by key")


def sql_text_is_constant(source: Source) -> Iterator[str]:
    names = {
        alias.asname or alias.name
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sqlalchemy"
        for alias in node.names
        if alias.name == "text"
    }
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or not (node.args or node.keywords):
            continue
        by_name = isinstance(node.func, ast.Name) and node.func.id in names
        by_module = (
            isinstance(node.func, ast.Attribute)
            and node.func.attr == "text"
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id in {"sa", "sqlalchemy", "sql"}
        )
        statement = node.args[0] if node.args else node.keywords[0].value
        if (by_name or by_module) and not isinstance(statement, ast.Constant | ast.Name | ast.Attribute):
            yield source.at(node, "text() of something put together: bind parameters instead")


def tasks_are_born_in_the_nursery(source: Source) -> Iterator[str]:
    if source.path == PurePosixPath("bot/basics/nursery.py"):
        return
    starters = {"create_task", "ensure_future", "run_coroutine_threadsafe"}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in starters:
            yield source.at(
                node, f".{node.func.attr}(): a task that inherits its context would settle somebody's update"
            )
    for statement, name in imported(source):
        if name in {f"asyncio.{starter}" for starter in starters}:
            yield source.at(statement, f"imports {name}: bot.basics.nursery starts tasks")


RULES: list[Callable[[Source], Iterator[str]]] = [
    commits_only_in_storage,
    no_use_case_calls_another,
    modules_stay_short,
    use_case_classes_stay_small,
    files_have_names_that_forbid_something,
    modules_say_what_they_answer,
    no_offset_in_sql,
    sql_text_is_constant,
    tasks_are_born_in_the_nursery,
]


def named(rule: object) -> str | None:
    return getattr(rule, "__name__", None)


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_the_tree_keeps_the_rule(rule: Callable[[Source], Iterator[str]]) -> None:
    assert ours(), "no module found: the test looks at the wrong folder"
    assert [complaint for source in ours() for complaint in rule(source)] == []


DOC = '"""What is this?"""\n'
BROKEN: list[tuple[Callable[[Source], Iterator[str]], str, str]] = [
    (commits_only_in_storage, "bot/shop/cart/writes.py", "async def add(session):\n    await session.commit()\n"),
    (
        commits_only_in_storage,
        "bot/telegram/buyer/cart.py",
        "def on_add(session):\n    undo = session.rollback\n    undo()\n",
    ),
    (no_use_case_calls_another, "bot/shop/checkout/use_cases.py", "from bot.shop.cart.use_cases import Cart\n"),
    (no_use_case_calls_another, "bot/shop/checkout/writes.py", "from bot.shop.cart import use_cases\n"),
    (no_use_case_calls_another, "bot/shop/checkout/use_cases.py", "import bot.shop.cart.use_cases as cart\n"),
    (no_use_case_calls_another, "bot/shop/checkout/use_cases.py", "from ..cart.use_cases import Cart\n"),
    (
        no_use_case_calls_another,
        "bot/shop/cart/writes.py",
        "def add():\n    from .use_cases import Cart\n    return Cart\n",
    ),
    (
        no_use_case_calls_another,
        "bot/shop/cart/use_cases.py",
        "class Cart:\n    async def add(self): ...\n    async def again(self):\n        await self.add()\n",
    ),
    (modules_stay_short, "bot/web/app.py", "a = 1\n" * LONGEST_MODULE_LINES),
    (
        use_case_classes_stay_small,
        "bot/shop/cart/use_cases.py",
        "class Cart:\n" + "".join(f"    async def do_{n}(self): ...\n" for n in range(MOST_PUBLIC_METHODS + 1)),
    ),
    (files_have_names_that_forbid_something, "bot/web/service.py", ""),
    (files_have_names_that_forbid_something, "bot/shop/cart/numbers.py", ""),
    (files_have_names_that_forbid_something, "bot/shop/prices.py", ""),
    (files_have_names_that_forbid_something, "bot/shop/cart/inner/rules.py", ""),
    (files_have_names_that_forbid_something, "bot/telegram/utils.py", ""),
    (files_have_names_that_forbid_something, "bot/telegram/helpers/dates.py", ""),
    (no_offset_in_sql, "bot/shop/catalogue/reads.py", "def page(q, n):\n    return q.limit(8).offset(n)\n"),
    (no_offset_in_sql, "bot/shop/catalogue/reads.py", "PAGE = 'SELECT id FROM product LIMIT 8 OFFSET :n'\n"),
    (sql_text_is_constant, "bot/storage/odd.py", "from sqlalchemy import text\nq = text(f'DELETE FROM {t}')\n"),
    (
        sql_text_is_constant,
        "bot/storage/odd.py",
        "from sqlalchemy import text as sql_text\nq = sql_text('DROP ' + t)\n",
    ),
    (sql_text_is_constant, "bot/storage/odd.py", "import sqlalchemy as sa\nq = sa.text('DROP {}'.format(t))\n"),
    (tasks_are_born_in_the_nursery, "bot/jobs/sweep.py", "import asyncio\nasyncio.create_task(sweep())\n"),
    (tasks_are_born_in_the_nursery, "bot/jobs/sweep.py", "from asyncio import create_task\n"),
    (tasks_are_born_in_the_nursery, "bot/jobs/sweep.py", "def go(group):\n    group.create_task(sweep())\n"),
]


@pytest.mark.parametrize(("rule", "path", "text"), BROKEN, ids=lambda part: named(part) or "")
def test_a_broken_sample_is_named(
    rule: Callable[[Source], Iterator[str]], path: str, text: str, tmp_path: Path
) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(DOC + text, encoding="utf-8")
    complaints = [complaint for source in sources(tmp_path) for complaint in rule(source)]
    assert len(complaints) == 1
    assert complaints[0].startswith(path)


@pytest.mark.parametrize("text", ["", "# only a comment\n", '"""  """\n', "x = 1\n"])
def test_a_module_without_a_docstring_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot/quiet.py").write_text(text, encoding="utf-8")
    assert [c for source in sources(tmp_path) for c in modules_say_what_they_answer(source)] != []


def test_every_rule_is_shown_to_fail() -> None:
    shown = {rule for rule, _, _ in BROKEN} | {modules_say_what_they_answer}
    assert shown == set(RULES)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("bot/storage/database.py", "async def end(session):\n    await session.commit()\n"),
        ("bot/shop/shop.py", "from bot.shop.cart.use_cases import Cart\n"),
        ("bot/shop/cart/writes.py", "from bot.shop.stock.writes import reserve\nfrom bot.shop.cart import reads\n"),
        ("bot/telegram/texts.py", "def text(key): ...\ntext(f'{1}')\n"),
        ("bot/telegram/intake.py", "def next_update(offset=0):\n    return {'offset': offset, 'entity': e.offset}\n"),
        ("bot/basics/nursery.py", "import asyncio\nasyncio.get_running_loop().create_task(work())\n"),
    ],
)
def test_an_honest_sample_is_left_alone(path: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(DOC + text, encoding="utf-8")
    assert [complaint for rule in RULES for source in sources(tmp_path) for complaint in rule(source)] == []


# Put together here, so that this file does not name what it forbids.
_HOSTS = [
    "py" + "pi.org", "files.python" + "hosted.org", "deb" + ".debian.org", "security" + ".debian.org",
    "registry.np" + "mjs.org", "proxy.go" + "lang.org", "static.cra" + "tes.io",
]  # fmt: skip
FORBIDDEN_IN_FILES = re.compile(
    "|".join(
        [
            *(re.escape(host) for host in _HOSTS),
            r"--(?:extra-)?index" + "-url",
            r"--find" + "-links",
            r"(?<![\w./-])/wo" + r"rk/",
            r"(?<![\w./-])/ro" + r"ot/",
            r"(?<![\w./-])/ho" + r"me/\w",
            r"(?<![\w./-])/opt/whe" + "els",
        ]
    )
)
_NOT_OURS = {".git", ".venv", "data", "__pycache__", "dist"}


def tracked_files(root: Path) -> list[Path]:
    """What git keeps; where there is no git, everything that is not made by tools."""
    git = shutil.which("git")
    if git is not None and (root / ".git").exists():
        answer = subprocess.run([git, "ls-files", "-z"], cwd=root, capture_output=True, check=False)
        if answer.returncode == 0:
            return [root / name for name in answer.stdout.decode().split("\0") if name and (root / name).is_file()]
    return [
        path
        for path in root.rglob("*")
        if path.is_file()
        and path.name not in {"uv.lock", ".env"}
        and not any(part in _NOT_OURS or part.endswith("_cache") for part in path.relative_to(root).parts)
    ]


def places_named(root: Path, files: list[Path]) -> list[str]:
    """Lines that name a package index or a path of somebody's machine."""
    found = []
    for path in files:
        raw = path.read_bytes()
        if b"\0" in raw[:8192]:
            continue
        for number, line in enumerate(raw.decode(errors="replace").splitlines(), 1):
            if FORBIDDEN_IN_FILES.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {line.strip()[:100]}")
    return found


def test_no_tracked_file_names_an_index_or_a_machine() -> None:
    files = tracked_files(ROOT)
    assert ROOT / "pyproject.toml" in files
    assert places_named(ROOT, files) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index" + "-url https://mirror.example/simple",
        "https://files.python" + "hosted.org/packages/a.whl",
        "cd /wo" + "rk/main",
        'DATA = "/ro' + 'ot/data"',
    ],
)
def test_a_file_that_names_an_index_or_a_machine_is_found(line: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(f"first\n{line}\n", encoding="utf-8")
    assert len(places_named(tmp_path, tracked_files(tmp_path))) == 1


@pytest.mark.parametrize(
    "line", ["docs/wo" + "rk/plan.md", "https://shop.example/wo" + "rk/12", "/app/data", "net/ro" + "ot/x"]
)
def test_an_ordinary_path_is_no_machine(line: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(line, encoding="utf-8")
    assert places_named(tmp_path, tracked_files(tmp_path)) == []
