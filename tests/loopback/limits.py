"""The message limits that Discord documents, refused as the real API refuses them."""

from __future__ import annotations

from loopback.objects import COMPONENTS_V2, ApiError, Json

BUTTON, SELECT = 2, 3

_PARTS = ("content", "embeds", "components", "attachments", "poll", "sticker_ids")


def length(text: str | None) -> int:
    """The length that counts: UTF-16 code units, the stricter of the readings of Discord's limits."""
    return len((text or "").encode("utf-16-le")) // 2


def check_message(message: Json) -> None:
    """Raise `ApiError` (400, 50035 or 50006) for a message that Discord would not take."""
    bad: list[str] = []
    if length(message.get("content")) > 2000:
        bad.append("content > 2000")
    total = 0
    for embed in message.get("embeds") or []:
        parts = _embed_parts(embed)
        fields = embed.get("fields") or []
        bad += [f"embed part of {length(text)} > {cap}" for text, cap in parts if length(text) > cap]
        bad += ["empty embed field" for item in fields if not (item["name"] and item["value"])]
        if len(fields) > 25:
            bad.append("> 25 fields")
        total += sum(length(text) for text, _ in parts)
    if total > 6000:
        bad.append("embeds > 6000")
    if len(message.get("embeds") or []) > 10:
        bad.append("> 10 embeds")
    if not message.get("flags", 0) & COMPONENTS_V2 and len(message.get("components") or []) > 5:
        bad.append("> 5 rows")
    bad += _component_faults(message.get("components") or [])
    if bad:
        raise ApiError(400, 50035, "Invalid Form Body: " + ", ".join(bad))
    if not any(message.get(part) for part in _PARTS):
        raise ApiError(400, 50006, "Cannot send an empty message")


def _embed_parts(embed: Json) -> list[tuple[str | None, int]]:
    parts: list[tuple[str | None, int]] = [
        (embed.get("title"), 256),
        (embed.get("description"), 4096),
        ((embed.get("footer") or {}).get("text"), 2048),
        ((embed.get("author") or {}).get("name"), 256),
    ]
    for item in embed.get("fields") or []:
        parts += [(item["name"], 256), (item["value"], 1024)]
    return parts


def _item_faults(item: Json) -> list[str]:
    """What is too long or too much in a button, a menu or a field."""
    faults: list[str] = []
    caps = (("label", 80 if item["type"] == BUTTON else 45), ("placeholder", 150))
    faults += [f"{name} > {cap}" for name, cap in caps if length(item.get(name)) > cap]
    if item["type"] == BUTTON and not (item.get("label") or item.get("emoji")):
        faults.append("empty button")
    if item["type"] == SELECT:
        options = item["options"]
        if not 1 <= len(options) <= 25:
            faults.append(f"{len(options)} options")
        if len({option["value"] for option in options}) < len(options):
            faults.append("a value twice")
        for option in options:
            texts = (option["label"], option["value"], option.get("description"))
            faults += ["option text > 100" for text in texts if length(text) > 100]
            faults += ["empty option text" for text in texts[:2] if not text]
    return faults


def check_form(form: Json) -> None:
    """Raise `ApiError` (400, 50035) for a modal that Discord would not show."""
    rows = form.get("components") or []
    faults = _component_faults(rows)
    if not 1 <= length(form.get("title")) <= 45 or not 1 <= length(form.get("custom_id")) <= 100:
        faults.append("title or custom_id")
    if not 1 <= len(rows) <= 5:
        faults.append(f"{len(rows)} fields")
    if faults:
        raise ApiError(400, 50035, "Invalid Form Body: " + ", ".join(faults))


def check_choices(choices: list[Json]) -> None:
    """Raise `ApiError` (400, 50035) for suggestions that Discord would not show."""
    bad = [
        choice
        for choice in choices
        if not (1 <= length(choice["name"]) <= 100 and length(choice["value"]) <= 100)
    ]
    if bad or len(choices) > 25:
        raise ApiError(400, 50035, f"Invalid Form Body: {len(choices)} choices, {len(bad)} of a bad length")


def _component_faults(components: list[Json]) -> list[str]:
    faults: list[str] = []
    seen: set[str] = set()
    for row in components:
        items = row.get("components", [])
        if len(items) > 5 or (len(items) > 1 and any(item["type"] == SELECT for item in items)):
            faults.append("too much in a row")
        for item in items:
            faults += _item_faults(item)
            key = item.get("custom_id")
            if key is None:
                continue
            if len(key) > 100:
                faults.append("custom_id > 100")
            if key in seen:
                faults.append(f"custom_id {key!r} twice")
            seen.add(key)
    return faults
