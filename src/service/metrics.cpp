#include "service/metrics.h"

#include <array>
#include <atomic>
#include <vector>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace yidan::service {
namespace {

constexpr std::size_t kClasses = 6;  // of statuses: 1xx to 5xx by their first digit

prometheus::Histogram::BucketBoundaries time_buckets() {  // of seconds; tidy: not money
  return {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
}

}  // namespace

class Metrics::Series {
 public:
  Series()
      : requests_(prometheus::BuildCounter()
                      .Name("yidan_requests_total")
                      .Help("requests answered, by route and class of status")
                      .Register(registry_)),
        times_(prometheus::BuildHistogram()
                   .Name("yidan_request_seconds")
                   .Help("time from a request read to its answer made, by route")
                   .Register(registry_)),
        gauges_(prometheus::BuildGauge().Name("yidan_load").Help("what is under way").Register(registry_)),
        replayed_(prometheus::BuildCounter()
                      .Name("yidan_replayed_total")
                      .Help("changes that were known by their key and answered again")
                      .Register(registry_)
                      .Add({})),
        connections_(gauges_.Add({{"of", "connections"}})),
        waiting_(gauges_.Add({{"of", "requests"}})),
        bodies_(gauges_.Add({{"of", "body_bytes"}})) {
    for (const Route& each : routes()) by_route_.push_back(made(std::string(each.name)));
    by_route_.push_back(made("none"));
  }

  void count(const Route* route, int status, std::chrono::microseconds taken) {
    const std::size_t index = route == nullptr ? routes().size() : static_cast<std::size_t>(route - routes().data());
    const auto& of_route = by_route_[index];
    of_route.by_class.at(static_cast<std::size_t>(status / 100) % kClasses)->Increment();
    of_route.time->Observe(std::chrono::duration<double>(taken).count());  // tidy: not money
  }
  void count_replayed() { replayed_.Increment(); }
  void watch(const http::Server& server) { server_ = &server; }

  std::string text() const {
    if (const http::Server* server = server_) {
      const http::Load load = server->load();
      connections_.Set(static_cast<double>(load.connections));  // tidy: not money
      waiting_.Set(static_cast<double>(load.waiting));          // tidy: not money
      bodies_.Set(static_cast<double>(load.bodies));            // tidy: not money
    }
    return prometheus::TextSerializer().Serialize(registry_.Collect());
  }

 private:
  struct OfRoute {
    std::array<prometheus::Counter*, kClasses> by_class{};
    prometheus::Histogram* time = nullptr;
  };
  OfRoute made(const std::string& route) {
    OfRoute made;
    for (std::size_t i = 0; i < kClasses; ++i) {
      made.by_class.at(i) = &requests_.Add({{"route", route}, {"status", std::to_string(i) + "xx"}});
    }
    made.time = &times_.Add({{"route", route}}, time_buckets());
    return made;
  }

  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Histogram>& times_;
  prometheus::Family<prometheus::Gauge>& gauges_;
  prometheus::Counter& replayed_;
  prometheus::Gauge& connections_;
  prometheus::Gauge& waiting_;
  prometheus::Gauge& bodies_;
  std::vector<OfRoute> by_route_;
  std::atomic<const http::Server*> server_{nullptr};
};

Metrics::Metrics() : series_(std::make_unique<Series>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const Route* route, int status, std::chrono::microseconds taken) {
  series_->count(route, status, taken);
}
void Metrics::count_replayed() { series_->count_replayed(); }
void Metrics::watch(const http::Server& server) { series_->watch(server); }
std::string Metrics::text() const { return series_->text(); }

}  // namespace yidan::service
