#!/usr/bin/env python3
"""A drill: the hostile hospital plays against the service on a PostgreSQL primary with a standby; the primary is killed
with all its processes, the standby takes its place, and the service goes on by itself. What was acknowledged is there,
nothing is there twice, and the books of the hospital and of the service agree to the fen; otherwise it prints the seed.

    failover.py --program build/dev/src/cli/yidan --seed 1 --visits 40
    failover.py --program build/dev/src/cli/yidan --seed 7 --visits 1000 --failovers 10 --pause 70
"""

import argparse
import concurrent.futures
import http.client
import os
import pathlib
import random
import signal
import subprocess
import tempfile
import time

from hospital import Day, Visit
from hospital_wire import Fault
from postgres import Server, url_of


class Pair:
    """Two places for a server: the one that fails is made anew as the standby of the other."""

    def __init__(self, folder):
        self.folder, self.at = folder, 0  # the place of the primary
        self.places = [Server(f"{folder}/0"), None]
        self.primary.make()
        self.primary.start()
        self.add_standby()
        self.url = url_of(*self.places)

    @property
    def primary(self):
        return self.places[self.at]

    @property
    def standby(self):
        return self.places[1 - self.at]

    def add_standby(self):
        place = 1 - self.at
        subprocess.run(["rm", "-rf", f"{self.folder}/{place}"], check=True)
        self.places[place] = Server(f"{self.folder}/{place}")
        self.standby.follow(self.primary)
        self.standby.start()
        self.primary.confirm_by_standby()

    def fail_over(self):
        self.primary.kill()
        self.at = 1 - self.at
        self.primary.promote()

    def stop(self):
        for each in self.places:
            if each is not None:
                each.stop()


class Drill(Day):
    def __init__(self, options, folder, pair):
        self.pair, self.longest = pair, 0
        super().__init__(options, folder)

    def is_ready(self):
        line = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        try:
            line.request("GET", "/readyz")
            return line.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()

    def fail_over(self):
        began = time.monotonic()
        self.pair.fail_over()
        while not self.is_ready():
            time.sleep(0.02)
            if time.monotonic() - began > 60:
                raise Fault("the service does not find the new primary")
        self.longest = max(self.longest, time.monotonic() - began)
        self.counts["failovers"] += 1
        self.pair.add_standby()

    def pause_standby(self, seconds, playing):
        """While no standby confirms nothing is acknowledged, however long that takes."""
        self.pair.standby.signal(signal.SIGSTOP)
        time.sleep(1)
        before = sum(each.done() for each in playing)
        time.sleep(seconds)
        if sum(each.done() for each in playing) > before:
            raise Fault("a visit came to its end while no standby confirmed")
        self.pair.standby.signal(signal.SIGCONT)
        self.counts["pauses of the standby"] += 1

    def play(self):
        options = self.options
        chosen = random.Random(f"{options.seed}/day")
        visits = [Visit(number, options.seed, chosen.choice(self.institutions), chosen.choice(self.persons),
                        self.counts) for number in range(1, options.visits + 1)]
        moments = sorted(chosen.randrange(1, max(2, options.visits - 8)) for _ in range(options.failovers))
        with concurrent.futures.ThreadPoolExecutor(options.threads) as pool:
            playing = [pool.submit(each.play) for each in visits]
            try:
                while not all(each.done() for each in playing):
                    time.sleep(0.001)
                    if moments and sum(each.done() for each in playing) >= moments[0]:
                        moments.pop(0)
                        if options.pause:
                            self.pause_standby(options.pause, playing)
                            options.pause = 0
                        self.fail_over()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
            for each in playing:
                each.result()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--visits", type=int, default=40)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--failovers", type=int, default=1)
    parser.add_argument("--pause", type=int, default=0, help="seconds for which the standby stands still once")
    options = parser.parse_args()
    options.program, options.kill = str(pathlib.Path(options.program).resolve()), 0
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        pair, day = Pair(folder), None
        options.store = pair.url
        try:
            day = Drill(options, folder, pair)
            day.play()
            day.close()
        except Fault as fault:
            raise SystemExit(f"seed {options.seed}, {options.visits} visits: {fault}") from None
        finally:
            if day is not None and day.server.process.returncode is None:
                day.server.kill()
            pair.stop()
    settled = sum(len(each.books.entries) for each in day.institutions)
    print(f"{day.counts['failovers']} failovers under {options.visits} visits (seed {options.seed}): {settled} "
          f"settlements and refunds agree; {day.longest:.1f} s at most from the loss of the primary to an answer")


if __name__ == "__main__":
    main()
