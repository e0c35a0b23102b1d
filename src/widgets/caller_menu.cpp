#include "caller_menu.h"

#include <QInputDialog>

namespace vorzimmer::widgets {

using domain::Relation;

namespace {

/// A dialog that is opened, not waited for, and goes when it is closed.
QInputDialog* dialog(const QString& title, const QString& question, QWidget* window)
{
    auto* asking = new QInputDialog(window);
    asking->setAttribute(Qt::WA_DeleteOnClose);
    asking->setWindowTitle(title);
    asking->setLabelText(question);
    return asking;
}

QString callerText(const domain::Caller& caller)
{
    if (caller.name.isEmpty() || caller.company.isEmpty())
        return caller.name + caller.company;
    return caller.name + QStringLiteral(" · ") + caller.company;
}

} // namespace

CallerMenu::CallerMenu(const std::optional<domain::Caller>& caller, bool hasNumber, QWidget* parent) : QMenu(parent)
{
    setTitle(tr("Caller"));
    setAccessibleName(tr("Caller"));
    const bool isSomebody = caller || hasNumber;
    addRelation(tr("&VIP"), Relation::Vip, caller);
    addRelation(tr("&Block"), Relation::Blocked, caller);
    addRelation(tr("Cold ca&ller"), Relation::Solicitor, caller);
    addRelation(tr("&Customer"), Relation::Customer, caller);
    addSeparator();
    QAction* instruct = addAction(tr("Special &instruction …"));
    connect(instruct, &QAction::triggered, this,
            [this, present = caller ? caller->specialInstruction : QString()] { askInstruction(present); });
    QAction* attach = addAction(tr("&Attach this number to …"));
    attach->setEnabled(!caller && hasNumber);
    connect(attach, &QAction::triggered, this, &CallerMenu::callersWanted);
    for (QAction* action : actions()) {
        if (action != attach)
            action->setEnabled(isSomebody);
    }
}

void CallerMenu::addRelation(const QString& text, Relation relation, const std::optional<domain::Caller>& caller)
{
    QAction* action = addAction(text);
    action->setCheckable(true);
    action->setChecked(caller && caller->relation == relation);
    connect(action, &QAction::triggered, this, [this, relation] { Q_EMIT relationChosen(relation); });
}

void CallerMenu::askInstruction(const QString& present)
{
    QInputDialog* asking = dialog(tr("Special instruction"), tr("What is to be done whenever this caller rings? Empty takes it away."),
                                  parentWidget()->window());
    asking->setTextValue(present);
    connect(asking, &QInputDialog::textValueSelected, this, &CallerMenu::instructionEntered);
    asking->open();
}

void CallerMenu::askWhose(const std::vector<domain::Caller>& callers, QWidget* window)
{
    QStringList names;
    for (const domain::Caller& caller : callers)
        names << callerText(caller);
    QInputDialog* asking = dialog(tr("Whose number is this?"), tr("Type the first letters of the name, or choose with the arrow keys."), window);
    asking->setOption(QInputDialog::UseListViewForComboBoxItems);
    asking->setComboBoxItems(names);
    connect(asking, &QInputDialog::textValueSelected, this, [this, callers, names](const QString& chosen) {
        const qsizetype index = names.indexOf(chosen);
        if (index >= 0)
            Q_EMIT ownerChosen(callers[static_cast<size_t>(index)].id);
    });
    asking->open();
}

} // namespace vorzimmer::widgets
