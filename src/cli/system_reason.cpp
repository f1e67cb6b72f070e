#include "cli/system_reason.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace yidan::cli {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 18> kReasons{{
    {ENOENT, "文件或目录不存在"},
    {EACCES, "没有权限"},
    {EPERM, "不允许此操作"},
    {EISDIR, "这是目录，不是文件"},
    {ENOTDIR, "路径中有一段不是目录"},
    {EEXIST, "文件已存在"},
    {ENOSPC, "磁盘已满"},
    {EDQUOT, "超出磁盘配额"},
    {EFBIG, "文件过大"},
    {EROFS, "文件系统只读"},
    {EIO, "读写设备出错"},
    {EPIPE, "接收方已关闭"},
    {EBADF, "输入或输出已关闭"},
    {EMFILE, "打开的文件过多"},
    {ENAMETOOLONG, "文件名过长"},
    {ELOOP, "符号链接循环"},
    {ENODEV, "没有此设备"},
    {EINVAL, "此处不能这样读写"},
}};

}  // namespace

Text system_reason(int error) {
  const auto* const known = std::ranges::find(kReasons, error, &std::pair<int, std::string_view>::first);
  return {known == kReasons.end() ? "系统错误 " + std::to_string(error) : std::string(known->second),
          std::generic_category().message(error)};
}

}  // namespace yidan::cli
