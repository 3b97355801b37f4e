"""Names of certificates: wrapped in a narrow column, and without what is said of their dates."""

from __future__ import annotations

import pytest

from matching.reading.certifications import find_certifications
from matching.reading.sections import find_sections
from tests.matching.reading.structure_pages import page_of


def names(text: str) -> list[str]:
    document = page_of(text)
    return [certificate.name for certificate in find_certifications(document, find_sections(document))]


def test_a_name_goes_on_where_its_next_word_did_not_fit_the_column() -> None:
    narrow = """
! Ada Lin

# Certificates
CKA: Certified Kubernetes
Administrator
June 2021
HashiCorp Certified: Terraform
Associate
March 2020
"""
    assert names(narrow) == ["CKA: Certified Kubernetes Administrator", "HashiCorp Certified: Terraform Associate"]


def test_a_line_with_room_behind_it_is_a_name_of_its_own() -> None:
    wide = """
! Ada Lin
Backend engineer who has looked after order services, queues and databases for seven years.

# Certificates
Certified Kubernetes Administrator
Docker Associate
"""
    assert names(wide) == ["Certified Kubernetes Administrator", "Docker Associate"]


@pytest.mark.parametrize(
    "printed",
    [
        "Terraform Associate — issued May 2021, expires May 2024",
        "Terraform Associate (valid until 05/2024)",
        "Terraform Associate, obtained in June 2020",
        "Terraform Associate, Issued: Mar 2022 · Expiration date: Mar 2025",
        "Terraform Associate, gültig bis 05/2024",
        "May 2021: Terraform Associate",
    ],
)
def test_a_name_is_told_without_its_dates(printed: str) -> None:
    assert names(f"! Ada Lin\n\n# Certificates\n* {printed}\n") == ["Terraform Associate"]


def test_issuer_and_number_below_a_bold_name_are_no_certificates() -> None:
    listed = """
! Ada Lin

# Licenses & Certifications
= CKAD: Certified Kubernetes Application Developer
The Linux Foundation
Issued Mar 2023 · Expires Mar 2026
Credential ID LF-abc123xyz
"""
    assert names(listed) == ["CKAD: Certified Kubernetes Application Developer"]


def test_the_sign_at_the_end_of_a_wrapped_line_stays() -> None:
    narrow = """
! Ada Lin

# Certificates
Oracle Certified Professional,
Java SE 11
AWS Certified Developer –
Associate
"""
    assert names(narrow) == ["Oracle Certified Professional, Java SE 11", "AWS Certified Developer – Associate"]
