import pytest
from lsp_client import ABLE, Client, uri

LETTER = """Dear Amazon Seller Performance Team,

Our Order Defect Rate rose to 1.6 % because nobody checked the lamps before dispatch.
We refunded 14 buyers on 10 June. We will hire two inspectors for the lamps.

- We will change our courier to DHL.
- Our town is remote, so parcels are slow.
"""


@pytest.fixture
def serve(tmp_path):
    """Start servers that end with the test."""
    started = []

    def start(**given):
        started.append(Client(tmp_path, **given))
        return started[-1]

    yield start
    for one in started:
        one.kill()


@pytest.fixture(scope="session")
def servers(tmp_path_factory):
    """Return a server that counts in UTF-8, UTF-16 or UTF-32; one of each for all tests."""
    known = {}

    def of(encoding):
        if encoding not in known:
            known[encoding] = Client(tmp_path_factory.mktemp(encoding))
            able = {**ABLE, "general": {"positionEncodings": [encoding, "utf-16"]}}
            answer = known[encoding].start(able, options={"debounce": 0})
            assert answer["positionEncoding"] == encoding
        return known[encoding]

    yield of
    for one in known.values():
        one.kill()


@pytest.fixture
def client(servers):
    """A server that checks while the user types, without a pause, and shows all it can."""
    return servers("utf-16")


@pytest.fixture
def letter(tmp_path):
    """A letter in a file, which is not ready."""
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def opened(client, letter):
    """The URI of the letter, open in the client and checked."""
    client.open(uri(letter), LETTER)
    client.checked(uri(letter))
    yield uri(letter)
    client.close(uri(letter))
