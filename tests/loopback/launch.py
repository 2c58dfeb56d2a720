"""Run a module, unmodified, against the loopback Discord at $LOOPBACK_DISCORD (host:port).

LOOPBACK_DISCORD=127.0.0.1:4000 python tests/loopback/launch.py bot [ARGUMENTS]
"""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

host = os.environ["LOOPBACK_DISCORD"]
Route.BASE = f"http://{host}/api/v10"
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{host}/gateway")
sys.argv = sys.argv[1:]
sys.path[0] = str(Path.cwd())
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
