"""Errors that a user can cause. Each message is one line that says what to do."""


class DatelineError(Exception):
    """Something the user can mend; shown as one line, without a traceback."""


class PageError(DatelineError):
    """A page that cannot be read; the batch goes on."""


class DataError(DatelineError):
    """A data file (codebook, actors, reporting verbs ...) that breaks its own rules."""


class StoreError(DatelineError):
    """The database cannot be opened or written."""


class RefusedError(StoreError):
    """What was asked of a database cannot be done as it stands; the database itself is well."""
