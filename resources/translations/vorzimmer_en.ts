<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>vorzimmer::models::DeskRows</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::Wording</name>
    <message numerus="yes">
        <source>Topic list: not reachable, %n note(s) wait here safely</source>
        <translation>
            <numerusform>Topic list: not reachable, %n note waits here safely</numerusform>
            <numerusform>Topic list: not reachable, %n notes wait here safely</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Topic list: %n note(s) refused, somebody must look at it</source>
        <translation>
            <numerusform>Topic list: %n note refused, somebody must look at it</numerusform>
            <numerusform>Topic list: %n notes refused, somebody must look at it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::CallerPane</name>
    <message numerus="yes">
        <source>chosen among %n</source>
        <translation>
            <numerusform>chosen among %n</numerusform>
            <numerusform>chosen among %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share this number</source>
        <translation>
            <numerusform>%n shares this number</numerusform>
            <numerusform>%n share this number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::HistoryPane</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ReviewDelegate</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::ReviewPage</name>
    <message numerus="yes">
        <source>the newest %n note(s)</source>
        <translation>
            <numerusform>the newest note</numerusform>
            <numerusform>the newest %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::SlotsPane</name>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n free</numerusform>
            <numerusform>%n free</numerusform>
        </translation>
    </message>
</context>
</TS>
