// What happened in the books, in the order in which it was committed.
#pragma once

#include "contract/answer.h"

namespace yidan::contract {

constexpr Field position_field() {
  return plain(Kind::id, "position", "次序；以它作 after 接着读", "its place: go on with it as 'after'").required();
}

inline constexpr std::array kHappenedFields{
    position_field(),
    plain(Kind::instant, "recorded", "记录时间", "when it was recorded").required(),
    pool(),
    text("subject", "主体类别：person、register/… 等", "of what kind its subject is: person, register/… and others")
        .required(),
    text("id", "主体编号；人员为化名", "the subject; a person by a pseudonym").required(),
    text("did", "事项", "what was done").required(),
    text("of", "就诊编号，或所涉事项", "the encounter, or the event that is meant").required(),
    text("provider", "机构编号", "the institution"),
    text("key", "请求的键；只告知本机构", "the request's key; told to the institution alone"),
};
inline constexpr Object kHappened{"happened", {"一件事", "what happened"}, kHappenedFields, {}, false};

inline constexpr std::array kFeedFields{
    format<"yidan.feed/1">(),
    object(kHappened, "events", "按提交次序", "in the order of commits").many().required(),
    text("next", "下一页的 after", "'after' of the next page").required(),
};
inline constexpr Object kFeed{"yidan.feed/1", {"动态", "what happened since"}, kFeedFields, {}, false};

}  // namespace yidan::contract
