#pragma once
// TLS contexts: the server's from PEM text, the client's with the roots that it trusts.
// For the sources of this folder only: it brings in Asio's TLS.
#include <boost/asio/ssl/context.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace bot::http {

/// A certificate chain and its key as PEM text.
struct CertificateFiles {
  std::string certificate;
  std::string key;
  bool operator==(const CertificateFiles&) const = default;
};

/// Reads both. Throws std::runtime_error with one sentence that names the setting and the file.
CertificateFiles read_certificate(const std::filesystem::path& certificate, const std::filesystem::path& key);

/// TLS 1.2 and 1.3 with forward secrecy, no compression, no renegotiation. Throws std::runtime_error with one
/// sentence: not PEM, or the key doesn't belong to the certificate.
std::shared_ptr<boost::asio::ssl::context> make_server_context(const CertificateFiles&);

/// Verifies chains against `ca_file`, or the system's roots if that is empty. Throws std::runtime_error with
/// one sentence.
std::shared_ptr<boost::asio::ssl::context> make_client_context(const std::string& ca_file);

/// Tells the session whom it talks to: name indication, and the name or address that the certificate must
/// carry. False if the name cannot be one.
bool expect_host(SSL* session, const std::string& host);

/// Why a handshake failed, in a few words: the certificate's fault if it was that.
std::string handshake_error(SSL* session, const boost::system::error_code&);

}  // namespace bot::http
