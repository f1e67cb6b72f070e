"""PostgreSQL servers of a test's own: a primary and a standby that has every commit before it is acknowledged, on Unix
sockets in a temporary folder. They do not run as root: a root starts them as the user `postgres`."""

import os
import pathlib
import signal
import subprocess
import time


def programs():
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        raise SystemExit("PostgreSQL is not installed: tools/install_packages.sh test")
    return found[-1]


def as_postgres(words):
    if os.geteuid() != 0:
        return words
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--pdeathsig=SIGQUIT", *words]


def run(*words):
    words = as_postgres([str(programs() / words[0]), *words[1:]])
    done = subprocess.run(words, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(words)}: {done.stdout}{done.stderr}")
    return done.stdout.strip()


class Server:
    """A folder of data and the server on it."""

    def __init__(self, folder):
        self.folder, self.data, self.process = str(folder), f"{folder}/data", None
        pathlib.Path(folder).mkdir()
        if os.geteuid() == 0:
            subprocess.run(["chown", "postgres:", self.folder], check=True)

    def make(self):
        run("initdb", "--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8",
            f"--pgdata={self.data}")

    def follow(self, primary):
        """Begins as a copy of another server, of which it is the standby."""
        run("pg_basebackup", "-h", primary.folder, "-U", "postgres", "-D", self.data, "-R", "-X", "stream",
            "-c", "fast", "--no-sync")

    def start(self):
        words = [str(programs() / "postgres"), "-D", self.data, "-k", self.folder, "-c", "listen_addresses="]
        self.process = subprocess.Popen(as_postgres(words), cwd="/", stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        for _ in range(600):
            ready = subprocess.run([str(programs() / "pg_isready"), "-q", "-h", self.folder], check=False)
            if ready.returncode == 0:
                return
            time.sleep(0.05)
        raise SystemExit("the PostgreSQL server of the test does not start")

    def ask(self, sql):
        return run("psql", "-h", self.folder, "-U", "postgres", "-Atc", sql)

    def confirm_by_standby(self):
        """From here on no commit is acknowledged that the standby has not on its disk."""
        self.ask("alter system set synchronous_standby_names = '*'")
        self.ask("select pg_reload_conf()")
        for _ in range(600):
            if self.ask("select count(*) from pg_stat_replication where sync_state = 'sync'") == "1":
                return
            time.sleep(0.05)
        raise SystemExit("the standby does not follow")

    def processes(self):
        number = self.process.pid
        children = pathlib.Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii")
        return [number, *map(int, children.split())]

    def signal(self, number):
        for each in self.processes():
            try:
                os.kill(each, number)
            except ProcessLookupError:
                pass

    def kill(self):
        """As if the machine had lost its power: every process of it, at once."""
        self.signal(signal.SIGSTOP)
        self.signal(signal.SIGKILL)
        self.process.wait()

    def promote(self):
        """The standby becomes the primary, which waits for no standby until it has one."""
        run("pg_ctl", "promote", "-w", "-D", self.data)
        self.ask("alter system reset synchronous_standby_names")
        self.ask("select pg_reload_conf()")

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()


def url_of(*servers):
    """Of whichever of them may be written to."""
    hosts = ",".join(each.folder for each in servers)
    return f"postgresql://postgres@/postgres?host={hosts}&target_session_attrs=read-write"
