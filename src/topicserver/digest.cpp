#include "digest.h"

#include <sodium.h>

#include <array>
#include <span>

namespace vorzimmer::topicserver {

namespace {

std::string hexOf(std::span<const unsigned char> raw)
{
    std::string text(2 * raw.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw.data(), raw.size());
    text.pop_back(); // the terminator
    return text;
}

} // namespace

std::string randomHex(std::size_t bytes)
{
    std::vector<unsigned char> raw(bytes);
    randombytes_buf(raw.data(), raw.size());
    return hexOf(raw);
}

std::string digest(std::string_view text)
{
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr,
                       0);
    return hexOf(hash);
}

std::string digest(const TopicFields& fields)
{
    std::string all;
    // With their lengths, so that moving a letter from one field to the next is another content.
    for (const std::string* text : {&fields.title, &fields.text, &fields.state, &fields.person, &fields.priority,
                                    &fields.origin, &fields.createdAt, &fields.createdBy})
        all.append(std::to_string(text->size())).append(":").append(*text);
    all.append(fields.due.value_or(std::string()));
    return digest(std::string_view(all));
}

} // namespace vorzimmer::topicserver
