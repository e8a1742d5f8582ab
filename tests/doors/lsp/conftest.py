import pytest
from client import Client

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
        started.append(Client(cwd=str(tmp_path), **given))
        return started[-1]

    yield start
    for one in started:
        one.kill()
