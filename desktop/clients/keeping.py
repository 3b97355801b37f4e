"""What happens in the store when a résumé is kept, taken out again or scored anew. No Qt; used on the store's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.cases.engine import Engine
from desktop.cases.values import Assumptions, Case, CaseState
from desktop.clients import records
from desktop.clients.values import Offer
from desktop.store.clients import ClientStore
from desktop.store.opening import OpenStore
from matching.fit.keeping import document_again, keep
from matching.fit.report import FitReport

KEEP_PDF = "keep-pdf"  # the setting of the store: "yes" keeps a copy of each PDF


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a case is in the store, and with which corrections its newest result was made."""

    client: int
    version: int
    resume: int
    corrections: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Arriving:
    """A case that was read, with the PDF's bytes where they are at hand; whose it is where that is known. `apart`: somebody
    else's, whatever the name."""

    case: Case
    report: FitReport
    data: bytes | None
    client: int | None = None
    apart: bool = False


def keep_case(clients: ClientStore, new: Arriving, engine: Engine, moment: str) -> Offer | tuple[Placed, FitReport | None]:
    """Keep a case's report, unless a person of this name is here and it is not known who it is: then an offer.

    Returns where it is, and the report made anew with the client's corrections where there are some.
    """
    case, report, target = new.case, new.report, new.client
    person = report.resume.contact.name or Path(report.document.name).stem
    arrival = clients.arrival(report.document.sha256, person)
    if arrival.kind == "already_here" and arrival.client is not None:
        return _again(clients, arrival.client.id, arrival.version, new, moment)
    if arrival.kind == "next_version" and arrival.client is not None and target is None and not new.apart:
        if len(clients.clients()) > 1:
            return Offer(case.id, case.name, arrival.client.id, arrival.client.name, arrival.version)
        target = arrival.client.id  # with one person only, it is theirs
    corrections = case.corrections or (records.corrections_of(clients, target) if target else ())
    fresh = None
    if corrections and not case.corrections:
        fresh = engine.report(report.document, case.assumptions, corrections)
    pdf = new.data if clients.setting(KEEP_PDF) == "yes" else None
    kept = records.new_resume(keep(fresh or report), moment, pdf)
    owner, resume = clients.add_resume(target, " ".join(person.split()), kept)
    return Placed(owner, clients.owner(resume)[1], resume, corrections), fresh


def _again(clients: ClientStore, client: int, version: int, new: Arriving, moment: str) -> tuple[Placed, FitReport | None]:
    """The same bytes once more: nothing is added but a result where engine, role or edition changed."""
    resume = next(v.id for v in clients.versions(client) if v.version == version)
    last = clients.results(resume)[-1]
    corrections = records.corrections_of(clients, client)
    if corrections and not new.case.corrections:  # what was set right once stays right
        kept_report = records.report_of(clients, resume)
        return Placed(client, version, resume, corrections), kept_report
    kept = keep(new.report)
    rules = ("engine", "role", "edition", "variant", "score")
    if any(getattr(last, rule) != getattr(kept, rule) for rule in rules):
        clients.add_result(resume, records.result_of(kept, moment), kept.report)
    return Placed(client, version, resume, new.case.corrections), None


def recall(clients: ClientStore, client: int, resume: int) -> tuple[Case, Placed, bytes | None] | None:
    """A kept résumé as a case, where it is, and the PDF's bytes where they were kept: a version, or the newest where `resume`
    is 0. None where it cannot be shown any more."""
    versions = clients.versions(client)
    version = next((v for v in versions if v.id == resume), versions[-1] if versions else None)
    report = records.report_of(clients, version.id) if version else None
    if version is None or report is None:
        return None
    corrections = records.corrections_of(clients, client)
    name = f"kept-{client}-{version.version}"
    case = Case(name, version.file_name, version.path, CaseState.READ, report, corrections=corrections)
    return case, Placed(client, version.version, version.id, corrections), clients.pdf_of(version.id)


def score_again(store: OpenStore, resume: int, engine: Engine, moment: str) -> None:
    """Score a kept résumé by the present engine and edition; the figure of before stays beside the new one."""
    clients = store.clients
    client, _ = clients.owner(resume)
    document = document_again(clients.document_of(resume))
    kept = keep(engine.report(document, Assumptions(), records.corrections_of(clients, client)))
    clients.add_result(resume, records.result_of(kept, moment), kept.report)
