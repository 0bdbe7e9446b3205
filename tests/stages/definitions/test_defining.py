"""Who a person of a book is: what books say, and what they say in passing."""

from __future__ import annotations

import pytest

from annotated_reader.model import Claim, Entity, Parse
from annotated_reader.stages.describe import describe
from tests.builders import make_document, make_mentions, make_parse


def said(text: str, words: str = "", relation: str = "", name: str = "Asel Omur") -> str:
    """Return the definition of whom a text names; the grammar may say `words` of them."""
    document = make_document(text)
    mentions = make_mentions(document, (name, "person"))
    start = text.index(words)
    claim = Claim(mentions[0].span, (start, start + len(words)), relation)
    entity = Entity("id", name, "person", (), tuple(mentions))
    return describe(entity, {"text": document}, {"text": Parse((), (claim,) if words else ())}).text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Asel Omur, the parlourmaid, left.", "the parlourmaid"),
        ("Asel Omur, a prebendary of Verona, left.", "a prebendary of Verona"),
        ("Asel Omur was the eldest of the three sisters.", "the eldest of the three sisters"),
        ("She proved to be Miss Lee’s former governess, Asel Omur.", "Miss Lee’s former governess"),
    ],
)
def test_service_or_rank_of_birth_tells_who_somebody_is(text: str, words: str) -> None:
    assert said(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Asel Omur, the usurper, left.",
        "They wrote of the traitor Asel Omur again.",
        "They met a loquacious young man called Asel Omur there.",
        "Asel Omur, the maid, and I got inside.",
        "Asel Omur is the same cheerful philosopher as ever.",
        "The husband of the elder, Asel Omur, left.",
        "Even observant Asel Omur left.",
        "Asel Omur, who was the next witness called, left.",
        "Asel Omur, who is in Princeton, left.",
        "Asel Omur, whose head lay on his shoulder, left.",
        "Asel Omur, who has an inquiring mind in matters of law, left.",
        "Asel Omur, who was a very literal young lady, left.",
        "Asel Omur, who was always a welcome guest, left.",
        "Asel Omur, who was simply a mental habit of the town, left.",
        "Asel Omur, who chances to be driving there, left.",
        "Asel Omur, who was playing chess in a corner with Jo, left.",
        "Asel Omur, whose husband showered money on her, left.",
        "Asel Omur, who held the door for a long while, left.",
        "It spurred on the older craftsman, Asel Omur.",
        "Asel Omur was the more active painter in the scene.",
        "Asel Omur, youngest of the women, left.",
        "Asel Omur, a traveled man and not unused to woes, left.",
        "Asel Omur, still a baby at ten, left.",
        "Asel Omur, a weather-beaten person in Liberty silk, left.",
        "Asel Omur, an animated visiting-list, left.",
        "Asel Omur (_D.C._) left.",
        "This was the former lover of poor Asel Omur.",
        "Doctor Asel Omur left.",
        "He said: 'So the founder of the school, Asel Omur, is here.'",
        "They were not battered wire-pullers like Asel Omur there.",
        "They saw the Trenor girls and Asel Omur packed into it.",
        "Asel Omur moved to a comfortable seat in the corner.",
        "Asel Omur (she was Mr. Ott’s sister) left.",
        "They hailed a passer-by named Asel Omur there.",
        "Asel Omur, whose business they had also bought, left.",
        "Asel Omur, who was born and bred on a brick pavement, left.",
        "The friend of Asel Omur, the correspondent of Mrs. Ott herself, left.",
        "Reeder Appointed Governor Asel Omur",
        "At home were Mrs. Ott's two girls and boy, Asel Omur, and others.",
        "They read a Letter written by Asel Omur there.",
        "They met old Asel Omur of Revolutionary days.",
        "The bearer of this letter is Asel Omur’s son.",
        "It declared that I was Asel Omur the murderer.",
        "They met the Guards of his Eminence, commanded by Asel Omur.",
        "The man with him is Asel Omur.",
        "Asel Omur wrote the date on each egg and put the number in a book.",
        "Asel Omur was the first to see that they had left again.",
        "Asel Omur had acted as hostess.",
        "Asel Omur, who was in the Ocean, left.",
        "We can hardly swallow Lawyer Asel Omur.",
        "Asel Omur, a moist, ecstatic almoner, left.",
        "Asel Omur, a mild, baldish figure, left.",
        "“It was Asel Omur, the liar, and the others.”",
        "Asel Omur, senior, left.",
        "Asel Omur, one of the few painters who have landed here, left.",
        "Mr. Ott and Asel Omur, the captain and the sergeant, left.",
        "Asel Omur was the sufferer.",
        "Asel Omur was really the founder of the Red Party.",
        "Asel Omur was shot in the abdomen by some men.",
        "Asel Omur, who was shot through the hips, left.",
        "Together with two other troopers, Asel Omur and Jan Ott, he left.",
        "Asel Omur (a bosom friend) left.",
        "The only other servant, Asel Omur, left.",
        "Up Kettle Hill Sergeant Asel Omur went.",
        "The young man whose name was Asel Omur left.",
        "There a man named Ott does murder a man named Asel Omur there.",
        "In Asel Omur the military governor, who was there, left it.",
        "Asel Omur, who was at that time in Vienna, left.",
        "They built a school, with Asel Omur as teacher; and left.",
        "They left with Asel Omur, whose work with the ponies was done.",
    ],
)
def test_looks_anger_turns_and_parts_played_tell_nobody(text: str) -> None:
    assert said(text) == ""


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        (
            "Asel Omur, a greater soldier than Taylor, left.",
            "a greater soldier than Taylor",
            "appositive",
        ),
        (
            "Asel Omur, a white figure, alone in the moonlight, left.",
            "a white figure, alone in the moonlight",
            "appositive",
        ),
        ("Jan led and Asel Omur was judge.", "judge", "copula"),
        ("In their opinion Asel Omur is a painter.", "a painter", "copula"),
        ("It cannot be said that Asel Omur was an heiress.", "an heiress", "copula"),
        ("Jan led, and Asel Omur was a worse painter.", "a worse painter", "copula"),
        ("The sooner they met the man, Asel Omur, the better.", "the better", "appositive"),
        ("Asel Omur, the son of Monsieur, left.", "the son of Monsieur", "appositive"),
        ("Jan led, and Asel Omur was evidently a painter.", "a painter", "copula"),
        ("Jan and most hold that Asel Omur was a painter.", "a painter", "copula"),
        (
            "There were Asel Omur, the doctor, Oliveira, Cherrie, Miller, and Jan.",
            "the doctor, Oliveira, Cherrie, Miller, and Jan",
            "appositive",
        ),
        ("His Majesty King Asel Omur left.", "Majesty King", "title"),
        ("They met Asel Omur, Jan Ott the lawyer, and others.", "Jan Ott the lawyer", "appositive"),
        (
            "It was leased by Asel Omur, to the Duke of Denver.",
            "to the Duke of Denver",
            "appositive",
        ),
        ("They met Asel Omur, son of Omur, the smith.", "son of Omur", "appositive"),
        (
            "Asel Omur, the painter at the other end of that passage, left.",
            "the painter at the other end of that passage",
            "appositive",
        ),
        ("Jan led, and Asel Omur is by no means a painter.", "a painter", "copula"),
        (
            "Asel Omur was a little boy with blue eyes and Mary hated him.",
            "a little boy with blue eyes and Mary hated him",
            "copula",
        ),
        ("Jan led, and Asel Omur was but a corporal of it.", "a corporal of it", "copula"),
        (
            "Jan and Mrs. Asel Omur was the daughter of the Hon.",
            "the daughter of the Hon",
            "copula",
        ),
        ("In a Life of Sir Joseph Hooker, Asel Omur told.", "Life of Sir Joseph Hooker", "title"),
        ("They were a doctor (Asel Omur), cook (Jan), and others.", "cook", "appositive"),
        (
            "Asel Omur, a busy village where dogs barked at us all, is far.",
            "a busy village where dogs barked at us all",
            "appositive",
        ),
    ],
)
def test_what_the_grammar_says_in_passing_tells_nobody(
    text: str, words: str, relation: str
) -> None:
    assert said(text, words, relation) == ""


def test_who_is_named_in_words_is_not_said_to_be_that() -> None:
    text = "He wed Ann, sixth daughter of Jan Omur, Lord Omur, there."
    document = make_document(text)
    words = "daughter of Jan Omur"
    start = text.index(words)
    mention = make_mentions(document, ("Jan Omur", "person"), ("Lord Omur", "person"))[1]
    claim = Claim(mention.span, (start, start + len(words)), "title")
    entity = Entity("id", "Jan Omur", "person", (), (mention,))
    assert describe(entity, {"text": document}, {"text": Parse((), (claim,))}).text == ""


def test_name_that_holds_a_quotation_mark_is_not_defined() -> None:
    assert said("And the painter lingered—“When Jan came.", name="lingered—“When Jan") == ""


def test_preposition_is_no_part_of_a_title() -> None:
    text = "The pitch of the road, below lawyer Omur, was icy."
    assert said(text, "below lawyer", "title", "Omur") == "lawyer"


def test_sister_whose_part_is_taken_is_not_told() -> None:
    document = make_document("Jan quarrelled with me for taking his sister Asel Omur’s part.")
    mentions = make_mentions(document, ("Asel Omur", "person"))
    entity = Entity("id", "Asel Omur", "person", (), tuple(mentions))
    parsed = make_parse(document, ("Jan", "PERSON"))
    assert describe(entity, {"text": document}, {"text": parsed}).text == ""


def test_adverb_is_a_part_of_a_title() -> None:
    text = "He played the recently deceased US actor Asel Omur."
    assert said(text, "recently deceased US actor", "title") == "recently deceased US actor"


def test_half_a_phrase_tells_nobody() -> None:
    text = "Jan led, and Asel Omur is the painter of sledge travelling."
    assert said(text, "the painter of sledge", "copula") == ""


def test_kin_of_one_who_is_not_named_is_not_that_of_the_one_who_is() -> None:
    text = "Her great-uncle Jan Todd, and her grandfather Asel Omur, left."
    document = make_document(text)
    mentions = make_mentions(document, ("Asel Omur", "person"))
    entity = Entity("id", "Asel Omur", "person", (), tuple(mentions))
    parsed = make_parse(document, ("Jan Todd", "PERSON"))
    assert describe(entity, {"text": document}, {"text": parsed}).text == ""


def test_aside_in_brackets_tells_nobody() -> None:
    assert (
        said("“Now,” began Asel Omur (who said “good dears” when he meant “worthy friends”).") == ""
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She slipped into the chair Omur placed for her.", "the chair"),
        ("He left it, displacing the legend Omur only.", "the legend"),
        ("It was one of the motor-sledges Captain Omur had.", "the motor-sledges Captain"),
        ("Through the closed doors Omur heard it.", "doors"),
        ("It was the once hopeful Omur who stood there.", "hopeful"),
        ("They wished for a pet pirate Omur would be.", "a pet pirate"),
    ],
)
def test_thing_before_a_name_tells_nobody(text: str, words: str) -> None:
    assert said(text, words, "title", "Omur") == ""


@pytest.mark.parametrize(
    ("text", "words", "relation", "quoted"),
    [
        (
            "Asel Omur, the old Minister of Marine, and General Ott, Minister of War, left.",
            "the old Minister of Marine, and General Ott, Minister of War",
            "appositive",
            "the old Minister of Marine",
        ),
        (
            "Later on the day the meteorologist, Asel Omur, came.",
            "the day the meteorologist",
            "title",
            "the meteorologist",
        ),
    ],
)
def test_words_on_others_are_cut_off(text: str, words: str, relation: str, quoted: str) -> None:
    assert said(text, words, relation) == quoted


@pytest.mark.parametrize(
    ("text", "words", "relation", "quoted"),
    [
        (
            "Asel Omur, who composed the Red Opera, and the porter of it, left.",
            "who composed the Red Opera, and the porter of it",
            "relative clause",
            "who composed the Red Opera",
        ),
        (
            "Asel Omur, the hunter from Osh, and McCann, the clerk, left.",
            "the hunter from Osh, and McCann, the clerk",
            "appositive",
            "the hunter from Osh",
        ),
        (
            "Asel Omur, a New Yorker, and trooper Ott, a smith, left.",
            "a New Yorker, and trooper Ott, a smith",
            "appositive",
            "a New Yorker",
        ),
        (
            "Asel Omur, son of the town drunkard, left.",
            "son of the town",
            "appositive",
            "son of the town drunkard",
        ),
        (
            "Asel Omur, one of Wesley’s painters, beginning, left.",
            "one of Wesley’s painters, beginning",
            "appositive",
            "one of Wesley’s painters",
        ),
        (
            "Asel Omur, an Englishman—a person famous for lies, left.",
            "an Englishman—a person famous for lies",
            "appositive",
            "an Englishman",
        ),
        (
            "Asel Omur, Jan’s rival, who was living there, left.",
            "Jan’s rival, who was living",
            "appositive",
            "Jan’s rival",
        ),
        (
            "Asel Omur, the traveller, who wrote a book in the _A.M. Zeitung_ on it, left.",
            "the traveller, who wrote a book in the _A.M.",
            "appositive",
            "the traveller, who wrote a book",
        ),
    ],
)
def test_quotation_ends_before_what_is_not_of_it(
    text: str, words: str, relation: str, quoted: str
) -> None:
    assert said(text, words, relation) == quoted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He saw Asel Omur the agent for the Red Fund, who left.", "the agent for the Red Fund"),
        ("Asel Omur, the detective, left.", "the detective"),
        ("Asel Omur, who was a widow, left.", "who was a widow"),
        ("Asel Omur, the slow, tall accountant, left.", "the slow, tall accountant"),
        ("Asel Omur was the estate stud-groom.", "the estate stud-groom"),
        ("It shows the original poster Asel Omur.", "the original poster"),
        ("“It was Asel Omur, the lawyer, who left.”", "the lawyer"),
        ("Asel Omur, the music-master, left.", "the music-master"),
    ],
)
def test_more_words_tell_who_somebody_is(text: str, words: str) -> None:
    assert said(text) == words


def test_who_is_given_or_made_something_is_not_that() -> None:
    assert said("They made Asel Omur the leader of the Red Band.") == ""


def test_quotation_does_not_end_before_what_is_owned() -> None:
    text = "It was Asel Omur, who had been president of the Red’s Congress."
    assert said(text, "who had been president of the Red", "relative clause") != (
        "who had been president of the Red"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Asel Omur is Mr. Ott’s private secretary, sir.”", "Mr. Ott’s private secretary"),
        ("“Asel Omur was the owner of Red House, you know.”", "the owner of Red House"),
    ],
)
def test_what_somebody_is_of_another_who_is_named_is_known_to_a_speaker(
    text: str, words: str
) -> None:
    assert said(text, words, "copula") == words


def test_other_words_of_a_speaker_are_an_opinion() -> None:
    assert said("“Asel Omur is a painter of horses, sir.”", "a painter of horses", "copula") == ""


@pytest.mark.parametrize(
    "text",
    [
        "With the Left Reds, led by Asel Omur, they left.",
        "The right wing of the Reds, led by Asel Omur, left.",
        "The “centre” Reds, led by Asel Omur, left.",
    ],
)
def test_who_leads_a_part_does_not_lead_the_whole(text: str) -> None:
    assert said(text) == ""


def test_day_before_a_title_is_no_part_of_it() -> None:
    text = "Then 1/20/2005 mayor Asel Omur came."
    assert said(text, "1/20/2005 mayor", "title") == "mayor"


@pytest.mark.parametrize(
    ("text", "words", "relation", "quoted"),
    [
        ("Palermo, the finest city of Sicily, is near.", "the finest city of", "head noun", ""),
        ("They saw the site of ancient Sicily there.", "the site of ancient", "appositive", ""),
        (
            "Sicily, the last island of the kingdom—the Kremlin, fell.",
            "the last island of the kingdom—the",
            "appositive",
            "the last island of the kingdom",
        ),
    ],
)
def test_what_is_in_a_place_or_cut_off_does_not_tell_what_the_place_is(
    text: str, words: str, relation: str, quoted: str
) -> None:
    document = make_document(text)
    mentions = make_mentions(document, ("Sicily", "place"))
    start = text.index(words)
    claim = Claim(mentions[0].span, (start, start + len(words)), relation)
    entity = Entity("id", "Sicily", "place", (), tuple(mentions))
    found = describe(entity, {"text": document}, {"text": Parse((), (claim,))})
    assert (found.text if found.origin == "quotation" else "") == quoted


def said_of_thing(text: str, name: str, kind: str, words: str, relation: str) -> str:
    """Return what is quoted of a thing; the claim is on all that stands before a comma."""
    document = make_document(text)
    mentions = make_mentions(document, (name, kind))
    start, (begin, end) = text.index(words), mentions[0].span
    behind = text.partition(",")[0]
    subject = (begin, len(behind)) if relation == "relative clause" else (begin, end)
    claim = Claim(subject, (start, start + len(words)), relation)
    entity = Entity("id", name, kind, (), tuple(mentions))
    found = describe(entity, {"text": document}, {"text": Parse((), (claim,))})
    return found.text if found.origin == "quotation" else ""


@pytest.mark.parametrize(
    ("text", "name", "kind", "words", "relation", "quoted"),
    [
        ("Osh, a wonderful city, grew.", "Osh", "place", "a wonderful city", "appositive", ""),
        ("It is a wonderful city, Osh.", "Osh", "place", "a wonderful city", "title", ""),
        ("One such company, Otto, left.", "Otto", "organization", "One such company", "title", ""),
        (
            "The official festivals are the Otto.", "Otto", "event",
            "The official festivals are the", "title", "",
        ),
        (
            "The 1951 election, the 1955 election, and others were near.", "1951 election", "event",
            "the 1955 election", "appositive", "",
        ),
        (
            "The Osh Games, which won a gold medal, began.", "Osh Games", "event",
            "which won a gold medal", "relative clause", "",
        ),
        (
            "The Arctic Tern, which is the capital of Osh, flew.", "Arctic", "place",
            "which is the capital of Osh", "relative clause", "",
        ),
        (
            "The Arctic, which is the capital of Osh, froze.", "Arctic", "place",
            "which is the capital of Osh", "relative clause", "which is the capital of Osh",
        ),
    ],
)  # fmt: skip
def test_praise_and_what_is_of_another_thing_do_not_tell_what_a_thing_is(
    text: str, name: str, kind: str, words: str, relation: str, quoted: str
) -> None:
    assert said_of_thing(text, name, kind, words, relation) == quoted


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("2.3 U.S. Army veteran", "U.S. Army veteran"),
        ("23-30 British producer", "British producer"),
        ("1996 Olympic champion", "1996 Olympic champion"),
        ("fellow blues artist", "blues artist"),
    ],
)
def test_numbers_of_pictures_and_fellows_are_no_part_of_what_is_told(
    words: str, quoted: str
) -> None:
    assert said(f"It is in them: {words} Asel Omur.", words, "title") == quoted


@pytest.mark.parametrize(
    ("noun", "quoted"),
    [("liberals", ""), ("poets", "poets"), ("celebrities", ""), ("various artists", "")],
)
def test_party_in_a_row_tells_nobody(noun: str, quoted: str) -> None:
    text = f"There were {noun} such as Asel Omur."
    assert said(text, noun, "list") == quoted
