"""Past forms that the parser's lemmatiser does not know, since they are irregular behind a prefix: "retook"."""

from typing import Final

_PREFIXES: Final = ("re", "fore", "over", "under", "out", "un", "mis")
_PAST: Final = {
    "took": "take", "ran": "run", "saw": "see", "sold": "sell", "shot": "shoot", "threw": "throw", "drew": "draw",
    "gained": "gain", "told": "tell", "made": "make", "wrote": "write", "began": "begin", "fought": "fight",
    "rode": "ride", "drove": "drive", "flew": "fly", "did": "do", "went": "go", "bought": "buy", "sent": "send",
    "laid": "lay", "broke": "break", "won": "win", "held": "hold", "gave": "give", "armed": "arm",
}  # fmt: skip
_FORMS: Final = {prefix + past: prefix + base for prefix in _PREFIXES for past, base in _PAST.items()}


def verb_form(word: str, lemma: str, tag: str) -> tuple[str, str]:
    """Lemma and tag of a word in lower case as the parser gives them, mended where it took a past form for a base."""
    base = _FORMS.get(word)
    if base is None or lemma != word or not tag.startswith("VB"):
        return lemma, tag
    return base, tag if tag in ("VBD", "VBN") else "VBD"
