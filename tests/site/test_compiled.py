"""Templates are compiled once a process, as long as settings and sources stay what they were."""

from __future__ import annotations

from jinja2 import DictLoader, Environment

from annotated_reader.site.compiled import Compiled, compiled_for


def environment(compiled: Compiled, source: str) -> Environment:
    return Environment(
        loader=DictLoader({"a.html": source}), bytecode_cache=compiled, autoescape=True
    )


def test_next_build_finds_what_the_last_has_compiled() -> None:
    first = compiled_for({"SITENAME": "A", "MARKDOWN": {}})
    assert compiled_for({"SITENAME": "A", "MARKDOWN": {}}) is first


def test_what_pelican_puts_into_a_setting_is_no_change() -> None:
    settings: dict[str, dict[str, object]] = {"MARKDOWN": {}}
    first = compiled_for(settings)
    settings["MARKDOWN"]["extensions"] = []
    assert compiled_for({"MARKDOWN": {}}) is first


def test_other_folders_need_no_other_templates() -> None:
    first = compiled_for({"PATH": "content", "READER_CACHE": "cache"})
    assert compiled_for({"PATH": "elsewhere", "READER_CACHE": "elsewhere"}) is first


def test_other_settings_have_their_templates_compiled_anew() -> None:
    first = compiled_for({"JINJA_ENVIRONMENT": {"trim_blocks": True}})
    assert compiled_for({"JINJA_ENVIRONMENT": {"trim_blocks": False}}) is not first


def test_template_is_compiled_once_for_two_environments() -> None:
    compiled = Compiled()
    environment(compiled, "A").get_template("a.html")
    ((_, code),) = compiled.known.values()
    environment(compiled, "A").get_template("a.html")
    assert [known for _, known in compiled.known.values()] == [code]


def test_changed_template_is_compiled_anew_and_the_older_one_forgotten() -> None:
    compiled = Compiled()
    environment(compiled, "A").get_template("a.html")
    assert environment(compiled, "B").get_template("a.html").render() == "B"
    assert len(compiled.known) == 1
