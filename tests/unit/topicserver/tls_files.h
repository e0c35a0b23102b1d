#pragma once

#include <QString>

namespace vorzimmer::topicserver::test {

struct TlsFiles {
    QString certificate;
    QString key;
};

/// A fresh self-signed certificate for 127.0.0.1, valid for a day.
[[nodiscard]] TlsFiles makeTlsFiles(const QString& certificate, const QString& key);

} // namespace vorzimmer::topicserver::test
