#include "store/detail/xml_stream.hpp"

#include "store/error.hpp"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <expat.h>
#include <fstream>
#include <new>

namespace store::detail {

namespace {

constexpr std::uintmax_t file_max = 64 << 20;
constexpr std::size_t depth_max = 64;
constexpr int chunk = 64 << 10;
// Expat looks at an unfinished tag or comment from its beginning whenever more of it comes.
constexpr std::uintmax_t token_max = 1 << 20;

std::string_view without_prefix(std::string_view name) {
  name.remove_prefix(name.rfind(':') + 1);  // without a prefix this is npos + 1, which is 0
  return name;
}

XmlBytes bytes_of(const std::string& file) {
  auto input = std::make_shared<std::ifstream>(file, std::ios::binary);
  if (!*input)
    throw StoreError("The file " + file + " cannot be read: check its name and that you may read it.");
  return [input, file](char* buffer, std::size_t size) {
    input->read(buffer, static_cast<std::streamsize>(size));
    if (input->bad()) throw StoreError("The file " + file + " cannot be read to its end: check the disk.");
    return static_cast<std::size_t>(input->gcount());
  };
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char* const* pair = list_; *pair != nullptr; pair += 2)
    if (without_prefix(pair[0]) == name) return pair[1];
  return {};
}

struct XmlStream::Parser {
  Parser(const XmlStream& owner) : stream(owner) {
    if (expat == nullptr) throw std::bad_alloc();
    XML_SetUserData(expat, this);
    XML_SetElementHandler(expat, &on_start, &on_end);
    XML_SetCharacterDataHandler(expat, &on_text);
    XML_SetStartDoctypeDeclHandler(expat, &on_doctype);
  }
  ~Parser() { XML_ParserFree(expat); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  static void XMLCALL on_start(void* parser, const char* name, const char** attributes);
  static void XMLCALL on_end(void* parser, const char*);
  static void XMLCALL on_text(void* parser, const char* text, int length);
  static void XMLCALL on_doctype(void* parser, const char*, const char*, const char*, int);

  /// Expat is C: an exception must not pass through it, so it waits here until expat has returned.
  template <typename Action>
  void guarded(const Action& action) {
    if (failure) return;
    try {
      action();
    } catch (...) {
      failure = std::current_exception();
      XML_StopParser(expat, XML_FALSE);
    }
  }

  const XmlStream& stream;
  XML_Parser expat = XML_ParserCreate(nullptr);
  XmlVisitor* visitor = nullptr;
  std::size_t depth = 0;
  std::exception_ptr failure;
};

void XMLCALL XmlStream::Parser::on_start(void* parser, const char* name, const char** attributes) {
  auto& self = *static_cast<Parser*>(parser);
  self.guarded([&] {
    if (++self.depth > depth_max)
      self.stream.fail("more than " + std::to_string(depth_max) + " elements are within each other");
    self.visitor->start(without_prefix(name), XmlAttributes(attributes), self.depth);
  });
}

void XMLCALL XmlStream::Parser::on_end(void* parser, const char*) {
  auto& self = *static_cast<Parser*>(parser);
  self.guarded([&] { self.visitor->end(self.depth--); });
}

void XMLCALL XmlStream::Parser::on_text(void* parser, const char* text, int length) {
  auto& self = *static_cast<Parser*>(parser);
  self.guarded([&] { self.visitor->text({text, static_cast<std::size_t>(length)}); });
}

void XMLCALL XmlStream::Parser::on_doctype(void* parser, const char*, const char*, const char*, int) {
  auto& self = *static_cast<Parser*>(parser);
  self.guarded(
      [&] { self.stream.fail("the file declares a document type (DTD), which is not allowed here"); });
}

XmlStream::XmlStream(const std::filesystem::path& file, std::string remedy)
    : file_(file.string()), remedy_(std::move(remedy)), parser_(std::make_unique<Parser>(*this)) {}

XmlStream::XmlStream(std::string name, std::string remedy, XmlBytes bytes)
    : file_(std::move(name)),
      remedy_(std::move(remedy)),
      bytes_(std::move(bytes)),
      parser_(std::make_unique<Parser>(*this)) {}

XmlStream::~XmlStream() = default;

void XmlStream::fail(const std::string& sentence) const {
  throw StoreError(file_ + ", line " + std::to_string(XML_GetCurrentLineNumber(parser_->expat)) +
                   ", column " + std::to_string(XML_GetCurrentColumnNumber(parser_->expat) + 1) + ": " +
                   sentence + ". " + remedy_);
}

void XmlStream::fail_as_expat_says() const {
  const XML_Error error = XML_GetErrorCode(parser_->expat);
  switch (error) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      fail("the file ends too early; perhaps it was not downloaded whole");
    default:
      fail("the XML is broken (" + std::string(XML_ErrorString(error)) + ")");
  }
}

void XmlStream::read(XmlVisitor& visitor, const std::function<void(double)>& progress) {
  if (!bytes_) {
    std::error_code error;
    size_ = std::filesystem::file_size(file_, error);
    bytes_ = bytes_of(file_);
    if (!error && size_ > file_max)
      throw StoreError("The file " + file_ + " is larger than " + std::to_string(file_max >> 20) + " MB. " +
                       remedy_);
  }
  for (bool more = true; more;) {
    more = step(visitor);
    if (progress)
      progress(size_ == 0 ? 1 : std::min(1.0, static_cast<double>(fed_) / static_cast<double>(size_)));
  }
}

bool XmlStream::step(XmlVisitor& visitor) {
  parser_->visitor = &visitor;
  const XML_Parser expat = parser_->expat;
  void* const buffer = XML_GetBuffer(expat, chunk);
  if (buffer == nullptr) throw std::bad_alloc();
  const std::size_t got = bytes_(static_cast<char*>(buffer), chunk);
  fed_ += got;
  const XML_Status status = XML_ParseBuffer(expat, static_cast<int>(got), got == 0 ? 1 : 0);
  if (parser_->failure) std::rethrow_exception(parser_->failure);
  if (status != XML_STATUS_OK) fail_as_expat_says();
  const XML_Index understood = std::max<XML_Index>(XML_GetCurrentByteIndex(expat), 0);
  if (got > 0 && fed_ > token_max + static_cast<std::uintmax_t>(understood))
    fail("a tag or comment is longer than 1 MB");
  return got > 0;
}

}  // namespace store::detail
