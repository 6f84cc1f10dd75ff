"""No field anywhere asks for what nobody here may know: what is wrong with somebody, what they live on, or why."""

import re
from types import UnionType
from typing import get_args

import pytest
from wtforms.fields.core import UnboundField

from speeddate.domain.text import LANGUAGES
from speeddate.exchange.models import EventFile
from speeddate.exchange.shapes import Part
from speeddate.store.offices import ROLES
from speeddate.store.tables import metadata
from speeddate.web.fields import Form
from tests.web.conftest import GUESTS, token
from tests.web.routes import EXPECTED
from tests.web.test_permissions import ask

FORBIDDEN = {
    "aap", "age", "benefit", "benefits", "birth", "birthdate", "birthday", "born", "citizenship", "convictions",
    "criminal", "diagnoses", "diagnosis", "disability", "disabled", "ethnicity", "family", "fnr", "gender", "grades",
    "health", "illness", "innsatsgruppe", "kvp", "married", "measure", "medication", "medicine", "nationality", "nav",
    "note", "notes", "personnummer", "reason", "reasons", "religion", "remarks", "sex", "sickness", "ssn", "surname",
    "why", "ytelse",
}  # fmt: skip
ASKING = re.compile(
    r"\b(?:alder|gammel|gamal|fødsels\w*|født|fødd|personnummer|kjønn\w*|diagnose\w*|hels[ea]\w*|sykdom\w*|sjukdom\w*|"
    r"funksjonsneds\w*|medisin\w*|ytelse\w*|yting\w*|stønad\w*|trygd\w*|aap|kvp|ufør\w*|grunn(?:en)?|årsak\w*|"
    r"begrunn\w*|grunngje\w*|hvorfor|kvifor|nasjonalitet|statsborger\w*|etnisk\w*|religion\w*|familie\w*|sivilstatus|"
    r"straffe\w*|karakter\w*|etternavn\w*|etternamn\w*|age|birth\w*|born|gender|sex|diagnos\w*|health|illness\w*|"
    r"disab\w*|medic\w*|benefits?|reasons?|why|nationality|ethnic\w*|religio\w*|family|marital|criminal|grades|surname)\b",
    re.IGNORECASE,
)


ALLOWED = {"need-own_notes"}  # a paper of their own to look at in the meeting


def forbidden(name):
    """Tell whether a name of a field says that it holds what nobody here may know."""
    return name not in ALLOWED and bool(FORBIDDEN & set(re.split(r"[^a-z]+", name.lower())))


def test_no_table_has_such_a_column():
    columns = [f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.columns]
    assert [name for name in columns if forbidden(name)] == []
    assert len(columns) > 50


def test_no_file_of_an_event_has_such_a_field():
    fields = [name for part in parts(EventFile) for name in part.model_fields]
    assert [name for name in fields if forbidden(name)] == []
    assert len(fields) > 50


def parts(model):
    """Find a model, and all those within it."""
    inner = {each for field in model.model_fields.values() for each in within(field.annotation)}
    return {model}.union(*(parts(each) for each in inner))


def within(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, UnionType) and issubclass_of_part(annotation):
        return {annotation}
    return set().union(*(within(each) for each in get_args(annotation)))


def issubclass_of_part(annotation):
    return not get_args(annotation) and issubclass(annotation, Part)


def test_no_form_has_such_a_field(house):
    forms = below(Form)
    fields = [f"{form.__name__}.{name}" for form in forms for name in vars(form) if is_field(form, name)]
    assert [name for name in fields if forbidden(name.partition(".")[2])] == []
    assert len(fields) > 50


def below(form):
    return {form}.union(*(below(each) for each in form.__subclasses__()))


def is_field(form, name):
    return isinstance(vars(form)[name], UnboundField)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_asks_for_it_in_any_language(seated, language):
    asked = {}
    for who in (*ROLES, *GUESTS):
        client = seated.guest(*GUESTS[who])[0] if who in GUESTS else seated.visit(who)
        client.post("/language", data={"csrf_token": token(client, "/enter/none"), "speak": language, "page": "/"})
        for endpoint, method, whose, _ in EXPECTED:
            if (method, whose) in {("GET", "own"), ("GET", None)}:
                asked |= questions(ask(seated, client, endpoint, "GET", whose).text)
    assert {label: name for label, name in asked.items() if forbidden(name) or ASKING.search(label)} == {}
    assert len(asked) > 100


def questions(page):
    """Find what a page asks, with the names of the fields."""
    names = re.findall(r'<(?:input|textarea|select)[^>]*name="([^"]+)"', page)
    labels = re.findall(r"<(?:label|legend)[^>]*>(.*?)</(?:label|legend)>", page, re.DOTALL)
    return {name: name for name in names} | {re.sub(r"<[^>]+>|\s+", " ", label).strip(): "" for label in labels}


@pytest.mark.parametrize("name", ["diagnosis", "candidate.birth_date", "need-reason", "health_notes", "Gender"])
def test_such_a_field_would_be_found(name):
    assert forbidden(name)


@pytest.mark.parametrize("label", ["Alder", "Kvifor treng du det?", "Date of birth", "Oppgi grunn", "Yting"])
def test_such_a_question_would_be_found(label):
    assert ASKING.search(label)
