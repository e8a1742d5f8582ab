"""What is true of one letter: who writes, what is sold, when; and the slots of its sentences."""

import datetime
import re
import unicodedata

from lettering.people import (
    CARRIERS,
    FORMS,
    GOODS,
    MONTHS,
    NAMES,
    OLD,
    PHONES,
    PLACES,
    ROLES,
    SHOPS,
    STREETS,
    TRADES,
)  # fmt: skip

_SLOT = re.compile(r"\{(\w+)\}")
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
FIRST = datetime.date(2022, 1, 10)


class Facts:
    """Fills slots. Most stay the same in a letter; days go on, and numbers are new each time.

    Args:
        own: the chance of this letter: names, days, numbers.
        shape: the chance of its wording, which letters of one template share.

    Attributes:
        secrets: what names a person, an account or an order in what was filled in.

    """

    def __init__(self, own, shape):
        self._own = own
        self._land = own.pick(tuple(NAMES))
        self.sent = FIRST + datetime.timedelta(days=own.number(0, 1300))
        self._day = self.sent - datetime.timedelta(days=own.number(24, 40))
        self._written = own.number(0, 4)
        self.secrets = []
        self._many = shape.odds(0.75)
        self._good = shape.pick(GOODS)
        self._kept = {}
        self.me = self.person()

    def fill(self, pattern):
        """Return a pattern with its slots filled in."""
        return _SLOT.sub(lambda found: self._slot(found[1]), pattern)

    def person(self):
        """Return a new name of somebody of the same country."""
        firsts, lasts = NAMES[self._land]
        first, last = self._own.pick(firsts.split()), self._own.pick(lasts.split())
        name = f"{first} {last.replace('|', ' ')}"
        self.secrets.append(name)
        return name

    def _slot(self, name):
        if name in ("we", "We", "us", "our", "Our", "are", "were", "have"):
            return self._voice(name)
        if name in ("goods", "good"):
            return _plural(self._good) if name == "goods" else self._good
        fresh = getattr(self, f"_new_{name}", None)
        if fresh is not None:
            return fresh()
        if name not in self._kept:
            self._kept[name] = getattr(self, f"_one_{name}")()
        return self._kept[name]

    def _voice(self, name):
        if self._many:
            return name
        single = {"we": "I", "We": "I", "us": "me", "our": "my", "Our": "My", "are": "am"}
        return single.get(name, {"were": "was"}.get(name, name))

    def _secret(self, text):
        self.secrets.append(text)
        return text

    def _one_me(self):
        return self.me

    def _one_shop(self):
        pick = self._own.pick
        return self._secret(f"{pick(SHOPS)} {pick(TRADES)}{pick(FORMS)}")

    def _one_email(self):
        plain = unicodedata.normalize("NFKD", self.me).encode("ascii", "ignore").decode().lower()
        user = ".".join(plain.split())
        host = self._own.pick(("mailbox", "webpost", "lettermail")) + ".example"
        return self._secret(f"{user}{self._own.number(1, 99)}@{host}")

    def _one_phone(self):
        return self._secret(self._numbers(self._own.wording(PHONES[self._land])))

    def _one_address(self):
        pattern = self._own.wording(STREETS[self._land]).replace("{place}", self._slot("place"))
        return self._secret(self._numbers(pattern))

    def _one_merchant(self):
        return self._secret("A" + "".join(self._own.pick(_CAPITALS) for _ in range(13)))

    def _one_place(self):
        return self._own.pick(PLACES[self._land])

    def _one_carrier(self):
        return self._own.pick(CARRIERS)

    def _one_old(self):
        return self._own.pick(OLD)

    def _one_supplier(self):
        return f"{self._own.pick(SHOPS)} {self._own.pick(('Works', 'Factory', 'Mill', 'Makers'))}"

    def _one_odr(self):
        return f"{self._own.number(11, 48) / 10:.1f}"

    def _new_staff(self):
        return self.person()

    def _new_role(self):
        return self._own.pick(ROLES)

    def _new_day(self):
        self._day += datetime.timedelta(days=self._own.number(0, 2))
        self._day = min(self._day, self.sent)
        day, month = self._day.day, MONTHS[self._day.month - 1]
        return (
            f"{day} {month}", f"{month} {day}", f"{day}{_ordinal(day)} {month}",
            f"{day} {month} {self._day.year}", f"{self._day.isoformat()}",
        )[self._written]  # fmt: skip

    def _new_n(self):
        return str(self._own.number(3, 96))

    def _new_few(self):
        return self._own.pick(["two", "three", "four", "five", "six", "seven", "eight", "nine"])

    def _new_big(self):
        return str(self._own.number(100, 4900))

    def _new_hour(self):
        return str(self._own.number(7, 20))

    def _new_order(self):
        number = self._own.number
        return self._secret(
            f"1{number(10, 19)}-{number(1000000, 9999999)}-{number(1000000, 9999999)}"
        )

    def _new_asin(self):
        return "B0" + "".join(self._own.pick(_CAPITALS) for _ in range(8))

    def _new_track(self):
        return self._secret(
            f"1Z{self._own.number(10**7, 10**8 - 1)}{self._own.number(10**7, 99999999)}"
        )

    def _numbers(self, pattern):
        number = self._own.number
        made = {"n": lambda: number(12, 98), "k": lambda: number(104, 987)}
        made["q"] = lambda: number(1042, 9867)
        return _SLOT.sub(lambda found: str(made[found[1]]()), pattern)


def _plural(good):
    if good.endswith("box"):
        return good + "es"
    return good + "s"


def _ordinal(day):
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
