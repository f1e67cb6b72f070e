-- Settlements, or trials of them, of persons P0 to P4999, each of a number that no other request has.
local lane = 0

function setup(thread)
  thread:set("lane", lane)
  lane = lane + 1
end

function init(arguments)
  what = arguments[1]
  count = 0
  begun = os.time()
  math.randomseed(begun + lane * 7919)
end

local form = '{"encounter":{"id":"%s","care":"outpatient","date":"2023-03-05","use_account":true,' ..
  '"provider":{"id":"H1","region":"370600","level":2,"designated":["outpatient"]},"lines":[' ..
  '{"id":"1","class":"A","amount":"100.00"},{"id":"2","class":"B","amount":"30.00","self_pay_first":"10%%"},' ..
  '{"id":"3","class":"A","amount":"20.00"}]}}'

function request()
  count = count + 1
  local number = string.format("E%d-%d-%d", begun, lane, count)
  local path = "/v1/pools/370600/persons/P" .. math.random(0, 4999) .. "/" .. what
  local headers = {["Idempotency-Key"] = number, ["Content-Type"] = "application/json"}
  return wrk.format("POST", path, headers, string.format(form, number))
end

function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("%8.0f/s  p50 %6.2f ms  p99 %7.2f ms  failed %d  refused %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed,
    summary.errors.status))
end
