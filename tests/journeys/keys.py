"""Go about with the keyboard alone."""

FURTHEST = 250  # presses of the Tab key: more than any page has places to stop at


def reach(who, selector):
    """Move on with the Tab key until what is selected has the focus, which is to be seen."""
    for _ in range(FURTHEST):
        who.page.keyboard.press("Tab")
        if who.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert who.page.evaluate("document.activeElement.matches(':focus-visible')")
            return
    raise AssertionError(selector)


def press(who, key="Enter"):
    """Press what has the focus, and wait for the page that it leads to."""
    with who.page.expect_navigation():
        who.page.keyboard.press(key)
    who.page.wait_for_load_state()


def go(who, words):
    """Move on until something with these words has the focus, and press it."""
    for _ in range(FURTHEST):
        who.page.keyboard.press("Tab")
        if who.page.evaluate("document.activeElement.innerText").strip() == words:
            return press(who)
    raise AssertionError(words)
