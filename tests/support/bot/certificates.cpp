#include "tests/support/bot/certificates.hpp"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace support {
namespace {

void check(bool good) {
  if (!good) {
    throw std::runtime_error("OpenSSL cannot make the test's certificate");
  }
}

std::shared_ptr<EVP_PKEY> make_key() {
  return {EVP_EC_gen("P-256"), EVP_PKEY_free};
}

template <class Write>
std::string to_pem(Write write) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
  check(write(memory.get()) == 1);
  char* data = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

std::string certificate_pem(X509* certificate) {
  return to_pem([&](BIO* out) { return PEM_write_bio_X509(out, certificate); });
}

void extend(X509* certificate, X509* issuer, int what, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
      X509V3_EXT_conf_nid(nullptr, &context, what, value.c_str()), X509_EXTENSION_free);
  check(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

std::shared_ptr<X509> make_certificate(EVP_PKEY* key, const char* name, int days) {
  std::shared_ptr<X509> certificate(X509_new(), X509_free);
  constexpr long day = 24 * 60 * 60;
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), (days - 2) * day);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), days * day);
  X509_set_pubkey(certificate.get(), key);
  check(X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>(name), -1, -1, 0) == 1);
  return certificate;
}

}  // namespace

CertificateAuthority::CertificateAuthority()
    : key_(make_key()), certificate_(make_certificate(key_.get(), "Test root", 1)) {
  X509* root = certificate_.get();
  X509_set_issuer_name(root, X509_get_subject_name(root));
  extend(root, root, NID_basic_constraints, "critical,CA:TRUE");
  extend(root, root, NID_subject_key_identifier, "hash");
  check(X509_sign(root, key_.get(), EVP_sha256()) > 0);
}

CertifiedKey CertificateAuthority::issue(const std::string& names, int days) const {
  const std::shared_ptr<EVP_PKEY> key = make_key();
  const std::shared_ptr<X509> certificate = make_certificate(key.get(), "Test server", days);
  X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate_.get()));
  extend(certificate.get(), certificate_.get(), NID_subject_alt_name, names);
  extend(certificate.get(), certificate_.get(), NID_authority_key_identifier, "keyid");
  check(X509_sign(certificate.get(), key_.get(), EVP_sha256()) > 0);
  CertifiedKey result;
  result.certificate = certificate_pem(certificate.get());
  result.key = to_pem([&](BIO* out) {
    return PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  });
  return result;
}

std::string CertificateAuthority::root() const {
  return certificate_pem(certificate_.get());
}

}  // namespace support
