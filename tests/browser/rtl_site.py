"""A library of an Arabic, a Hebrew and an English text that share their names."""

from __future__ import annotations

from pathlib import Path

from annotated_reader.site.run import build_site

# ruff: noqa: E501  # Markdown has one line a paragraph

ROOT = Path(__file__).parents[2]
ARABIC = "texts/madinat-al-jabal.html"

TEXTS = {
    "madinat-al-jabal": """\
---
title: مدينة عند سفح الجبل
date: 2010-06
lang: ar
source: seeds/madinat-al-jabal.txt
summary: خرج القبطان من المدينة ليلا.
---

## المرفأ

خرج [سامي الحداد](../glossary/sami.md)[^sami]، قبطان الميناء، من [عمّان](../glossary/amman.md)[^amman] ليلا ومعه 12 رجلا من [Lund](../glossary/lund.md)[^lund] (السويد).

كان البحر هادئا في ذلك اليوم، ولم ير أحد الشاطئ الآخر، ثم عاد [الحداد](../glossary/sami.md) إلى بيته.

## الطريق

في الصباح قال [سامي الحداد](../glossary/sami.md)[^sami]: «لن أعود إلى [عمّان](../glossary/amman.md)».

[^sami]: **سامي الحداد**, person. “قبطان الميناء”. [All mentions](../glossary/sami.md)

[^amman]: **عمّان**, place. A city in the hills. [All mentions](../glossary/amman.md)

[^lund]: **Lund**, place. A town by the sea. [All mentions](../glossary/lund.md)
""",
    "ha-derekh": """\
---
title: הדרך אל הים
date: 2012
lang: he
source: seeds/ha-derekh.txt
summary: הוא הלך אל הים.
---

[סמי](../glossary/sami.md)[^sami] הלך אל הים בשנת 2012, וב־[Lund](../glossary/lund.md)[^lund] חיכו לו.

[^sami]: **سامي الحداد**, person. “قبطان الميناء”. [All mentions](../glossary/sami.md)

[^lund]: **Lund**, place. A town by the sea. [All mentions](../glossary/lund.md)
""",
    "a-letter": """\
---
title: A letter
lang: en
source: seeds/a-letter.txt
summary: A letter.
---

He signed as [سامي الحداد](../glossary/sami.md)[^sami] in [Lund](../glossary/lund.md)[^lund].

[^sami]: **سامي الحداد**, person. “قبطان الميناء”. [All mentions](../glossary/sami.md)

[^lund]: **Lund**, place. A town by the sea. [All mentions](../glossary/lund.md)
""",
}

ENTRIES = {
    "sami": "---\nTitle: سامي الحداد\nKind: person\nAliases: الحداد; סמי\nStatus: suggested\n---\n\n“قبطان الميناء”\n",
    "amman": "---\nTitle: عمّان\nKind: place\nStatus: approved\n---\n\nA city in the hills.\n",
    "lund": "---\nTitle: Lund\nKind: place\nStatus: approved\n---\n\nA town by the sea.\n",
}


def build(root: Path) -> Path:
    """Write the library into `root`, build its site and return the site's folder."""
    for folder, files in (("texts", TEXTS), ("glossary", ENTRIES)):
        (root / "content" / folder).mkdir(parents=True)
        for name, markdown in files.items():
            (root / "content" / folder / f"{name}.md").write_text(markdown, encoding="utf-8")
    paths = {"PATH": str(root / "content"), "OUTPUT_PATH": str(root / "output")}
    build_site(ROOT / "pelicanconf.py", paths)
    return root / "output"
