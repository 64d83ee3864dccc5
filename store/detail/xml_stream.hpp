#pragma once
// XML as a stream of elements and texts. For store/*.cpp only.
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace store::detail {

/// Where a reader is told what stands in the file, in its order. Exceptions end the reading and come out of
/// XmlStream::read().
class XmlVisitor {
 public:
  virtual ~XmlVisitor() = default;
  /// `name` has no namespace prefix; `depth` is 1 for the first element.
  virtual void start(std::string_view name, std::size_t depth) = 0;
  virtual void end(std::size_t depth) = 0;
  /// UTF-8; a text may come in several pieces.
  virtual void text(std::string_view piece) = 0;
};

/// Reads one file. A document type is refused, so there are no entities to expand; so are files, tags and
/// nestings beyond the limits in store/README.md. `remedy` ends the sentences of its errors.
class XmlStream {
 public:
  XmlStream(const std::filesystem::path& file, std::string remedy);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Throws StoreError with file, line, column and remedy. `progress` hears the share of the bytes read.
  void read(XmlVisitor&, const std::function<void(double)>& progress);

  /// Throws a StoreError that says where in the file the reading is; `sentence` has no full stop.
  [[noreturn]] void fail(const std::string& sentence) const;

 private:
  struct Parser;
  [[noreturn]] void fail_as_expat_says() const;

  std::string file_;
  std::string remedy_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace store::detail
