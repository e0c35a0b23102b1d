#include "crypto_line.h"

#include <QList>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <utility>

namespace vorzimmer::telephony {

using ports::SrtpSuite;

namespace {

constexpr qsizetype keyLength = 30; // 16 of the key, 14 of the salt
constexpr qsizetype mostTagDigits = 9;
constexpr auto inlined = "inline:";

const std::array<std::pair<SrtpSuite, QByteArray>, 2>& suites()
{
    static const std::array<std::pair<SrtpSuite, QByteArray>, 2> known{
        {{SrtpSuite::AesCm128HmacSha1_80, "AES_CM_128_HMAC_SHA1_80"},
         {SrtpSuite::AesCm128HmacSha1_32, "AES_CM_128_HMAC_SHA1_32"}}};
    return known;
}

bool isNumber(const QByteArray& text)
{
    return !text.isEmpty() && text.size() <= mostTagDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "2^31" or "1048576": after so many packets the key is used up. We never send as many in one call.
bool isLifetime(const QByteArray& text)
{
    return text.startsWith("2^") ? isNumber(text.mid(2)) : isNumber(text);
}

std::optional<QByteArray> readKey(const QByteArray& parameters)
{
    if (!parameters.startsWith(inlined) || parameters.contains(';'))
        return {};
    const QList<QByteArray> parts = parameters.mid(qsizetype(qstrlen(inlined))).split('|');
    if (parts.size() > 2 || (parts.size() == 2 && !isLifetime(parts[1])))
        return {};
    const auto decoded = QByteArray::fromBase64Encoding(parts[0], QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != keyLength)
        return {};
    return decoded.decoded;
}

} // namespace

std::optional<CryptoLine> CryptoLine::read(const QByteArray& value)
{
    QList<QByteArray> parts = value.simplified().split(' ');
    constexpr qsizetype allWords = 3;
    if (parts.size() != allWords || !isNumber(parts[0]))
        return {};
    const auto suite =
        std::find_if(suites().begin(), suites().end(), [&](const auto& known) { return known.second == parts[1]; });
    const std::optional<QByteArray> material = readKey(parts[2]);
    if (suite == suites().end() || !material)
        return {};
    return CryptoLine{parts[0].toInt(), {suite->first, *material}};
}

CryptoLine CryptoLine::fresh(int tag, SrtpSuite suite)
{
    CryptoLine line{tag, {suite, QByteArray(keyLength, '\0')}};
    for (char& byte : line.key.material)
        byte = char(QRandomGenerator::system()->bounded(256));
    return line;
}

QByteArray CryptoLine::text() const
{
    const auto suite =
        std::find_if(suites().begin(), suites().end(), [this](const auto& known) { return known.first == key.suite; });
    return QByteArray::number(tag) + ' ' + suite->second + ' ' + inlined + key.material.toBase64();
}

} // namespace vorzimmer::telephony
