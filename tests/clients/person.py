"""A person at a browser, as a command of BROWSER: opens the address, answers the page's question, follows the way back.

person.py ANSWER LOG ADDRESS [visited]: ANSWER is allow, deny, or nothing (they close the page). LOG takes a line for each address
that was opened (or that they visited themselves), and for the title of the last page seen.
"""

import html.parser
import sys
import urllib.parse
import urllib.request


class Form(html.parser.HTMLParser):
    """The fields of the page's form, and the page's title."""

    def __init__(self):
        super().__init__()
        self.action, self.fields, self.title, self.in_title = None, {}, "", False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.action = attributes["action"]
        if tag == "input":
            self.fields[attributes["name"]] = attributes["value"]
        self.in_title = tag == "title"

    def handle_data(self, text):
        if self.in_title:
            self.title += text.strip()


def read(answer):
    form = Form()
    form.feed(answer.read().decode())
    return form


def main():
    answer, log, address = sys.argv[1:4]
    how = sys.argv[4] if len(sys.argv) > 4 else "opened"
    # No variable of the test's home leads elsewhere.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with open(log, "a", encoding="utf-8") as seen:
        seen.write(f"{how} {address}\n")
        seen.flush()
        if answer == "nothing":
            return
        form = read(opener.open(address, timeout=60))
        form.fields["decision"] = answer
        body = urllib.parse.urlencode(form.fields).encode()
        last = read(opener.open(urllib.parse.urljoin(address, form.action), body, timeout=60))
        seen.write(f"saw {last.title}\n")


if __name__ == "__main__":
    main()
