#pragma once
// The parts of a zip file, unpacked as a stream and within limits. For store/*.cpp only.
#include "store/detail/xml_stream.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

struct zip;

namespace store::detail {

class ZipFile {
 public:
  /// Throws StoreError for what is no zip file, or has too many parts.
  explicit ZipFile(const std::filesystem::path& file);
  ~ZipFile();
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;

  /// By name, any case.
  bool has(const std::string& name) const;
  /// The unpacked size that the file claims: for showing progress only.
  std::uint64_t size(const std::string& name) const;
  /// Reads a part that is there. What unpacks to more than the limits in store/README.md, is encrypted or
  /// broken throws StoreError from the function that is returned, or from here. It must not outlive the file.
  XmlBytes open(const std::string& name);

 private:
  struct Stat {
    std::uint64_t index = 0;
    std::uint64_t size = 0;
    std::uint64_t packed = 0;
    bool encrypted = false;
  };
  std::optional<Stat> find(const std::string& name) const;

  std::string file_;
  zip* archive_ = nullptr;
};

}  // namespace store::detail
