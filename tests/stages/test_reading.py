"""How long a text is, where its names stand, and which texts are kin."""

from __future__ import annotations

from annotated_reader.model import Entry, Mention
from annotated_reader.stages.collect import Text, collect
from annotated_reader.stages.reading import Reading, readings
from annotated_reader.stages.strip import Page, PageBlock, PageMention


def text(slug: str, *entries: str, words: int = 0) -> Text:
    """Return a text whose words are the ids of entries, each a mention."""
    body = " ".join([*entries, *["word"] * words])
    spans, start = [], 0
    for entry in entries:
        spans.append((start, start + len(entry)))
        start += len(entry) + 1
    found = tuple(
        PageMention(span, entry, f"m-{entry}-{number}")
        for number, (span, entry) in enumerate(zip(spans, entries, strict=True))
    )
    mentions = tuple(
        Mention(slug, it.span, it.entry, "place", "rule", 0.9, it.entry) for it in found
    )
    blocks = (PageBlock("p-1", "paragraph", 0, (0, len(body))),)
    return Text(slug, slug, Page(body, blocks, found), mentions=mentions)


def read(*texts: Text, ambiguous: str = "") -> dict[str, Reading]:
    ids = {mention.entry for each in texts for mention in each.mentions}
    entries = {
        id_: Entry(id_, id_, "date", value=id_)
        if id_[0].isdigit()
        else Entry(id_, id_, "place", candidates=("x", "y") if id_ == ambiguous else ())
        for id_ in ids
    }
    return readings(collect(texts, entries))


def kin(slug: str, found: dict[str, Reading]) -> list[str]:
    return [other.text.slug for other in found[slug].kin]


def with_headings(*levels: int) -> Text:
    """Return a text of headings of these levels, "part 0" and so on."""
    words = [f"part {number}" for number in range(len(levels))]
    spans = [(7 * number, 7 * number + 6) for number in range(len(levels))]
    blocks = tuple(
        PageBlock(f"h-{number}", "heading", level, span)
        for number, (level, span) in enumerate(zip(levels, spans, strict=True))
    )
    return Text("a", "a", Page(" ".join(words), blocks, ()))


def test_contents_are_the_headings_each_as_deep_as_it_stands() -> None:
    found = read(with_headings(3, 4, 3, 5))["a"].headings
    assert [(each.anchor, each.words, each.depth) for each in found] == [
        ("h-0", "part 0", 0), ("h-1", "part 1", 1), ("h-2", "part 2", 0), ("h-3", "part 3", 2),
    ]  # fmt: skip


def test_few_headings_need_no_contents() -> None:
    assert read(with_headings(2, 2, 2))["a"].headings == ()


def test_reading_time_is_told_in_minutes() -> None:
    assert read(text("a", words=690))["a"].minutes == 3


def test_short_text_takes_a_minute() -> None:
    assert read(text("a", words=3))["a"].minutes == 1


def test_name_with_most_mentions_comes_first() -> None:
    rows = read(text("a", "osh", "talas", "talas"))["a"].rows
    assert [(row.entry.id, len(row.ticks)) for row in rows] == [("talas", 2), ("osh", 1)]


def test_tick_says_how_far_into_the_text_it_is() -> None:
    (row,) = read(text("a", "osh", "osh"))["a"].rows
    assert [tick.share for tick in row.ticks] == [0, 0.5714]


def test_only_names_with_several_mentions_are_pictured() -> None:
    assert read(text("a", "osh", "talas", "talas"))["a"].pictured == 1


def test_dates_stand_behind_names_and_in_no_picture() -> None:
    found = read(text("a", "2010", "2010", "2010", "osh", "talas", "talas"))["a"]
    assert [row.entry.id for row in found.rows] == ["talas", "osh", "2010"]
    assert found.pictured == 1


def test_year_that_two_texts_share_makes_no_kin() -> None:
    assert kin("a", read(text("a", "2010"), text("b", "2010"), text("c"))) == []


def test_day_that_two_texts_share_makes_kin() -> None:
    assert kin("a", read(text("a", "2010-06-11"), text("b", "2010-06-11"), text("c"))) == ["b"]


def test_rare_name_makes_nearer_kin_than_common_ones() -> None:
    common = [text(f"c{number}", "osh") for number in range(5)]
    found = read(text("a", "osh", "sokh"), text("z", "sokh"), *common)
    assert kin("a", found)[0] == "z"


def test_name_that_all_texts_share_makes_no_kin() -> None:
    assert kin("a", read(text("a", "osh"), text("b", "osh"))) == []


def test_ambiguous_name_makes_no_kin() -> None:
    texts = text("a", "bakiyev"), text("b", "bakiyev"), text("c")
    assert kin("a", read(*texts, ambiguous="bakiyev")) == []


def test_kin_tell_the_rarest_name_first() -> None:
    texts = text("a", "osh", "sokh"), text("b", "osh", "sokh"), text("c", "osh"), text("d")
    shared = read(*texts)["a"].kin[0].shared
    assert [entry.id for entry in shared] == ["sokh", "osh"]
