"""An interval of numbers in a reader's words."""


def how_many(low: int | None, high: int | None) -> str:
    """An interval: "12", "12 or more", "up to 12", "24–99"."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    if low is not None:
        return f"{low:,} or more"
    return f"up to {high:,}" if high is not None else "number unknown"
