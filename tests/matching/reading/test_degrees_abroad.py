"""Degrees as German, French, Spanish, Portuguese and Italian résumés call them: level, subject, whether it is computing."""

from __future__ import annotations

import pytest

from matching.reading.education import find_education
from matching.reading.sections import find_sections
from tests.matching.reading.structure_pages import page_of


@pytest.mark.parametrize(
    ("printed", "level", "field"),
    [
        ("Diplom-Informatiker, Technische Universität Dresden, 2005", "master", "Informatik"),
        ("Diplom-Informatikerin (Univ.), Universität Ulm, 2005", "master", "Informatik"),
        ("Dipl.-Wirtsch.-Inf., Universität Köln, 2004", "master", "Wirtschaftsinformatik"),
        ("Diplom-Ingenieur Informatik, TU Wien, 2004", "master", "Informatik"),
        ("Staatlich geprüfter Informatiker, Fachschule Stuttgart, 2003", "diploma", "Informatik"),
        ("Staatlich geprüfter Techniker, Fachrichtung Informatik, Fachschule Ulm", "diploma", "Informatik"),
        ("Fachinformatiker Anwendungsentwicklung (IHK), 2003", "diploma", "Anwendungsentwicklung"),
        ("Licence Informatique, Université de Lille, 2012", "bachelor", "Informatique"),
        ("Licence 3 Informatique, Université de Lille, 2012", "bachelor", "Informatique"),
        ("Licence professionnelle en informatique, IUT de Lens, 2012", "bachelor", "informatique"),
        ("Maîtrise d'informatique, Université de Nantes, 1999", "master", "informatique"),
        ("DESS Génie logiciel, Université de Nantes, 2001", "master", "Génie logiciel"),
        ("Ingénieur en informatique, INSA Rennes, 2014", "master", "informatique"),
        ("Ingeniería Informática, Universidad de Granada, 2010", "bachelor", "Ingeniería Informática"),
        ("Ingeniero Informático, Universidad de Murcia, 2006", "bachelor", "Ingeniería Informática"),
        ("Engenharia Informática, Universidade do Minho, 2011", "bachelor", "Engenharia Informática"),
        ("Mestrado Integrado em Engenharia Informática, Universidade do Minho", "master", "Engenharia Informática"),
        ("Laurea magistrale in Ingegneria Informatica, Politecnico di Milano", "master", "Ingegneria Informatica"),
    ],
)
def test_degree_of_another_country(printed: str, level: str, field: str) -> None:
    document = page_of(f"! Nora Fielding\n\n# Education\n{printed}\n")
    (degree,) = find_education(document, find_sections(document))
    assert (degree.level, degree.field, degree.related) == (level, field, True)


@pytest.mark.parametrize(
    "printed", ["Diplom-Kaufmann, Universität Köln, 2001", "Maîtrise de droit, Université de Nantes, 1999"]
)
def test_degree_in_another_field(printed: str) -> None:
    document = page_of(f"! Nora Fielding\n\n# Education\n{printed}\n")
    (degree,) = find_education(document, find_sections(document))
    assert (degree.level, degree.related) == ("master", False)
