#include "form_checks.h"

#include <QRegularExpression>

namespace vorzimmer::exchange {

namespace {

bool matches(const QRegularExpression& form, const QString& text)
{
    return form.match(text).hasMatch();
}

} // namespace

bool isEmail(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A[^@\\s\"<>]+@[^@\\s\"<>.]+(\\.[^@\\s\"<>.]+)*\\z"));
    return matches(form, text);
}

bool isColour(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A#[0-9a-fA-F]{6}\\z"));
    return matches(form, text);
}

bool isLanguage(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\\z"));
    return matches(form, text);
}

bool isRegion(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Z]{2}\\z"));
    return matches(form, text);
}

} // namespace vorzimmer::exchange
