#include "case_questions.h"

#include "caller_menu.h"
#include "desk_view.h"
#include "presence_menu.h"

#include "vorzimmer/models/wording.h"

#include <QInputDialog>

#include <algorithm>

namespace vorzimmer::widgets {

using desk::CaseFile;
using domain::Result;
using models::Wording;

CaseQuestions::CaseQuestions(const ports::Clock& clock, QWidget* page) : QObject(page), m_clock(clock), m_page(page) {}

void CaseQuestions::askWhy(CaseFile& file, QWidget* centre)
{
    auto* asking = new QInputDialog(centre);
    asking->setAttribute(Qt::WA_DeleteOnClose);
    asking->setWindowTitle(tr("Something else was advised"));
    asking->setLabelText(tr("A word why, for the client (Esc leaves it out):"));
    connect(asking, &QInputDialog::textValueSelected, &file, &CaseFile::giveReason);
    asking->open();
}

void CaseQuestions::openCallerMenu(DeskView& view, CaseFile& file)
{
    const domain::Caller* known = file.caller();
    auto* menu = new CallerMenu(known ? std::optional(*known) : std::nullopt, file.canBeKnown() && !known, &view);
    connect(menu, &CallerMenu::relationChosen, &file, &CaseFile::setRelation);
    connect(menu, &CallerMenu::instructionEntered, &file, &CaseFile::setInstruction);
    connect(menu, &CallerMenu::ownerChosen, &file, &CaseFile::attachNumberTo);
    connect(menu, &CallerMenu::callersWanted, &file, [this, menu, &file] {
        file.listCallers(menu, [this, menu](const Result<std::vector<domain::Caller>>& callers) {
            if (callers)
                menu->askWhose(*callers, m_page->window());
            else
                Q_EMIT refused(Wording::faultSentence(callers.error()));
        });
    });
    menu->popup(view.callerMenuPlace());
}

void CaseQuestions::openPresenceMenu(DeskView& view, CaseFile& file)
{
    const auto& people = file.sheet()->people;
    const auto person = std::find_if(people.begin(), people.end(), [id = view.chosenPerson()](const domain::Person& one) { return one.id == id; });
    if (person == people.end()) {
        Q_EMIT refused(tr("No people are on file for this house."));
        return;
    }
    const auto take = [&file](const domain::PersonId& id, const domain::Presence& presence) { file.setPresence(id, presence); };
    auto* menu = new PresenceMenu(*person, m_clock.nowUtc(), file.tenant()->zone, &file, take, &view);
    menu->popup(view.presenceMenuPlace());
}

} // namespace vorzimmer::widgets
