"""Put on PYTHONPATH: a Python whose clock is years and hours off.

Whatever asks for the time gets another one, so that a build which depends on
the clock writes other bytes.
"""

import datetime
import time

SHIFT = 3 * 365 * 86_400 + 12_345

_time, _time_ns, _gmtime, _localtime = time.time, time.time_ns, time.gmtime, time.localtime
_strftime = time.strftime

time.time = lambda: _time() + SHIFT
time.time_ns = lambda: _time_ns() + SHIFT * 10**9
time.gmtime = lambda secs=None: _gmtime(time.time() if secs is None else secs)
time.localtime = lambda secs=None: _localtime(time.time() if secs is None else secs)
time.strftime = lambda form, t=None: _strftime(form, time.localtime() if t is None else t)


class Datetime(datetime.datetime):
    """A datetime that reads the other clock."""

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.UTC).replace(tzinfo=None)


# A date asks time.time(), so it needs no kind of its own (nor would libraries
# that know dates by their kind take it).
datetime.datetime = Datetime
