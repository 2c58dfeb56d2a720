"""Lines that belong to a site rather than to an article: comment widgets, share and read-more lines, notices."""

from __future__ import annotations

import re
from functools import lru_cache

from index.word_set import word_set

_LONGEST = 400
# Each pattern must fit a whole line. They ask for more than an opening: 'Read more books, he said' is text.
_COMMENT_LINES = r"""
      (?:please\ enable\ javascript\ to\ view\ the\ )?(?:blog\ )?comments\ powered\ by\ disqus\.?
    | (?:no|\d+)\ (?:comments?|responses?|replies)(?:\ (?:yet|so\ far))?\s?:?
    | (?:post|add|leave|write|submit)\ (?:a|your|new)\ (?:new\ )?(?:comment|reply)s?\s?[:.!]?
    | (?:view|show|hide|load|read|see)\ (?:all\ |more\ |the\ )?(?:\d+\ )?comments?(?:\ \(\d+\))?\s?[:.…»]?
    | (?:reader\ )?comments?(?:\ ?\(\d+\)|\ ?:)
    | comments?\ (?:are|is|have\ been)\ (?:now\ )?(?:closed|disabled|turned\ off)(?:\ .{0,60})?\.?
    | (?:you\ must\ be|please)\ (?:log|sign)(?:ged)?[ -]?in\b.{0,40}\ to\ (?:post|leave|write|add)\ .{0,40}
    | (?:log|sign)\ in\ (?:to|or\ register)\b.{0,50}comments?.{0,20}
    | be\ the\ first\ to\ comment.{0,30} | join\ the\ (?:conversation|discussion)\W{0,3}
    | your\ email\ address\ will\ not\ be\ published\..{0,60} | required\ fields\ are\ marked\ .{0,3}
    | posted\ by\ .{2,60} | subscribe\ to:\ .{0,60} | jump\ to\ .{2,40} | (?:newer|older)\ post(?:\ .{0,30})?
"""
_SHARE_LINES = r"""
    | (?:share|tweet|print|email|e-mail|like)\ this(?:\ (?:article|story|page|post|on\ .{2,20}))?\s?[:.!]?
    | share\ (?:on|via|with|to)\ (?:facebook|twitter|x|whatsapp|linkedin|email|reddit|telegram|pinterest|your\ friends)
        .{0,60}
    | follow\ \S+(?:\ \S+){0,4}\ on\ (?:twitter|facebook|instagram|telegram|x|google\+?)\b.{0,80}
    | follow\ (?:us(?:\ (?:on|at|for|via|@)\b.{0,60})?[.:!]?|@\w+(?:\ (?:or|and)\ [#@]\w+)?\.?)
    | like\ us\ on\ facebook.{0,40} | like\ the\ page:?
    | (?:send|e-?mail)\ (?:this\ )?(?:article|story|page)\ (?:to|by)\ .{2,30} | email\ this\W.{0,120}
    | click\ here\ (?:to|for)\ .{2,160} | (?:copy|get)\ (?:the\ )?(?:short\ )?(?:link|url) | get\ short\ url
    | \d[\d,.]*\s?[km]?\ (?:shares|views|likes|retweets)
    | reuse\ (?:this\ )?content | text\ size.{0,10} | download\ video\b.{0,30}
"""
_ONWARD_LINES = r"""
    | read\ more(?:\ (?:here|now|below)|\ ?(?::|[-–—|])\ ?.{0,200}|\ (?:about|on|at|from|in)\ [^,.]{2,80})?\W{0,4}
    | (?:continue|keep)\ reading(?:\ (?:below|the\ main\ story|here|this\ (?:article|story)))?.{0,10} | continue\W{0,3}
    | read\ (?:on|next|also|it\ all\ here|(?:the\ )?(?:full|whole|rest\ of\ the|original|entire)
        \ (?:story|article|report|text|interview|piece)(?:\ .{0,50})?)\W{0,3}
    | (?:see|read|watch|listen)\ (?:also|more)\s?[:|-].{0,200} | also\ (?:read|see|on)\s?[:|-].{0,200}
    | also\ on\ (?-i:[A-Z])[^.,]{1,30}:?
    | (?-i:READ|WATCH|RELATED|LISTEN|MORE|SEE|VIDEO|PHOTOS?|GALLERY)(?:\ MORE)?\s?:.{0,200}
    | (?:related|recommended|similar|latest|popular|trending|further|suggested|sponsored|promoted|more)
        \ (?:articles?|stor(?:y|ies)|posts?|content|links?|topics?|news|reading|coverage|videos?|items?|for\ you
        |from\ (?:the\ )?[\w ]{2,30}|on\ this\ (?:story|topic)|tags|searches)\s?:?
    | you\ (?:may|might)\ (?:also\ )?(?:be\ interested\ in|like)\W{0,3}
    | most\ (?:read|popular|viewed|shared|commented|emailed)
    | (?:what\ to\ read\ next|don['’]t\ miss|editors?['’]?\ (?:picks?|choice)|(?:more\ )?top\ stories)\s?:?
    | (?:next|previous)\ (?:article|story|post|page)\W{0,3} | (?:back|return)\ to\ (?:top|home|homepage|news)\W{0,3}
    | (?:story|article)\ continues\ (?:below|after)\b.{0,40} | scroll\ (?:down\ )?(?:to|for)\ .{2,40}
    | (?:advertisement|advertising|sponsored|promoted)(?:\W{1,3}(?:story\ continues|continue\ reading|scroll).{0,40})?
        \W{0,2}
    | skip\ (?:to\ (?:main\ )?content|past\ .{2,40}|advertisement|ad)
"""
_ACCOUNT_LINES = r"""
    | (?:sign\ up|subscribe|register)(?:\ now|\ today|\ here|\ free)?\W{0,2} | (?:sign|log)\ (?:in|up|out)
    | (?:sign\ up|subscribe|register)\b[^"“”]{0,160}
        \b(?:newsletters?|e-?mails?|alerts?|updates|inbox|briefing|channel|podcast)\b.{0,80}
    | (?:please\ )?enter\ (?:your|a\ valid)\ e-?mail.{0,60} | thank\ you\ for\ subscribing.{0,60}
    | get\ (?:the\ (?:latest|best|day|top)|our|breaking\ news|daily)\b[^"“”]{0,160}
        (?:inbox|newsletter|e-?mails?|alerts?)\b.{0,60}
    | by\ (?:signing\ up|subscribing|clicking)\b.{0,80}\byou\ (?:agree|accept|consent|confirm)\b.{0,160}
    | want\ (?:more|to\ read)\b.{0,120}(?:newsletter|subscribe|sign\ up).{0,60}
    | (?:donate|subscribe|contribute|give)(?:\ (?:now|today|here|monthly|once))?\W{0,2}
    | become\ a\ (?:member|supporter|patron|subscriber)[^,"“”]{0,40}
    | (?:please\ )?(?:make\ a\ (?:donation|contribution)|support\ (?:us|our\ (?:work|journalism)))\b.{0,120}
"""
_NOTICE_LINES = r"""
    | (?:©|\(c\)\s?\d{4}|copyright\ (?:©|\(c\)|\d{4})).{0,250} | (?:.{0,200}\W)?all\ rights\ reserved\b.{0,150}
    | .{0,120}material\ may\ not\ be\ (?:published|reproduced|copied|broadcast).{0,120}
    | (?:this\ site|this\ website|we)\ uses?\ cookies\b.{0,200} | (?:please\ )?(?:enable|turn\ on)\ javascript\b.{0,80}
    | (?:media\ playback\ is|video\ playback\ is|your\ browser\ does)\ (?:un|not\ )support.{0,60}
    | our\ standards\s?:.{0,80} | loading\W{0,4} | (?:play|watch)\ video\W{0,2}
    | listen\ to\ (?:this\ )?(?:article|story)\W{0,2} | \d{1,2}\s?min(?:ute)?s?\ read
    | (?:tags?|topics?|labels?|categor(?:y|ies)|keywords?|filed\ under|posted\ in|more\ about)\s?:\s?[^.]{0,200}
    | (?:image|photo|picture)s?\ (?:source|copyright|credit|caption)(?:\s?[,:]\ .{2,160}|\ [^.]{2,100})
    | \((?:(?:additional|further)\ )?(?:reporting|writing|editing)(?:\ and\ (?:writing|editing))?
        \ by\ [^"“”]{2,300}\)\.?
    | \(?h/t:?\ .{2,60}\)?
"""
_WHOLE_LINES = re.compile(
    _COMMENT_LINES + _SHARE_LINES + _ONWARD_LINES + _ACCOUNT_LINES + _NOTICE_LINES, re.IGNORECASE | re.VERBOSE
)
# A sentence that ends in who said it is text, however it begins.
_REPORTED = re.compile(
    r",[\"”]? [^\s,.:;!?][^,.:;!?]{0,60}? (?:said|says|wrote|writes|asked|warned|added|told [^,.:;!?]{1,60})"
    r"(?: (?:to|in|on|at) [^,.:;!?]{1,60})?[.?!]$"
)
_BUTTONS = word_set(
    """
    share tweet retweet email e-mail mail print facebook twitter whatsapp linkedin reddit pinterest telegram
    google google+ flipboard tumblr messenger viber vk like comment comments save copy link pin follow
    subscribe us this more rss a- a+ aa close menu search home
    """
)
_STAFF = re.compile(
    r"(?:(?:additional|further) )?(?:reporting|editing|writing|contributing|contributions)(?: by|\s?:)",
    re.IGNORECASE,
)
_STAFF_WORDS = word_set("and in by from additional further reporting writing editing contributing")
_STYLE = re.compile(r"[.#@]?[\w@.#:,>()\s-]{1,80}\{\s*|\}\.?|[a-z-]{3,30}:\s?[^\s;][^;{}]{0,60};")
_RELATED = re.compile(
    r"(?:related|recommended|similar|latest|trending|suggested|sponsored|more)\b.{0,40}:?|"
    r"you (?:may|might) also like\W{0,3}|most (?:read|popular|viewed|shared)|"
    r"(?:also )?read(?: also| more| next)?:?|don['’]t miss:?|see also:?|top stories:?",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:reader )?(?:[1-9]\d*\s(?:comments?|responses?)|comments?(?: ?\(\d+\))?)\s?:?", re.IGNORECASE
)
_REPLY = re.compile(
    r"reply|.{1,40} (?:says|said)(?:\.\.\.|…|:)|report(?: abuse)?|\d+ (?:minute|hour|day|week|month|year)s? ago",
    re.IGNORECASE,
)
_SUPPORT = re.compile(r"(?:please )?(?:support|donate to|subscribe to) [^.?!,;:\"“”]{2,60}!", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a whole line is site furniture by its own wording.

    Lines that quote somebody, or that only begin like a button, are text: '"Read more books," he said'.
    """
    return len(line) <= _LONGEST and _is_furniture(line)


@lru_cache(maxsize=1 << 16)
def _is_furniture(line: str) -> bool:
    # Cached, for the same few lines stand in every article of a site, and each line of one is asked about twice.
    if not any(sign.isalnum() for sign in line):
        return True
    if _REPORTED.search(line):
        return False
    if _WHOLE_LINES.fullmatch(line) or _STYLE.fullmatch(line) or _is_staff_credit(line):
        return True
    words = line.casefold().split()
    return len(words) <= 12 and all(
        word.strip(".,:;|/•·»›()[]0123456789") in _BUTTONS | {""} for word in words
    )


def _is_staff_credit(line: str) -> bool:
    """Whether a line is "Reporting by Jane Doe in Linden; Editing by John Roe" or the like: names, no sentence."""
    opening = _STAFF.match(line)
    words = line[opening.end() :].replace(";", " ").replace(",", " ").split() if opening else []
    return bool(words) and all(word[0].isupper() or word.casefold() in _STAFF_WORDS for word in words)


def opens_related(line: str) -> bool:
    """Whether a furniture line heads a list of links to other articles."""
    return len(line) <= 60 and bool(_RELATED.fullmatch(line))


def opens_comments(line: str) -> bool:
    """Whether a line heads the comments of readers."""
    return len(line) <= 40 and bool(_COMMENTS.fullmatch(line))


def is_reply(line: str) -> bool:
    """Whether a line is one that only stands among the comments of readers."""
    return len(line) <= 60 and bool(_REPLY.fullmatch(line))


def is_support_call(line: str) -> bool:
    """Whether a line calls for support of a site ("Support The Bugle!"); only its place tells it from a slogan."""
    return len(line) <= 80 and bool(_SUPPORT.fullmatch(line))
