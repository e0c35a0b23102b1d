#include "vorzimmer/models/news_wording.h"

#include "vorzimmer/models/markup.h"

namespace vorzimmer::models {

QString NewsWording::sentence(const domain::HouseChange& change)
{
    const QString words = withoutMarks(change.words);
    using enum domain::ChangeKind;
    switch (change.kind) {
    case InstructionNew: return tr("new instruction: %1").arg(words);
    case InstructionGone: return tr("no longer holds: %1").arg(words);
    case GreetingChanged: return tr("the greeting");
    case HoursChanged: return tr("the opening hours");
    case NoticeNew: return tr("new notice: %1").arg(words);
    case ConcernNew: return tr("new concern: %1").arg(words);
    case ConcernGone: return tr("no longer a concern: %1").arg(words);
    case ConcernChanged: return tr("what is said about “%1”").arg(words);
    case FormChanged: return tr("what is asked about “%1”").arg(words);
    case PersonNew: return tr("new: %1", "a person").arg(words);
    case PersonChanged: return tr("numbers, duties or deputy of %1").arg(words);
    case AbsenceNew: return tr("%1 will be absent").arg(words);
    case AbsenceGone: return tr("an absence of %1 is off").arg(words);
    case DutyNew: return tr("%1 is on call").arg(words);
    case DutyGone: return tr("%1 is no longer on call").arg(words);
    case RuleNew: return tr("new rule: %1").arg(words);
    case RuleGone: return tr("rule taken away: %1").arg(words);
    case RuleChanged: return tr("rule changed: %1").arg(words);
    case AnswerNew: return tr("new answer: %1").arg(words);
    case AnswerGone: return tr("answer taken away: %1").arg(words);
    case AnswerChanged: return tr("answer changed: %1").arg(words);
    }
    return {};
}

QStringList NewsWording::sentences(const std::vector<domain::HouseChange>& changes, int most)
{
    QStringList said;
    for (const domain::HouseChange& change : changes) {
        if (const QString words = sentence(change); !said.contains(words))
            said << words;
    }
    if (said.size() <= most)
        return said;
    const auto more = static_cast<int>(said.size()) - most;
    said.resize(most);
    said << tr("and %n more", nullptr, more);
    return said;
}

} // namespace vorzimmer::models
