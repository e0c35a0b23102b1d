#include "tls_files.h"

#include <QFile>

#include <memory>
#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace vorzimmer::topicserver::test {

namespace {

using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

File opened(const QString& path)
{
    return {std::fopen(QFile::encodeName(path).constData(), "w"), &std::fclose};
}

} // namespace

TlsFiles makeTlsFiles(const QString& certificate, const QString& key)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> paper(X509_new(), &X509_free);
    ASN1_INTEGER_set(X509_get_serialNumber(paper.get()), 1);
    X509_set_version(paper.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(paper.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(paper.get()), 24 * 3600);
    X509_set_pubkey(paper.get(), pair.get());
    X509_NAME* name = X509_get_subject_name(paper.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"), -1, -1, 0);
    X509_set_issuer_name(paper.get(), name);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> address(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1"), &X509_EXTENSION_free);
    X509_add_ext(paper.get(), address.get(), -1);
    if (!X509_sign(paper.get(), pair.get(), EVP_sha256()) || !PEM_write_X509(opened(certificate).get(), paper.get()) ||
        !PEM_write_PrivateKey(opened(key).get(), pair.get(), nullptr, nullptr, 0, nullptr, nullptr))
        throw std::runtime_error("no certificate could be made");
    return {certificate, key};
}

} // namespace vorzimmer::topicserver::test
