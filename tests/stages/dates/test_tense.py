from __future__ import annotations

import pytest

from annotated_reader.stages.dates.dates import find_dates

NEWS = "They met on Monday.\n\n"


def last(text: str, published: str) -> str:
    return [dated.value for dated in find_dates(NEWS + text, published)][-1]


def weekdays(text: str, published: str = "2010-06-25") -> list[str]:
    return [dated.value for dated in find_dates(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "The airline will fly daily, it announced Wednesday.",
        "“We will go on,” said one of the miners at the gate on Wednesday.",
        "They signed an economic plan Wednesday.",
        "It will stay closed since a court Wednesday refused to hear it.",
        "They would appeal the ruling, Ann Reed told reporters Wednesday.",
        "Prices were lower-than-expected at the close Wednesday.",
        "They will have been on strike since Wednesday.",
        "He died due to a fall on Wednesday.",
        "It came into effect on Wednesday to loud cheers.",
        "It was shut a week before a storm struck it at noon on Wednesday.",
        "As of late Wednesday, 20 ships were lost.",
        "It struck on Wednesday 8:00 p.m. there.",
        "It was not until Wednesday that they left.",
        "They will go on with what they debated Wednesday.",
        "The men fired shots in return on Wednesday.",
        "Up until Wednesday, they had called him a witness.",
        "Until Wednesday, they had not called him a witness.",
        "They have been looking for him since shortly after Wednesday.",
        "He wrote to them on Wednesday last.",
    ],
)
def test_weekday_of_what_was_said_or_done_is_gone_by(text: str) -> None:
    assert weekdays(text) == ["2010-06-23"]


@pytest.mark.parametrize(
    "text",
    [
        "He said that the airline will fly on Sunday.",
        "They are expected to sign a treaty on Sunday.",
        "It will be officially announced Sunday.",
        "They could leave as early as Sunday.",
        "He and Ann Reed meet separately Sunday with Dr. Holt.",
        "The bank will talk with U.S. Treasury Secretary Holt on Sunday.",
        "On Sunday, the league plans to march.",
        "The office predicts rain on Sunday.",
        "They have to rule by this coming Sunday.",
        "The team planned to leave Osh on Sunday for Talas.",
        "They expect to leave on Sunday.",
        "He said the father would be traveling to Osh Sunday with his wife.",
        "They postponed until late Sunday any action on it.",
        "They have agreed to sign it on Sunday.",
        "The office has given them until noon Sunday to sign.",
        "He will lose the boy when the case is heard on Sunday.",
    ],
)
def test_weekday_of_what_is_to_be_is_still_to_come(text: str) -> None:
    assert weekdays(text) == ["2010-06-27"]


@pytest.mark.parametrize(
    "text",
    [
        "The offer had been due to expire Friday.",
        "They were given until 9 a.m. Tuesday.",
        "Shares fell from the previous Friday.",
        "They said they would leave on Tuesday.",
        "The storm was forecast to reach it on Tuesday.",
        "She instructed them to report to her on Tuesday.",
    ],
)
def test_weekday_of_what_was_to_be_stays_open(text: str) -> None:
    assert weekdays(text) == []


def test_weekday_of_the_text_itself_that_lies_ahead_is_that_day() -> None:
    assert weekdays("They are scheduled to meet on Friday.") == ["2010-06-25"]


def test_this_weekday_of_what_was_is_gone_by() -> None:
    assert weekdays("This Sunday, Ann Reed crossed the sea.", "2010-06-22") == ["2010-06-20"]


def test_day_behind_a_weekday_within_a_sentence_does_not_make_it_doubtful() -> None:
    text = "On Sunday, the state of alarm begun on 6 April was over."
    assert weekdays(text, "2010-06-22") == ["2010-06-20", "2010-04-06"]


@pytest.mark.parametrize("words", ["said on Friday", "said privately Friday", "said here Friday"])
def test_weekday_of_a_report_is_of_this_week_whatever_days_are_near(words: str) -> None:
    text = f"It began on 6 April. Ann Reed {words} that it was over."
    assert weekdays(text, "2010-04-19") == ["2010-04-06", "2010-04-16"]


def test_day_in_another_paragraph_does_not_tell_of_which_week_a_weekday_is() -> None:
    text = "It began on 6 April.\n\nThe roads were closed on Friday."
    assert weekdays(text, "2010-04-19") == ["2010-04-06", "2010-04-16"]


def test_weekday_over_an_account_of_another_week_stays_open() -> None:
    assert weekdays("Talas, Tuesday\n\nIt began on 6 April.", "2010-04-19") == ["2010-04-06"]


def test_weekday_after_a_day_is_not_the_own_weekday_of_that_day() -> None:
    text = "He left on 6 April. Tuesdays are short.\n\nThey won on Friday."
    assert weekdays(text, "2010-04-19")[-1] == "2010-04-16"


@pytest.mark.parametrize("head", ["MOSCOW (AP) —", "BUFFALO, N.Y. (AP) --", "WASHINGTON —"])
def test_text_with_the_dateline_of_an_agency_is_news_of_its_week(head: str) -> None:
    text = f"{head} It began on 6 April. The roads were closed on Friday."
    assert weekdays(text, "2010-04-19") == ["2010-04-06", "2010-04-16"]


def test_heading_with_a_dash_is_no_dateline() -> None:
    text = "ANN REED — A Life\n\nShe came in 1950. In June 1952 she left. In May she wrote."
    assert weekdays(text)[-1] == "1952-05"


@pytest.mark.parametrize(
    "words",
    [
        "last year",
        "a year ago",
        "five months ago",
        "last spring",
        "last May",
        "this morning",
        "police said today",
        "last night",
    ],
)
def test_words_of_its_day_make_a_text_news(words: str) -> None:
    assert weekdays(f"It was closed {words}.") != []


def test_today_in_the_name_of_a_paper_is_no_date() -> None:
    assert weekdays("He told USA Today on Friday.") == ["2010-06-25"]


def test_text_that_begins_with_today_is_news() -> None:
    text = "Today, Ann Reed left. It began in 1901, 1905, 1909, 1913 and 1917."
    assert weekdays(text)[0] == "2010-06-25"


def test_history_that_says_last_year_is_no_news() -> None:
    text = "He left in 1901, 1905, 1909, 1913 and 1917. “It ended last year,” he wrote."
    assert "2009" not in weekdays(text)


def test_day_with_its_weekday_is_of_the_year_in_which_it_is_that() -> None:
    text = "He left in April 1996 and in May 1996.\n\nThey wrote on Saturday, April 25: go."
    assert last(text, "1998-04-24") == "1998-04-25"


def test_weekday_before_a_short_month_is_no_day_of_its_own() -> None:
    assert last("They wrote it on Saturday, Apr. 25, there.", "1998-04-24") == "1998-04-25"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He was shot on October 23.", "1999-01-22", "1998-10-23"),
        ("It is the crisis that began October 23.", "1999-05-06", "1998-10-23"),
        ("They say the January 23 polls will be rigged.", "2006-12-11", "2007-01-23"),
        ("He was shot last October 23.", "1999-05-06", "1998-10-23"),
        ("He will follow Ann Reed on February 1.", "1989-10-26", "1990-02-01"),
        ("They started from as early as March 8.", "2020-10-18", "2020-03-08"),
        ("He would be sworn in on January 20.", "2020-11-26", "2021-01-20"),
        ("It was expected to end on December 15.", "2020-01-01", "2019-12-15"),
        ("In 2019, it broke out there first on February 6.", "2020-01-01", "2019-02-06"),
        ("It came on December 20, 2019, and after talks on July 25.", "2020-01-10", "2019-07-25"),
        ("It hit the record set on Aug. 6.", "1998-02-06", "1997-08-06"),
        ("The company has set Nov. 10 as its last day.", "1989-10-26", "1989-11-10"),
        ("They have searched since shortly after the Oct. 23 crime.", "1999-05-06", "1998-10-23"),
        ("The dividend will be paid Dec. 14 to holders of Nov. 15.", "1989-10-26", "1989-11-15"),
    ],
)
def test_day_in_news_is_of_the_year_that_its_tense_tells(
    text: str, published: str, value: str
) -> None:
    assert last(text, published) == value


def test_day_to_come_is_not_of_the_year_told_before_it() -> None:
    text = "Asked in July 1997, they will join on March 12."
    assert last(text, "1999-02-27") == "1999-03-12"


def test_day_to_come_is_of_the_year_to_come_told_before_it() -> None:
    text = "It opens in June 2012. They will march on July 3."
    assert last(text, "2011-10-26") == "2012-07-03"


def test_year_to_come_is_not_gone_on_from_to_its_end() -> None:
    text = "It is to be paid on January 3, 1990, to holders of November 16."
    assert last(text, "1989-11-01") == "1989-11-16"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They are expected to join in February.", "2010-02"),
        ("They pay the loan by February.", "2010-02"),
        ("They have a loan through early February.", "2010-02"),
        ("By February, they had paid the loan.", "2009-02"),
        ("The vote would be held in early January.", "2010-01"),
        ("The vote was put off until January.", "2010-01"),
        ("The vote was scheduled for January.", "2010-01"),
        ("The quakes may go on into early January.", "2010-01"),
        ("It is of September’s crop.", "2009-09"),
        ("They made the late-September trip.", "2009-09"),
        ("The sales for September were low.", "2009-09"),
        ("It should have come in February.", "2009-02"),
        ("They ask for January elections.", "2010-01"),
        ("They marched in August 2008. That September they won.", "2008-09"),
    ],
)
def test_month_in_news_by_what_is_due_lies_ahead(text: str, value: str) -> None:
    assert last(text, "2009-10-26") == value


def test_number_before_a_word_that_is_no_plural_may_be_a_year() -> None:
    assert weekdays("They read of an upcoming 2020 census.") == ["2020"]


def test_year_earlier_in_news_is_that_before_the_text() -> None:
    text = "It sold 4 ships, 2 a year earlier. It built 5, but 3 a year earlier."
    assert weekdays(NEWS + text)[-2:] == ["2009", "2009"]


def test_day_on_whose_night_something_was_done_is_gone_by() -> None:
    text = "Ott was shot to death on the night of Oct. 23 as he stood at home."
    assert last(text, "1999-05-05") == "1998-10-23"
    assert last("They will meet on the night of Oct. 23.", "1999-05-05") == "1999-10-23"


def test_month_of_what_had_been_done_is_gone_by_whatever_lies_ahead() -> None:
    text = "They will care for him since he was rescued off the coast in late November."
    assert last(text, "2000-03-10") == "1999-11"


def test_month_that_is_due_may_lie_three_quarters_of_a_year_ahead() -> None:
    assert last("The elections are due in November.", "2010-03-18") == "2010-11"
    assert last("The elections are due in January.", "2010-03-18") == "2010-01"


def test_end_of_a_month_at_which_something_expires_is_to_come() -> None:
    assert last("It expires at the end of September.", "2010-03-18") == "2010-09"
