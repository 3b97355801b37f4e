"""The pages of the settings that hold simple choices: general, role, salary, reading, reports, privacy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QSizePolicy

from desktop.settings import FILE_SIZES, LANGUAGES, LONGEST_LINE, MEMORY, PAGES, SECONDS, usual_paper
from desktop.windows.days import day_text
from desktop.windows.parts import Elided, button, plain, row
from desktop.windows.place_field import PlaceField, Search
from desktop.windows.settings_page import SettingsPage
from matching.knowledge.roles import RoleProfile


class GeneralPage(SettingsPage):
    """Look, language, start, one person or many."""

    def __init__(self) -> None:
        super().__init__(self.tr("General"))
        follow = self.tr("Follow the system")
        looks = [("system", follow), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.theme = self.choice("theme", self.tr("Colours"), looks)
        self.contrast = self.check("contrast", "", self.tr("High contrast"))
        self.scale = self.slider(
            "scale", self.tr("Text size"), range(9, 16), lambda step: f"{step * 10} %", lambda step: step / 10
        )
        self.language = self.choice(
            "language",
            self.tr("Language"),
            [(code, name or follow) for code, name in LANGUAGES.items()],
            self.tr("Reasons, sources and advice stay in English, like the guides they come from."),
        )
        self.reopen = self.check("reopen", self.tr("Start"), self.tr("Open what was open last time"))
        self.people = self.choice(
            "people",
            self.tr("Clients"),
            [
                ("auto", self.tr("From the second person on")),
                ("many", self.tr("Always")),
                ("one", self.tr("Never: one person only")),
            ],
            self.tr("The table of clients, comparison and search over all of them; hiding it deletes nothing."),
        )


class RolePage(SettingsPage):
    """What résumés are held against, its edition, and the guides it stands on."""

    topic = "score"

    def __init__(self, profiles: Sequence[RoleProfile]) -> None:
        super().__init__(self.tr("Role"))
        self._profiles = {profile.id: profile for profile in profiles}
        self.role = self.choice(
            "role",
            self.tr("Role"),
            [(profile.id, profile.name) for profile in profiles],
            self.tr("Open résumés are scored anew; kept results stay as they were made."),
        )
        self.variant = self.choice("variant", self.tr("Emphasis"), [("", self.tr("None: the role as a whole"))])
        self.edition = plain("", wrap=True)
        self.field(self.tr("Edition"), self.edition)
        self.guides = plain("", wrap=True)
        self.field(
            self.tr("Stands on"), self.guides, self.tr("Every requirement and its weight follow from what these guides say.")
        )

    def show_values(self, values: Mapping[str, object]) -> None:
        profile = self._profiles[str(values["role"])]
        self._filling = True
        while self.variant.count() > 1:
            self.variant.removeItem(1)
        for variant in profile.variants:
            self.variant.addItem(variant.name, variant.id)
        super().show_values(values)
        chosen = next((v for v in profile.variants if v.id == self.variant.currentData()), None)
        reason = self.help_of["variant"]
        reason.setText(chosen.reason if chosen else "")
        reason.setVisible(chosen is not None)
        text = self.tr("{edition} of {day}, %n requirements", "", len(profile.requirements))
        self.edition.setText(text.format(edition=profile.edition, day=day_text(profile.dated)))
        titles = dict.fromkeys(source.title for r in profile.requirements for source in r.sources)
        self.guides.setText("\n".join(titles))


class SalaryPage(SettingsPage):
    """The place that is assumed where a résumé names none, and what the figures are in."""

    topic = "salary"

    def __init__(self, search: Search, name_of: Callable[[str], str]) -> None:
        super().__init__(self.tr("Salary"))
        self.place = PlaceField(search)
        self.place.chosen.connect(lambda code: self.tell("place", code))
        self._show["place"] = lambda code: self.place.show_place(name_of(str(code)) if code else "")
        self.field(
            self.tr("Default place"),
            self.place,
            self.tr("Used where a résumé names no place. What a résumé says is never replaced."),
        )
        self.field(
            self.tr("Currency"),
            plain(self.tr("US dollars a year, before tax"), wrap=True),
            self.tr("The official figures cover the United States only; converted, they would mislead about other countries."),
        )


class ReadingPage(SettingsPage):
    """How much a stranger's file may take of this computer."""

    topic = "limits"

    def __init__(self) -> None:
        super().__init__(self.tr("Reading"))
        text = self.tr("A file is read under these limits. Wider ones hold for the next file that is read.")
        self.column.insertWidget(1, plain(text, "body2", wrap=True))
        number = QLocale().toString
        for name, label, bounds, unit, why in (
            ("most-seconds", self.tr("Time"), SECONDS, self.tr("{number} seconds"),
             self.tr("A résumé takes less than one second; a file made to hang a program takes for ever.")),
            ("most-memory", self.tr("Memory"), MEMORY, self.tr("{number} MB"),
             self.tr("A file of a few hundred bytes can ask for gigabytes; its process is ended here.")),
            ("most-pages", self.tr("Pages"), PAGES, self.tr("{number} pages"),
             self.tr("Résumés have one to ten pages; of a longer file the first ones are read.")),
            ("most-megabytes", self.tr("File size"), FILE_SIZES, self.tr("{number} MB"),
             self.tr("A résumé is rarely over 2 MB.")),
        ):  # fmt: skip
            items = [(float(bound), unit.format(number=number(bound))) for bound in bounds]
            items[0] = (items[0][0], self.tr("{limit}, usual").format(limit=items[0][1]))
            self.choice(name, label, items, why)


class ReportsPage(SettingsPage):
    """What a report begins with, and who made it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Reports"))
        names = {"a4": "A4", "letter": self.tr("Letter")}
        usual = self.tr("As usual in this country: {paper}").format(paper=names[usual_paper()])
        self.paper = self.choice(
            "paper", self.tr("Paper"), [("", usual), *names.items()], self.tr("For reports, plan sheets and printing.")
        )
        self.hide_name = self.check(
            "hide-name",
            self.tr("Person"),
            self.tr("Leave out name and contact"),
            self.tr("Each report can still be made the other way."),
        )
        self.by = self.line("report-by", self.tr("Your name on reports"), self.tr("Optional"), LONGEST_LINE)
        self.by_line = self.line(
            "report-line",
            self.tr("Organisation or phone"),
            self.tr("Optional"),
            LONGEST_LINE,
            self.tr("At the foot of PDFs, web pages and plan sheets. Each report can have another."),
        )


class PrivacyPage(SettingsPage):
    """What is kept where. `folder_wanted`: show the folder in the system's file manager."""

    topic = "privacy"
    restorable = False
    folder_wanted = Signal()

    def __init__(self, folder: str, store: str, backups: str) -> None:
        super().__init__(self.tr("Privacy"))
        text = self.tr("Nothing leaves this computer: no account, no server, no statistics. Rolefit needs no internet.")
        self.column.insertWidget(1, plain(text, "body2", wrap=True))
        path = Elided(folder, "smallText")
        path.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.open_folder = button(self.tr("Open the folder"), self.folder_wanted.emit)
        line = row(self.open_folder)
        line.addWidget(path, 1)
        self.field(self.tr("Kept in"), line, self.tr("Only your account can open it. Deleting it removes all of this."))
        kept = self.tr("Clients, the text of résumés, results, notes, corrections and plans; copies of PDFs only if you ask.")
        self.field(store, plain(kept, "body2", wrap=True))
        copies = self.tr("Copies of all that, encrypted if the store is. People deleted for good leave them too.")
        self.field(f"{backups}/", plain(copies, "body2", wrap=True))
        window = self.tr("These settings, the window's look, and paths of recent and open files. No text of a résumé.")
        self.field("window.ini", plain(window, "body2", wrap=True))
        never = self.tr("Your PDFs are never changed or moved. A password reads the file once and is not saved.")
        self.field(self.tr("Never"), plain(never, "body2", wrap=True))
