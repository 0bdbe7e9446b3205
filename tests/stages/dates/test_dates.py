from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.dates.dates import find_dates
from annotated_reader.stages.dates.names import date_name


def values(text: str, published: str = "") -> list[str]:
    return [dated.value for dated in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began on 11 June 2010.", "2010-06-11"),
        ("It began on June 11th, 2010.", "2010-06-11"),
        ("It began on the 11th of June 2010.", "2010-06-11"),
        ("It began on 2010-06-11.", "2010-06-11"),
        ("It began on Sept. 3, 2010.", "2010-09-03"),
        ("It began in June 2010.", "2010-06"),
        ("It began in 2010.", "2010"),
        ("The 2010 vote was close.", "2010"),
        ("It lasted from 6 to 8 April 2010.", "2010-04-06/2010-04-08"),
        ("It lasted from 6–8 April 2010.", "2010-04-06/2010-04-08"),
        ("It was April 6–8, 2010.", "2010-04-06/2010-04-08"),
        ("RELEASED JUNE 11, 2010", "2010-06-11"),
        ("It began on 8-May-2006.", "2006-05-08"),
        ("It began on the fifth of June 2010.", "2010-06-05"),
        ("It began on the twenty-first of June 2010.", "2010-06-21"),
        ("It opened in the summer of 2010.", "2010-22"),
        ("The fall 2010 term was long.", "2010-23"),
        ("He was born c. 1850 in Osh.", "1850~"),
        ("He died in AD 368.", "0368"),
        ("The London 2012 Olympics were near.", "2012"),
        ("It began on 5 Jun 2010.", "2010-06-05"),
        ("It began on June the 5th, 2010.", "2010-06-05"),
        ("It began on the 5th, June of 2010.", "2010-06-05"),
        ("It began on 5.6.2010.", "2010-06-05"),
        ("It began on 25/6/2010.", "2010-06-25"),
        ("It began on 6/25/2010.", "2010-06-25"),
        ("It began on 2010/06/05.", "2010-06-05"),
        ("It began on Christmas Eve 2009.", "2009-12-24"),
        ("It began on New Year’s Day, 2010.", "2010-01-01"),
        ("They were home by Christmas 2009.", "2009-12-25~"),
        ("Holt opened 2012 with Altoona.", "2012"),
        ("It began on 2010-6-5.", "2010-06-05"),
        ("It began on 25-06-2010.", "2010-06-25"),
        ("It lasted from June 6 to 8, 2010.", "2010-06-06/2010-06-08"),
        ("It was over by mid-2010.", "2010"),
        ("It began on June fifth, 2010.", "2010-06-05"),
        ("It was after 9/11.", "2001-09-11"),
        ("It was after the Sept. 11 attacks.", "2001-09-11"),
        ("It was after the September 11 terror attacks.", "2001-09-11"),
        ("It began at 2010-06-11T14:30Z there.", "2010-06-11"),
        ("It was founded in the year 71.", "0071"),
        ("It began in the 1990s.", "1990/1999"),
        ("It began in the mid-1930’s.", "1930/1939"),
        ("It was empty in the 1800s.", "1800/1899"),
        ("It is of the 19th century.", "1801/1900"),
        ("A twelfth-century house stood there.", "1101/1200"),
        ("It began in the week of 9 June 2010.", "2010-06-07/2010-06-13"),
        ("It began in nineteen ninety-six.", "1996"),
        ("It began in eighteen hundred and thirty.", "1830"),
        ("It began in nineteen oh four.", "1904"),
        ("It began in nineteen eighteen.", "1918"),
        ("It began in May of nineteen ninety-six.", "1996-05"),
        ("It was in the winter of nineteen ninety-four.", "1994-24"),
        ("It will end by the year two thousand.", "2000"),
        ("It began in May two thousand and eight.", "2008-05"),
        ("It began on Good Friday, 1998.", "1998-04-10"),
        ("It fell on Easter Sunday 2010.", "2010-04-04"),
        ("They ate on Thanksgiving Day, 1999, at home.", "1999-11-25"),
        ("They met on Memorial Day 2010.", "2010-05-31"),
        ("They met on Labor Day of 2010.", "2010-09-06"),
        ("They met on All Saints' Day 2010.", "2010-11-01"),
        ("It cost more in fiscal 1989 than all sales.", "1989"),
    ],
)
def test_a_date_in_full_has_the_value_and_precision_of_its_words(text: str, value: str) -> None:
    assert values(text) == [value]


def test_day_without_a_year_takes_the_year_of_the_text() -> None:
    assert values("It began on June 11th.", "2010-06-22") == ["2010-06-11"]


def test_day_without_a_year_takes_the_year_of_the_date_before() -> None:
    assert values("In June 2010 it burned. On 14 June it ended.") == ["2010-06", "2010-06-14"]


def test_day_without_any_year_in_sight_stays_open() -> None:
    assert values("It began on June 11th.") == ["--06-11"]


def test_a_year_far_back_is_no_base() -> None:
    text = "It was founded in 1938. " + "The years went by. " * 40 + "It closed on 3 May."
    assert values(text) == ["1938", "--05-03"]


def test_weekday_is_the_last_one_before_the_date_of_the_text() -> None:
    assert values("He spoke on Monday.", "2010-06-22") == ["2010-06-21"]


def test_weekday_without_a_date_of_the_text_is_no_date() -> None:
    assert values("He spoke on Monday. In 2010 he left.") == ["2010"]


def test_weekday_in_a_narrative_is_counted_from_the_day_before_it() -> None:
    text = "It began on 6 April 2010. On Wednesday they came to Bishkek."
    assert values(text) == ["2010-04-06", "2010-04-07"]


def test_weekday_in_news_of_another_week_stays_open() -> None:
    text = "It began on 6 April. On Wednesday they came to Bishkek."
    assert values(text, "2010-04-19") == ["2010-04-06"]


@pytest.mark.parametrize(
    "head", ["Monday, 19 April 2010", "Some news\n\nApril 18, 2010", "He left Osh yesterday."]
)
def test_weekday_in_news_of_its_day_is_of_its_week_whatever_days_are_near(head: str) -> None:
    text = f"{head}\n\nIt began on 6 March. On Wednesday they came to Bishkek."
    assert values(text, "2010-04-19")[-2:] == ["2010-03-06", "2010-04-14"]


def test_weekdays_of_an_account_are_counted_on_from_a_day_told_with_its_own() -> None:
    text = "Talas, Tuesday. It began on 6 April.\n\nBishkek, Wednesday.\n\nOn Thursday they won."
    assert values(text, "2010-04-19") == ["2010-04-06", "2010-04-07", "2010-04-08"]


def test_account_that_has_come_to_the_week_of_its_text_counts_from_the_text() -> None:
    text = "Talas, Tuesday. It began on 6 April. On 15 April he left. On Friday they won."
    assert values(text, "2010-04-19") == ["2010-04-06", "2010-04-15", "2010-04-16"]


def test_weekday_said_to_be_last_is_no_day_of_an_account() -> None:
    text = "Talas, Tuesday. It began on 6 April. It was told last Thursday."
    assert values(text, "2010-04-19") == ["2010-04-06", "2010-04-15"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met in mid-May there.", "2010-05"),
        ("It lasted through May, they said.", "2010-05"),
        ("He came this past May.", "2010-05"),
        ("After the May elections he left.", "2010-05"),
        ("It was built around 1970.", "1970~"),
    ],
)
def test_month_or_year_is_told_by_the_words_before_it(text: str, value: str) -> None:
    assert values(f"He spoke on Monday. {text}", "2010-06-25")[-1] == value


def test_number_of_things_is_no_year() -> None:
    assert values("It has around 1970 seats.", "2010-06-25") == []


def test_weekday_before_a_day_of_another_week_stays_open() -> None:
    assert values("Talas, Tuesday. It began on 6 April.", "2010-04-19") == ["2010-04-06"]


def test_day_in_an_account_of_another_year_is_of_that_year() -> None:
    text = "He died on Saturday. In June 2010 it came. On 13 June he went."
    assert values(text, "2020-07-31")[-2:] == ["2010-06", "2010-06-13"]


def test_day_before_what_was_told_is_of_the_year_of_the_news() -> None:
    text = "They met on Tuesday. It began in July 2010 and ended on 3 May."
    assert values(text, "2011-07-06")[-2:] == ["2010-07", "2011-05-03"]


def test_text_that_looks_back_counts_from_the_year_it_looks_back_to() -> None:
    text = (
        "It was a year ago today. On Friday they went."
        + " It went on." * 50
        + " It ended on 14 June."
    )
    assert values(text, "2011-06-10")[-1] == "2010-06-14"


def test_two_days_may_share_a_year() -> None:
    text = "It was elected in 2002. Votes were on 27 February and 13 March 2005."
    assert values(text) == ["2002", "2005-02-27", "2005-03-13"]


def test_day_of_the_same_year_is_of_the_year_before_it() -> None:
    assert values("It began in June 2010. On 15 September of the same year he left.") == [
        "2010-06",
        "2010-09-15",
    ]


def test_weekday_in_another_paragraph_than_the_day_before_it_is_not_counted_from_that() -> None:
    assert values("It began on 6 April 2010.\n\nOn Wednesday they came.") == ["2010-04-06"]


def test_weekday_after_a_day_in_a_caption_is_of_this_week() -> None:
    text = "He spoke on 14 November 2009. Image: A. Reed.\n\nOn Wednesday he came."
    assert values(text, "2010-06-25") == ["2009-11-14", "2010-06-23"]


def test_nearest_day_tells_of_which_week_a_weekday_is() -> None:
    text = "It began on 6 April. On 15 April he came. On Friday he left."
    assert values(text, "2010-04-19") == ["2010-04-06", "2010-04-15", "2010-04-16"]


@pytest.mark.parametrize(
    "text",
    [
        "There is a vote on Sunday.",
        "They will meet next Sunday.",
        "The trial begins on Sunday.",
        "We look forward to our talk on Sunday.",
    ],
)
def test_weekday_that_lies_ahead_is_the_next_one(text: str) -> None:
    assert values(text, "2010-06-25") == ["2010-06-27"]


@pytest.mark.parametrize("text", ["They were to come by Monday.", "They came every Sunday."])
def test_weekday_that_may_lie_on_either_side_stays_open(text: str) -> None:
    assert values(text, "2010-06-25") == []


@pytest.mark.parametrize("text", ["The Saturday Evening Post came.", "It flies Friday mornings."])
def test_weekday_in_a_name_or_a_timetable_is_no_date(text: str) -> None:
    assert values(text, "2010-06-25") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("today", "2010-06-25"),
        ("yesterday", "2010-06-24"),
        ("tomorrow", "2010-06-26"),
        ("this year", "2010"),
        ("last year", "2009"),
        ("next month", "2010-07"),
        ("two years ago", "2008"),
        ("Twenty-three years ago", "1987"),
        ("six months ago", "2009-12"),
        ("a day ago", "2010-06-24"),
        ("a year ago today", "2009-06-25"),
        ("two years ago tomorrow", "2008-06-26"),
        ("a year and a half ago", "2008-12"),
        ("two and a half years ago", "2007-12"),
        ("three and a half months ago", "2010-03"),
        ("last Wed.", "2010-06-23"),
        ("on Tues. and then", "2010-06-22"),
        ("last night", "2010-06-24"),
        ("this morning", "2010-06-25"),
        ("yesterday evening", "2010-06-24"),
        ("tomorrow night", "2010-06-26"),
        ("three weeks ago", "2010-06-04~"),
        ("in two months’ time", "2010-08"),
        ("ten days from now", "2010-07-05"),
        ("last Friday", "2010-06-18"),
        ("this Saturday", "2010-06-26"),
        ("the day before yesterday", "2010-06-23"),
        ("the day after tomorrow", "2010-06-27"),
        ("last week", "2010-06-14/2010-06-20"),
        ("earlier this week", "2010-06-21/2010-06-27"),
        ("this past week", "2010-06-14/2010-06-20"),
        ("over the weekend", "2010-06-19/2010-06-20"),
        ("of next weekend", "2010-07-03/2010-07-04"),
        ("last summer", "2009-22"),
        ("this past summer", "2009-22"),
        ("this past spring", "2010-21"),
        ("over the winter", "2009-24"),
        ("[Ten] years ago", "2000"),
        ("of this autumn", "2010-23"),
        ("next spring", "2011-21"),
        ("in the summer of last year", "2009-22"),
        ("in April last year", "2009-04"),
        ("on 13 May of this year", "2010-05-13"),
        ("on May 13 last year", "2009-05-13"),
        ("a decade ago", "2000~"),
        ("earlier in the year", "2010"),
        ("at the end of the month", "2010-06"),
        ("by year end", "2010-12-31"),
        ("of the ’90s", "1990/1999"),
        ("of the sixties", "1960/1969"),
        ("next April", "2011-04"),
        ("this past May", "2010-05"),
    ],
)
def test_news_count_from_the_date_of_the_text(words: str, value: str) -> None:
    text = f"They came on Monday. It was said {words}."
    assert values(text, "2010-06-25") == ["2010-06-21", value]


def test_what_is_not_news_does_not_count_from_the_date_of_the_text() -> None:
    assert values("Today the house is a museum. It fell two years ago.", "2010-06-25") == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Two years later", "1726"),
        ("The next year", "1725"),
        ("The previous year", "1723"),
        ("The year before,", "1723"),
        ("The very next year", "1725"),
        ("Two years earlier", "1722"),
        ("That same year", "1724"),
        ("In March of the same year", "1724-03"),
    ],
)
def test_narrative_counts_from_the_date_before(words: str, value: str) -> None:
    assert values(f"It was published in 1724. {words} he left.") == ["1724", value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The next day", "2010-05-01"),
        ("The following morning", "2010-05-01"),
        ("The night before", "2010-04-29"),
        ("That night", "2010-04-30"),
        ("Three days earlier", "2010-04-27"),
        ("A week later", "2010-05-07~"),
    ],
)
def test_next_day_is_counted_from_the_day_before(words: str, value: str) -> None:
    assert values(f"It began on 30 April 2010. {words}, he left.") == ["2010-04-30", value]


def test_days_later_need_a_day_to_count_from() -> None:
    assert values("It began in April 2010. Two days later he left.") == ["2010-04"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Orgetorix (1909 – 1949) wrote it.", ["1909", "1949"]),
        ("He was Rector in 1920–21.", ["1920", "1921"]),
        ("Theodorus (c. 314 – 368) came around 328.", ["0314", "0368", "0328"]),
    ],
)
def test_span_of_years_is_two_dates(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was on 10, 11 and 12 June 2010.", ["2010-06-10", "2010-06-11", "2010-06-12"]),
        ("It was on June 10 and 11, 2010.", ["2010-06-10", "2010-06-11"]),
        ("It was on June 10 and 11 in 2010.", ["--06-10", "--06-11", "2010"]),
        ("On June 10, 2010 12 people came.", ["2010-06-10"]),
        ("They read 12 and 10 June 2010.", ["2010-06-10"]),
    ],
)
def test_days_that_share_their_month_are_a_date_each(text: str, found: list[str]) -> None:
    assert values(text) == found


def test_words_of_days_that_share_their_month_do_not_overlap() -> None:
    text = "It was on June 10 and 11, 2010."
    assert [text[slice(*dated.span)] for dated in find_dates(text)] == ["June 10", "11, 2010"]


@pytest.mark.parametrize("text", ["In May and June 2010 it rained.", "In May–June 2010 it rained."])
def test_months_may_share_a_year(text: str) -> None:
    assert values(text) == ["2010-05", "2010-06"]


def test_nothing_is_counted_from_a_decade_or_a_century() -> None:
    assert values("It was built in the 1720s. Two years later he left.") == ["1720/1729"]


def test_nothing_is_counted_from_a_day_that_is_but_called_so() -> None:
    assert values("After 9/11 all was new. He left on 3 May.", "2011-06-10") == [
        "2001-09-11",
        "2011-05-03",
    ]


def test_week_and_season_of_what_is_not_news_stay_open() -> None:
    assert values("It rained last summer, and they left last week.") == []


@pytest.mark.parametrize("name", ["Black Friday", "Good Friday School", "Saturday Morning Cereal"])
def test_weekday_in_the_name_of_a_feast_is_none_of_the_week(name: str) -> None:
    assert values(f"He left yesterday. They met on {name}.", "2010-06-25") == ["2010-06-24"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Sunday, the voters of the south will go to the polls.", "2010-06-27"),
        ("On Sunday, they are to meet.", "2010-06-27"),
        ("On Sunday, he said that they will meet.", "2010-06-20"),
        ("The vote of Sunday was one that will be told of.", "2010-06-20"),
        ("On Sunday, Ahmed will come.", "2010-06-27"),
    ],
)
def test_weekday_whose_sentence_tells_what_will_be_lies_ahead(text: str, value: str) -> None:
    assert values(text, "2010-06-25") == [value]


def test_weekday_beside_a_day_to_come_is_of_this_week() -> None:
    text = "He spoke on Tuesday of the June 27 vote. On Wednesday he left."
    assert values(text, "2010-06-11") == ["2010-06-08", "2010-06-27", "2010-06-09"]


def test_day_takes_the_year_that_its_sentence_tells_before_it() -> None:
    text = "He came on 26 December 2012. He began 2014 there, but left on May 17."
    assert values(text) == ["2012-12-26", "2014", "2014-05-17"]


def test_day_does_not_take_a_year_in_brackets() -> None:
    text = "He came on 26 May 2012. Ann (1980) left on June 17."
    assert values(text) == ["2012-05-26", "1980", "2012-06-17"]


def test_day_without_its_month_may_be_that_of_an_evening() -> None:
    assert values("In June 2010 he came. On the evening of the 11th he left.") == [
        "2010-06",
        "2010-06-11",
    ]


def test_weekend_of_a_text_of_its_day_may_lie_ahead() -> None:
    assert values("They meet tomorrow. They will vote this weekend.", "2010-06-22") == [
        "2010-06-23",
        "2010-06-26/2010-06-27",
    ]


def test_around_new_year_a_day_is_of_the_nearer_year() -> None:
    assert (
        values("It was over on Monday. It began on 28 December.", "2011-01-05")[-1] == "2010-12-28"
    )


def test_month_in_news_is_the_latest_such_month() -> None:
    text = "On Monday they met. He left in November."
    assert values(text, "2010-06-22") == ["2010-06-21", "2009-11"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("They will vote in November", "2010-11"),
        ("They meet again next July", "2010-07"),
        ("They left last July", "2009-07"),
        ("They left in July", "2009-07"),
    ],
)
def test_month_that_is_said_to_come_lies_ahead(words: str, value: str) -> None:
    assert values(f"On Monday they met. {words}.", "2010-06-22") == ["2010-06-21", value]


def test_month_that_is_said_to_come_after_new_year_is_of_the_next_year() -> None:
    text = "On Monday they met. The vote is due in February."
    assert values(text, "2009-10-22") == ["2009-10-19", "2010-02"]


def test_month_in_a_dated_text_that_is_not_news_is_no_date() -> None:
    assert values("The road is closed in November.", "2010-06-22") == []


def test_month_without_a_base_is_no_date() -> None:
    assert values("He was ousted in April.") == []


def test_date_line_at_the_head_dates_the_text() -> None:
    text = "Wednesday, April 13, 2011\n\nIt will be launched on April 29."
    assert values(text) == ["2011-04-13", "2011-04-29"]


@pytest.mark.parametrize(
    "head",
    [
        "Wednesday, April 13, 2011 NASA will launch it.",
        "Wednesday, April 13, 2011 — It is ready.",
        "NASA on its ships Wednesday, April 13, 2011",
        "NASA\n\nPublished on April 13, 2011",
        "CAPE CANAVERAL, Fla., April 13, 2011 (AP) — It is ready.",
        "Houston, 13 April 2011 – It is ready.",
    ],
)
def test_day_that_the_first_lines_state_dates_the_text(head: str) -> None:
    assert values(f"{head}\n\nOn Monday it rose. It lands on April 29.")[-1] == "2011-04-29"


@pytest.mark.parametrize(
    "head",
    [
        "Wednesday, April 13, 2011, was a dark day.",
        "They left on Wednesday, April 13, 2011",
        "Tuesday, April 13, 2011 It was not.",
    ],
)
def test_date_of_a_sentence_does_not_date_the_text(head: str) -> None:
    text = f"{head}\n\n{'They waited long. ' * 40}It lands on April 29."
    assert values(text)[-1] == "--04-29"


def test_date_line_of_the_week_counts_where_the_text_was_dated_otherwise() -> None:
    text = "Friday, July 21, 2017\n\nThey came on Thursday."
    assert values(text, "2017-07-18") == ["2017-07-21", "2017-07-20"]


def test_date_line_of_another_time_does_not_count() -> None:
    text = "Thursday, May 7, 2015\n\nThey came yesterday."
    assert values(text, "2011-12-02") == ["2015-05-07", "2011-12-01"]


@pytest.mark.parametrize(
    "text",
    [
        "It took two days.",
        "She is 14 years old.",
        "It cost 2010 dollars.",
        "They counted 1,990 houses.",
        "In 2000 people fled.",
        "It began at noon (1620 UTC) there.",
        "It began at noon (1700 GMT on the day).",
        "It began at noon (2053 late at night, UTC).",
        "They may come.",
        "On 30 February 2010 nothing happened.",
        "By ca. 1000 authors.",
        "See pp. 1087–1101.",
        "They adopted resolution 1325.",
        "They counted 1890 houses.",
        "It took half a year.",
        "It took two years prior to the vote.",
        "The Christmas tree stood.",
        "It cost $1990s.",
        "It lasted for decades.",
        "They paid nineteen twenty-dollar notes.",
        "They were nineteen forty years.",
        "In two thousand five hundred cases it was so.",
        "In two thousand homes it was so.",
        "The Good Friday Agreement was signed.",
    ],
)
def test_durations_ages_and_amounts_are_not_dates(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("2010", "2010"),
        ("2010-06", "June 2010"),
        ("2010-06-11", "11 June 2010"),
        ("--06-11", "11 June"),
        ("2010-04-06/2010-04-08", "6–8 April 2010"),
        ("--02-16/--02-17", "16–17 February"),
        ("--02-16/--03-02", "16 February – 2 March"),
        ("2010-04-30/2010-05-02", "30 April 2010 – 2 May 2010"),
        ("2010-22", "summer 2010"),
        ("1850~", "about 1850"),
        ("2010-06-04~", "about 4 June 2010"),
        ("1990/1999", "1990s"),
        ("1800/1899", "1800s"),
        ("1801/1900", "19th century"),
        ("2001/2100", "21st century"),
        ("1914/1918", "1914–1918"),
        ("0368", "AD 368"),
    ],
)
def test_name_of_a_date_says_no_more_than_its_value(value: str, name: str) -> None:
    assert date_name(value) == name


@given(st.text())
def test_dates_are_in_order_and_apart_in_any_text(text: str) -> None:
    spans = [dated.span for dated in find_dates(text)]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


WORDS = (
    *("On", "last", "next", "this", "the", "Friday,", "February", "29", "30", "Feb.", "in", "1999"),
    *(
        "week",
        "of",
        "year",
        "month",
        "ago",
        "two",
        "later",
        "Q3",
        "third",
        "quarter",
        "that",
        "A.D.",
    ),
    *("September", "will", "was", "due", "by", "today", "9/11", "’s", ".", "999", "summer", "100"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=15).map(" ".join), st.dates().map(str))
def test_dates_of_any_words_and_day_have_a_name(text: str, published: str) -> None:
    assert all(date_name(dated.value) for dated in find_dates(text, published))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_no_day_is_counted_from_an_end_of_the_calendar(published: str) -> None:
    assert values("They met last week.", published) == []


def test_year_without_its_century_is_the_last_such_year() -> None:
    assert values("I voted in ’96 and in ’08.", "2015-01-06") == ["1996", "2008"]


@pytest.mark.parametrize("text", ["It is 9/11%.", "See 19/11.", "It is 9/11.5 long."])
def test_fraction_is_no_day(text: str) -> None:
    assert values(text) == []


def test_year_without_its_century_may_lie_a_few_years_ahead() -> None:
    assert values("They are the class of ’71, not of ’79.", "1967-05-30") == ["1971", "1879"]


def test_year_without_its_century_needs_the_date_of_the_text() -> None:
    assert values("I voted in ’96.") == []


def test_last_year_in_an_interview_is_counted_from_its_date() -> None:
    assert values("What did you do? I ran last year and we won.", "2015-01-06") == ["2014"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("In June 2010 he came. On the 11th he left.", "", ["2010-06", "2010-06-11"]),
        ("He said on Monday that on the 3rd, he left.", "2010-06-15", ["2010-06-14", "2010-06-03"]),
        (
            "He said on Monday that on the 30th, he left.",
            "2010-06-15",
            ["2010-06-14", "2010-05-30"],
        ),
        ("He lived on the 11th floor. In June 2010 he sat on the 2nd chair.", "", ["2010-06"]),
        ("He left on the 11th.", "", []),
        ("In June 2010 he came. On the 31st he left.", "", ["2010-06"]),
    ],
)
def test_day_without_its_month(text: str, published: str, expected: list[str]) -> None:
    assert values(text, published) == expected


def test_days_of_last_year_are_one_interval() -> None:
    text = "They met on Monday.\n\nIt was there from July 13 to 17 of last year."
    assert values(text, "2010-03-18")[-1] == "2009-07-13/2009-07-17"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The following Monday they left.", "2010-06-07"),
        ("The following Saturday they left.", "2010-06-12"),
        ("It had rained the previous Friday.", "2010-06-04"),
    ],
)
def test_weekday_beside_the_day_before_it_is_counted_from_that(words: str, value: str) -> None:
    assert values(f"On Saturday, 5 June 2010 they met. {words}") == ["2010-06-05", value]


def test_weekday_beside_another_day_needs_one_before_it() -> None:
    text = "The following Monday they left. They came yesterday."
    assert values(text, "2010-06-11") == ["2010-06-10"]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He was found on Thanksgiving Day near Osh.", "2000-04-03", "1999-11-25"),
        ("They will march on Thanksgiving.", "2000-10-03", "2000-11-23"),
        ("They will march on Good Friday.", "2000-03-03", "2000-04-21"),
    ],
)
def test_feast_in_news_is_of_the_year_that_its_tense_tells(
    text: str, published: str, value: str
) -> None:
    assert values(f"They came yesterday. {text}", published)[-1] == value


def test_year_before_a_leap_day_has_none() -> None:
    text = "It is Monday, and it was yesterday. It began a year ago today."
    assert values(text, "2024-02-29")[-1] == "2023"


def test_years_before_new_year_are_counted_from_tomorrow_s() -> None:
    text = "It is Monday, and it was yesterday. It began two years ago tomorrow."
    assert values(text, "2010-12-31")[-1] == "2009-01-01"


@pytest.mark.parametrize(
    "text",
    [
        "The monsoon occurs in July till mid-August.",
        "The best season for divers is from the end of January.",
        "In January the temperatures are higher than in June.",
    ],
)
def test_month_of_every_year_is_no_date(text: str) -> None:
    assert values(f"It was settled in 1906. {text}") == ["1906"]


def test_month_of_one_year_is_a_date_though_the_weather_was_bad_in_it() -> None:
    text = "It was settled in 1906. The monsoon came in July."
    assert values(text) == ["1906", "1906-07"]


@pytest.mark.parametrize(
    ("behind", "value"), [("fireworks", "--07-04"), (" he left", "1776-07-04"), (".", "1776-07-04")]
)
def test_fourth_of_july_with_its_fireworks_is_of_every_year(behind: str, value: str) -> None:
    text = f"On June 1, 1776, they met. They like the 4th of July {behind}"
    assert values(text) == ["1776-06-01", value]


@pytest.mark.parametrize(
    ("words", "value"),
    [("6/25/90", "1990-06-25"), ("12/31/19", "2019-12-31"), ("2/30/90", None), ("1/25/90/3", None)],
)
def test_day_in_figures_may_have_a_short_year(words: str, value: str | None) -> None:
    assert values(f"Dear Jerry, {words} is the day.") == ([value] if value else [])


def test_year_of_three_figures_stands_behind_after_in_a_text_on_early_years() -> None:
    text = "It was founded in the year 71, and after 211 became the capital."
    assert values(text) == ["0071", "0211"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("ruling", ["2010-06-23"]), ("surprise ruling", ["2010-06-23"]), ("vote", [])],
)
def test_day_of_what_is_over_is_gone_by_whatever_is_still_to_come(
    words: str, found: list[str]
) -> None:
    text = f"It happened yesterday. They would look for ways to get around Wednesday’s {words}."
    assert values(text, "2010-06-25")[1:] == found
