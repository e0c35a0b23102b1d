#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/domain/topic.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;

namespace {

Note filled()
{
    Note note;
    note.id = NoteId(QUuid::createUuid());
    note.callerName = QStringLiteral("T. Albers");
    note.company = QStringLiteral("Albers GmbH");
    note.callbackNumber = QStringLiteral("0152 28817386");
    note.concern = QStringLiteral("Befund");
    note.forName = QStringLiteral("Dr. Feld");
    note.text = QStringLiteral("Fragt nach dem Blutbild.");
    note.authorName = QStringLiteral("Anna Brandt");
    return note;
}

} // namespace

TEST_CASE("a note must say something, in text or concern")
{
    Note note;
    CHECK(flawOf(note, true) == NoteFlaw::NothingSaid);
    note.text = QStringLiteral("  \n ");
    CHECK(flawOf(note, true) == NoteFlaw::NothingSaid);
    note.concern = QStringLiteral("Rezept");
    CHECK(flawOf(note, true) == NoteFlaw::None);
}

TEST_CASE("a promised call back needs a number that can be read")
{
    Note note = filled();
    note.flags = NoteFlag::PleaseCallBack;
    CHECK(flawOf(note, true) == NoteFlaw::None);
    CHECK(flawOf(note, false) == NoteFlaw::NumberUnreadable);
    note.callbackNumber = QStringLiteral(" ");
    CHECK(flawOf(note, false) == NoteFlaw::CallbackWithoutNumber);
    note.flags = {};
    CHECK(flawOf(note, false) == NoteFlaw::None);
}

TEST_CASE("a note of the greatest length passes, one character more does not")
{
    Note note = filled();
    note.text = QString(maxNoteText, QLatin1Char('x'));
    CHECK(flawOf(note, true) == NoteFlaw::None);
    note.text += QLatin1Char('x');
    CHECK(flawOf(note, true) == NoteFlaw::TextTooLong);
}

TEST_CASE("a note's topic has the note's identity, a short title and the whole text")
{
    Note note = filled();
    Topic topic = topicFromNote(note);
    CHECK(topic.id.uuid() == note.id.uuid());
    CHECK(topic.title == QStringLiteral("T. Albers – Befund"));
    CHECK(topic.text == QStringLiteral("T. Albers · Albers GmbH · 0152 28817386\n\nFragt nach dem Blutbild."));
    CHECK(topic.person == note.forName);
    CHECK(topic.priority == TopicPriority::Normal);
    CHECK(topic.createdBy == note.authorName);

    note.flags = NoteFlag::Urgent;
    note.concern.clear();
    note.text = QString(5000, QLatin1Char('w'));
    topic = topicFromNote(note);
    CHECK(topic.priority == TopicPriority::High);
    CHECK(topic.title.size() == maxTopicTitle);
    CHECK(topic.text.endsWith(note.text));
}

TEST_CASE("the secretary's name stands in the greeting")
{
    const Greeting greeting{QStringLiteral("de"), QStringLiteral("Guten Tag, mein Name ist {secretary}.")};
    CHECK(spokenGreeting(greeting, QStringLiteral("Anna Brandt")) == QStringLiteral("Guten Tag, mein Name ist Anna Brandt."));
}
