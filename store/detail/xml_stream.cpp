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

}  // namespace

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

  static void XMLCALL on_start(void* parser, const char* name, const char**);
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

void XMLCALL XmlStream::Parser::on_start(void* parser, const char* name, const char**) {
  auto& self = *static_cast<Parser*>(parser);
  self.guarded([&] {
    if (++self.depth > depth_max)
      self.stream.fail("more than " + std::to_string(depth_max) + " elements are within each other");
    std::string_view local = name;
    local.remove_prefix(local.rfind(':') + 1);  // without a prefix this is npos + 1, which is 0
    self.visitor->start(local, self.depth);
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
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file_, error);
  std::ifstream input(file_, std::ios::binary);
  if (error || !input)
    throw StoreError("The file " + file_ + " cannot be read: check its name and that you may read it.");
  if (size > file_max)
    throw StoreError("The file " + file_ + " is larger than " + std::to_string(file_max >> 20) + " MB. " +
                     remedy_);
  parser_->visitor = &visitor;
  const XML_Parser expat = parser_->expat;
  std::uintmax_t fed = 0;
  for (bool last = false; !last;) {
    void* const buffer = XML_GetBuffer(expat, chunk);
    if (buffer == nullptr) throw std::bad_alloc();
    input.read(static_cast<char*>(buffer), chunk);
    if (input.bad()) throw StoreError("The file " + file_ + " cannot be read to its end: check the disk.");
    last = input.eof();
    fed += static_cast<std::uintmax_t>(input.gcount());
    const XML_Status status = XML_ParseBuffer(expat, static_cast<int>(input.gcount()), last ? 1 : 0);
    if (parser_->failure) std::rethrow_exception(parser_->failure);
    if (status != XML_STATUS_OK) fail_as_expat_says();
    const XML_Index understood = std::max<XML_Index>(XML_GetCurrentByteIndex(expat), 0);
    if (fed > token_max + static_cast<std::uintmax_t>(understood))
      fail("a tag or comment is longer than 1 MB");
    if (progress)
      progress(size == 0 ? 1 : std::min(1.0, static_cast<double>(fed) / static_cast<double>(size)));
  }
}

}  // namespace store::detail
