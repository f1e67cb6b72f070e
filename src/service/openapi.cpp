#include "service/openapi.h"

#include <algorithm>
#include <deque>
#include <map>

#include "contract/books.h"
#include "contract/formats.h"
#include "contract/problem.h"
#include "contract/receipt.h"
#include "contract/schema.h"
#include "service/route.h"

namespace yidan::service {
namespace {

using contract::Object;

std::string in_both(Gist gist) { return std::string(gist.zh) + " / " + std::string(gist.en); }

bool is_format(std::string_view name) { return name.starts_with("yidan."); }
bool is_media_type(std::string_view name) { return !is_format(name) && name.contains('/'); }

// Bodies of routes that say in their path, and not in the body, what is asked of whom: the request without these.
class Bodies {
 public:
  const Object& of(const Route& route) {
    if (const auto found = made_.find(route.name); found != made_.end()) return *found->second;
    const auto objects = contract::request_objects();
    const auto whole = std::ranges::find(objects, route.takes, [](const Object* each) { return each->name; });
    ensure(whole != objects.end(), "a route that changes something takes a request of the contract");
    const auto in_path = path_parameters(route.path);
    std::vector<Field>& fields = fields_.emplace_back();
    for (const Field& each : (*whole)->fields) {
      const bool elsewhere = each.name == "format" || each.name == "do" || each.name == "key" ||
                             std::ranges::find(in_path, each.name) != in_path.end();
      if (!elsewhere) fields.push_back(each);
    }
    objects_.push_back({route.name, (*whole)->gist, fields, {}});
    made_.emplace(route.name, &objects_.back());
    return objects_.back();
  }

 private:
  std::deque<std::vector<Field>> fields_;
  std::deque<Object> objects_;
  std::map<std::string_view, const Object*> made_;
};

class DocumentWriter {
 public:
  DocumentWriter(std::string& out, std::string_view version)
      : json_(out, json::Writer::Style::compact), version_(version) {
    for (const Route& each : routes()) collect(each);
    parts_.add(contract::kProblem, "problem");
  }

  void write() {
    json_.begin_object();
    json_.text("openapi", "3.1.0");
    write_information();
    json_.key("paths");
    json_.begin_object();
    for (const std::string_view path : paths()) write_path(path);
    json_.end_object();
    json_.key("components");
    json_.begin_object();
    json_.key("schemas");
    json_.begin_object();
    write_schemas(json_, parts_, contract::SchemaPlace::components);
    json_.end_object();
    write_security();
    json_.end_object();
    json_.end_object();
  }

 private:
  void collect(const Route& route) {
    for (const std::string_view name : {route.takes, route.gives}) {
      if (is_format(name)) parts_.add(*contract::find_format(name));
    }
    if (route.takes_part != nullptr) parts_.add(*route.takes_part, std::string(route.takes_part->name));
    if (route.gives_part != nullptr) parts_.add(*route.gives_part, std::string(route.gives_part->name));
    if (!route.takes.empty() && !is_format(route.takes) && !is_media_type(route.takes)) {
      parts_.add(bodies_.of(route), std::string(route.name) + "-body");
    }
  }

  static constexpr std::string_view kToken = "token";

  void write_security() {
    json_.key("securitySchemes");
    json_.begin_object();
    json_.key(kToken);
    json_.begin_object();
    json_.text("type", "http");
    json_.text("scheme", "bearer");
    json_.text("description",
               "凭证由 /v1/login 取得，或由管理员签发 / a token from /v1/login, or from the administrator");
    json_.end_object();
    json_.end_object();
  }

  // Which credential a route asks for; an empty list: none.
  void write_security_of(const Route& route) {
    json_.key("security");
    json_.begin_array();
    if (!route.is_open) {
      json_.begin_object();
      json_.key(kToken);
      json_.begin_array();
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
  }

  void write_information() {
    json_.key("info");
    json_.begin_object();
    json_.text("title", "一单 Yidan");
    json_.text("version", version_);
    json_.text("summary", "多层医疗保障，一单结算 / every layer of protection on one bill");
    json_.text("description",
               "改变账册的请求须带 Idempotency-Key：同键同内容，答复不变；结果不明时，以同一键重发，或查询 "
               "/v1/requests/{key}。语言由 Accept-Language 选择，默认中文。/ A request that changes the books has an "
               "Idempotency-Key: the same key with the same content gives the same answer; when an outcome is unknown, "
               "send it again with its key, or ask /v1/requests/{key}. Accept-Language chooses the language, Chinese "
               "when not given.");
    json_.end_object();
    json_.key("servers");
    json_.begin_array();
    json_.begin_object();
    json_.text("url", "/");
    json_.end_object();
    json_.end_array();
    json_.key("tags");
    json_.begin_array();
    for (const Word& each : kParts) {
      json_.begin_object();
      json_.text("name", each.code);
      json_.text("description", in_both({each.zh, each.en}));
      json_.end_object();
    }
    json_.end_array();
  }

  // Each once, without the dots of a parameter that takes the rest.
  static std::vector<std::string_view> paths() {
    std::vector<std::string_view> list;
    for (const Route& each : routes()) {
      if (std::ranges::find(list, each.path) == list.end()) list.push_back(each.path);
    }
    return list;
  }

  void write_path(std::string_view path) {
    std::string written(path);
    if (const std::size_t dots = written.find("..."); dots != std::string::npos) written.erase(dots, 3);
    json_.key(written);
    json_.begin_object();
    for (const Route& each : routes()) {
      if (each.path != path) continue;
      std::string method(each.method);
      std::ranges::transform(method, method.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
      json_.key(method);
      write_operation(each);
    }
    json_.end_object();
  }

  void write_operation(const Route& route) {
    json_.begin_object();
    json_.text("operationId", route.name);
    json_.key("tags");
    json_.begin_array();
    json_.string(kParts.at(static_cast<std::size_t>(route.part)).code);
    json_.end_array();
    json_.text("summary", route.gist.en);
    json_.text("description", in_both(route.gist));
    write_security_of(route);
    write_parameters(route);
    write_body(route);
    write_responses(route);
    json_.end_object();
  }

  void write_parameters(const Route& route) {
    json_.key("parameters");
    json_.begin_array();
    for (const std::string_view name : path_parameters(route.path)) write_parameter(path_field(name), "path");
    for (const Field& each : route.query) write_parameter(each, "query");
    if (route.is_read()) {
      write_parameter(contract::text("If-None-Match", "已有内容的 ETag：未变则答 304",
                                     "the ETag of what one has: 304 when it is the same"),
                      "header");
    }
    if (route.changes) {
      Field key = contract::key_field().required();
      key.name = "Idempotency-Key";
      write_parameter(key, "header");
    }
    json_.end_array();
  }

  void write_parameter(const Field& field, std::string_view in) {
    json_.begin_object();
    json_.text("name", field.name);
    json_.text("in", in);
    json_.text("description", in_both(field.gist));
    json_.key("required");
    json_.boolean(in == "path" || field.presence == contract::Presence::required);
    json_.key("schema");
    write_schema(json_, field);
    json_.end_object();
  }

  void write_body(const Route& route) {
    if (!route.has_body()) return;
    json_.key("requestBody");
    json_.begin_object();
    json_.key("required");
    json_.boolean(true);
    json_.key("content");
    if (route.takes_part != nullptr) {
      write_content("application/json", {&route.takes_part, 1});
    } else if (is_media_type(route.takes)) {
      write_content(route.takes, {});
    } else if (is_format(route.takes)) {
      write_content("application/json", contract::find_format(route.takes)->objects);
    } else {
      const Object* body = &bodies_.of(route);
      write_content("application/json", {&body, 1});
    }
    json_.end_object();
  }

  void write_content(std::string_view type, std::span<const Object* const> objects) {
    json_.begin_object();
    write_media(type, objects);
    json_.end_object();
  }

  void write_media(std::string_view type, std::span<const Object* const> objects) {
    json_.key(type);
    json_.begin_object();
    json_.key("schema");
    json_.begin_object();
    if (!objects.empty()) {
      write_reference(json_, parts_, contract::SchemaPlace::components, objects);
    } else if (type.starts_with("text/") || type == "application/jsonl") {
      json_.text("type", "string");
    }
    json_.end_object();
    json_.end_object();
  }

  void write_responses(const Route& route) {
    json_.key("responses");
    json_.begin_object();
    json_.key(route.is_silent ? "204" : route.is_accepted ? "202" : "200");
    json_.begin_object();
    json_.text("description", in_both(route.gist));
    if (!route.is_silent) write_answer(route);
    json_.end_object();
    if (route.is_read()) {
      json_.key("304");
      json_.begin_object();
      json_.text("description", "内容未变 / it is what the client has");
      json_.end_object();
    }
    write_refusals();
    json_.end_object();
  }

  void write_answer(const Route& route) {
    json_.key("content");
    json_.begin_object();
    if (is_media_type(route.gives)) {
      write_media(route.gives, {});
    } else if (route.gives_part != nullptr) {
      write_media("application/json", {&route.gives_part, 1});
    } else if (route.gives.empty()) {
      write_media("application/json", {});
    } else {
      write_media("application/json", contract::find_format(route.gives)->objects);
    }
    if (!route.streams.empty()) write_media(route.streams, {});
    json_.end_object();
  }

  void write_refusals() {
    for (const std::string_view status : {"4XX", "5XX"}) {
      json_.key(status);
      json_.begin_object();
      json_.text("description", status == "4XX" ? "请求不能办理 / what was asked cannot be done"
                                                : "服务暂时不能办理 / the service cannot do it now");
      json_.key("content");
      const Object* problem = &contract::kProblem;
      write_content("application/problem+json", {&problem, 1});
      json_.end_object();
    }
  }

  json::Writer json_;
  std::string_view version_;
  Bodies bodies_;
  contract::Parts parts_;
};

}  // namespace

std::string openapi_document(std::string_view version) {
  std::string out;
  DocumentWriter(out, version).write();
  return out;
}

}  // namespace yidan::service
