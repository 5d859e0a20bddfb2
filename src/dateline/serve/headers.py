"""What a browser may do with an answer: run this server's scripts only, send nothing elsewhere, frame it nowhere."""

from typing import Final

_CSP: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
_CSP_OF_ANSWERS: Final = {"default-src": "'none'", "frame-ancestors": "'none'", "sandbox": ""}
_UNUSED: Final = (
    "accelerometer", "bluetooth", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer",
    "microphone", "midi", "payment", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}


def _written(policy: dict[str, str]) -> str:
    return "; ".join(f"{directive} {sources}".strip() for directive, sources in policy.items())


PAGES: Final = _HEADERS | {"Content-Security-Policy": _written(_CSP)}
ANSWERS: Final = _HEADERS | {
    "Content-Security-Policy": _written(_CSP_OF_ANSWERS),
    "Cache-Control": "private, no-cache",
    "Vary": "Accept-Encoding, Cookie, Authorization",
}
"""What the API's answers carry: nothing in them runs or loads anything, and no shared cache keeps them."""
