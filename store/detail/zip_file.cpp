#include "store/detail/zip_file.hpp"

#include "store/error.hpp"

#include <zip.h>

namespace store::detail {

namespace {

constexpr zip_int64_t parts_max = 10'000;
constexpr std::uint64_t unpacked_max = std::uint64_t{512} << 20;
// Sheets of text shrink to a twentieth or so, at most to a hundredth; a bomb to a thousandth.
constexpr std::uint64_t ratio_max = 300;
constexpr std::uint64_t always_allowed = std::uint64_t{4} << 20;

constexpr char save_again[] = " Open it in Excel, save it again and import that.";

}  // namespace

ZipFile::ZipFile(const std::filesystem::path& file) : file_("The file " + file.string()) {
  int code = 0;
  archive_ = zip_open(file.c_str(), ZIP_RDONLY, &code);
  if (archive_ == nullptr)
    throw StoreError(file_ +
                     " begins like a workbook, but cannot be opened; perhaps it was not copied whole." +
                     save_again);
  if (zip_get_num_entries(archive_, 0) > parts_max) {
    zip_discard(archive_);
    throw StoreError(file_ + " has more than " + std::to_string(parts_max) + " parts: this is no workbook.");
  }
}

ZipFile::~ZipFile() {
  zip_discard(archive_);
}

std::optional<ZipFile::Stat> ZipFile::find(const std::string& name) const {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(archive_, name.c_str(), ZIP_FL_NOCASE, &stat) != 0) return std::nullopt;
  return Stat{stat.index, stat.size, stat.comp_size, stat.encryption_method != ZIP_EM_NONE};
}

bool ZipFile::has(const std::string& name) const {
  return find(name).has_value();
}

std::uint64_t ZipFile::size(const std::string& name) const {
  const auto stat = find(name);
  return stat ? stat->size : 0;
}

XmlBytes ZipFile::open(const std::string& name) {
  const auto stat = find(name);
  if (!stat)
    throw StoreError(file_ + " lacks its part " + name + ": it is no complete workbook." + save_again);
  if (stat->encrypted)
    throw StoreError(file_ + " is protected by a password: save it without one and import that.");
  const std::shared_ptr<zip_file_t> part(zip_fopen_index(archive_, stat->index, 0), [](zip_file_t* opened) {
    if (opened != nullptr) zip_fclose(opened);
  });
  if (!part)
    throw StoreError(file_ + " is packed in a way that is not understood (" + name + ")." + save_again);
  return [this, part, name, allowed = always_allowed + stat->packed * ratio_max, unpacked = std::uint64_t{0}](
             char* buffer, std::size_t size) mutable {
    const zip_int64_t got = zip_fread(part.get(), buffer, size);
    if (got < 0)
      throw StoreError(file_ + " is damaged (" + name + "); perhaps it was not copied whole." + save_again);
    unpacked += static_cast<std::uint64_t>(got);
    if (unpacked > unpacked_max || unpacked > allowed)
      throw StoreError(file_ + " unpacks to far more than a catalogue can be (" + name +
                       "): copy the rows into a new workbook and import that.");
    return static_cast<std::size_t>(got);
  };
}

}  // namespace store::detail
