"""A line to the service on which things go wrong: requests that never arrive, answers that nobody hears, messages that
arrive twice at once. What a hospital does about it is to send the same message until it is answered."""

import http.client
import json
import socket
import threading
import time

MOST_ATTEMPTS = 400


class Fault(Exception):
    """The service did what it must not do."""


class Wire:
    def __init__(self, port, token):
        self.port, self.token = port, token

    def bytes_of(self, message):
        body = json.dumps(message, ensure_ascii=False).encode()
        head = (f"POST /fsi/api HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAuthorization: Bearer {self.token}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n")
        return head.encode() + body

    def heard(self, message):
        """The answer; None when there is none: nobody knows what became of the message."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("POST", "/fsi/api", json.dumps(message, ensure_ascii=False).encode(),
                               {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"})
            response = connection.getresponse()
            text = response.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
        if response.status == 503:
            return None
        if response.status != 200:
            raise Fault(f"{message['infno']}: status {response.status}: {text.decode()}")
        answer = json.loads(text)
        return None if answer.get("code") == "unavailable" else answer

    def unheard(self, message, seconds):
        """Sends and goes away; a part of the message may be all that arrives."""
        data = self.bytes_of(message)
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=30) as line:
                line.sendall(data if seconds > 0 else data[:len(data) // 2])
                time.sleep(seconds)
        except OSError:
            pass


def at_once(*calls):
    """What each of the calls gives, all of them begun at the same moment."""
    results, barrier = [None] * len(calls), threading.Barrier(len(calls))

    def run(index):
        barrier.wait()
        try:
            results[index] = calls[index]()
        except Exception as fault:  # pylint: disable=broad-except
            results[index] = fault

    threads = [threading.Thread(target=run, args=(index,)) for index in range(len(calls))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    for each in results:
        if isinstance(each, Exception):
            raise each
    return results


class Sender:
    """Sends over a bad line, by a seed."""

    def __init__(self, wire, random, counts):
        self.wire, self.random, self.counts = wire, random, counts

    def once(self, message):
        fate = self.random.random()
        if fate < 0.07:
            self.counts["requests lost"] += 1
            return None
        if fate < 0.20:
            self.counts["answers lost"] += 1
            self.wire.unheard(message, self.random.choice([0, 0.0005, 0.002, 0.02]))
            return None
        if fate < 0.30:
            self.counts["sent twice at once"] += 1
            first, second = at_once(lambda: self.wire.heard(message), lambda: self.wire.heard(message))
            if first and second and message["infno"] not in ("2206", "9001", "1101", "3201"):
                same(message, first, second)
            return first or second
        return self.wire.heard(message)

    def until_answered(self, message):
        for attempt in range(MOST_ATTEMPTS):
            answer = self.once(message)
            if answer is not None:
                return answer
            time.sleep(min(0.002 * attempt, 0.2))
        raise Fault(f"{message['infno']}: never answered")


def same(message, first, second):
    if (first["infcode"], first["output"]) != (second["infcode"], second["output"]):
        raise Fault(f"{message['infno']} {message['msgid']}: one message, two answers: {first} {second}")
