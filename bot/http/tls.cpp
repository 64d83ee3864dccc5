#include "bot/http/tls.hpp"

#include <boost/asio/ip/address.hpp>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace bot::http {

namespace asio = boost::asio;

namespace {

std::string read_file(const std::filesystem::path& file, const char* setting) {
  std::ifstream stream(file, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (!stream.is_open() || stream.bad() || text.empty()) {
    throw std::runtime_error(std::string(setting) + ": cannot read '" + file.string() +
                             "'; name a PEM file that the service may read.");
  }
  return text;
}

/// TLS 1.2 or later. With only forward-secret authenticated ciphers in 1.2, the client's preference is as
/// good as ours.
std::shared_ptr<asio::ssl::context> make_context(asio::ssl::context::method method) {
  auto context = std::make_shared<asio::ssl::context>(method);
  SSL_CTX* native = context->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_options(native, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_read_ahead(native, 1);  // a record with one read of the socket, not head and rest with two
  SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20");
  return context;
}

}  // namespace

CertificateFiles read_certificate(const std::filesystem::path& certificate,
                                  const std::filesystem::path& key) {
  if (key.empty()) {
    throw std::runtime_error(
        "server.key is empty, but server.certificate is not; name the certificate's private key.");
  }
  CertificateFiles files;
  files.certificate = read_file(certificate, "server.certificate");
  files.key = read_file(key, "server.key");
  return files;
}

std::shared_ptr<asio::ssl::context> make_server_context(const CertificateFiles& files) {
  auto context = make_context(asio::ssl::context::tls_server);
  // Clients that resume keep what it takes in a ticket of their own; for the others OpenSSL would keep
  // 20,000.
  SSL_CTX_set_session_cache_mode(context->native_handle(), SSL_SESS_CACHE_OFF);
  // Without this OpenSSL would ask for the key's password on the terminal.
  context->set_password_callback(
      [](std::size_t, asio::ssl::context::password_purpose) { return std::string(); });
  boost::system::error_code error;
  context->use_certificate_chain(asio::buffer(files.certificate), error);
  if (error) {
    throw std::runtime_error("server.certificate holds no readable PEM certificate (" + error.message() +
                             "); it must start with '-----BEGIN CERTIFICATE-----'.");
  }
  context->use_private_key(asio::buffer(files.key), asio::ssl::context::pem, error);
  if (error || SSL_CTX_check_private_key(context->native_handle()) != 1) {
    throw std::runtime_error(
        "server.key is not the key of server.certificate, or is no PEM key without a password (" +
        error.message() + "); name the key that the certificate was made with.");
  }
  return context;
}

std::shared_ptr<asio::ssl::context> make_client_context(const std::string& ca_file) {
  auto context = make_context(asio::ssl::context::tls_client);
  boost::system::error_code error;
  if (ca_file.empty()) {
    context->set_default_verify_paths(error);
  } else {
    context->load_verify_file(ca_file, error);
  }
  if (error) {
    throw std::runtime_error("cannot read the trusted certificates in '" + ca_file + "' (" + error.message() +
                             "); name a file with PEM certificates.");
  }
  context->set_verify_mode(asio::ssl::verify_peer);
  return context;
}

bool expect_host(SSL* session, const std::string& host) {
  X509_VERIFY_PARAM* param = SSL_get0_param(session);
  boost::system::error_code not_an_address;
  asio::ip::make_address(host, not_an_address);
  if (!not_an_address) {
    return X509_VERIFY_PARAM_set1_ip_asc(param, host.c_str()) ==
           1;  // RFC 6066: no name indication for addresses
  }
  X509_VERIFY_PARAM_set_hostflags(param, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  return X509_VERIFY_PARAM_set1_host(param, host.data(), host.size()) == 1 &&
         SSL_set_tlsext_host_name(session, host.c_str()) == 1;
}

std::string handshake_error(SSL* session, const boost::system::error_code& error) {
  const long verdict = SSL_get_verify_result(session);
  return verdict == X509_V_OK ? error.message()
                              : std::string("certificate: ") + X509_verify_cert_error_string(verdict);
}

}  // namespace bot::http
