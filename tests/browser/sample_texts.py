"""A handful of entries and texts with everything in them that a theme can get wrong.

A text's body is in a shorthand: `[[entry|words]]` is a mention, a block that begins with `## ` a
heading.
"""

from __future__ import annotations

from annotated_reader.model import Definition, Entry, Evidence, SetAside

ENTRIES = {
    entry.id: entry
    for entry in (
        Entry(
            "roza-otunbayeva",
            "Roza Otunbayeva",
            "person",
            ("Mrs Otunbayeva", "Otunbayeva"),
            definition=Definition(
                "president of the interim government",
                "quotation",
                Evidence("a-vote-in-june", (0, 10), (0, 5), "appositive"),
            ),
            body="<p>“president of the interim government”</p><blockquote><p><strong>Roza "
            "Otunbayeva</strong>, president of the interim government, cast her vote in Osh.</p>"
            '<p>— <a href="../texts/a-vote-in-june.html">A vote in June</a></p></blockquote>',
        ),
        Entry(
            "osh",
            "Osh",
            "place",
            status="approved",
            definition=Definition("The second city of the country.", "editor"),
            body="<p>The second city of the country.</p>",
            coordinates=(40.51, 72.8),
            creator="editor",
        ),
        Entry(
            "kyrgyzstan",
            "Kyrgyzstan",
            "place",
            ("Kyrgyz Republic",),
            definition=Definition("country in Asia", "data", source="GeoNames"),
            body="<p>country in Asia (GeoNames)</p>",
        ),
        Entry("interim-government", "interim government", "organization"),
        Entry("uzbeks", "Uzbeks", "group"),
        Entry("referendum", "referendum of June", "event"),
        Entry("27-june", "27 June", "date", value="--06-27"),
        Entry("2010", "2010", "date", value="2010"),
        Entry(
            "bakiyev",
            "Bakiyev",
            "person",
            candidates=("kurmanbek-bakiyev", "maxim-bakiyev"),
        ),
        Entry("kurmanbek-bakiyev", "Kurmanbek Bakiyev", "person"),
        Entry("maxim-bakiyev", "Maxim Bakiyev", "person"),
        Entry("markup", 'Q&A <b>Daily</b> "24"', "work"),
    )
}

SEEDS = (
    {
        "slug": "a-vote-in-june",
        "title": "A vote in June",
        "date": "2010-06-28",
        "author": "A. Correspondent",
        "summary": "The country voted on a new constitution, three weeks after the violence.",
        "rights": "© A. Correspondent. May be shared.",
        "sources": ("Our own report, https://example.org/a/vote", "Central commission"),
        "set_aside": (
            SetAside(14, "Follow the topics in this <article>", "follow topics"),
            SetAside(16, "Comments are closed.", "comments"),
        ),
        "cleaning": ("Byte order mark dropped", "Lines joined to paragraphs"),
        "body": """[[roza-otunbayeva|Roza Otunbayeva]], president of the [[interim-government|\
interim government]], cast her vote in [[osh|Osh]] on [[27-june|27 June]]. “The country takes \
the way of a people’s government,” [[roza-otunbayeva|Mrs Otunbayeva]] said.

The [[referendum|referendum]] asked one question: whether [[kyrgyzstan|Kyrgyzstan]] should give \
itself a new constitution. In the quarters of the [[uzbeks|Uzbeks]] of [[osh|Osh]] some voted \
beside the ruins of their houses.

## What was asked

[[bakiyev|Bakiyev]], as the leaflets called him without a first name, was not on the paper. \
[[kurmanbek-bakiyev|Kurmanbek Bakiyev]] had left in April and [[maxim-bakiyev|Maxim Bakiyev]] \
had followed. [[roza-otunbayeva|Otunbayeva]] stayed.""",
    },
    {
        "slug": "the-answers",
        "title": "Q&A <b>Daily</b> asks ten questions of the people who came back to their streets",
        "title_made": True,
        "body": """[[markup|Q&A <b>Daily</b> "24"]] asked ten questions in [[osh|Osh]]. \
[[osh|Osh]] answered.""",
    },
    {
        "slug": "early-days",
        "title": "Early days",
        "date": "2010-04",
        "summary": "Spring came late.",
        "body": """In [[2010|2010]] spring came late to [[kyrgyzstan|the Kyrgyz Republic]]. \
[[kurmanbek-bakiyev|Kurmanbek Bakiyev]] left [[osh|Osh]] by night.""",
    },
)
