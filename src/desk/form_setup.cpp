#include "vorzimmer/desk/form_setup.h"

#include <algorithm>

namespace vorzimmer::desk {

using domain::Concern;
using domain::Fault;
using domain::Outcome;
using domain::Question;
using domain::Result;

FormSetup::FormSetup(CabinetHandle cabinet, std::shared_ptr<WordsBegun> begun, QObject* parent)
    : QObject(parent), m_cabinet(std::move(cabinet)), m_begun(std::move(begun))
{
}

void FormSetup::load()
{
    m_cabinet.read(this, [](ports::Cabinet& cabinet) { return cabinet.profile(); },
                   [this](const Result<domain::TenantProfile>& profile) {
                       if (!profile) {
                           Q_EMIT failed(profile.error());
                           return;
                       }
                       m_saved = m_concerns = profile->concerns;
                       if (m_begun->forms && m_begun->forms->before == m_saved)
                           m_concerns = m_begun->forms->changed;
                       m_loaded = true;
                       Q_EMIT loaded();
                   });
}

void FormSetup::noteChange()
{
    if (isChanged())
        m_begun->forms = WordsBegun::Forms{m_saved, m_concerns};
    else
        m_begun->forms.reset();
    Q_EMIT changed();
}

size_t FormSetup::add(size_t concern)
{
    m_concerns[concern].questions.emplace_back();
    noteChange();
    return m_concerns[concern].questions.size() - 1;
}

void FormSetup::change(size_t concern, size_t place, const Question& question)
{
    m_concerns[concern].questions[place] = question;
    noteChange();
}

void FormSetup::remove(size_t concern, size_t place)
{
    auto& questions = m_concerns[concern].questions;
    questions.erase(questions.begin() + static_cast<qsizetype>(place));
    noteChange();
}

bool FormSetup::move(size_t concern, size_t place, int by)
{
    auto& questions = m_concerns[concern].questions;
    const auto target = static_cast<qsizetype>(place) + by;
    if (target < 0 || target >= static_cast<qsizetype>(questions.size()))
        return false;
    std::swap(questions[place], questions[static_cast<size_t>(target)]);
    noteChange();
    return true;
}

std::optional<size_t> FormSetup::flawed() const
{
    for (size_t concern = 0; concern < m_concerns.size(); ++concern) {
        if (domain::flawOf(m_concerns[concern].questions) != domain::FormFlaw::None)
            return concern;
    }
    return {};
}

void FormSetup::save()
{
    if (const auto concern = flawed()) {
        Q_EMIT failed({Fault::Invalid, QStringLiteral("a form is flawed"), m_concerns[*concern].name});
        return;
    }
    m_cabinet.write(
        this,
        [concerns = m_concerns](ports::Cabinet& cabinet) -> Outcome {
            return cabinet.atomically([&]() -> Outcome {
                auto profile = cabinet.profile();
                if (!profile)
                    return domain::failure(profile.error());
                for (const Concern& concern : concerns) {
                    const auto there = std::find_if(profile->concerns.begin(), profile->concerns.end(),
                                                    [&](const Concern& one) { return one.name == concern.name; });
                    if (there == profile->concerns.end())
                        return domain::failure(Fault::Conflict, QStringLiteral("a concern has gone"), concern.name);
                    there->questions = concern.questions;
                }
                return cabinet.saveProfile(*profile);
            });
        },
        [this, concerns = m_concerns](const Outcome& outcome) {
            if (!outcome) {
                Q_EMIT failed(outcome.error());
                return;
            }
            m_saved = concerns;
            noteChange();
            Q_EMIT saved();
        });
}

} // namespace vorzimmer::desk
