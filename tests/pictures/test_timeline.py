from __future__ import annotations

from itertools import combinations

from annotated_reader.model import Entry
from annotated_reader.pictures.timeline import Line, Mark, Timeline, make_timeline
from annotated_reader.stages.collect import Register, Text
from annotated_reader.stages.strip import Page


def timeline(*values: str, texts: tuple[Text, ...] = ()) -> Timeline:
    entries = {value: Entry(value, value, "date", value=value) for value in values}
    return make_timeline(Register(texts, entries))


def make_text(slug: str, date: str = "") -> Text:
    return Text(slug, f"Title of {slug}", Page("", (), ()), date=date)


def marks(line: Line) -> dict[str, Mark]:
    return {mark.dated.value: mark for mark in line.marks}


def test_day_is_a_point_and_a_month_a_bar_shorter_than_a_years() -> None:
    placed = marks(timeline("2010", "2010-06", "2010-06-11").lines[0])
    assert placed["2010-06-11"].is_point
    assert not placed["2010-06"].is_point
    assert placed["2010-06"].width * 10 < placed["2010"].width


def test_month_lies_within_its_year() -> None:
    placed = marks(timeline("2010", "2010-12").lines[0])
    year, month = placed["2010"], placed["2010-12"]
    assert year.x < month.x < month.x + month.width <= year.x + year.width + 1


def test_text_stands_among_the_dates_it_falls_between() -> None:
    found = timeline("2010-06-01", "2010-06-20", texts=(make_text("a", "2010-06-11"),))
    assert [item.value for item in found.dated] == ["2010-06-01", "2010-06-11", "2010-06-20"]


def test_text_leads_to_its_page() -> None:
    assert timeline(texts=(make_text("a", "2010"),)).dated[0].address == "texts/a.html"


def test_year_stands_before_what_falls_into_it() -> None:
    found = timeline("2010-01-01", "2010-01", "2010")
    assert [item.value for item in found.dated] == ["2010", "2010-01", "2010-01-01"]


def test_open_year_is_listed_and_not_placed() -> None:
    found = timeline("--06-11", "2010")
    assert [entry.id for entry in found.open_entries] == ["--06-11"]
    assert [item.value for item in found.dated] == ["2010"]


def test_text_without_a_date_is_listed_and_not_placed() -> None:
    found = timeline(texts=(make_text("a"), make_text("b", "2010")))
    assert [text.slug for text in found.undated_texts] == ["a"]


def test_event_with_a_date_of_its_own_is_placed() -> None:
    entries = {"fire": Entry("fire", "Great fire", "event", value="2010-06-10/2010-06-14")}
    assert make_timeline(Register((), entries)).dated[0].name == "Great fire"


def test_five_hundred_dates_never_lie_on_each_other() -> None:
    values = [f"20{year:02}-{month:02}-{day:02}"
              for year in range(5, 15) for month in range(1, 11) for day in (3, 4, 9, 17, 30)
              if (month, day) != (2, 30)]  # fmt: skip
    for line in timeline(*values).lines:
        assert not [pair for pair in combinations(line.marks, 2) if overlap(*pair)]


def overlap(one: Mark, other: Mark) -> bool:
    (left, width), (start, length) = one.target, other.target
    return one.y == other.y and left < start + length - 5 and start < left + width - 5


def test_label_at_the_edge_stays_on_the_sheet() -> None:
    mark = timeline("2019-12-31").lines[0].marks[0]
    assert mark.anchor == "end"
    assert mark.label_x <= 760
