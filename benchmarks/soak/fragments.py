"""What hostile input is put together from: the words and signs that the readers look for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FRAGMENTS: Final = (
    '"', "“", "”", "'", "‘", "’", "«", "»", "''", "``", " ", "\n", "\n\n", "\t", "\r", ".", ", ", ": ", "; ", "! ",
    "? ", "…", "— ", "-", "--", "(", ")", "[", "]", "{", "}", "<", ">", "/", "\\", "|", "_", "`", "~", "*", "#",
    "@", "&", "%", "$", "^", "=", "+", "a", "A", "x", "0", "1", "é", "漢", "😀", "\u0301", "\u00ad", "\u200b",
    "\u202e", "\u2066", "\ufeff", "\u2028", "\x0b", "\x1c", "\x85", "said ", "he said ", "says ", "told ", "that ",
    "who ", "according to ", "Mr. ", "Dr. ", "Jan. ", "U.S. ", "John ", "John Smith ", "Sergei Lavrov ", "McKay's ",
    "President ", "the President of the ", "a spokesman ", "and ", "of ", "the ", "The ", "in ", "n't ", "'s ",
    '“a” ', "'a' ", "“” ", '," he said, "', "(AFP) ", "Reuters", "By ", "By John Smith\n", "© ", "Photo: ",
    "Share this\n", "Comments\n", "Reply\n", "Related articles\n", "10 May 2013 ", "2013-05-10", "10/05/2013",
    "http://a.example/", "---\n", "- ", "* ", "# ", "> ", "1. ", "```\n", "![a](b)", "[a](b)", "<!--", "-->",
    "<p>", "</p>", "<div>", "<b>", "<li>", "<td>", "<table>", "<br>", "<span>", "<title>", "<meta ", "<script>",
    "<blockquote>", "</html>", "&amp;", "&#x0;", "&nbsp;", "title: ", "date: ", "? ", "&a ", "*a ", "<<: ", "!!",
    "!!bool ", "!!int ", "!!timestamp ", "0x", "1e9", ".inf", "null", "true", "[a]\n", "[[a]]\n", "a = 1\n",
    '"a" = ["b"]\n', "separate = ", "a.", '"""', "'''", '{"id":"a","text":"', '"}\n', '"_id":', '"title":', "\\u",
    "\\ud800", "\\n", "who said ", "did ", "say about ", "quotes by ", "what did ", "speaker:", 'source:"', "after:",
    "before:", "!who ", "<@1>", "@everyone", "<#1>", "<:a:1>", "<t:0>", "WHOSAID_QUEUE=", "DISCORD_TOKEN=", "export ",
    "WHOSAID_PREFIX=", "WHOSAID_ADMINS=", "WHOSAID_MEMBER_LIMIT=", "WHOSAID_DATA=", "${", "https://", "127.0.0.1",
    "0177.", "[::1]", "utf-16\n", "koi8-r\n", "\x1f\x8b\x08\x00",
)  # fmt: skip

_PROSE: Final = (
    "Ferry talks resume\n\nBy Ada Grant, Reuters, 10 May 2013\n\nNORRE (Reuters) - “The ferry sails again on Monday,” "
    "harbour master Ilse Brandt said. She told reporters that “all of us” were waiting.\n\n“No,” said mayor Jonas "
    "Veit, 'not yet'. He added that it was too early. According to Mr. Veit's spokesman, the quay is closed.\n"
)
SAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "plain": (_PROSE,),
    "quotations": (_PROSE,),
    "shown": (_PROSE, "**a** [b](https://c.example) <@1> `d` :e: 1. f\n-# g\n> h ||i|| \u202ej"),
    "markdown": (
        f"---\ntitle: The ferry\ndate: 2013-05-10\nauthor: [Ada Grant, {{name: Bo}}]\n---\n# The ferry\n\n{_PROSE}",
        f"Title\n=====\n\n- a\n- b\n\n```\ncode\n```\n{_PROSE}",
    ),
    "html": (
        "<html><head><title>The ferry</title><meta name=author content='Ada Grant'></head><body><article><h1>The "
        f"ferry</h1><p>{_PROSE}</p><table><tr><td>a</table></article></body></html>",
    ),
    "json_lines": (
        '{"_id": 7, "text": "“The ferry sails,” Ilse Brandt said.", "title": "a", "published": "2013-05-10"}\n'
        '{"id": "b", "text": "x", "authors": [{"name": "Ada"}], "url": null}\n',
    ),
    "overrides": ('[ferry]\noutlet = "RT"\npublished = 2013-05-10\n["a b.txt"]\ntitle = "x"\n',),
    "aliases": ('"Sergei Lavrov" = ["Sergey Lavrov", "Lavrov"]\nseparate = [["John Smith", "J. Smith"]]\n',),
    "questions": (
        'who said "territorial integrity" source:AFP after:2013-05-10',
        "what did Putin say about Syria",
        "did Cameron say there are differences",
        'quotes by speaker:"John Kerry"',
    ),
    "pages": ("utf-8\nThe ferry sails.", 'x\n<meta charset="koi8-r">a'),
    "addresses": ("https://news.example:443/a?b=c#d", "http://[2606:4700::1111]/", "http://0x7f.1/"),
    "settings": (
        "DISCORD_TOKEN='a.b.c'\nWHOSAID_QUEUE=4/40\nWHOSAID_ADMINS=1,2\nexport WHOSAID_PREFIX=\"!\" # a\n"
        "WHOSAID_METRICS_PORT=9000\nWHOSAID_RETENTION_DAYS=30\nWHOSAID_DATA=${HOME}/data\n",
    ),
}
