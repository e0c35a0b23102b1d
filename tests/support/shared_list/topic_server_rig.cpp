#include "topic_server_rig.h"

#include <algorithm>

namespace vorzimmer::testing {

using domain::TopicId;
using domain::TopicState;
using nlohmann::json;

namespace {

const char* const stateWords[] = {"open", "in_progress", "waiting", "done"};

QString text(const json& object, const char* name)
{
    return QString::fromStdString(object.at(name).get<std::string>());
}

std::vector<QString> said(const json& before)
{
    if (before.is_null())
        return {};
    std::vector<QString> texts = {text(before, "title"), text(before, "text")};
    for (const json& comment : before.at("comments"))
        texts.push_back(text(comment, "text"));
    return texts;
}

} // namespace

TopicServerRig::TopicServerRig(std::shared_ptr<TopicServerProcess> server) : m_server(std::move(server)) {}

ports::BoardAccess TopicServerRig::access(const QUrl& proxy) const
{
    ports::BoardAccess access;
    access.url = proxy;
    access.secret = m_account.token;
    return access;
}

std::vector<ListedTopic> TopicServerRig::list()
{
    std::vector<ListedTopic> all;
    for (const json& one : m_editor.topics()) {
        ListedTopic listed;
        listed.id = TopicId::parse(text(one, "id"));
        listed.title = text(one, "title");
        listed.text = text(one, "text");
        const auto* state = std::find(std::begin(stateWords), std::end(stateWords), one.at("state").get<std::string>());
        listed.state = static_cast<TopicState>(state - std::begin(stateWords));
        for (const json& comment : one.at("comments"))
            listed.comments.insert(text(comment, "text"));
        all.push_back(std::move(listed));
    }
    return all;
}

TopicId TopicServerRig::create(const QString& title)
{
    return m_editor.create(title.toStdString());
}

std::vector<QString> TopicServerRig::setTitle(const TopicId& id, const QString& title)
{
    return said(m_editor.edit(id, {{"title", title.toStdString()}}));
}

std::vector<QString> TopicServerRig::setText(const TopicId& id, const QString& written)
{
    return said(m_editor.edit(id, {{"text", written.toStdString()}}));
}

std::vector<QString> TopicServerRig::setState(const TopicId& id, TopicState state)
{
    return said(m_editor.edit(id, {{"state", stateWords[static_cast<int>(state)]}}));
}

bool TopicServerRig::comment(const TopicId& id, const QString& written)
{
    return m_editor.comment(id, written.toStdString());
}

std::vector<QString> TopicServerRig::remove(const TopicId& id)
{
    return said(m_editor.remove(id));
}

bool TopicServerRig::restore(const TopicId& id, const QString& title)
{
    return m_editor.restore(id, title.toStdString());
}

} // namespace vorzimmer::testing
