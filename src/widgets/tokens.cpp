#include "tokens.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace vorzimmer::widgets {

QColor Tokens::tone(models::Tone tone) const
{
    switch (tone) {
    case models::Tone::Plain:
    case models::Tone::Strong: return text;
    case models::Tone::Muted: return textMuted;
    case models::Tone::Accent: return accent;
    case models::Tone::Ok: return ok;
    case models::Tone::Warn: return warn;
    case models::Tone::Danger: return danger;
    }
    return text;
}

const std::vector<NamedToken>& namedTokens()
{
    static const std::vector<NamedToken> all{
        {"ground", &Tokens::ground},         {"surface", &Tokens::surface},       {"surfaceRaised", &Tokens::surfaceRaised},
        {"line", &Tokens::line},             {"fieldLine", &Tokens::fieldLine},   {"text", &Tokens::text},
        {"textMuted", &Tokens::textMuted},   {"accent", &Tokens::accent},         {"accentText", &Tokens::accentText},
        {"accentSoft", &Tokens::accentSoft}, {"warn", &Tokens::warn},             {"warnSoft", &Tokens::warnSoft},
        {"danger", &Tokens::danger},         {"dangerSoft", &Tokens::dangerSoft}, {"ok", &Tokens::ok},
        {"info", &Tokens::info},             {"infoSoft", &Tokens::infoSoft},     {"focus", &Tokens::focus},
    };
    return all;
}

std::optional<Tokens> loadTokens(const QString& name)
{
    QFile file(QStringLiteral(":/theme/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject values = QJsonDocument::fromJson(file.readAll()).object();
    Tokens tokens;
    tokens.dark = values.value(QStringLiteral("dark")).toBool();
    for (const NamedToken& token : namedTokens()) {
        const QColor color(values.value(QLatin1String(token.name)).toString());
        if (!color.isValid())
            return {};
        tokens.*token.color = color;
    }
    return tokens;
}

std::vector<TokenPair> tokenPairs(const Tokens& t)
{
    constexpr double readable = 4.5;
    constexpr double visible = 3.0;
    std::vector<TokenPair> pairs;
    for (const NamedToken& word : namedTokens()) {
        const QLatin1String name(word.name);
        const bool isWord = name == QLatin1String("text") || name == QLatin1String("textMuted") || name == QLatin1String("accent")
                            || name == QLatin1String("warn") || name == QLatin1String("danger") || name == QLatin1String("ok");
        if (!isWord)
            continue;
        // Rows of any tone lie on any of these: plain, hovered, waiting, active.
        for (const auto& [ground, color] : {std::pair{"ground", t.ground}, std::pair{"surface", t.surface},
                                            std::pair{"surfaceRaised", t.surfaceRaised}, std::pair{"accentSoft", t.accentSoft},
                                            std::pair{"warnSoft", t.warnSoft}})
            pairs.push_back({QStringLiteral("%1 on %2").arg(name, QLatin1String(ground)), t.*word.color, color, readable});
    }
    pairs.push_back({QStringLiteral("text on dangerSoft"), t.text, t.dangerSoft, readable});
    pairs.push_back({QStringLiteral("danger on dangerSoft"), t.danger, t.dangerSoft, readable});
    pairs.push_back({QStringLiteral("accentText on accent"), t.accentText, t.accent, readable});
    pairs.push_back({QStringLiteral("info on infoSoft"), t.info, t.infoSoft, readable});
    for (const auto& [ground, color] : {std::pair{"ground", t.ground}, std::pair{"surface", t.surface},
                                        std::pair{"accentSoft", t.accentSoft}, std::pair{"warnSoft", t.warnSoft}}) {
        pairs.push_back({QStringLiteral("focus on %1").arg(QLatin1String(ground)), t.focus, color, visible});
        pairs.push_back({QStringLiteral("fieldLine on %1").arg(QLatin1String(ground)), t.fieldLine, color, visible});
    }
    return pairs;
}

double contrast(const QColor& one, const QColor& other)
{
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double channel) {
            return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace vorzimmer::widgets
