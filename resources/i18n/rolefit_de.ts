<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Rolefit</source>
        <translation>Über Rolefit</translation>
    </message>
    <message>
        <source>Shows how a résumé fits the role of a senior backend engineer, on your own computer.</source>
        <translation>Zeigt auf Ihrem eigenen Computer, wie ein Lebenslauf zur Rolle Senior Backend Engineer passt.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It stands on these parts, each under its own:</source>
        <translation>Freie Software unter der MIT-Lizenz. Sie steht auf diesen Teilen, jedes unter seiner eigenen:</translation>
    </message>
    <message>
        <source>Parts and licences</source>
        <translation>Teile und Lizenzen</translation>
    </message>
    <message>
        <source>Copy details for a bug report</source>
        <translation>Angaben für eine Fehlermeldung kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ArrivalModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Stopped, not read</source>
        <translation>Angehalten, nicht gelesen</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>{score} of 100</source>
        <translation>{score} von 100</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>My résumés</source>
        <translation>Meine Lebensläufe</translation>
    </message>
    <message>
        <source>Résumés you open appear here.</source>
        <translation>Geöffnete Lebensläufe erscheinen hier.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import résumés</source>
        <translation>Lebensläufe einlesen</translation>
    </message>
    <message>
        <source>Find a résumé or command</source>
        <translation>Lebenslauf oder Befehl suchen</translation>
    </message>
    <message>
        <source>Find a client or command</source>
        <translation>Klient oder Befehl finden</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find or command</source>
        <translation>Suche oder Befehl</translation>
    </message>
    <message>
        <source>{done} of {total} read</source>
        <translation>{done} von {total} gelesen</translation>
    </message>
</context>
<context>
    <name>Casework</name>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n not read.</source>
        <translation>
            <numerusform>Angehalten. %n nicht gelesen.</numerusform>
            <numerusform>Angehalten. %n nicht gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The résumé could not be scored again.</source>
        <translation>Der Lebenslauf konnte nicht neu bewertet werden.</translation>
    </message>
    <message>
        <source>Salary assumption</source>
        <translation>Annahme zum Gehalt</translation>
    </message>
    <message>
        <source>Tick gaps</source>
        <translation>Lücken ankreuzen</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <source>Corrected. The score is now {score}.</source>
        <translation>Berichtigt. Das Ergebnis ist jetzt {score}.</translation>
    </message>
    <message>
        <source>The correction could not be applied.</source>
        <translation>Die Berichtigung ließ sich nicht anwenden.</translation>
    </message>
</context>
<context>
    <name>ClientChanges</name>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Add meeting</source>
        <translation>Treffen hinzufügen</translation>
    </message>
    <message>
        <source>Remove meeting</source>
        <translation>Treffen entfernen</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>Plan hinzufügen</translation>
    </message>
    <message>
        <source>Remove plan</source>
        <translation>Plan entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Change tags of %n clients</source>
        <translation>
            <numerusform>Schlagwörter von %n Klient ändern</numerusform>
            <numerusform>Schlagwörter von %n Klienten ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n to the bin</source>
        <translation>
            <numerusform>%n in den Papierkorb</numerusform>
            <numerusform>%n in den Papierkorb</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientPage</name>
    <message>
        <source>Plan sheet…</source>
        <translation>Planblatt…</translation>
    </message>
    <message>
        <source>Compare first and last</source>
        <translation>Erste und letzte vergleichen</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Back to all clients</source>
        <translation>Zurück zu allen Klienten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What was talked about</source>
        <translation>Worüber gesprochen wurde</translation>
    </message>
    <message>
        <source>Note of a meeting</source>
        <translation>Notiz zu einem Gespräch</translation>
    </message>
    <message>
        <source>Day of a meeting</source>
        <translation>Tag eines Gesprächs</translation>
    </message>
    <message>
        <source>Add meeting</source>
        <translation>Gespräch hinzufügen</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes, for you only</source>
        <translation>Notizen, nur für Sie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags, parted by commas</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>Keep until</source>
        <translation>Aufbewahren bis</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Consent given on</source>
        <translation>Einwilligung gegeben am</translation>
    </message>
    <message>
        <source>Move to bin</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n Fassung</numerusform>
            <numerusform>%n Fassungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corrections</source>
        <translation>
            <numerusform>%n Korrektur</numerusform>
            <numerusform>%n Korrekturen</numerusform>
        </translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>The retention date has come. Move this client to the bin, or set a later date.</source>
        <translation>Die Aufbewahrungsfrist ist erreicht. Legen Sie diesen Klienten in den Papierkorb oder setzen Sie ein späteres Datum.</translation>
    </message>
    <message>
        <source>Gaps now: {missing} not shown, {listed} only listed, {stale} last used long ago, {partly} partly shown.</source>
        <translation>Lücken jetzt: {missing} nicht gezeigt, {listed} nur aufgezählt, {stale} vor langer Zeit zuletzt genutzt, {partly} teilweise gezeigt.</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Open version {version}</source>
        <translation>Fassung {version} öffnen</translation>
    </message>
    <message>
        <source>{score} by edition {edition}</source>
        <translation>{score} nach Ausgabe {edition}</translation>
    </message>
    <message>
        <source>Before: {figures}</source>
        <translation>Vorher: {figures}</translation>
    </message>
    <message>
        <source>Gained: {names}</source>
        <translation>Dazugekommen: {names}</translation>
    </message>
    <message>
        <source>Lost: {names}</source>
        <translation>Weggefallen: {names}</translation>
    </message>
    <message>
        <source>Until {day}: {gaps}</source>
        <translation>Bis {day}: {gaps}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>Remove plan</source>
        <translation>Plan entfernen</translation>
    </message>
    <message>
        <source>Remove meeting</source>
        <translation>Gespräch entfernen</translation>
    </message>
</context>
<context>
    <name>Clients</name>
    <message>
        <source>Client</source>
        <translation>Klient</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Largest gap</source>
        <translation>Größte Lücke</translation>
    </message>
    <message>
        <source>Salary expectation</source>
        <translation>Gehaltserwartung</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Retention is due</source>
        <translation>Frist ist um</translation>
    </message>
    <message>
        <source>Pages could not be read</source>
        <translation>Seiten ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>Its fonts hide letters</source>
        <translation>Seine Schriften verbergen Buchstaben</translation>
    </message>
    <message>
        <source>Columns may be mixed</source>
        <translation>Spalten könnten vermischt sein</translation>
    </message>
    <message>
        <source>May be no résumé</source>
        <translation>Vielleicht kein Lebenslauf</translation>
    </message>
    <message>
        <source>Holds hidden text</source>
        <translation>Enthält versteckten Text</translation>
    </message>
    <message>
        <source>Jobs without dates</source>
        <translation>Stellen ohne Daten</translation>
    </message>
    <message>
        <source>Not in English</source>
        <translation>Nicht auf Englisch</translation>
    </message>
    <message>
        <source>Locked by a password</source>
        <translation>Mit Passwort gesperrt</translation>
    </message>
    <message>
        <source>Not a PDF</source>
        <translation>Kein PDF</translation>
    </message>
    <message>
        <source>Damaged file</source>
        <translation>Beschädigte Datei</translation>
    </message>
    <message>
        <source>No text in this PDF</source>
        <translation>Kein Text in diesem PDF</translation>
    </message>
    <message>
        <source>Larger than 25 MB</source>
        <translation>Größer als 25 MB</translation>
    </message>
    <message>
        <source>Took too long to read</source>
        <translation>Lesen dauerte zu lange</translation>
    </message>
    <message>
        <source>Needed too much memory</source>
        <translation>Zu viel Speicher nötig</translation>
    </message>
    <message>
        <source>Unknown protection</source>
        <translation>Unbekannter Schutz</translation>
    </message>
    <message>
        <source>File not found</source>
        <translation>Datei nicht gefunden</translation>
    </message>
    <message>
        <source>May not be read</source>
        <translation>Kein Leserecht</translation>
    </message>
    <message>
        <source>Reading stopped</source>
        <translation>Lesen abgebrochen</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben …</translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message>
        <source>All clients</source>
        <translation>Alle Klienten</translation>
    </message>
    <message>
        <source>Show the list (F9)</source>
        <translation>Liste zeigen (F9)</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Filter by name or tag</source>
        <translation>Nach Name oder Schlagwort filtern</translation>
    </message>
    <message>
        <source>Fit: any</source>
        <translation>Passung: alle</translation>
    </message>
    <message>
        <source>Level: any</source>
        <translation>Stufe: alle</translation>
    </message>
    <message>
        <source>Changed: any time</source>
        <translation>Geändert: jederzeit</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Attention: any</source>
        <translation>Handlungsbedarf: alle</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Handlungsbedarf</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <source>Move to bin</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Score again</source>
        <translation>Neu bewerten</translation>
    </message>
    <message>
        <source>Open side by side</source>
        <translation>Nebeneinander öffnen</translation>
    </message>
    <message>
        <source>Compare by group, points</source>
        <translation>Nach Gruppen vergleichen, Punkte</translation>
    </message>
    <message numerus="yes">
        <source>%n résumés were scored by another role or edition; older figures stay beside new ones.</source>
        <translation>
            <numerusform>%n Lebenslauf wurde nach einer anderen Rolle oder Ausgabe bewertet; ältere Zahlen bleiben neben neuen stehen.</numerusform>
            <numerusform>%n Lebensläufe wurden nach einer anderen Rolle oder Ausgabe bewertet; ältere Zahlen bleiben neben neuen stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} read</source>
        <translation>{done} von {total} gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n Klient</numerusform>
            <numerusform>%n Klienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n résumé versions</source>
        <translation>
            <numerusform>%n Fassung eines Lebenslaufs</numerusform>
            <numerusform>%n Fassungen von Lebensläufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention.</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit.</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>No client matches “{text}”.</source>
        <translation>Kein Klient passt zu „{text}“.</translation>
    </message>
    <message>
        <source>No client matches.</source>
        <translation>Kein Klient passt.</translation>
    </message>
    <message>
        <source>{shown} of {all} shown</source>
        <translation>{shown} von {all} gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientsSide</name>
    <message>
        <source>All clients</source>
        <translation>Alle Klienten</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>All clients, {count}</source>
        <translation>Alle Klienten, {count}</translation>
    </message>
    <message>
        <source>Needs attention, {count}</source>
        <translation>Braucht Aufmerksamkeit, {count}</translation>
    </message>
</context>
<context>
    <name>ClientsTable</name>
    <message>
        <source>All clients</source>
        <translation>Alle Klienten</translation>
    </message>
</context>
<context>
    <name>CompareLine</name>
    <message>
        <source>Close the comparison</source>
        <translation>Vergleich schließen</translation>
    </message>
    <message>
        <source>The file changed and could not be read; the earlier result stays.</source>
        <translation>Die Datei hat sich geändert und war nicht lesbar; das frühere Ergebnis bleibt.</translation>
    </message>
    <message>
        <source>The file changed and was read again: {old} → {new} ({change})</source>
        <translation>Die Datei hat sich geändert und wurde neu gelesen: {old} → {new} ({change})</translation>
    </message>
    <message>
        <source>Gained: {names}</source>
        <translation>Gewonnen: {names}</translation>
    </message>
    <message>
        <source>Lost: {names}</source>
        <translation>Verloren: {names}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Back to all clients</source>
        <translation>Zurück zu allen Klienten</translation>
    </message>
    <message>
        <source>Versions of {name}</source>
        <translation>Fassungen von {name}</translation>
    </message>
    <message>
        <source>Scored by different editions or engines: a difference may be the program&apos;s and not the person&apos;s.</source>
        <translation>Nach verschiedenen Ausgaben oder Programmfassungen bewertet: Ein Unterschied kann am Programm liegen und nicht an der Person.</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Dazugekommen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Weggefallen</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Mehr bei {name}</translation>
    </message>
    <message>
        <source>Fewer for {name}</source>
        <translation>Weniger bei {name}</translation>
    </message>
    <message>
        <source>{what}: nothing</source>
        <translation>{what}: nichts</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Nothing here can be corrected</source>
        <translation>Hier gibt es nichts zu berichtigen</translation>
    </message>
    <message>
        <source>This is {skill} after all</source>
        <translation>Das ist doch {skill}</translation>
    </message>
    <message>
        <source>Here it is not {skill}</source>
        <translation>Hier ist es nicht {skill}</translation>
    </message>
    <message>
        <source>{skill} is wrong everywhere</source>
        <translation>{skill} stimmt nirgends</translation>
    </message>
    <message>
        <source>The dates of “{job}” are wrong…</source>
        <translation>Die Daten von „{job}“ stimmen nicht…</translation>
    </message>
    <message>
        <source>“{job}” is not a job of mine</source>
        <translation>„{job}“ ist keine Stelle von mir</translation>
    </message>
</context>
<context>
    <name>DatesDialog</name>
    <message>
        <source>Other dates</source>
        <translation>Andere Daten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>As 2021-03 or 2021; “present” for a job that goes on.</source>
        <translation>Als 2021-03 oder 2021; „present“ für eine Stelle, die andauert.</translation>
    </message>
    <message>
        <source>Use these dates</source>
        <translation>Diese Daten nehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Set {what}</source>
        <translation>{what} setzen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear {what}</source>
        <translation>{what} leeren</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This version cannot be shown again. Open its file once more.</source>
        <translation>Diese Fassung lässt sich nicht wieder zeigen. Öffnen Sie die Datei noch einmal.</translation>
    </message>
</context>
<context>
    <name>DeskPages</name>
    <message>
        <source>All clients</source>
        <translation>Alle Klienten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Tick two to four to compare.</source>
        <translation>Haken Sie zwei bis vier zum Vergleichen an.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Open the file to mend it</source>
        <translation>Datei öffnen und beheben</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Notes, progress and plan</source>
        <translation>Notizen, Fortschritt und Plan</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Summary without names</source>
        <translation>Zusammenfassung ohne Namen</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <source>Export as file…</source>
        <translation>Als Datei exportieren…</translation>
    </message>
    <message>
        <source>Move to bin</source>
        <translation>In den Papierkorb</translation>
    </message>
</context>
<context>
    <name>DeskWiring</name>
    <message>
        <source>Kept as version {version}</source>
        <translation>Als Version {version} behalten</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Klienten</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Alle Klienten</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Search in all résumés…</source>
        <translation>In allen Lebensläufen suchen…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Summary without names</source>
        <translation>Zusammenfassung ohne Namen</translation>
    </message>
    <message>
        <source>Export as file…</source>
        <translation>Als Datei exportieren…</translation>
    </message>
    <message>
        <source>Import clients from a file…</source>
        <translation>Klienten aus einer Datei importieren…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Move to bin</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Notes, progress and plan</source>
        <translation>Notizen, Fortschritt und Plan</translation>
    </message>
    <message>
        <source>Save ticked gaps as a plan…</source>
        <translation>Angehakte Lücken als Plan speichern…</translation>
    </message>
    <message>
        <source>Print report…</source>
        <translation>Bericht drucken…</translation>
    </message>
    <message>
        <source>Storage and backups…</source>
        <translation>Speicher und Sicherungen…</translation>
    </message>
    <message>
        <source>Open résumés</source>
        <translation>Offene Lebensläufe</translation>
    </message>
    <message>
        <source>My résumés</source>
        <translation>Meine Lebensläufe</translation>
    </message>
    <message numerus="yes">
        <source>The retention date of %n clients has come.</source>
        <translation>
            <numerusform>Die Aufbewahrungsfrist von %n Klienten ist erreicht.</numerusform>
            <numerusform>Die Aufbewahrungsfrist von %n Klienten ist erreicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>Mehr dazu</translation>
    </message>
    <message numerus="yes">
        <source>%n moved to the bin</source>
        <translation>
            <numerusform>%n in den Papierkorb gelegt</numerusform>
            <numerusform>%n in den Papierkorb gelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n clients changed</source>
        <translation>
            <numerusform>Schlagwörter von %n Klient geändert</numerusform>
            <numerusform>Schlagwörter von %n Klienten geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick gaps first: Gaps, then Space on a row.</source>
        <translation>Haken Sie zuerst Lücken an: Lücken, dann Leertaste auf einer Zeile.</translation>
    </message>
    <message>
        <source>Plan saved</source>
        <translation>Plan gespeichert</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Geschrieben: {name}</translation>
    </message>
    <message>
        <source>Clients (*.rolefit)</source>
        <translation>Klienten (*.rolefit)</translation>
    </message>
    <message>
        <source>Import clients</source>
        <translation>Klienten importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n clients added</source>
        <translation>
            <numerusform>%n Klient hinzugefügt</numerusform>
            <numerusform>%n Klienten hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing: {done} of {total} read</source>
        <translation>Import: {done} von {total} gelesen</translation>
    </message>
    <message>
        <source>Backed up.</source>
        <translation>Gesichert.</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>Wiederhergestellt.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Erledigt.</translation>
    </message>
    <message>
        <source>Everything is deleted.</source>
        <translation>Alles ist gelöscht.</translation>
    </message>
    <message>
        <source>Deleted for good.</source>
        <translation>Endgültig gelöscht.</translation>
    </message>
</context>
<context>
    <name>EmptyNote</name>
    <message>
        <source>Did you mean {nearest}?</source>
        <translation>Meinten Sie {nearest}?</translation>
    </message>
    <message>
        <source>Search {nearest}</source>
        <translation>{nearest} suchen</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>Daten (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Clients (*.rolefit)</source>
        <translation>Klienten (*.rolefit)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Not written, an older file is as it was: {why}</source>
        <translation>Nicht geschrieben, eine ältere Datei ist, wie sie war: {why}</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>Geschrieben: {name}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>See how a résumé fits a senior backend role</source>
        <translation>Wie passt ein Lebenslauf zur Rolle Senior Backend?</translation>
    </message>
    <message>
        <source>Drop a PDF here. You get a score you can check, the gaps that matter most, and a salary range with its sources.</source>
        <translation>Legen Sie ein PDF hier ab. Sie erhalten eine nachprüfbare Punktzahl, die wichtigsten Lücken und eine Gehaltsspanne mit ihren Quellen.</translation>
    </message>
    <message>
        <source>Choose a PDF…</source>
        <translation>PDF wählen…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Ordner einlesen…</translation>
    </message>
    <message>
        <source>Open the sample résumé</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>paste its text</source>
        <translation>seinen Text einfügen</translation>
    </message>
    <message>
        <source>No résumé at hand?</source>
        <translation>Kein Lebenslauf zur Hand?</translation>
    </message>
    <message>
        <source>No readable PDF? You can also</source>
        <translation>Kein lesbares PDF? Sie können auch</translation>
    </message>
    <message>
        <source>Works without internet. No account, no upload, and your PDF is never changed.</source>
        <translation>Arbeitet ohne Internet. Kein Konto, kein Hochladen, und Ihr PDF wird nie verändert.</translation>
    </message>
</context>
<context>
    <name>FitTab</name>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Where the {score} points come from</source>
        <translation>Woher die {score} Punkte kommen</translation>
    </message>
    <message>
        <source>Under another weighting of the role</source>
        <translation>Mit anderer Gewichtung der Rolle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Common in the market, outside the score</source>
        <translation>Am Markt üblich, zählt nicht mit</translation>
    </message>
    <message>
        <source>Found: {names}</source>
        <translation>Gefunden: {names}</translation>
    </message>
    <message>
        <source>Not found: {names}</source>
        <translation>Nicht gefunden: {names}</translation>
    </message>
</context>
<context>
    <name>GapList</name>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>{name}, {group}, {kind}, {points} points</source>
        <translation>{name}, {group}, {kind}, {points} Punkte</translation>
    </message>
    <message>
        <source>Check before you learn it: {why}</source>
        <translation>Erst prüfen, dann lernen: {why}</translation>
    </message>
</context>
<context>
    <name>GapsTab</name>
    <message>
        <source>Tick what you already know or plan to learn. The résumé is not changed.</source>
        <translation>Kreuzen Sie an, was Sie schon können oder lernen wollen. Der Lebenslauf bleibt unverändert.</translation>
    </message>
    <message>
        <source>By impact</source>
        <translation>Nach Wirkung</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Nach Gruppe</translation>
    </message>
    <message>
        <source>By effort</source>
        <translation>Nach Aufwand</translation>
    </message>
    <message numerus="yes">
        <source>%n requirements were not found</source>
        <translation>
            <numerusform>%n Anforderung wurde nicht gefunden</numerusform>
            <numerusform>%n Anforderungen wurden nicht gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n count for less than full</source>
        <translation>
            <numerusform>%n zählt nicht voll</numerusform>
            <numerusform>%n zählen nicht voll</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Nichts fehlt</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Reasons, sources and advice stay in English, like the guides they come from.</source>
        <translation>Begründungen, Quellen und Ratschläge bleiben auf Englisch, wie die Leitfäden, aus denen sie stammen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Open what was open last time</source>
        <translation>Öffnen, was zuletzt offen war</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Klienten</translation>
    </message>
    <message>
        <source>From the second person on</source>
        <translation>Ab der zweiten Person</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never: one person only</source>
        <translation>Nie: nur eine Person</translation>
    </message>
    <message>
        <source>The table of clients, comparison and search over all of them; hiding it deletes nothing.</source>
        <translation>Tabelle der Klienten, Vergleich und Suche über alle; ausblenden löscht nichts.</translation>
    </message>
</context>
<context>
    <name>GroupDots</name>
    <message>
        <source>Compared by group, points</source>
        <translation>Verglichen nach Gruppen, Punkte</translation>
    </message>
    <message>
        <source>all {points}</source>
        <translation>alle {points}</translation>
    </message>
    <message>
        <source>both {points}</source>
        <translation>beide {points}</translation>
    </message>
</context>
<context>
    <name>GroupTree</name>
    <message>
        <source>Requirements by group</source>
        <translation>Anforderungen nach Gruppen</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>{name}: {found} of {of} found, {points} of {out_of} points</source>
        <translation>{name}: {found} von {of} gefunden, {points} von {out_of} Punkten</translation>
    </message>
    <message>
        <source>{name}: {state}, {points} of {out_of} points</source>
        <translation>{name}: {state}, {points} von {out_of} Punkten</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>Asked for in</source>
        <translation>Verlangt in</translation>
    </message>
    <message>
        <source>Not found in this résumé</source>
        <translation>In diesem Lebenslauf nicht gefunden</translation>
    </message>
</context>
<context>
    <name>HealthTab</name>
    <message>
        <source>These points do not move the score. They help people and other readers.</source>
        <translation>Diese Punkte ändern das Ergebnis nicht. Sie helfen Menschen und anderen Leseprogrammen.</translation>
    </message>
    <message numerus="yes">
        <source>%n points to look at</source>
        <translation>
            <numerusform>%n Punkt zum Ansehen</numerusform>
            <numerusform>%n Punkte zum Ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to fix on the page</source>
        <translation>Auf der Seite ist nichts zu verbessern</translation>
    </message>
    <message>
        <source>Notes of the reading</source>
        <translation>Anmerkungen zum Lesen</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>{title}: show on page {number}</source>
        <translation>{title}: auf Seite {number} zeigen</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>The topic&apos;s text</source>
        <translation>Text des Themas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ImportNotice</name>
    <message>
        <source>What was imported</source>
        <translation>Was eingelesen wurde</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n eingelesen</numerusform>
            <numerusform>%n eingelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n files</source>
        <translation>
            <numerusform>%n Datei ansehen</numerusform>
            <numerusform>%n Dateien ansehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Every file is looked at first. Nothing is kept before you press Import.</source>
        <translation>Jede Datei wird zuerst angesehen. Nichts wird behalten, bevor Sie auf Importieren drücken.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>becomes that person&apos;s next version</source>
        <translation>wird die nächste Fassung dieser Person</translation>
    </message>
    <message>
        <source>is kept as another person</source>
        <translation>wird als eine andere Person behalten</translation>
    </message>
    <message>
        <source>A file of a person whose name is here already</source>
        <translation>Eine Datei einer Person, deren Name schon da ist</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>Schon da</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Which files to show</source>
        <translation>Welche Dateien gezeigt werden</translation>
    </message>
    <message>
        <source>Show all files</source>
        <translation>Alle Dateien zeigen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try failed files again</source>
        <translation>Fehlgeschlagene noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Dateien zum Importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n importiert</numerusform>
            <numerusform>%n importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to import</source>
        <translation>
            <numerusform>%n bereit zum Importieren</numerusform>
            <numerusform>%n bereit zum Importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n schon da</numerusform>
            <numerusform>%n schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n nicht lesbar</numerusform>
            <numerusform>%n nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped; what is imported is kept</source>
        <translation>
            <numerusform>%n angehalten; was importiert ist, bleibt</numerusform>
            <numerusform>%n angehalten; was importiert ist, bleibt</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} read, now {name}</source>
        <translation>{done} von {total} gelesen, jetzt {name}</translation>
    </message>
    <message numerus="yes">
        <source>Continue with %n</source>
        <translation>
            <numerusform>Mit %n fortsetzen</numerusform>
            <numerusform>Mit %n fortsetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, Fassung {version}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Your expected range</source>
        <translation>Ihre erwartete Spanne</translation>
    </message>
    <message>
        <source>Middle half</source>
        <translation>Mittlere Hälfte</translation>
    </message>
    <message>
        <source>10th to 90th percentile</source>
        <translation>10. bis 90. Perzentil</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Your offer</source>
        <translation>Ihr Angebot</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Everything stays on this computer</source>
        <translation>Alles bleibt auf diesem Computer</translation>
    </message>
    <message>
        <source>Drop to import {name}</source>
        <translation>Ablegen, um {name} einzulesen</translation>
    </message>
    <message numerus="yes">
        <source>Drop to import %n files</source>
        <translation>
            <numerusform>Ablegen, um %n Datei einzulesen</numerusform>
            <numerusform>Ablegen, um %n Dateien einzulesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Résumé</source>
        <translation>&amp;Lebenslauf</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Import PDF…</source>
        <translation>PDF einlesen…</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>Ordner einlesen…</translation>
    </message>
    <message>
        <source>Paste a résumé&apos;s text…</source>
        <translation>Text eines Lebenslaufs einfügen…</translation>
    </message>
    <message>
        <source>Open the sample résumé</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy the result as text</source>
        <translation>Ergebnis als Text kopieren</translation>
    </message>
    <message>
        <source>Find in page</source>
        <translation>Auf der Seite suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Salary</source>
        <translation>Gehalt</translation>
    </message>
    <message>
        <source>Text read</source>
        <translation>Gelesener Text</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Show or hide the page</source>
        <translation>Seite zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Liste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An die Breite anpassen</translation>
    </message>
    <message>
        <source>Bright page</source>
        <translation>Helle Seite</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Next résumé</source>
        <translation>Nächster Lebenslauf</translation>
    </message>
    <message>
        <source>Previous résumé</source>
        <translation>Voriger Lebenslauf</translation>
    </message>
    <message>
        <source>Next evidence</source>
        <translation>Nächster Beleg</translation>
    </message>
    <message>
        <source>Previous evidence</source>
        <translation>Voriger Beleg</translation>
    </message>
    <message>
        <source>Show words that were not counted</source>
        <translation>Nicht gezählte Wörter zeigen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel reading</source>
        <translation>Lesen abbrechen</translation>
    </message>
    <message>
        <source>Find a résumé or command…</source>
        <translation>Lebenslauf oder Befehl suchen…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>About Rolefit</source>
        <translation>Über Rolefit</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Next and previous evidence, on the page</source>
        <translation>Nächster und voriger Beleg, auf der Seite</translation>
    </message>
    <message>
        <source>Tick a gap</source>
        <translation>Lücke ankreuzen</translation>
    </message>
</context>
<context>
    <name>NoticeLines</name>
    <message>
        <source>See text read</source>
        <translation>Gelesenen Text zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, under Health</source>
        <translation>
            <numerusform>und %n weitere unter Zustand</numerusform>
            <numerusform>und %n weitere unter Zustand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>Another person</source>
        <translation>Andere Person</translation>
    </message>
    <message>
        <source>{file}: {name} is here already, with other résumés.</source>
        <translation>{file}: {name} ist schon da, mit anderen Lebensläufen.</translation>
    </message>
    <message>
        <source>Keep as version {version}</source>
        <translation>Als Fassung {version} behalten</translation>
    </message>
</context>
<context>
    <name>PagePane</name>
    <message>
        <source>Show words that were not counted and hidden text</source>
        <translation>Nicht gezählte Wörter und versteckten Text zeigen</translation>
    </message>
    <message>
        <source>Previous evidence (Shift+N)</source>
        <translation>Voriger Beleg (Umschalt+N)</translation>
    </message>
    <message>
        <source>Next evidence (N)</source>
        <translation>Nächster Beleg (N)</translation>
    </message>
    <message>
        <source>Find in page (Ctrl+F)</source>
        <translation>Auf der Seite suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Zoom out (Ctrl+Minus)</source>
        <translation>Verkleinern (Strg+Minus)</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl+Plus)</source>
        <translation>Vergrößern (Strg+Plus)</translation>
    </message>
    <message>
        <source>Fit the width (Ctrl+9)</source>
        <translation>An die Breite anpassen (Strg+9)</translation>
    </message>
    <message>
        <source>Find in page</source>
        <translation>Auf der Seite suchen</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Voriger (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nächster (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not right?</source>
        <translation>Stimmt nicht?</translation>
    </message>
    <message>
        <source>Evidence {place} of {count}</source>
        <translation>Beleg {place} von {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n evidence</source>
        <translation>
            <numerusform>%n Beleg</numerusform>
            <numerusform>%n Belege</numerusform>
        </translation>
    </message>
    <message>
        <source>{group}, not found in this résumé</source>
        <translation>{group}, in diesem Lebenslauf nicht gefunden</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} Punkte</translation>
    </message>
    <message>
        <source>Not counted: {reason}</source>
        <translation>Nicht gezählt: {reason}</translation>
    </message>
    <message>
        <source>Hidden text, ignored: {reason}</source>
        <translation>Versteckter Text, nicht beachtet: {reason}</translation>
    </message>
    <message>
        <source>Selected on the page</source>
        <translation>Auf der Seite ausgewählt</translation>
    </message>
    <message>
        <source>Is a skill…</source>
        <translation>Ist eine Kenntnis…</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Résumé pages</source>
        <translation>Seiten des Lebenslaufs</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {number} cannot be drawn. Its words were read; see the tab “Text read”.</source>
        <translation>Seite {number} lässt sich nicht zeichnen. Ihre Wörter wurden gelesen; siehe „Gelesener Text“.</translation>
    </message>
    <message>
        <source>Drawing page {number}…</source>
        <translation>Seite {number} wird gezeichnet…</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a résumé or command</source>
        <translation>Lebenslauf oder Befehl suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The client store is encrypted</source>
        <translation>Der Klientenspeicher ist verschlüsselt</translation>
    </message>
    <message>
        <source>That passphrase did not open it. Check capital letters and the keyboard layout.</source>
        <translation>Diese Passphrase hat ihn nicht geöffnet. Prüfen Sie Großschreibung und Tastaturbelegung.</translation>
    </message>
    <message>
        <source>Without its passphrase, results are shown but not kept.</source>
        <translation>Ohne Passphrase werden Ergebnisse gezeigt, aber nicht behalten.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste a résumé&apos;s text</source>
        <translation>Text eines Lebenslaufs einfügen</translation>
    </message>
    <message>
        <source>Name (optional)</source>
        <translation>Name (freiwillig)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The résumé&apos;s text</source>
        <translation>Text des Lebenslaufs</translation>
    </message>
    <message>
        <source>Paste the whole résumé here, with its headings and dates.</source>
        <translation>Fügen Sie hier den ganzen Lebenslauf ein, mit Überschriften und Daten.</translation>
    </message>
    <message>
        <source>Score this text</source>
        <translation>Diesen Text bewerten</translation>
    </message>
    <message>
        <source>There will be no page to show, and columns may be mixed by the copy.</source>
        <translation>Es gibt dann keine Seite zu zeigen, und Spalten können durch das Kopieren vermischt sein.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>City or metro area</source>
        <translation>Stadt oder Ballungsraum</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Save as plan</source>
        <translation>Als Plan speichern</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>Nächster Termin</translation>
    </message>
    <message>
        <source>A note, optional</source>
        <translation>Eine Notiz, freiwillig</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>Seiten des Berichts</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>An die Breite anpassen</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Seite {page} von {count}</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Nothing leaves this computer: no account, no server, no statistics. Rolefit needs no internet.</source>
        <translation>Nichts verlässt diesen Computer: kein Konto, kein Server, keine Statistik. Rolefit braucht kein Internet.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>Only your account can open it. Deleting it removes all of this.</source>
        <translation>Nur Ihr Konto kann ihn öffnen. Wer ihn löscht, entfernt all das.</translation>
    </message>
    <message>
        <source>Clients, the text of résumés, results, notes, corrections and plans; copies of PDFs only if you ask.</source>
        <translation>Klienten, der Text der Lebensläufe, Ergebnisse, Notizen, Korrekturen und Pläne; Kopien von PDFs nur auf Wunsch.</translation>
    </message>
    <message>
        <source>Copies of all that, encrypted if the store is. People deleted for good leave them too.</source>
        <translation>Kopien von all dem, verschlüsselt, wenn der Speicher es ist. Wer endgültig gelöscht wird, verschwindet auch dort.</translation>
    </message>
    <message>
        <source>These settings, the window&apos;s look, and paths of recent and open files. No text of a résumé.</source>
        <translation>Diese Einstellungen, das Aussehen des Fensters und die Pfade letzter und offener Dateien. Kein Text eines Lebenslaufs.</translation>
    </message>
    <message>
        <source>Your PDFs are never changed or moved. A password reads the file once and is not saved.</source>
        <translation>Ihre PDFs werden nie verändert oder verschoben. Ein Kennwort liest die Datei einmal und wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>ProgressChart</name>
    <message>
        <source>Score over time</source>
        <translation>Wert im Lauf der Zeit</translation>
    </message>
    <message>
        <source>version {version}, {day}: {score}</source>
        <translation>Fassung {version}, {day}: {score}</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>A file is read under these limits. Wider ones hold for the next file that is read.</source>
        <translation>Eine Datei wird in diesen Grenzen gelesen. Weitere gelten ab der nächsten Datei.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>{number} seconds</source>
        <translation>{number} Sekunden</translation>
    </message>
    <message>
        <source>A résumé takes less than one second; a file made to hang a program takes for ever.</source>
        <translation>Ein Lebenslauf braucht keine Sekunde; eine Datei, die Programme aufhalten soll, braucht ewig.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>A file of a few hundred bytes can ask for gigabytes; its process is ended here.</source>
        <translation>Eine Datei von wenigen Hundert Byte kann Gigabytes verlangen; hier wird ihr Prozess beendet.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>{number} pages</source>
        <translation>{number} Seiten</translation>
    </message>
    <message>
        <source>Résumés have one to ten pages; of a longer file the first ones are read.</source>
        <translation>Lebensläufe haben eine bis zehn Seiten; von längeren Dateien werden die ersten gelesen.</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>A résumé is rarely over 2 MB.</source>
        <translation>Ein Lebenslauf hat selten mehr als 2 MB.</translation>
    </message>
    <message>
        <source>{limit}, usual</source>
        <translation>{limit}, üblich</translation>
    </message>
</context>
<context>
    <name>ReportArea</name>
    <message>
        <source>Export</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Show the list (F9)</source>
        <translation>Liste zeigen (F9)</translation>
    </message>
    <message>
        <source>Notes, progress and plan (Ctrl+I)</source>
        <translation>Notizen, Fortschritt und Plan (Strg+I)</translation>
    </message>
    <message>
        <source>Show or hide the page (F8)</source>
        <translation>Seite zeigen oder verbergen (F8)</translation>
    </message>
    <message>
        <source>Parts of the result</source>
        <translation>Teile des Ergebnisses</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Salary</source>
        <translation>Gehalt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Text read</source>
        <translation>Gelesener Text</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>, corrected by you</source>
        <translation>, von Ihnen berichtigt</translation>
    </message>
    <message>
        <source>Pasted text, so there is no page to show</source>
        <translation>Eingefügter Text, daher keine Seite zu zeigen</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Plan sheet</source>
        <translation>Planblatt</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Leave out name and contact, in quotes too</source>
        <translation>Name und Kontakt weglassen, auch in Zitaten</translation>
    </message>
    <message>
        <source>Where the points come from</source>
        <translation>Woher die Punkte kommen</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Salary</source>
        <translation>Gehalt</translation>
    </message>
    <message>
        <source>Evidence with sources</source>
        <translation>Belege mit Quellen</translation>
    </message>
    <message>
        <source>The résumé&apos;s pages with what was found</source>
        <translation>Die Seiten des Lebenslaufs mit dem Gefundenen</translation>
    </message>
    <message>
        <source>Name, optional</source>
        <translation>Name, freiwillig</translation>
    </message>
    <message>
        <source>Organisation or phone</source>
        <translation>Organisation oder Telefon</translation>
    </message>
    <message>
        <source>Your name at the foot of this report</source>
        <translation>Ihr Name am Fuß dieses Berichts</translation>
    </message>
    <message>
        <source>Organisation or phone, behind your name</source>
        <translation>Organisation oder Telefon hinter Ihrem Namen</translation>
    </message>
    <message>
        <source>Your note on the report</source>
        <translation>Ihre Notiz auf dem Bericht</translation>
    </message>
    <message>
        <source>A note to print, optional</source>
        <translation>Eine Notiz zum Drucken, freiwillig</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Vorschau…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Also as</source>
        <translation>Auch als</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>data, JSON</source>
        <translation>Daten, JSON</translation>
    </message>
    <message>
        <source>table, CSV</source>
        <translation>Tabelle, CSV</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Logo wählen</translation>
    </message>
    <message>
        <source>{name} cannot be read as a picture.</source>
        <translation>{name} lässt sich nicht als Bild lesen.</translation>
    </message>
    <message>
        <source>Another logo…</source>
        <translation>Anderes Logo…</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>Logo wählen…</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>As usual in this country: {paper}</source>
        <translation>Wie im Land üblich: {paper}</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>For reports, plan sheets and printing.</source>
        <translation>Für Berichte, Planblätter und den Druck.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Leave out name and contact</source>
        <translation>Name und Kontakt weglassen</translation>
    </message>
    <message>
        <source>Each report can still be made the other way.</source>
        <translation>Jeder einzelne Bericht kann es weiterhin anders halten.</translation>
    </message>
    <message>
        <source>Your name on reports</source>
        <translation>Ihr Name auf Berichten</translation>
    </message>
    <message>
        <source>Organisation or phone</source>
        <translation>Organisation oder Telefon</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Freiwillig</translation>
    </message>
    <message>
        <source>At the foot of PDFs, web pages and plan sheets. Each report can have another.</source>
        <translation>Am Fuß von PDFs, Webseiten und Planblättern. Jeder Bericht kann einen anderen haben.</translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Open résumés are scored anew; kept results stay as they were made.</source>
        <translation>Offene Lebensläufe werden neu bewertet; behaltene Ergebnisse bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Emphasis</source>
        <translation>Schwerpunkt</translation>
    </message>
    <message>
        <source>None: the role as a whole</source>
        <translation>Keiner: die Rolle als Ganzes</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Beruht auf</translation>
    </message>
    <message>
        <source>Every requirement and its weight follow from what these guides say.</source>
        <translation>Jede Anforderung und ihr Gewicht folgen aus dem, was diese Leitfäden sagen.</translation>
    </message>
    <message numerus="yes">
        <source>{edition} of {day}, %n requirements</source>
        <translation>
            <numerusform>{edition} vom {day}, %n Anforderung</numerusform>
            <numerusform>{edition} vom {day}, %n Anforderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Salary</name>
    <message>
        <source>{place}, expect {range}</source>
        <translation>{place}, zu erwarten {range}</translation>
    </message>
    <message>
        <source>median {median}, middle half {half}</source>
        <translation>Median {median}, mittlere Hälfte {half}</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>Ihres</translation>
    </message>
</context>
<context>
    <name>SalaryChart</name>
    <message>
        <source>Expected pay by place</source>
        <translation>Erwartetes Gehalt nach Ort</translation>
    </message>
</context>
<context>
    <name>SalaryPage</name>
    <message>
        <source>Salary</source>
        <translation>Gehalt</translation>
    </message>
    <message>
        <source>Default place</source>
        <translation>Standardort</translation>
    </message>
    <message>
        <source>Used where a résumé names no place. What a résumé says is never replaced.</source>
        <translation>Gilt, wo ein Lebenslauf keinen Ort nennt. Was ein Lebenslauf sagt, wird nie ersetzt.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>US dollars a year, before tax</source>
        <translation>US-Dollar im Jahr, vor Steuern</translation>
    </message>
    <message>
        <source>The official figures cover the United States only; converted, they would mislead about other countries.</source>
        <translation>Die amtlichen Zahlen gelten nur für die USA; umgerechnet würden sie über andere Länder täuschen.</translation>
    </message>
</context>
<context>
    <name>SalaryTab</name>
    <message>
        <source>It is marked in the chart and changes nothing else.</source>
        <translation>Es wird im Diagramm markiert und ändert sonst nichts.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>beliebig groß</translation>
    </message>
    <message numerus="yes">
        <source>about %n people</source>
        <translation>
            <numerusform>etwa %n Person</numerusform>
            <numerusform>etwa %n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>official data</source>
        <translation>amtliche Daten</translation>
    </message>
    <message>
        <source>role guides</source>
        <translation>Rollenbeschreibungen</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Grundlage</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>im Jahr</translation>
    </message>
    <message>
        <source>Own base</source>
        <translation>Eigener Ausgangswert</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>What such work usually pays there in a year. The ratios for experience and size then apply to it.</source>
        <translation>Was solche Arbeit dort üblicherweise im Jahr bringt. Die Verhältnisse für Erfahrung und Größe gelten dann dafür.</translation>
    </message>
    <message>
        <source>Back-end engineer in {place}, {currency} a year before tax. The middle is {centre}, the wide range {wide}.</source>
        <translation>Backend in {place}, {currency} im Jahr vor Steuern. Die Mitte ist {centre}, die weite Spanne {wide}.</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>US-Dollar</translation>
    </message>
    <message>
        <source>in the currency of your own base,</source>
        <translation>in der Währung Ihres eigenen Ausgangswerts,</translation>
    </message>
    <message>
        <source>$ a year</source>
        <translation>$ im Jahr</translation>
    </message>
    <message>
        <source>My offer</source>
        <translation>Mein Angebot</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Senior</source>
        <translation>Senior</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Expect {range}</source>
        <translation>Zu erwarten: {range}</translation>
    </message>
    <message>
        <source>The résumé names no place: this is your default place.</source>
        <translation>Der Lebenslauf nennt keinen Ort: Das ist Ihr Standardort.</translation>
    </message>
    <message>
        <source>No figures for this place</source>
        <translation>Keine Zahlen für diesen Ort</translation>
    </message>
    <message>
        <source>{currency} a year</source>
        <translation>{currency} im Jahr</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>Woher das kommt</translation>
    </message>
    <message>
        <source>The role guides&apos; own figures</source>
        <translation>Zahlen der Rollenbeschreibungen</translation>
    </message>
    <message>
        <source>{title}: “{phrase}”; for this place {pay}</source>
        <translation>{title}: „{phrase}“; für diesen Ort {pay}</translation>
    </message>
</context>
<context>
    <name>ScoreCard</name>
    <message>
        <source>of 100</source>
        <translation>von 100</translation>
    </message>
    <message>
        <source>{score} of 100</source>
        <translation>{score} von 100</translation>
    </message>
    <message>
        <source>{found} of {of} requirements found. {points} points in all.</source>
        <translation>{found} von {of} Anforderungen gefunden. Zusammen {points} Punkte.</translation>
    </message>
    <message>
        <source>The three biggest gaps are worth {points} points.</source>
        <translation>Die drei größten Lücken sind {points} Punkte wert.</translation>
    </message>
    <message>
        <source>Reading was uncertain: between {low} and {high}.</source>
        <translation>Das Lesen war unsicher: zwischen {low} und {high}.</translation>
    </message>
</context>
<context>
    <name>ScoreScale</name>
    <message>
        <source>{score} of 100</source>
        <translation>{score} von 100</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Words that a résumé must hold</source>
        <translation>Wörter, die ein Lebenslauf enthalten muss</translation>
    </message>
    <message>
        <source>Search in all résumés</source>
        <translation>In allen Lebensläufen suchen</translation>
    </message>
    <message>
        <source>All words must be there; the beginning of a word is enough.</source>
        <translation>Alle Wörter müssen vorkommen; der Wortanfang genügt.</translation>
    </message>
    <message>
        <source>Résumés found</source>
        <translation>Gefundene Lebensläufe</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Back to all clients</source>
        <translation>Zurück zu allen Klienten</translation>
    </message>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n Klient</numerusform>
            <numerusform>%n Klienten</numerusform>
        </translation>
    </message>
    <message>
        <source>No résumé holds “{words}”.</source>
        <translation>Kein Lebenslauf enthält „{words}“.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>SettingsWiring</name>
    <message>
        <source>{keys} belongs to “{command}”. Give that other keys first.</source>
        <translation>{keys} gehört zu „{command}“. Geben Sie diesem Befehl zuerst andere Tasten.</translation>
    </message>
    <message>
        <source>A shortcut needs Ctrl or Alt, or is a function key: bare keys are for typing.</source>
        <translation>Ein Kürzel braucht Strg oder Alt oder ist eine Funktionstaste: Einfache Tasten sind zum Schreiben da.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New keys for the command</source>
        <translation>Neue Tasten für den Befehl</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>Neue Tasten drücken</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>Übliche Tasten</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} wird gelesen…</translation>
    </message>
    <message>
        <source>Page {done} of {total}</source>
        <translation>Seite {done} von {total}</translation>
    </message>
</context>
<context>
    <name>SkillDialog</name>
    <message>
        <source>Which skill is it?</source>
        <translation>Welche Kenntnis ist es?</translation>
    </message>
    <message>
        <source>Find a skill</source>
        <translation>Kenntnis suchen</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Kenntnisse</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Password of the PDF</source>
        <translation>Passwort des PDF</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Choose another PDF…</source>
        <translation>Anderes PDF wählen…</translation>
    </message>
    <message>
        <source>Paste text…</source>
        <translation>Text einfügen…</translation>
    </message>
    <message>
        <source>Skip file</source>
        <translation>Datei auslassen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>Mehr dazu</translation>
    </message>
    <message>
        <source>You can keep working. Finished ones appear as they are ready.</source>
        <translation>Sie können weiterarbeiten. Fertige erscheinen, sobald sie gelesen sind.</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n résumés</source>
        <translation>
            <numerusform>%n Lebenslauf wird gelesen</numerusform>
            <numerusform>%n Lebensläufe werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total}, now reading {name}</source>
        <translation>{done} von {total}, gerade {name}</translation>
    </message>
    <message>
        <source>Stopped after {done} of {total}</source>
        <translation>Angehalten nach {done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>The %n finished résumés are kept.</source>
        <translation>
            <numerusform>Der %n fertige Lebenslauf bleibt.</numerusform>
            <numerusform>Die %n fertigen Lebensläufe bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n were not touched.</source>
        <translation>
            <numerusform>Der andere wurde nicht berührt.</numerusform>
            <numerusform>Die anderen %n wurden nicht berührt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Continue with %n</source>
        <translation>
            <numerusform>Weiter mit %n</numerusform>
            <numerusform>Weiter mit %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Read it anyway</source>
        <translation>Trotzdem lesen</translation>
    </message>
    <message>
        <source>No text was recognised in the picture either. Paste the text, or choose another file.</source>
        <translation>Auch im Bild wurde kein Text erkannt. Fügen Sie den Text ein oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Read the picture</source>
        <translation>Das Bild lesen</translation>
    </message>
    <message>
        <source>With the free program Tesseract installed, Rolefit can also read the picture.</source>
        <translation>Ist das freie Programm Tesseract installiert, kann Rolefit auch das Bild lesen.</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>All clients, results, notes and backups. A solid-state disk may keep old blocks where nobody can reach them.</source>
        <translation>Alle Klienten, Ergebnisse, Notizen und Sicherungen. Eine SSD kann alte Blöcke behalten, an die niemand herankommt.</translation>
    </message>
    <message>
        <source>Delete all data…</source>
        <translation>Alle Daten löschen…</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>Keep a copy of each PDF</source>
        <translation>Eine Kopie jeder PDF behalten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>A checked copy is made each day: seven days and four weeks are kept. Restoring keeps the present store beside it.</source>
        <translation>Jeden Tag wird eine geprüfte Kopie angelegt: sieben Tage und vier Wochen bleiben. Beim Wiederherstellen bleibt der jetzige Speicher daneben erhalten.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücklegen</translation>
    </message>
    <message>
        <source>Empty bin…</source>
        <translation>Papierkorb leeren…</translation>
    </message>
    <message>
        <source>Emptying the bin deletes for good: résumés, results, notes, the search index and all older backups.</source>
        <translation>Das Leeren löscht endgültig: Lebensläufe, Ergebnisse, Notizen, den Suchindex und alle älteren Sicherungen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Encrypt the store</source>
        <translation>Speicher verschlüsseln</translation>
    </message>
    <message>
        <source>Remove the passphrase</source>
        <translation>Passphrase entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n Klient</numerusform>
            <numerusform>%n Klienten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n résumé versions</source>
        <translation>
            <numerusform>%n Fassung eines Lebenslaufs</numerusform>
            <numerusform>%n Fassungen von Lebensläufen</numerusform>
        </translation>
    </message>
    <message>
        <source>The store could not be opened. A backup can be put in its place.</source>
        <translation>Der Speicher ließ sich nicht öffnen. Eine Sicherung kann an seine Stelle gesetzt werden.</translation>
    </message>
    <message>
        <source>The store is encrypted. It is asked for at each start. A lost passphrase cannot be recovered by anybody.</source>
        <translation>Der Speicher ist verschlüsselt. Bei jedem Start wird nach der Passphrase gefragt. Eine verlorene Passphrase kann niemand wiederherstellen.</translation>
    </message>
    <message>
        <source>Off. With a passphrase the whole store is encrypted and nobody can open it without. If you lose the passphrase, the clients are lost: there is no way back. Older backups are removed.</source>
        <translation>Aus. Mit einer Passphrase ist der ganze Speicher verschlüsselt und niemand kann ihn ohne sie öffnen. Wenn Sie sie verlieren, sind die Klienten verloren: Es gibt keinen Weg zurück. Ältere Sicherungen werden entfernt.</translation>
    </message>
    <message>
        <source>Not available here: the package sqlcipher3 is not installed on this computer.</source>
        <translation>Hier nicht verfügbar: Das Paket sqlcipher3 ist auf diesem Computer nicht installiert.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n clients for good? This cannot be undone.</source>
        <translation>
            <numerusform>%n Klienten endgültig löschen? Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>%n Klienten endgültig löschen? Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Delete all clients, results, notes and backups for good? This cannot be undone.</source>
        <translation>Alle Klienten, Ergebnisse, Notizen und Sicherungen endgültig löschen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete all data</source>
        <translation>Alle Daten löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SummaryDialog</name>
    <message>
        <source>Summary without names</source>
        <translation>Zusammenfassung ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>Summary of %n clients</source>
        <translation>
            <numerusform>Zusammenfassung von %n Klienten</numerusform>
            <numerusform>Zusammenfassung von %n Klienten</numerusform>
        </translation>
    </message>
    <message>
        <source>Commonest gaps</source>
        <translation>Häufigste Lücken</translation>
    </message>
    <message>
        <source>No names stand here or in the exported table.</source>
        <translation>Weder hier noch in der exportierten Tabelle stehen Namen.</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>Tabelle exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Scores from {low} to {high}, half of them at or below {middle}.</source>
        <translation>Werte von {low} bis {high}, die Hälfte bei {middle} oder darunter.</translation>
    </message>
    <message>
        <source>Fit: {fits}. Levels: {levels}.</source>
        <translation>Passung: {fits}. Stufen: {levels}.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Only listed</source>
        <translation>Nur aufgezählt</translation>
    </message>
    <message>
        <source>Long ago</source>
        <translation>Lange her</translation>
    </message>
    <message>
        <source>Points in all</source>
        <translation>Punkte insgesamt</translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags of the selected clients</source>
        <translation>Schlagwörter der ausgewählten Klienten</translation>
    </message>
    <message>
        <source>New tags, parted by commas</source>
        <translation>Neue Schlagwörter, mit Kommas getrennt</translation>
    </message>
    <message>
        <source>New tags</source>
        <translation>Neue Schlagwörter</translation>
    </message>
    <message>
        <source>A tick gives a tag to all of them, no tick takes it away; a dash leaves it as it is.</source>
        <translation>Ein Haken gibt allen das Schlagwort, kein Haken nimmt es weg, ein Strich lässt es, wie es ist.</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n clients</source>
        <translation>
            <numerusform>Schlagwörter von %n Klient</numerusform>
            <numerusform>Schlagwörter von %n Klienten</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>TextTab</name>
    <message>
        <source>Text read from the résumé</source>
        <translation>Aus dem Lebenslauf gelesener Text</translation>
    </message>
    <message>
        <source>The selected words are a skill…</source>
        <translation>Auswahl ist eine Kenntnis…</translation>
    </message>
    <message>
        <source>Skills found</source>
        <translation>Gefundene Kenntnisse</translation>
    </message>
    <message numerus="yes">
        <source>{read} of {all} pages read, %n words, in this order. Words that count are underlined.</source>
        <translation>
            <numerusform>{read} von {all} Seiten gelesen, %n Wort. Was zählt, ist unterstrichen.</numerusform>
            <numerusform>{read} von {all} Seiten gelesen, %n Wörter, in dieser Folge. Was zählt, ist unterstrichen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Skills found: {names}</source>
        <translation>Gefundene Kenntnisse: {names}</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>[hidden, ignored, {reason}: {text}]</source>
        <translation>[versteckt, nicht beachtet, {reason}: {text}]</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Position</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>back-end work</source>
        <translation>Backend-Arbeit</translation>
    </message>
    <message>
        <source>last used {month}</source>
        <translation>zuletzt genutzt {month}</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>ohne Daten</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>Jobs and skills over the years</source>
        <translation>Stellen und Kenntnisse über die Jahre</translation>
    </message>
    <message numerus="yes">
        <source>The role asks for %n years</source>
        <translation>
            <numerusform>Die Rolle verlangt %n Jahr</numerusform>
            <numerusform>Die Rolle verlangt %n Jahre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>No position has a date</source>
        <translation>Keine Stelle hat ein Datum</translation>
    </message>
    <message>
        <source>{backend} of back-end work, {every} in all</source>
        <translation>{backend} Backend-Arbeit, {every} insgesamt</translation>
    </message>
    <message>
        <source>Dark bars are back-end work; overlaps count once. Level as read: {level}.</source>
        <translation>Dunkle Balken sind Backend-Arbeit; Überschneidungen zählen einmal. Stufe wie gelesen: {level}.</translation>
    </message>
    <message numerus="yes">
        <source>The bracket on the axis is as long as the %n years asked.</source>
        <translation>
            <numerusform>Die Klammer an der Achse ist so lang wie das verlangte %n Jahr.</numerusform>
            <numerusform>Die Klammer an der Achse ist so lang wie die verlangten %n Jahre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Storage and backups…</source>
        <translation>Speicher und Sicherungen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>Mehr dazu</translation>
    </message>
</context>
<context>
    <name>WhatIfCard</name>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>of 100</source>
        <translation>von 100</translation>
    </message>
    <message>
        <source>How the numbers move</source>
        <translation>Wie sich die Zahlen bewegen</translation>
    </message>
    <message>
        <source>Clear ticks</source>
        <translation>Kreuze löschen</translation>
    </message>
    <message>
        <source>Reach {goal}</source>
        <translation>{goal} erreichen</translation>
    </message>
    <message>
        <source>Score to reach</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Tick the smallest set</source>
        <translation>Kleinste Auswahl ankreuzen</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n angekreuzt</numerusform>
            <numerusform>%n angekreuzt</numerusform>
        </translation>
    </message>
    <message>
        <source>{score} of 100</source>
        <translation>{score} von 100</translation>
    </message>
    <message>
        <source>{old} → {new}, +{more}</source>
        <translation>{old} → {new}, +{more}</translation>
    </message>
    <message>
        <source>{parts} = {more} points. {old} + {more} = {new}.</source>
        <translation>{parts} = {more} Punkte. {old} + {more} = {new}.</translation>
    </message>
    <message>
        <source>Tick a gap to see what it would add. The stored score does not change.</source>
        <translation>Kreuzen Sie eine Lücke an, um zu sehen, was sie brächte. Das gespeicherte Ergebnis ändert sich nicht.</translation>
    </message>
    <message>
        <source>The salary range stays at {pay}: it moves with place, years and company size only.</source>
        <translation>Die Gehaltsspanne bleibt bei {pay}: Sie ändert sich nur mit Ort, Jahren und Firmengröße.</translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message numerus="yes">
        <source>Role profile: {role}, edition {edition}, %n requirements</source>
        <translation>
            <numerusform>Rollenprofil: {role}, Ausgabe {edition}, %n Anforderung</numerusform>
            <numerusform>Rollenprofil: {role}, Ausgabe {edition}, %n Anforderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>Lese {done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n eingelesen</numerusform>
            <numerusform>%n eingelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>{score} of 100</source>
        <translation>{score} von 100</translation>
    </message>
    <message>
        <source>Already here: {name} is the same file</source>
        <translation>Schon da: {name} ist dieselbe Datei</translation>
    </message>
    <message>
        <source>PDF files (*.pdf *.PDF)</source>
        <translation>PDF-Dateien (*.pdf *.PDF)</translation>
    </message>
    <message>
        <source>Import résumés</source>
        <translation>Lebensläufe einlesen</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner einlesen</translation>
    </message>
    <message>
        <source>Removed {name}</source>
        <translation>{name} entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Even with every gap closed the score stays below {goal}.</source>
        <translation>Auch ohne jede Lücke bliebe das Ergebnis unter {goal}.</translation>
    </message>
    <message numerus="yes">
        <source>%n gaps are enough, and no fewer are.</source>
        <translation>
            <numerusform>%n Lücke genügt.</numerusform>
            <numerusform>%n Lücken genügen, weniger nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>Auf der Seite zeigen</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Ergebnis kopieren</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>This PDF is locked with a password.</source>
        <translation>Diese PDF ist mit einem Passwort gesperrt.</translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation>Nichts wurde gelesen.</translation>
    </message>
    <message>
        <source>Give the password; it is never saved.</source>
        <translation>Geben Sie das Passwort ein; es wird nie gespeichert.</translation>
    </message>
    <message>
        <source>That password did not open the file.</source>
        <translation>Dieses Passwort hat die Datei nicht geöffnet.</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout, and try again.</source>
        <translation>Prüfen Sie Großschreibung und Tastaturbelegung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This file is not a PDF, whatever its name says.</source>
        <translation>Diese Datei ist keine PDF, was immer ihr Name sagt.</translation>
    </message>
    <message>
        <source>Rolefit reads PDF files only.</source>
        <translation>Rolefit liest nur PDF-Dateien.</translation>
    </message>
    <message>
        <source>Open it in the program that made it and export it as PDF.</source>
        <translation>Öffnen Sie sie in dem Programm, das sie erzeugt hat, und exportieren Sie sie als PDF.</translation>
    </message>
    <message>
        <source>This PDF is damaged.</source>
        <translation>Diese PDF ist beschädigt.</translation>
    </message>
    <message>
        <source>It ends too early or its inner tables are broken, so no page could be read.</source>
        <translation>Sie endet zu früh oder ihre inneren Tabellen sind kaputt; keine Seite konnte gelesen werden.</translation>
    </message>
    <message>
        <source>Export it again from the program that made it, or ask for a fresh copy.</source>
        <translation>Exportieren Sie sie noch einmal oder bitten Sie um eine neue Kopie.</translation>
    </message>
    <message>
        <source>This PDF is a picture of text.</source>
        <translation>Diese PDF ist ein Bild von Text.</translation>
    </message>
    <message>
        <source>It holds no letters that can be read, so there is nothing to score.</source>
        <translation>Sie enthält keine lesbaren Buchstaben, also gibt es nichts zu bewerten.</translation>
    </message>
    <message>
        <source>Export the résumé from a word processor instead of scanning it, or paste its text.</source>
        <translation>Exportieren Sie den Lebenslauf aus einer Textverarbeitung, statt ihn zu scannen, oder fügen Sie seinen Text ein.</translation>
    </message>
    <message>
        <source>This file is too large to be read.</source>
        <translation>Diese Datei ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>A résumé is rarely over 2 MB; it was not opened.</source>
        <translation>Ein Lebenslauf hat selten über 2 MB; sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Choose a smaller export; the window can also read it anyway.</source>
        <translation>Wählen Sie eine kleinere Ausgabe; das Fenster kann sie auch trotzdem lesen.</translation>
    </message>
    <message>
        <source>Reading this PDF took too long and was stopped.</source>
        <translation>Das Lesen dieser PDF dauerte zu lange und wurde angehalten.</translation>
    </message>
    <message>
        <source>No page was finished in time.</source>
        <translation>Keine Seite wurde rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>Export it again as a simple PDF; an unusual file can be built to keep readers busy.</source>
        <translation>Exportieren Sie sie noch einmal als einfache PDF; eine ungewöhnliche Datei kann gebaut sein, um Leseprogramme aufzuhalten.</translation>
    </message>
    <message>
        <source>Reading this PDF needed too much memory and was stopped.</source>
        <translation>Das Lesen dieser PDF brauchte zu viel Arbeitsspeicher und wurde angehalten.</translation>
    </message>
    <message>
        <source>Your computer was protected; nothing was read.</source>
        <translation>Ihr Computer wurde geschützt; nichts wurde gelesen.</translation>
    </message>
    <message>
        <source>Export it again as a simple PDF.</source>
        <translation>Exportieren Sie sie noch einmal als einfache PDF.</translation>
    </message>
    <message>
        <source>This PDF uses a protection that Rolefit cannot open.</source>
        <translation>Diese PDF benutzt einen Schutz, den Rolefit nicht öffnen kann.</translation>
    </message>
    <message>
        <source>Export it again without protection.</source>
        <translation>Exportieren Sie sie noch einmal ohne Schutz.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed.</source>
        <translation>Vielleicht wurde sie verschoben oder umbenannt.</translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation>Prüfen Sie den Namen oder wählen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>This file may not be read.</source>
        <translation>Diese Datei darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The system refused access to it.</source>
        <translation>Das System hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Change its permissions, or copy it to a folder of your own.</source>
        <translation>Ändern Sie die Rechte oder kopieren Sie sie in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>The reading process stopped unexpectedly.</source>
        <translation>Der Leseprozess hat unerwartet aufgehört.</translation>
    </message>
    <message>
        <source>Only this file is affected; all other results are kept.</source>
        <translation>Nur diese Datei ist betroffen; alle anderen Ergebnisse bleiben.</translation>
    </message>
    <message>
        <source>Try it once more; if it stops again, export the file anew.</source>
        <translation>Versuchen Sie es noch einmal; hört er wieder auf, exportieren Sie die Datei neu.</translation>
    </message>
    <message>
        <source>There is no PDF in this folder.</source>
        <translation>In diesem Ordner ist keine PDF.</translation>
    </message>
    <message>
        <source>Files with other endings are left alone.</source>
        <translation>Dateien mit anderen Endungen bleiben unberührt.</translation>
    </message>
    <message>
        <source>Choose a folder that holds résumés as PDF files.</source>
        <translation>Wählen Sie einen Ordner mit Lebensläufen als PDF-Dateien.</translation>
    </message>
    <message>
        <source>Your last change is not saved: the disk is full.</source>
        <translation>Ihre letzte Änderung ist nicht gespeichert: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Everything saved before is whole.</source>
        <translation>Alles früher Gespeicherte ist unversehrt.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The client store is in use by another program.</source>
        <translation>Der Klientenspeicher wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Nothing was changed. Results you open now are shown but not kept.</source>
        <translation>Nichts wurde geändert. Ergebnisse, die Sie jetzt öffnen, werden gezeigt, aber nicht behalten.</translation>
    </message>
    <message>
        <source>Close the other Rolefit, or the program that copies the folder, and start again.</source>
        <translation>Schließen Sie das andere Rolefit oder das Programm, das den Ordner kopiert, und starten Sie neu.</translation>
    </message>
    <message>
        <source>The client store is damaged.</source>
        <translation>Der Klientenspeicher ist beschädigt.</translation>
    </message>
    <message>
        <source>It was not changed any further.</source>
        <translation>Er wurde nicht weiter verändert.</translation>
    </message>
    <message>
        <source>Restore a backup under Storage and backups; the damaged file is kept beside it.</source>
        <translation>Stellen Sie unter „Speicher und Sicherungen“ eine Sicherung wieder her; die beschädigte Datei bleibt daneben liegen.</translation>
    </message>
    <message>
        <source>The client store was written by a newer Rolefit.</source>
        <translation>Der Klientenspeicher wurde von einem neueren Rolefit geschrieben.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Er blieb, wie er ist.</translation>
    </message>
    <message>
        <source>Install the newer version, or choose another data folder.</source>
        <translation>Installieren Sie die neuere Version oder wählen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>The client store may not be written.</source>
        <translation>Der Klientenspeicher darf nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Check the permissions of the data folder, or choose another one.</source>
        <translation>Prüfen Sie die Rechte des Datenordners oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>That passphrase did not open the client store.</source>
        <translation>Diese Passphrase öffnete den Klientenspeicher nicht.</translation>
    </message>
    <message>
        <source>Check capital letters and the keyboard layout. A lost passphrase cannot be recovered.</source>
        <translation>Prüfen Sie Großschreibung und Tastaturbelegung. Eine verlorene Passphrase lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>This client store has a passphrase, and the part that opens it is not installed.</source>
        <translation>Dieser Klientenspeicher hat eine Passphrase, und der Teil, der ihn öffnet, ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it with: pip install &quot;rolefit[passphrase]&quot;.</source>
        <translation>Installieren Sie ihn mit: pip install &quot;rolefit[passphrase]&quot;.</translation>
    </message>
    <message>
        <source>This is not a file of clients, or it is damaged.</source>
        <translation>Dies ist keine Klientendatei, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>Nothing was taken from it.</source>
        <translation>Nichts wurde daraus übernommen.</translation>
    </message>
    <message>
        <source>Choose a file that Rolefit wrote with Export as file.</source>
        <translation>Wählen Sie eine Datei, die Rolefit mit „Als Datei exportieren“ geschrieben hat.</translation>
    </message>
    <message>
        <source>Something went wrong in the client store.</source>
        <translation>Im Klientenspeicher ging etwas schief.</translation>
    </message>
    <message>
        <source>Nothing is half written.</source>
        <translation>Nichts ist halb geschrieben.</translation>
    </message>
    <message>
        <source>Try again; restart Rolefit if it stays.</source>
        <translation>Versuchen Sie es noch einmal; starten Sie Rolefit neu, wenn es bleibt.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>${thousands}k</source>
        <translation>{thousands}.000&#xa0;$</translation>
    </message>
    <message>
        <source>{thousands}k {currency}</source>
        <translation>{thousands}.000&#xa0;{currency}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>{years} Jahre</translation>
    </message>
    <message>
        <source>Early</source>
        <translation>Früh</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Nah</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Strong fit</source>
        <translation>Starke Passung</translation>
    </message>
    <message>
        <source>Close fit, {points} points below strong</source>
        <translation>Nahe Passung, {points} Punkte unter stark</translation>
    </message>
    <message>
        <source>Early fit, {points} points below close</source>
        <translation>Frühe Passung, {points} Punkte unter nah</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>listed only</source>
        <translation>nur aufgezählt</translation>
    </message>
    <message>
        <source>last used long ago</source>
        <translation>lange nicht genutzt</translation>
    </message>
    <message>
        <source>junior</source>
        <translation>Junior</translation>
    </message>
    <message>
        <source>mid</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>senior</source>
        <translation>Senior</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>other work</source>
        <translation>andere Arbeit</translation>
    </message>
    <message>
        <source>used in a job</source>
        <translation>in einer Stelle genutzt</translation>
    </message>
    <message>
        <source>used in a project</source>
        <translation>in einem Projekt genutzt</translation>
    </message>
    <message>
        <source>certified</source>
        <translation>mit Zertifikat</translation>
    </message>
    <message>
        <source>named in the summary</source>
        <translation>in der Zusammenfassung genannt</translation>
    </message>
    <message>
        <source>named in education</source>
        <translation>in der Ausbildung genannt</translation>
    </message>
    <message>
        <source>named elsewhere</source>
        <translation>anderswo genannt</translation>
    </message>
    <message>
        <source>in the colour of its background</source>
        <translation>in der Farbe des Grundes</translation>
    </message>
    <message>
        <source>too small to see</source>
        <translation>zu klein zum Sehen</translation>
    </message>
    <message>
        <source>drawn invisibly</source>
        <translation>unsichtbar gezeichnet</translation>
    </message>
    <message>
        <source>outside the page</source>
        <translation>außerhalb der Seite</translation>
    </message>
    <message>
        <source>cut away</source>
        <translation>abgeschnitten</translation>
    </message>
    <message>
        <source>covered by something</source>
        <translation>von etwas verdeckt</translation>
    </message>
    <message>
        <source>on a layer that is switched off</source>
        <translation>auf einer ausgeschalteten Ebene</translation>
    </message>
    <message>
        <source>fully transparent</source>
        <translation>ganz durchsichtig</translation>
    </message>
    <message>
        <source>{found} of {of}</source>
        <translation>{found} von {of}</translation>
    </message>
    <message>
        <source>${amount}</source>
        <translation>{amount}&#xa0;$</translation>
    </message>
</context>
</TS>
