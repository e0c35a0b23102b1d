<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>vorzimmer::models::AppointmentWording</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) before</source>
        <translation>
            <numerusform>%n minute before</numerusform>
            <numerusform>%n minutes before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) after</source>
        <translation>
            <numerusform>%n minute after</numerusform>
            <numerusform>%n minutes after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the client&apos;s calendar as of %n minute(s) ago</source>
        <translation>
            <numerusform>the client&apos;s calendar as of %n minute ago</numerusform>
            <numerusform>the client&apos;s calendar as of %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booking(s) not yet there</source>
        <translation>
            <numerusform>%n booking not yet there</numerusform>
            <numerusform>%n bookings not yet there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries cannot be read: %1</source>
        <translation>
            <numerusform>%n entry cannot be read: %1</numerusform>
            <numerusform>%n entries cannot be read: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::DeskRows</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As of %n day(s) ago</source>
        <translation>
            <numerusform>As of %n day ago</numerusform>
            <numerusform>As of %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::LineWording</name>
    <message numerus="yes">
        <source>Telephone: %n line(s) ready</source>
        <translation>
            <numerusform>Telephone: %n line ready</numerusform>
            <numerusform>Telephone: %n lines ready</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::ListWording</name>
    <message numerus="yes">
        <source>What the client changes is here after %n second(s) at the latest.</source>
        <translation>
            <numerusform>What the client changes is here after %n second at the latest.</numerusform>
            <numerusform>What the client changes is here after %n seconds at the latest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::MailWording</name>
    <message numerus="yes">
        <source>%n not delivered</source>
        <translation>
            <numerusform>%n not delivered</numerusform>
            <numerusform>%n not delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps delivered</source>
        <translation>
            <numerusform>%n perhaps delivered</numerusform>
            <numerusform>%n perhaps delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::OutboxRows</name>
    <message numerus="yes">
        <source>tried %n time(s)</source>
        <translation>
            <numerusform>tried %n time</numerusform>
            <numerusform>tried %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::RuleWording</name>
    <message numerus="yes">
        <source>it is the call no. %1 or more within %n day(s)</source>
        <translation>
            <numerusform>it is the call no. %1 or more within %n day</numerusform>
            <numerusform>it is the call no. %1 or more within %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::TopicModel</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::TopicWording</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the way</source>
        <translation>
            <numerusform>%n on the way</numerusform>
            <numerusform>%n on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your move: the other side refuses %n change(s). Open the client, then try again or give them up.</source>
        <translation>
            <numerusform>Your move: the other side refuses %n change. Open the client, then try again or give it up.</numerusform>
            <numerusform>Your move: the other side refuses %n changes. Open the client, then try again or give them up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your move: both sides changed %n field(s) differently. Decide what holds.</source>
        <translation>
            <numerusform>Your move: both sides changed %n field differently. Decide what holds.</numerusform>
            <numerusform>Your move: both sides changed %n fields differently. Decide what holds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::Wording</name>
    <message numerus="yes">
        <source>Topic list: sending %n change(s) …</source>
        <translation>
            <numerusform>Topic list: sending %n change …</numerusform>
            <numerusform>Topic list: sending %n changes …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Topic list: not reachable, %n change(s) wait here safely</source>
        <translation>
            <numerusform>Topic list: not reachable, %n change waits here safely</numerusform>
            <numerusform>Topic list: not reachable, %n changes wait here safely</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Topic list: %n change(s) refused, somebody must look at it</source>
        <translation>
            <numerusform>Topic list: %n change refused, somebody must look at it</numerusform>
            <numerusform>Topic list: %n changes refused, somebody must look at it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>call no. %1 within %n day(s)</source>
        <translation>
            <numerusform>call no. %1 within %n day</numerusform>
            <numerusform>call no. %1 within %n days</numerusform>
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
    <name>vorzimmer::widgets::ConflictPage</name>
    <message numerus="yes">
        <source>Both sides changed %n field(s) differently since they last agreed. Whatever you choose, the other words stay in the history.</source>
        <translation>
            <numerusform>Both sides changed %n field differently since they last agreed. Whatever you choose, the other words stay in the history.</numerusform>
            <numerusform>Both sides changed %n fields differently since they last agreed. Whatever you choose, the other words stay in the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::FormsPage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them must be answered</source>
        <translation>
            <numerusform>, %n of them must be answered</numerusform>
            <numerusform>, %n of them must be answered</numerusform>
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
    <name>vorzimmer::widgets::ReleasesPage</name>
    <message numerus="yes">
        <source>Released: %n time(s).</source>
        <translation>
            <numerusform>Released: %n time.</numerusform>
            <numerusform>Released: %n times.</numerusform>
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
    <name>vorzimmer::widgets::ScreeningPage</name>
    <message numerus="yes">
        <source>%n call(s) decided anew, </source>
        <translation>
            <numerusform>%n call decided anew, </numerusform>
            <numerusform>%n calls decided anew, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them otherwise:</source>
        <translation>
            <numerusform>%n of them otherwise:</numerusform>
            <numerusform>%n of them otherwise:</numerusform>
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
<context>
    <name>vorzimmer::widgets::TopicPane</name>
    <message numerus="yes">
        <source>%n change(s) not yet synced</source>
        <translation>
            <numerusform>%n change not yet synced</numerusform>
            <numerusform>%n changes not yet synced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both sides changed %n field(s) differently. Nothing is lost; decide what holds.</source>
        <translation>
            <numerusform>Both sides changed %n field differently. Nothing is lost; decide what holds.</numerusform>
            <numerusform>Both sides changed %n fields differently. Nothing is lost; decide what holds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided conflict(s) can still be taken back.</source>
        <translation>
            <numerusform>%n decided conflict can still be taken back.</numerusform>
            <numerusform>%n decided conflicts can still be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::widgets::TopicsPage</name>
    <message numerus="yes">
        <source>the newest %n topic(s)</source>
        <translation>
            <numerusform>the newest topic</numerusform>
            <numerusform>the newest %n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vorzimmer::models::NewsWording</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
