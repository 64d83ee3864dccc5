#pragma once
// XML as a stream of elements and texts. For store/*.cpp only.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace store::detail {

/// The attributes of an element. Valid only while the visitor is told of it.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* list) : list_(list) {}
  /// The value of the attribute, whatever its namespace prefix; empty if it is not there.
  std::string_view operator[](std::string_view name) const;

 private:
  const char* const* list_;  // names and values in turn, ended by a null
};

/// Where a reader is told what stands in the file, in its order. Exceptions end the reading and come out of
/// XmlStream::read().
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  /// `name` has no namespace prefix; `depth` is 1 for the first element.
  virtual void start(std::string_view name, const XmlAttributes&, std::size_t depth) = 0;
  virtual void end(std::size_t depth) = 0;
  /// UTF-8; a text may come in several pieces.
  virtual void text(std::string_view piece) = 0;
};

/// Gives the next bytes into the buffer of this size; 0 at the end. May throw StoreError.
using XmlBytes = std::function<std::size_t(char*, std::size_t)>;

/// Reads one document. A document type is refused, so there are no entities to expand; so are files, tags and
/// nestings beyond the limits in store/README.md. `remedy` ends the sentences of its errors.
class XmlStream {
 public:
  XmlStream(const std::filesystem::path& file, std::string remedy);
  /// Reads from elsewhere than a file of its own; `name` begins the sentences of its errors. The limit on the
  /// size is the source's.
  XmlStream(std::string name, std::string remedy, XmlBytes bytes);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Throws StoreError with file, line, column and remedy. `progress` hears the share of the bytes read.
  void read(XmlVisitor&, const std::function<void(double)>& progress);

  /// Reads the next 64 KB; false when that was the end. Throws as read() does.
  bool step(XmlVisitor&);

  /// Throws a StoreError that says where in the file the reading is; `sentence` has no full stop.
  [[noreturn]] void fail(const std::string& sentence) const;

 private:
  struct Parser;
  [[noreturn]] void fail_as_expat_says() const;

  std::string file_;
  std::string remedy_;
  std::uintmax_t size_ = 0;  // of the file; 0 if the bytes come from elsewhere
  std::uintmax_t fed_ = 0;
  XmlBytes bytes_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace store::detail
