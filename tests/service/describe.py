#!/usr/bin/env python3
"""Prints the description that the running service gives of itself: describe.py --program build/dev/src/cli/yidan."""

import argparse
import sys

from server import Client, serving

parser = argparse.ArgumentParser()
parser.add_argument("--program", required=True)
with serving(parser.parse_args().program) as port:
    sys.stdout.buffer.write(Client(port).send("GET", "/openapi.json").bytes)
