"""The skill book: it holds together, each mistake is told with file and entry, and names are compared as people write them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.errors import FactError
from matching.knowledge.senses import load_senses
from matching.knowledge.skills import SkillBook, load_skill_book, read_skill_book
from matching.knowledge.spelling import is_version, key_of, tokens_of, variants, without_version
from matching.knowledge.words import is_word, load_words

CATEGORIES = """
[language]
name = "Languages"
kind = "tool"
versions = true

[concept]
name = "Concepts"
kind = "concept"
plural = true

[database]
name = "Databases"
kind = "tool"
is_a = ["databases"]
"""
SKILLS = """
[language]
python = { name = "Python" }
django = { name = "Django", written_in = ["python"] }

[concept]
databases = { name = "Databases" }

[database]
postgresql = { name = "PostgreSQL", aliases = ["Postgres"] }
"""


def book_of(folder: Path, skills: str = SKILLS, categories: str = CATEGORIES) -> SkillBook:
    """A book of one file in a folder of its own."""
    (folder / "categories.toml").write_text(categories, encoding="utf-8")
    (folder / "skills.toml").write_text(skills, encoding="utf-8")
    return read_skill_book(folder)


def found(printed: str) -> list[str]:
    """The skills that the shipped book knows under a printed name."""
    return [spelling.skill for spelling in load_skill_book().candidates(key_of(printed))]


def parents(skill: str) -> dict[str, str]:
    """What follows from a skill of the shipped book, with the relation."""
    return {i.parent: i.relation for i in load_skill_book().implications[skill]}


# -- the shipped book ---------------------------------------------------------------------------------------------------


def test_the_book_is_large_enough() -> None:
    book = load_skill_book()
    assert len(book.skills) >= 1500
    assert sum(len(skill.aliases) for skill in book.skills.values()) >= 2500


def test_every_name_and_alias_leads_back_to_its_skill() -> None:
    book = load_skill_book()
    for skill in book.skills.values():
        for form in (skill.name, *skill.aliases):
            assert skill.id in [s.skill for s in book.candidates(key_of(form))], f"{skill.file}: [{skill.id}] {form}"


def test_every_category_is_used_and_every_file_has_a_title() -> None:
    book = load_skill_book()
    assert {skill.category for skill in book.skills.values()} == set(book.categories)
    for path in (Path(__file__).parents[3] / "resources" / "skills").glob("*.toml"):
        assert path.read_text(encoding="utf-8").startswith("# "), path.name


# Words that no résumé of a software person means otherwise, so that they need no rule.
HARMLESS = {"clang", "plotly", "bitcoin", "optimizely", "ssh", "unittest", "markdown", "android", "pandas"}


def test_a_tool_named_by_an_everyday_word_is_marked_or_has_a_rule() -> None:
    book, words, senses = load_skill_book(), load_words(), load_senses()
    bare = [
        f"{book.skills[s.skill].file}: [{s.skill}] {s.form}"
        for key, spellings in book.spellings.items()
        for s in spellings
        if " " not in key and key == key_of(s.form) and not s.ambiguous and book.skills[s.skill].kind == "tool"
        if is_word(key, words) and key not in senses.names and key not in HARMLESS
    ]
    assert not bare, f"everyday words without a sense rule: {bare}"


def test_names_of_one_or_two_letters_are_ambiguous() -> None:
    for key, spellings in load_skill_book().spellings.items():
        if len(key) < 3 and not any(sign in key for sign in "+#"):
            assert all(s.ambiguous for s in spellings), key


@pytest.mark.parametrize(
    ("child", "parent", "relation"),
    [
        ("eks", "kubernetes", "is_a"),
        ("eks", "containerization", "is_a"),
        ("eks", "aws", "is_a"),
        ("aurora", "relational-database", "is_a"),
        ("dynamodb", "nosql-database", "is_a"),
        ("postgresql", "relational-database", "is_a"),
        ("github", "git", "is_a"),
        ("github-actions", "ci-cd", "is_a"),
        ("github-actions", "version-control", "is_a"),
        ("spring-boot", "spring-framework", "is_a"),
        ("spring-boot", "java", "written_in"),
        ("django", "python", "written_in"),
        ("rails", "ruby", "written_in"),
        ("expressjs", "javascript", "written_in"),
        ("expressjs", "nodejs", "is_a"),
        ("laravel", "php", "written_in"),
        ("aspnet-core", "c-sharp", "written_in"),
        ("gin", "go", "written_in"),
        ("typescript", "javascript", "written_in"),
        ("pl-sql", "sql", "is_a"),
        ("nginx", "web-server", "is_a"),
        ("kafka", "message-broker", "is_a"),
        ("graphql", "api", "is_a"),
    ],
)
def test_what_follows_from_a_skill(child: str, parent: str, relation: str) -> None:
    assert parents(child).get(parent) == relation


@pytest.mark.parametrize(
    ("child", "stranger"),
    [
        ("kubernetes", "eks"),  # never downward
        ("git", "github"),
        ("kubernetes", "docker"),  # never sideways
        ("mariadb", "mysql"),
        ("angular", "angularjs"),
        ("postgresql", "sql"),
        ("java", "javascript"),
        ("hibernate", "sql"),
        ("php", "mysql"),
    ],
)
def test_what_does_not_follow(child: str, stranger: str) -> None:
    assert stranger not in parents(child)


# Frameworks of several languages.
OF_SEVERAL_LANGUAGES = {
    "aspnet",
    "aspnet-web-api",
    "asp",
    "windows-communication-foundation",
    "servicestack",
    "nancyfx",
    "encore",
}


def test_a_framework_implies_its_language() -> None:
    book = load_skill_book()
    for skill in book.skills.values():
        if skill.category == "backend_framework" and skill.id not in OF_SEVERAL_LANGUAGES:
            languages = [p for p in parents(skill.id) if book.skills[p].category == "language"]
            assert languages, f"{skill.file}: [{skill.id}] written_in"


def test_a_language_follows_from_no_concept() -> None:
    book = load_skill_book()
    for skill in book.skills.values():
        if skill.kind != "tool":
            assert all(book.skills[p].kind != "tool" for p in parents(skill.id) if p != "git"), skill.id


def test_implications_are_transitive_and_nearest_first() -> None:
    book = load_skill_book()
    for id, implied in book.implications.items():
        assert [len(i.via) for i in implied] == sorted(len(i.via) for i in implied)
        all_parents = {i.parent for i in implied}
        assert id not in all_parents
        for parent in (*book.skills[id].is_a, *book.skills[id].written_in):
            assert all_parents >= {parent, *(i.parent for i in book.implications[parent])}, (id, parent)


@pytest.mark.parametrize(
    ("printed", "skill"),
    [
        ("golang", "go"),
        ("NodeJS", "nodejs"),
        ("node js", "nodejs"),
        ("Vue3", "vue"),
        ("PHP7", "php"),
        ("HTML5", "html"),
        ("C++17", "cpp"),
        ("C #", "c-sharp"),
        ("C♯", "c-sharp"),
        ("event-driven", "event-driven-architecture"),
        ("Event driven architectures", "event-driven-architecture"),
        ("micro-services", "microservices"),
        ("Micro Service", "microservices"),
        ("RESTful API", "rest-api"),
        ("Rabbit MQ", "rabbitmq"),
        ("Springboot", "spring-boot"),
        ("K8s", "kubernetes"),
        ("Amazon Web Services", "aws"),
        ("AWS S3", "s3"),
        ("Amazon Lambda", "lambda"),
        ("MS Excel", "excel"),
        ("Microsoft SQL Server", "sql-server"),
        ("Google Cloud Platform", "google-cloud"),
        ("containerisation", "containerization"),
        ("Behaviour-driven development", "behavior-driven-development"),
        ("CI/CD", "ci-cd"),
        ("Pub/Sub", "pub-sub"),
        (".NET", "dotnet"),
        ("Airﬂow", "airflow"),
        ("Oracle 19c", "oracle-database"),
        ("Apache Kafka", "kafka"),
        ("Kafka", "kafka"),
    ],
)
def test_names_as_people_write_them(printed: str, skill: str) -> None:
    assert found(printed) == [skill]


@pytest.mark.parametrize("printed", ["goto", "net", "sea born", "Web7", "R2D2", "Dockers Inc", "restless", ""])
def test_words_that_are_no_names(printed: str) -> None:
    assert found(printed) == []


def test_a_name_is_exact_and_an_alias_an_alias() -> None:
    book = load_skill_book()
    assert [s.how for s in book.candidates("postgresql")] == ["exact"]
    assert [s.how for s in book.candidates("postgres")] == ["alias"]


# -- mistakes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "entry", "key"),
    [
        ('a = { name = "A tool", is_a = ["nowhere"] }', "a", "is_a"),
        ('a = { name = "A tool", written_in = ["nowhere"] }', "a", "written_in"),
        ('a = { name = "A tool", is_a = ["a"] }', "a", "is_a"),
        ('a = { name = "python" }', "a", "aliases"),
        ('a = { name = "A tool", aliases = ["a-TOOL"] }', "a", "aliases"),
        ('a = { name = "A tool", aliases = ["Postgres"] }', "a", "aliases"),
        ('a = { name = "A tool", aliases = ["--"] }', "a", "aliases"),
        ('a = { name = "Q" }', "a", "ambiguous"),
        ('a = { name = "A tool", ambiguous = ["Other"] }', "a", "ambiguous"),
        ('a = { name = "A tool", color = "red" }', "a", "color"),
        ('a = { name = "A tool", aliases = "one" }', "a", "aliases"),
        ("a = { name = 3 }", "a", "name"),
        ("a = { }", "a", "name"),
        ('a = "A tool"', "a", ""),
        ('Big = { name = "A tool" }', "Big", "id"),
        ('a = { name = "A tool", is_a = ["b"] }\nb = { name = "B tool", written_in = ["a"] }', "a", "is_a"),
    ],
)
def test_a_mistake_names_file_entry_and_key(tmp_path: Path, line: str, entry: str, key: str) -> None:
    with pytest.raises(FactError) as caught:
        book_of(tmp_path, SKILLS + line)
    assert (caught.value.file, caught.value.entry, caught.value.key) == ("skills.toml", entry, key)


def test_mistakes_of_files_and_categories(tmp_path: Path) -> None:
    with pytest.raises(FactError, match=r"skills.toml.*cannot be read"):
        book_of(tmp_path, "[language")
    with pytest.raises(FactError, match="no category"):
        book_of(tmp_path, '[nonsense]\na = { name = "A tool" }')
    with pytest.raises(FactError, match="is none of"):
        book_of(tmp_path, categories='[x]\nname = "X"\nkind = "thing"')
    with pytest.raises(FactError, match="needs a table with keys"):
        book_of(tmp_path, categories='[x]\nname = "X"\ncolor = "red"')
    with pytest.raises(FactError, match="no skill 'databases'"):
        book_of(tmp_path, '[language]\npython = { name = "Python" }')


def test_the_same_id_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('[language]\npython = { name = "Python again" }', encoding="utf-8")
    with pytest.raises(FactError, match=r"already stands in other\.toml"):
        book_of(tmp_path)


def test_a_shared_spelling_needs_the_mark_on_both_sides(tmp_path: Path) -> None:
    both = SKILLS + 'a = { name = "Falcon", ambiguous = ["Falcon"] }\nb = { name = "FALCON", ambiguous = ["FALCON"] }\n'
    assert [s.skill for s in book_of(tmp_path, both).candidates("falcon")] == ["a", "b"]
    with pytest.raises(FactError, match="already means 'a'"):
        book_of(tmp_path, both.replace(', ambiguous = ["FALCON"]', ""))


def test_members_inherit_what_their_category_is(tmp_path: Path) -> None:
    book = book_of(tmp_path)
    assert book.skills["postgresql"].is_a == ("databases",)
    assert [i.parent for i in book.implications["postgresql"]] == ["databases"]
    assert "django" not in {i.parent for i in book.implications["postgresql"]}


def test_the_better_of_two_ways_counts(tmp_path: Path) -> None:
    ways = """
[language]
top = { name = "Top" }
near = { name = "Near", written_in = ["top"] }
far = { name = "Far", is_a = ["top"] }
low = { name = "Low tool", is_a = ["near", "far"] }

[concept]
databases = { name = "Databases" }
"""
    low = {i.parent: (i.relation, i.via) for i in book_of(tmp_path, ways).implications["low"]}
    assert low["top"] == ("is_a", ("far",))


def test_a_variant_of_two_skills_is_evidence_for_neither(tmp_path: Path) -> None:
    book = book_of(tmp_path, SKILLS + 'a = { name = "Open Gate" }\nb = { name = "Ope NGate" }\n')
    assert book.candidates("opengate") == ()


# -- folding ------------------------------------------------------------------------------------------------------------


def test_tokens_keep_the_signs_that_matter() -> None:
    def texts(text: str) -> list[str]:
        return [token.text for token in tokens_of(text)]

    assert texts("C++17, C#, F# and .NET Core") == ["c++", "17", "c#", "f#", "and", ".net", "core"]
    assert texts("R&D, CI/CD; Node.js") == ["r", "and", "d", "ci", "cd", "node", "js"]
    assert texts("ASP.NET, C#.NET (.net) guifi.net") == ["asp", "net", "c#", ".net", ".net", "guifi", "net"]
    assert texts("naïve Ünïcode — ﬂow") == ["naive", "unicode", "flow"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_tokens_point_into_the_text_they_came_from(text: str) -> None:
    tokens = tokens_of(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(one.start <= two.start for one, two in pairwise(tokens))
    assert key_of(text) == " ".join(token.text for token in tokens)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted({s.name for s in load_skill_book().skills.values()})))
def test_case_spaces_and_hyphens_do_not_matter(name: str) -> None:
    assert key_of(name.upper().lower()) == key_of(name)
    assert key_of(f"  {name} ") == key_of(name)
    assert key_of(name.replace(" ", "-")) == key_of(name)


@pytest.mark.parametrize(
    ("token", "stem"),
    [
        ("php7", "php"),
        ("vue3", "vue"),
        ("oracle19c", "oracle"),
        ("java8", "java"),
        ("k8s", None),
        ("h2", None),
        ("python", None),
    ],
)
def test_versions_glued_to_a_name(token: str, stem: str | None) -> None:
    assert without_version(token) == stem


def test_versions_behind_a_name() -> None:
    assert all(is_version(token) for token in ("3", "11", "19c", "2+", "v2", "x"))
    assert not any(is_version(token) for token in ("three", "and", "c", "r2d2"))


def test_variants_by_rule() -> None:
    def keys(form: str, plural: bool = False) -> set[str]:
        return {variant.key for variant in variants(form, plural)}

    assert keys("RabbitMQ") == {"rabbit mq"}
    assert keys("Spring Boot") == {"springboot"}
    assert keys("REST API", plural=True) >= {"rest apis", "restapi"}
    assert keys("Microsoft Word") >= {"ms word"}
    assert keys("Data Modeling", plural=True) >= {"data modelling"}
    assert keys("jQuery") == set()
    assert all(v.capital for v in variants("OpenShift", False) if v.key == "open shift")
