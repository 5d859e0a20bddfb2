"""Errors that a user can cause. Each message is one line that says what to do."""


class DatelineError(Exception):
    """Something the user can mend; shown as one line, without a traceback."""


class PageError(DatelineError):
    """A page that cannot be read; the batch goes on."""


class DataError(DatelineError):
    """A data file (codebook, actors, reporting verbs ...) that breaks its own rules."""


class StoreError(DatelineError):
    """The database cannot be opened or written."""


class ReviewError(DatelineError):
    """A judgement of an event that cannot stand: of none that is here, or with a value that its slot cannot hold."""


class OutdatedError(ReviewError):
    """A judgement by somebody who has not seen what another said meanwhile."""


class RefusedError(StoreError):
    """What was asked of a database cannot be done as it stands; the database itself is well."""
