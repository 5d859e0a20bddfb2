"""Which rules of merging made an incident: a digest of the rules themselves."""

from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def rules() -> str:
    """Twelve letters that change when a module or table of merging does: what older rules made is then merged anew."""
    rooms = (files(f"dateline.{name}") for name in ("merge", "reckoning"))
    modules = [m for room in rooms for m in sorted(room.iterdir(), key=lambda m: m.name) if m.name.endswith(".py")]
    tables = (files("dateline") / "data" / name for name in ("word_counts.txt", "word_families.yaml"))
    return sha256(b"\0".join(one.read_bytes() for one in (*modules, *tables))).hexdigest()[:12]
