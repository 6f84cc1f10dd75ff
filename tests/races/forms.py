"""Read the forms of a page as a browser does, so that what is sent is what the page would send."""

from html.parser import HTMLParser

UNTICKED = ("radio", "checkbox")


class Fields(HTMLParser):
    """All fields of a page, each with its values; those that are not ticked are left out."""

    def __init__(self, page):
        super().__init__()
        self.values, self._area, self._select = {}, None, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        match tag:
            case "input" if given.get("type") not in UNTICKED or "checked" in given:
                self._add(given.get("name"), given.get("value") or "")
            case "textarea":
                self._area = given.get("name")
                self._add(self._area, "")
            case "select":
                self._select = given.get("name")
            case "option" if "selected" in given:
                self._add(self._select, given.get("value") or "")

    def handle_data(self, said):
        if self._area:
            self.values[self._area][-1] += said

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = None

    def _add(self, name, value):
        if name:
            self.values.setdefault(name, []).append(value)


def fields(page):
    return Fields(page).values
