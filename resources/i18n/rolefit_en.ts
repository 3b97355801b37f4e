<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>Casework</name>
    <message numerus="yes">
        <source>Stopped. %n not read.</source>
        <translation>
            <numerusform>Stopped. %n not read.</numerusform>
            <numerusform>Stopped. %n not read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientChanges</name>
    <message numerus="yes">
        <source>Change tags of %n clients</source>
        <translation>
            <numerusform>Change tags of %n client</numerusform>
            <numerusform>Change tags of %n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n to the bin</source>
        <translation>
            <numerusform>Move %n to the bin</numerusform>
            <numerusform>Move %n to the bin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientPage</name>
    <message numerus="yes">
        <source>%n versions</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corrections</source>
        <translation>
            <numerusform>%n correction</numerusform>
            <numerusform>%n corrections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClientsPage</name>
    <message numerus="yes">
        <source>%n résumés were scored by another role or edition; older figures stay beside new ones.</source>
        <translation>
            <numerusform>%n résumé was scored by another role or edition; older figures stay beside new ones.</numerusform>
            <numerusform>%n résumés were scored by another role or edition; older figures stay beside new ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n résumé versions</source>
        <translation>
            <numerusform>%n résumé version</numerusform>
            <numerusform>%n résumé versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention.</source>
        <translation>
            <numerusform>%n needs attention.</numerusform>
            <numerusform>%n need attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareLine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskWiring</name>
    <message numerus="yes">
        <source>The retention date of %n clients has come.</source>
        <translation>
            <numerusform>The retention date of %n client has come.</numerusform>
            <numerusform>The retention date of %n clients has come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved to the bin</source>
        <translation>
            <numerusform>%n moved to the bin</numerusform>
            <numerusform>%n moved to the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n clients changed</source>
        <translation>
            <numerusform>Tags of %n client changed</numerusform>
            <numerusform>Tags of %n clients changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clients added</source>
        <translation>
            <numerusform>%n client added</numerusform>
            <numerusform>%n clients added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsTab</name>
    <message numerus="yes">
        <source>%n requirements were not found</source>
        <translation>
            <numerusform>%n requirement was not found</numerusform>
            <numerusform>%n requirements were not found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n count for less than full</source>
        <translation>
            <numerusform>%n counts for less than full</numerusform>
            <numerusform>%n count for less than full</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthTab</name>
    <message numerus="yes">
        <source>%n points to look at</source>
        <translation>
            <numerusform>%n point to look at</numerusform>
            <numerusform>%n points to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportNotice</name>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %n files</source>
        <translation>
            <numerusform>Review %n file</numerusform>
            <numerusform>Review %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to import</source>
        <translation>
            <numerusform>%n ready to import</numerusform>
            <numerusform>%n ready to import</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stopped; what is imported is kept</source>
        <translation>
            <numerusform>%n stopped; what is imported is kept</numerusform>
            <numerusform>%n stopped; what is imported is kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Continue with %n</source>
        <translation>
            <numerusform>Continue with %n</numerusform>
            <numerusform>Continue with %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Drop to import %n files</source>
        <translation>
            <numerusform>Drop to import %n file</numerusform>
            <numerusform>Drop to import %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeLines</name>
    <message numerus="yes">
        <source>and %n more, under Health</source>
        <translation>
            <numerusform>and %n more, under Health</numerusform>
            <numerusform>and %n more, under Health</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagePane</name>
    <message numerus="yes">
        <source>%n evidence</source>
        <translation>
            <numerusform>%n evidence</numerusform>
            <numerusform>%n evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RolePage</name>
    <message numerus="yes">
        <source>{edition} of {day}, %n requirements</source>
        <translation>
            <numerusform>{edition} of {day}, %n requirement</numerusform>
            <numerusform>{edition} of {day}, %n requirements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalaryTab</name>
    <message numerus="yes">
        <source>about %n people</source>
        <translation>
            <numerusform>about %n person</numerusform>
            <numerusform>about %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateCard</name>
    <message numerus="yes">
        <source>Reading %n résumés</source>
        <translation>
            <numerusform>Reading %n résumé</numerusform>
            <numerusform>Reading %n résumés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n finished résumés are kept.</source>
        <translation>
            <numerusform>The %n finished résumé is kept.</numerusform>
            <numerusform>The %n finished résumés are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n were not touched.</source>
        <translation>
            <numerusform>The other one was not touched.</numerusform>
            <numerusform>The other %n were not touched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Continue with %n</source>
        <translation>
            <numerusform>Continue with %n</numerusform>
            <numerusform>Continue with %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n résumé versions</source>
        <translation>
            <numerusform>%n résumé version</numerusform>
            <numerusform>%n résumé versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n clients for good? This cannot be undone.</source>
        <translation>
            <numerusform>Delete %n client for good? This cannot be undone.</numerusform>
            <numerusform>Delete %n clients for good? This cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryDialog</name>
    <message numerus="yes">
        <source>Summary of %n clients</source>
        <translation>
            <numerusform>Summary of %n client</numerusform>
            <numerusform>Summary of %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagDialog</name>
    <message numerus="yes">
        <source>Tags of %n clients</source>
        <translation>
            <numerusform>Tags of %n client</numerusform>
            <numerusform>Tags of %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextTab</name>
    <message numerus="yes">
        <source>{read} of {all} pages read, %n words, in this order. Words that count are underlined.</source>
        <translation>
            <numerusform>{read} of {all} pages read, %n word. Words that count are underlined.</numerusform>
            <numerusform>{read} of {all} pages read, %n words, in this order. Words that count are underlined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message numerus="yes">
        <source>The role asks for %n years</source>
        <translation>
            <numerusform>The role asks for %n year</numerusform>
            <numerusform>The role asks for %n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message numerus="yes">
        <source>The bracket on the axis is as long as the %n years asked.</source>
        <translation>
            <numerusform>The bracket on the axis is as long as the %n year asked.</numerusform>
            <numerusform>The bracket on the axis is as long as the %n years asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIfCard</name>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message numerus="yes">
        <source>Role profile: {role}, edition {edition}, %n requirements</source>
        <translation>
            <numerusform>Role profile: {role}, edition {edition}, %n requirement</numerusform>
            <numerusform>Role profile: {role}, edition {edition}, %n requirements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gaps are enough, and no fewer are.</source>
        <translation>
            <numerusform>%n gap is enough.</numerusform>
            <numerusform>%n gaps are enough, and no fewer are.</numerusform>
        </translation>
    </message>
</context>
</TS>
