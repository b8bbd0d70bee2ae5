"""What visitors leave behind on a server when they have gone: nothing that grows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

VISITS = 8
SCRIPT = f"""
import asyncio, gc, json, os, threading, time
from functools import partial
import uvicorn
from streamlit import config, runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from placecheck.cli.run import listen
from placecheck.web.server import app, disconnected_sessions

config.set_option("server.disconnectedSessionTTL", 0.5)
app.end_disconnected_sessions = partial(disconnected_sessions.end_disconnected_sessions, every=0.1)
listening = listen("127.0.0.1", 0)
server = uvicorn.Server(uvicorn.Config(app.build_app(), log_config=None, access_log=False))
threading.Thread(target=lambda: server.run(sockets=[listening]), daemon=True).start()
while not server.started:
    time.sleep(0.05)

def visit():
    with connect(f"ws://127.0.0.1:{{listening.getsockname()[1]}}/_stcore/stream", subprotocols=["streamlit"],
                 max_size=None, proxy=None) as live:
        ask = BackMsg()
        ask.rerun_script.query_string = ""
        live.send(ask.SerializeToString())
        while True:
            message = ForwardMsg.FromString(live.recv(timeout=60))
            if message.WhichOneof("type") == "script_finished":
                break
        for info in runtime.get_instance()._session_mgr.list_active_sessions():
            record = UploadedFileRec("file", "file.csv", "text/csv", bytes(5_000_000))
            runtime.get_instance().uploaded_file_mgr.add_file(info.session.id, record)

def held():
    loops = sum(issubclass(type(each), asyncio.AbstractEventLoop) and not each.is_closed() for each in gc.get_objects())
    return len(runtime.get_instance().uploaded_file_mgr.file_storage), loops

def open_files():
    return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0

def settled():
    until = time.monotonic() + 60
    while held()[0] and time.monotonic() < until:
        time.sleep(0.1)
    return held(), open_files()

visit()
before = settled()
for _ in range({VISITS}):
    visit()
print(json.dumps([before, settled()]))
os._exit(0)
"""


def test_uploads_and_event_loops_of_visitors_who_left_are_gone(tmp_path):
    environment = {**os.environ, "PLACECHECK_DATA": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        timeout=250,
        env=environment,
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    ((uploads_before, loops_before), files_before), ((uploads, loops), files) = json.loads(run.stdout.splitlines()[-1])
    assert (uploads_before, uploads) == (0, 0)
    assert loops <= loops_before + 1
    assert files < files_before + 2 * VISITS
