// The parts of an XLSX file, which is a ZIP archive of XML; beside zipped.cpp, for libzip, the one place that knows the
// libraries (libzip, expat).
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace yidan::sheets {

// Takes what an XML text says, element by element; names come without their prefixes.
class Elements {
 public:
  using Attributes = std::map<std::string, std::string, std::less<>>;

  Elements() = default;
  virtual ~Elements() = default;
  Elements(const Elements&) = delete;
  Elements& operator=(const Elements&) = delete;
  virtual void begin(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
};

class Archive {
 public:
  // Errors: `syntax`.
  [[nodiscard]] static Result<std::unique_ptr<Archive>> open(const std::filesystem::path& file);
  virtual ~Archive() = default;
  Archive() = default;
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  [[nodiscard]] virtual bool has(const std::string& part) const = 0;
  // A part, read block by block.
  class Part {
   public:
    Part() = default;
    virtual ~Part() = default;
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    // Gives the next block to the elements; false at the end. Errors: `syntax`: damaged, not XML, or larger than it
    // may be when unpacked.
    [[nodiscard]] virtual Result<bool> read_on() = 0;
  };
  // REQUIRES: the elements live as long as the part. Errors: `syntax`: there is none.
  [[nodiscard]] virtual Result<std::unique_ptr<Part>> part(const std::string& name, Elements& elements) = 0;
};

// The whole of a part. Errors: as above.
[[nodiscard]] Result<void> read_part(Archive& archive, const std::string& name, Elements& elements);

}  // namespace yidan::sheets
