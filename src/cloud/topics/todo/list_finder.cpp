#include "topics/todo/list_finder.h"

#include "caldav/survey.h"

namespace vorzimmer::cloud::topics::todo {

using caldav::Findings;
using caldav::Resource;
using caldav::shown;
using ports::BoardAbility;

namespace {

constexpr int mostNamed = 20;

bool takesTasks(const Resource& resource)
{
    return caldav::takes(resource, "VTODO");
}

ProbeReply listAt(const Findings& found, std::chrono::milliseconds pollEvery)
{
    ProbeReply result;
    result.answer = Answer::Done;
    result.report.product = found.product;
    result.report.listName = shown(found.here.displayName);
    result.report.pollEvery = pollEvery;
    result.report.abilities = BoardAbility::UpdateGuard | BoardAbility::Priority;
    result.report.abilities.setFlag(BoardAbility::Writing, caldav::mayWrite(found.here));
    return result;
}

ProbeReply noListAt(const caldav::Collection& collection, const Findings& found)
{
    QStringList lists;
    for (const Resource& one : found.calendars) {
        if (takesTasks(one) && lists.size() < mostNamed) {
            const QString path = caldav::Survey::at(collection, one.href).path();
            lists << QStringLiteral("%1 (%2)").arg(shown(one.displayName), shown(path));
        }
    }
    ProbeReply result;
    result.answer = Answer::NotTaken;
    result.needsPerson = true;
    result.problem = found.here.calendar ? QStringLiteral("this calendar takes no tasks")
                                         : QStringLiteral("this is a CalDAV address, but not a task list's");
    result.problem += lists.isEmpty() ? QStringLiteral("; no task lists of the account's were found")
                                      : QStringLiteral("; the account's task lists: ") + lists.join(QLatin1String(", "));
    return result;
}

} // namespace

void findList(caldav::Collection& collection, std::chrono::milliseconds pollEvery, Provider::ProbeHandler done)
{
    const auto judge = [&collection, pollEvery, done = std::move(done)](const Findings& found) {
        if (found.answer != Answer::Done) {
            ProbeReply failed;
            static_cast<Reply&>(failed) = found;
            done(failed);
        } else {
            done(takesTasks(found.here) ? listAt(found, pollEvery) : noListAt(collection, found));
        }
    };
    std::make_shared<caldav::Survey>(collection, &takesTasks, judge)->start();
}

} // namespace vorzimmer::cloud::topics::todo
