#pragma once

#include <QString>
#include <QStringList>

#include <catch2/catch.hpp>

namespace Catch {

template <>
struct StringMaker<QString> {
    static std::string convert(const QString& text) { return '"' + text.toStdString() + '"'; }
};

template <>
struct StringMaker<QStringList> {
    static std::string convert(const QStringList& texts)
    {
        return '{' + texts.join(QStringLiteral(" | ")).toStdString() + '}';
    }
};

} // namespace Catch
