#include "vorzimmer/models/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

namespace vorzimmer::models {

namespace {

const QString ownTranslations = QStringLiteral(":/i18n");

void install(const QLocale& locale, const QString& name, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
    translator->setObjectName(QStringLiteral("vorzimmer.language"));
    // A language without a file is no fault: its texts stay English.
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator.release());
}

} // namespace

void speak(const QLocale& locale)
{
    const auto installed = QCoreApplication::instance()->findChildren<QTranslator*>(QStringLiteral("vorzimmer.language"));
    qDeleteAll(installed); // a translator removes itself
    QLocale::setDefault(locale);
    // English first: it knows the plurals, and whatever another language lacks falls back on it.
    install(QLocale(QLocale::English), QStringLiteral("vorzimmer"), ownTranslations);
    install(locale, QStringLiteral("vorzimmer"), ownTranslations);
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

QStringList shippedLanguages()
{
    return {QStringLiteral("de"), QStringLiteral("en")};
}

} // namespace vorzimmer::models
