"""Where the log goes and what a line of it looks like: one line for each thing, as text or as JSON."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Literal

Level = Literal["debug", "info", "warning", "error"]

TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOGGERS = ("placecheck", "uvicorn")


class JsonFormatter(logging.Formatter):
    """Formats a record as one line of JSON: time, level, logger, message, event, and a traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return `record` as a line."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": at, "level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        if event := getattr(record, "event", None):
            line["event"] = event
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class TextFormatter(logging.Formatter):
    """Formats a record as one line of text; a line break in a message cannot pass for another record."""

    def __init__(self) -> None:
        super().__init__(TEXT)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (the name in the standard library)
        """Return the line without the traceback."""
        record.message = " ".join(record.message.splitlines())
        return super().formatMessage(record)


def set_up_logs(level: Level = "info", *, as_json: bool = False) -> None:
    """Send what the program and its server log from `level` on to standard error, each as one line."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if as_json else TextFormatter())
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(level.upper() if name == "placecheck" else "WARNING")
